"""What the office knows against giving somebody a step: said, and answered by a reason.

The room that keeps the register of qualifications lies above this one, so it is named here and not
imported: a function of a person and an SOP version that answers what he lacks, "" if nothing.
"""

from typing import cast

from django.utils.module_loading import import_string

from runut.office.people.models import Person
from runut.office.sops.models import SopVersion

UNQUALIFIED = "runut.office.personnel.demands.warning_about"
"""The dotted path of that function."""


def warning_about(person: Person, version: SopVersion) -> str:
    """What the person lacks for steps of this SOP, as a sentence; "" if nothing is known."""
    return cast(str, import_string(UNQUALIFIED)(person, version))

"""What a running case shows of the SOPs that its steps refer to."""

from typing import Any

from django import template

from runut.office import clock
from runut.office.cases.acting import OpenCase
from runut.office.linked.queries import references_of

register = template.Library()


@register.inclusion_tag("linked/_references.html")
def linked_sops(case: OpenCase) -> dict[str, Any]:
    """The SOPs that a case refers to, the late ones first and said to be so."""
    references = references_of(case, clock.now())
    return {
        "case": case,
        "late": [one for one in references if one.is_late],
        "others": [one for one in references if not one.is_late],
    }

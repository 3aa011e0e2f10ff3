"""Who may open the pages of the register; everybody else is told whom to ask."""

from functools import wraps
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse

from runut.office.acts.door import View, keepers_only
from runut.office.acts.forms import person_of
from runut.office.people.models import Appointment, Person, Unit
from runut.office.personnel.models import Qualification
from runut.office.sops.models import SopVersion

_THINGS: dict[str, type[Model]] = {
    "person_id": Person,
    "post_id": Appointment,
    "unit_id": Unit,
    "version_id": SopVersion,
    "qualification_id": Qualification,
}
"""What the parameters of our addresses name."""


def for_keepers(view: View) -> View:
    """A page for who keeps the office. What it is about is one of that office's things; to
    everybody else it does not exist (Http404)."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        person = person_of(request)
        for name, model in _THINGS.items():
            here = model._default_manager.filter(office_id=person.office_id)
            if name in given and not here.filter(pk=given[name]).exists():
                raise Http404
        return keepers_only(view)(request, *args, **given)

    return answer

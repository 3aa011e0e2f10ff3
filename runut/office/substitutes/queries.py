"""What the pages of this room read."""

from datetime import date
from typing import Any

from django.db.models import Q

from runut.office.cases.acting import state_of
from runut.office.cases.models import Case
from runut.office.people.models import Appointment, Person
from runut.office.substitutes.models import Substitution


def roles_of_office(office_id: int) -> list[str]:
    """The actors of the office's SOPs that somebody holds, by post or in a case that runs."""
    posts = Appointment.objects.filter(office_id=office_id).exclude(peran="")
    found = dict.fromkeys(posts.order_by("pk").values_list("peran", flat=True))
    for case in Case.objects.filter(office_id=office_id, status__in=["berjalan", "ditunda"]):
        found |= dict.fromkeys(state_of(case).roles)
    return list(found)


def concerning(person: Person, today: date, *, of_all: bool) -> dict[str, Any]:
    """Substitutions that are in force or to come, and the last that are over."""
    rows = Substitution.objects.filter(office_id=person.office_id).select_related(
        "holder", "substitute", "dicatat_oleh"
    )
    if not of_all:
        rows = rows.filter(Q(holder=person) | Q(substitute=person))
    now = rows.filter(Substitution.touching(today, date.max)).order_by("mulai", "pk")
    over = rows.exclude(pk__in=now.values("pk")).order_by("-mulai", "-pk")[:20]
    return {
        "rows": [(row, row.mulai <= today, of_all or row.holder_id == person.pk) for row in now],
        "over": over,
    }

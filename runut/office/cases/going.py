"""What runs around a person: who holds it, whether it will be in time; beside his own tasks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from runut.core.case.model import CaseStatus
from runut.core.case.standing import Standing
from runut.office.cases.acting import definition_for, state_of
from runut.office.cases.held_by import HeldBy, held_by
from runut.office.cases.models import Case
from runut.office.cases.standing import due_words, standing_of_case
from runut.office.cases.standing_still import with_definitions
from runut.office.people.models import Person

MOST_SHOWN = 5


@dataclass(frozen=True)
class Going:
    """A running case in which the person has a part."""

    case: Case
    held: HeldBy
    due: str
    standing: Standing | None


def going_cases(person: Person, now: datetime, *, without: Collection[int]) -> list[Going]:
    """Running cases that the person plays a part in or manages, what is due first on top;
    ``without`` those whose tasks he sees already: a full inbox says enough."""
    if len(without) >= MOST_SHOWN:
        return []
    cases = Case.objects.filter(
        office_id=person.office_id, status=CaseStatus.BERJALAN, members__person=person
    ).exclude(pk__in=without)
    rows = list(with_definitions(cases.order_by("batas", "pk"))[:MOST_SHOWN])
    if not rows:
        return []
    people = Person.objects.filter(office_id=person.office_id, is_active=True)
    present = {
        one.ref: one.get_short_name() for one in people.only("nama", "nama_pokok", "is_active")
    }
    found = []
    for row in rows:
        row.office = person.office
        state = state_of(row)
        held = held_by(row, definition_for(row.sop_version, state.works), state, now, present)
        found.append(Going(row, held, due_words(row), standing_of_case(row, now)))
    return found

"""What the inbox says of the calendar: limits that moved, by which change, from when to when."""

from dataclasses import dataclass

from django.urls import reverse

from runut.office.calendar.deadlines import moment_words
from runut.office.calendar.models import DeadlineMove
from runut.office.cases.models import Task
from runut.office.people.models import Person


@dataclass(frozen=True)
class Moved:
    """A line of the inbox: what it says, and where it leads."""

    words: str
    url: str
    label: str = "Lihat langkahnya"


def moved_deadlines(person: Person) -> list[Moved]:
    """The last move of each open step in the person's inbox."""
    rows = Task.objects.filter(
        office_id=person.office_id, holders__person=person, case__status="berjalan"
    )
    held = {(one.case_id, one.no, one.round) for one in rows}
    if not held:
        return []
    moves = DeadlineMove.objects.filter(
        office_id=person.office_id, case_id__in={case_id for case_id, _, _ in held}
    ).select_related("case", "office")
    last = {(one.case_id, one.no, one.round): one for one in moves.order_by("pada", "pk")}
    return [_notice(one) for key, one in last.items() if key in held]


def _notice(move: DeadlineMove) -> Moved:
    dari, ke = moment_words(move.office, move.dari), moment_words(move.office, move.ke)
    words = (
        f"Batas langkah {move.no}, {move.case.judul}, bergeser dari {dari} ke {ke}, "
        f"karena kalender kantor berubah: {move.karena}."
    )
    return Moved(words, reverse("langkah", args=[move.case_id, move.no]))

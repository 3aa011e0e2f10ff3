"""What the inbox says of the calendar: limits that moved, by which change, from when to when."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
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
    held = Task.objects.filter(
        office_id=person.office_id,
        case_id=OuterRef("case_id"),
        no=OuterRef("no"),
        round=OuterRef("round"),
        holders__person=person,
        case__status="berjalan",
    )
    moves = DeadlineMove.objects.filter(Exists(held), office_id=person.office_id)
    rows = moves.select_related("case", "office").order_by("pada", "pk")
    last = {(one.case_id, one.no, one.round): one for one in rows}
    return [_notice(one) for one in last.values()]


def _notice(move: DeadlineMove) -> Moved:
    dari, ke = moment_words(move.office, move.dari), moment_words(move.office, move.ke)
    words = (
        f"Batas langkah {move.no}, {move.case.judul}, bergeser dari {dari} ke {ke}, "
        f"karena kalender kantor berubah: {move.karena}."
    )
    return Moved(words, reverse("langkah", args=[move.case_id, move.no]))

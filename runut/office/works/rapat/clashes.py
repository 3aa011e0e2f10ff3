"""What else takes place at the time of a meeting: people, rooms, days away."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from runut.core.words.dates import format_date, format_hours
from runut.office.people.models import Office
from runut.office.substitutes.models import Substitution
from runut.office.works.rapat.models import Invitee, Meeting

SHOWN = 5


@dataclass(frozen=True)
class Plan:
    """A meeting as it is to be: when, where, and the keys of the people who are to come."""

    office: Office
    mulai: datetime
    selesai: datetime
    tempat: str
    people: frozenset[int]
    meeting_id: int | None = None


def clashes_of(plan: Plan) -> list[str]:
    """Each clash in a sentence; nothing where there is none."""
    found = [words for source in SOURCES for words in source(plan)]
    rest = len(found) - SHOWN
    return found if rest <= 0 else [*found[:SHOWN], f"Masih ada {rest} bentrok lain."]


def plan_of(meeting: Meeting, invitees: Iterable[Invitee] | None = None) -> Plan:
    """The plan of a meeting that was called; ``invitees`` where they were read already."""
    if invitees is None:
        invitees = meeting.invitees.filter(office_id=meeting.office_id, person__isnull=False)
    return Plan(
        meeting.office,
        meeting.mulai,
        meeting.selesai,
        meeting.tempat,
        frozenset(one.person_id for one in invitees if one.person_id),
        meeting.pk,
    )


def _other_meetings(plan: Plan) -> Iterable[str]:
    """Meetings of the office at the same time: in the same room, or with the same people."""
    others = (
        Meeting.objects.filter(
            office=plan.office,
            mulai__lt=plan.selesai,
            selesai__gt=plan.mulai,
            dibatalkan_pada=None,
            ditutup_pada=None,
            case__status="berjalan",
        )
        .exclude(pk=plan.meeting_id or 0)
        .select_related("office")
        .order_by("mulai", "pk")[:20]
    )
    called: dict[int, list[str]] = {}
    rows = Invitee.objects.filter(
        office=plan.office, meeting__in=[one.pk for one in others], person__in=plan.people
    ).exclude(jawaban=Invitee.Answer.ABSENT)
    for meeting_id, nama in rows.order_by("urutan").values_list("meeting_id", "nama"):
        called.setdefault(meeting_id, []).append(nama)
    for one in others:
        hours = format_hours(one.local(one.mulai), one.local(one.selesai), one.zona)
        if _room(one.tempat) == _room(plan.tempat):
            yield f"{one.tempat} dipakai rapat lain: {one.acara} ({one.hari}, {hours})."
        if names := called.get(one.pk):
            more = f" dan {len(names) - 3} lainnya" if names[3:] else ""
            yield (
                f"{', '.join(names[:3])}{more} diundang ke rapat lain: {one.acara} "
                f"({one.hari}, {hours})."
            )


def _away(plan: Plan) -> Iterable[str]:
    """People who are away on that day, and who stands in for them."""
    first, last = (one.astimezone(plan.office.zone).date() for one in (plan.mulai, plan.selesai))
    away = Substitution.objects.filter(
        Substitution.touching(first, last), office=plan.office, holder__in=plan.people
    )
    for one in away.select_related("holder", "substitute").order_by("mulai", "pk")[:20]:
        until = format_date(one.selesai)
        by = f" digantikan {one.substitute.nama}" if one.substitute else " tidak bertugas"
        yield f"{one.holder.nama}{by} sampai {until}."


SOURCES: tuple[Callable[[Plan], Iterable[str]], ...] = (_other_meetings, _away)
"""Each knows one reason why a time does not fit. Who knows of another adds a function here."""


def _room(tempat: str) -> str:
    return "".join(one for one in tempat.casefold() if one.isalnum())

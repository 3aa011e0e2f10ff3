"""The facts of a meeting as forms bring them in and as the invitation prints them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from runut.core.findings import Refused
from runut.office.works.rapat.models import Invitee, Meeting

_NAMES = {
    "acara": "acara",
    "rangka": "rangka",
    "tempat": "tempat",
    "mulai": "waktu",
    "selesai": "waktu",
    "catatan": "catatan",
    "undangan": "daftar undangan",
}


@dataclass(frozen=True)
class MeetingFacts:
    """When, where and what about. ``rangka`` says what it serves; times are aware."""

    acara: str
    rangka: str
    tempat: str
    mulai: datetime
    selesai: datetime
    catatan: str = ""


def refuse_facts(facts: MeetingFacts, at: datetime | None) -> Refused | None:
    """A meeting ends after it began, and is called for a time after ``at``.

    ``at`` None: it may lie behind, where a step records a meeting that nobody called here.
    """
    if facts.selesai <= facts.mulai:
        return Refused(
            "waktu_terbalik", "Rapat selesai sebelum mulai. Betulkan jam mulai atau jam selesai."
        )
    if at and facts.mulai < at:
        return Refused(
            "waktu_lewat", "Waktu mulai rapat sudah lewat. Pilih hari dan jam yang akan datang."
        )
    return None


def printed_facts(meeting: Meeting, invitees: Sequence[Invitee]) -> dict[str, object]:
    """What the invitation prints: compared with these, one sees whether it is still right."""
    return {
        "acara": meeting.acara,
        "rangka": meeting.rangka,
        "tempat": meeting.tempat,
        "mulai": meeting.local(meeting.mulai).isoformat(),
        "selesai": meeting.local(meeting.selesai).isoformat(),
        "catatan": meeting.catatan,
        "undangan": [[one.nama, one.jabatan] for one in invitees if not one.walk_in],
    }


def copies_of(meeting: Meeting) -> tuple[str, ...]:
    """Who gets a copy of the invitation, as it was composed last."""
    return tuple(meeting.composed_from.get("tembusan", ()))


def changes_since_composed(meeting: Meeting, invitees: Sequence[Invitee]) -> tuple[str, ...]:
    """Names of the facts that differ from the invitation drawn last; all where there is none."""
    now = printed_facts(meeting, invitees)
    then = meeting.composed_from
    return tuple(dict.fromkeys(_NAMES[key] for key in now if now[key] != then.get(key)))


def is_letter_changed(changes: Sequence[str]) -> bool:
    """Whether the words of the letter changed, not only the list of those who get it."""
    return any(name != _NAMES["undangan"] for name in changes)

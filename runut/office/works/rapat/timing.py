"""A meeting held at another time than announced: asked about, and kept with the reason."""

from datetime import datetime, timedelta

from runut.core.findings import Refused
from runut.core.words.dates import format_clock, format_day
from runut.office.works.rapat.models import Meeting

EARLY = timedelta(hours=1)
"""Opened earlier than this before its hour, a meeting may have been held without its invitees."""


def refuse_other_begin(meeting: Meeting, dibuka: datetime, alasan: str) -> Refused | None:
    """Ask where the meeting is said to have begun on another day than it was called for."""
    called, opened = meeting.local(meeting.mulai), meeting.local(dibuka)
    if alasan.strip() or (opened.date() == called.date() and opened >= called - EARLY):
        return None
    return Refused(
        "beda_waktu",
        f"Rapat ini diundang untuk {_when(meeting, called)}, tetapi dicatat dibuka "
        f"{_when(meeting, opened)}. Betulkan tanggal atau jamnya; bila memang demikian, tuliskan "
        "alasannya.",
    )


def refuse_other_end(meeting: Meeting, ditutup: datetime, alasan: str) -> Refused | None:
    """Ask where the meeting is said to have ended on a day on which it was not held."""
    closed = meeting.local(ditutup)
    held = {
        meeting.local(m).date() for m in (meeting.dibuka_pada or meeting.mulai, meeting.selesai)
    }
    if alasan.strip() or closed.date() in held:
        return None
    opened = meeting.local(meeting.dibuka_pada or meeting.mulai)
    return Refused(
        "beda_waktu",
        f"Rapat dibuka {_when(meeting, opened)}, tetapi dicatat ditutup {_when(meeting, closed)}. "
        "Isi kapan rapatnya selesai, bukan kapan notulanya; bila memang demikian, tuliskan "
        "alasannya.",
    )


def with_reason(meeting: Meeting, alasan: str) -> str:
    """The reasons kept with the meeting, the new one after those before."""
    return "; ".join(filter(None, [meeting.alasan_waktu, alasan.strip()]))[:700]


def _when(meeting: Meeting, moment: datetime) -> str:
    return f"{format_day(moment)} pukul {format_clock(moment, meeting.zona)}"

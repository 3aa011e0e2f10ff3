"""What forms are filled with before anybody types: the next fitting day, the words at hand."""

from datetime import datetime, time, timedelta
from typing import Any

from runut.core.calendar.working_time import (
    Calendar,
    add_minutes,
    is_working_day,
    next_working_day,
)
from runut.core.case.model import StepStatus
from runut.core.words.titles import sop_name
from runut.office.cases.acting import OpenCase
from runut.office.people.calendars import calendar_of
from runut.office.works.rapat.kinds import HELD, RECORDED
from runut.office.works.rapat.models import Meeting

START, END = time(9), time(12)
WORKING_DAYS_AHEAD = 2
LENGTH = timedelta(hours=3)
_HOLDING = frozenset(kind.name for kind in (*HELD, *RECORDED))


def suggest_facts(case: OpenCase, meeting: Meeting | None, at: datetime) -> dict[str, Any]:
    """The facts of the meeting as they are, or as they could be: at nine, in two working days, or
    when what the SOP does before it takes longer, after that."""
    if meeting:
        start, end = meeting.local(meeting.mulai), meeting.local(meeting.selesai)
        return {
            "acara": meeting.acara,
            "rangka": meeting.rangka,
            "tanggal": start.date(),
            "mulai": start.time(),
            "selesai": end.time(),
            "tempat": meeting.tempat,
            "catatan": meeting.catatan,
        }
    local, calendar = at.astimezone(case.row.office.zone), calendar_of(case.row.office)
    day = local.date()
    for _ in range(WORKING_DAYS_AHEAD):
        day = next_working_day(calendar, day)
    ready = add_minutes(calendar, local, _minutes_before(case))
    if ready.date() >= day:
        day = next_working_day(calendar, ready.date())
    subject = subject_of(case)
    return {
        "acara": f"Rapat {subject}",
        "rangka": subject,
        "tanggal": day,
        "mulai": START,
        "selesai": END,
    }


def _minutes_before(case: OpenCase) -> int:
    """The standard time of what is still to be done, down the form, before a meeting is held."""
    total = 0
    for step in case.definition.steps:
        if case.state.step(step.no).status is StepStatus.SELESAI:
            continue
        if step.work in _HOLDING:
            return total
        total += step.waktu_menit or 0
    return 0


def suggest_now(case: OpenCase, at: datetime) -> dict[str, Any]:
    """The facts of a meeting that is being held: today, from this hour on."""
    local = at.astimezone(case.row.office.zone)
    begun = local.replace(minute=0, second=0, microsecond=0)
    ends = min(begun + LENGTH, local.replace(hour=23, minute=59, second=0, microsecond=0))
    hours = {"tanggal": local.date(), "mulai": begun.time(), "selesai": ends.time()}
    return {**suggest_facts(case, None, at), **hours}


def subject_of(case: OpenCase) -> str:
    """What the case does, in words: the first word of its SOP, and its own name."""
    verb = sop_name(case.definition.judul).split(" ")[0].lower()
    if verb in case.row.judul.lower():
        return case.row.judul
    return f"{verb} {case.row.judul}"


def is_day_off(case: OpenCase, meeting: Meeting) -> bool:
    """Whether the office does not work on the day of the meeting."""
    calendar: Calendar = calendar_of(case.row.office)
    return not is_working_day(calendar, meeting.local(meeting.mulai).date())


def this_minute(case: OpenCase, at: datetime) -> dict[str, Any]:
    """Now, for a day and an hour field."""
    local = at.astimezone(case.row.office.zone)
    return {"tanggal": local.date(), "pukul": local.time().replace(second=0, microsecond=0)}


def suggest_end(case: OpenCase, meeting: Meeting | None, at: datetime) -> dict[str, Any]:
    """The end is now; the begin, where nobody recorded it, is as called, unless that is to come."""
    begun = at if meeting is None else min(meeting.mulai, at)
    start = this_minute(case, begun)
    return {**this_minute(case, at), "hari_buka": start["tanggal"], "jam_buka": start["pukul"]}

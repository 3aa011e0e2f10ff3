"""What forms are filled with before anybody types: the next fitting day, the words at hand."""

from datetime import datetime, time, timedelta
from typing import Any

from runut.core.calendar.working_time import Calendar, is_working_day, next_working_day
from runut.core.words.titles import sop_name
from runut.office.cases.acting import OpenCase
from runut.office.people.calendars import calendar_of
from runut.office.works.rapat.models import Meeting

START, END = time(9), time(12)
WORKING_DAYS_AHEAD = 2
LENGTH = timedelta(hours=3)


def suggest_facts(case: OpenCase, meeting: Meeting | None, at: datetime) -> dict[str, Any]:
    """The facts of the meeting as they are, or as they could be: in two working days, at nine."""
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
    day = at.astimezone(case.row.office.zone).date()
    for _ in range(WORKING_DAYS_AHEAD):
        day = next_working_day(calendar_of(case.row.office), day)
    subject = subject_of(case)
    return {
        "acara": f"Rapat {subject}",
        "rangka": subject,
        "tanggal": day,
        "mulai": START,
        "selesai": END,
    }


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

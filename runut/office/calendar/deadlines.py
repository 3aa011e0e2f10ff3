"""The limits of open steps follow the calendar: moved in the act that changes it, with a trace."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from runut.core.calendar.working_time import Calendar, add_minutes, minutes_between
from runut.core.case.model import CaseStatus
from runut.core.case.plan import deadline_of
from runut.core.words.dates import format_clock, format_date
from runut.office.calendar.models import DeadlineMove
from runut.office.cases.acting import case_subject, definition_for
from runut.office.cases.models import Task
from runut.office.people.models import Office
from runut.office.trust.append import Act

RUNNING = (CaseStatus.BERJALAN, CaseStatus.DITUNDA)


@dataclass(frozen=True)
class Moved:
    """An open step and its limit by the calendar as it is now."""

    task: Task
    dari: datetime
    ke: datetime


@dataclass(frozen=True)
class Calendars:
    """The calendar of an office on both sides of a change; ``zone`` was that of the office."""

    before: Calendar
    after: Calendar
    zone: ZoneInfo


def moved_limits(office: Office, calendars: Calendars, at: datetime) -> Iterator[Moved]:
    """The open tasks whose limit is another one by the changed calendar."""
    tasks = Task.objects.filter(
        office_id=office.pk, case__status__in=RUNNING, batas__isnull=False
    ).select_related("case", "case__sop_version")
    for task in tasks.order_by("pk"):
        step = definition_for(task.case.sop_version).step(task.no)
        assert task.batas is not None  # noqa: S101 - asked for above
        due = _limit(task, step.waktu_menit if step else None, calendars, at, office.zone)
        if due != task.batas:
            yield Moved(task, task.batas, due)


def _limit(
    task: Task, waktu_menit: int | None, calendars: Calendars, at: datetime, zone: ZoneInfo
) -> datetime:
    """The standard time from the opening on. A limit that was set otherwise keeps the working
    time that it still leaves; once past, it stays."""
    assert task.batas is not None  # noqa: S101 - asked for in moved_limits
    opened, limit = task.dibuka_pada, task.batas.astimezone(calendars.zone)
    by_then = deadline_of(calendars.before, opened.astimezone(calendars.zone), waktu_menit)
    if by_then == limit:
        return deadline_of(calendars.after, opened.astimezone(zone), waktu_menit) or limit
    if limit <= at:
        return limit
    left = minutes_between(calendars.before, at.astimezone(calendars.zone), limit)
    return add_minutes(calendars.after, at.astimezone(zone), left)


def move_limits(office: Office, calendars: Calendars, karena: str, at: datetime) -> list[Act]:
    """Bring the limits of all open tasks up to the changed calendar; the lines that tell of it.

    Call inside the transaction of the act that changed the calendar.
    """
    moved = list(moved_limits(office, calendars, at))
    rows = [
        DeadlineMove(
            versi=office.kalender_versi,
            office_id=office.pk,
            case_id=one.task.case_id,
            no=one.task.no,
            round=one.task.round,
            dari=one.dari,
            ke=one.ke,
            karena=karena,
            pada=at,
        )
        for one in moved
    ]
    DeadlineMove.objects.bulk_create(rows, ignore_conflicts=True)
    lines = [_line(office, one, karena) for one in moved]
    for one in moved:
        Task.objects.filter(office_id=office.pk, pk=one.task.pk).update(batas=one.ke)
    return lines


def moment_words(office: Office, moment: datetime) -> str:
    """A limit in words, on the clock of the office: "13 Maret 2026 pukul 16.00 WIB"."""
    local = moment.astimezone(office.zone)
    return f"{format_date(local.date())} pukul {format_clock(local, local.tzname() or '').strip()}"


def _line(office: Office, one: Moved, karena: str) -> Act:
    facts = {
        "no": one.task.no,
        "putaran": one.task.round,
        "dari": moment_words(office, one.dari),
        "ke": moment_words(office, one.ke),
        "karena": karena,
    }
    return Act("kalender.batas_bergeser", case_subject(one.task.case_id), facts)

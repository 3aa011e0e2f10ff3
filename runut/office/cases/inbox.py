"""What lies in a person's inbox, the most urgent first, with the time left in working time."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from runut.core.calendar.standard_time import roughly
from runut.core.calendar.working_time import (
    Calendar,
    last_working_day_on_or_before,
    minutes_between,
)
from runut.core.case.model import Step
from runut.core.case.standing import Standing, standing_of_step
from runut.core.words.dates import format_date
from runut.office.cases.acting import state_of
from runut.office.cases.holding import tasks_at
from runut.office.cases.models import Task
from runut.office.cases.standing import limits_of_case
from runut.office.cases.standing_in import names_of, title_of
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Person


@dataclass(frozen=True)
class TaskRow:
    """A task as the inbox shows it."""

    task: Task
    step: Step
    is_late: bool
    left: str
    """Working time left, or time over, in words."""
    case_due: str = ""
    """The day by which the whole is due, "" where there is none."""
    is_case_late: bool = False
    standing: Standing | None = None
    """Until when this step must begin or end for the whole to be in time."""
    acts_for: str = ""
    """The holder for whom a substitute has the task, "" where it is his own."""
    given_to: str = ""
    """With whom it lies, where a substitute has taken it over; until when is ``given_until``."""
    given_until: str = ""


def task_rows(person: Person, now: datetime) -> list[TaskRow]:
    """The inbox: the most urgent first, the time left in working time. What lies with a substitute
    comes too, and says with whom."""
    held = tasks_at(person, now)
    refs = {one.behalf for one in held} | {one.given.substitute for one in held if one.given}
    names = names_of(person.office_id, refs - {""})
    rows = (_task_row(one.task, one.step, now) for one in held)
    return [
        replace(
            row,
            acts_for=names.get(one.behalf, ""),
            given_to=f"{title_of(one.given)} {names.get(one.given.substitute, '')}"
            if one.given
            else "",
            given_until=format_date(one.given.last) if one.given else "",
        )
        for row, one in zip(rows, held, strict=True)
    ]


def _task_row(task: Task, step: Step, now: datetime) -> TaskRow:
    calendar, local = calendar_of(task.case.office), now.astimezone(task.case.office.zone)
    whole = (*_whole(calendar, task.case.batas, local.date()), _standing(task, calendar, local))
    if task.batas is None:
        return TaskRow(task, step, False, "tanpa batas waktu", *whole)
    limit = task.batas.astimezone(task.case.office.zone)
    is_late = local > limit
    minutes = minutes_between(calendar, *((limit, local) if is_late else (local, limit)))
    words = roughly(minutes)
    return TaskRow(task, step, is_late, f"lewat {words}" if is_late else f"sisa {words}", *whole)


def _standing(task: Task, calendar: Calendar, now: datetime) -> Standing | None:
    """How the step stands within the plan of its case, where the case is due at all."""
    if task.case.batas is None:
        return None
    state = state_of(task.case)
    limits = limits_of_case(task.case, state, now)
    if task.no not in limits.steps:
        return None
    return standing_of_step(calendar, limits, state, task.no, now)


def _whole(calendar: Calendar, due: date | None, today: date) -> tuple[str, bool]:
    """When the case as a whole is due, and whether that day has passed.

    Work ends on a working day: a due day that is a day off means the working day before it,
    as the page of the work says too.
    """
    if due is None:
        return "", False
    day = last_working_day_on_or_before(calendar, due)
    return format_date(day), today > day


def tasks_of(person: Person, now: datetime) -> list[Task]:
    """What the person has to do at ``now``, in his own right or as a substitute, the most urgent
    first."""
    return [one.task for one in tasks_at(person, now) if one.given is None]

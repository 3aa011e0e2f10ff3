"""When the steps of a case will be done, and when each must begin for the report to be in time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from runut.core.calendar.aturan import BULAN_PENYAMPAIAN
from runut.core.calendar.standard_time import (
    after_standard_time,
    before_standard_time,
    due_by_standard_time,
)
from runut.core.calendar.working_time import (
    Calendar,
    closing_of,
    last_working_day_on_or_before,
    minutes_between,
    next_working_moment,
    years_without_cuti_bersama,
)
from runut.core.case.model import CaseState, CaseStatus, Definition, Step
from runut.core.case.route import first_steps, is_forward


@dataclass(frozen=True)
class PlannedStep:
    """A step still to be done: forward from now, and backward from the due date.

    ``latest_start`` is the latest safe start. ``batas`` is the deadline of an open step.
    """

    no: str
    is_open: bool
    expected_start: datetime
    expected_finish: datetime
    latest_start: datetime
    latest_finish: datetime
    slack_menit: int
    batas: datetime | None
    is_overdue: bool


@dataclass(frozen=True)
class Plan:
    """How a case stands against its due date.

    ``due_date`` is the legal date, ``due`` the closing of the last working day on or before it.
    ``slack_menit`` is working time; negative where it will be late. ``tanpa_waktu`` are steps
    without a standard time, counted as none; ``tahun_tanpa_cuti_bersama`` years whose dates are
    still uncertain. A case that runs no more has no steps and no expectation.
    """

    now: datetime
    due_date: date
    due: datetime
    steps: tuple[PlannedStep, ...]
    expected_finish: datetime | None
    latest_start: datetime | None
    slack_menit: int | None
    is_feasible: bool
    tanpa_waktu: tuple[str, ...]
    tahun_tanpa_cuti_bersama: tuple[int, ...]

    def step(self, no: str) -> PlannedStep | None:
        return next((step for step in self.steps if step.no == no), None)


@dataclass(frozen=True)
class Limits:
    """The plan seen backward alone: it changes with the open steps, not with every minute.

    ``steps``: the latest safe start and the latest finish of each step still to be done.
    """

    due: datetime
    steps: Mapping[str, tuple[datetime, datetime]]


def due_date_of(tahun: int) -> date:
    """The legal date of the report on ``tahun``: two months after it ends, the last of February.

    It is hard: no rule moves it where it is a day off (see last_working_day_on_or_before).
    PermenPANRB 53/2014, Lampiran II.D. Raises ValueError for years before that rule.

    >>> due_date_of(2025), due_date_of(2027)
    (datetime.date(2026, 2, 28), datetime.date(2028, 2, 29))
    """
    due = date(tahun + 1, 1 + BULAN_PENYAMPAIAN.nilai, 1) - timedelta(days=1)
    if due < BULAN_PENYAMPAIAN.berlaku:
        raise ValueError(f"no rule in force for the report on {tahun}")
    return due


def deadline_of(
    calendar: Calendar, opened_at: datetime, waktu_menit: int | None
) -> datetime | None:
    """Until when an open step may take; None where the SOP gives it no standard time."""
    if waktu_menit is None:
        return None
    return due_by_standard_time(calendar, opened_at, waktu_menit)


def due_moment(calendar: Calendar, due_date: date, like: datetime) -> datetime:
    """The closing of the last working day on or before a date, in the zone of ``like``."""
    return closing_of(calendar, last_working_day_on_or_before(calendar, due_date), like)


def limits_of(
    calendar: Calendar,
    definition: Definition,
    opens: tuple[str, ...],
    due_date: date,
    like: datetime,
) -> Limits:
    """Until when each step still to be done must begin and end, once the steps ``opens`` are
    open; in the zone of ``like``. ``plan_of`` plans by the same limits."""
    due = due_moment(calendar, due_date, like)
    return Limits(due, _backward(calendar, main_path(definition, opens), due))


def plan_of(
    calendar: Calendar, definition: Definition, state: CaseState, now: datetime, due_date: date
) -> Plan:
    """The plan of a case along its main path: the open steps and all that follows them when every
    check is passed and every decision takes its first way down the form."""
    due = due_moment(calendar, due_date, now)
    path = main_path(definition, _open_now(definition, state))
    forward = _forward(calendar, path, state, now)
    backward = _backward(calendar, path, due)
    steps = tuple(
        _planned(calendar, step, state, now, (*forward[step.no], *backward[step.no]))
        for step in path
    )
    finish = max((step.expected_finish for step in steps), default=None)
    return Plan(
        now=now,
        due_date=due_date,
        due=due,
        steps=steps,
        expected_finish=finish,
        latest_start=min((step.latest_start for step in steps), default=None),
        slack_menit=None if finish is None else minutes_between(calendar, finish, due),
        is_feasible=finish is None or finish <= due,
        tanpa_waktu=tuple(step.no for step in path if step.waktu_menit is None),
        tahun_tanpa_cuti_bersama=years_without_cuti_bersama(
            calendar, now.date(), max(due_date, (finish or now).date())
        ),
    )


def _open_now(definition: Definition, state: CaseState) -> tuple[str, ...]:
    if state.status not in (CaseStatus.BERJALAN, CaseStatus.DITUNDA):
        return ()
    return state.open_steps if state.started_at else first_steps(definition)


def main_path(definition: Definition, opens: tuple[str, ...]) -> tuple[Step, ...]:
    """The steps still to be done, in the order of the form: the open ones and what follows them
    when every decision takes its first way down."""
    found = set(opens)
    for step in definition.steps:
        if step.no in found:
            found.update(_main_ways(definition, step))
    return tuple(step for step in definition.steps if step.no in found)


def _main_ways(definition: Definition, step: Step) -> tuple[str, ...]:
    ways = [way for way in step.exits if is_forward(definition, step.no, way.ke)]
    label = next((way.jika for way in ways if way.jika is not None), None)
    return tuple(way.ke for way in ways if way.jika in (None, label))


_Times = Mapping[str, tuple[datetime, datetime]]


def _forward(calendar: Calendar, path: tuple[Step, ...], state: CaseState, now: datetime) -> _Times:
    """Expected start and finish of each step, working at the standard pace from now on.

    A step taken up already counts from then, but is not done before now.
    """
    at_work = next_working_moment(calendar, now)
    times: dict[str, tuple[datetime, datetime]] = {}
    for step in path:
        menit = step.waktu_menit or 0
        before = [times[o.no][1] for o in path if o.no in times and _leads(o, step)]
        if before:
            begin = max(before)
            finish = after_standard_time(calendar, begin, menit)
            begin = next_working_moment(calendar, begin) if menit else begin
        else:
            taken_up = state.step(step.no).started_at
            begin = taken_up.astimezone(now.tzinfo) if taken_up else at_work
            finish = max(after_standard_time(calendar, begin, menit), at_work)
        times[step.no] = (begin, finish)
    return times


def _backward(calendar: Calendar, path: tuple[Step, ...], due: datetime) -> _Times:
    """Latest safe start and finish of each step, so that all is done when it is due."""
    times: dict[str, tuple[datetime, datetime]] = {}
    for step in reversed(path):
        after = [times[o.no][0] for o in path if o.no in times and _leads(step, o)]
        finish = min(after, default=due)
        start = before_standard_time(calendar, finish, step.waktu_menit or 0)
        times[step.no] = (start, finish)
    return times


def _leads(origin: Step, target: Step) -> bool:
    return any(way.ke == target.no for way in origin.exits)


def _planned(
    calendar: Calendar,
    step: Step,
    state: CaseState,
    now: datetime,
    times: tuple[datetime, datetime, datetime, datetime],
) -> PlannedStep:
    expected_start, expected_finish, latest_start, latest_finish = times
    opened_at = state.step(step.no).opened_at if step.no in state.open_steps else None
    local = opened_at.astimezone(now.tzinfo) if opened_at else None
    batas = deadline_of(calendar, local, step.waktu_menit) if local else None
    return PlannedStep(
        no=step.no,
        is_open=opened_at is not None,
        expected_start=expected_start,
        expected_finish=expected_finish,
        latest_start=latest_start,
        latest_finish=latest_finish,
        slack_menit=minutes_between(calendar, expected_finish, latest_finish),
        batas=batas,
        is_overdue=batas is not None and batas < now,
    )

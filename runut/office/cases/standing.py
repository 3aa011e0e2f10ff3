"""How the running cases of an office stand, for every page that says so: one answer for all."""

from dataclasses import dataclass
from datetime import datetime

from runut.core.calendar.working_time import last_working_day_on_or_before
from runut.core.case.model import CaseState, CaseStatus
from runut.core.case.plan import Limits, limits_of
from runut.core.case.standing import Standing, remedy_of, standing_of
from runut.core.words.dates import format_date
from runut.office.cases.acting import definition_for, state_of
from runut.office.cases.models import Case
from runut.office.people.calendars import calendar_of


@dataclass(frozen=True)
class CaseRow:
    """A case as the list shows it: the working day by which it is due, and how it stands."""

    case: Case
    due: str
    standing: Standing | None


def case_row(row: Case, now: datetime) -> CaseRow:
    """A line of the list of cases."""
    return CaseRow(row, due_words(row), standing_of_case(row, now))


def due_words(row: Case) -> str:
    """The last working day on or before the due date, as every page says it; "" for none."""
    if row.batas is None:
        return ""
    return format_date(last_working_day_on_or_before(calendar_of(row.office), row.batas))


def standing_of_case(row: Case, now: datetime) -> Standing | None:
    """Whether a running case will be in time; None where it has no due date or does not run."""
    if row.batas is None or row.status != CaseStatus.BERJALAN:
        return None
    state = state_of(row)
    limits = limits_of_case(row, state, now)
    return standing_of(calendar_of(row.office), limits, state, now.astimezone(row.office.zone))


def limits_of_case(row: Case, state: CaseState, now: datetime) -> Limits:
    """Until when each step of a case with a due date must begin and end.

    They do not change from minute to minute: kept until the calendar or the open steps change.
    """
    assert row.batas is not None  # noqa: S101 - the caller has looked
    office = row.office
    definition = definition_for(row.sop_version, state.works)
    times = tuple((step.no, step.waktu_menit) for step in definition.steps)
    calendar = (office.pk, office.kalender_versi, office.zona_waktu)
    key = (calendar, definition.sop_sha256, times, state.open_steps, row.batas)
    if (known := _limits.get(key)) is None:
        if len(_limits) >= _LIMITS_KEPT:
            _limits.clear()
        local = now.astimezone(office.zone)
        known = limits_of(calendar_of(office), definition, state.open_steps, row.batas, local)
        _limits[key] = known
    return known


_limits: dict[object, Limits] = {}
_LIMITS_KEPT = 1024


def remedy_of_case(row: Case, now: datetime) -> str:
    """The cheapest thing that brings a late case in time again; "" where nothing is late."""
    if row.batas is None or row.status != CaseStatus.BERJALAN:
        return ""
    state = state_of(row)
    definition, calendar = definition_for(row.sop_version, state.works), calendar_of(row.office)
    return remedy_of(calendar, definition, state, now.astimezone(row.office.zone), row.batas)

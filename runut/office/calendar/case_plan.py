"""The plan of a running case: until when each step, what helps, and how likely it is in time."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from runut.core.calendar.standard_time import roughly, words_of
from runut.core.case.forecast import Forecast, forecast_of
from runut.core.case.model import CaseStatus
from runut.core.case.plan import Plan, PlannedStep, plan_of
from runut.core.case.standing import moment_words
from runut.core.words.dates import format_date
from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.calendar.measured import measured_times
from runut.office.calendar.picture import picture_of
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import open_case
from runut.office.cases.standing import due_words, remedy_of_case, standing_of_case
from runut.office.people.calendars import calendar_of


@dataclass(frozen=True)
class PlanRow:
    """A step still to be done, in words."""

    no: str
    kegiatan: str
    waktu: str
    expected: str
    latest_start: str
    latest_finish: str
    slack: str
    is_open: bool
    is_late: bool


@require_safe
def plan_page(request: HttpRequest, case_id: int) -> HttpResponse:
    """The plan of a case that has a due date and runs; another has none."""
    case = open_case(case_id, person_of(request))
    if case.row.batas is None or case.row.status != CaseStatus.BERJALAN:
        return render(request, "calendar/no_plan.html", {"case": case})
    now = clock.now().astimezone(case.row.office.zone)
    calendar = calendar_of(case.row.office)
    plan = plan_of(calendar, case.definition, case.state, now, case.row.batas)
    forecast = forecast_of_case(case, now)
    context = {
        "case": case,
        "rows": [_row(case, step) for step in plan.steps],
        "plan": plan,
        "due": due_words(case.row),
        "legal": _legal(plan),
        "standing": standing_of_case(case.row, now),
        "remedy": remedy_of_case(case.row, now),
        "expected": moment_words(plan.expected_finish) if plan.expected_finish else "",
        "forecast": forecast,
        "picture": picture_of(forecast) if forecast else None,
    }
    return render(request, "calendar/plan.html", context)


def forecast_of_case(case: OpenCase, now: datetime) -> Forecast | None:
    """The forecast of a case; the same all day, because chance is seeded by case and day."""
    due: date | None = case.row.batas
    if due is None:
        raise Http404
    return forecast_of(
        calendar_of(case.row.office),
        case.definition,
        case.state,
        now,
        due,
        samples=measured_times(case),
        seed=case.row.pk * 1_000_003 + now.date().toordinal(),
    )


def _legal(plan: Plan) -> str:
    if plan.due.date() == plan.due_date:
        return ""
    return f"hari kerja terakhir sebelum {format_date(plan.due_date)}"


def _row(case: OpenCase, planned: PlannedStep) -> PlanRow:
    step = case.definition.step(planned.no)
    assert step is not None  # noqa: S101 - a planned step is a step of its definition
    late = planned.slack_menit < 0
    slack = f"kurang {roughly(-planned.slack_menit)}" if late else roughly(planned.slack_menit)
    return PlanRow(
        no=step.no,
        kegiatan=step.kegiatan,
        waktu=words_of(step.waktu_menit) if step.waktu_menit is not None else "tanpa waktu baku",
        expected=moment_words(planned.expected_finish),
        latest_start=moment_words(planned.latest_start),
        latest_finish=moment_words(planned.latest_finish),
        slack=slack,
        is_open=planned.is_open,
        is_late=late,
    )

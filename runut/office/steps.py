"""Which page does the real work of a step: one table from the work of a step to its view."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from runut.core.sop.proposals.work import Work
from runut.office.cases import step_views as cases
from runut.office.cases.act_forms import person_of
from runut.office.cases.queries import step_page
from runut.office.meetings import views as meetings
from runut.office.reports import views as reports

StepView = Callable[[HttpRequest, int, str], HttpResponse]

WORK_PAGES: dict[str, StepView] = {
    Work.PENUGASAN: meetings.assignment,
    Work.UNDANGAN: meetings.invitation,
    Work.KESIAPAN: meetings.readiness,
    Work.BUKA_RAPAT: meetings.opening,
    Work.BAHAS: meetings.discussion,
    Work.SEMPURNAKAN: reports.improve,
    Work.PERIKSA: cases.check,
    Work.TANDATANGAN: cases.sign,
    Work.UMUM: cases.general,
}


def step(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The page of a step; a step that is done or not open yet is shown, not worked on."""
    page = step_page(case_id, no, person_of(request))
    if page.refused is not None and request.method != "POST":
        return cases.closed(request, page)
    return WORK_PAGES[page.step.work](request, case_id, no)

"""The pages of a report: the list, its board, the draft on the screen."""

from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from runut.core.case.writing import TextLife
from runut.core.findings import Refused
from runut.files.write.html import write_html
from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import paper_on_screen
from runut.office.cases.queries import open_case, visible_cases
from runut.office.cases.text_life import life_of
from runut.office.reports.drafting import compose_draft
from runut.office.reports.queries import frozen_document
from runut.office.reports.register import report_of


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    cases = visible_cases(person_of(request)).exclude(laporan="")
    return render(request, "reports/list.html", {"cases": cases})


@require_safe
def board(request: HttpRequest, case_id: int) -> HttpResponse:
    """What the report of a case still lacks, as its kind shows it."""
    case = open_case(case_id, person_of(request))
    kind = report_of(case.row)
    if kind is None:
        raise Http404
    show = cast(Callable[[HttpRequest, OpenCase], HttpResponse], import_string(kind.board))
    return show(request, case)


@require_safe
def preview(request: HttpRequest, case_id: int) -> HttpResponse:
    """The report as it stands now, on the screen; once its draft is frozen, what is frozen."""
    case = open_case(case_id, person_of(request))
    frozen = None if life_of(case) is TextLife.WRITABLE else frozen_document(case.row)
    if frozen is not None:
        context = {"case": case, "html": write_html(paper_on_screen(frozen)), "frozen": frozen}
        return render(request, "reports/preview.html", context)
    paper = compose_draft(case.row, day=clock.now().date(), heading="PRATINJAU")
    if isinstance(paper, Refused):
        return render(request, "reports/no_figures.html", {"case": case, "refused": paper})
    return render(request, "reports/preview.html", {"case": case, "html": write_html(paper)})

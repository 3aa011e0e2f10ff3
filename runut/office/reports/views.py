"""The pages of a report: the list, its board, the draft on the screen."""

from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
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
from runut.office.reports.kind import ReportKind
from runut.office.reports.queries import frozen_document
from runut.office.reports.register import report_of


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    cases = visible_cases(person_of(request)).exclude(laporan="")
    return render(request, "reports/list.html", {"cases": cases})


@require_safe
def board(request: HttpRequest, case_id: int) -> HttpResponse:
    """What the report of a case still lacks, as its kind shows it."""
    return _shown_by_kind(request, case_id, lambda kind: kind.board)


@require_safe
def review(request: HttpRequest, case_id: int) -> HttpResponse:
    """What can be said of the report to a reviewer, as its kind shows it."""
    return _shown_by_kind(request, case_id, lambda kind: kind.review)


def claim(request: HttpRequest, case_id: int, kunci: str) -> HttpResponse:
    """One claim of the words that the figures deny, as its kind shows it."""
    case = open_case(case_id, person_of(request))
    kind = report_of(case.row)
    if kind is None:
        raise Http404
    show = cast(Callable[[HttpRequest, OpenCase, str], HttpResponse], import_string(kind.claim))
    return show(request, case, kunci)


@require_safe
def summary(request: HttpRequest, case_id: int, name: str = "") -> HttpResponse:
    """What everybody may read of a report, as its kind shows it; a file of it by its name."""
    case = open_case(case_id, person_of(request))
    kind = report_of(case.row)
    if kind is None:
        raise Http404
    show = cast(Callable[[HttpRequest, OpenCase, str], HttpResponse], import_string(kind.summary))
    return show(request, case, name)


def _shown_by_kind(
    request: HttpRequest, case_id: int, page_of: Callable[[ReportKind], str]
) -> HttpResponse:
    case = open_case(case_id, person_of(request))
    kind = report_of(case.row)
    if kind is None:
        raise Http404
    show = cast(Callable[[HttpRequest, OpenCase], HttpResponse], import_string(page_of(kind)))
    return show(request, case)


@require_safe
def preview(request: HttpRequest, case_id: int) -> HttpResponse:
    """The report as it stands now, on the screen; once its draft is frozen, what is frozen."""
    case = open_case(case_id, person_of(request))
    frozen = None if life_of(case) is TextLife.WRITABLE else frozen_document(case.row)
    if frozen is not None:
        html = write_html(paper_on_screen(frozen), pictures_at=_pictures_at(case))
        context = {"case": case, "html": html, "frozen": frozen}
        return render(request, "reports/preview.html", context)
    paper = compose_draft(case.row, day=clock.now().date(), heading="PRATINJAU")
    if isinstance(paper, Refused):
        return render(request, "reports/no_figures.html", {"case": case, "refused": paper})
    html = write_html(paper, pictures_at=_pictures_at(case))
    return render(request, "reports/preview.html", {"case": case, "html": html})


def _pictures_at(case: OpenCase) -> str:
    """Where people's pictures are fetched one by one: a slow line brings the words first."""
    return reverse("laporan_gambar", args=(case.row.pk, "x"))[:-1]

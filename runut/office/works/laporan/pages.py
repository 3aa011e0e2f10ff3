"""The page on which the report of a procedure is finished and frozen."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.findings import Refused
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import StepPage, step_page
from runut.office.people.models import Right
from runut.office.people.rights import may, people_with
from runut.office.reports.notes import open_notes
from runut.office.reports.proposals import proposals_of
from runut.office.reports.register import report_of
from runut.office.web.kept.pages import stands_on
from runut.office.works.answers import go_on
from runut.office.works.laporan.comments import open_comments
from runut.office.works.laporan.forms import FreezeForm
from runut.office.works.laporan.freezing import freeze_draft
from runut.office.works.laporan.kind import LAPORAN
from runut.office.works.rapat.pages import deciding
from runut.office.works.rapat.queries import open_resolutions


def improve(request: HttpRequest, page: StepPage) -> HttpResponse:
    """Work through the decisions of the meeting and the sections, then hand the draft on."""
    notes = open_notes(page.case)
    proposals = proposals_of(page.case.row)
    waiting = len(proposals.waiting)
    form = FreezeForm(request.POST or None, page=page, notes=notes, waiting=waiting)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = freeze_draft(
            form.ref,
            form.doer(request, page.case_url),
            kelengkapan=form.kelengkapan_given,
            exit_label=form.exit_chosen,
            answers=form.answers,
            takes_rest=form.cleaned_data.get("pakai_usulan", False),
            also=_refuse_what_is_open,
        )
        if isinstance(result, Done):
            words = "Draf akhir tersusun dan diteruskan untuk diperiksa."
            return go_on(request, result, words)
        status = form.refuse(result)
    context: dict[str, Any] = {
        "page": page,
        "case": page.case,
        "form": form,
        "notes": notes,
        "comments": open_comments(page.case.row),
        "board": _board(page.case),
        "proposals": proposals,
        "may_load": may(person_of(request), Right.KINERJA),
        "loaders": people_with(page.case.row.office_id, Right.KINERJA),
        **deciding.resolutions_context(page),
    }
    return render(request, "laporan/improve.html", context, status=status)


def _board(case: OpenCase) -> Any:
    """How the sections of the report stand; None where the case composes no report."""
    kind = report_of(case.row)
    return kind.board_of(case.row) if kind else None


def _refuse_what_is_open(case: OpenCase) -> tuple[()] | Refused:
    """Every decision of the meeting ends resolved or refused, every comment is closed."""
    waiting = open_resolutions(case).count()
    if waiting:
        return Refused(
            "keputusan_terbuka",
            f"{waiting} keputusan rapat belum dikerjakan. Selesaikan, atau tolak dengan alasan.",
        )
    comments = open_comments(case.row).count()
    if comments:
        return Refused(
            "komentar_terbuka",
            f"{comments} komentar pada naskah belum ditutup. Buka masing-masing, ubah teksnya atau "
            "jawab, lalu tutup.",
        )
    return ()


def resolve(request: HttpRequest, case_id: int, no: str, resolution_id: int) -> HttpResponse:
    """Say what came of a decision of the meeting."""
    page = step_page(case_id, no, person_of(request), LAPORAN.name)
    return deciding.resolve(request, page, resolution_id)


@stands_on("langkah", "case_id", "no")
def reopen(request: HttpRequest, case_id: int, no: str, resolution_id: int) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), LAPORAN.name)
    return deciding.reopen(request, page, resolution_id)

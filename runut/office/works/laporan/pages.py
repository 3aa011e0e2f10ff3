"""The page on which the report of a procedure is finished and frozen."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.findings import Refused
from runut.core.report.differences import mark_differences
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import StepPage, open_case, step_page
from runut.office.cases.text_life import holders_of
from runut.office.people.models import Person, Right
from runut.office.people.rights import may, people_with
from runut.office.reports.authorship import steps_given_up
from runut.office.reports.corrections import may_correct
from runut.office.reports.notes import open_notes
from runut.office.reports.queries import latest_rows
from runut.office.reports.register import report_of
from runut.office.web.kept.pages import stands_on
from runut.office.works.answers import go_on
from runut.office.works.laporan.forms import FreezeForm, TextForm, words_hash
from runut.office.works.laporan.freezing import freeze_draft
from runut.office.works.laporan.kind import LAPORAN
from runut.office.works.laporan.writing import refuse_writing, save_text
from runut.office.works.rapat.pages import deciding
from runut.office.works.rapat.queries import open_resolutions


def improve(request: HttpRequest, page: StepPage) -> HttpResponse:
    """Work through the decisions of the meeting and the sections, then hand the draft on."""
    notes = open_notes(page.case)
    form = FreezeForm(request.POST or None, page=page, notes=notes)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = freeze_draft(
            form.ref,
            form.doer(request, page.case_url),
            kelengkapan=form.kelengkapan_given,
            exit_label=form.exit_chosen,
            answers=form.answers,
            also=_refuse_open_resolutions,
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
        "board": _board(page.case),
        "may_load": may(person_of(request), Right.KINERJA),
        "loaders": people_with(page.case.row.office_id, Right.KINERJA),
        **deciding.resolutions_context(page),
    }
    return render(request, "laporan/improve.html", context, status=status)


def _board(case: OpenCase) -> Any:
    """How the sections of the report stand; None where the case composes no report."""
    kind = report_of(case.row)
    return kind.board_of(case.row) if kind else None


def _refuse_open_resolutions(case: OpenCase) -> tuple[()] | Refused:
    """Every decision of the meeting ends resolved, or refused with a reason."""
    waiting = open_resolutions(case).count()
    if not waiting:
        return ()
    return Refused(
        "keputusan_terbuka",
        f"{waiting} keputusan rapat belum dikerjakan. Selesaikan, atau tolak dengan alasan.",
    )


def section(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """Write one section. Two people who save at once both keep their words."""
    case, person = open_case(case_id, person_of(request)), person_of(request)
    board = _board(case)
    rows = board.sections if board else ()
    found = next((row for row in rows if row.section.key == key), None)
    if found is None:
        raise Http404
    saved = latest_rows(case.row).get(key)
    form = TextForm(
        request.POST or None,
        given_up=steps_given_up(case, key, person.ref),
        initial={"dasar": saved.versi if saved else 0, "teks": found.words},
    )
    status, conflict = status_shown(form), None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        doer = form.doer(request, _home(case, person))
        result = save_text(
            case_id,
            key,
            given["teks"],
            given["dasar"],
            doer,
            gives_up=given.get("melepas", False),
        )
        if isinstance(result, Done):
            return go_on(request, result, f"{found.section.title} tersimpan.")
        status = form.refuse(result)
        # read anew: it may have been saved while this form was on its way
        conflict = latest_rows(case.row).get(key) if result.kode == "sudah_berubah" else None
    elif form.data.get("tadi"):
        conflict = saved
    typed = form.data.get("teks", "")
    context = {
        "case": case,
        "row": found,
        "form": form,
        "saved": saved,
        "typed": typed,
        "home": _home(case, person),
        "refused": refuse_writing(case, key, person, clock.now()),
        "may_correct": may_correct(case, person),
        "conflict": conflict,
        "pieces": mark_differences(conflict.teks, typed) if conflict else (),
        "tadi": words_hash(typed) if conflict else "",
    }
    return render(request, "laporan/section.html", context, status=status)


def _home(case: OpenCase, person: Person) -> str:
    """Where a saved text leads back to: the step that improves it, for who works on it now."""
    for no in case.state.open_steps:
        step = case.definition.step(no)
        if step and step.work == LAPORAN.name and person.ref in holders_of(case, step):
            return f"/pelaksanaan/{case.row.pk}/langkah/{no}/#yang-dikerjakan"
    return f"/laporan/{case.row.pk}/"


def resolve(request: HttpRequest, case_id: int, no: str, resolution_id: int) -> HttpResponse:
    """Say what came of a decision of the meeting."""
    page = step_page(case_id, no, person_of(request), LAPORAN.name)
    return deciding.resolve(request, page, resolution_id)


@stands_on("langkah", "case_id", "no")
def reopen(request: HttpRequest, case_id: int, no: str, resolution_id: int) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), LAPORAN.name)
    return deciding.reopen(request, page, resolution_id)

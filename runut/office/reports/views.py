"""The pages of a report: what is still missing, the words of each section, the draft."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.files.write.html import write_html
from runut.office import clock
from runut.office.cases.act_forms import StepForm, person_of, status_shown
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import open_case, step_page, visible_cases
from runut.office.cases.sending import Done
from runut.office.meetings.pages.deciding import resolutions_context
from runut.office.meetings.queries import open_resolutions
from runut.office.reports import actions
from runut.office.reports.board import board_of
from runut.office.reports.forms import TextForm
from runut.office.reports.queries import latest_rows


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    cases = visible_cases(person_of(request)).filter(tahun__isnull=False)
    return render(request, "reports/list.html", {"cases": cases})


@require_safe
def board(request: HttpRequest, case_id: int) -> HttpResponse:
    """ "Siap terbit?": what the report still lacks, in which chapter, and who can write it."""
    case = open_case(case_id, person_of(request))
    context = {"case": case, "board": board_of(case.row)}
    return render(request, "reports/board.html", context)


def section(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """Write one section. Two people who save at once both keep their words."""
    case = open_case(case_id, person_of(request))
    found = next((s for s in board_of(case.row).sections if s.section.key == key), None)
    if found is None:
        raise Http404
    saved = latest_rows(case.row).get(key)
    form = TextForm(
        request.POST or None,
        initial={"dasar": saved.versi if saved else 0, "teks": found.words},
    )
    status, conflict = status_shown(form), None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        doer = form.doer(request, f"/laporan/{case_id}/")
        result = actions.save_text(case_id, key, given["teks"], given["dasar"], doer)
        if isinstance(result, Done):
            messages.success(request, f"{found.section.title} tersimpan.")
            return redirect(result.url)
        status = form.refuse(result)
        # read anew: it may have been saved while this form was on its way
        conflict = latest_rows(case.row).get(key) if result.kode == "sudah_berubah" else None
    context = {"case": case, "row": found, "form": form, "saved": saved, "conflict": conflict}
    return render(request, "reports/section.html", context, status=status)


@require_safe
def preview(request: HttpRequest, case_id: int) -> HttpResponse:
    """The report as it stands now, on the screen."""
    case = open_case(case_id, person_of(request))
    paper = actions.compose_draft(case.row, day=clock.now().date(), heading="PRATINJAU")
    if isinstance(paper, Refused):
        return render(request, "reports/no_figures.html", {"case": case, "refused": paper})
    return render(request, "reports/preview.html", {"case": case, "html": write_html(paper)})


def improve(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Work through the decisions of the meeting and the sections, then hand the draft on."""
    page = step_page(case_id, no, person_of(request))
    form = StepForm(request.POST or None, case=page.case, no=no, known=page.known)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = actions.freeze_draft(
            form.ref,
            form.doer(request, page.case_url),
            kelengkapan=form.kelengkapan_given,
            also=_refuse_open_resolutions,
        )
        if isinstance(result, Done):
            messages.success(request, "Draf akhir tersusun dan diteruskan untuk diperiksa.")
            return redirect(result.url)
        status = form.refuse(result)
    context = {
        "page": page,
        "case": page.case,
        "form": form,
        "board": board_of(page.case.row),
        **resolutions_context(page),
    }
    return render(request, "reports/improve.html", context, status=status)


def _refuse_open_resolutions(case: OpenCase) -> tuple[()] | Refused:
    """Every decision of the meeting ends resolved, or refused with a reason."""
    waiting = open_resolutions(case).count()
    if not waiting:
        return ()
    return Refused(
        "keputusan_terbuka",
        f"{waiting} keputusan rapat belum dikerjakan. Selesaikan, atau tolak dengan alasan.",
    )

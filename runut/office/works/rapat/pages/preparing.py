"""The page of readiness: the room, the list to sign, the draft handed out, the report."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.cases.queries import StepPage, documents_of, step_page
from runut.office.people.address import public_url
from runut.office.reach import only_here
from runut.office.web.kept.pages import instead, stands_on
from runut.office.works.rapat import actions
from runut.office.works.rapat.forms.calling import FactsForm
from runut.office.works.rapat.forms.page import RowForm
from runut.office.works.rapat.forms.room import ReadinessForm
from runut.office.works.rapat.kinds import BEFORE, KESIAPAN
from runut.office.works.rapat.occasions import last_meeting
from runut.office.works.rapat.pages.answering import answer, meeting_shown, placed
from runut.office.works.rapat.papers import check_in_url
from runut.office.works.rapat.suggestions import suggest_facts, suggest_now


def readiness(request: HttpRequest, page: StepPage) -> HttpResponse:
    """The room and its papers are prepared, and that is reported."""
    meeting = meeting_shown(request, page)
    if request.method != "POST" or meeting is None:
        return show_readiness(request, page)
    form = ReadinessForm(request.POST, page=page, meeting=meeting)
    return answer(
        request,
        form,
        lambda: actions.complete_readiness(
            form.ref,
            form.doer(request, page.case_url),
            catatan=form.cleaned_data["catatan"],
            kelengkapan=form.kelengkapan_given,
            exit_label=form.exit_chosen,
            checked=form.checked,
        ),
        f"Langkah {page.step.no} selesai: kesiapan rapat dilaporkan.",
        lambda failed, status: show_readiness(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def check(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), KESIAPAN.name)
    meeting = meeting_shown(request, page)
    if meeting is None:
        return instead(request, page.url)
    form = ReadinessForm(request.POST, page=page, meeting=meeting, is_report=False)
    return answer(
        request,
        form,
        lambda: actions.save_checklist(
            form.ref,
            form.doer(request, f"{page.url}?tersimpan=kesiapan#periksa"),
            form.checked.answers,
            versi=form.checked.versi,
            butir_baru=form.checked.butir_baru,
        ),
        "Daftar periksa disimpan.",
        lambda failed, status: show_readiness(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def share(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), KESIAPAN.name)
    form = RowForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.share_draft(form.ref, form.doer(request, f"{page.url}#bahan")),
        "Draf awal disusun dan dapat dibaca semua pelaksana.",
        lambda failed, status: show_readiness(request, page, failed, status),
    )


@stands_on("langkah", "case_id", "no")
def attendance_list(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), KESIAPAN.name)
    form = RowForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.compose_attendance(form.ref, form.doer(request, f"{page.url}#bahan")),
        "Daftar hadir disusun. Unduh dan cetak untuk ruang rapat.",
        lambda failed, status: show_readiness(request, page, failed, status),
    )


def show_readiness(
    request: HttpRequest, page: StepPage, failed: Any = None, status: int = 200
) -> HttpResponse:
    """The page with all its forms; the one that failed keeps what was typed."""
    meeting = meeting_shown(request, page)
    if meeting is None:
        return show_no_meeting(request, page, failed, status)
    papers = list(documents_of(page.case).filter(jenis__in=("daftar_hadir", "draft_awal")))
    fresh = {
        "daftar": RowForm(page=page),
        "bagikan": RowForm(page=page),
        "selesai": ReadinessForm(page=page, meeting=meeting),
    }
    context = {
        "page": page,
        "meeting": meeting,
        "documents": papers,
        "has_list": any(one.jenis == "daftar_hadir" for one in papers),
        "has_draft": any(one.jenis == "draft_awal" for one in papers),
        "missing": [one["nama"] for one in meeting.checklist if not one["siap"]],
        "saved": request.GET.get("tersimpan", ""),
        "check_in_url": check_in_url(meeting.token),
        "is_local_only": only_here(public_url()),
        **placed(fresh, failed, status, meeting),
    }
    return render(request, "rapat/kesiapan.html", context, status=status)


def show_no_meeting(
    request: HttpRequest, page: StepPage, failed: Any = None, status: int = 200
) -> HttpResponse:
    """A step of a meeting that no earlier step has called: its facts come first."""
    before, now = last_meeting(page.case, page.step.no), clock.now()
    is_prepared = page.step.work in {kind.name for kind in BEFORE}
    suggest = suggest_facts(page.case, None, now) if is_prepared else suggest_now(page.case, now)
    form = FactsForm(page=page, meeting=None, initial=suggest)
    context = {"page": page, "before": before, **placed({"fakta": form}, failed, status, None)}
    return render(request, "rapat/belum_ada.html", context, status=status)

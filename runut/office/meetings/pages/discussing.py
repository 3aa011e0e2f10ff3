"""The page of the discussion: who is there, what is said, what is decided, the minutes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from runut.office import clock
from runut.office.cases.act_forms import person_of
from runut.office.cases.queries import StepPage, step_page
from runut.office.meetings import actions
from runut.office.meetings.forms import (
    AttendanceForm,
    MinutesForm,
    NotesForm,
    ResolutionForm,
    names_of,
)
from runut.office.meetings.models import Invitee
from runut.office.meetings.page_forms import RowForm
from runut.office.meetings.pages.answering import answer, placed
from runut.office.meetings.pages.preparing import show_no_meeting
from runut.office.meetings.queries import (
    invitees_of,
    is_note_taker,
    meeting_of,
    people_of,
    resolutions_of,
    sections_of,
)
from runut.office.meetings.suggestions import this_minute


def discussion(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The meeting discusses the draft; at its end the minutes complete the step."""
    page = step_page(case_id, no, person_of(request))
    if request.method != "POST":
        return show_discussion(request, page)
    form = MinutesForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.complete_minutes(
            form.ref,
            form.doer(request, page.case_url),
            ditutup=form.closed_at,
            penutup=form.cleaned_data["penutup"],
            kelengkapan=form.kelengkapan_given,
        ),
        f"Langkah {no} selesai: notulensi tersimpan.",
        lambda failed, status: show_discussion(request, page, failed, status),
    )


@require_GET
def minutes(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The same page for the note-taker, who writes but does not complete the step."""
    page = step_page(case_id, no, person_of(request))
    if not _may_write(request, page):
        return redirect(page.url)
    return show_discussion(request, page)


@require_POST
def notes(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request))
    form = NotesForm(request.POST, page=page, meeting=meeting_of(page.case))
    return answer(
        request,
        form,
        lambda: actions.save_notes(
            form.ref,
            form.doer(request, f"{home_of(page)}?tersimpan=pembahasan"),
            form.cleaned_data["pembahasan"],
            versi=form.cleaned_data["versi"],
        ),
        "Pembahasan disimpan.",
        lambda failed, status: show_discussion(request, page, failed, status),
    )


@require_POST
def present(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request))
    waiting = [one for one in _invitees(page) if one.attended_at is None]
    form = AttendanceForm(request.POST, page=page, waiting=waiting)
    return answer(
        request,
        form,
        lambda: actions.mark_present(
            form.ref,
            form.doer(request, f"{home_of(page)}#kehadiran"),
            form.cleaned_data.get("hadir", ()),
            nama=form.cleaned_data["nama"],
            jabatan=form.cleaned_data["jabatan"],
        ),
        "Kehadiran dicatat.",
        lambda failed, status: show_discussion(request, page, failed, status),
    )


@require_POST
def absent(request: HttpRequest, case_id: int, no: str, invitee_id: int) -> HttpResponse:
    page = step_page(case_id, no, person_of(request))
    form = RowForm(request.POST, page=page)
    return answer(
        request,
        form,
        lambda: actions.undo_attendance(
            form.ref, form.doer(request, f"{home_of(page)}#kehadiran"), invitee_id
        ),
        "Catatan kehadiran dibatalkan.",
        lambda failed, status: show_discussion(request, page, failed, status),
    )


@require_POST
def decide(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    page = step_page(case_id, no, person_of(request))
    form = resolution_form(page, request.POST)
    return answer(
        request,
        form,
        lambda: actions.add_resolution(
            form.ref, form.doer(request, f"{home_of(page)}#keputusan"), form.decided
        ),
        "Keputusan dicatat.",
        lambda failed, status: show_discussion(request, page, failed, status),
    )


def resolution_form(page: StepPage, data: Any = None, **kwargs: Any) -> ResolutionForm:
    """A form for a decision of this case."""
    people = names_of(people_of(page.case))
    return ResolutionForm(
        data, page=page, sections=sections_of(page.case.row), people=people, **kwargs
    )


def show_discussion(
    request: HttpRequest, page: StepPage, failed: Any = None, status: int = 200
) -> HttpResponse:
    """The page with all its forms; the one that failed keeps what was typed."""
    meeting = meeting_of(page.case)
    if meeting is None:
        return show_no_meeting(request, page)
    invitees = invitees_of(meeting)
    waiting = [one for one in invitees if one.attended_at is None]
    fresh = {
        "hadir": AttendanceForm(page=page, waiting=waiting),
        "pembahasan": NotesForm(
            page=page, meeting=meeting, initial={"pembahasan": meeting.pembahasan}
        ),
        "keputusan": resolution_form(page),
        "selesai": MinutesForm(page=page, initial=this_minute(page.case, clock.now())),
    }
    context = {
        "page": page,
        "meeting": meeting,
        "home": home_of(page),
        "present": [
            {"invitee": one, "form": RowForm(page=page)} for one in invitees if one.attended_at
        ],
        "waiting": waiting,
        "resolutions": [
            {"resolution": one, "form": RowForm(page=page)} for one in resolutions_of(meeting)
        ],
        "may_complete": page.refused is None,
        "is_saved": request.GET.get("tersimpan", ""),
        **placed(fresh, failed, status, meeting),
    }
    return render(request, "meetings/pembahasan.html", context, status=status)


def home_of(page: StepPage) -> str:
    """Where the page of the discussion is for this person: the note-taker has his own address."""
    if page.refused is None:
        return page.url
    return reverse("rapat_notulensi", args=(page.case.row.pk, page.step.no))


def _may_write(request: HttpRequest, page: StepPage) -> bool:
    meeting, person = meeting_of(page.case), person_of(request)
    return page.refused is None or is_note_taker(page.case, page.step.no, meeting, person)


def _invitees(page: StepPage) -> list[Invitee]:
    meeting = meeting_of(page.case)
    return invitees_of(meeting) if meeting else []

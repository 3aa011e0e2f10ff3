"""The pages of the discussion: who is there, what is said and decided; then the minutes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.core.sop.proposals.work import Work
from runut.office import clock
from runut.office.cases.act_forms import person_of
from runut.office.cases.queries import StepPage, step_page
from runut.office.meetings import actions
from runut.office.meetings.forms.minutes import CloseForm, DiscussionForm
from runut.office.meetings.forms.page import RowForm, names_of
from runut.office.meetings.models import Invitee, Meeting
from runut.office.meetings.pages.answering import answer, placed
from runut.office.meetings.pages.preparing import show_no_meeting
from runut.office.meetings.papers import discussion_of
from runut.office.meetings.queries import (
    invitees_of,
    is_note_taker,
    meeting_of,
    people_of,
    resolutions_of,
    sections_of,
)
from runut.office.meetings.suggestions import this_minute
from runut.office.people.models import Person
from runut.office.web.kept.pages import instead, stands_on


def discussion(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The meeting discusses the draft; at its end the minutes complete the step."""
    page = step_page(case_id, no, person_of(request))
    if request.method != "POST":
        return show_discussion(request, page)
    form = CloseForm(request.POST, page=page)
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
        lambda failed, status: _show_closing(request, page, failed, status),
    )


@require_safe
def minutes(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The page for the note-taker, who writes but does not complete the step."""
    page = step_page(case_id, no, person_of(request), Work.BAHAS)
    if page.refused is not None and not takes_minutes(page, person_of(request)):
        return redirect(page.url)
    return show_discussion(request, page)


@require_safe
def close(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """What the minutes will say, to be read once more before they end the step."""
    page = step_page(case_id, no, person_of(request), Work.BAHAS)
    if page.refused is not None:
        return redirect(page.url)
    return _show_closing(request, page)


@stands_on("rapat_notulensi", "case_id", "no")
def write(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Save all that stands on the page; with the other button, go on to the end."""
    page = step_page(case_id, no, person_of(request), Work.BAHAS)
    meeting = meeting_of(page.case)
    if meeting is None:
        return instead(request, page.url)
    form = _form(page, meeting, invitees_of(meeting), request.POST)
    goal = _closing_url(page) if "lanjut" in request.POST else home_of(page)
    return answer(
        request,
        form,
        lambda: actions.write_minutes(
            form.ref, form.doer(request, f"{goal}?tersimpan=notulensi"), form.written
        ),
        "Isian tersimpan.",
        lambda failed, status: show_discussion(request, page, failed, status),
    )


@stands_on("rapat_notulensi", "case_id", "no")
def absent(request: HttpRequest, case_id: int, no: str, invitee_id: int) -> HttpResponse:
    page = step_page(case_id, no, person_of(request), Work.BAHAS)
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


def show_discussion(
    request: HttpRequest, page: StepPage, failed: Any = None, status: int = 200
) -> HttpResponse:
    """The page with all that was written so far; a form that failed keeps what was typed."""
    meeting = meeting_of(page.case)
    if meeting is None:
        return show_no_meeting(request, page)
    invitees = invitees_of(meeting)
    context = {
        "page": page,
        "meeting": meeting,
        "present": [
            {"invitee": one, "form": RowForm(page=page)} for one in invitees if one.attended_at
        ],
        "resolutions": [
            {"resolution": one, "form": RowForm(page=page)} for one in resolutions_of(meeting)
        ],
        "may_complete": page.refused is None,
        "saved": request.GET.get("tersimpan", ""),
        **placed({"tulis": _form(page, meeting, invitees)}, failed, status, meeting),
    }
    return render(request, "meetings/pembahasan.html", context, status=status)


def takes_minutes(page: StepPage, person: Person) -> bool:
    """Whether the person, who may not do this step, takes the minutes of its meeting."""
    return is_note_taker(page.case, page.step.no, meeting_of(page.case), person)


def home_of(page: StepPage) -> str:
    """Where the page of the discussion is for this person: the note-taker has his own address."""
    if page.refused is None:
        return page.url
    return reverse("rapat_notulensi", args=(page.case.row.pk, page.step.no))


def _show_closing(
    request: HttpRequest, page: StepPage, failed: Any = None, status: int = 200
) -> HttpResponse:
    meeting = meeting_of(page.case)
    if meeting is None:
        return show_no_meeting(request, page)
    form = CloseForm(page=page, initial=this_minute(page.case, clock.now()))
    context = {
        "page": page,
        "meeting": meeting,
        "present": [one for one in invitees_of(meeting) if one.attended_at],
        "points": discussion_of(meeting.pembahasan),
        "resolutions": resolutions_of(meeting),
        "saved": request.GET.get("tersimpan", ""),
        **placed({"selesai": form}, failed, status, meeting),
    }
    return render(request, "meetings/penutupan.html", context, status=status)


def _closing_url(page: StepPage) -> str:
    return reverse("rapat_tutup", args=(page.case.row.pk, page.step.no))


def _form(
    page: StepPage, meeting: Meeting, invitees: list[Invitee], data: Any = None
) -> DiscussionForm:
    return DiscussionForm(
        data,
        page=page,
        meeting=meeting,
        invitees=invitees,
        sections=sections_of(page.case.row),
        people=names_of(people_of(page.case)),
    )


def _may_write(request: HttpRequest, page: StepPage) -> bool:
    meeting, person = meeting_of(page.case), person_of(request)
    return page.refused is None or is_note_taker(page.case, page.step.no, meeting, person)

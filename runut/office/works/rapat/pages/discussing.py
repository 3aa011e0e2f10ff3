"""The pages of the discussion: who is there, what is said and decided; then the minutes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from runut.office import clock
from runut.office.acts.forms import person_of
from runut.office.cases.queries import StepPage, people_of, step_page
from runut.office.people.models import Person
from runut.office.web.kept.pages import instead, stands_on
from runut.office.works.rapat import actions
from runut.office.works.rapat.forms.minutes import CloseForm, DiscussionForm
from runut.office.works.rapat.forms.page import RowForm, names_of
from runut.office.works.rapat.kinds import BAHAS
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.occasions import meeting_of
from runut.office.works.rapat.pages.answering import answer, meeting_shown, placed
from runut.office.works.rapat.pages.preparing import show_no_meeting
from runut.office.works.rapat.papers import discussion_of
from runut.office.works.rapat.queries import (
    invitees_of,
    is_note_taker,
    resolutions_of,
    sections_of,
)


def discussion(request: HttpRequest, page: StepPage) -> HttpResponse:
    """The meeting discusses the draft; at its end the minutes complete the step."""
    if request.method != "POST":
        return show_discussion(request, page)
    form = CloseForm(request.POST, page=page, now=clock.now())
    return answer(
        request,
        form,
        lambda: actions.complete_minutes(
            form.ref,
            form.doer(request, page.case_url),
            dibuka=form.opened_at,
            ditutup=form.closed_at,
            penutup=form.cleaned_data["penutup"],
            alasan=form.cleaned_data["alasan_waktu"],
            kelengkapan=form.kelengkapan_given,
            exit_label=form.exit_chosen,
        ),
        f"Langkah {page.step.no} selesai: notula tersimpan.",
        lambda failed, status: _show_closing(request, page, failed, status),
    )


@require_safe
def minutes(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The page for the note-taker, who writes but does not complete the step."""
    page = step_page(case_id, no, person_of(request), BAHAS.name)
    if page.refused is not None and not takes_minutes(page, person_of(request)):
        return redirect(page.url)
    return show_discussion(request, page)


@require_safe
def close(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """What the minutes will say, to be read once more before they end the step."""
    page = step_page(case_id, no, person_of(request), BAHAS.name)
    if page.refused is not None:
        return redirect(page.url)
    return _show_closing(request, page)


@stands_on("rapat_notulensi", "case_id", "no")
def write(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Save all that stands on the page; with the other button, go on to the end."""
    page = step_page(case_id, no, person_of(request), BAHAS.name)
    meeting = meeting_shown(request, page)
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
    page = step_page(case_id, no, person_of(request), BAHAS.name)
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
    meeting = meeting_shown(request, page)
    if meeting is None:
        return show_no_meeting(request, page, failed, status)
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
    return render(request, "rapat/pembahasan.html", context, status=status)


def takes_minutes(page: StepPage, person: Person) -> bool:
    """Whether the person, who may not do this step, takes the minutes of its meeting."""
    return is_note_taker(page.case, page.step.no, meeting_of(page.case, page.step.no), person)


def note_takers_page(page: StepPage, person: Person) -> str:
    """Where somebody who may not do the step takes its minutes, "" if he does not."""
    is_writer = takes_minutes(page, person)
    return reverse("rapat_notulensi", args=(page.case.row.pk, page.step.no)) if is_writer else ""


def home_of(page: StepPage) -> str:
    """Where the page of the discussion is for this person: the note-taker has his own address."""
    if page.refused is None:
        return page.url
    return reverse("rapat_notulensi", args=(page.case.row.pk, page.step.no))


def _show_closing(
    request: HttpRequest, page: StepPage, failed: Any = None, status: int = 200
) -> HttpResponse:
    meeting = meeting_shown(request, page)
    if meeting is None:
        return show_no_meeting(request, page, failed, status)
    form = CloseForm(page=page, now=clock.now())
    context = {
        "page": page,
        "meeting": meeting,
        "present": [one for one in invitees_of(meeting) if one.attended_at],
        "points": discussion_of(meeting.pembahasan),
        "resolutions": resolutions_of(meeting),
        "saved": request.GET.get("tersimpan", ""),
        **placed({"selesai": form}, failed, status, meeting),
    }
    return render(request, "rapat/penutupan.html", context, status=status)


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

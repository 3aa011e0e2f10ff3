"""The page of the opening: the leader opens the meeting and names who takes the minutes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office import clock
from runut.office.cases.act_forms import person_of
from runut.office.cases.queries import StepPage, step_page
from runut.office.meetings import actions
from runut.office.meetings.forms.page import names_of
from runut.office.meetings.forms.room import OpeningForm
from runut.office.meetings.models import Invitee, Meeting
from runut.office.meetings.pages.answering import answer, placed
from runut.office.meetings.pages.preparing import show_no_meeting
from runut.office.meetings.queries import invitees_of, meeting_of, people_of
from runut.office.meetings.suggestions import this_minute


def opening(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The meeting is opened: when, by whom, who takes the minutes, who is there."""
    page = step_page(case_id, no, person_of(request))
    meeting = meeting_of(page.case)
    if meeting is None:
        return show_no_meeting(request, page)
    invitees = invitees_of(meeting)
    form = _form(request, page, meeting, invitees)
    if request.method != "POST":
        return _show(request, page, meeting, invitees, form, status=200)
    return answer(
        request,
        form,
        lambda: actions.open_meeting(
            form.ref,
            form.doer(request, page.case_url),
            dibuka=form.opened_at,
            notulis=form.cleaned_data["notulis"],
            hadir=form.cleaned_data.get("hadir", ()),
            kelengkapan=form.kelengkapan_given,
        ),
        "Rapat dibuka. Notulis dapat mulai menulis.",
        lambda failed, status: _show(request, page, meeting, invitees, failed, status=status),
    )


def _form(
    request: HttpRequest, page: StepPage, meeting: Meeting, invitees: list[Invitee]
) -> OpeningForm:
    return OpeningForm(
        request.POST or None,
        page=page,
        people=names_of(people_of(page.case)),
        invitees=invitees,
        initial={**this_minute(page.case, clock.now()), "notulis": str(meeting.notulis_id or "")},
    )


def _show(
    request: HttpRequest,
    page: StepPage,
    meeting: Meeting,
    invitees: list[Invitee],
    form: Any,
    *,
    status: int,
) -> HttpResponse:
    context = {
        "page": page,
        "meeting": meeting,
        "present": [one for one in invitees if one.attended_at],
        "invited": len(invitees),
        "is_before": clock.now() < meeting.mulai,
        **placed({"selesai": form}, form if status != 200 else None, status, meeting),
    }
    return render(request, "meetings/pembukaan.html", context, status=status)

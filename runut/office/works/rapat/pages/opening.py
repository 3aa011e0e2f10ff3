"""The page of the opening: the leader opens the meeting and names who takes the minutes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office import clock
from runut.office.cases.queries import StepPage, people_of
from runut.office.works.rapat import actions
from runut.office.works.rapat.forms.page import names_of
from runut.office.works.rapat.forms.room import OpeningForm
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.pages.answering import answer, meeting_shown, placed
from runut.office.works.rapat.pages.preparing import show_no_meeting
from runut.office.works.rapat.queries import invitees_of
from runut.office.works.rapat.suggestions import this_minute


def opening(request: HttpRequest, page: StepPage) -> HttpResponse:
    """The meeting is opened: when, by whom, who takes the minutes, who is there."""
    meeting = meeting_shown(request, page)
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
            alasan=form.cleaned_data["alasan_waktu"],
            kelengkapan=form.kelengkapan_given,
            exit_label=form.exit_chosen,
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
    return render(request, "rapat/pembukaan.html", context, status=status)

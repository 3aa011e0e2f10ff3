"""The page on which the note-taker and the leader each say that the minutes are right."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office.acts.forms import ActForm, person_of
from runut.office.cases.queries import StepPage, step_page
from runut.office.people.models import Person
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.confirming import to_read
from runut.office.works.rapat.confirmed import minutes_of, roles_in, standing
from runut.office.works.rapat.kinds import BAHAS
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.models import Meeting, SignOff
from runut.office.works.rapat.occasions import last_meeting
from runut.office.works.rapat.pages.answering import answer
from runut.office.works.rapat.papers import discussion_of
from runut.office.works.rapat.queries import invitees_of, resolutions_of


class ConfirmMinutesForm(ActForm):
    """That the minutes are right: about the words which the page showed, and no others."""

    dibaca = forms.CharField(max_length=64, widget=forms.HiddenInput)


def confirm(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """The minutes as they stand, who confirmed them, and the button for who may."""
    page = step_page(case_id, no, person_of(request), BAHAS.name)
    meeting = last_meeting(page.case, no)
    if request.method != "POST" or meeting is None:
        form = _fresh(meeting)
        return _show(request, page, meeting, form, 422 if request.method == "POST" else 200)
    form = ConfirmMinutesForm(request.POST)
    return answer(
        request,
        form,
        lambda: actions.confirm_minutes(
            case_id, no, form.doer(request, request.path), read=form.cleaned_data["dibaca"]
        ),
        "Pernyataan Saudara tercatat.",
        lambda failed, status: _show(request, page, meeting, failed, status),
    )


def _fresh(meeting: Meeting | None) -> ConfirmMinutesForm:
    return ConfirmMinutesForm(initial={"dibaca": to_read(meeting)} if meeting else {})


def _show(
    request: HttpRequest, page: StepPage, meeting: Meeting | None, form: Any, status: int
) -> HttpResponse:
    context = {"page": page, "meeting": meeting, "failed": form if form.errors else None}
    if meeting:
        context |= _minutes(meeting, person_of(request))
    return render(request, "rapat/pernyataan.html", context, status=status)


def _minutes(meeting: Meeting, person: Person) -> dict[str, Any]:
    stands = standing(meeting)
    mine = roles_in(meeting, person)
    people = {SignOff.Role.NOTULIS: meeting.notulis, SignOff.Role.PIMPINAN: leader_of(meeting)}
    return {
        "form": _fresh(meeting),
        "document": minutes_of(meeting),
        "present": [one for one in invitees_of(meeting) if one.attended_at],
        "points": discussion_of(meeting.pembahasan),
        "resolutions": list(resolutions_of(meeting)),
        "confirmations": [
            {"role": role.label, "person": person, "stands": stands.get(role)}
            for role, person in people.items()
        ],
        "is_mine": bool(mine) and any(role not in stands for role in mine),
    }

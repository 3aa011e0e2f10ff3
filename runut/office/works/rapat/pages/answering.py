"""How every form of a meeting is answered: done and on, or its page with all that was typed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from runut.core.findings import Refused
from runut.office.acts.forms import ActForm
from runut.office.acts.sending import Done
from runut.office.cases.queries import StepPage
from runut.office.works.rapat.forms.page import renew
from runut.office.works.rapat.models import Meeting
from runut.office.works.rapat.occasions import last_meeting, meeting_of

UNREADABLE = 422
CONFLICT = 409

Show = Callable[[Any, int], HttpResponse]
"""Shows the page with the form that failed in its place, under a status."""


def answer(
    request: HttpRequest, form: ActForm, do: Callable[[], Done | Refused], words: str, show: Show
) -> HttpResponse:
    """Do what a valid form asks, and go on; else show its page with the reason."""
    if not form.is_valid():
        return show(form, UNREADABLE)
    result = do()
    if isinstance(result, Refused):
        return show(form, form.refuse(result))
    messages.success(request, words)
    return redirect(result.url)


def meeting_shown(request: HttpRequest, page: StepPage) -> Meeting | None:
    """The meeting that a page shows: the one that its step is about now. Whoever has sent a form
    about one that ended meanwhile sees that one, with what he typed and why it is not saved."""
    find = last_meeting if request.method == "POST" else meeting_of
    return find(page.case, page.step.no)


def placed(
    fresh: dict[str, Any], failed: Any, status: int, meeting: Meeting | None
) -> dict[str, Any]:
    """The forms of a page under their slugs, the one that failed in its place.

    After a lost race the form answers to the state that the page shows beside it.
    """
    if failed is None:
        return fresh
    if status == CONFLICT and meeting and "versi" in failed.fields:
        renew(failed, meeting.version)
    return {**fresh, failed.slug: failed, "failed": failed, "is_conflict": status == CONFLICT}

"""Who keeps an office: its pages are theirs, and everybody else is told whom to ask."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office.acts.forms import person_of
from runut.office.people.models import Right
from runut.office.people.rights import may, people_with

View = Callable[..., HttpResponse]


def keepers_only(view: View) -> View:
    """A page of who has ``Right.KANTOR``; others get one sentence that names whom to ask."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        return refuse_others(request) or view(request, *args, **given)

    return answer


def refuse_others(request: HttpRequest) -> HttpResponse | None:
    """The page for who does not keep the office; None for who does."""
    person = person_of(request)
    return None if may(person, Right.KANTOR) else not_yours(request)


def not_yours(request: HttpRequest) -> HttpResponse:
    """One page for all of *Kantor*: these pages are set by the keepers, and who they are."""
    keepers = people_with(person_of(request).office_id, Right.KANTOR)
    return render(request, "web/not_yours.html", {"people": keepers}, status=403)

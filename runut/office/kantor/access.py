"""Who keeps an office: its pages are theirs, and everybody else is told who they are."""

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
        person = person_of(request)
        if not may(person, Right.KANTOR):
            people = people_with(person.office_id, Right.KANTOR)
            return render(request, "kantor/not_yours.html", {"people": people}, status=403)
        return view(request, *args, **given)

    return answer

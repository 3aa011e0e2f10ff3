"""Who may open the pages of the register; everybody else is told whom to ask."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.office.acts.forms import person_of
from runut.office.people.models import Right
from runut.office.people.rights import may, people_with

View = Callable[..., HttpResponse]


def for_keepers(view: View) -> View:
    """A page for who keeps the office."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        person = person_of(request)
        if may(person, Right.KANTOR):
            return view(request, *args, **given)
        context = {"people": people_with(person.office_id, Right.KANTOR)}
        return render(request, "personnel/not_yours.html", context, status=403)

    return answer

"""Somebody is let in: the end of every way through the door."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from runut.office.entry.demand import demand
from runut.office.entry.middleware import SET_UP
from runut.office.logins.sessions import begin
from runut.office.people.models import Person


def come_in(
    request: HttpRequest, person: Person, *, has_proven: bool = False
) -> HttpResponse | None:
    """Let a person in; answers where to go first, None where he may go on.

    ``has_proven``: somebody else asked for a second step, so one of ours is not demanded now.
    """
    login(request, person)
    begin(request, person)
    is_asked = not has_proven and demand(request, person)
    return redirect(SET_UP) if is_asked else None

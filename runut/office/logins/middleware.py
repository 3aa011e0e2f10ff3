"""Of each session is known when it was last seen; one that nobody has used for long is over."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from runut.office.logins.sessions import see
from runut.office.people.models import Person


class SeenSessions:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, Person) and not see(request, request.user):
            logout(request)
        return self.get_response(request)

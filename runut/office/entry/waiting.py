"""Between the two steps of a login: the password was right, the code is still to come.

Who waits is not logged in. His session says who he is until the code was typed, ten minutes long
and only while his password stays the same.
"""

from datetime import datetime, timedelta

from django.http import HttpRequest

from runut.office import clock
from runut.office.people.models import Person

_KEY = "langkah_kedua"
_LASTS = timedelta(minutes=10)


def wait_for_code(request: HttpRequest, person: Person) -> None:
    until = clock.now() + _LASTS
    told = [person.pk, until.isoformat(), person.get_session_auth_hash()]
    request.session[_KEY] = told


def waiting_person(request: HttpRequest) -> Person | None:
    """Who waits at the second step in this browser; None when nobody does, or not any more."""
    pk, until, seal = request.session.get(_KEY) or (None, "", "")
    if pk is None or datetime.fromisoformat(until) < clock.now():
        return None
    person = Person.objects.filter(pk=pk, is_active=True).select_related("office").first()
    is_same = person is not None and person.get_session_auth_hash() == seal
    return person if is_same else None


def forget_waiting(request: HttpRequest) -> None:
    request.session.pop(_KEY, None)

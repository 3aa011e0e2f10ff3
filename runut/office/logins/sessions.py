"""The sessions of a person: written down when he comes in, seen, listed, ended."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db import DatabaseError, transaction
from django.http import HttpRequest

from runut.office import clock
from runut.office.logins.devices import called
from runut.office.logins.models import LoginSession
from runut.office.people.models import Person

KEPT = timedelta(days=30)
SEEN_EVERY = timedelta(minutes=10)
"""A page writes no row for having been looked at, but once in ten minutes."""
IDLE = timedelta(hours=2)
"""Longer than a meeting, shorter than the half day that a computer stands open in a shared room.
What was typed is kept (``web.kept``), so that the next login loses nothing."""
_KEY = "sesi_tercatat"
_MOST_SEEN = 5_000
_seen: dict[str, datetime] = {}
"""When this process last wrote that a session was seen."""


@dataclass(frozen=True)
class Shown:
    """A session as its owner sees it."""

    row: LoginSession
    is_this: bool


def address_of(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def begin(request: HttpRequest, person: Person) -> None:
    """Write down that the person came in here. Call after the login."""
    if not request.session.session_key:
        request.session.create()
    now, own = clock.now(), _rows_of(person)
    own.filter(terakhir__lt=now - KEPT).delete()
    LoginSession.objects.create(
        office_id=person.office_id,
        person=person,
        kunci=_key_of(request),
        alamat=address_of(request),
        perangkat=called(request.headers.get("User-Agent", "")),
        sejak=now,
        terakhir=now,
    )
    request.session[_KEY] = True


def renew(request: HttpRequest, person: Person, old: str) -> None:
    """The session goes on under another key, as after a change of the password."""
    _rows_of(person).filter(kunci=old).update(kunci=_key_of(request))


def see(request: HttpRequest, person: Person) -> bool:
    """Somebody is here now; whether he was here lately enough to be still the one who came in.

    What cannot be written does not keep the page from him.
    """
    if not request.session.get(_KEY):
        return True
    now, key = clock.now(), _key_of(request)
    last = _seen.get(key)
    if last is not None and abs(now - last) < SEEN_EVERY:
        return True
    with suppress(DatabaseError), transaction.atomic():
        own = _rows_of(person).filter(kunci=key)
        is_lately = own.filter(terakhir__gte=now - IDLE).update(terakhir=now)
        if not is_lately and own.exists():
            return False
    if len(_seen) >= _MOST_SEEN:
        _seen.clear()
    _seen[key] = now
    return True


def own_sessions(request: HttpRequest, person: Person) -> list[Shown]:
    """The sessions that are still open, this one first and the others by when they were seen."""
    rows = list(_rows_of(person).order_by("-terakhir"))
    open_keys = set(
        Session.objects.filter(
            session_key__in=[row.kunci for row in rows], expire_date__gt=clock.now()
        ).values_list("session_key", flat=True)
    )
    shown = [Shown(row, row.kunci == _key_of(request)) for row in rows if row.kunci in open_keys]
    return sorted(shown, key=lambda one: not one.is_this)


def end(request: HttpRequest, person: Person, number: int | None) -> int:
    """End one of the person's other sessions, or all of them (None); answers how many."""
    others = _rows_of(person).exclude(kunci=_key_of(request))
    if number is not None:
        others = others.filter(pk=number)
    found = list(others.values_list("kunci", flat=True))
    with transaction.atomic():
        ended, _ = Session.objects.filter(session_key__in=found).delete()
        others.delete()
    return ended


def came_from(name: str, address: str) -> bool:
    """Whether somebody of this name came in from there within the last month."""
    known = LoginSession.objects.filter(person__username__iexact=name, alamat=address)
    return known.exists()


def _rows_of(person: Person) -> Any:
    return LoginSession.objects.filter(office_id=person.office_id, person=person)


def _key_of(request: HttpRequest) -> str:
    return request.session.session_key or ""

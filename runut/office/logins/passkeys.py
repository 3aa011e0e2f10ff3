"""Passkeys: the challenge that a browser is given, and whether its answer lets somebody in.

A challenge stands in the session of the browser, for one purpose, ten minutes long, and is taken
away by the first answer, right or wrong.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from runut.files.identity.passkey import (
    KnownKey,
    NotProven,
    Registered,
    Site,
    asked_for_new,
    asked_for_one,
    asserted,
    names_in,
    new_challenge,
    registered,
    site_of,
)
from runut.office import clock
from runut.office.logins.models import Passkey
from runut.office.people.address import public_url
from runut.office.people.models import Person

MOST = 10
"""Passkeys of one person: telephone, PC and a USB key in the drawer are three."""
_KEY = "tantangan_kunci_sandi"
_LASTS = timedelta(minutes=10)


def site_here() -> Site | None:
    """Where passkeys of this office are good; None where browsers allow none."""
    return site_of(public_url())


def passkeys_of(person: Person) -> list[Passkey]:
    """The oldest first."""
    own = Passkey.objects.filter(office_id=person.office_id, person=person)
    return list(own.order_by("sejak", "pk"))


def handle_of(person: Person) -> bytes:
    """By what a passkey names its person: nothing that says who it is outside this office."""
    told = salted_hmac("runut.kunci_sandi", str(person.pk), algorithm="sha256")
    return told.digest()


def give_challenge(request: HttpRequest, purpose: str) -> str:
    """The challenge for one purpose; two tabs of one browser are given the same."""
    known = _challenge_in(request, purpose)
    if known:
        return known
    challenge, until = new_challenge(), clock.now() + _LASTS
    request.session[_KEY] = [purpose, challenge, until.isoformat()]
    return challenge


def take_challenge(request: HttpRequest, purpose: str) -> str:
    """The challenge that an answer must be to; "" when there is none. It is good no more."""
    known = _challenge_in(request, purpose)
    request.session.pop(_KEY, None)
    return known


def _challenge_in(request: HttpRequest, purpose: str) -> str:
    told, challenge, until = request.session.get(_KEY) or ("", "", "")
    is_good = told == purpose and clock.now() < datetime.fromisoformat(until)
    return str(challenge) if is_good else ""


def asks_for_new(site: Site, person: Person, challenge: str) -> dict[str, Any]:
    """What the browser is asked for when a passkey is set up."""
    who = (handle_of(person), person.username, person.nama)
    known = [one.kredensial for one in passkeys_of(person)]
    return asked_for_new(site, f"Runut {person.office.nama}", who, challenge, known)


def asks_for_one(site: Site, person: Person | None, challenge: str) -> dict[str, Any]:
    """What the browser is asked for: one of this person's, or, of nobody, who it is."""
    known = [one.kredensial for one in passkeys_of(person)] if person else []
    return asked_for_one(site, challenge, known, must_verify=person is None)


def new_passkey(challenge: str, answer: str) -> Registered | None:
    """The passkey that a browser has made; None when its answer proves nothing."""
    site = site_here()
    if site is None or not challenge:
        return None
    try:
        return registered(site, challenge, answer)
    except NotProven:
        return None


def uses_passkey(person: Person, challenge: str, answer: str, at: datetime) -> bool:
    """Whether the answer is one of this person's passkeys. That somebody touched it is enough:
    the password, or the session, said already who it is."""
    return _user_of(challenge, answer, at, of=person) == person


def person_by_passkey(challenge: str, answer: str, at: datetime) -> Person | None:
    """Who comes in by a passkey alone: its device has asked for a finger, a face or a PIN."""
    return _user_of(challenge, answer, at, of=None)


def account_in(answer: str) -> str:
    """Whose passkey an answer says it is, before anything is proven; else the name it gives."""
    try:
        name, _ = names_in(answer)
    except NotProven:
        return ""
    row = Passkey.objects.filter(kredensial=name).select_related("person").first()
    return row.person.username if row else name


def _user_of(challenge: str, answer: str, at: datetime, *, of: Person | None) -> Person | None:
    site = site_here()
    if site is None or not challenge:
        return None
    try:
        name, handle = names_in(answer)
        known = Passkey.objects.filter(kredensial=name, person__is_active=True)
        row = known.select_related("person__office").first()
        if row is None or (of is not None and row.person_id != of.pk):
            return None
        if handle != handle_of(row.person) and (handle or of is None):
            return None
        key = KnownKey(row.kredensial, row.kunci_umum)
        told = asserted(site, challenge, answer, key, must_verify=of is None)
    except NotProven:
        return None
    # one that counts has to count on, else it was copied; of two answers at once one gets in
    counts_on = Q(hitungan__lt=told.counter) if told.counter else Q(hitungan=0)
    fresh = Passkey.objects.filter(counts_on, pk=row.pk)
    is_new = fresh.update(hitungan=told.counter, terakhir=at) == 1
    return row.person if is_new else None

"""What a page asks the browser's passkey for: handed to its script with the form."""

import json
from dataclasses import dataclass

from django.http import HttpRequest

from runut.files.identity.passkey import Site
from runut.office.logins.passkeys import (
    asks_for_new,
    asks_for_one,
    give_challenge,
    passkeys_of,
    site_here,
)
from runut.office.people.address import public_url
from runut.office.people.models import Person


@dataclass(frozen=True)
class Asked:
    """``way`` is ``create`` or ``get``; ``origin`` the only address whose browser may answer.

    Without ``way`` the person has passkeys and they are of no use at the address of the office.
    """

    way: str
    told: str = ""
    origin: str = ""


def ask_for_new(request: HttpRequest, person: Person, purpose: str) -> Asked | None:
    """A new passkey; None where browsers make none."""
    site = site_here()
    if site is None:
        return None
    told = asks_for_new(site, person, give_challenge(request, purpose))
    return Asked("create", json.dumps(told), site.origin)


def ask_for_one(request: HttpRequest, person: Person | None, purpose: str) -> Asked | None:
    """A passkey of this person, or of whom it says it is; None for who has none."""
    if person is not None and not passkeys_of(person):
        return None
    site: Site | None = site_here()
    if site is None:
        return Asked("", origin=public_url())
    told = asks_for_one(site, person, give_challenge(request, purpose))
    return Asked("get", json.dumps(told), site.origin)

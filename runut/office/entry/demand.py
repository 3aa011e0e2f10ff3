"""Of whom an office demands a second factor: who signs, and who keeps the office."""

from django.http import HttpRequest

from runut.office import clock
from runut.office.logins.second import has_second, numbers_with_second
from runut.office.people.models import Office, Person, Right, profile_of
from runut.office.people.rights import people_with
from runut.office.signing.people import signers_of

_KEY = "pasang_langkah_kedua"


def people_asked(office: Office) -> list[Person]:
    """Who should have a second factor, by name."""
    day = clock.now().astimezone(office.zone).date()
    found = [*signers_of(office, day), *people_with(office.pk, Right.KANTOR)]
    return sorted({one.pk: one for one in found}.values(), key=lambda one: one.nama)


def people_without(office: Office) -> list[Person]:
    """Those of them who have none yet."""
    having = numbers_with_second(office)
    return [one for one in people_asked(office) if one.pk not in having]


def is_demanded(person: Person) -> bool:
    """Whether the office demands a second factor of this person."""
    return profile_of(person.office).wajib_langkah_kedua and person in people_asked(person.office)


def demand(request: HttpRequest, person: Person) -> bool:
    """At a login: no page but that of setting up until there is a second factor."""
    if not is_demanded(person) or has_second(person):
        return False
    request.session[_KEY] = True
    return True


def is_waiting(request: HttpRequest) -> bool:
    return bool(request.session.get(_KEY))


def is_met(request: HttpRequest) -> None:
    request.session.pop(_KEY, None)

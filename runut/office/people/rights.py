"""What a person may do beyond the steps of a case."""

from runut.office.people.models import Grant, Person, Right


def may(person: Person, right: Right) -> bool:
    """Whether the person was granted a right in the office."""
    return Grant.objects.filter(office_id=person.office_id, person=person, right=right).exists()


def rights_shown(person: Person) -> frozenset[str]:
    """All rights of the person, for what a page shows: asked once for one request.

    An act asks anew (``may``): a right that was taken away meanwhile is gone.
    """
    known = person.__dict__
    if "_rights" not in known:
        grants = Grant.objects.filter(office_id=person.office_id, person=person)
        known["_rights"] = frozenset(grants.values_list("right", flat=True))
    found: frozenset[str] = known["_rights"]
    return found


def people_with(office_id: int, right: Right) -> list[Person]:
    """Who was granted a right: whom to ask."""
    found = Person.objects.filter(office_id=office_id, is_active=True, grants__right=right)
    return list(found.order_by("nama").distinct())

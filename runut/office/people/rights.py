"""What a person may do beyond the steps of a case."""

from runut.office.people.models import Grant, Person, Right


def may(person: Person, right: Right) -> bool:
    """Whether the person was granted a right in the office."""
    return Grant.objects.filter(office_id=person.office_id, person=person, right=right).exists()


def people_with(office_id: int, right: Right) -> list[Person]:
    """Who was granted a right: whom to ask."""
    found = Person.objects.filter(office_id=office_id, is_active=True, grants__right=right)
    return list(found.order_by("nama").distinct())

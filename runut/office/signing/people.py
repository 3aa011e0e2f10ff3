"""Who signs in an office: the holders of roles whose steps put a signature on a paper."""

from datetime import date

from runut.office.cases.acting import definition_for
from runut.office.people.models import Appointment, Office, Person
from runut.office.sops.models import SopVersion


def signing_roles(office: Office) -> set[str]:
    """The leading roles of the signing steps of the SOPs in force."""
    versions = SopVersion.objects.filter(office=office, status=SopVersion.Status.BERLAKU)
    return {
        step.actors[0]
        for version in versions
        for step in definition_for(version).steps
        if step.signs and step.actors
    }


def signers_of(office: Office, day: date) -> list[Person]:
    """Everybody who will be asked to sign, by name."""
    posts = Appointment.objects.filter(
        Appointment.held_on(day), office=office, peran__in=signing_roles(office)
    ).select_related("person", "person__office")
    people = {post.person_id: post.person for post in posts if post.person.is_active}
    return sorted(people.values(), key=lambda person: person.nama)

"""What a case will miss when it comes to its signing steps: said before it starts."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.urls import reverse

from runut.core.case.model import Definition
from runut.core.words.dates import format_date
from runut.files.asking import can_reach
from runut.office.lacks import Lack
from runut.office.people.models import Appointment, Office, Person
from runut.office.signing.choices import BASAH, BSRE, Choices, choices_of
from runut.office.signing.overview import authority_rows
from runut.office.signing.people import signers_of
from runut.office.signing.ways import service_of, way_of

_LATER = "Naskah tidak dapat ditandatangani secara elektronik; tinggal tanda tangan basah."
_REACH_S = 3
"""A page waits for this test: a service in the office's own network answers at once or not."""


def lacks(
    office: Office, day: date, definition: Definition | None, due: date | None = None
) -> list[Lack]:
    """What is missing for signing, of the office or for one SOP. ``due``: until when the
    certificates have to hold; nothing blocks, for every paper can be signed by hand."""
    signers = _signers(office, day, definition)
    if definition is not None and not any(step.signs for step in definition.steps):
        return []
    choices = choices_of(office)
    ways = {choices.way_of(person) for person in signers} | {choices.cara}
    found = [*_of_office(choices), *_of_service(office, choices, ways), *_of_authorities(office)]
    for person in signers:
        found.extend(_of_signer(person, day, due, choices))
    return found


def _signers(office: Office, day: date, definition: Definition | None) -> list[Person]:
    if definition is None:
        return signers_of(office, day)
    roles = {step.actors[0] for step in definition.steps if step.signs and step.actors}
    posts = Appointment.objects.filter(
        Appointment.held_on(day), office=office, peran__in=roles, person__is_active=True
    ).select_related("person", "person__office")
    people = {post.person_id: post.person for post in posts}
    return sorted(people.values(), key=lambda person: person.nama)


def _of_office(choices: Choices) -> Iterator[Lack]:
    if not choices.cara:
        yield Lack("Cara menandatangani belum ditetapkan", _LATER, "Pilih caranya", _home())


def _of_authorities(office: Office) -> Iterator[Lack]:
    """Whose certificates the office has, and has not said whether it trusts them."""
    names = [one.name for one in authority_rows(office) if not one.is_trusted]
    if names:
        yield Lack(
            f"Penerbit sertifikat menunggu keputusan: {', '.join(dict.fromkeys(names))}",
            "Tanda tangan elektroniknya terbaca “tidak dapat diperiksa”.",
            "Putuskan penerbitnya",
            reverse("tanda_tangan_penerbit"),
        )


def _of_service(office: Office, choices: Choices, ways: set[str]) -> Iterator[Lack]:
    if BSRE not in ways or not choices.bsre.alamat:
        return
    if not can_reach(service_of(office, choices).url, _REACH_S):
        url = reverse("tanda_tangan_layanan")
        yield Lack("Layanan BSrE tidak menjawab", _LATER, "Periksa layanan BSrE", url)


def _of_signer(person: Person, day: date, due: date | None, choices: Choices) -> Iterator[Lack]:
    until = datetime.combine(due or day, time.max, person.office.zone)
    way = way_of(person, datetime.combine(day, time(12), person.office.zone), choices)
    if way.name == BASAH:
        return
    if way.why_not:
        what = f"{person.nama}: {way.why_he_cannot[0].lower()}{way.why_he_cannot[1:]}"
        yield Lack(what, _LATER, "Lihat penanda tangan", _home())
    elif way.certificate is not None and way.certificate.berakhir < until:
        end = format_date(way.certificate.berakhir.astimezone(person.office.zone).date())
        what = f"Sertifikat {person.nama} berakhir {end}, sebelum batas waktunya"
        yield Lack(what, _LATER, "Lihat penanda tangan", _home())


def _home() -> str:
    return reverse("kantor_tanda_tangan")

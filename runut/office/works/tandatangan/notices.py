"""Who will be asked to sign is told on his first screen, weeks before, what he still lacks."""

from django.urls import reverse

from runut.office import clock
from runut.office.people.models import Person
from runut.office.signing.choices import BASAH, PKCS12, UJI
from runut.office.signing.people import signers_of
from runut.office.signing.ways import way_of
from runut.office.works.kind import Notice

_OWN_TO_BRING = (PKCS12, UJI)
"""Ways whose means the signer brings himself; what others lack is mended in *Kantor*."""


def own_means(person: Person) -> list[Notice]:
    """A line for a signer who could not sign electronically if he were asked today."""
    now = clock.now()
    way = way_of(person, now)
    if way.can_sign or way.name == BASAH or way.name not in _OWN_TO_BRING:
        return []
    today = now.astimezone(person.office.zone).date()
    if person.pk not in {one.pk for one in signers_of(person.office, today)}:
        return []
    words = f"Saudara akan diminta menandatangani. {way.why_not}"
    return [Notice(words, reverse("sertifikat_saya"), "Siapkan sekarang")]

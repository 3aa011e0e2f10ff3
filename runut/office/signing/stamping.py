"""The stamp on a PDF that was not drawn here: who signs, in which post, and where to check it."""

from datetime import datetime

from runut.files.signing.stamp import Stamp
from runut.office.cases.documents import is_drawn
from runut.office.cases.models import Document
from runut.office.people.address import verification_of
from runut.office.people.models import Person
from runut.office.people.naming import pejabat
from runut.office.signing.choices import UJI, choices_of


def stamp_for(person: Person, at: datetime, document: Document) -> Stamp | None:
    """None where the paper draws its signature block itself, or the office wants no stamp."""
    choices = choices_of(person.office)
    if not choices.is_cap or is_drawn(document):
        return None
    signer = pejabat(person, at.astimezone(person.office.zone).date())
    is_test = choices.way_of(person) == UJI
    head = "Ditandatangani dengan sertifikat uji oleh:" if is_test else _HEAD
    lines = (head, person.nama, signer.jabatan, f"Kode {document.kode}")
    return Stamp(tuple(filter(None, lines)), verification_of(document.kode), choices.cap)


_HEAD = "Ditandatangani secara elektronik oleh:"

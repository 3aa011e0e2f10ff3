"""What pages and other rooms ask about letters."""

from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.http import Http404

from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Document
from runut.office.cases.queries import open_case
from runut.office.letters.models import Letter
from runut.office.letters.rules import capacity_of, may_sign
from runut.office.people.models import Person

_Status = Letter.Status
_SHOWN = ("case", "office", "document", "scan", "dibuat_oleh", "pemeriksa", "penanda")


def letters_of(case_id: int, office_id: int) -> QuerySet[Letter]:
    """The letters of a case, the first first."""
    rows = Letter.objects.filter(office_id=office_id, case_id=case_id)
    return rows.select_related(*_SHOWN).order_by("pk")


def letter_about(office_id: int, case_id: int, tentang: str) -> Letter | None:
    """The letter about something of a case that counts now: neither replaced nor cancelled."""
    rows = letters_of(case_id, office_id).filter(tentang=tentang)
    return rows.exclude(status__in=(_Status.REPLACED, _Status.CANCELLED)).last()


def letter_page(letter_id: int, person: Person) -> tuple[Letter, OpenCase]:
    """A letter of a case that the person may see; to everybody else it does not exist."""
    rows = Letter.objects.filter(office_id=person.office_id, pk=letter_id)
    letter = rows.select_related(*_SHOWN).first()
    if letter is None:
        raise Http404
    return letter, open_case(letter.case_id, person)


def waiting_for(person: Person, now: datetime) -> list[Letter]:
    """The letters that wait for this person: to be checked, mended, signed."""
    open_ones = Letter.objects.filter(
        office_id=person.office_id,
        status__in=(_Status.DRAFT, _Status.CHECKED, _Status.RETURNED),
    ).select_related(*_SHOWN)
    day = now.astimezone(person.office.zone).date()
    return [one for one in open_ones.order_by("pk") if _waits(one, person, day)]


def _waits(letter: Letter, person: Person, day: date) -> bool:
    if letter.status == _Status.RETURNED:
        return letter.dibuat_oleh_id == person.pk
    if letter.is_to_be_checked:
        return letter.pemeriksa_id == person.pk
    return is_signer(letter, person, day)


def is_signer(letter: Letter, person: Person, day: date) -> bool:
    """Whether the person may sign this letter on that day."""
    return may_sign(person, letter.penanda, capacity_of(letter.kapasitas), day)


def is_number_used(office_id: int, nomor: str, besides: Letter | None = None) -> bool:
    """Whether a paper of the office has this number already, its own letter apart."""
    same = Q(office_id=office_id, nomor=nomor)
    letters = Letter.objects.filter(same)
    documents = Document.objects.filter(same)
    if besides is not None:
        letters = letters.exclude(pk=besides.pk)
        documents = documents.exclude(pk__in=(besides.document_id, besides.scan_id or 0))
    return letters.exists() or documents.exists()

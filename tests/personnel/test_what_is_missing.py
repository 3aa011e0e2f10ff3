"""What of people a later act will miss is said before it."""

from datetime import date

import pytest

from runut.office.cases.acting import definition_for
from runut.office.example.office import ExampleOffice
from runut.office.lacks import Lack, gather
from runut.office.people.models import Person, Right
from runut.office.personnel.actions.codes import make_codes
from runut.office.personnel.actions.posts import end_post
from runut.office.personnel.actions.register import add_person
from runut.office.personnel.actions.rights import set_rights
from runut.office.personnel.facts import Facts
from runut.office.personnel.lacks import lacks
from tests.personnel.keeping import doer

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 12)


def missing(example: ExampleOffice, *, of_case: bool = False) -> list[Lack]:
    return lacks(example.office, TODAY, definition_for(example.sop) if of_case else None)


def said(example: ExampleOffice, *, of_case: bool = False) -> str:
    return " ".join(one.what for one in missing(example, of_case=of_case))


def test_the_example_office_lacks_only_a_second_keeper(example: ExampleOffice) -> None:
    assert said(example) == "Yang dapat mengelola kantor hanya Rina Astuti, S.Sos., M.AP."
    set_rights(example.people["dewi"].pk, [Right.KANTOR], doer(example))
    assert missing(example) == []


def test_a_role_without_holder_stops_a_case(example: ExampleOffice) -> None:
    row = example.people["andreas"].appointments.get()
    end_post(row.pk, date(2026, 1, 11), "pindah", doer(example))
    first = missing(example)[0]
    assert first.what == "Belum ada yang memegang peran Karo."
    assert first.is_blocking


def test_a_role_of_one_sop_is_told_once_with_its_steps(example: ExampleOffice) -> None:
    row = example.people["andreas"].appointments.get()
    end_post(row.pk, date(2026, 1, 11), "pindah", doer(example))
    found = gather(example.office, TODAY, definition_for(example.sop))
    told = [one for one in found if "peran Karo" in one.what]
    assert [one.later for one in told] == ["Langkah 9 tidak dapat dikerjakan siapa pun."]
    assert told[0].is_blocking


def test_a_holder_of_a_role_without_nip_is_named(example: ExampleOffice) -> None:
    Person.objects.filter(username="budi").update(nip="")
    Person.objects.filter(username="maria").update(nip="")
    assert "Belum ber-NIP: Budi Santoso, S.IP.." in said(example, of_case=True)
    assert "Maria" not in said(example, of_case=True)


def test_who_has_neither_password_nor_code_cannot_come_in(example: ExampleOffice) -> None:
    add_person(Facts("Siti", "Siti", username="siti"), None, doer(example))
    siti = Person.objects.get(username="siti")
    assert "Belum dapat masuk: Siti." in said(example)
    make_codes([siti.pk], doer(example), "/")
    assert "Belum dapat masuk" not in said(example)

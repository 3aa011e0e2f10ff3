"""The first screen of who has no task: who holds the case, and whether it will be in time."""

import pytest
from django.test import Client

from runut.office import clock
from runut.office.cases.acting import definition_for
from runut.office.cases.held_by import few
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.lacks import gather
from runut.office.people.models import Person
from tests.kantor import MONDAY, adopted, kantor, kasus
from tests.works.sops import sop_text

pytestmark = pytest.mark.django_db
OUTSIDE = sop_text(
    "PELAYANAN PERMOHONAN DATA",
    ("Pemohon", "Staf", "Peneliti"),
    ("Mengajukan permohonan data", "Pemohon", "Formulir", "Surat permohonan"),
    ("Menyusun data", "Staf", "Surat permohonan", "Data"),
    ("Memeriksa data", "Peneliti", "Data", "Data diparaf"),
)


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.fixture
def example() -> ExampleOffice:
    return kantor()


def first_screen(example: ExampleOffice, name: str) -> str:
    client = Client()
    client.force_login(example.people[name])
    return " ".join(client.get("/").content.decode().split())


def test_who_waits_reads_who_holds_it_and_whether_it_will_be_in_time(
    example: ExampleOffice,
) -> None:
    case = kasus(example)
    page = first_screen(example, "hendra")
    assert "Tidak ada tugas untuk Saudara sekarang" in page
    assert f"Dipegang Kasubag: {example.people['rina'].get_short_name()}" in page
    assert f'href="/pelaksanaan/{case.pk}/"' in page and "Ruang" in page
    # whose turn it is sees the task itself, and the case not a second time
    assert "Yang sedang berjalan" not in first_screen(example, "rina")
    # who has no part in it sees nothing of it
    assert "Yang sedang berjalan" not in first_screen(example, "maria")


def test_a_case_that_nobody_can_go_on_with_is_called_so(example: ExampleOffice) -> None:
    kasus(example)
    Person.objects.filter(pk=example.people["rina"].pk).update(is_active=False)
    assert "tidak seorang pun dapat mengerjakannya" in first_screen(example, "andreas")


def test_what_is_over_is_not_running(example: ExampleOffice) -> None:
    kasus(example)
    Case.objects.update(status="dibatalkan")
    assert "Yang sedang berjalan" not in first_screen(example, "andreas")


def test_a_name_more_is_as_short_as_the_words_for_it() -> None:
    assert few(["A", "B", "C", "D"]) == "A, B, C, D"


def test_who_may_be_outside_blocks_no_start_but_a_checker_does(example: ExampleOffice) -> None:
    version = adopted(OUTSIDE, example.people["rina"])
    for definition in (definition_for(version), None):
        found = gather(example.office, MONDAY.date(), definition)
        told = {one.what: one for one in found if "peran P" in one.what}
        [outside] = [one for what, one in told.items() if "Pemohon" in what]
        [checker] = [one for what, one in told.items() if "Peneliti" in what]
        assert not outside.is_blocking and "sebut siapa saat memulai" in outside.later
        assert checker.is_blocking and "pihak luar" not in checker.later

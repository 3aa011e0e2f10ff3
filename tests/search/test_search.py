"""The search box: what is found, where it stands, and that nobody finds what he may not see."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from runut.office import clock
from runut.office.people.models import Grant, Office, Person
from runut.office.search.queries import MOST_OF_A_KIND
from runut.office.sops.models import Sop
from tests.kantor import kasus
from tests.meetings.rapat import NOON, Rapat

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(monkeypatch: pytest.MonkeyPatch, discussed: Rapat) -> Rapat:
    monkeypatch.setattr(clock, "now", lambda: NOON)
    return discussed


def found(rapat: Rapat, words: str, username: str = "rina") -> dict[str, list[str]]:
    client = Client()
    client.force_login(rapat[username])
    answer = client.get("/cari/", {"q": words})
    assert answer.status_code == 200
    return {one.title: [hit.title for hit in one.found] for one in answer.context["groups"]}


def test_one_box_finds_cases_papers_meetings_decisions_sops_and_people(rapat: Rapat) -> None:
    assert found(rapat, "LAKIP").keys() >= {"Pelaksanaan", "Rapat", "SOP"}
    assert found(rapat, "001/UND/ADPIM")["Naskah"] == ["Undangan rapat"]
    assert found(rapat, "jembatan Kapuas") == {"Rapat": ["Rapat penyusunan LAKIP 2025"]}
    assert list(found(rapat, "tabel jembatan")) == ["Keputusan rapat"]
    assert found(rapat, "dewi")["Pegawai"] == [rapat["dewi"].nama]


def test_each_finding_says_where_the_words_stand(rapat: Rapat) -> None:
    client = Client()
    client.force_login(rapat["rina"])
    page = client.get("/cari/", {"q": "kapuas"}).content.decode()
    assert "Ditemukan pada pembahasan: Membahas sungai Kapuas dan jembatan." in page


def test_a_person_is_found_by_his_post_and_never_by_his_nip(rapat: Rapat) -> None:
    Person.objects.filter(pk=rapat["dewi"].pk).update(nip="199912312020121009")
    assert "Pegawai" in found(rapat, "kepala")
    assert found(rapat, "1999123120") == {}


def test_who_has_no_part_in_a_case_finds_nothing_of_it(rapat: Rapat) -> None:
    Grant.objects.filter(person=rapat["joko"]).delete()
    rapat.row.members.filter(person=rapat["joko"]).delete()
    assert found(rapat, "jembatan", "joko") == {}
    assert list(found(rapat, "penyusunan", "joko")) == ["SOP"]
    assert "Rapat" in found(rapat, "jembatan", "sari")


def test_nothing_of_another_office_is_found(rapat: Rapat) -> None:
    other = Office.objects.create(nama="Dinas Lain", kode="DL")
    Person.objects.create(office=other, username="orang", nama="Yohanes Sambas")
    Sop.objects.create(office=other, judul="SOP Sambas")
    assert found(rapat, "Sambas") == {}


@pytest.mark.parametrize(
    "words",
    [
        "%%",
        "__",
        "a" * 5000,
        "'\"--",
        "<script>",
        "\u202eab",
        "\\\\",
        "é" * 99,
        "a b c d e f g h i",
    ],
)
def test_odd_words_are_looked_for_as_they_are(rapat: Rapat, words: str) -> None:
    found(rapat, words)


def test_a_percent_sign_is_no_wildcard(rapat: Rapat) -> None:
    assert found(rapat, "L%P") == {}


def test_a_nul_is_refused_in_a_sentence(rapat: Rapat) -> None:
    client = Client()
    client.force_login(rapat["rina"])
    assert client.get("/cari/?q=a%00b").status_code == 400


@pytest.mark.parametrize("words", ["", " ", "a"])
def test_too_little_is_not_looked_for(rapat: Rapat, words: str) -> None:
    assert found(rapat, words) == {}


def test_the_answer_is_bounded_and_says_that_there_is_more(rapat: Rapat) -> None:
    for _ in range(MOST_OF_A_KIND + 3):
        kasus(rapat.example)
    assert len(found(rapat, "LAKIP 2025")["Pelaksanaan"]) == MOST_OF_A_KIND
    client = Client()
    client.force_login(rapat["rina"])
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/cari/", {"q": "LAKIP"}).content.decode()
    assert "Tambahkan kata untuk mempersempit" in page
    assert len(asked) <= 15


def test_the_box_is_in_the_header_for_who_is_in_and_for_nobody_else(rapat: Rapat) -> None:
    client = Client()
    assert 'name="q"' not in client.get("/masuk/").content.decode()
    client.force_login(rapat["rina"])
    assert 'role="search" action="/cari/"' in client.get("/").content.decode()

"""The agenda book and the register of minutes: what a line says, who sees it, its PDF and Excel."""

import io
from datetime import timedelta

import openpyxl
import pypdf
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from runut.office import clock
from runut.office.acts.sending import Doer
from runut.office.people.models import Grant
from runut.office.works.rapat import actions
from runut.office.works.rapat.models import Meeting
from tests.meetings.rapat import NOON, Rapat

pytestmark = pytest.mark.django_db
AGENDA, MINUTES = "/register/rapat/", "/register/notulensi/"


@pytest.fixture
def rapat(monkeypatch: pytest.MonkeyPatch, closed: Rapat) -> Rapat:
    monkeypatch.setattr(clock, "now", lambda: NOON + timedelta(hours=1))
    return closed


def browser(rapat: Rapat, username: str = "rina") -> Client:
    client = Client()
    client.force_login(rapat[username])
    return client


def cells(rapat: Rapat, address: str, username: str = "rina") -> list[tuple[str, ...]]:
    answer = browser(rapat, username).get(address)
    assert answer.status_code == 200
    return [line.cells for line in answer.context["lines"]]


def test_a_line_of_the_agenda_book_says_all_of_a_meeting(rapat: Rapat) -> None:
    [line] = cells(rapat, AGENDA)
    assert line == (
        "1",
        "Rabu, 14 Januari 2026",
        "09.00 s.d. 12.00 WIB",
        "Ruang Rapat Biro, lantai 2",
        "Rapat penyusunan LAKIP 2025",
        rapat["rina"].nama,
        "001/UND/ADPIM/2026",
        "001/NOT/ADPIM/2026",
        "2 dari 8",
        "2, 2 terbuka",
        "selesai",
    )


def test_a_line_of_the_register_says_who_took_and_who_confirmed_the_minutes(rapat: Rapat) -> None:
    [line] = cells(rapat, MINUTES)
    assert line[:3] == ("1", "001/NOT/ADPIM/2026", "Rapat penyusunan LAKIP 2025")
    assert line[5] == rapat["dewi"].nama
    assert line[-1] == ""


def test_work_done_on_a_decision_shows_in_the_book(rapat: Rapat) -> None:
    first = rapat.meeting.resolutions.get(urutan=1)
    actions.resolve(rapat.ref("6"), Doer(rapat["budi"], NOON), first.pk, "Sudah.")
    [line] = cells(rapat, AGENDA)
    assert line[9] == "2, 1 terbuka"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("LAKIP", 1),
        ("lantai rapat", 1),
        ("001/UND", 1),
        ("angka", 1),
        ("lantai gudang", 0),
        ("%", 0),
        ("_", 0),
        ("'; DROP TABLE", 0),
        ("é\u202e<i>", 0),
    ],
)
def test_the_book_is_searched_by_all_words_wherever_they_stand(
    rapat: Rapat, words: str, count: int
) -> None:
    answer = browser(rapat).get(AGENDA, {"cari": words})
    assert answer.status_code == 200
    assert len(answer.context["lines"]) == count
    assert "<i>" not in answer.content.decode()


@pytest.mark.parametrize("year", ["", "1", "99999", "20x6", "-1", "٢٠٢٦", "0000"])
def test_an_odd_year_is_this_year_or_an_empty_book(rapat: Rapat, year: str) -> None:
    answer = browser(rapat).get(AGENDA, {"tahun": year, "halaman": "x"})
    assert answer.status_code == 200


def test_another_year_has_its_own_book(rapat: Rapat) -> None:
    assert cells(rapat, f"{AGENDA}?tahun=2025") == []


def test_who_has_no_part_and_no_right_sees_no_line(rapat: Rapat) -> None:
    Grant.objects.filter(person=rapat["joko"]).delete()
    assert len(cells(rapat, AGENDA, "joko")) == 1
    rapat.row.members.filter(person=rapat["joko"]).delete()
    assert cells(rapat, AGENDA, "joko") == []


def test_a_book_that_is_not_there_is_404(rapat: Rapat) -> None:
    client = browser(rapat)
    for address in ("/register/lain/", "/register/lain/2026.pdf", "/register/rapat/2026.exe"):
        assert client.get(address).status_code == 404


def test_the_pdf_holds_every_line_with_the_kop(rapat: Rapat) -> None:
    answer = browser(rapat).get("/register/rapat/2026.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    [page] = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    words = " ".join(page.extract_text().split())
    assert "BUKU AGENDA RAPAT TAHUN 2026" in words
    assert "001/UND/ADPIM/2026" in words.replace("- ", "").replace("/ ", "/")
    assert page.mediabox.width > page.mediabox.height


def test_the_excel_holds_text_only_and_no_formula(rapat: Rapat) -> None:
    Meeting.objects.update(acara="=cmd|' /C calc'!A0")
    answer = browser(rapat).get("/register/rapat/2026.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[3]][:3] == ["No", "Hari, tanggal", "Waktu"]
    line = {cell.column: cell for cell in sheet[4]}
    assert (line[1].value, line[5].value) == (1, "=cmd|' /C calc'!A0")
    assert line[5].data_type == "s"
    again = browser(rapat).get("/register/rapat/2026.xlsx")
    assert [cell.value for cell in sheet[4]] == [
        cell.value for cell in openpyxl.load_workbook(io.BytesIO(again.content)).active[4]
    ]


def test_a_book_of_sixty_asks_as_often_as_a_book_of_one(rapat: Rapat) -> None:
    client = browser(rapat)

    def asked() -> int:
        client.get(MINUTES)
        with CaptureQueriesContext(connection) as queries:
            client.get(MINUTES)
        return len(queries)

    one = asked()
    found = rapat.meeting
    for number in range(2, 61):
        found.pk, found.ke, found.token = None, number, f"token{number}"
        found.agenda_no = found.notula_no = number
        found.save(force_insert=True)
    assert len(client.get(MINUTES).context["lines"]) == 50
    assert len(client.get(MINUTES, {"halaman": 2}).context["lines"]) == 10
    assert asked() == one <= 15

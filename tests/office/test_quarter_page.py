"""The report of a quarter in the browser: on the screen, as files, for one's own office only."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from runut.office.example.office import ExampleOffice
from runut.office.kinerja.models import Dataset
from tests.kantor import kantor

pytestmark = pytest.mark.django_db


@pytest.fixture
def example() -> ExampleOffice:
    return kantor(figures=True)


def client_of(example: ExampleOffice) -> Client:
    client = Client()
    client.force_login(example.people["rina"])
    return client


def address(triwulan: int, ending: str = "") -> str:
    return f"/kinerja/{Dataset.objects.get().pk}/triwulan/{triwulan}/{ending}"


def test_the_figures_lead_to_each_quarter(example: ExampleOffice) -> None:
    page = client_of(example).get(f"/kinerja/{Dataset.objects.get().pk}/").content.decode()
    assert all(f'href="{address(n)}"' in page for n in (1, 2, 3, 4))


def test_a_quarter_is_shown_and_called_a_part_of_the_year(example: ExampleOffice) -> None:
    answer = client_of(example).get(address(2))
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "LAPORAN KINERJA TRIWULAN II TAHUN 2025" in words
    assert "capaian s.d. TW II, bukan capaian tahun" in words


def test_a_quarter_comes_as_pdf_word_and_text(example: ExampleOffice) -> None:
    client = client_of(example)
    assert client.get(address(3, "?bentuk=pdf")).content.startswith(b"%PDF-")
    word = client.get(address(3, "?bentuk=docx")).content
    assert "word/document.xml" in ZipFile(BytesIO(word)).namelist()
    text = client.get(address(3, "?bentuk=txt"))
    assert "TRIWULAN III" in text.content.decode()
    assert 'filename="laporan-triwulan-2025-tw3.txt"' in text["Content-Disposition"]


def test_no_fifth_quarter_and_nobody_elses_figures(example: ExampleOffice) -> None:
    client = client_of(example)
    assert client.get(address(5)).status_code == 404
    assert client.get("/kinerja/999999/triwulan/1/").status_code == 404
    assert Client().get(address(1)).status_code == 302

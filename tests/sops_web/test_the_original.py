"""The original stands beside its reading, with the place of every field that is asked."""

import re
import shutil
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from runut.files.read.libreoffice import PROGRAMS
from runut.office.sops.models import SopVersion
from tests.sops_web.proposals import WAKTU, as_workbook, doubt, rows_of_text, taken, uploaded

pytestmark = pytest.mark.django_db


def _docx() -> bytes:
    document, rows = Document(), rows_of_text()
    document.add_paragraph("\t".join(rows[0]))
    table = document.add_table(rows=len(rows) - 1, cols=8)
    for cells, row in zip(table.rows, rows[1:], strict=True):
        for cell, word in zip(cells.cells, row, strict=False):
            cell.text = word
    found = BytesIO()
    document.save(found)
    return found.getvalue()


def test_a_text_is_shown_by_its_lines_and_the_asked_one_is_marked(rina: Client) -> None:
    version = taken(rina)
    doubt(version)
    page = rina.get(f"/sop/{version.pk}/periksa/").content.decode()
    assert re.search(r'<li value="5" id="baris-5" class="is-asked"><span>2</span>', page)
    assert 'href="#baris-5"' in page
    assert "Buram." in page


def test_a_workbook_is_drawn_and_a_cutting_shows_what_is_asked(rina: Client) -> None:
    version = uploaded(rina, as_workbook(), "surat.xlsx")
    doubt(version)
    url = f"/sop/{version.pk}/periksa/"
    page = rina.get(url).content.decode()
    assert 'id="tempat-langkah-2-waktu"' in page
    assert 'href="#tempat-langkah-2-waktu"' in page
    assert page.count('class="cutting"') == 1
    assert "style=" not in page
    picture = rina.get(f"/sop/{version.pk}/gambar/1/")
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert b"2 jam" in picture.content
    assert rina.get(f"/sop/{version.pk}/gambar/2/").status_code == 404
    assert rina.get(f"/sop/{version.pk}/gambar/0/").status_code == 404


@pytest.mark.skipif(not any(map(shutil.which, PROGRAMS)), reason="tanpa LibreOffice")
def test_a_word_file_is_shown_page_by_page(rina: Client) -> None:
    version = uploaded(rina, _docx(), "surat.docx")
    assert len(version.halaman) >= 1
    assert rina.get(f"/sop/{version.pk}/gambar/1/").status_code == 200
    assert WAKTU in version.asal


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04rusak" * 99, "rusak.docx"),
        (b"%PDF-1.7\nrusak", "rusak.pdf"),
        (b"\x89PNG\r\n\x1a\n" * 9, "foto.png"),
        (b"Bukan SOP sama sekali.", "catatan.txt"),
    ],
)
def test_a_file_without_an_sop_is_refused_in_one_sentence_and_the_pasted_text_stays(
    rina: Client, data: bytes, name: str
) -> None:
    before = SopVersion.objects.count()
    sent = {"kunci": "k", "teks": "Ketikan saya", "berkas": SimpleUploadedFile(name, data)}
    answer = rina.post("/sop/baru/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count('role="alert"') == 1
    assert "Ketikan saya" in page
    assert "Traceback" not in page
    assert SopVersion.objects.count() == before


def test_pasted_text_is_not_called_a_file(rina: Client) -> None:
    answer = rina.post("/sop/baru/", {"kunci": "k", "teks": "Bukan SOP."})
    assert "Teks ini tidak memuat tabel SOP" in answer.content.decode()
    assert "teks yang ditempel" in rina.get(f"/sop/{taken(rina).pk}/periksa/").content.decode()

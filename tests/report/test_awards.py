"""Awards and pictures: their captions, their words for who cannot see them, and their places."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from lxml import etree

from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Heading, Paper, blocks_of
from runut.core.report.lakip.awards import award_lacks
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.review.attest import attest
from runut.files.write.paper import write_docx, write_pdf
from tests.prose.test_written import PHOTO
from tests.report.sample import DATA
from tests.write.reading import pdf_pages, squeezed

CREATED = date(2026, 2, 2)
AWARDS = """Tahun ini kantor menerima dua penghargaan.
Tabel: Penghargaan tahun 2025
| Penghargaan | Pemberi | Tanggal |
| Pelayanan Prima | Kementerian PANRB | 12 Agustus 2025 |
| Keterbukaan Informasi | Komisi Informasi | 3 November 2025 |

[gambar abcdef123456 | Penyerahan piala | Kepala biro menerima piala dari menteri]"""


@pytest.fixture(scope="module")
def paper() -> Paper:
    words = {"bab3.penghargaan": AWARDS}
    return compose_lakip(DATA, words, photos={"abcdef123456": PHOTO})


def test_a_report_without_awards_has_no_part_for_them(paper: Paper) -> None:
    def heads(one: Paper) -> list[str]:
        return [block.text for block in blocks_of(one) if isinstance(block, Heading)]

    assert "Penghargaan" in heads(paper)
    assert "Penghargaan" not in heads(compose_lakip(DATA, {}))


def test_the_pdf_lists_the_award_and_its_picture_at_their_page_and_says_what_is_seen(
    paper: Paper,
) -> None:
    pdf = write_pdf(paper, created=CREATED)
    pages, labels = pdf_pages(pdf), pypdf.PdfReader(io.BytesIO(pdf)).page_labels
    lists = "\n".join(page for page in pages if re.search("DAFTAR (TABEL|GAMBAR)", page))
    for words in ("Penghargaan tahun 2025", "Penyerahan piala"):
        listed = re.search(rf"(\w+ \d+)\. ?{words}[ .]*(\w+)", lists)
        assert listed
        label, page = listed.groups()
        assert squeezed(f"{label}. {words}") in squeezed(pages[labels.index(page)])
    assert "Kepala biro menerima piala dari menteri" in _spoken(pdf)


def _spoken(pdf: bytes) -> list[str]:
    """The words for who cannot see, of every figure."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    objects = [reader.get_object(n) for n in range(1, int(reader.trailer["/Size"]))]
    return [str(one["/Alt"]) for one in objects if isinstance(one, dict) and "/Alt" in one]


def test_word_lists_them_too_and_carries_the_words_of_the_picture(paper: Paper) -> None:
    book = zipfile.ZipFile(io.BytesIO(write_docx(paper, created=CREATED)))
    xml = book.read("word/document.xml")
    words = squeezed("".join(etree.fromstring(xml).itertext()))
    assert words.count("Penyerahanpiala") == words.count("Penghargaantahun2025") == 2
    assert 'descr="Kepala biro menerima piala dari menteri"' in xml.decode()


def test_an_award_without_giver_or_year_is_found_in_workbook_and_office_alike() -> None:
    rows = """| No | Penghargaan | Pemberi | Tanggal |
| 1 | Pelayanan Prima | Kementerian PANRB | 12 Agustus 2025 |
| 2 | Anugerah Humas | – | 3 November 2025 |
| 3 | Arsip Terbaik | Arsip Nasional | 3 November |
- Kota Sehat oleh Kementerian Kesehatan, 2025
- Juara II lomba pantun"""
    wanted = [
        "Bab III.C: penghargaan “Anugerah Humas” belum menyebut pemberi.",
        "Bab III.C: penghargaan “Arsip Terbaik” belum menyebut tahun.",
        "Bab III.C: penghargaan “Juara II lomba pantun” belum menyebut pemberi dan tahun.",
    ]

    def found(data: DataKinerja, texts: dict[str, str]) -> list[str]:
        kurang = attest(data, texts).kurang
        return [one.pesan for one in kurang if one.kode == "lakip.penghargaan"]

    assert found(DATA, {"bab3.penghargaan": rows}) == wanted
    assert found(replace(DATA, narasi={"bab3.penghargaan": rows}), {}) == wanted
    assert found(DATA, {"bab3.penghargaan": AWARDS}) == []
    assert found(DATA, {}) == []


def test_an_award_told_in_a_sentence_names_both_too() -> None:
    assert award_lacks("Biro menerima piagam dari Gubernur pada 2025.") == ()
    assert award_lacks("Biro menerima piagam.")[0][1] == "pemberi dan tahun"

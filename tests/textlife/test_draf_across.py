"""DRAF stands across every page of a draft, in PDF, Word and on the screen; nowhere else."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pypdf

from runut.core.report.digest import canonical_json, paper_from_json
from runut.core.report.lakip.compose import compose_lakip
from runut.files.write.html import write_html
from runut.files.write.paper import write_docx, write_pdf
from tests.report.sample import DATA

AT = datetime(2026, 2, 2, tzinfo=UTC)
PAPER = compose_lakip(DATA, {}, verification="https://runut.example/v/ABCDEFGHJK", is_test=True)
DRAFT = replace(PAPER, watermark="DRAF")


def marked(pdf: bytes) -> list[bool]:
    return [
        "DRAF" in page.extract_text().replace("DRAFT", "")
        for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
    ]


def test_every_page_of_the_pdf_and_none_of_the_frozen_one() -> None:
    draft, frozen = (write_pdf(paper, created=AT) for paper in (DRAFT, PAPER))
    assert all(marked(draft)) and not any(marked(frozen))
    assert len(marked(draft)) == len(marked(frozen))


def test_every_section_of_the_word_file_the_cover_too() -> None:
    document = docx.Document(io.BytesIO(write_docx(DRAFT, created=AT)))
    headers = [section.header for section in document.sections]
    assert headers and all('string="DRAF"' in header._element.xml for header in headers)
    clean = zipfile.ZipFile(io.BytesIO(write_docx(PAPER, created=AT)))
    parts = [clean.read(name) for name in clean.namelist() if "header" in name]
    assert not any(b'string="DRAF"' in part for part in parts)


def test_on_the_screen_and_in_what_is_stored() -> None:
    assert 'data-kata="DRAF"' in write_html(DRAFT)
    assert "tanda-air" not in write_html(PAPER)
    assert paper_from_json(canonical_json(DRAFT)) == DRAFT
    assert "watermark" not in canonical_json(PAPER)


def test_the_block_of_a_paper_to_be_signed_claims_nothing() -> None:
    words = write_html(PAPER)
    assert "Ditandatangani secara elektronik" not in words
    assert "Tanda tangan elektronik: periksa keaslian pada" in words
    assert "https://runut.example/v/" in words
    assert "SERTIFIKAT UJI, tanpa kekuatan hukum" in words
    real = write_html(compose_lakip(DATA, {}, verification="https://runut.example/v/A"))
    assert "SERTIFIKAT UJI" not in real

"""The faults that another reporting system published about itself, as acceptance tests of ours.

Those of its list that are not here are tested where they belong: missions printed several times,
empty programme blocks, "efficient" at nothing done (test_lakip), counts that differ (test_lakip,
printed), chapters that differ between Word and PDF (test_read_back), rows cut by a page (test_pdf).
"""

import io
from dataclasses import replace
from datetime import date

import docx
import pypdf
import pypdfium2
import pytest

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Paper, Table, blocks_of
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.text import line_text, write_text
from runut.files.write.html import write_html
from runut.files.write.layout.sheets import POINTS_PER_MM, page_of
from runut.files.write.paper import write_docx, write_pdf
from tests.report.sample import DATA, PROFIL
from tests.write.reading import docx_text, pdf_pages, squeezed

CREATED = date(2026, 2, 2)
OTHER = replace(
    PROFIL,
    instansi=("PEMERINTAH KABUPATEN SUMBA TIMUR", "DINAS PERIKANAN"),
    singkatan="Diskan",
    alamat="Jalan Pelabuhan, Waingapu",
    kota="Waingapu",
    pimpinan=Pejabat("Kepala Dinas Perikanan", "Umbu Rihi, S.Pi.", "Pembina", "197505052000031002"),
    atasan=Pejabat("Bupati Sumba Timur", "Rambu Ana"),
    visi="Laut yang lestari.",
)


@pytest.fixture(scope="module")
def paper() -> Paper:
    return compose_lakip(replace(DATA, profil=OTHER), {})


@pytest.fixture(scope="module")
def pdf(paper: Paper) -> bytes:
    return write_pdf(paper, created=CREATED)


@pytest.fixture(scope="module")
def word(paper: Paper) -> bytes:
    return write_docx(paper, created=CREATED)


def test_another_office_finds_no_name_but_its_own_in_any_file(
    paper: Paper, pdf: bytes, word: bytes
) -> None:
    for words in ("".join(pdf_pages(pdf)), docx_text(word), write_html(paper), write_text(paper)):
        said = squeezed(words).casefold()
        assert "dinasperikanan" in said
        for foreign in ("kalimantanbarat", "biroadpim", "biroadministrasipimpinan", "pontianak"):
            assert foreign not in said


def test_the_name_and_number_of_the_signer_are_in_every_file(
    paper: Paper, pdf: bytes, word: bytes
) -> None:
    for words in ("".join(pdf_pages(pdf)), docx_text(word), write_html(paper), write_text(paper)):
        assert "UmbuRihi,S.Pi." in squeezed(words)
        assert "197505052000031002" in squeezed(words)


def test_no_column_of_any_table_is_blank_from_top_to_bottom(paper: Paper) -> None:
    for table in (one for one in blocks_of(paper) if isinstance(one, Table) and one.frame):
        columns: dict[int, str] = {}
        for row in table.rows:
            at = 0
            for cell in row if not any(one.rows > 1 for one in row) else ():
                columns[at] = columns.get(at, "") + "".join(map(line_text, cell.lines))
                at += cell.span
        assert all(columns.values()), table.caption


def test_no_blank_page_follows_the_cover_and_numbers_run_on_through_all_sections(
    pdf: bytes,
) -> None:
    pages, labels = pdf_pages(pdf), pypdf.PdfReader(io.BytesIO(pdf)).page_labels
    assert "KATA PENGANTAR" in pages[1]
    first = labels.index("1")
    assert labels[1:first] == ["i", "ii", "iii", "iv", "v", "vi", "vii"][: first - 1]
    assert labels[first:] == [str(n) for n in range(1, len(labels) - first + 1)]


def test_the_margins_are_those_of_the_page_and_are_not_added_up(pdf: bytes, word: bytes) -> None:
    page = page_of("a4", landscape=False)
    left, right = page.left * POINTS_PER_MM, (page.width - page.right) * POINTS_PER_MM
    for drawn in list(pypdfium2.PdfDocument(pdf))[1:6]:
        bounds = [one.get_bounds() for one in drawn.get_objects(max_depth=2)]
        assert left - 4 <= min(one[0] for one in bounds) <= left + 4
        assert max(one[2] for one in bounds) <= right + 4
    upright = [one for one in docx.Document(io.BytesIO(word)).sections if one.orientation == 0]
    assert {(round(one.left_margin.mm), round(one.right_margin.mm)) for one in upright[1:]} == {
        (page.left, page.right)
    }
    assert {one.gutter for one in upright} == {0}

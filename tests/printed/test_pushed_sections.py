"""A section that did not fit under the words before it begins a page in Word too, so that a page
gained or lost before it is not carried on; nobody's copy to be edited is cut so."""

from io import BytesIO

import pytest
from docx import Document

from runut.core.report.blocks import Cell, Cover, Heading, Lists, Paper, Paragraph, Table, line
from runut.files.write.paper import write_docx
from runut.files.write.pdf.paper import pages_of
from tests.printed.files import CREATED

SECTION = "Rincian"
PUSHED, FULL = 31, 35
"""Lines under which the section does not fit though some are free; that fill the page."""


def paper(lines: int) -> Paper:
    """A section with a table that is never parted, lower and lower on its page."""
    rows = tuple((Cell((line(f"Baris {n}"),)),) for n in range(8))
    table = Table(((Cell((line("Uraian"),)),),), rows, (1.0,), caption="Isi", key="isi")
    words = [Paragraph(line(f"Alinea {n}.")) for n in range(lines)]
    body = (Heading(1, "ISI", number="BAB I"), *words, Heading(2, SECTION, key="rincian"), table)
    cover = Cover(("UJI",), ("KANTOR",))
    return Paper("Uji", body, front=(Lists("isi", "DAFTAR ISI"),), cover=cover)


def begins_a_page(docx: bytes) -> bool:
    written = Document(BytesIO(docx))
    [heading] = [one for one in written.paragraphs if one.text == SECTION]
    return bool(heading.paragraph_format.page_break_before)


def test_a_section_that_did_not_fit_begins_its_page_in_word_as_well() -> None:
    assert pages_of(paper(PUSHED), created=CREATED).pushed == {"rincian"}
    assert begins_a_page(write_docx(paper(PUSHED), created=CREATED))


@pytest.mark.parametrize(("lines", "page"), [(5, "1"), (FULL, "2")])
def test_one_that_fits_or_comes_after_a_full_page_flows(lines: int, page: str) -> None:
    pages = pages_of(paper(lines), created=CREATED)
    assert pages.numbers["rincian"] == page
    assert not begins_a_page(write_docx(paper(lines), created=CREATED))


def test_in_a_copy_to_be_edited_it_flows_always() -> None:
    assert not begins_a_page(write_docx(paper(PUSHED), created=CREATED, sections={}))

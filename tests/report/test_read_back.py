"""Word and PDF of one report are read back and say the same: words, tables, numbers, captions."""

import re
import zipfile
from collections import Counter
from datetime import date
from io import BytesIO

import pytest
from lxml import etree

from runut.core.report.blocks import (
    Block,
    Chart,
    Heading,
    Lists,
    Paper,
    Photo,
    Table,
    blocks_of,
    lines_of,
)
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.text import line_text, write_text
from runut.files.write.paper import write_docx, write_pdf
from tests.kinerja.buku import example
from tests.printed.pages import words_by_tag
from tests.report.sample import DATA

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBER = re.compile(r"\d[\d.,]*")
CREATED = date(2026, 2, 2)


@pytest.fixture(scope="module")
def paper() -> Paper:
    return compose_lakip(DATA, {})


@pytest.fixture(scope="module")
def word(paper: Paper) -> etree._Element:
    book = zipfile.ZipFile(BytesIO(write_docx(paper, created=CREATED)))
    return etree.fromstring(book.read("word/document.xml"))


def text_of(part: etree._Element) -> str:
    return "".join(node.text or "" for node in part.iter(f"{W}t"))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe]+", "", text)


def styled(word: etree._Element, prefix: str) -> list[str]:
    found = []
    for paragraph in word.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and (style.get(f"{W}val") or "").startswith(prefix):
            found.append(squeezed(text_of(paragraph)))
    return found


def test_headings_and_captions_of_word_are_those_of_the_report(
    paper: Paper, word: etree._Element
) -> None:
    heads = [
        squeezed(f"{one.number}{one.text}")
        for one in blocks_of(paper)
        if isinstance(one, Heading) and one.in_contents
    ]
    read = [one for one in styled(word, "Heading") if not one.startswith("DAFTAR")]
    assert read == [one for one in heads if not one.startswith("DAFTAR")]
    assert [one.partition(".")[2] for one in styled(word, "Caption")] == [
        squeezed(one.caption) for one in blocks_of(paper) if isinstance(one, Table) and one.caption
    ]
    assert [one.partition(".")[2] for one in styled(word, "KeteranganGambar")] == [
        squeezed(one.caption) for one in blocks_of(paper) if isinstance(one, Chart)
    ]


def test_the_cells_of_word_are_those_of_the_report_and_each_head_is_marked(
    paper: Paper, word: etree._Element
) -> None:
    tables = [one for one in blocks_of(paper) if isinstance(one, Table) and one.caption]
    drawn = [
        one for one in word.iter(f"{W}tbl") if one.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    ]
    read = [Counter(squeezed(text_of(cell)) for cell in one.iter(f"{W}tc")) for one in drawn]
    for table in tables:
        cells = Counter(
            squeezed("".join(line_text(line) for line in cell.lines))
            for row in (*table.head, *table.rows)
            for cell in row
        )
        assert any(not cells - one for one in read), table.caption
    for one in word.iter(f"{W}tbl"):
        look = one.find(f"{W}tblPr/{W}tblLook")
        if look is not None:
            has_head = one.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
            assert (look.get(f"{W}firstRow") == "1") == has_head


@pytest.fixture(scope="module")
def tagged(paper: Paper) -> dict[str, list[str]]:
    found = words_by_tag(write_pdf(paper, created=CREATED))
    # pdfium marks a hyphen at the end of a line in its own way
    return {tag: [one.replace("\x02", "-") for one in words] for tag, words in found.items()}


def test_headings_captions_cells_and_words_of_the_pdf_are_those_of_the_report_in_order(
    paper: Paper, tagged: dict[str, list[str]]
) -> None:
    blocks = list(blocks_of(paper))
    heads = [squeezed(f"{one.number}{one.text}") for one in blocks if isinstance(one, Heading)]
    lists = {squeezed(one.title) for one in blocks if isinstance(one, Lists)}
    assert [one for one in tagged["judul"] if one not in lists] == heads
    assert [one.partition(".")[2] for one in tagged["keterangan"]] == [
        squeezed(one.caption)
        for one in blocks
        if isinstance(one, Table | Chart | Photo) and one.caption
    ]
    assert "".join(tagged["sel"]) == "".join(
        cell for one in blocks if isinstance(one, Table) and one.frame for cell in cells_of(one)
    )
    assert_in_order("".join(tagged["kata"]), [one for one in blocks if not is_framed(one)])


def test_the_words_of_word_are_those_of_the_report_in_order(
    paper: Paper, word: etree._Element
) -> None:
    assert_in_order(squeezed(text_of(word)), list(blocks_of(paper)))


def assert_in_order(words: str, blocks: list[Block]) -> None:
    at = 0
    for block in blocks:
        for one in lines_of(block):
            wanted = squeezed(line_text(one))
            at = words.find(wanted, at)
            assert at >= 0, wanted


def is_framed(block: Block) -> bool:
    """A table with rules; a form of label and value has none, and is read as lines."""
    return isinstance(block, Table) and block.frame


def cells_of(table: Table) -> list[str]:
    """The words of a table as they are read: head, rows, notes."""
    cells = [cell for row in (*table.head, *table.rows) for cell in row]
    return [
        *(squeezed("".join(map(line_text, cell.lines))) for cell in cells),
        *(squeezed(line_text(note)) for note in table.notes),
    ]


def test_the_text_of_a_table_never_cuts_a_number() -> None:
    paper = compose_lakip(example(), {})
    words = write_text(paper)
    wanted = {
        number.rstrip(".,")
        for block in blocks_of(paper)
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for line in cell.lines
        for number in NUMBER.findall(line_text(line))
    }
    assert [number for number in wanted if number not in words] == []

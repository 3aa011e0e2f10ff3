"""The pages of a file as pictures: drawn from its canvas, or as another program prints them."""

import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from runut.core.sop.model import SOP
from runut.core.sop.reading.canvas import (
    Box,
    Canvas,
    Cell,
    Connector,
    Page,
    Shape,
    ShapeKind,
    Table,
    Words,
)
from runut.core.sop.text.parse import read_sop
from runut.files.read.libreoffice import pdf_of_docx
from runut.files.read.sop import read_sop_file
from runut.files.shown.drawn import pages_as_svg
from runut.files.shown.sop import read_and_show
from runut.files.write.bpmn.sop import bpmn_of_sop
from runut.files.write.pdf.sop import pdf_of_sop
from runut.files.write.xlsx.sop import xlsx_of_sop
from tests.sops_web.proposals import TEXT

SVG = "{http://www.w3.org/2000/svg}"
CELL = Cell(0, 0, "Mencatat <surat> & arsip\x00\x1f", box=Box(10, 10, 90, 40))


def _page() -> Page:
    shapes = tuple(
        Shape(kind.name, kind, Box(100, 20 * at, 130, 20 * at + 12))
        for at, kind in enumerate(ShapeKind, start=1)
    )
    line = Connector(((115, 32), (115, 40)), has_head_at_end=True, text="Ya")
    words = (Words("Prosedur", Box(10, 50, 90, 60)),)
    return Page(1, 400, 200, (Table((CELL,)),), shapes, (line,), words)


def test_a_canvas_is_drawn_with_all_it_holds_and_the_same_each_time() -> None:
    (drawing,) = pages_as_svg(Canvas((_page(),)))
    assert (drawing,) == pages_as_svg(Canvas((_page(),)))
    root = etree.fromstring(drawing.svg.encode())
    words = "".join(root.itertext())
    assert "Mencatat" in words and "<surat>" in words and "Prosedur" in words and "Ya" in words
    assert len(root.findall(f"{SVG}polygon")) == 3, "diamond, off-page connector, arrowhead"
    assert len(root.findall(f"{SVG}polyline")) == 1
    assert root.get("viewBox") == "0 0 400 200"


def test_a_table_without_places_is_laid_out_under_itself() -> None:
    cells = tuple(Cell(row, column, f"Sel {row}.{column}") for row in (0, 1) for column in (0, 1))
    (drawing,) = pages_as_svg(Canvas((Page(1, 0, 0, (Table(cells),)),)))
    root = etree.fromstring(drawing.svg.encode())
    assert drawing.width > 0 and drawing.height > 0
    tops = [float(one.get("y") or 0) for one in root.findall(f"{SVG}text")]
    assert len(tops) == 4 and len(set(tops)) == 2


def test_words_too_long_for_their_box_become_smaller() -> None:
    long = replace(CELL, text="kata " * 60)
    (drawing,) = pages_as_svg(Canvas((Page(1, 400, 200, (Table((long,)),)),)))
    sizes = {one.get("font-size") for one in etree.fromstring(drawing.svg.encode()).iter()} - {None}
    assert sizes == {"4"}


def test_a_pdf_is_shown_by_its_own_pages() -> None:
    sop = read_sop(TEXT).sop
    assert sop is not None
    pdf = pdf_of_sop(sop)
    shown = read_and_show(pdf, "surat.pdf")
    assert shown.reading == read_sop_file(pdf, "surat.pdf")
    assert shown.pages
    for page in shown.pages:
        assert page.data.startswith(b"\x89PNG")
        assert page.width > page.height


started: list[object] = []
sys.addaudithook(lambda event, args: started.append(args) if event == "subprocess.Popen" else None)


@pytest.mark.parametrize("write", [pdf_of_sop, xlsx_of_sop, bpmn_of_sop])
def test_a_file_goes_through_the_guarded_process_once(write: Callable[[SOP], bytes]) -> None:
    sop = read_sop(TEXT).sop
    assert sop is not None
    data = write(sop)
    started.clear()
    shown = read_and_show(data, "surat")
    assert shown.reading.sop is not None
    assert bool(shown.pages) == (write is not bpmn_of_sop)
    assert len(started) == 1


def test_what_word_cannot_open_has_no_print() -> None:
    assert pdf_of_docx(b"PK\x03\x04 word/document.xml rusak") is None


def test_a_computer_without_libreoffice_prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert pdf_of_docx(b"PK") is None

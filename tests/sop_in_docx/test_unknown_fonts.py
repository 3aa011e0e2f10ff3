"""A font that runs wider or higher than we know: the symbols tell where the rows really are."""

import pytest

from runut.core.sop.reading.canvas import Box, Canvas
from tests.sop_in_docx.build import canvas, p, place_of, shape, tbl, tc, tr

WIDTHS = (30, 150, 60, 60, 100)
TEXT = "Menyusun konsep surat dinas beserta lampirannya dan menyerahkannya kepada pimpinan "
STEPS = 24


def document(drawn: dict[int, str], size: float) -> Canvas:
    """Steps of differing length; ``drawn`` hangs shapes on the paragraph of a step."""
    styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Rekaan'/>"
    styles += f"<w:sz w:val='{size * 2}'/></w:rPr></w:rPrDefault></w:docDefaults>"
    rows = [
        tr(
            tc(str(at)),
            tc(p(TEXT * (1 + at % 3), drawn.get(at, ""))),
            *(tc() for _ in range(3)),
            properties="<w:cantSplit/>",
        )
        for at in range(1, STEPS + 1)
    ]
    return canvas(tbl(WIDTHS, *rows), styles=styles)


def step_boxes(found: Canvas) -> dict[int, tuple[int, Box]]:
    """Page and place of every step."""
    return {
        int(cell.text): (page.number, cell.box)
        for page in found.pages
        for table in page.tables
        for cell in table.cells
        if cell.column == 0 and cell.box is not None
    }


def places(found: Canvas) -> list[tuple[int, int]]:
    """The page and the row of every symbol."""
    return [
        (page.number, place_of(found, one, page.number - 1)[0])
        for page in found.pages
        for one in page.shapes
    ]


@pytest.mark.parametrize("size", [11.5, 9.0])
def test_every_symbol_finds_its_step_whatever_the_font(size: float) -> None:
    real = step_boxes(document({}, size))
    first = {
        page: min(no for no, (on, _) in real.items() if on == page) for page, _ in real.values()
    }
    drawn: dict[int, str] = {}
    for no, (page, box) in real.items():
        symbol = shape("rect", (245, box.centre[1] - 8), key=no, across="page")
        drawn[first[page]] = drawn.get(first[page], "") + symbol.replace(
            'layoutInCell="1"', 'layoutInCell="0"'
        )
    found = document(drawn, 10)
    assert len(found.pages) > 2
    assert len(set(places(found))) == STEPS


def test_a_page_that_ends_earlier_than_we_think_is_found_by_its_symbols() -> None:
    fits, ends = 12, 10
    over: dict[int, list[str]] = {1: [], ends + 1: []}
    for no in range(1, 16):
        hung = 1 if no <= ends else ends + 1
        symbol = shape("rect", (245, 50 + 40 * (no - hung) + 12), key=no)
        over[hung].append(symbol.replace('layoutInCell="1"', 'layoutInCell="0"'))
    rows = [
        tr(tc(str(no)), tc(p("Menyusun", "".join(over.get(no, ())))), tc(), tc(), tc(), height=40)
        for no in range(1, 16)
    ]
    without = canvas(tbl(WIDTHS, *rows[1:2] * 15))
    assert len({cell.row for cell in without.pages[0].tables[0].cells}) == fits
    found = canvas(tbl(WIDTHS, *rows))
    assert places(found) == [(1, row) for row in range(ends)] + [
        (2, row) for row in range(15 - ends)
    ]

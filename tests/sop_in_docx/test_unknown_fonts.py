"""A font that runs wider or higher than we know: the symbols tell where the rows really are."""

import pytest

from runut.core.sop.canvas import Box, Canvas
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
    shown = [
        (page.number, place_of(found, one, page.number - 1)[0])
        for page in found.pages
        for one in page.shapes
    ]
    assert len(set(shown)) == STEPS

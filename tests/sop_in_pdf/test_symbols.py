"""Symbols and the lines between them, as stroked paths and as filled areas."""

import pytest

from runut.core.sop.reading.canvas import Page, ShapeKind
from runut.files.read.pdf.sop import canvas_of_pdf
from tests.sop_in_pdf.by_hand import (
    arrow_down,
    circle,
    diamond,
    grid,
    line,
    pdf,
    polygon,
    rectangle,
    rounded,
    text,
    word_grid,
)

TABLE = grid((40, 200, 300, 400, 560), (20, 80, 160, 240, 320))
PROCESS = rectangle(230, 105, 40, 20)


def page(*contents: str, ruled: str = TABLE) -> Page:
    canvas, findings = canvas_of_pdf(pdf(ruled + "".join(contents)))
    assert canvas is not None
    assert not findings
    assert len(canvas.pages[0].tables) == 1
    assert len(canvas.pages[0].tables[0].cells) == 16
    return canvas.pages[0]


def kinds(found: Page) -> list[ShapeKind]:
    return [shape.kind for shape in found.shapes]


def ways(found: Page) -> list[tuple[tuple[int, int], tuple[int, int], bool, bool]]:
    return [
        (
            (round(one.points[0][0]), round(one.points[0][1])),
            (round(one.points[-1][0]), round(one.points[-1][1])),
            one.has_head_at_start,
            one.has_head_at_end,
        )
        for one in found.connectors
    ]


def thin(x: float, y: float, width: float, height: float) -> str:
    return rectangle(x, y, max(width, 0.7), max(height, 0.7), "f")


PLATE = ((230, 100), (260, 100), (260, 115), (245, 125), (230, 115))


@pytest.mark.parametrize(
    ("drawn", "kind"),
    [
        (PROCESS, ShapeKind.PROCESS),
        (diamond(250, 120, 40, 26), ShapeKind.DECISION),
        (rounded(230, 105, 44, 20), ShapeKind.TERMINATOR),
        (circle(250, 115, 9), ShapeKind.OFF_PAGE),
        (polygon(*PLATE), ShapeKind.OFF_PAGE),
        (polygon((235, 105), (275, 105), (265, 125), (225, 125)), ShapeKind.OTHER),
    ],
)
def test_an_outline_says_its_kind(drawn, kind):
    assert kinds(page(drawn)) == [kind]


@pytest.mark.parametrize(
    "drawn",
    [
        thin(230, 105, 40, 0) + thin(230, 125, 40, 0) + thin(230, 105, 0, 20)
        + thin(270, 105, 0, 20.7),
        "230 275 40 20 re 230.7 275.7 38.6 18.6 re f*\n",
        "1 1 1 rg " + rectangle(230, 105, 40, 20, "f") + "0 g " + PROCESS,
        "0.7 g " + rectangle(233, 108, 40, 20, "f") + "0 g " + PROCESS,
        line((230, 105), (270, 105)) + line((270, 105), (270, 125)) + line((270, 125), (230, 125))
        + line((230, 125), (230, 105)),
    ],
    ids=["four thin fills", "a ring", "filled and outlined", "a shadow", "four strokes"],
)  # fmt: skip
@pytest.mark.parametrize("ruled", [grid, word_grid])
def test_one_box_is_one_process_however_it_is_painted(drawn, ruled):
    found = page(drawn, ruled=ruled((40, 200, 300, 400, 560), (20, 80, 160, 240, 320)))
    (shape,) = found.shapes
    assert shape.kind is ShapeKind.PROCESS
    assert (shape.box.left, shape.box.bottom) == pytest.approx((230, 125), abs=1)
    assert not found.connectors


def test_a_box_across_a_ruling_is_a_symbol_and_parts_no_cells():
    assert kinds(page(rectangle(280, 105, 40, 20))) == [ShapeKind.PROCESS]


def test_a_predefined_process_is_one_process():
    sides = line((235, 105), (235, 125)) + line((265, 105), (265, 125))
    found = page(PROCESS, sides)
    assert kinds(found) == [ShapeKind.PROCESS]
    assert not found.connectors


def test_words_in_a_symbol_are_its_own_and_a_box_around_an_answer_is_none():
    found = page(
        polygon(*PLATE), text(242, 112, "A", 7), diamond(350, 200, 40, 26),
        rectangle(375, 185, 16, 10), text(377, 193, "Ya", 7), line((370, 200), (395, 200)),
    )  # fmt: skip
    assert sorted((shape.kind, shape.text) for shape in found.shapes) == [
        (ShapeKind.DECISION, ""),
        (ShapeKind.OFF_PAGE, "A"),
    ]
    assert [words.text for words in found.words] == ["Ya"]
    assert all(not cell.text for cell in found.tables[0].cells)


def test_a_line_across_rulings_is_a_connector_with_the_head_at_its_end():
    found = page(
        PROCESS, line((250, 125), (250, 180)), arrow_down(250, 185), rectangle(230, 185, 40, 20)
    )
    assert ways(found) == [((250, 125), (250, 185), False, True)]


def test_pieces_of_a_bent_line_are_one():
    pieces = line((270, 115), (350, 115)) + line((350, 115), (350, 180)) + arrow_down(350, 185)
    found = page(PROCESS, pieces, rectangle(330, 185, 40, 20))
    assert ways(found) == [((270, 115), (350, 185), False, True)]


def test_a_line_and_its_head_painted_as_one_area_are_followed():
    ribbon = polygon(
        (270, 114.6), (350.4, 114.6), (350.4, 180), (352.6, 180), (350, 185), (347.4, 180),
        (349.6, 180), (349.6, 115.4), (270, 115.4), paint="f",
    )  # fmt: skip
    found = page(PROCESS, ribbon, rectangle(330, 185, 40, 20))
    assert ways(found) == [((270, 115), (350, 185), False, True)]


def test_a_head_of_two_strokes_is_a_head():
    barb = line((247, 180), (250, 185), (253, 180))
    found = page(PROCESS, line((250, 125), (250, 185)), barb, rectangle(230, 185, 40, 20))
    assert ways(found) == [((250, 125), (250, 185), False, True)]


def test_two_lines_that_end_at_one_head_are_two_ways():
    found = page(
        PROCESS, rectangle(330, 105, 40, 20), rectangle(280, 185, 40, 20),
        line((250, 125), (250, 150), (300, 150), (300, 180)),
        line((350, 125), (350, 150), (300, 150), (300, 180)),
        arrow_down(300, 185), arrow_down(300, 185),
    )  # fmt: skip
    assert sorted(ways(found)) == [
        ((250, 125), (300, 185), False, True),
        ((350, 125), (300, 185), False, True),
    ]


def test_a_line_that_leaves_where_another_arrives_takes_no_head():
    found = page(
        diamond(350, 200, 40, 26), rectangle(430, 105, 40, 20), rectangle(430, 265, 40, 20),
        line((450, 125), (450, 200), (375, 200)),
        polygon((370, 200), (375, 197.5), (375, 202.5), paint="f"),
        line((370, 200), (410, 200), (410, 275), (430, 275)),
    )  # fmt: skip
    assert sorted(ways(found)) == [
        ((370, 200), (430, 275), False, False),
        ((450, 125), (370, 200), False, True),
    ]


def test_a_head_at_the_foot_of_a_box_belongs_to_the_line_that_comes_back() -> None:
    up = polygon((250, 125), (247.5, 130), (252.5, 130), paint="f")
    found = page(
        PROCESS,
        rectangle(330, 185, 40, 20),
        line((250, 125), (250, 155), (350, 155), (350, 185)),
        arrow_down(350, 185),
        line((350, 275), (250, 275), (250, 125)),
        up,
        diamond(370, 275, 40, 30),
    )
    assert ((250, 125), (350, 185), False, True) in ways(found)
    assert ((350, 275), (250, 125), False, True) in ways(found)


def test_an_underline_is_no_connector():
    assert not page(PROCESS, text(60, 60, "Kegiatan"), line((60, 62), (98, 62))).connectors


def test_answers_beside_a_line_leave_the_cells():
    found = page(
        diamond(250, 120, 40, 26), line((250, 133), (250, 180)), arrow_down(250, 185),
        rectangle(230, 185, 40, 20), text(253, 145, "Ya", 7),
        line((270, 120), (350, 120), (350, 180)), arrow_down(350, 185),
        rectangle(330, 185, 40, 20), text(290, 117, "Perlu diuji", 7),
        text(60, 110, "Ya", 9),
    )  # fmt: skip
    assert [words.text for words in found.words] == ["Ya"]
    assert {one.text for one in found.connectors} == {"", "Perlu diuji"}
    assert [cell.text for cell in found.tables[0].cells if cell.text] == ["Ya"]

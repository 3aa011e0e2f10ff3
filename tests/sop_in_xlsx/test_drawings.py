"""Shapes and lines over a sheet: where they are seen, what they mean, what they join."""

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from runut.core.sop.reading.canvas import Box, Connector, Page, Shape, ShapeKind
from tests.sop_in_xlsx.build import (
    absolute,
    connector,
    group,
    one_cell,
    page_of,
    shape,
    two_cell,
    workbook,
)

GLUED = connector(3, start=1, end=2)
IN_B2 = (1, 4.0, 1, 2.0), (1, 44.0, 1, 13.0)
"""Within the cell B2 of a plain sheet: columns of 48 points, rows of 15."""


def fill(sheet: Worksheet) -> None:
    for row in range(1, 21):
        sheet.append([f"r{row}k{column}" for column in range(1, 7)])


def drawn(*anchors: str) -> Page:
    return page_of(workbook(fill, "".join(anchors)))


def only_shape(*anchors: str) -> Shape:
    (found,) = drawn(*anchors).shapes
    return found


def only_line(*anchors: str) -> Connector:
    (found,) = drawn(*anchors).connectors
    return found


def rounded(line: Connector) -> list[tuple[int, int]]:
    return [(round(x), round(y)) for x, y in line.points]


def test_a_shape_anchored_in_any_of_the_three_ways_lies_in_its_cell() -> None:
    seen = Box(52.0, 17.0, 92.0, 28.0)
    for anchor in (
        two_cell(*IN_B2, shape(1, "rect")),
        one_cell(IN_B2[0], (40, 11), shape(1, "rect")),
        absolute(52, 17, (40, 11), shape(1, "rect")),
    ):
        found = only_shape(anchor)
        assert (found.box, found.at) == (seen, (1, 1))


def test_the_anchor_cells_beat_the_stored_measure() -> None:
    stale = shape(1, "rect", (400, 400, 10, 10))
    assert only_shape(two_cell(*IN_B2, stale)).box == Box(52.0, 17.0, 92.0, 28.0)


def test_an_anchor_never_leads_out_of_its_cell() -> None:
    found = only_shape(two_cell((1, 4, 1, 2), (1, 400, 1, 300), shape(1, "rect")))
    assert found.box == Box(52.0, 17.0, 96.0, 30.0)


def test_a_shape_over_two_cells_belongs_to_none_by_itself() -> None:
    assert only_shape(two_cell((1, 4, 1, 2), (2, 20, 1, 13), shape(1, "rect"))).at is None


def test_a_shape_in_hidden_columns_is_not_there() -> None:
    def hide(sheet: Worksheet) -> None:
        fill(sheet)
        for letter in "BC":
            sheet.column_dimensions[letter].hidden = True

    data = workbook(hide, two_cell((1, 4, 1, 0), (2, 20, 2, 0), shape(1, "rect", (9, 9, 9, 9))))
    assert page_of(data).shapes == ()


@pytest.mark.parametrize(
    ("preset", "kind", "is_sure"),
    [
        ("flowChartProcess", ShapeKind.PROCESS, True),
        ("rect", ShapeKind.PROCESS, True),
        ("flowChartDecision", ShapeKind.DECISION, True),
        ("diamond", ShapeKind.DECISION, True),
        ("flowChartTerminator", ShapeKind.TERMINATOR, True),
        ("roundRect", ShapeKind.TERMINATOR, True),
        ("ellipse", ShapeKind.TERMINATOR, True),
        ("flowChartAlternateProcess", ShapeKind.TERMINATOR, False),
        ("flowChartOffpageConnector", ShapeKind.OFF_PAGE, True),
        ("flowChartConnector", ShapeKind.OFF_PAGE, True),
        ("homePlate", ShapeKind.OFF_PAGE, True),
        ("smileyFace", ShapeKind.OTHER, False),
    ],
)
def test_a_geometry_means_what_the_form_means_by_it(
    preset: str, kind: ShapeKind, is_sure: bool
) -> None:
    found = only_shape(two_cell(*IN_B2, shape(1, preset)))
    assert found.kind is kind
    assert (found.keyakinan >= 0.8) is is_sure


def test_a_circle_is_no_sure_capsule_since_it_may_be_a_connector() -> None:
    found = only_shape(two_cell((1, 4, 1, 2), (1, 16, 1, 14), shape(1, "ellipse")))
    assert found.kind is ShapeKind.TERMINATOR and found.keyakinan < 0.8


def test_a_white_shape_without_an_outline_shows_nothing() -> None:
    paint = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    white = two_cell(*IN_B2, shape(1, "rect", line=paint))
    assert page_of(workbook(fill, white)).shapes == ()
    assert len(page_of(workbook(fill, white.replace("FFFFFF", "4472C4"))).shapes) == 1


def test_a_path_of_its_own_is_judged_by_its_corners() -> None:
    assert only_shape(two_cell(*IN_B2, path("0 0, 40 0, 40 20, 0 20 z"))).kind is ShapeKind.PROCESS
    assert only_shape(two_cell(*IN_B2, path("20 0, 40 10, 20 20, 0 10 z"))).kind is (
        ShapeKind.DECISION
    )
    five = path("0 0, 40 0, 40 14, 20 20, 0 14 z")
    assert only_shape(two_cell(*IN_B2, five)).kind is ShapeKind.OFF_PAGE
    line = drawn(two_cell(*IN_B2, path("0 0, 40 0, 40 20")))
    assert line.shapes == ()
    assert rounded(line.connectors[0]) == [(52, 17), (92, 17), (92, 28)]


def path(corners: str) -> str:
    """A shape with a path of 40 by 20; ``z`` closes it."""
    points = [corner.split() for corner in corners.removesuffix(" z").split(",")]
    steps = "".join(
        f'<a:{name}><a:pt x="{x}" y="{y}"/></a:{name}>'
        for name, (x, y) in zip(["moveTo"] + ["lnTo"] * 9, points, strict=False)
    )
    close = "<a:close/>" if corners.endswith("z") else ""
    own = f'<a:custGeom><a:pathLst><a:path w="40" h="20">{steps}{close}</a:path></a:pathLst>'
    return shape(1, "", geometry=f"{own}</a:custGeom>")


def test_members_of_a_group_scale_with_its_anchor() -> None:
    inner = group((500, 600, 100, 100), (0, 0, 10, 10), shape(2, "diamond", (5, 5, 5, 5)), GLUED)
    outer = group((0, 0, 7, 7), (500, 500, 200, 200), shape(1, "rect", (500, 500, 100, 50)), inner)
    page = drawn(two_cell((1, 0, 0, 0), (3, 0, 4, 0), outer))
    assert [found.box for found in page.shapes] == [
        Box(48.0, 0.0, 96.0, 15.0),
        Box(72.0, 45.0, 96.0, 60.0),
    ]


def test_a_mirrored_group_mirrors_its_members() -> None:
    one = group((0, 0, 9, 9), (0, 0, 90, 90), shape(1, "rect", (0, 0, 30, 30)), turn='flipH="1"')
    assert only_shape(two_cell((0, 0, 0, 0), (2, 0, 4, 0), one)).box == Box(64.0, 0.0, 96.0, 20.0)


def test_a_thing_written_twice_for_other_programs_counts_once() -> None:
    twice = (
        f'<mc:AlternateContent><mc:Choice Requires="a14">{shape(1, "rect")}</mc:Choice>'
        f"<mc:Fallback>{shape(1, 'rect')}</mc:Fallback></mc:AlternateContent>"
    )
    assert only_shape(two_cell(*IN_B2, twice)).key == "1"
    control = (
        '<mc:AlternateContent><mc:Choice Requires="x"><xdr:unknown/></mc:Choice>'
        f"<mc:Fallback>{shape(1, 'rect')}</mc:Fallback></mc:AlternateContent>"
    )
    assert only_shape(two_cell(*IN_B2, control)).key == "1"
    around = two_cell(*IN_B2, shape(2, "rect"))
    whole = (
        f'<mc:AlternateContent><mc:Choice Requires="a14">{around}</mc:Choice>'
        f"<mc:Fallback>{around}</mc:Fallback></mc:AlternateContent>"
    )
    assert only_shape(whole).key == "2"


def test_a_turned_shape_is_anchored_as_it_is_seen() -> None:
    tall = two_cell((1, 0, 1, 0), (1, 20, 5, 0), shape(1, "diamond", turn='rot="5400000"'))
    assert only_shape(tall).box == Box(48.0, 15.0, 68.0, 75.0)
    unturned = shape(1, "diamond", (48, 15, 20, 60), turn='rot="5400000"')
    assert only_shape(two_cell((1, 0, 1, 0), (1, 20, 5, 0), unturned)).box == (
        Box(28.0, 35.0, 88.0, 55.0)
    )


def test_a_square_on_its_corner_is_a_decision() -> None:
    found = only_shape(two_cell(*IN_B2, shape(1, "rect", turn='rot="2700000"')))
    assert found.kind is ShapeKind.DECISION
    assert found.keyakinan < 0.8


def test_a_glued_line_names_both_shapes_and_its_head() -> None:
    line = only_line(two_cell((1, 0, 1, 0), (2, 0, 3, 0), GLUED))
    assert (line.start, line.end) == ("1", "2")
    assert (line.has_head_at_start, line.has_head_at_end) == (False, True)
    assert rounded(line) == [(48, 15), (96, 45)]
    back = connector(3, heads='<a:headEnd type="triangle"/><a:tailEnd type="none"/>')
    line = only_line(two_cell((1, 0, 1, 0), (2, 0, 3, 0), back))
    assert (line.has_head_at_start, line.has_head_at_end) == (True, False)


@pytest.mark.parametrize(
    ("preset", "turn", "guides", "corners"),
    [
        ("straightConnector1", 'flipV="1"', "", [(48, 45), (96, 15)]),
        ("line", 'flipH="1"', "", [(96, 15), (48, 45)]),
        ("bentConnector2", "", "", [(48, 15), (96, 15), (96, 45)]),
        ("bentConnector3", "", "", [(48, 15), (72, 15), (72, 45), (96, 45)]),
        (
            "bentConnector3",
            'rot="5400000"',
            "",
            [(96, 15), (96, 30), (48, 30), (48, 45)],
        ),
        (
            "bentConnector3",
            'rot="10800000" flipV="1"',
            '<a:gd name="adj1" fmla="val 25000"/>',
            [(96, 15), (84, 15), (84, 45), (48, 45)],
        ),
    ],
)
def test_a_bent_line_runs_as_it_is_turned_and_mirrored(
    preset: str, turn: str, guides: str, corners: list[tuple[int, int]]
) -> None:
    bent = connector(3, preset, turn=turn, guides=guides)
    assert rounded(only_line(two_cell((1, 0, 1, 0), (2, 0, 3, 0), bent))) == corners


def test_a_sideways_line_runs_where_it_touches_symbols() -> None:
    """Excel anchors such a line as it is seen, LibreOffice as it was before it was turned."""
    symbols = (
        two_cell((0, 4, 0, 2), (0, 44, 0, 13), shape(1, "rect")),
        two_cell((3, 4, 3, 2), (3, 44, 3, 13), shape(2, "rect")),
    )
    bent = connector(3, "bentConnector3", turn='rot="16200000" flipH="1"')
    as_seen = two_cell((0, 24, 0, 13), (3, 24, 3, 2), bent)
    # About the same middle (96, 30), with height and width exchanged.
    before = absolute(79, -42, (34, 144), bent)
    seen = [(24, 13), (24, 30), (168, 30), (168, 47)]
    assert rounded(only_line(*symbols, as_seen)) == seen
    assert rounded(only_line(*symbols, before)) == seen


def test_a_thick_arrow_is_a_line_with_a_head() -> None:
    line = only_line(two_cell((1, 0, 1, 0), (2, 0, 3, 0), shape(1, "downArrow")))
    assert rounded(line) == [(72, 15), (72, 45)]
    assert line.has_head_at_end


def test_an_answer_beside_a_line_of_a_decision_becomes_its_label() -> None:
    page = drawn(
        two_cell((1, 4, 1, 0), (1, 44, 3, 0), shape(1, "diamond")),
        two_cell((1, 4, 6, 0), (1, 44, 7, 0), shape(2, "rect")),
        two_cell((1, 24, 3, 0), (1, 24, 6, 0), GLUED),
        two_cell(
            (1, 28, 4, 0),
            (1, 46, 5, 0),
            shape(5, "rect", text="Ya", line="", properties='txBox="1"'),
        ),
        two_cell((4, 0, 9, 0), (4, 30, 10, 0), shape(6, "rect", text="Tidak")),
        two_cell(
            (4, 0, 12, 0),
            (4, 30, 13, 0),
            shape(7, "rect", text="lihat lampiran", line="", properties='txBox="1"'),
        ),
    )
    assert [found.key for found in page.shapes] == ["1", "2"]
    assert page.connectors[0].text == "Ya"
    assert {words.text for words in page.words} == {"Tidak", "lihat lampiran"}


def test_where_no_anchor_was_filled_in_the_stored_measure_counts() -> None:
    nowhere = two_cell((0, 0, 0, 0), (0, 0, 0, 0), shape(1, "rect", (52, 17, 40, 11)))
    assert only_shape(nowhere).box == Box(52.0, 17.0, 92.0, 28.0)


def test_an_answer_in_other_words_counts_only_at_a_decision() -> None:
    def beside(preset: str) -> Page:
        words = shape(5, "rect", text="Lengkap", line="", properties='txBox="1"')
        return drawn(
            two_cell((1, 4, 1, 0), (1, 44, 3, 0), shape(1, preset)),
            two_cell((1, 4, 6, 0), (1, 44, 7, 0), shape(2, "rect")),
            two_cell((1, 24, 3, 0), (1, 24, 6, 0), GLUED),
            two_cell((1, 28, 4, 0), (1, 46, 5, 0), words),
        )

    assert beside("diamond").connectors[0].text == "Lengkap"
    assert beside("rect").connectors[0].text == ""
    assert beside("rect").words[0].text == "Lengkap"


def test_of_two_lines_from_a_decision_each_has_the_answer_at_its_beginning() -> None:
    def answer(key: int, text: str, *place: tuple[int, float, int, float]) -> str:
        words = shape(key, "rect", text=text, line="", properties='txBox="1"')
        return two_cell(place[0], place[1], words)

    page = drawn(
        two_cell((1, 4, 4, 0), (1, 44, 6, 0), shape(1, "diamond")),
        two_cell((1, 24, 1, 0), (1, 24, 4, 0), connector(2)),
        two_cell((1, 24, 6, 0), (1, 24, 9, 0), connector(3)),
        two_cell((1, 44, 5, 0), (2, 24, 5, 0), connector(4)),
        answer(5, "Baru", (1, 26, 6, 2), (1, 42, 6, 12)),
        answer(6, "Lama", (1, 46, 4, 1), (2, 14, 4, 11)),
    )
    assert [line.text for line in page.connectors] == ["", "Baru", "Lama"]


def test_a_frame_around_symbols_is_no_symbol() -> None:
    page = drawn(
        two_cell((0, 0, 0, 0), (5, 0, 15, 0), shape(9, "rect")),
        *(two_cell((1, 4, row, 2), (1, 44, row, 13), shape(row, "rect")) for row in (2, 4, 6)),
    )
    assert [found.kind for found in page.shapes if found.key == "9"] == [ShapeKind.OTHER]


def test_a_picture_over_much_of_the_sheet_is_told() -> None:
    picture = (
        '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="4" name="Gambar"/></xdr:nvPicPr><xdr:spPr/></xdr:pic>'
    )
    assert drawn(two_cell((0, 0, 0, 0), (6, 0, 15, 0), picture)).has_picture
    assert not drawn(two_cell((0, 0, 0, 0), (1, 0, 3, 0), picture)).has_picture


def test_shapes_nobody_sees_and_boxes_of_comments_are_left_out() -> None:
    hidden = shape(1, "rect").replace('name="Bentuk 1"', 'name="Bentuk 1" hidden="1"')
    assert drawn(two_cell(*IN_B2, hidden)).shapes == ()


def test_broken_numbers_in_a_drawing_do_no_harm() -> None:
    odd = two_cell(*IN_B2, shape(1, "rect", turn='rot="x"')).replace(
        "<xdr:row>1<", "<xdr:row>99999999999<"
    )
    assert len(drawn(odd).shapes) <= 1

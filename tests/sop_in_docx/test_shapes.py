"""Drawn shapes and lines of a Word file, in both of its drawing languages."""

import pytest

from runut.core.sop.reading.canvas import Box, Canvas, ShapeKind
from tests.sop_in_docx.build import anchor, canvas, p, shape, vml, words, wsp


def drawn(*runs: str, **parts: str) -> Canvas:
    return canvas(p("x", "".join(runs)), **parts)


def rounded(box: Box) -> list[int]:
    return [round(side) for side in (box.left, box.top, box.right, box.bottom)]


def points(found: Canvas, at: int = 0) -> list[tuple[int, int]]:
    return [(round(x), round(y)) for x, y in found.pages[0].connectors[at].points]


@pytest.mark.parametrize(
    ("geometry", "kind"),
    [
        ("flowChartProcess", ShapeKind.PROCESS),
        ("rect", ShapeKind.PROCESS),
        ("flowChartDecision", ShapeKind.DECISION),
        ("diamond", ShapeKind.DECISION),
        ("flowChartTerminator", ShapeKind.TERMINATOR),
        ("roundRect", ShapeKind.TERMINATOR),
        ("flowChartOffpageConnector", ShapeKind.OFF_PAGE),
        ("flowChartConnector", ShapeKind.OFF_PAGE),
        ("sun", ShapeKind.OTHER),
    ],
)
def test_a_geometry_means_what_the_form_means_by_it(geometry: str, kind: ShapeKind) -> None:
    (one,) = drawn(shape(geometry, (100, 90))).pages[0].shapes
    assert one.kind is kind
    assert rounded(one.box) == [100, 90, 130, 106]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (109, ShapeKind.PROCESS),
        (110, ShapeKind.DECISION),
        (4, ShapeKind.DECISION),
        (116, ShapeKind.TERMINATOR),
        (177, ShapeKind.OFF_PAGE),
    ],
)
def test_a_shape_of_older_files_is_known_by_its_number(number: int, kind: ShapeKind) -> None:
    style = "position:absolute;margin-left:40pt;margin-top:0.5in;width:30pt;height:16pt;"
    style += "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    (one,) = drawn(vml(f"<v:shape type='#_x0000_t{number}' style='{style}'/>")).pages[0].shapes
    assert (one.kind, rounded(one.box)) == (kind, [40, 36, 70, 52])


def test_a_shape_stored_twice_is_one_shape() -> None:
    choice = shape("diamond", (100, 90)).removeprefix("<w:r>").removesuffix("</w:r>")
    style = "position:absolute;margin-left:100pt;margin-top:90pt;width:30pt;height:16pt"
    fallback = f"<w:pict><v:shape type='#_x0000_t110' style='{style}'/></w:pict>"
    twice = "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>" + choice
    twice += f"</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    assert len(drawn(twice).pages[0].shapes) == 1
    unknown = twice.replace("Requires='wps'", "Requires='masa-depan'")
    assert [one.kind for one in drawn(unknown).pages[0].shapes] == [ShapeKind.DECISION]


def test_groups_within_groups_are_undone() -> None:
    def frame(off: int, ext: int, child_off: int, child_ext: int) -> str:
        return (
            f"<wpg:grpSpPr><a:xfrm><a:off x='{off}' y='{off}'/><a:ext cx='{ext}' cy='{ext}'/>"
            f"<a:chOff x='{child_off}' y='{child_off}'/>"
            f"<a:chExt cx='{child_ext}' cy='{child_ext}'/></a:xfrm></wpg:grpSpPr>"
        )

    inner = f"<wpg:grpSp>{frame(1270000, 1270000, 0, 635000)}{wsp('rect', (10, 10, 20, 10))}"
    group = f"<wpg:wgp>{frame(0, 2540000, 0, 2540000)}{inner}</wpg:grpSp></wpg:wgp>"
    (one,) = drawn(anchor(group, (50, 60), (200, 200))).pages[0].shapes
    assert rounded(one.box) == [170, 180, 210, 200]


def test_groups_of_older_files_are_undone_too() -> None:
    style = "position:absolute;margin-left:50pt;margin-top:60pt;width:100pt;height:50pt;"
    style += "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
    rect = "<v:rect style='position:absolute;left:1500;top:2500;width:200;height:100'/>"
    line = "<v:line from='1000,2000' to='2000,2500'><v:stroke endarrow='block'/></v:line>"
    group = f"<v:group style='{style}' coordorigin='1000,2000' coordsize='1000,1000'>{rect}{line}"
    found = drawn(vml(group + "</v:group>"))
    assert rounded(found.pages[0].shapes[0].box) == [100, 85, 120, 90]
    assert points(found) == [(50, 60), (150, 85)]
    assert found.pages[0].connectors[0].has_head_at_end


@pytest.mark.parametrize(
    ("turned", "expected"),
    [
        ("", [(100, 90), (200, 110)]),
        ("flipH='1'", [(200, 90), (100, 110)]),
        ("flipV='1'", [(100, 110), (200, 90)]),
        ("rot='10800000'", [(200, 110), (100, 90)]),
        ("rot='5400000'", [(160, 50), (140, 150)]),
    ],
)
def test_flips_and_turns_decide_where_a_line_starts(
    turned: str, expected: list[tuple[int, int]]
) -> None:
    line = wsp("straightConnector1", (0, 0, 100, 20), turned=turned)
    assert points(drawn(anchor(line, (100, 90), (100, 20)))) == expected


def test_a_bent_line_turned_down_runs_down_across_and_down() -> None:
    bent = wsp("bentConnector3", (0, 0, 40, 60), turned="rot='16200000' flipH='1'")
    assert points(drawn(anchor(bent, (110, 90), (40, 60)))) == [
        (100, 100),
        (100, 120),
        (160, 120),
        (160, 140),
    ]


def test_the_same_bent_line_in_an_older_file_runs_the_same_way() -> None:
    style = "position:absolute;margin-left:110pt;margin-top:90pt;width:40pt;height:60pt;"
    style += "mso-position-horizontal-relative:page;mso-position-vertical-relative:page;"
    bent = f"<v:shape type='#_x0000_t34' style='{style}rotation:90;flip:x'/>"
    assert points(drawn(vml(bent))) == [(100, 100), (100, 120), (160, 120), (160, 140)]


def test_the_head_of_word_is_the_start_of_the_line_and_its_tail_the_end() -> None:
    line = wsp("line", ends="<a:headEnd type='none'/><a:tailEnd type='triangle'/>")
    (one,) = drawn(anchor(line, (100, 90))).pages[0].connectors
    assert (one.has_head_at_start, one.has_head_at_end) == (False, True)


def test_a_glued_line_names_the_shapes_at_its_ends() -> None:
    glue = "<wps:cNvCnPr><a:stCxn id='7' idx='2'/><a:endCxn id='8' idx='0'/></wps:cNvCnPr>"
    line = wsp("straightConnector1").replace("<wps:cNvSpPr/>", glue)
    found = drawn(
        shape("rect", (100, 90), key=7), shape("rect", (100, 150), key=8), anchor(line, (115, 106))
    )
    first, second = found.pages[0].shapes
    (one,) = found.pages[0].connectors
    assert (one.start, one.end) == (first.key, second.key)


def test_lines_of_older_files_are_glued_by_the_rules_in_the_settings() -> None:
    style = "position:absolute;margin-left:100pt;margin-top:{}pt;width:30pt;height:16pt"
    boxes = [f"<v:rect id='_s{at}' style='{style.format(at * 60)}'/>" for at in (1, 2)]
    line = f"<v:shape id='_s3' type='#_x0000_t32' style='{style.format(76)}'/>"
    rules = "<o:shapelayout><o:rules><o:r type='connector' idref='#_s3'>"
    rules += "<o:proxy start='' idref='#_s1'/><o:proxy end='' idref='#_s2'/></o:r></o:rules>"
    found = drawn(*(vml(one) for one in (*boxes, line)), settings=rules + "</o:shapelayout>")
    first, second = found.pages[0].shapes
    (one,) = found.pages[0].connectors
    assert (one.start, one.end) == (first.key, second.key)


def test_a_block_arrow_is_a_line_with_a_head() -> None:
    found = drawn(shape("downArrow", (100, 90), (20, 60)))
    assert points(found) == [(110, 90), (110, 150)]
    assert found.pages[0].connectors[0].has_head_at_end


BARE = "<a:noFill/><a:ln><a:noFill/></a:ln>"


def test_a_label_without_a_border_belongs_to_the_line_it_stands_at() -> None:
    label = wsp("rect", line=BARE, inner=words("Tidak sesuai"))
    line, other = (wsp("straightConnector1", (0, 0, 60, 0)) for _ in range(2))
    found = drawn(
        anchor(line, (100, 90), (60, 0)),
        anchor(other, (100, 190), (60, 0)),
        anchor(label, (105, 78), (40, 10)),
    )
    assert [one.text for one in found.pages[0].connectors] == ["Tidak sesuai", ""]
    assert found.pages[0].shapes == ()


def test_a_text_box_the_colour_of_the_paper_without_a_border_is_a_label() -> None:
    paper = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    grey = paper.replace('<a:schemeClr val="bg1"/>', '<a:srgbClr val="C0C0C0"/>')
    label = anchor(wsp("rect", line=paper, inner=words("Tidak Lulus")), (300, 90), (60, 12))
    step = anchor(wsp("rect", line=grey, inner=words("3")), (100, 90), (60, 20))
    page = drawn(label, step).pages[0]
    assert [one.text for one in page.shapes] == ["3"]
    assert page.words[-1].text == "Tidak Lulus"


def test_a_capsule_with_many_words_is_still_a_capsule() -> None:
    long = "Menerima rekam medis dan memanggil pasien ke ruang periksa"
    page = drawn(anchor(wsp("flowChartTerminator", inner=words(long)), (100, 90), (90, 30))).pages[
        0
    ]
    assert [one.kind for one in page.shapes] == [ShapeKind.TERMINATOR]


def test_words_in_a_box_of_their_own_are_words_not_a_step() -> None:
    note = "Catatan: surat rahasia tidak dicatat dalam buku agenda ini"
    framed = anchor(wsp("rect", inner=words(note)), (300, 90), (100, 60))
    found = drawn(framed).pages[0]
    assert (found.shapes, found.words[-1].text) == ((), note)


def test_a_shape_that_nobody_sees_is_no_shape() -> None:
    hidden = shape("rect", (100, 90)).replace(
        'name=""/><a:graphic>', 'name="" hidden="1"/><a:graphic>'
    )
    bare = anchor(wsp("rect", line=BARE), (100, 120))
    assert drawn(hidden, bare).pages[0].shapes == ()


def test_a_free_outline_is_judged_by_its_corners() -> None:
    def outline(*corners: tuple[int, int]) -> str:
        steps = "".join(
            f"<a:{'lnTo' if at else 'moveTo'}><a:pt x='{x}' y='{y}'/>"
            f"</a:{'lnTo' if at else 'moveTo'}>"
            for at, (x, y) in enumerate(corners)
        )
        path = f"<a:custGeom><a:pathLst><a:path w='9' h='9'>{steps}<a:close/></a:path></a:pathLst>"
        free = wsp("x").replace(
            '<a:prstGeom prst="x"><a:avLst/></a:prstGeom>', path + "</a:custGeom>"
        )
        return anchor(free, (100, 90))

    found = drawn(
        outline((5, 0), (10, 5), (5, 10), (0, 5)),
        outline((0, 0), (10, 0), (10, 10), (0, 10)),
        outline((0, 0), (10, 0), (10, 7), (5, 10), (0, 7)),
    )
    assert [one.kind for one in found.pages[0].shapes] == [
        ShapeKind.DECISION,
        ShapeKind.PROCESS,
        ShapeKind.OFF_PAGE,
    ]
    assert all(one.keyakinan < 1 for one in found.pages[0].shapes)


def test_a_page_that_is_a_picture_says_so() -> None:
    pic = "<pic:pic xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'/>"
    assert drawn(anchor(pic, (50, 50), (700, 450))).pages[0].has_picture
    assert not drawn(anchor(pic, (50, 50), (60, 60))).pages[0].has_picture

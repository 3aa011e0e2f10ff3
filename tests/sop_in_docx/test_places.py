"""Over which row and column of a Word table a drawing comes to lie."""

from io import BytesIO
from zipfile import ZipFile

from runut.core.sop.reading.canvas import Canvas
from runut.files.read.docx.sop import canvas_of_docx
from tests.sop_in_docx.build import (
    NAMES,
    PAPER,
    anchor,
    canvas,
    cells,
    p,
    package,
    place_of,
    shape,
    tbl,
    tc,
    tr,
    vml,
    wsp,
)

WIDTHS = (30, 150, 60, 60, 100)
HEAD = tr(*(tc(name) for name in ("No", "Kegiatan", "Kepala", "Staf", "Output")), height=20)


def step(number: int, text: str = "Menyusun", extra: str = "", height: float = 0) -> str:
    return tr(tc(str(number)), tc(p(text, extra)), tc(), tc(), tc("Konsep"), height=height)


def places(found: Canvas, page: int = 0) -> list[tuple[int, int]]:
    return [place_of(found, one, page) for one in found.pages[page].shapes]


def test_shapes_hung_above_the_table_lie_over_the_rows_they_are_drawn_over() -> None:
    over = [shape("rect", (250, 50 + 12 + 20 + 40 * at + 12), key=at) for at in range(3)]
    rows = [step(at + 1, height=40) for at in range(3)]
    found = canvas(p("Prosedur", "".join(over)) + tbl(WIDTHS, HEAD, *rows))
    assert places(found) == [(1, 2), (2, 2), (3, 2)]
    assert [one.at for one in found.pages[0].shapes] == [None] * 3


def test_rows_are_as_high_as_their_longest_cell() -> None:
    long = "Menyusun konsep surat dinas beserta seluruh lampirannya " * 4
    found = cells(canvas(tbl(WIDTHS, HEAD, step(1, long), step(2))))
    heights = [found[row, 0].box for row in (1, 2)]
    high, low = (box.bottom - box.top for box in heights if box is not None)
    assert 80 < high < 110
    assert 10 < low < 14


def test_a_shape_hung_in_the_cell_it_lies_in_names_that_cell() -> None:
    inside = tc(p("", shape("rect", (10, 2), across="column", down="paragraph")))
    found = canvas(tbl(WIDTHS, HEAD, tr(tc("1"), tc("a"), tc(), inside, tc(), height=30)))
    assert [one.at for one in found.pages[0].shapes] == [(1, 3)]


def test_a_shape_hung_in_one_cell_and_moved_over_another_lies_over_the_other() -> None:
    moved = shape("rect", (160, 2), across="column", down="paragraph")
    found = canvas(tbl(WIDTHS, HEAD, step(1, extra=moved, height=30), step(2, height=30)))
    assert [one.at for one in found.pages[0].shapes] == [None]
    assert places(found) == [(1, 2)]
    below = shape("rect", (160, 32), across="column", down="paragraph")
    found = canvas(tbl(WIDTHS, HEAD, step(1, extra=below, height=30), step(2, height=30)))
    assert places(found) == [(2, 2)]


def test_a_shape_in_the_line_of_a_cell_lies_in_that_cell() -> None:
    inline = shape("rect", (0, 0)).replace("wp:anchor", "wp:inline")
    found = canvas(tbl(WIDTHS, HEAD, tr(tc("1"), tc("a"), tc(p("", inline)), tc(), tc())))
    assert [one.at for one in found.pages[0].shapes] == [(1, 2)]
    box = cells(found)[1, 2].box
    assert box is not None and box.bottom - box.top > 16


def test_a_cell_with_its_words_in_the_middle_holds_its_anchors_there() -> None:
    middle = "<w:vAlign w:val='center'/>"
    hung = p("", shape("rect", (10, -8), across="column", down="paragraph"))
    row = tr(tc("1"), tc("a"), tc(hung, middle), tc(), tc(), height=60)
    (one,) = canvas(tbl(WIDTHS, HEAD, row)).pages[0].shapes
    assert abs(one.box.centre[1] - (50 + 20 + 30 - 6)) < 2


def test_offsets_from_margin_and_page_and_alignments_are_followed() -> None:
    margin = shape("rect", (10, 20), across="margin", down="margin")
    centred = shape("rect", (0, 0)).replace(
        "<wp:posOffset>0</wp:posOffset>", "<wp:align>center</wp:align>"
    )
    first, second = canvas(p("x", margin + centred)).pages[0].shapes
    assert (round(first.box.left), round(first.box.top)) == (60, 70)
    assert [round(side) for side in second.box.centre] == [421, 298]


def test_an_older_file_counts_from_the_paragraph_of_the_anchor() -> None:
    style = "position:absolute;margin-left:200pt;margin-top:45pt;width:30pt;height:16pt"
    over = vml(f"<v:rect style='{style}'/>")
    rows = [step(at + 1, height=40) for at in range(2)]
    assert places(canvas(p("Prosedur", over) + tbl(WIDTHS, HEAD, *rows))) == [(1, 2)]


def test_rows_that_do_not_fit_go_to_the_next_page_below_the_heads() -> None:
    head = HEAD.replace("</w:trPr>", "<w:tblHeader/></w:trPr>", 1)
    found = canvas(tbl(WIDTHS, head, *(step(at, height=100) for at in range(1, 8))))
    first, second = (page.tables[0] for page in found.pages)
    assert [cell.text for cell in first.cells if cell.column == 0] == ["No", "1", "2", "3", "4"]
    assert [cell.text for cell in second.cells if cell.column == 0] == ["No", "5", "6", "7"]
    assert second.cells[0].row == 0


def test_a_long_row_breaks_over_two_pages_and_keeps_its_words_together() -> None:
    long = "Menyusun konsep surat dinas beserta seluruh lampirannya " * 20
    found = canvas(tbl(WIDTHS, HEAD, step(1, height=200), step(2, long), step(3)))
    last = [cell for cell in found.pages[0].tables[0].cells if cell.column == 1][-1]
    assert last.text.count("Menyusun") == 20
    following = found.pages[1].tables[0].cells[0]
    assert (following.text, following.box is not None and following.box.top > 100) == ("3", True)


def test_where_word_noted_a_page_break_there_is_one() -> None:
    noted = step(2).replace("<w:r><w:t>2", "<w:r><w:lastRenderedPageBreak/><w:t>2")
    found = canvas(tbl(WIDTHS, HEAD, step(1), noted, step(3)))
    assert [len({cell.row for cell in page.tables[0].cells}) for page in found.pages] == [2, 2]


def test_an_upright_identity_page_comes_before_the_steps_lying_down() -> None:
    upright = "<w:p><w:pPr><w:sectPr><w:pgSz w:w='11900' w:h='16840'/></w:sectPr></w:pPr></w:p>"
    found = canvas(p("Identitas") + upright + tbl(WIDTHS, HEAD, step(1)))
    assert [(page.number, page.width > page.height) for page in found.pages] == [
        (1, False),
        (2, True),
    ]


def test_symbols_in_the_order_of_the_steps_mend_rows_whose_height_was_misjudged() -> None:
    text = "Menyusun konsep surat dinas beserta lampirannya dan menyerahkannya kepada pimpinan"
    over = [shape("rect", (250, 62 + 14 + 62 * at + 25), key=at) for at in range(6)]
    rows = [step(at + 1, text) for at in range(6)]
    found = canvas(p("Prosedur", "".join(over)) + tbl(WIDTHS, HEAD.replace("400", "280"), *rows))
    assert [row for row, _ in places(found)] == [1, 2, 3, 4, 5, 6]
    assert min(one.keyakinan for one in found.pages[0].shapes) < 1


def test_a_last_step_without_a_number_keeps_its_symbol() -> None:
    over = [shape("rect", (250, 62 + 20 + 40 * at + 12), key=at) for at in range(3)]
    last = step(0, height=40).replace("<w:t>0</w:t>", "<w:t></w:t>")
    rows = [step(1, height=40), step(2, height=40), last]
    found = canvas(p("Prosedur", "".join(over)) + tbl(WIDTHS, HEAD, *rows))
    assert [row for row, _ in places(found)] == [1, 2, 3]


def test_a_row_of_totals_below_the_steps_needs_no_symbol() -> None:
    over = [shape("rect", (250, 62 + 20 + 40 * at + 24), key=at) for at in range(2)]
    total = tr(tc("Jumlah"), tc(), tc(), tc(), tc("3 jam"), height=20)
    rows = [step(1, height=40), step(2, height=40), total]
    found = canvas(p("Prosedur", "".join(over)) + tbl(WIDTHS, HEAD, *rows))
    assert [row for row, _ in places(found)] == [1, 2]
    assert all(one.keyakinan == 1 for one in found.pages[0].shapes)


def test_a_legend_of_symbols_below_the_table_moves_no_row() -> None:
    over = [shape("rect", (250, 62 + 20 + 40 * at + 12), key=at) for at in range(3)]
    legend = [shape(kind, (250, 250 + 20 * at)) for at, kind in enumerate(("rect", "diamond"))]
    rows = [step(at + 1, height=40) for at in range(3)]
    found = canvas(p("Prosedur", "".join(over + legend)) + tbl(WIDTHS, HEAD, *rows))
    drawn = found.pages[0].shapes
    assert [place_of(found, one)[0] for one in drawn[:3]] == [1, 2, 3]
    assert all(one.keyakinan == 1 for one in drawn)
    box = found.pages[0].tables[0].box
    assert box is not None and all(one.box.top > box.bottom for one in drawn[3:])


def test_rows_of_a_table_whose_symbols_fit_are_left_alone() -> None:
    two = [
        shape("rect", (x, 62 + 20 + 40 * at + 12), key=at)
        for at, x in ((0, 250), (0, 310), (1, 250), (2, 310))
    ]
    rows = [step(at + 1, height=40) for at in range(3)]
    found = canvas(p("Prosedur", "".join(two)) + tbl(WIDTHS, HEAD, *rows))
    assert places(found) == [(1, 2), (1, 3), (2, 2), (3, 3)]
    assert all(one.keyakinan == 1 for one in found.pages[0].shapes)


def test_the_corner_of_a_drawing_may_stand_far_off_without_harm() -> None:
    far = anchor(wsp("rect"), (-90_000, 90_000))
    assert len(canvas(p("x", far)).pages[0].shapes) == 1


def with_page_header(head: str) -> Canvas:
    """A table of steps on a page whose header, 30 points from the top, holds these words."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    paper = PAPER.replace(
        "<w:pgSz",
        f'<w:headerReference xmlns:r="{relation}" w:type="default" r:id="rId7"/><w:pgSz',
    ).replace('w:top="1000"', 'w:top="1000" w:header="600"')
    data = package(tbl(WIDTHS, HEAD, step(1)) + paper)
    out = BytesIO(data)
    with ZipFile(out, "a") as archive:
        archive.writestr("word/kop.xml", f"<w:hdr {NAMES}>{head}</w:hdr>")
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships><Relationship Id="rId7" Type="{relation}/header" Target="kop.xml"/>'
            "</Relationships>",
        )
    found, _ = canvas_of_docx(out.getvalue())
    assert found is not None
    return found


def test_a_high_page_header_pushes_the_table_down() -> None:
    found = with_page_header(p("Kop") * 5)
    box = found.pages[0].tables[0].box
    assert box is not None and round(box.top) == round(30 + 5 * 11.5)
    assert found.pages[0].words == ()


def test_an_identity_block_in_the_page_header_is_a_table_of_the_page() -> None:
    block = tbl((200, 200), tr(tc("Nomor SOP"), tc("065/7")), tr(tc("Nama SOP"), tc("Cuti")))
    header, steps = with_page_header(block).pages[0].tables
    assert [cell.text for cell in header.cells] == ["Nomor SOP", "065/7", "Nama SOP", "Cuti"]
    assert header.box is not None and steps.box is not None
    assert round(header.box.top) == 30 and steps.box.top >= header.box.bottom - 1
    letterhead = tbl((200, 200), tr(tc("PEMERINTAH KOTA X"), tc("Jalan Mawar 1")))
    assert len(with_page_header(letterhead).pages[0].tables) == 1


def test_items_of_one_list_that_join_alike_have_no_gap_between_them() -> None:
    def high(joins: str) -> float:
        style = f"<w:style w:type='paragraph' w:styleId='B'><w:pPr>{joins}"
        style += "<w:spacing w:after='160'/></w:pPr></w:style>"
        item = p("Komputer", properties="<w:pStyle w:val='B'/>")
        found = cells(canvas(tbl(WIDTHS, tr(tc(item * 3), tc(), tc(), tc(), tc())), styles=style))
        box = found[0, 0].box
        assert box is not None
        return box.bottom - box.top

    assert round(high("") - high("<w:contextualSpacing/>"), 2) == 16.0

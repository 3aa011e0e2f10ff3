"""Tables of a Word file: merged cells, tables within cells, columns drawn by hand."""

from tests.sop_in_docx.build import canvas, cells, p, tbl, tc, tr

SPAN, DOWN, STILL = (
    "<w:gridSpan w:val='2'/>",
    "<w:vMerge w:val='restart'/>",
    "<w:vMerge/>",
)


def test_a_cell_merged_over_columns_and_one_merged_over_rows_are_one_cell_each() -> None:
    found = canvas(
        tbl(
            (30, 60, 60, 50),
            tr(tc("No", DOWN), tc("Pelaksana", SPAN), tc("Waktu", DOWN)),
            tr(tc("", STILL), tc("Kepala"), tc("Staf"), tc("", STILL)),
        )
    )
    by_place = cells(found)
    assert by_place[0, 0].row_span == 2
    assert (by_place[0, 1].column_span, by_place[0, 3].row_span) == (2, 2)
    assert by_place[1, 2].text == "Staf"
    assert len(by_place) == 5


def test_columns_stand_where_the_widths_put_them() -> None:
    found = cells(canvas(tbl((30, 60, 50), tr(tc("1"), tc("a"), tc("b"), height=20))))
    box = found[0, 1].box
    assert box is not None
    assert [round(side, 1) for side in (box.left, box.right)] == [80.0, 140.0]
    assert round(box.bottom - box.top, 1) == 20.0


def test_cells_that_name_other_widths_than_the_grid_are_believed() -> None:
    wide = "<w:tcW w:w='4000' w:type='dxa'/>"
    found = cells(canvas(tbl((30, 30), tr(tc("1"), tc("a", wide)), tr(tc("2"), tc("b", wide)))))
    box = found[0, 1].box
    assert box is not None
    assert round(box.right - box.left) == 200


def test_borders_that_slipped_by_the_width_of_a_line_are_one_border() -> None:
    found = canvas(
        tbl(
            (100, 3, 97),
            tr(tc("Kegiatan", "<w:gridSpan w:val='1'/>"), tc("Mutu", SPAN)),
            tr(tc("Menyusun", SPAN), tc("10 menit")),
        )
    )
    assert sorted(cells(found)) == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_a_small_table_within_a_cell_is_read_as_its_lines() -> None:
    inner = tbl((40, 10, 40), tr(tc("Nomor"), tc(":"), tc("7")), tr(tc("Revisi"), tc(":"), tc("-")))
    found = cells(canvas(tbl((200, 100), tr(tc(inner + p()), tc("x")))))
    assert found[0, 0].text == "Nomor : 7\nRevisi : -"


def test_a_whole_step_table_within_a_cell_is_a_table_of_its_own() -> None:
    rows = [tr(*(tc(f"{row}{column}") for column in "abcde")) for row in range(4)]
    found = canvas(tbl((500,), tr(tc(tbl((60,) * 5, *rows) + p()))))
    assert [len(table.cells) for table in found.pages[0].tables] == [1, 20]
    assert found.pages[0].tables[0].cells[0].text == ""


def test_cells_left_out_at_the_beginning_of_a_row_keep_the_others_in_their_columns() -> None:
    short = tr(tc("b"), tc("c"), properties="<w:gridBefore w:val='1'/>")
    found = cells(canvas(tbl((50, 50, 50), tr(tc("1"), tc("2"), tc("3")), short)))
    assert found[1, 1].text == "b" and found[1, 2].text == "c"


def test_borders_that_stand_well_apart_stay_two() -> None:
    found = canvas(tbl((60, 30, 60), tr(tc("a"), tc("b", SPAN)), tr(tc("c", SPAN), tc("d"))))
    assert sorted(cells(found)) == [(0, 0), (0, 1), (1, 0), (1, 2)]


def test_an_identity_block_in_the_cell_of_a_frame_is_a_table_of_its_own() -> None:
    labels = (("Nomor SOP", "065/7"), ("Nama SOP", "Cuti"), ("Disahkan oleh", "Camat"))
    block = tbl((100, 200), *(tr(tc(label), tc(words)) for label, words in labels))
    pair = tbl((100, 200), *(tr(tc("Surat"), tc(words)) for _, words in labels))
    framed = canvas(tbl((700,), tr(tc(block + p("x")))))
    assert [len(table.cells) for table in framed.pages[0].tables] == [1, 6]
    assert len(canvas(tbl((700,), tr(tc(pair + p("x"))))).pages[0].tables) == 1

"""Who does a step: symbols drawn over the table, marks and words in its cells."""

import pytest

from runut.core.sop.model import Bentuk, Langkah, Sumber
from runut.core.sop.reading.asal import UNSURE, Reading, field_key
from runut.core.sop.reading.canvas import Box, Canvas, Shape, ShapeKind
from runut.core.sop.reading.sop import assemble
from tests.sop_in.papan import Papan, canvas, head, step

ACTORS = ("Kasubag", "Staf", "Kabag", "Karo")


def board(count: int = 3) -> Papan:
    found = head(Papan(), *ACTORS)
    for row in range(count):
        step(found, 2 + row, str(row + 1), f"Kegiatan {row + 1}", 4, "Surat", "5 menit", "Draft")
    return found


def read(*boards: Papan) -> Reading:
    reading = assemble(canvas(*boards), "coba.docx")
    assert reading.sop is not None, reading.findings
    return reading


def steps(*boards: Papan) -> tuple[Langkah, ...]:
    sop = read(*boards).sop
    assert sop is not None
    return sop.langkah


def names(langkah: Langkah) -> list[str]:
    return [one.nama for one in langkah.pelaksana]


def test_a_shape_over_a_cell_names_step_and_actor() -> None:
    one = steps(
        board().shape("a", 2, 2, ShapeKind.TERMINATOR).shape("b", 5, 4, ShapeKind.TERMINATOR)
    )
    assert (names(one[0]), one[0].bentuk, names(one[2]), one[2].bentuk) == (
        ["Kasubag"],
        Bentuk.MULAI,
        ["Karo"],
        Bentuk.SELESAI,
    )
    assert one[0].pelaksana[0].sumber is Sumber.BENTUK and one[0].pelaksana[0].keyakinan == 1.0


def test_a_shape_in_a_cell_is_placed_by_the_cell_though_its_box_lies() -> None:
    found = board()
    found.shapes.append(Shape("a", ShapeKind.PROCESS, Box(0, 0, 10, 10), at=(3, 4)))
    assert names(steps(found)[1]) == ["Kabag"]


def test_a_decision_on_the_line_between_two_actors_is_asked_with_both_names() -> None:
    found = board().shape("a", 3.4, 3, ShapeKind.DECISION)
    reading = read(found)
    assert reading.sop is not None
    (actor,) = reading.sop.langkah[1].pelaksana
    assert actor.nama == "Staf" and actor.keyakinan < UNSURE
    assert "Staf" in actor.alasan and "Kabag" in actor.alasan
    assert reading.asal[field_key("pelaksana", "2")].keyakinan < UNSURE
    assert "baca.pelaksana-kurang-pasti" in [f.kode for f in reading.findings]


def test_a_wide_decision_that_touches_both_neighbours_stands_where_its_middle_is() -> None:
    found = board()
    x, y = found.at(3.5, 3.5)
    found.shapes.append(Shape("a", ShapeKind.DECISION, Box(x - 55, y - 15, x + 55, y + 15)))
    assert names(steps(found)[1]) == ["Staf"]


def test_two_shapes_in_one_cell_are_one_actor_and_the_decision_says_what_the_step_is() -> None:
    found = board()
    x, y = found.at(3.5, 3.5)
    found.shapes.append(Shape("a", ShapeKind.PROCESS, Box(x - 20, y - 18, x + 20, y - 4)))
    found.shapes.append(Shape("b", ShapeKind.DECISION, Box(x - 20, y, x + 20, y + 18)))
    one = steps(found)[1]
    assert (names(one), one.bentuk) == (["Staf"], Bentuk.KEPUTUSAN)


def test_four_actors_in_one_step_the_one_with_the_decision_leads() -> None:
    found = board()
    for column, kind in enumerate((ShapeKind.PROCESS,) * 3 + (ShapeKind.DECISION,), start=2):
        found.shape(f"s{column}", column, 3, kind)
    assert names(steps(found)[1]) == ["Karo", "Kasubag", "Staf", "Kabag"]


def test_a_connector_between_pages_is_no_actor() -> None:
    found = board().shape("a", 2, 2).shape("b", 3, 4, ShapeKind.OFF_PAGE, "A")
    assert names(steps(found)[2]) == []


def test_a_shape_beside_the_table_names_nobody() -> None:
    found = board()
    found.shapes.append(Shape("a", ShapeKind.PROCESS, Box(2, 140, 40, 150)))
    assert [names(one) for one in steps(found)] == [[], [], []]


def test_a_box_of_words_is_no_symbol() -> None:
    found = board().shape("a", 3, 3, ShapeKind.OTHER, "Ya")
    assert names(steps(found)[1]) == []


def test_an_unknown_shape_without_words_is_asked() -> None:
    (actor,) = steps(board().shape("a", 3, 3, ShapeKind.OTHER))[1].pelaksana
    assert actor.nama == "Staf" and actor.keyakinan < UNSURE


@pytest.mark.parametrize(
    "mark", ["√", "v", "V", "✓", "●", "•", ">", "X", "x", "*", "\uf0fc", "√\n√"]
)
def test_a_typed_mark_names_the_actor(mark: str) -> None:
    found = head(Papan(), *ACTORS).row(2, "1", "Menyusun", "", mark, "", "", "", "1 jam", "Draft")
    (one,) = steps(found)
    assert names(one) == ["Staf"] and one.pelaksana[0].sumber is Sumber.TANDA


@pytest.mark.parametrize("sign", ["-", "–", "↓", "│", "..."])
def test_a_line_or_a_dash_names_nobody(sign: str) -> None:
    found = head(Papan(), *ACTORS).row(2, "1", "Menyusun", "", sign, "", "", "", "1 jam", "Draft")
    assert names(steps(found)[0]) == []


def test_words_where_a_mark_is_expected_name_the_actor_with_the_words_as_reason() -> None:
    found = head(Papan(), *ACTORS).row(
        2, "1", "Menyusun", "", "paraf", "", "", "", "1 jam", "Draft"
    )
    (actor,) = steps(found)[0].pelaksana
    assert (actor.nama, actor.sumber) == ("Staf", Sumber.TEKS) and "paraf" in actor.alasan


def test_words_beside_drawn_symbols_name_nobody_and_are_kept() -> None:
    found = head(Papan(), *ACTORS)
    found.row(2, "1", "Menyusun", "", "dibantu tim", "", "", "", "1 jam", "Draft", "")
    one = steps(found.shape("a", 2, 2))[0]
    assert names(one) == ["Kasubag"] and "dibantu tim" in one.keterangan


def test_words_in_a_shape_are_not_said_twice() -> None:
    found = head(Papan(), *ACTORS)
    found.row(2, "1", "Menyusun", "Mulai", "", "", "", "", "1 jam", "Draft", "")
    one = steps(found.shape("a", 2, 2, ShapeKind.TERMINATOR, "Mulai"))[0]
    assert (one.bentuk, one.keterangan) == (Bentuk.MULAI, "")


def test_a_box_that_repeats_its_activity_adds_nothing_to_the_remarks() -> None:
    found = board(2).shape("a", 2, 2, text="KEGIATAN 1").shape("b", 3, 3, text="diparaf dulu")
    first, second = steps(found)
    assert (first.keterangan, names(first)) == ("", ["Kasubag"])
    assert "diparaf dulu" in second.keterangan


def test_the_question_in_a_diamond_is_no_remark() -> None:
    found = board(1).shape("a", 2, 2, ShapeKind.DECISION, "Baru/lama?")
    (one,) = steps(found)
    assert (one.bentuk, one.keterangan) == (Bentuk.KEPUTUSAN, "")


def test_several_starts_and_ends_are_known_by_their_ways() -> None:
    found = board(4)
    found.shape("a", 2, 2, ShapeKind.TERMINATOR).shape("b", 3, 3, ShapeKind.TERMINATOR)
    found.shape("c", 4, 4, ShapeKind.TERMINATOR).shape("d", 5, 5, ShapeKind.TERMINATOR)
    found.arrow("a", "c", ("kanan", "atas")).arrow("b", "d", ("kanan", "atas"))
    assert [one.bentuk for one in steps(found)] == [Bentuk.MULAI] * 2 + [Bentuk.SELESAI] * 2


def test_nothing_drawn_and_nothing_marked_names_nobody() -> None:
    reading = read(board())
    assert reading.sop is not None and all(not one.pelaksana for one in reading.sop.langkah)
    assert reading.asal[field_key("pelaksana", "1")].keyakinan == 0.0


def test_a_mark_in_a_column_without_a_name_is_said() -> None:
    found = head(Papan(), "Kasubag", "").row(2, "1", "Menyusun", "", "√", "", "1 jam", "Draft", "")
    reading = read(found)
    assert reading.sop is not None and not reading.sop.langkah[0].pelaksana
    assert "baca.kolom-tanpa-nama" in [f.kode for f in reading.findings]


def test_a_sheet_without_boxes_is_read_by_its_marks() -> None:
    found = head(Papan(has_boxes=False), *ACTORS)
    found.row(2, "1", "Menyusun", "", "√", "", "", "", "1 jam", "Draft", "")
    assert names(steps(found)[0]) == ["Staf"]


def test_more_shapes_than_can_be_read_are_said() -> None:
    found = board()
    found.shapes = [Shape(str(n), ShapeKind.PROCESS, Box(0, 0, 1, 1)) for n in range(1_001)]
    reading = assemble(Canvas((found.page,)), "coba.docx")
    assert "baca.terlalu-banyak-bentuk" in [f.kode for f in reading.findings]

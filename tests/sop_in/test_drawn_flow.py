"""Ways between steps: as lines are drawn, glued or not, in one piece or several."""

import pytest

from runut.core.sop.reading.asal import UNSURE, Reading, field_key
from runut.core.sop.reading.canvas import Box, Connector, Shape, ShapeKind, Words
from runut.core.sop.reading.sop import assemble
from runut.core.sop.reading.ways import exit_label
from tests.sop_in.papan import Papan, canvas, head, step

DECISION, END, OFF = ShapeKind.DECISION, ShapeKind.TERMINATOR, ShapeKind.OFF_PAGE


def board(count: int = 3, first: int = 1, number: int = 1) -> Papan:
    found = head(Papan(number=number), "Kasubag", "Staf", "Kabag")
    for row in range(count):
        no = str(first + row)
        step(found, 2 + row, no, f"Kegiatan {no}", 3, "Surat", "5 menit", "Draft")
    return found


def read(*boards: Papan) -> Reading:
    reading = assemble(canvas(*boards), "coba.docx")
    assert reading.sop is not None, reading.findings
    return reading


def ways(*boards: Papan) -> list[list[tuple[str, str | None]]]:
    sop = read(*boards).sop
    assert sop is not None
    return [[(way.ke, way.jika) for way in one.lanjut] for one in sop.langkah]


def three() -> Papan:
    return board().shape("a", 2, 2, END).shape("b", 3, 3).shape("c", 4, 4, END)


def test_arrows_that_skip_a_row_are_followed() -> None:
    found = three().arrow("a", "c", ("kanan", "atas")).arrow("b", "c", ("kanan", "kiri"))
    assert ways(found)[0] == [("3", None)]


def test_glued_ends_win_over_what_lies_near() -> None:
    found = three()
    near_b = found.side("b", "atas")
    found.connectors.append(Connector((found.side("a", "bawah"), near_b), "a", "c"))
    assert ways(found)[0] == [("3", None)]


def test_a_head_at_the_start_turns_the_arrow_round() -> None:
    found = three()
    points = (found.side("c", "atas"), found.side("a", "kanan"))
    found.connectors.append(Connector(points, has_head_at_start=True))
    assert ways(found)[0] == [("3", None)]


def test_a_bent_way_drawn_as_three_lines_is_one_way() -> None:
    found = three()
    start, end = found.side("a", "kanan"), found.side("c", "atas")
    corner, other = (end[0] + 20, start[1]), (end[0] + 20, end[1] - 12)
    last = (end[0], end[1] - 12)
    found.connectors += [
        Connector((start, corner)),
        Connector((corner, other)),
        Connector((other, last)),
        Connector((last, end), has_head_at_end=True),
    ]
    assert ways(found)[0] == [("3", None)]


def test_a_line_that_ends_on_another_line_goes_where_that_one_goes() -> None:
    found = three().arrow("b", "c", ("kanan", "atas"), via=((450.0, 190.0),))
    start = found.side("a", "kanan")
    found.connectors.append(
        Connector((start, (430.0, start[1]), (430.0, 190.0)), has_head_at_end=True)
    )
    assert ways(found)[0] == [("3", None)]


def test_a_line_without_a_head_goes_down_and_is_asked() -> None:
    found = three()
    found.connectors.append(Connector((found.side("a", "kanan"), found.side("c", "atas"))))
    reading = read(found)
    assert reading.sop is not None and reading.sop.langkah[0].lanjut[0].ke == "3"
    assert reading.asal[field_key("lanjut", "1")].keyakinan < UNSURE


def test_a_line_without_a_head_down_to_the_next_symbol_is_not_asked() -> None:
    found = three()
    found.connectors.append(Connector((found.side("a", "bawah"), found.side("b", "atas"))))
    sure = read(found).asal[field_key("lanjut", "1")]
    assert (sure.keyakinan >= UNSURE, sure.alasan) == (True, "")
    upwards = three()
    upwards.connectors.append(Connector((upwards.side("b", "atas"), upwards.side("a", "bawah"))))
    asked = read(upwards).asal[field_key("lanjut", "2")]
    assert asked.keyakinan < UNSURE and "tanpa kepala panah" in asked.alasan


def test_a_small_shape_at_the_end_of_a_line_is_its_head_and_no_symbol() -> None:
    found = three()
    x, y = found.side("c", "atas")
    found.connectors.append(Connector(((x, y), found.side("a", "kanan"))))
    found.shapes.append(Shape("segitiga", ShapeKind.OTHER, Box(x - 2, y - 4, x + 2, y)))
    reading = read(found)
    assert ways(found)[0] == [("3", None)]
    assert reading.sop is not None and len(reading.sop.langkah[2].pelaksana) == 1
    assert reading.asal[field_key("lanjut", "1")].keyakinan >= UNSURE


def test_answers_that_all_lead_to_one_step_are_asked() -> None:
    found = decision().arrow("b", "c", ("bawah", "kiri"), text="Ya")
    found.arrow("b", "c", ("kanan", "atas"), text="Tidak")
    asked = read(found).asal[field_key("lanjut", "2")]
    assert asked.keyakinan < UNSURE and "langkah yang sama" in asked.alasan


def test_a_way_between_two_actors_of_one_step_is_no_way() -> None:
    found = board().shape("a", 2, 2, END).shape("a2", 3, 2).shape("b", 3, 3).shape("c", 4, 4, END)
    found.arrow("a", "a2", ("kanan", "kiri")).arrow("a2", "b").arrow("b", "c", ("kanan", "atas"))
    assert ways(found) == [[("2", None)], [("3", None)], []]


def decision() -> Papan:
    found = board().shape("a", 2, 2, END).shape("b", 3, 3, DECISION).shape("c", 4, 4, END)
    found.arrow("a", "b", ("kanan", "atas"))
    return found


def test_labels_of_the_lines_name_the_exits() -> None:
    found = decision().arrow("b", "c", ("kanan", "atas"), text="Ya")
    found.arrow("b", "a", ("kiri", "bawah"), text="Tidak")
    assert ways(found)[1] == [("3", "Ya"), ("1", "Tidak")]


@pytest.mark.parametrize("kind", ["words", "shape"])
def test_words_beside_a_line_name_the_exit(kind: str) -> None:
    found = decision().arrow("b", "c", ("kanan", "atas")).arrow("b", "a", ("kiri", "bawah"))
    for text, side, by in (("Tidak", "kiri", -25), ("Ya", "kanan", 2)):
        x, y = found.side("b", side)
        box = Box(x + by, y - 10, x + by + 22, y - 1)
        if kind == "words":
            found.words.append(Words(text, box))
        else:
            found.shapes.append(Shape(text, ShapeKind.OTHER, box, text))
    assert ways(found)[1] == [("3", "Ya"), ("1", "Tidak")]


def test_the_label_that_is_missing_follows_from_the_other_and_is_said() -> None:
    found = decision().arrow("b", "c", ("kanan", "atas"))
    found.arrow("b", "a", ("kiri", "bawah"), text="Tidak")
    reading = read(found)
    assert ways(found)[1] == [("3", "Ya"), ("1", "Tidak")]
    assert "baca.cabang-disimpulkan" in [f.kode for f in reading.findings]
    assert reading.asal[field_key("lanjut", "2")].keyakinan < UNSURE


def test_a_decision_with_only_its_way_back_drawn_goes_on_below() -> None:
    found = decision().arrow("b", "a", ("kiri", "bawah"), text="Tidak")
    assert ways(found)[1] == [("3", "Ya"), ("1", "Tidak")]


def test_labels_are_never_made_up() -> None:
    found = decision().arrow("b", "c", ("kanan", "atas")).arrow("b", "a", ("kiri", "bawah"))
    assert ways(found)[1] == [("3", None), ("1", None)]


@pytest.mark.parametrize("letters", ["A", ""])
def test_connectors_between_pages_are_followed(letters: str) -> None:
    one = board().shape("a", 2, 2, END).shape("b", 3, 3).shape("o", 3, 5, OFF, letters)
    one.arrow("b", "o")
    two = board(3, 4, number=2).shape("o", 4, 1.6, OFF, letters).shape("d", 2, 2).shape("e", 4, 3)
    two.shape("f", 4, 4, END).arrow("o", "e")
    assert ways(one, two)[1] == [("5", None)]


def test_a_way_back_over_the_pages_is_followed_by_its_letter() -> None:
    one = board().shape("a", 2, 2, END).shape("b", 3, 3).shape("c", 4, 4)
    one.shape("in", 2, 5, OFF, "B").shape("out", 4, 5, OFF, "A")
    one.arrow("in", "b", ("atas", "bawah")).arrow("c", "out").arrow("a", "b", ("kanan", "atas"))
    two = board(3, 4, number=2).shape("in", 4, 1.6, OFF, "A").shape("out", 2, 1.6, OFF, "B")
    two.shape("d", 4, 2, DECISION).shape("e", 3, 3).shape("f", 4, 4, END).arrow("in", "d")
    two.arrow("d", "out", ("kiri", "bawah"), text="Tidak").arrow("d", "e", text="Ya")
    assert ways(one, two)[3] == [("5", "Ya"), ("2", "Tidak")]


def test_without_any_line_a_step_goes_on_to_the_row_below_and_that_is_less_sure() -> None:
    reading = read(three())
    assert ways(three()) == [[("2", None)], [("3", None)], []]
    assert reading.asal[field_key("lanjut", "1")].keyakinan < 1.0


def test_a_line_far_from_every_shape_is_no_way() -> None:
    found = three()
    found.connectors.append(Connector(((600.0, 140.0), (700.0, 300.0)), has_head_at_end=True))
    assert ways(found) == [[("2", None)], [("3", None)], []]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ya", "Ya"),
        ("T", "Tidak"),
        ("tdk", "Tidak"),
        ("TIDAK SETUJU", "Tidak setuju"),
        ("Camat", None),
    ],
)
def test_labels_of_exits(text: str, label: str | None) -> None:
    assert exit_label(text) == label

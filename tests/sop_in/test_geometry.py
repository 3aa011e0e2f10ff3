"""One geometry for all formats: what is moved, turned and stretched lies where it is seen."""

import pytest

from runut.core.sop.reading.canvas import Box
from runut.files.geometry import (
    Affine,
    Turn,
    box_of,
    emu_of,
    fit,
    holds,
    part_of,
    shift,
    smallest,
    swapped,
    unit_square,
)
from runut.files.read.docx.vml import BY_NUMBER
from runut.files.read.ooxml.presets import block_arrow, is_line, meaning_of

BOX = Box(10, 20, 50, 40)
CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def test_the_second_way_is_applied_to_what_the_first_one_gives() -> None:
    stretch, move = Affine(a=2, d=3), shift(10, 20)
    assert stretch.after(move)((1, 1)) == stretch(move((1, 1))) == (22, 63)
    assert move.after(stretch)((1, 1)) == move(stretch((1, 1))) == (12, 23)
    assert stretch.scale == pytest.approx(6**0.5)


def test_a_group_is_stretched_from_its_own_measure_onto_its_box() -> None:
    inner = Box(100, 100, 300, 200)
    assert fit(inner, BOX).bounds(inner) == BOX
    assert fit(inner, BOX)(inner.centre) == BOX.centre
    assert fit(Box(5, 5, 5, 5), BOX)((5, 5)) == (10, 20), "a group without a size keeps its lengths"


@pytest.mark.parametrize(
    ("turn", "start"),
    [
        (Turn(), (10, 20)),
        (Turn(flips_x=True), (50, 20)),
        (Turn(flips_y=True), (10, 40)),
        (Turn(180), (50, 40)),
        (Turn(90), (40, 10)),
        (Turn(270), (20, 50)),
        (Turn(90, flips_x=True), (40, 50)),
    ],
)
def test_a_thing_is_mirrored_first_and_then_turned_clockwise(
    turn: Turn, start: tuple[float, float]
) -> None:
    seen = turn.seen(BOX, CORNERS)
    assert seen[0] == pytest.approx(start)
    lies = turn.lies(BOX)
    assert box_of(seen).centre == pytest.approx(BOX.centre)
    assert (box_of(seen).width, box_of(seen).height) == pytest.approx((lies.width, lies.height))


def test_boxes_are_made_of_points_of_boxes_and_of_parts() -> None:
    assert box_of(((3, 9), (1, 7), (2, 8))) == Box(1, 7, 3, 9)
    assert smallest((BOX, Box(0, 30, 20, 90))) == Box(0, 20, 50, 90)
    assert swapped(BOX) == Box(20, 10, 40, 50)
    assert part_of(BOX, (0.25, 0.5)) == (20, 30)
    assert unit_square(((10, 20), (50, 40), (30, 30))) == ((0, 0), (1, 1), (0.5, 0.5))
    assert holds(BOX, (10, 40)) and not holds(BOX, (9, 40)) and holds(BOX, (9, 40), slack=1)
    assert emu_of(72) == 914_400


def test_every_geometry_that_old_word_numbers_is_one_that_the_form_knows() -> None:
    known = {
        name
        for name in BY_NUMBER.values()
        if is_line(name) or block_arrow(name) or meaning_of(name, BOX)[1] > 0.5
    }
    assert set(BY_NUMBER.values()) - known == {"picture", "flowChartPreparation"}

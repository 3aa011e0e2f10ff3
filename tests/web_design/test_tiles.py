"""The drawing of a flow: connected from symbol to symbol, and nothing runs over anything."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from runut.core.sop.drawing.tiles.layout import lay_out
from runut.core.sop.drawing.tiles.model import ROW_MIN, State, Symbol, TileStep, Way
from runut.core.sop.model import Bentuk
from tests.depth import examples
from tests.web_design.paper import Paper, Segment, Spot, put_on_paper

ACTORS = ("Kasubag", "Staf", "Tim", "Kabag", "Karo", "Bendahara", "Arsiparis")


@st.composite
def flows(draw: DrawFn) -> tuple[tuple[TileStep, ...], tuple[str, ...]]:
    """An SOP of up to 12 steps and 7 actors, with every kind of way out."""
    actors = ACTORS[: draw(st.integers(1, 7))]
    numbers = [str(i + 1) for i in range(draw(st.integers(1, 12)))]
    some_actors = st.one_of(
        st.sampled_from(actors).map(lambda actor: [actor]),
        st.lists(st.sampled_from(actors), min_size=0, max_size=3, unique=True),
    )
    steps = []
    for row, no in enumerate(numbers):
        ahead = st.sampled_from(numbers[row + 1 :] or numbers)
        targets = draw(st.lists(st.one_of(ahead, st.sampled_from(numbers)), max_size=4))
        is_decision = draw(st.booleans())
        labels = ("Ya", "Tidak", "Perlu diperbaiki lagi", "Ulang") if is_decision else ("",) * 4
        ways = tuple(Way(to, label) for to, label in zip(targets, labels, strict=False))
        bentuk = Bentuk.KEPUTUSAN if is_decision else draw(st.sampled_from(list(Bentuk)[:2]))
        who = draw(some_actors) if no != "1" else [actors[0]]
        steps.append(TileStep(no, tuple(who), bentuk, ways))
    return tuple(steps), actors


sizes = st.tuples(st.lists(st.integers(ROW_MIN, 300), min_size=12, max_size=12), st.integers(0, 60))


@settings(max_examples=examples(200), deadline=None)
@given(flows(), sizes)
def test_every_drawing_is_connected_and_clear(
    flow: tuple[tuple[TileStep, ...], tuple[str, ...]], size: tuple[list[int], int]
) -> None:
    steps, actors = flow
    paper = put_on_paper(lay_out(steps, actors), size[0], size[1])
    assert_every_way_is_connected(steps, actors, paper)
    assert_no_line_enters_a_symbol(paper)
    assert_only_forks_and_joins_share_a_line(paper)
    assert_every_way_back_is_alone(paper)
    assert_labels_are_clear_of_lines(paper)


def assert_every_way_is_connected(
    steps: tuple[TileStep, ...], actors: tuple[str, ...], paper: Paper
) -> None:
    rows = {step.no: i for i, step in enumerate(steps) if set(step.actors) & set(actors)}
    for step in steps:
        for way in step.ways:
            if step.no not in rows or way.to not in rows:
                continue
            is_back = rows[way.to] <= rows[step.no]
            pieces = paper.of((step.no, way.to), is_back=is_back)
            reached = _reached(pieces, _edge_points(paper, step.no))
            tips = {
                (round(spot.x + arrow.x, 3), round(spot.y + arrow.y, 3))
                for spot, arrow in paper.arrows
                if (step.no, way.to) in arrow.ways and arrow.is_back == is_back
            }
            assert len(tips) == 1, "one arrowhead per way"
            assert tips <= reached, f"{step.no} -> {way.to} does not reach its arrowhead"
            assert tips <= _edge_points(paper, way.to, among=tips), "the arrow ends at its step"


def _reached(pieces: list[Segment], start: set[tuple[float, float]]) -> set[tuple[float, float]]:
    """All ends of pieces that hang together with ``start``."""
    reached = set(start)
    size = 0
    while size != len(reached):
        size = len(reached)
        for piece in pieces:
            if set(piece.ends) & reached:
                reached |= set(piece.ends)
    return reached


def _edge_points(
    paper: Paper, no: str, among: set[tuple[float, float]] | None = None
) -> set[tuple[float, float]]:
    """Corners where lines leave the symbols of a step; or those of ``among`` on their outline."""
    points = set()
    for spot, symbol in paper.symbols:
        if spot.no != no:
            continue
        w, h = symbol.half_width_at(0), symbol.half_height
        points |= {
            (round(spot.x + dx, 3), round(spot.y + dy, 3)) for dx, dy in ((w, 0), (-w, 0), (0, h))
        }
        points |= {point for point in among or () if abs(_depth(spot, symbol, *point)) < 0.01}
    return points


def _depth(spot: Spot, symbol: Symbol, x: float, y: float) -> float:
    """How deep a point lies in a symbol; negative outside."""
    dx, dy = abs(x - spot.x), abs(y - spot.y)
    sideways = symbol.half_width_at(dy) - dx
    if symbol.bentuk is Bentuk.KEPUTUSAN:
        return sideways
    return min(sideways, symbol.half_height - dy)


def assert_no_line_enters_a_symbol(paper: Paper) -> None:
    for spot, symbol in paper.symbols:
        for line in paper.segments:
            nearest_x = min(max(spot.x, line.x1), line.x2)
            nearest_y = min(max(spot.y, line.y1), line.y2)
            assert _depth(spot, symbol, nearest_x, nearest_y) < 0.01, (spot, line)


def assert_only_forks_and_joins_share_a_line(paper: Paper) -> None:
    for one, other in combinations(paper.segments, 2):
        if not one.runs_along(other):
            continue
        for source, target in one.ways:
            for other_source, other_target in other.ways:
                assert source == other_source or target == other_target, (one, other)
                assert one.is_back == other.is_back, "ways down and ways back keep apart"


def assert_every_way_back_is_alone(paper: Paper) -> None:
    """A lane and an arrowhead each; only the way out of a step to the gutter is shared."""
    heads = [arrow for _, arrow in paper.arrows if arrow.is_back]
    assert all(len(arrow.ways) == 1 for arrow in heads)
    upward = [s for s in paper.segments if s.is_back and s.x1 == s.x2]
    assert all(len(line.ways) == 1 for line in upward)
    for one, other in combinations(upward, 2):
        assert not one.runs_along(other), "two ways back in one lane"


def assert_labels_are_clear_of_lines(paper: Paper) -> None:
    boxes = []
    for spot, label in paper.labels:
        left, top, right, bottom = label.box
        box = (spot.x + left, spot.y + top, spot.x + right, spot.y + bottom)
        boxes.append(box)
        for line in paper.segments:
            assert not line.touches(*box), (label, line)
        for symbol_spot, symbol in paper.symbols:
            for x in (box[0], box[2]):
                for y in (box[1], box[3]):
                    assert _depth(symbol_spot, symbol, x, y) <= 0, (label, symbol)


def drawn(*steps: TileStep) -> Paper:
    return put_on_paper(lay_out(steps, ACTORS), [90] * len(steps), 10)


def test_three_ways_back_to_one_step_have_three_lanes_and_three_arrowheads() -> None:
    checks = [
        TileStep(no, (who,), Bentuk.KEPUTUSAN, (Way("1", "Tidak"),))
        for no, who in (("2", "Kasubag"), ("3", "Kabag"), ("4", "Karo"))
    ]
    paper = drawn(TileStep("1", ("Tim",)), *checks)
    tips = {arrow.y for _, arrow in paper.arrows}
    lanes = {line.x1 for line in paper.segments if line.x1 == line.x2}
    assert len(tips) == len(lanes) == 3
    assert min(abs(a - b) for a, b in combinations(tips, 2)) >= 7, "arrowheads stand apart"


def test_a_way_to_the_next_step_in_the_same_column_is_one_straight_line() -> None:
    paper = drawn(TileStep("1", ("Staf",), ways=(Way("2"),)), TileStep("2", ("Staf",)))
    assert len({line.x1 for line in paper.segments} | {line.x2 for line in paper.segments}) == 1


def test_a_way_past_a_symbol_goes_around_it() -> None:
    first = TileStep("1", ("Staf",), ways=(Way("2"), Way("3")))
    paper = drawn(first, TileStep("2", ("Staf",), ways=(Way("3"),)), TileStep("3", ("Staf",)))
    middle = next(spot.x for spot, _ in paper.symbols)
    passing = [line for line in paper.of(("1", "3"), is_back=False) if 90 < line.y2 <= 180]
    assert all(line.x1 != middle for line in passing)


def test_a_third_exit_leaves_left_only_where_no_way_back_arrives() -> None:
    exits = (Way("2", "Ya"), Way("3", "Tidak"), Way("4", "Ulang"))
    decision = TileStep("1", ("Tim",), Bentuk.KEPUTUSAN, exits)
    rest = (TileStep("2", ("Tim",)), TileStep("3", ("Tim",)))
    left = [label.text for _, label in drawn(decision, *rest, last()).labels if label.ends_at_x]
    assert left == ["Ulang"]
    paper = drawn(decision, *rest, last(Way("1")))
    assert not [label for _, label in paper.labels if label.ends_at_x]
    assert_only_forks_and_joins_share_a_line(paper)


def last(*ways: Way) -> TileStep:
    return TileStep("4", ("Staf",), ways=ways)


def test_symbols_of_actors_who_work_together_are_joined() -> None:
    paper = drawn(TileStep("1", ("Staf", "Kabag")))
    assert len(paper.symbols) == 2
    assert {line.y1 for line in paper.segments} == {45.0}
    assert min(line.x1 for line in paper.segments) < max(line.x2 for line in paper.segments)


def test_a_shared_line_shows_the_state_that_is_further_on() -> None:
    ways = (Way("2", state=State.DONE), Way("3", state=State.LATER))
    grid = lay_out((TileStep("1", ("Staf",), ways=ways), *_two_targets()), ACTORS)
    trunk = grid.rows[0].tiles[1].lines
    assert max(line.state for line in trunk) is State.DONE
    assert trunk[-1].state is State.DONE, "what is done is drawn on top"


def _two_targets() -> tuple[TileStep, TileStep]:
    return TileStep("2", ("Tim",)), TileStep("3", ("Kabag",))


@pytest.mark.parametrize("actors", [(), ("Tidak dikenal",)])
def test_a_step_without_a_column_is_an_empty_row(actors: tuple[str, ...]) -> None:
    grid = lay_out((TileStep("1", ("Staf",), ways=(Way("2"),)), TileStep("2", actors)), ACTORS)
    assert all(tile.is_empty for tile in grid.rows[1].tiles)
    assert grid.rows[0].tiles[1].symbol and not grid.rows[0].tiles[1].lines

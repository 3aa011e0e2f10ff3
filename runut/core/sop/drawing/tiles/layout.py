"""Lays out the flow of an SOP as tiles: symbols in the actors' columns and the lines between.

PermenPANRB 35/2012, flowchart part: capsule, box, diamond, arrows; the flow runs down the form.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from runut.core.sop.drawing.tiles.model import (
    BAND,
    GUTTER,
    HALF_WIDTH,
    LABEL_MAX,
    Grid,
    Label,
    Row,
    State,
    Symbol,
    Tile,
    TileStep,
    Way,
)
from runut.core.sop.drawing.tiles.strokes import Ink, Point, Strokes
from runut.core.sop.drawing.tiles.tracks import Port, Route, StepRow, Track, place, plan
from runut.core.sop.model import SOP, Bentuk

LANE_FIRST = HALF_WIDTH + 7
LANE_GAP = 6
GUTTER_GAP = 8
MARGIN = 6
PORT_GAP = 8
PORT_REACH = 10

Bases = dict[tuple[int, int], float]
"""How far from the middle the first lane lies, by column and side."""


def lay_out(steps: Sequence[TileStep], actors: Sequence[str]) -> Grid:
    """The drawing of ``steps``, one row each, in the columns of ``actors``.

    An actor that has no column, and a way to a step that is not there or has no symbol, is left
    out of the drawing: the checks of the SOP report them.
    """
    return _lay_out(tuple(steps), tuple(actors))


@lru_cache(maxsize=256)
def _lay_out(steps: tuple[TileStep, ...], actors: tuple[str, ...]) -> Grid:
    """A form is drawn on every look at its page, and seldom changes between two."""
    placed = place(steps, actors)
    routes = plan(placed, len(actors))
    strokes = Strokes()
    for step in placed.values():
        _draw_bond(strokes, step)
        _draw_labels(strokes, step, [route for route in routes if route.source is step])
    bases = _lane_bases(strokes, len(actors))
    gutter = max((route.track.lane + 1 for route in routes if route.is_back), default=0)
    for route in routes:
        if route.is_back:
            _draw_back(strokes, route, _entry(route, routes), gutter)
        else:
            _draw_forward(strokes, route, bases)
    rows = tuple(
        _row(strokes, i, step.no, placed.get(step.no), len(actors)) for i, step in enumerate(steps)
    )
    widths = tuple(_width(column, strokes, routes, bases) for column in range(len(actors)))
    return Grid(actors, rows, widths, (gutter + 1) * GUTTER_GAP if gutter else 0)


def steps_of(sop: SOP) -> tuple[TileStep, ...]:
    """The rows of an SOP to draw, as the form is printed: without any state."""
    return tuple(
        TileStep(
            langkah.no,
            tuple(pelaksana.nama for pelaksana in langkah.pelaksana),
            langkah.bentuk,
            tuple(Way(lanjut.ke, lanjut.jika or "") for lanjut in langkah.lanjut),
        )
        for langkah in sop.langkah
    )


def _symbol(step: StepRow) -> Symbol:
    return Symbol(step.step.bentuk, step.step.state)


def _ink(route: Route) -> Ink:
    return Ink(route.pair, route.way.state, route.is_back)


def _draw_bond(strokes: Strokes, step: StepRow) -> None:
    """Joins the symbols of the actors who do one step together."""
    ink = Ink((step.step.no, step.step.no), step.step.state)
    for left, right in pairwise(sorted(step.columns)):
        ends = Point(step.row, left, HALF_WIDTH, 0), Point(step.row, right, -HALF_WIDTH, 0)
        strokes.path(ends, ink)


def _draw_labels(strokes: Strokes, step: StepRow, leaving: list[Route]) -> None:
    """The words of the exits, each beside the line that leaves there and never on it."""
    for port in Port:
        routes = [route for route in leaving if route.port is port and route.way.label]
        if not routes:
            continue
        words = " / ".join(dict.fromkeys(route.way.label for route in routes))
        text = words if len(words) <= LABEL_MAX else words[: LABEL_MAX - 1] + "…"
        state = max(route.way.state for route in routes)
        column, x = _label_place(step, port)
        y = 25 if port is Port.BOTTOM else -9
        is_back = all(route.is_back for route in routes)
        label = Label(text, x, y, port is Port.LEFT, State(state), is_back)
        strokes.labels[step.row, column].append(label)


def _label_place(step: StepRow, port: Port) -> tuple[int, float]:
    """A diamond leaves room beside its upper corner; beside a box the word stands outside."""
    beside = 14 if step.step.bentuk is Bentuk.KEPUTUSAN else HALF_WIDTH + 3
    if port is Port.BOTTOM:
        return step.lead, 5
    return (step.right, beside) if port is Port.RIGHT else (step.left, -beside)


def _lane_bases(strokes: Strokes, columns: int) -> Bases:
    bases: Bases = {(c, side): LANE_FIRST for c in range(columns) for side in (1, -1)}
    for (_, column), labels in strokes.labels.items():
        for label in labels:
            left, _, right, _ = label.box
            bases[column, 1] = max(bases[column, 1], right + 5)
            bases[column, -1] = max(bases[column, -1], 5 - left)
    return bases


def _x(track: Track, bases: Bases) -> float:
    if not track.side:
        return 0
    return track.side * (bases[track.column, track.side] + track.lane * LANE_GAP)


def _draw_forward(strokes: Strokes, route: Route, bases: Bases) -> None:
    """Out at the port, sideways to the track, down, sideways to the target, in from above."""
    target, column, x = route.target, route.track.column, _x(route.track, bases)
    leaving = _leaving(route)
    tip = Point(target.row, target.lead, 0, -_symbol(target).half_height)
    points = (
        *leaving,
        Point(route.source.row, column, x, leaving[-1].y),
        Point(target.row, column, x, -BAND),
        Point(target.row, target.lead, 0, -BAND),
        tip,
    )
    strokes.path(points, _ink(route))
    strokes.arrow(tip, _ink(route))


def _leaving(route: Route) -> tuple[Point, ...]:
    """From the symbol's outline to where the line turns towards its track."""
    source = route.source
    if route.port is Port.RIGHT:
        return (Point(source.row, source.right, HALF_WIDTH, 0),)
    if route.port is Port.LEFT:
        return (Point(source.row, source.left, -HALF_WIDTH, 0),)
    bottom = Point(source.row, source.lead, 0, _symbol(source).half_height)
    return bottom, replace(bottom, y=BAND)


def _entry(route: Route, routes: Sequence[Route]) -> float:
    """The height at which a way back enters its target: each its own, the outermost on top.

    Where the target also sends work back, that line leaves at the middle, so all enter below it.
    """
    entering = sorted(
        (other for other in routes if other.is_back and other.target is route.target),
        key=lambda other: -other.track.lane,
    )
    place_of = entering.index(route)
    if any(other.is_back and other.source is route.target for other in routes):
        return min(PORT_GAP, (PORT_REACH + 2) / len(entering)) * (place_of + 1)
    gap = min(PORT_GAP, 2 * PORT_REACH / max(1, len(entering) - 1))
    return gap * (place_of - (len(entering) - 1) / 2)


def _draw_back(strokes: Strokes, route: Route, entry: float, lanes: int) -> None:
    """Out at the left, up its lane in the gutter, in at the left of its target."""
    target, ink = route.target, _ink(route)
    x = ((lanes - 1) / 2 - route.track.lane) * GUTTER_GAP
    tip = Point(target.row, target.left, -_symbol(target).half_width_at(entry), entry)
    lane = Point(route.source.row, GUTTER, x, 0), Point(target.row, GUTTER, x, entry)
    strokes.path((*_leaving(route), *lane, tip), ink)
    strokes.arrow(tip, ink)


def _row(strokes: Strokes, row: int, no: str, step: StepRow | None, columns: int) -> Row:
    tiles = tuple(_tile(strokes, row, column, step) for column in range(columns))
    return Row(no, _tile(strokes, row, GUTTER, None), tiles)


def _tile(strokes: Strokes, row: int, column: int, step: StepRow | None) -> Tile:
    """What is done lies on top of what is not: lines are listed in the order to draw them."""
    return Tile(
        _symbol(step) if step and column in step.columns else None,
        tuple(sorted(strokes.lines[row, column].values(), key=lambda line: line.state)),
        tuple(sorted(strokes.arrows[row, column].values(), key=lambda arrow: arrow.state)),
        tuple(strokes.labels[row, column]),
    )


def _width(column: int, strokes: Strokes, routes: Sequence[Route], bases: Bases) -> int:
    """The least width that keeps symbol, words and lanes of a column inside it."""
    reach = [float(HALF_WIDTH)]
    for (_, where), labels in strokes.labels.items():
        if where == column:
            reach += [max(label.box[2], -label.box[0]) for label in labels]
    reach += [abs(_x(route.track, bases)) for route in routes if route.track.column == column]
    return 2 * round(max(reach) + MARGIN)

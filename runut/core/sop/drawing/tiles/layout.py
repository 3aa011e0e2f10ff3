"""Lays out the flow of an SOP as tiles: symbols in the actors' columns and the lines between.

PermenPANRB 35/2012, flowchart part: capsule, box, diamond, arrows; the flow runs down the form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from runut.core.sop.drawing.tiles.model import (
    BAND,
    GUTTER,
    HALF_WIDTH,
    LABEL_MAX,
    Grid,
    InnerWay,
    Label,
    Row,
    State,
    Symbol,
    Tile,
    TileStep,
    Turn,
    Way,
)
from runut.core.sop.drawing.tiles.strokes import Ink, Point, Strokes
from runut.core.sop.drawing.tiles.tracks import Port, Route, StepRow, Track, place, plan
from runut.core.sop.flow import entered_at, left_at
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut

LANE_FIRST = HALF_WIDTH + 7
LANE_GAP = 6
GUTTER_GAP = 8
MARGIN = 6
PORT_GAP = 8
PORT_REACH = 10
BESIDE = 19
"""Where a word begins beside the corner of a diamond: a short one is not taken for its own text."""
INNER_GAP = 5
"""How far apart from the middle two arrows of a row run that lead there and back."""
INNER_ASIDE, INNER_BELOW = 12, 22
"""Where an arrow of a row runs that passes another symbol: aside of the middle, below them."""

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
        tile_step(langkah, tuple(Way(lanjut.ke, lanjut.jika or "") for lanjut in langkah.lanjut))
        for langkah in sop.langkah
    )


def tile_step(
    langkah: Langkah,
    ways: Sequence[Way],
    state: State = State.PLAIN,
    states: Mapping[str, State] | None = None,
) -> TileStep:
    """The row of a step, with each of its symbols, and each way at the symbol it leaves from.
    ``states``: how far its actors are, where they are not as far as the row."""
    leads = [left_at(langkah, Lanjut(way.to, way.label or None)) or "" for way in ways]
    return TileStep(
        langkah.no,
        tuple(pelaksana.nama for pelaksana in langkah.pelaksana),
        langkah.bentuk,
        tuple(replace(way, leaves=lead) for way, lead in zip(ways, leads, strict=True)),
        state,
        tuple(langkah.symbol_of(one) for one in langkah.pelaksana),
        tuple(InnerWay(one.dari, one.ke, one.jika or "") for one in langkah.dalam),
        entered_at(langkah) or "",
        tuple(states.get(one.nama, state) for one in langkah.pelaksana) if states else (),
    )


def _symbol(step: StepRow, column: int) -> Symbol:
    return Symbol(step.bentuk_at(column), step.step.state_of(step.actor_at(column)))


def _ink(route: Route) -> Ink:
    return Ink(route.pair, route.way.state, route.is_back)


def _draw_bond(strokes: Strokes, step: StepRow) -> None:
    """Joins the symbols of the actors who do one step together; arrows among them say it all."""
    if step.is_parted:
        _draw_inner(strokes, step)
        return
    ink = Ink((step.step.no, step.step.no), step.step.state)
    for left, right in pairwise(sorted(step.columns)):
        ends = Point(step.row, left, HALF_WIDTH, 0), Point(step.row, right, -HALF_WIDTH, 0)
        strokes.path(ends, ink)


def _draw_inner(strokes: Strokes, step: StepRow) -> None:
    """The arrows inside a row: straight from side to side, below where a symbol is between."""
    pairs = [(step.column_of(one.leaves), step.column_of(one.to)) for one in step.step.inner]
    for one, (start, end) in zip(step.step.inner, pairs, strict=True):
        if start == end:
            continue
        ink = Ink((step.step.no, inner_key(one)), step.step.state_of_way(one))
        side = 1 if end > start else -1
        y = -side * INNER_GAP if (end, start) in pairs else 0
        if any(min(start, end) < column < max(start, end) for column in step.columns):
            _draw_below(strokes, step, (start, end), ink)
            continue
        leaves = side * _symbol(step, start).half_width_at(y)
        tip = Point(step.row, end, -side * _symbol(step, end).half_width_at(y), y)
        strokes.path((Point(step.row, start, leaves, y), tip), ink)
        strokes.arrow(tip, ink, Turn.RIGHT if side > 0 else Turn.LEFT)
        if one.label:
            beside = side * (
                BESIDE if step.bentuk_at(start) is Bentuk.KEPUTUSAN else HALF_WIDTH + 3
            )
            aside = (
                y + 9 if y > 0 else y - 9
            )  # below the lower of two, so that none runs through it
            label = Label(one.label, beside, aside, side < 0, ink.state)
            strokes.labels[step.row, start].append(label)


def _draw_below(strokes: Strokes, step: StepRow, ends: tuple[int, int], ink: Ink) -> None:
    start, end = ends
    low = Point(step.row, start, INNER_ASIDE, _symbol(step, start).half_height)
    tip = Point(step.row, end, INNER_ASIDE, _symbol(step, end).half_height)
    under = replace(low, y=INNER_BELOW), replace(tip, y=INNER_BELOW)
    strokes.path((low, *under, tip), ink)
    strokes.arrow(tip, ink, Turn.UP)


def inner_key(way: InnerWay) -> str:
    """How an arrow inside a row is told from ways to other steps, whose numbers hold no arrow."""
    return f"→{way.leaves}→{way.to}"


def _draw_labels(strokes: Strokes, step: StepRow, leaving: list[Route]) -> None:
    """The words of the exits, each beside the line that leaves there and never on it."""
    for port in Port:
        routes = [route for route in leaving if route.port is port and route.way.label]
        for column in sorted({route.start for route in routes}):
            _draw_label(strokes, step, port, [one for one in routes if one.start == column])


def _draw_label(strokes: Strokes, step: StepRow, port: Port, routes: list[Route]) -> None:
    words = " / ".join(dict.fromkeys(route.way.label for route in routes))
    text = words if len(words) <= LABEL_MAX else words[: LABEL_MAX - 1] + "…"
    state = max(route.way.state for route in routes)
    column = routes[0].start
    x = _label_place(step, port, column)
    y = 25 if port is Port.BOTTOM else -9
    is_back = all(route.is_back for route in routes)
    label = Label(text, x, y, port is Port.LEFT, State(state), is_back)
    strokes.labels[step.row, column].append(label)


def _label_place(step: StepRow, port: Port, column: int) -> float:
    """A diamond leaves room beside its upper corner; beside a box the word stands outside."""
    beside = BESIDE if step.bentuk_at(column) is Bentuk.KEPUTUSAN else HALF_WIDTH + 3
    if port is Port.BOTTOM:
        return 5
    return beside if port is Port.RIGHT else -beside


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
    tip = _from_above(target)
    points = (
        *leaving,
        Point(route.source.row, column, x, leaving[-1].y),
        Point(target.row, column, x, -BAND),
        replace(tip, y=-BAND),
        tip,
    )
    strokes.path(points, _ink(route))
    strokes.arrow(tip, _ink(route))


def _from_above(target: StepRow) -> Point:
    return Point(target.row, target.entry, 0, -_symbol(target, target.entry).half_height)


def _leaving(route: Route) -> tuple[Point, ...]:
    """From the symbol's outline to where the line turns towards its track."""
    source = route.source
    if route.port is Port.RIGHT:
        return (Point(source.row, route.start, HALF_WIDTH, 0),)
    if route.port is Port.LEFT:
        return (Point(source.row, route.start, -HALF_WIDTH, 0),)
    bottom = Point(source.row, route.start, 0, _symbol(source, route.start).half_height)
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
    """Out at the left, up its lane in the gutter, in at the left of its target: from above where
    another symbol of its row stands there."""
    target, ink = route.target, _ink(route)
    x = ((lanes - 1) / 2 - route.track.lane) * GUTTER_GAP
    leaving = _leaving(route)
    below = Point(route.source.row, GUTTER, x, leaving[-1].y)
    if target.is_parted and target.entry != target.left:
        tip = _from_above(target)
        lane = below, Point(target.row, GUTTER, x, -BAND), replace(tip, y=-BAND)
        strokes.path((*leaving, *lane, tip), ink)
        strokes.arrow(tip, ink)
        return
    half = _symbol(target, target.left).half_width_at(entry)
    tip = Point(target.row, target.left, -half, entry)
    strokes.path((*leaving, below, Point(target.row, GUTTER, x, entry), tip), ink)
    strokes.arrow(tip, ink, Turn.RIGHT)


def _row(strokes: Strokes, row: int, no: str, step: StepRow | None, columns: int) -> Row:
    tiles = tuple(_tile(strokes, row, column, step) for column in range(columns))
    return Row(no, _tile(strokes, row, GUTTER, None), tiles)


def _tile(strokes: Strokes, row: int, column: int, step: StepRow | None) -> Tile:
    """What is done lies on top of what is not: lines are listed in the order to draw them."""
    return Tile(
        _symbol(step, column) if step and column in step.columns else None,
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

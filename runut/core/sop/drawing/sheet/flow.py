"""The flow of one page in points: symbols, their places, and every way as one line."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from runut.core.sop.drawing.sheet.breaks import OFF_PAGE
from runut.core.sop.drawing.sheet.model import Label
from runut.core.sop.drawing.tiles.layout import inner_key
from runut.core.sop.drawing.tiles.model import BORDER, HALF_WIDTH, Grid, Symbol, Tile, TileStep
from runut.core.sop.model import Bentuk
from runut.core.sop.reading.canvas import Box, Connector, Shape, ShapeKind

Point = tuple[float, float]
Segment = tuple[Point, Point]

_KINDS: Final = {
    Bentuk.MULAI: ShapeKind.TERMINATOR,
    Bentuk.SELESAI: ShapeKind.TERMINATOR,
    Bentuk.PROSES: ShapeKind.PROCESS,
    Bentuk.KEPUTUSAN: ShapeKind.DECISION,
}


@dataclass(frozen=True)
class TilePlace:
    """Where a tile lies on the page, and the centre its drawing is measured from."""

    box: Box
    x: float
    y: float


@dataclass(frozen=True)
class Plan:
    """The places of all tiles of a page: by row, the gutter first, then the actors."""

    rows: tuple[tuple[TilePlace, ...], ...]
    unit: float


@dataclass(frozen=True)
class Flow:
    shapes: tuple[Shape, ...]
    connectors: tuple[Connector, ...]
    labels: tuple[Label, ...]


def place_tiles(
    lefts: Sequence[float],
    widths: Sequence[float],
    gutter: float,
    rows: Sequence[tuple[float, float, float]],
    unit: float,
) -> Plan:
    """The places of tiles in actors' columns; ``rows`` are (top, bottom, centre) of each."""
    edges = [(lefts[0], lefts[0] + gutter), (lefts[0] + gutter, lefts[0] + widths[0])]
    edges += [(left, left + width) for left, width in zip(lefts[1:], widths[1:], strict=True)]
    return Plan(
        tuple(
            tuple(TilePlace(Box(a, top, b, bottom), (a + b) / 2, centre) for a, b in edges)
            for top, bottom, centre in rows
        ),
        unit,
    )


def draw_flow(grid: Grid, steps: Sequence[TileStep], plan: Plan) -> Flow:
    """All that is drawn over the actors' columns of a page. ``steps`` are the grid's rows."""
    shapes: dict[tuple[int, int], Shape] = {}
    pieces: defaultdict[tuple[str, str], list[Segment]] = defaultdict(list)
    tips: dict[tuple[str, str], Point] = {}
    labels = []
    for at, row in enumerate(grid.rows):
        for column, (tile, place) in enumerate(
            zip((row.gutter, *row.tiles), plan.rows[at], strict=True)
        ):
            if tile.symbol:
                key = f"{steps[at].no}:{at}.{column}"
                shapes[at, column - 1] = _shape(key, tile.symbol, place, plan.unit)
            labels += _labels(tile, place, plan.unit)
            for line in tile.lines:
                piece = _segment((line.x1, line.y1, line.x2, line.y2), place, plan.unit)
                for pair in line.ways:
                    pieces[pair].append(piece)
            for arrow in tile.arrows:
                for pair in arrow.ways:
                    tips[pair] = _at(arrow.x, arrow.y, place, plan.unit)
    parted = {at for at, step in enumerate(steps) if step.inner}
    connectors = [*_bonds(shapes, parted), *_ways(steps, pieces, tips, list(shapes.values()))]
    return Flow(tuple(shapes.values()), tuple(connectors), tuple(labels))


def _shape(key: str, symbol: Symbol, place: TilePlace, unit: float) -> Shape:
    half_width, half_height = HALF_WIDTH * unit, symbol.half_height * unit
    box = Box(
        place.x - half_width, place.y - half_height, place.x + half_width, place.y + half_height
    )
    if key.startswith(OFF_PAGE):
        text = key.removeprefix(OFF_PAGE).rpartition(":")[0]
        return Shape(key, ShapeKind.OFF_PAGE, box, text)
    return Shape(key, _KINDS[symbol.bentuk], box)


def _at(x: float, y: float, place: TilePlace, unit: float) -> Point:
    across = {-BORDER: place.box.left, BORDER: place.box.right}
    down = {-BORDER: place.box.top, BORDER: place.box.bottom}
    return (
        round(across.get(x, place.x + x * unit), 3),
        round(down.get(y, place.y + y * unit), 3),
    )


def _segment(ends: tuple[float, float, float, float], place: TilePlace, unit: float) -> Segment:
    x1, y1, x2, y2 = ends
    return _at(x1, y1, place, unit), _at(x2, y2, place, unit)


def _labels(tile: Tile, place: TilePlace, unit: float) -> list[Label]:
    found = []
    for label in tile.labels:
        left, top, right, bottom = (value * unit for value in label.box)
        box = Box(place.x + left, place.y + top, place.x + right, place.y + bottom)
        found.append(Label(label.text, box))
    return found


def _bonds(shapes: dict[tuple[int, int], Shape], parted: set[int]) -> list[Connector]:
    """The lines that join the symbols of actors who do one step together; rows that are parted
    have arrows instead."""
    return [
        Connector(
            (
                (one.box.right, (one.box.top + one.box.bottom) / 2),
                (other.box.left, (other.box.top + other.box.bottom) / 2),
            ),
            one.key,
            other.key,
        )
        for ((row, _), one), ((row_of_other, _), other) in pairwise(sorted(shapes.items()))
        if row == row_of_other and row not in parted
    ]


def _ways(
    steps: Sequence[TileStep],
    pieces: dict[tuple[str, str], list[Segment]],
    tips: dict[tuple[str, str], Point],
    shapes: Sequence[Shape],
) -> list[Connector]:
    words: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for step in steps:
        for way in step.ways:
            words[step.no, way.to].append(way.label)
        for inner in step.inner:
            words[step.no, inner_key(inner)].append(inner.label)
    found = []
    for pair, tip in tips.items():
        points = _corners(_chain(pieces[pair], tip))
        target = pair[0] if pair[1].startswith("→") else pair[1]
        start, end = _nearest(shapes, pair[0], points[0]), _nearest(shapes, target, tip)
        text = " / ".join(word for word in words[pair] if word)
        found.append(Connector(points, start.key, end.key, has_head_at_end=True, text=text))
    return found


def _nearest(shapes: Sequence[Shape], no: str, point: Point) -> Shape:
    """The symbol of a step at which a line ends: a step has one for each of its actors."""
    own = [shape for shape in shapes if shape.key.rpartition(":")[0] == no]
    return min(own, key=lambda shape: _gap(shape.box, point))


def _gap(box: Box, point: Point) -> float:
    x, y = point
    return max(box.left - x, x - box.right, 0) + max(box.top - y, y - box.bottom, 0)


def _chain(pieces: Sequence[Segment], tip: Point) -> list[Point]:
    """The pieces of one way put end to end, from its step to the tip of its arrow."""
    left, points = list(dict.fromkeys(pieces)), [tip]
    while True:
        ahead = [piece for piece in left if points[-1] in piece]
        if not ahead:
            return points[::-1]
        piece = next((one for one in ahead if _goes_on(points, one)), ahead[0])
        left.remove(piece)
        points.append(piece[1] if piece[0] == points[-1] else piece[0])


def _goes_on(points: Sequence[Point], piece: Segment) -> bool:
    """Whether a piece leads straight on, where pieces of one way touch by chance."""
    if len(points) < 2:
        return True
    (x1, y1), (x2, y2) = points[-2:]
    return (x1 == x2) == (piece[0][0] == piece[1][0]) and (y1 == y2) == (piece[0][1] == piece[1][1])


def _corners(points: Sequence[Point]) -> tuple[Point, ...]:
    corners: list[Point] = []
    for point in points:
        if len(corners) > 1 and (
            corners[-2][0] == corners[-1][0] == point[0]
            or corners[-2][1] == corners[-1][1] == point[1]
        ):
            corners.pop()
        if not corners or corners[-1] != point:
            corners.append(point)
    return tuple(corners)

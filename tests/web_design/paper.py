"""Puts a drawing of tiles on paper of any row heights and column widths, to measure it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from runut.core.sop.drawing.tiles.model import BORDER, GUTTER, Arrow, Grid, Label, Symbol, Tile

Pair = tuple[str, str]
NEAR = 0.001


@dataclass(frozen=True)
class Segment:
    x1: float
    y1: float
    x2: float
    y2: float
    ways: tuple[Pair, ...]
    is_back: bool

    @property
    def ends(self) -> tuple[tuple[float, float], tuple[float, float]]:
        return (round(self.x1, 3), round(self.y1, 3)), (round(self.x2, 3), round(self.y2, 3))

    def runs_along(self, other: "Segment") -> bool:
        """Whether both cover a common stretch, not only a point."""
        if max(abs(self.x1 - x) for x in (self.x2, other.x1, other.x2)) < NEAR:
            return min(self.y2, other.y2) - max(self.y1, other.y1) > NEAR
        if max(abs(self.y1 - y) for y in (self.y2, other.y1, other.y2)) < NEAR:
            return min(self.x2, other.x2) - max(self.x1, other.x1) > NEAR
        return False

    def touches(self, left: float, top: float, right: float, bottom: float) -> bool:
        return self.x1 < right and self.x2 > left and self.y1 < bottom and self.y2 > top


@dataclass(frozen=True)
class Spot:
    """The middle of a tile on the paper."""

    no: str
    row: int
    column: int
    x: float
    y: float


@dataclass(frozen=True)
class Paper:
    segments: tuple[Segment, ...]
    symbols: tuple[tuple[Spot, Symbol], ...]
    arrows: tuple[tuple[Spot, Arrow], ...]
    labels: tuple[tuple[Spot, Label], ...]

    def of(self, pair: Pair, *, is_back: bool) -> list[Segment]:
        return [s for s in self.segments if pair in s.ways and s.is_back == is_back]


def put_on_paper(grid: Grid, heights: Sequence[float], spare_width: float) -> Paper:
    """Draws ``grid`` in rows of these heights and columns a little wider than they must be."""
    widths = [float(grid.gutter_width), *(width + spare_width for width in grid.widths)]
    lefts, tops = [0.0, *accumulate(widths)], [0.0, *accumulate(heights)]
    segments: list[Segment] = []
    spots: list[tuple[Spot, Tile]] = []
    for row, column, tile in _tiles(grid):
        width, height = widths[column + 1], heights[row]
        spot = Spot(
            grid.rows[row].no, row, column, lefts[column + 1] + width / 2, tops[row] + height / 2
        )
        spots.append((spot, tile))
        for line in tile.lines:
            x1, x2 = (spot.x + _within(x, width / 2) for x in (line.x1, line.x2))
            y1, y2 = (spot.y + _within(y, height / 2) for y in (line.y1, line.y2))
            segments.append(Segment(x1, y1, x2, y2, line.ways, line.is_back))
    return Paper(
        tuple(segments),
        tuple((spot, tile.symbol) for spot, tile in spots if tile.symbol),
        tuple((spot, arrow) for spot, tile in spots for arrow in tile.arrows),
        tuple((spot, label) for spot, tile in spots for label in tile.labels),
    )


def _tiles(grid: Grid) -> Iterator[tuple[int, int, Tile]]:
    for number, row in enumerate(grid.rows):
        yield number, GUTTER, row.gutter
        for column, tile in enumerate(row.tiles):
            yield number, column, tile


def _within(offset: float, half: float) -> float:
    """An offset from the middle; a border is half the tile away, and nothing lies beyond it."""
    if abs(offset) == BORDER:
        return half if offset > 0 else -half
    assert abs(offset) <= half, f"{offset} lies outside a tile of {2 * half}"
    return offset

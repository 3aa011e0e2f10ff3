"""Cuts the long lines of a drawing into pieces, one per tile, and keeps them until all is drawn."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from runut.core.sop.drawing.tiles.model import BORDER, Arrow, Label, Line, State, Turn

Where = tuple[int, int]
"""Row and column of a tile."""


@dataclass(frozen=True)
class Ink:
    """Whose line it is (source and target) and how it looks."""

    pair: tuple[str, str]
    state: State
    is_back: bool = False


@dataclass(frozen=True)
class Point:
    row: int
    column: int
    x: float
    y: float


@dataclass
class Strokes:
    """What is drawn so far, by tile; equal pieces of several ways are one line."""

    lines: dict[Where, dict[tuple[float, float, float, float, bool], Line]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    arrows: dict[Where, dict[tuple[float, float, bool], Arrow]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    labels: dict[Where, list[Label]] = field(default_factory=lambda: defaultdict(list))

    def path(self, points: Sequence[Point], ink: Ink) -> None:
        """A line through ``points``, each in the row or the column of the one before it."""
        corners = _corners(points)
        for start, end in pairwise(corners):
            if (start.column, start.x) == (end.column, end.x):
                top, bottom = sorted((start, end), key=lambda point: (point.row, point.y))
                self._down(top, bottom, ink)
            else:
                left, right = sorted((start, end), key=lambda point: (point.column, point.x))
                self._across(left, right, ink)

    def _across(self, left: Point, right: Point, ink: Ink) -> None:
        for column in range(left.column, right.column + 1):
            x1 = left.x if column == left.column else -BORDER
            x2 = right.x if column == right.column else BORDER
            self._add((left.row, column), (x1, left.y, x2, left.y), ink)

    def _down(self, top: Point, bottom: Point, ink: Ink) -> None:
        for row in range(top.row, bottom.row + 1):
            y1 = top.y if row == top.row else -BORDER
            y2 = bottom.y if row == bottom.row else BORDER
            self._add((row, top.column), (top.x, y1, top.x, y2), ink)

    def arrow(self, tip: Point, ink: Ink, turn: Turn = Turn.DOWN) -> None:
        drawn = self.arrows[tip.row, tip.column]
        known = drawn.get((tip.x, tip.y, ink.is_back))
        ways = _with(known.ways if known else (), ink)
        state = max(known.state if known else ink.state, ink.state)
        drawn[tip.x, tip.y, ink.is_back] = Arrow(tip.x, tip.y, ways, state, ink.is_back, turn)

    def _add(self, at: Where, ends: tuple[float, float, float, float], ink: Ink) -> None:
        known = self.lines[at].get((*ends, ink.is_back))
        ways = _with(known.ways if known else (), ink)
        state = max(known.state if known else ink.state, ink.state)
        self.lines[at][(*ends, ink.is_back)] = Line(*ends, ways, state, ink.is_back)


def _corners(points: Sequence[Point]) -> list[Point]:
    """The points where a line really turns, and its ends."""
    corners: list[Point] = []
    for point in points:
        if corners and point == corners[-1]:
            continue
        if len(corners) > 1 and _is_straight(corners[-2], corners[-1], point):
            corners.pop()
        corners.append(point)
    return corners


def _is_straight(one: Point, middle: Point, other: Point) -> bool:
    columns = {(point.column, point.x) for point in (one, middle, other)}
    rows = {(point.row, point.y) for point in (one, middle, other)}
    return len(columns) == 1 or len(rows) == 1


def _with(ways: tuple[tuple[str, str], ...], ink: Ink) -> tuple[tuple[str, str], ...]:
    return ways if ink.pair in ways else (*ways, ink.pair)

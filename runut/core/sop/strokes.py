"""Cuts the long lines of a drawing into pieces, one per tile, and keeps them until all is drawn."""

from collections import defaultdict
from dataclasses import dataclass, field

from runut.core.sop.tile import BORDER, Arrow, Label, Line, State

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

    def across(self, one: Point, other: Point, ink: Ink) -> None:
        """A horizontal line between two points of one row, at one height."""
        left, right = sorted((one, other), key=lambda point: (point.column, point.x))
        for column in range(left.column, right.column + 1):
            x1 = left.x if column == left.column else -BORDER
            x2 = right.x if column == right.column else BORDER
            self._add((left.row, column), (x1, left.y, x2, left.y), ink)

    def down(self, one: Point, other: Point, ink: Ink) -> None:
        """A vertical line between two points of one column, at one place across."""
        top, bottom = sorted((one, other), key=lambda point: (point.row, point.y))
        for row in range(top.row, bottom.row + 1):
            y1 = top.y if row == top.row else -BORDER
            y2 = bottom.y if row == bottom.row else BORDER
            self._add((row, top.column), (top.x, y1, top.x, y2), ink)

    def arrow(self, tip: Point, ink: Ink) -> None:
        drawn = self.arrows[tip.row, tip.column]
        known = drawn.get((tip.x, tip.y, ink.is_back))
        ways = _with(known.ways if known else (), ink)
        state = max(known.state if known else ink.state, ink.state)
        drawn[tip.x, tip.y, ink.is_back] = Arrow(tip.x, tip.y, ways, state, ink.is_back)

    def _add(self, at: Where, ends: tuple[float, float, float, float], ink: Ink) -> None:
        if ends[:2] == ends[2:]:
            return
        known = self.lines[at].get((*ends, ink.is_back))
        ways = _with(known.ways if known else (), ink)
        state = max(known.state if known else ink.state, ink.state)
        self.lines[at][(*ends, ink.is_back)] = Line(*ends, ways, state, ink.is_back)


def _with(ways: tuple[tuple[str, str], ...], ink: Ink) -> tuple[tuple[str, str], ...]:
    return ways if ink.pair in ways else (*ways, ink.pair)

"""What a PDF page paints, as facts: letters and drawn paths, in points from its upper left."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from runut.core.sop.reading.canvas import Box

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Letter:
    """One painted character. ``turn`` is its direction: 0 to the right, 90 upwards, 270 down."""

    char: str
    box: Box
    turn: int
    size: float


@dataclass(frozen=True)
class Trace:
    """One painted subpath. ``curves`` counts its curved pieces; ``path`` is its order on the page.

    The last point of a closed trace is not its first one again.
    """

    points: tuple[Point, ...]
    path: int
    is_closed: bool = False
    is_filled: bool = False
    is_stroked: bool = False
    is_dark: bool = True
    curves: int = 0
    straight: float = 0.0
    width: float = 0.0

    @cached_property
    def box(self) -> Box:
        return box_of(self.points)


@dataclass(frozen=True)
class Painted:
    """One page: its size, letters and traces; ``picture`` is the share of it under images."""

    width: float
    height: float
    letters: tuple[Letter, ...]
    traces: tuple[Trace, ...]
    picture: float
    unknown: int
    is_cut: bool


def box_of(points: tuple[Point, ...]) -> Box:
    """The smallest box around points."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


def width_of(box: Box) -> float:
    return box.right - box.left


def height_of(box: Box) -> float:
    return box.bottom - box.top


def holds(box: Box, point: Point, slack: float = 0.0) -> bool:
    """Whether a point lies in a box, or at most ``slack`` points beside it."""
    return (
        box.left - slack <= point[0] <= box.right + slack
        and box.top - slack <= point[1] <= box.bottom + slack
    )

"""What a PDF page paints, as facts: letters and drawn paths, in points from its upper left."""

from dataclasses import dataclass
from functools import cached_property

from runut.core.sop.reading.canvas import Box
from runut.files.geometry import Point, box_of


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
    pictures: tuple[Box, ...] = ()

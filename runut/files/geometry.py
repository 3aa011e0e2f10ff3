"""One geometry for all formats: points, the boxes around them, and the ways they are moved.

Lengths are points (1/72 inch); x runs to the right and y downwards, as on the canvas of the core.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Final, TypeAlias

from runut.core.sop.reading.canvas import Box, around

Point: TypeAlias = tuple[float, float]

EMU: Final = 12_700.0
"""English metric units in a point: how Office counts lengths."""


@dataclass(frozen=True)
class Affine:
    """Turning, stretching and moving at once: x' = a·x + c·y + e; y' = b·x + d·y + f.

    >>> Affine(a=2, e=10)((3, 4))
    (16.0, 4.0)
    """

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, point: Point) -> Point:
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: "Affine") -> "Affine":
        """This one applied to what ``first`` gives."""
        return Affine(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            *self((first.e, first.f)),
        )

    def bounds(self, box: Box) -> Box:
        """The upright box around a moved box."""
        (left, top), (right, bottom) = (box.left, box.top), (box.right, box.bottom)
        return box_of(map(self, ((left, top), (right, top), (right, bottom), (left, bottom))))

    @property
    def scale(self) -> float:
        """How much longer a line becomes, whichever way it runs."""
        return float(abs(self.a * self.d - self.b * self.c) ** 0.5)


@dataclass(frozen=True)
class Turn:
    """How a thing is turned (degrees clockwise) and mirrored within its own box."""

    degrees: float = 0.0
    flips_x: bool = False
    flips_y: bool = False

    @property
    def is_sideways(self) -> bool:
        """Whether height and width have changed places."""
        return 45 <= self.degrees % 180 < 135

    def around(self, box: Box) -> Affine:
        """The mirroring, then the turning, about the middle of the box."""
        x, y = box.centre
        sx, sy = -1.0 if self.flips_x else 1.0, -1.0 if self.flips_y else 1.0
        turned, lifted = cos(radians(self.degrees)), sin(radians(self.degrees))
        a, b, c, d = turned * sx, lifted * sx, -lifted * sy, turned * sy
        return Affine(a, b, c, d, x - a * x - c * y, y - b * x - d * y)

    def seen(self, box: Box, parts: Iterable[Point]) -> tuple[Point, ...]:
        """Places given in parts of the box, where the turned thing shows them."""
        move = self.around(box)
        return tuple(move(part_of(box, part)) for part in parts)

    def lies(self, box: Box) -> Box:
        """The box as it lies: on its side where it is turned by more than 45 degrees."""
        return swapped(box) if self.is_sideways else box


def shift(x: float, y: float) -> Affine:
    """Moving, without turning or stretching."""
    return Affine(e=x, f=y)


def fit(inner: Box, outer: Box) -> Affine:
    """The stretching that brings a group's own measure onto its box."""
    a, d = _ratio(outer.width, inner.width), _ratio(outer.height, inner.height)
    return Affine(a, 0.0, 0.0, d, outer.left - a * inner.left, outer.top - d * inner.top)


def _ratio(outer: float, inner: float) -> float:
    return outer / inner if inner > 0 else 1.0


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box that holds the points; there is at least one."""
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def smallest(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all boxes; there is at least one."""
    found = around(tuple(boxes))
    if found is None:
        raise ValueError("no boxes")
    return found


def swapped(box: Box) -> Box:
    """The box with height and width exchanged about its middle."""
    (x, y), half_width, half_height = box.centre, box.width / 2, box.height / 2
    return Box(x - half_height, y - half_width, x + half_height, y + half_width)


def part_of(box: Box, part: Point) -> Point:
    """A place given in parts of a box.

    >>> part_of(Box(10, 10, 30, 20), (0.5, 1.0))
    (20.0, 20.0)
    """
    return box.left + part[0] * box.width, box.top + part[1] * box.height


def unit_square(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points as parts of the smallest box that holds them; a box without a side counts one."""
    box = box_of(points)
    wide, high = box.width or 1.0, box.height or 1.0
    return tuple(((x - box.left) / wide, (y - box.top) / high) for x, y in points)


def holds(box: Box, point: Point, slack: float = 0.0) -> bool:
    """Whether a point lies in a box, or at most ``slack`` points beside it."""
    return (
        box.left - slack <= point[0] <= box.right + slack
        and box.top - slack <= point[1] <= box.bottom + slack
    )


def emu_of(points: float) -> int:
    """A length as Office writes it."""
    return round(points * EMU)

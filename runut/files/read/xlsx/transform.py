"""Where a drawn thing ends up on paper: turned, mirrored, and scaled by the groups around it."""

from dataclasses import dataclass
from math import cos, radians, sin

from runut.core.sop.reading.canvas import Box
from runut.files.read.xlsx.parts import Node

Point = tuple[float, float]

POINTS_PER_EMU = 1 / 12_700
_UNITS_PER_DEGREE = 60_000
_FARTHEST = 1e7
"""Points; a place beyond it is a broken number, no drawing."""


@dataclass(frozen=True)
class Affine:
    """x' = a·x + c·y + e; y' = b·x + d·y + f."""

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


@dataclass(frozen=True)
class Turn:
    """How a thing is turned (degrees clockwise) and mirrored within its own box."""

    degrees: float = 0.0
    flips_x: bool = False
    flips_y: bool = False

    @property
    def is_sideways(self) -> bool:
        """Whether height and width have changed places: programs anchor such a box as seen."""
        return 45 <= self.degrees % 180 < 135

    def around(self, box: Box) -> Affine:
        """The mirroring, then the turning, about the middle of the box."""
        x, y = box.centre
        sx, sy = -1.0 if self.flips_x else 1.0, -1.0 if self.flips_y else 1.0
        turned, lifted = cos(radians(self.degrees)), sin(radians(self.degrees))
        a, b, c, d = turned * sx, lifted * sx, -lifted * sy, turned * sy
        return Affine(a, b, c, d, x - a * x - c * y, y - b * x - d * y)


def read_turn(xfrm: Node | None) -> Turn:
    """The turn written at a ``xfrm``."""
    if xfrm is None:
        return Turn()
    on = ("1", "true")
    return Turn(
        _number(xfrm.get("rot")) / _UNITS_PER_DEGREE % 360,
        xfrm.get("flipH") in on,
        xfrm.get("flipV") in on,
    )


def read_box(xfrm: Node | None, place: str = "off", size: str = "ext") -> Box | None:
    """The box written at a ``xfrm`` (``chOff`` and ``chExt``: a group's own measure), in points."""
    if xfrm is None:
        return None
    off, ext = xfrm.find(f"{{*}}{place}"), xfrm.find(f"{{*}}{size}")
    if off is None or ext is None:
        return None
    left, top = emu(off.get("x")), emu(off.get("y"))
    width, height = max(emu(ext.get("cx")), 0.0), max(emu(ext.get("cy")), 0.0)
    return Box(left, top, left + width, top + height)


def fit(inner: Box, outer: Box) -> Affine:
    """The scaling that brings a group's own measure onto its box."""
    a = _ratio(outer.right - outer.left, inner.right - inner.left)
    d = _ratio(outer.bottom - outer.top, inner.bottom - inner.top)
    return Affine(a, 0.0, 0.0, d, outer.left - a * inner.left, outer.top - d * inner.top)


def swapped(box: Box) -> Box:
    """The box with height and width exchanged about its middle."""
    x, y = box.centre
    half_width, half_height = (box.right - box.left) / 2, (box.bottom - box.top) / 2
    return Box(x - half_height, y - half_width, x + half_height, y + half_width)


def bounds(box: Box, move: Affine) -> Box:
    """The upright box around a moved box."""
    corners = (
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    )
    moved = [move(corner) for corner in corners]
    xs, ys = [x for x, _ in moved], [y for _, y in moved]
    return Box(min(xs), min(ys), max(xs), max(ys))


def emu(value: str | None) -> float:
    """A length written in EMU (914,400 to the inch), in points."""
    return _number(value) * POINTS_PER_EMU


def _number(value: str | None) -> float:
    try:
        number = float(value or 0)
    except ValueError:
        return 0.0
    return number if abs(number) < _FARTHEST / POINTS_PER_EMU else 0.0


def _ratio(outer: float, inner: float) -> float:
    return outer / inner if inner > 0 else 1.0

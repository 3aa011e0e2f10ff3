"""From the coordinates of a PDF page to those of the page as it is looked at."""

import ctypes
from dataclasses import dataclass, replace
from typing import Any, Final

import pypdfium2.raw as pdfium

from runut.core.sop.reading.canvas import Box
from runut.files.read.pdf.marks import Point

LARGEST: Final = 20_000.0
"""Points: whatever lies farther out is not on any page."""


@dataclass(frozen=True)
class Matrix:
    """The six numbers of a PDF transformation."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def map(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: "Matrix") -> "Matrix":
        """First this one, then ``outer``."""
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            *outer.map(self.e, self.f),
        )

    @property
    def scale(self) -> float:
        return float(abs(self.a * self.d - self.b * self.c) ** 0.5)


@dataclass(frozen=True)
class Plane:
    """The visible box of a page in its own coordinates (y upwards) and its turn in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        across, up = self.right - self.left, self.top - self.bottom
        return (up, across) if self.turn in (90, 270) else (across, up)

    def turned(self, degrees: int) -> "Plane":
        """The same page, turned further."""
        return replace(self, turn=(self.turn + degrees) % 360)

    def seen(self, x: float, y: float) -> Point:
        """A point of the page where the reader sees it."""
        if self.turn == 90:
            return y - self.bottom, x - self.left
        if self.turn == 180:
            return self.right - x, y - self.bottom
        if self.turn == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def seen_box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (x1, y1), (x2, y2) = self.seen(left, bottom), self.seen(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def plane_of(page: Any) -> Plane:
    """How a page of pypdfium2 is looked at."""
    left, bottom, right, top = page.get_bbox()
    return Plane(left, bottom, right, top, page.get_rotation())


def matrix_of(thing: Any) -> Matrix:
    """The transformation of a page object."""
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(raw)):
        return Matrix()
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)

"""From the coordinates of a PDF page to those of the page as it is looked at."""

import ctypes
from dataclasses import dataclass, replace
from typing import Any, Final

import pypdfium2.raw as pdfium

from runut.core.sop.reading.canvas import Box
from runut.files.geometry import Affine, Point, box_of

LARGEST: Final = 20_000.0
"""Points: whatever lies farther out is not on any page."""


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
        return box_of((self.seen(left, bottom), self.seen(right, top)))


def plane_of(page: Any) -> Plane:
    """How a page of pypdfium2 is looked at."""
    left, bottom, right, top = page.get_bbox()
    return Plane(left, bottom, right, top, page.get_rotation())


def matrix_of(thing: Any) -> Affine:
    """The transformation of a page object."""
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(raw)):
        return Affine()
    return Affine(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)

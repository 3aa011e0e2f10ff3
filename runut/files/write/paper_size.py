"""The sheet of paper: sizes and margins of official papers, the same in PDF and DOCX."""

from dataclasses import dataclass
from typing import Literal

POINTS_PER_MM = 72 / 25.4
_SIZES_MM = {"a4": (210, 297), "f4": (215, 330)}


@dataclass(frozen=True)
class Page:
    """One page: size and margins in mm (left wider, for the binding)."""

    width: int
    height: int
    left: int = 30
    right: int = 20
    top: int = 25
    bottom: int = 25

    @property
    def room(self) -> float:
        """Width between the margins, in points."""
        return (self.width - self.left - self.right) * POINTS_PER_MM

    @property
    def depth(self) -> float:
        """Height between the margins, in points."""
        return (self.height - self.top - self.bottom) * POINTS_PER_MM


def page_of(paper: Literal["a4", "f4"], landscape: bool) -> Page:
    """The page of a paper, upright or lying.

    >>> page_of("f4", landscape=True).width
    330
    """
    short, long = _SIZES_MM[paper]
    return Page(long, short) if landscape else Page(short, long)

"""A file as its reader found it, before it is understood: cells, drawn shapes, lines, words.

Readers of Word, Excel, PDF, HTML and text all fill this one model; ``assemble`` reads an SOP out
of it. Lengths are points (1/72 inch); the origin is the upper left corner of the page or sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Box:
    """A rectangle on a page: ``right`` ≥ ``left``, ``bottom`` ≥ ``top``."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def around(boxes: Sequence[Box]) -> Box | None:
    """The smallest box that holds all."""
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


class ShapeKind(StrEnum):
    """What a drawn shape means in the form, whatever its file calls the geometry."""

    PROCESS = "proses"
    DECISION = "keputusan"
    TERMINATOR = "terminator"
    OFF_PAGE = "penghubung halaman"
    OTHER = "lain"
    PICTURE = "gambar"
    """A picture the size of a symbol: whose it is shows, which symbol it is does not."""


@dataclass(frozen=True)
class Words:
    """Words outside any table cell, or the lines of a page where no table was found."""

    text: str
    box: Box | None = None


@dataclass(frozen=True)
class Cell:
    """One cell of a table. Lines of ``text`` are parted by newlines, as typed.

    ``sel`` is its name in a workbook (``Lembar1!C7``); ``box`` is where it lies, when known.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None
    sel: str | None = None


@dataclass(frozen=True)
class Table:
    """The cells of one table on one page, in reading order; rows and columns count from 0."""

    cells: tuple[Cell, ...]
    box: Box | None = None


@dataclass(frozen=True)
class Shape:
    """A closed drawn shape. ``keyakinan`` (0..1) is how sure its kind is.

    ``at`` is the row and the column of the cell that holds it, where the file says so (a shape
    inside a cell); otherwise its ``box`` decides.
    """

    key: str
    kind: ShapeKind
    box: Box
    text: str = ""
    keyakinan: float = 1.0
    at: tuple[int, int] | None = None


@dataclass(frozen=True)
class Connector:
    """A line from one shape to another, in the order of its ``points``.

    ``start`` and ``end`` are keys of shapes where the file glues them. Heads say where the
    arrow points; a line with no head at all is read in the order of its points.
    """

    points: tuple[tuple[float, float], ...]
    start: str | None = None
    end: str | None = None
    has_head_at_start: bool = False
    has_head_at_end: bool = False
    text: str = ""


@dataclass(frozen=True)
class Page:
    """One page, or one sheet (``name``). ``has_picture``: an image covers a good part of it;
    ``is_scanned``: its words lie over that image, found by a program that knows letters."""

    number: int
    width: float
    height: float
    tables: tuple[Table, ...] = ()
    shapes: tuple[Shape, ...] = ()
    connectors: tuple[Connector, ...] = ()
    words: tuple[Words, ...] = ()
    name: str = ""
    has_picture: bool = False
    is_scanned: bool = False


@dataclass(frozen=True)
class Canvas:
    """All pages of one file."""

    pages: tuple[Page, ...]

"""A Word file laid out on pages: where each row, line of words and anchor comes to lie."""

from dataclasses import dataclass, field

from runut.core.sop.reading.canvas import Box, Words
from runut.files.read.docx.blocks import Section
from runut.files.read.docx.drawn import Drawing


@dataclass
class LaidCell:
    """A cell of a piece; ``row`` counts within the piece."""

    row: int
    column: int
    column_span: int
    text: str
    row_span: int = 1
    is_new: bool = True


@dataclass
class Piece:
    """The part of one table that lies on one page. ``edges`` are the columns', from the left.

    ``table`` counts the tables of the file from 0, -1 one within a cell; ``first`` is the first
    row of its own on this page; ``is_head`` tells of each row whether it heads the table.
    """

    edges: tuple[float, ...]
    table: int
    first: int = 1_000_000
    tops: list[float] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)
    cells: list[LaidCell] = field(default_factory=list)
    is_head: list[bool] = field(default_factory=list)

    def box(self, cell: LaidCell) -> Box:
        """Where a cell lies."""
        return Box(
            self.edges[cell.column],
            self.tops[cell.row],
            self.edges[min(cell.column + cell.column_span, len(self.edges) - 1)],
            self.bottoms[min(cell.row + cell.row_span, len(self.bottoms)) - 1],
        )


@dataclass(frozen=True)
class Home:
    """The cell in which an anchor stands: its piece, its row there, and its sides."""

    piece: Piece
    row: int
    column: int
    span: int
    left: float
    right: float


@dataclass(frozen=True)
class Hanging:
    """A drawing and the paragraph it hangs on: its top and the sides of its column."""

    drawing: Drawing
    top: float
    left: float
    right: float
    align: str = "left"
    home: Home | None = None


@dataclass
class Sheet:
    """One page, filling up."""

    section: Section
    pieces: list[Piece] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    hangings: list[Hanging] = field(default_factory=list)

    @property
    def bottom(self) -> float:
        return self.section.height - self.section.bottom

"""The body of a Word file as paragraphs and tables in sections: what is laid out on pages."""

from dataclasses import dataclass

from runut.core.sop.reading.block import label_of
from runut.files.read.docx.words import Paragraph

_IDENTITY = 2
"""Labels that make tables an identity block."""


class TooMuch(Exception):
    """More cells or shapes than any SOP has."""


@dataclass(frozen=True)
class TableCell:
    """A cell on the columns ``column`` .. ``column + span - 1`` of its table's grid."""

    column: int
    span: int
    blocks: tuple["Block", ...]
    continues_above: bool = False
    width: float | None = None
    align: str = "top"
    is_turned: bool = False


@dataclass(frozen=True)
class TableRow:
    """``rule`` says what ``height`` (points) means: ``exact``, ``atLeast`` or nothing set."""

    cells: tuple[TableCell, ...]
    height: float = 0.0
    rule: str = "auto"
    is_header: bool = False
    may_split: bool = True


@dataclass(frozen=True)
class Float:
    """Where a table stands that text flows around; lengths in points, names as in the file."""

    x: float
    y: float
    x_from: str
    y_from: str
    x_align: str | None = None


@dataclass(frozen=True, eq=False)
class TableBlock:
    """A table before it is laid out. ``margins``: left, top, right, bottom within a cell.

    Equal only to itself: its heights are remembered by it.
    """

    widths: tuple[float, ...]
    rows: tuple[TableRow, ...]
    indent: float = 0.0
    align: str = "left"
    margins: tuple[float, float, float, float] = (5.4, 0.0, 5.4, 0.0)
    floats: Float | None = None


Block = Paragraph | TableBlock


@dataclass(frozen=True)
class Section:
    """The paper of a part of the file, in points, and what is on it.

    ``head`` are the tables of its page header where those hold an identity block, ``head_top``
    is where they begin.
    """

    blocks: tuple[Block, ...]
    width: float = 595.3
    height: float = 841.9
    left: float = 72.0
    top: float = 72.0
    right: float = 72.0
    bottom: float = 72.0
    is_continuous: bool = False
    head: tuple[TableBlock, ...] = ()
    head_top: float = 36.0


def holds_identity(blocks: tuple[Block, ...]) -> bool:
    """Whether labels of an identity block stand in the tables among some blocks."""
    cells = [c for b in blocks if isinstance(b, TableBlock) for row in b.rows for c in row.cells]
    lines = [b.text for cell in cells for b in cell.blocks if isinstance(b, Paragraph)]
    return sum(label_of(line) is not None for line in lines) >= _IDENTITY

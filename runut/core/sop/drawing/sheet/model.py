"""The official form laid out on paper: cells with their lines, symbols, arrows, page by page.

Lengths are points (1/72 inch); the origin is the upper left corner of the page. The writers of
SVG, PDF, Word and Excel all draw this one layout.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from runut.core.sop.reading.canvas import Box, Connector, Shape

Measure = Callable[[str, float, bool], float]
"""How wide a text runs on one line: text, type size, bold."""

PAD = 3.0
"""Between the border of a cell and its words."""
LINE_HEIGHT = 1.2
"""From one line to the next, in shares of the type size."""


@dataclass(frozen=True)
class Face:
    """A typeface as a program sets it: how wide it runs, and ``leading`` from line to line."""

    measure: Measure
    leading: float = LINE_HEIGHT


@dataclass(frozen=True)
class Lettering:
    """A typeface in one size."""

    size: float
    face: Face

    @property
    def line(self) -> float:
        """From one line to the next, in points."""
        return self.size * self.face.leading

    def width(self, text: str, *, bold: bool = False) -> float:
        """How wide the text runs on one line, in points."""
        return self.face.measure(text, self.size, bold)


@dataclass(frozen=True)
class Paper:
    """A sheet lying on its side: size and margins, the left one wider for the binding.

    ``tallest_row`` is the height no row may pass, where the file format knows such a limit.
    """

    width: float
    height: float
    left: float = 42
    right: float = 30
    top: float = 34
    bottom: float = 34
    tallest_row: float = math.inf

    @property
    def room(self) -> float:
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        return self.height - self.top - self.bottom


@dataclass(frozen=True)
class Paragraph:
    """Words cut into lines, and as they were. ``mark`` ("1.") hangs before them, ``indent`` wide.

    ``gap`` is free space above, as for a signature.
    """

    lines: tuple[str, ...]
    text: str = ""
    mark: str = ""
    indent: float = 0.0
    is_bold: bool = False
    gap: float = 0.0


@dataclass(frozen=True)
class Cell:
    """A cell of a page's table; ``row`` and ``column`` count from 0, heads included.

    ``is_turned``: the words run upwards, where a column is too narrow for them.
    """

    row: int
    column: int
    box: Box
    paragraphs: tuple[Paragraph, ...]
    size: float
    row_span: int = 1
    column_span: int = 1
    is_centred: bool = False
    is_middle: bool = True
    is_head: bool = False
    is_turned: bool = False


@dataclass(frozen=True)
class Label:
    """The word of an exit (Ya, Tidak), and the space it takes."""

    text: str
    box: Box


@dataclass(frozen=True)
class Notes:
    """Lines outside the table: the title above it, remarks below it."""

    paragraphs: tuple[Paragraph, ...]
    box: Box
    size: float
    is_centred: bool = False


@dataclass(frozen=True)
class FormPage:
    """One page. ``columns`` are widths from the left margin, ``rows`` heights from ``top``.

    The first ``heads`` rows are the head of the table; ``steps`` are the numbers of its steps.
    """

    columns: tuple[float, ...] = ()
    rows: tuple[float, ...] = ()
    top: float = 0.0
    heads: int = 0
    cells: tuple[Cell, ...] = ()
    shapes: tuple[Shape, ...] = ()
    connectors: tuple[Connector, ...] = ()
    labels: tuple[Label, ...] = ()
    notes: tuple[Notes, ...] = ()
    steps: tuple[str, ...] = ()
    label_size: float = 7.0

    @property
    def bottom(self) -> float:
        return self.top + sum(self.rows)


@dataclass(frozen=True)
class Form:
    """The whole form: the pages of the identity block, then those of the step table."""

    title: str
    paper: Paper
    identity: tuple[FormPage, ...]
    procedure: tuple[FormPage, ...]

    @property
    def pages(self) -> tuple[FormPage, ...]:
        return self.identity + self.procedure

"""A form on paper before it is painted: lines, fills, words, symbols, arrows. In points."""

from dataclasses import dataclass, field
from typing import Any

from tests.corpus.definitions import Definition
from tests.corpus.make.geometry import Drawing, RowBox
from tests.corpus.make.page_plan import Form
from tests.corpus.make.variant import Variant

Box = tuple[float, float, float, float]


@dataclass
class Rule:
    """One side of one cell. ``table``: identity, head or body; ``column`` of the line, from 0."""

    x0: float
    y0: float
    x1: float
    y1: float
    table: str
    column: int = -1
    row: str = ""

    @property
    def is_upright(self) -> bool:
        return abs(self.x1 - self.x0) < abs(self.y1 - self.y0)


@dataclass
class Words:
    """One line of words. ``role`` is the field it belongs to, ``turn`` is in quarter turns."""

    x: float
    y: float
    text: str
    role: str = ""
    size: float = 8.0
    turn: int = 0


@dataclass
class Page:
    """One page. ``under`` is painted before the words, ``over`` after everything."""

    rules: list[Rule] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    fills: list[tuple[Box, float]] = field(default_factory=list)
    stamps: list[tuple[float, float, float]] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    watermark: str = ""


@dataclass
class Paper:
    """A whole file before it is painted, and the truth about it."""

    sop: Definition
    variant: Variant
    form: Form
    drawing: Drawing
    pages: list[Page]
    first: int  # the page on which the steps begin
    truth: dict[str, Any]
    way: str = "word"  # word | garis | excel: how it is painted
    arrows: str = "sendiri"  # sendiri | satu | tiga: arrowheads apart, one path, three paths
    spacing: str = ""  # glif | ganda: odd spaces of a font
    kinds: dict[str, str] = field(default_factory=dict)  # symbols painted otherwise, by key
    coloured: str = ""  # the colour of symbols without an outline

    @property
    def rows(self) -> dict[str, RowBox]:
        """Where the rows of the steps lie."""
        return self.form.rows

    @property
    def columns(self) -> list[tuple[float, float]]:
        """Where the columns of the actors lie."""
        edges = self.form.edges
        return [(edges[2 + i], edges[3 + i]) for i in range(len(self.sop.pelaksana))]

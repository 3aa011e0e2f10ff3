"""The drawing of an SOP's flow, one tile per cell of the form, as plain data.

Every place in a tile is an offset from the tile's centre in units (1 unit = 1 px on screen,
0.75 pt on paper), right and down positive; ``BORDER`` is the border of the cell wherever it
lies. So symbols keep their shape and lines meet across borders in rows and columns of any size.
"""

import math
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from runut.core.sop.model import Bentuk

BORDER = math.inf
HALF_WIDTH = 22
HALF_HEIGHT = 14
DIAMOND_HALF_HEIGHT = 17
BAND = 30
"""How far above and below the centre lines run sideways: clear of symbols and labels."""
ROW_MIN = 2 * (BAND + 7)
GUTTER = -1
"""The column left of all actors, where ways back run."""
CHARACTER = 5.4
"""Width of a letter of a label, at the size the labels are drawn in."""
LABEL_MAX = 16


class State(IntEnum):
    """How far a step or a way is; where two share a line, the higher shows."""

    PLAIN = 0
    LATER = 1
    NOW = 2
    DONE = 3
    RETURNED = 4


@dataclass(frozen=True)
class Way:
    """A way out of a step, as drawn. ``label`` is the exit's word (Ya, Tidak); ``leaves`` is the
    actor at whose symbol it begins, the lead where nobody is named."""

    to: str
    label: str = ""
    state: State = State.PLAIN
    leaves: str = ""


@dataclass(frozen=True)
class InnerWay:
    """An arrow inside a row, from the symbol of one actor to that of another."""

    leaves: str
    to: str
    label: str = ""


@dataclass(frozen=True)
class TileStep:
    """A row to draw. The first of ``actors`` leads: lines come and go at its symbol, unless
    ``entry`` names another at whose symbol they come in.

    ``symbols`` are those of the actors one by one; without them all have ``bentuk``. ``states``
    say how far each of them is; without them all are as far as the row.
    """

    no: str
    actors: tuple[str, ...]
    bentuk: Bentuk = Bentuk.PROSES
    ways: tuple[Way, ...] = ()
    state: State = State.PLAIN
    symbols: tuple[Bentuk, ...] = ()
    inner: tuple[InnerWay, ...] = ()
    entry: str = ""
    states: tuple[State, ...] = ()

    def state_of(self, actor: str) -> State:
        """How far one of its actors is."""
        if not self.states or actor not in self.actors:
            return self.state
        return self.states[self.actors.index(actor)]

    def state_of_way(self, way: InnerWay) -> State:
        """An arrow inside the row is done once its actor has come to what it leads to."""
        if self.state is not State.NOW or not self.states:
            return self.state
        has_come = self.state_of(way.to) in (State.NOW, State.DONE)
        has_left = bool(way.label) or self.state_of(way.leaves) is State.DONE
        return State.DONE if has_come and has_left else State.LATER


@dataclass(frozen=True)
class Symbol:
    bentuk: Bentuk
    state: State

    @property
    def half_height(self) -> int:
        return DIAMOND_HALF_HEIGHT if self.bentuk is Bentuk.KEPUTUSAN else HALF_HEIGHT

    def half_width_at(self, y: float) -> float:
        """How far the symbol reaches sideways at height ``y``: a diamond grows narrow."""
        if self.bentuk is not Bentuk.KEPUTUSAN:
            return HALF_WIDTH
        return HALF_WIDTH * max(0.0, 1 - abs(y) / DIAMOND_HALF_HEIGHT)


@dataclass(frozen=True)
class Line:
    """A straight piece in one tile. ``ways`` are the (source, target) pairs that use it."""

    x1: float
    y1: float
    x2: float
    y2: float
    ways: tuple[tuple[str, str], ...]
    state: State = State.PLAIN
    is_back: bool = False


class Turn(StrEnum):
    """Where an arrowhead points."""

    DOWN = "bawah"
    UP = "atas"
    RIGHT = "kanan"
    LEFT = "kiri"


@dataclass(frozen=True)
class Arrow:
    """An arrowhead; ``x``, ``y`` is its tip."""

    x: float
    y: float
    ways: tuple[tuple[str, str], ...]
    state: State = State.PLAIN
    is_back: bool = False
    turn: Turn = Turn.DOWN


@dataclass(frozen=True)
class Label:
    """A word beside a way. ``y`` is its base line; it starts at ``x``, or ends there."""

    text: str
    x: float
    y: float
    ends_at_x: bool = False
    state: State = State.PLAIN
    is_back: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the space the word takes."""
        width = len(self.text) * CHARACTER
        left = self.x - width if self.ends_at_x else self.x
        return left, self.y - 8, left + width, self.y + 2


@dataclass(frozen=True)
class Tile:
    symbol: Symbol | None = None
    lines: tuple[Line, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.symbol is None and not self.lines


@dataclass(frozen=True)
class Row:
    no: str
    gutter: Tile
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class Grid:
    """The whole drawing. Widths are the least a column may have; 0: no gutter is needed."""

    actors: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    gutter_width: int

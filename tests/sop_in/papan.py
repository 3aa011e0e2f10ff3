"""Canvases laid out by the test itself: a table of cells on a grid of points, shapes over it."""

from dataclasses import dataclass, field

from runut.core.sop.reading.canvas import (
    Box,
    Canvas,
    Cell,
    Connector,
    Page,
    Shape,
    ShapeKind,
    Table,
    Words,
)

WIDE, HIGH = 80.0, 40.0
SIDE = {"kiri": (0.0, 0.5), "kanan": (1.0, 0.5), "atas": (0.5, 0.0), "bawah": (0.5, 1.0)}


@dataclass
class Papan:
    """A page being laid out: cells 80 × 40 points, shapes 40 × 20 in their middle."""

    number: int = 1
    top: float = 50.0
    left: float = 50.0
    cells: list[Cell] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    connectors: list[Connector] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    more: list[Table] = field(default_factory=list)
    name: str = ""
    has_picture: bool = False
    has_boxes: bool = True

    def row(self, row: int, *texts: str | None) -> "Papan":
        """A row of single cells; ``None`` leaves the place to a merged cell."""
        for column, text in enumerate(texts):
            if text is not None:
                self.cell(row, column, text)
        return self

    def cell(self, row: int, column: int, text: str, rows: int = 1, columns: int = 1) -> "Papan":
        box = Box(*self.at(column, row), *self.at(column + columns, row + rows))
        self.cells.append(Cell(row, column, text, rows, columns, box if self.has_boxes else None))
        return self

    def at(self, column: float, row: float) -> tuple[float, float]:
        return self.left + column * WIDE, self.top + row * HIGH

    def shape(
        self,
        key: str,
        column: float,
        row: float,
        kind: ShapeKind = ShapeKind.PROCESS,
        text: str = "",
    ) -> "Papan":
        """A shape whose middle is in the middle of a cell; halves put it on a line."""
        x, y = self.at(column + 0.5, row + 0.5)
        self.shapes.append(Shape(key, kind, Box(x - 20, y - 10, x + 20, y + 10), text))
        return self

    def side(self, key: str, side: str) -> tuple[float, float]:
        box = next(shape.box for shape in self.shapes if shape.key == key)
        across, down = SIDE[side]
        return (
            box.left + across * (box.right - box.left),
            box.top + down * (box.bottom - box.top),
        )

    def arrow(
        self,
        one: str,
        other: str,
        sides: tuple[str, str] = ("bawah", "atas"),
        *,
        via: tuple[tuple[float, float], ...] = (),
        text: str = "",
    ) -> "Papan":
        points = (self.side(one, sides[0]), *via, self.side(other, sides[1]))
        self.connectors.append(Connector(points, has_head_at_end=True, text=text))
        return self

    @property
    def page(self) -> Page:
        return Page(
            self.number,
            842,
            595,
            (*self.more, *([Table(tuple(self.cells))] if self.cells else ())),
            tuple(self.shapes),
            tuple(self.connectors),
            tuple(self.words),
            self.name,
            self.has_picture,
        )


def canvas(*boards: Papan) -> Canvas:
    return Canvas(tuple(board.page for board in boards))


def head(board: Papan, *actors: str, row: int = 0) -> Papan:
    """The usual head of two rows: No, Kegiatan, one column per actor, Mutu Baku, Keterangan."""
    count = len(actors)
    board.cell(row, 0, "No", rows=2).cell(row, 1, "Kegiatan", rows=2)
    board.cell(row, 2, "Pelaksana", columns=count)
    board.cell(row, 2 + count, "Mutu Baku", columns=3)
    board.cell(row, 5 + count, "Keterangan", rows=2)
    names = (*actors, "Kelengkapan", "Waktu", "Output")
    for column, name in enumerate(names, start=2):
        board.cell(row + 1, column, name)
    return board


def step(board: Papan, row: int, no: str, kegiatan: str, actors: int, *mutu: str) -> Papan:
    """A row of the table with blank actors' cells; ``mutu``: kelengkapan, waktu, output, ket."""
    filled = (*mutu, *[""] * (4 - len(mutu)))
    return board.row(row, no, kegiatan, *[""] * actors, *filled)

"""A table with its merged cells laid out: which cell covers a place, and where its lines run."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from runut.core.sop.reading.canvas import Cell, Page, Table

MAX_PLACES: Final = 200_000
"""Places (rows × columns) of one table; the largest workbook sheet of an SOP has some 20,000."""

Span: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Grid:
    """One table of one page."""

    page: Page
    table: Table

    @cached_property
    def width(self) -> int:
        return max((cell.column + cell.column_span for cell in self.table.cells), default=0)

    @cached_property
    def height(self) -> int:
        return max((cell.row + cell.row_span for cell in self.table.cells), default=0)

    @cached_property
    def places(self) -> dict[tuple[int, int], Cell]:
        """The cell that covers each place; of two that overlap, the one with words."""
        found: dict[tuple[int, int], Cell] = {}
        for cell in self.table.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    earlier = found.get((row, column))
                    if earlier is None or not earlier.text.strip():
                        found[row, column] = cell
        return found

    def row(self, row: int) -> tuple[Cell, ...]:
        """The cells that cover a row, from left to right, each once."""
        covering = (self.places.get((row, column)) for column in range(self.width))
        return _once(cell for cell in covering if cell is not None)

    def starting_in(self, row: int) -> tuple[Cell, ...]:
        """The cells that begin in a row."""
        return tuple(cell for cell in self.row(row) if cell.row == row)

    def column(self, column: int, rows: range) -> tuple[Cell, ...]:
        """The cells that cover a column within some rows, from top to bottom, each once."""
        covering = (self.places.get((row, column)) for row in rows)
        return _once(cell for cell in covering if cell is not None)

    @cached_property
    def column_spans(self) -> tuple[Span | None, ...]:
        """Left and right of each column; ``None`` where the file does not say."""
        starts = [
            (cell.column, cell.column + cell.column_span, cell.box.left, cell.box.right)
            for cell in self.table.cells
            if cell.box
        ]
        return _spans(starts, self.width)

    @cached_property
    def row_spans(self) -> tuple[Span | None, ...]:
        """Top and bottom of each row."""
        starts = [
            (cell.row, cell.row + cell.row_span, cell.box.top, cell.box.bottom)
            for cell in self.table.cells
            if cell.box
        ]
        return _spans(starts, self.height)


def grids_of(page: Page) -> tuple[Grid, ...]:
    """The tables of a page from top to bottom, as they stand in the file where no box is known.

    A table larger than any form is left out.
    """
    grids = [Grid(page, table) for table in page.tables if table.cells]
    grids = [grid for grid in grids if grid.width * grid.height <= MAX_PLACES]
    if all(grid.table.box for grid in grids):
        grids.sort(key=lambda grid: grid.table.box.top if grid.table.box else 0.0)
    return tuple(grids)


def _once(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple({(cell.row, cell.column): cell for cell in cells}.values())


def _spans(pieces: list[tuple[int, int, float, float]], count: int) -> tuple[Span | None, ...]:
    """Where each line of a grid begins and ends, from the boxes of the cells that touch it."""
    lines: dict[int, list[float]] = {}
    for first, end, low, high in pieces:
        lines.setdefault(first, []).append(low)
        lines.setdefault(end, []).append(high)
    at = {line: _middle(values) for line, values in lines.items()}
    known = sorted(at)
    for line in range(count + 1):
        if line in at or not known:
            continue
        before = max((one for one in known if one < line), default=None)
        after = min((one for one in known if one > line), default=None)
        if before is not None and after is not None:
            share = (line - before) / (after - before)
            at[line] = at[before] + share * (at[after] - at[before])
    return tuple(
        (at[place], max(at[place], at[place + 1])) if place in at and place + 1 in at else None
        for place in range(count)
    )


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]

"""From the rulings of one table to its cells: a missing inner ruling merges what it would part."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from runut.core.sop.reading.canvas import Box
from runut.files.read.pdf.strips import Strip

_NARROWEST: Final = 2.5
"""Points: rulings nearer to one another are one (a double line, two borders side by side)."""
_DRAWN: Final = 0.6
"""Share of a side along which a ruling must run to part two cells."""
MOST_CELLS: Final = 40_000


@dataclass(frozen=True)
class GridCell:
    """One cell of a grid, without its text."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


def cells_of(rulings: Sequence[Strip]) -> tuple[GridCell, ...]:
    """The closed cells of a table, row by row; none where the grid is too large to be a form."""
    across = _lines(s.at for s in rulings if s.is_upright)
    down = _lines(s.at for s in rulings if not s.is_upright)
    if (len(across) - 1) * (len(down) - 1) > MOST_CELLS:
        return ()
    grid = _Grid(rulings, across, down)
    found = [place for region in grid.regions() for place in _rectangles(region, across, down)]
    return tuple(sorted(found, key=lambda place: (place.row, place.column)))


def _lines(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NARROWEST:
            found.append(value)
    return found


class _Grid:
    """Which sides of the elementary fields are drawn."""

    def __init__(self, rulings: Sequence[Strip], across: list[float], down: list[float]) -> None:
        self.rows, self.columns = len(down) - 1, len(across) - 1
        self.upright = _walls(rulings, across, down, is_upright=True)
        self.flat = _walls(rulings, down, across, is_upright=False)

    def regions(self) -> list[set[tuple[int, int]]]:
        """Fields that no ruling parts; those open to the outside are none."""
        seen: set[tuple[int, int]] = set()
        found = []
        for row in range(self.rows):
            for column in range(self.columns):
                if (row, column) not in seen:
                    region, is_open = self._spread(row, column)
                    seen |= region
                    if not is_open or self._has_three_sides(region):
                        found.append(region)
        return found

    def _has_three_sides(self, region: set[tuple[int, int]]) -> bool:
        """Whether an open region is a cell of which only one outer border is missing."""
        rows, columns = {row for row, _ in region}, {column for _, column in region}
        if len(region) != len(rows) * len(columns):
            return False
        left, right, top, bottom = min(columns), max(columns) + 1, min(rows), max(rows) + 1
        sides = (
            all((left, row) in self.upright for row in rows),
            all((right, row) in self.upright for row in rows),
            all((top, column) in self.flat for column in columns),
            all((bottom, column) in self.flat for column in columns),
        )
        return sum(sides) >= 3

    def _spread(self, row: int, column: int) -> tuple[set[tuple[int, int]], bool]:
        region, waiting, is_open = {(row, column)}, [(row, column)], False
        while waiting:
            r, c = waiting.pop()
            for next_field, has_wall in (
                ((r, c - 1), (c, r) in self.upright),
                ((r, c + 1), (c + 1, r) in self.upright),
                ((r - 1, c), (r, c) in self.flat),
                ((r + 1, c), (r + 1, c) in self.flat),
            ):
                if has_wall:
                    continue
                if not (0 <= next_field[0] < self.rows and 0 <= next_field[1] < self.columns):
                    is_open = True
                elif next_field not in region:
                    region.add(next_field)
                    waiting.append(next_field)
        return region, is_open


def _walls(
    rulings: Sequence[Strip], places: list[float], along: list[float], *, is_upright: bool
) -> set[tuple[int, int]]:
    """(line, field along it) for every side that is drawn."""
    covered: dict[tuple[int, int], float] = {}
    for ruling in rulings:
        if ruling.is_upright is not is_upright:
            continue
        line = max(0, bisect_right(places, ruling.at + 0.001) - 1)
        for field in range(len(along) - 1):
            shared = min(ruling.high, along[field + 1]) - max(ruling.low, along[field])
            if shared > 0:
                covered[line, field] = covered.get((line, field), 0.0) + shared
    return {
        key for key, length in covered.items()
        if length >= _DRAWN * (along[key[1] + 1] - along[key[1]])
    }  # fmt: skip


def _rectangles(
    region: set[tuple[int, int]], across: list[float], down: list[float]
) -> list[GridCell]:
    """The region as one cell, or, where it has a bend, as few cells as it takes."""
    left, found = set(region), []
    while left:
        row, column = min(left)
        last_column = column
        while (row, last_column + 1) in left:
            last_column += 1
        last_row = row
        while all((last_row + 1, c) in left for c in range(column, last_column + 1)):
            last_row += 1
        left -= {(r, c) for r in range(row, last_row + 1) for c in range(column, last_column + 1)}
        box = Box(across[column], down[row], across[last_column + 1], down[last_row + 1])
        found.append(GridCell(row, column, last_row - row + 1, last_column - column + 1, box))
    return found

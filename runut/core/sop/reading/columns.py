"""Which column of the head each column of a table stands under: on the head's page and after."""

from dataclasses import dataclass
from functools import cached_property

from runut.core.sop.reading.canvas import Cell
from runut.core.sop.reading.grid import Grid, Span
from runut.core.sop.reading.head import ACTOR, Head
from runut.core.sop.reading.numbers import step_number


@dataclass(frozen=True)
class Columned:
    """A table of steps under its head. ``start`` is the first row below the head.

    ``below`` gives, for each column of the table, the column of the head over it.
    """

    grid: Grid
    head: Head
    start: int
    below: tuple[int | None, ...]

    def column_of(self, column: int) -> int | None:
        """The column of the head over a column of the table."""
        return self.below[column] if column < len(self.below) else None

    def column_of_cell(self, cell: Cell) -> int | None:
        """The column of the head over most of a cell; of equals the left one, but words that reach
        over the column of numbers, where a line is missing, belong to the column beside it."""
        places = [self.column_of(c) for c in range(cell.column, cell.column + cell.column_span)]
        known = [place for place in places if place is not None]
        if len(set(known)) > 1 and cell.text.strip() and not step_number(cell.text):
            known = [place for place in known if self.head.columns[place].kind != "no"]
        return max(known, key=lambda place: (known.count(place), -place)) if known else None

    def columns_under(self, place: int) -> tuple[int, ...]:
        """The columns of the table under a column of the head."""
        return tuple(column for column, one in enumerate(self.below) if one == place)

    @cached_property
    def spans(self) -> dict[int, Span]:
        """Left and right of each column of the head, on this page."""
        found: dict[int, Span] = {}
        for place in range(len(self.head.columns)):
            known = [self.grid.column_spans[column] for column in self.columns_under(place)]
            sides = [span for span in known if span]
            if sides:
                found[place] = (min(s[0] for s in sides), max(s[1] for s in sides))
        return found


def under_own_head(grid: Grid, head: Head) -> Columned:
    """The table in which the head stands."""
    below = [_at(head, column) for column in range(grid.width)]
    return Columned(grid, head, head.end, tuple(below))


def under_earlier_head(grid: Grid, first: Columned) -> Columned | None:
    """A table without a head that goes on with an earlier one; ``None`` if it does not fit."""
    by_place = _by_place(grid, first)
    if by_place is not None:
        return by_place
    if grid.width == first.grid.width:
        return Columned(grid, first.head, 0, first.below)
    return None


def _at(head: Head, column: int) -> int | None:
    return next((i for i, one in enumerate(head.columns) if one.first <= column <= one.last), None)


def _by_place(grid: Grid, first: Columned) -> Columned | None:
    """By the lines of the tables on their pages: most columns must find their head."""
    if not first.spans or grid.width < 3:
        return None
    below = [_over(span, first.spans) if span else None for span in grid.column_spans]
    met = set(below) - {None}
    kinds = {first.head.columns[place].kind for place in met if place is not None}
    is_alike = len(met) * 10 >= len(first.head.columns) * 6 and {"kegiatan", ACTOR} <= kinds
    return Columned(grid, first.head, 0, tuple(below)) if is_alike else None


def _over(span: Span, heads: dict[int, Span]) -> int | None:
    """The head that lies over more than half of a column."""
    width = max(span[1] - span[0], 0.1)
    shares = {place: min(span[1], head[1]) - max(span[0], head[0]) for place, head in heads.items()}
    best = max(shares, key=lambda place: shares[place])
    return best if shares[best] > width / 2 else None

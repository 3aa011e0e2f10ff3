"""Where a table may be parted by the end of a page, decided before it is drawn.

The head of a group stays with its first row, a table begins with two rows and ends with two, and
its notes stand under rows: never alone on the next page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from runut.core.report.blocks import Cell, Table
from runut.core.report.text import line_text
from runut.files.write.layout.fit import KEPT_ROWS, Fit, Row, Spot, lines_in
from runut.files.write.layout.sheets import Page

_SMALL = 1 / 4
"""A table of at most so much of a page is never parted."""
_SHORT, _SHORT_ROWS = 3 / 5, 4
"""Nor is one of so few rows that one of them would stand alone, unless it is higher than that."""
_FOOT = 1 / 2
"""The last rows and the notes that stay together take at most so much of a page."""
_NOTE_SIZE, _NOTE_LINE = 8.5, 1.25
_LAST = (2, 3, 4, 5)
"""How many rows may end a table; more than two only where a cell spans over them."""
_FEWEST_NOTES = 2


@dataclass(frozen=True)
class Breaks:
    """How a table is parted. ``rows`` are its rows, long spans cut where its last rows begin.

    ``levels``: 0 for a row, else how deep the head of a group stands under the head of the table.
    ``first``: the rows that stay with the head; ``last``: those that stay with the notes, of which
    the first ``notes`` stand under them and the others go on by themselves.
    """

    rows: tuple[Row, ...]
    levels: tuple[int, ...]
    is_small: bool
    is_whole: bool
    first: int
    last: int
    notes: int


def breaks_of(table: Table, fitted: Fit, page: Page) -> Breaks:
    """How this table is parted on pages of this size."""
    levels = _levels(fitted) if table.frame else (0,) * len(fitted.rows)
    under = [_note_height(line_text(one), page.room) for one in table.notes]
    height = fitted.height + sum(under)
    is_small = height < page.depth * _SMALL
    is_short = len(fitted.rows) <= _SHORT_ROWS and height < page.depth * _SHORT
    if is_small or is_short or not table.frame:
        notes = len(under) if table.frame else 0
        return Breaks(fitted.rows, levels, is_small, is_small or is_short, 0, 0, notes)
    room = page.depth * _FOOT
    last = _last(fitted, levels, room)
    rows = _cut(fitted.rows, len(fitted.rows) - last) if last else fitted.rows
    left = room - sum(fitted.heights[len(rows) - last :] if last else ())
    notes = len(under) if sum(under) <= left else min(_FEWEST_NOTES, len(under))
    return Breaks(rows, levels, is_small, False, _first(fitted, levels), last, notes)


def _levels(fitted: Fit) -> tuple[int, ...]:
    """2 for the head of a group, 3 for one right under it: a row of one cell over all columns."""
    found: list[int] = []
    for row in fitted.rows:
        above = found[-1] if found else 0
        is_head = len(row) == 1 and row[0].span == len(fitted.widths) > 1 and row[0].rows == 1
        found.append((above or 1) + 1 if is_head else 0)
    ending = len(list(takewhile(bool, reversed(found))))
    return (*found[: len(found) - ending], *[0] * ending)


def _first(fitted: Fit, levels: Sequence[int]) -> int:
    """The rows that stay with the head: two, with the heads of groups over them, and as many as a
    cell over a few rows holds together."""
    rows = [n for n, level in enumerate(levels) if not level]
    first = rows[1] + 1 if len(rows) > 1 else len(levels)
    while any(one.rows <= KEPT_ROWS for one in _spanning(fitted.rows, first)):
        first += 1
    return first


def _last(fitted: Fit, levels: Sequence[int], room: float) -> int:
    """The rows that end the table together; 0 where even one would be too high."""
    count = len(fitted.rows)

    def fits(last: int) -> bool:
        at = count - last
        is_low = not any(fitted.tall[at:]) and sum(fitted.heights[at:]) <= room
        return at > 0 and is_low and not levels[at - 1]

    found = [last for last in (*_LAST, 1) if fits(last)]
    spanned = {last: _spanning(fitted.rows, count - last) for last in found}
    free = [last for last in found if not spanned[last]]
    cut = [last for last in found if all(one.rows > KEPT_ROWS for one in spanned[last])]
    return next(iter((*(free if free != [1] else ()), *cut)), 0)


def _spanning(rows: Sequence[Row], at: int) -> list[Spot]:
    """The cells that span over the place between two rows."""
    return [spot for n, row in enumerate(rows[:at]) for spot in row if n + spot.rows > at]


def _cut(rows: tuple[Row, ...], at: int) -> tuple[Row, ...]:
    """The rows, with every cell that spans over a place parted there."""
    parted = [list(row) for row in rows]
    for n, row in enumerate(rows[:at]):
        for k, spot in enumerate(row):
            if n + spot.rows > at:
                parted[n][k] = replace(spot, rows=at - n, open="bottom")
                rest = n + spot.rows - at
                under = replace(spot, cell=Cell(lines=()), rows=rest, open="top")
                parted[at].append(under)
    parted[at].sort(key=lambda spot: spot.column)
    return tuple(map(tuple, parted))


def _note_height(text: str, room: float) -> float:
    return lines_in(text, room, _NOTE_SIZE) * _NOTE_SIZE * _NOTE_LINE

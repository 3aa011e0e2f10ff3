"""Fit a table to its page before drawing: type size, column widths, cells in a full grid.

No word is wider than its column, no column is missing, and a row that could not stand on one
page is known beforehand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from runut.core.report.blocks import Cell, Figure, Gap, Line, Table
from runut.core.report.text import line_text
from runut.files.typeface import width_of
from runut.files.write.layout.letters import whole_dates

PADDING = 4.0
"""Left and right of the words in a cell, in points."""
_SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
_LINE_HEIGHT = 1.3
KEPT_ROWS = 4
"""A cell over at most so many rows keeps them on one page; a longer one may break."""
_MANY_COLUMNS = 7
_GIVEN = 0.8
"""Of the room that a column does not need; the rest keeps it from looking cramped."""
_KEPT_LENGTH = 24
_KEPT_SPACES = 2
_BREAKS = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])|\u200b")
"""Where a word breaks by itself: after a hyphen between letters, not between digits or hyphens."""
_PIECES = re.compile(r"[^ \t\r\n\u200b-]+-?|-")


@dataclass(frozen=True)
class Spot:
    """A cell and where it stands: column from 0, columns and rows it covers.

    ``open``: the side without a rule, where a cell that was parted goes on ("top", "bottom").
    """

    cell: Cell
    column: int
    span: int
    rows: int
    open: str = ""


Row = tuple[Spot, ...]


@dataclass(frozen=True)
class Fit:
    """A table ready to draw. Widths, sizes and ``heights`` (of its rows, about) in points.

    ``tall`` rows may break over pages; ``height`` is that of the whole table, head and all.
    """

    size: float
    widths: tuple[float, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    tall: tuple[bool, ...]
    heights: tuple[float, ...]
    height: float


def fit(table: Table, width: float, page_height: float) -> Fit:
    """The table for a page of this width and height (points, inside the margins)."""
    head, rows = full_grid(table)
    shares = _shares(table.widths, _column_count(table))
    size, widths = _widths(head, rows, shares, width, table)
    heights = [_row_height(row, widths, size) for row in (*head, *rows)]
    of_rows = tuple(heights[len(head) :])
    tall = tuple(height > page_height / 2 for height in of_rows)
    return Fit(size, widths, head, rows, tall, of_rows, sum(heights))


def lines_in(text: str, room: float, size: float) -> int:
    """About how many lines a text takes in this room; words at the edge cost a tenth."""
    lines = text.split("\n")
    return sum(1 + int(width_of(one, size) * 1.1 / max(room, size)) for one in lines)


def full_grid(table: Table) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Head and rows with every cell at its place, however the rows were given."""
    columns = _column_count(table)
    return _grid(table.head, columns), _grid(table.rows, columns)


def stays_together(part: Figure) -> bool:
    """Whether a figure is kept on one line: a number and its unit are, a sentence is not."""
    text = part.text
    is_short = len(text) <= _KEPT_LENGTH and text.count(" ") <= _KEPT_SPACES
    return is_short and any(char.isdigit() for char in text)


def is_column_number(cell: Cell) -> bool:
    """Whether a cell of the head is the "(1)", "(2)" that forms print under the titles."""
    return re.fullmatch(r"\(\d+\)", "".join(map(line_text, cell.lines))) is not None


def _column_count(table: Table) -> int:
    most = max((sum(max(c.span, 1) for c in row) for row in table.head + table.rows), default=1)
    return max(len(table.widths), most, 1)


def _shares(widths: Sequence[float], columns: int) -> tuple[float, ...]:
    given = [max(float(w), 0.0) for w in widths]
    usual = sum(given) / len(given) if sum(given) else 1.0
    full = [w or usual for w in given] + [usual] * (columns - len(given))
    return tuple(w / sum(full) for w in full)


def _grid(rows: Sequence[Sequence[Cell]], columns: int) -> tuple[Row, ...]:
    """Every cell at its column; rows that are short are filled, overlong spans are cut."""
    covered = [0] * columns
    grid: list[list[Spot]] = []
    for n, cells in enumerate(rows):
        queue = list(cells)
        row: list[Spot] = []
        for column in range(columns):
            if covered[column] > n:
                continue
            cell = queue.pop(0) if queue else Cell(lines=())
            span = _free(covered, column, max(cell.span, 1), n)
            deep = min(max(cell.rows, 1), len(rows) - n)
            covered[column : column + span] = [n + deep] * span
            row.append(Spot(cell, column, span, deep))
        grid.append(row)
        _keep_words(queue, next(one for one in reversed(grid) if one))
    return tuple(tuple(row) for row in grid)


def _keep_words(left: Sequence[Cell], row: list[Spot]) -> None:
    """Cells for which a crooked table has no place: their words go on in the last cell."""
    if left:
        last = row[-1]
        lines = (*last.cell.lines, *(one for cell in left for one in cell.lines))
        row[-1] = replace(last, cell=replace(last.cell, lines=lines))


def _free(covered: Sequence[int], column: int, wanted: int, row: int) -> int:
    free = 0
    while free < wanted and column + free < len(covered) and covered[column + free] <= row:
        free += 1
    return free


def _widths(
    head: Sequence[Row], rows: Sequence[Row], shares: Sequence[float], width: float, table: Table
) -> tuple[float, tuple[float, ...]]:
    """The largest type at which every word fits, and the widths of the columns then.

    A word wider than its column's share and a quarter of the table is broken instead.
    """
    wanted = [share * width for share in shares]
    at_one, whole = _least(head, rows, len(shares))
    least: list[float] = []
    for size in _sizes(len(shares), table.frame):
        needed = [w * size + 2 * PADDING + 1 for w in at_one]
        least = [min(n, max(w, width / 4)) for n, w in zip(needed, wanted, strict=True)]
        if sum(least) <= width:
            settled = _settle(wanted, least)
            if table.row_mm or not table.frame:
                return size, settled
            return size, _eased(settled, least, [w * size + 2 * PADDING + 1 for w in whole])
    scale = width / sum(least)
    return _SIZES[-1], tuple(w * scale for w in least)


def _sizes(columns: int, frame: bool) -> tuple[float, ...]:
    if not frame:
        return (11.0, 10.5, 10.0, *_SIZES)
    return _SIZES if columns < _MANY_COLUMNS else _SIZES[2:]


def _settle(wanted: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
    """Give each column at least its longest word; the others pay in step with their slack."""
    lack = sum(max(need - have, 0) for have, need in zip(wanted, least, strict=True))
    slack = sum(max(have - need, 0) for have, need in zip(wanted, least, strict=True))
    if not lack:
        return tuple(wanted)
    return tuple(
        need if have <= need else have - lack * (have - need) / slack
        for have, need in zip(wanted, least, strict=True)
    )


def _eased(
    widths: Sequence[float], least: Sequence[float], whole: Sequence[float]
) -> tuple[float, ...]:
    """Most of the room that a column does not need goes to those whose lines are broken."""
    spare = [
        _GIVEN * max(have - max(need, line), 0)
        for have, need, line in zip(widths, least, whole, strict=True)
    ]
    lack = [max(line - have, 0) for have, line in zip(widths, whole, strict=True)]
    given = min(sum(spare), sum(lack))
    if not given:
        return tuple(widths)
    return tuple(
        have - given * free / sum(spare) + given * short / sum(lack)
        for have, free, short in zip(widths, spare, lack, strict=True)
    )


def _least(
    head: Sequence[Row], rows: Sequence[Row], columns: int
) -> tuple[list[float], list[float]]:
    """The longest unbreakable piece in each column and its longest line, in shares of the size.

    A title may stand on two lines.
    """
    least, whole = [0.0] * columns, [0.0] * columns
    for in_head, row in [(True, r) for r in head] + [(False, r) for r in rows]:
        for spot in row:
            if spot.span == 1:
                bold = in_head or spot.cell.bold
                found = max((_longest(line, bold) for line in spot.cell.lines), default=0.0)
                least[spot.column] = max(least[spot.column], found)
                lines = (width_of(line_text(line), 1, bold) for line in spot.cell.lines)
                long = max(lines, default=0.0) / (2 if in_head else 1)
                whole[spot.column] = max(whole[spot.column], long)
    return least, whole


def _longest(line: Line, bold: bool) -> float:
    pieces: list[str] = []
    for part in line:
        if isinstance(part, Figure) and stays_together(part):
            pieces.append(part.text)
        else:
            text = part.ask if isinstance(part, Gap) else part.text
            pieces += _PIECES.findall(whole_dates(text))
    return max((width_of(piece, 1, bold) for piece in pieces), default=0.0)


def _row_height(row: Row, widths: Sequence[float], size: float) -> float:
    spots = [spot for spot in row if spot.rows == 1] or row
    lines = max((_cell_lines(spot, widths, size) for spot in spots), default=1)
    return max(lines, 1) * size * _LINE_HEIGHT + 2 * PADDING


def _cell_lines(spot: Spot, widths: Sequence[float], size: float) -> float:
    room = sum(widths[spot.column : spot.column + spot.span]) - 2 * PADDING
    return sum(lines_in(line_text(line), room, size) for line in spot.cell.lines)


def split_long_words(text: str, room: float, size: float) -> str:
    """Allow a break anywhere in a word that is wider than its column (an address, a code).

    A date stays whole where there is room for it.
    """
    split = re.sub(r"\S+", lambda found: _split(found[0], room, size), text)
    whole = whole_dates(split)
    widest = max((width_of(one, size, bold=True) for one in whole.split(" ")), default=0)
    return whole if widest <= room or whole == split else split


def split_across(parts: Sequence[str], room: float, size: float) -> list[str]:
    """As ``split_long_words`` for a line in several dresses: a word may go on in the next."""
    whole = "".join(parts)
    inside = {
        at
        for word in re.finditer(r"\S+", whole)
        if _split(word[0], room, size) != word[0]
        for at in range(word.start() + 1, word.end())
    }
    starts = accumulate(map(len, parts), initial=0)
    return [
        "".join(f"\u200b{sign}" if start + n in inside else sign for n, sign in enumerate(part))
        if not inside.isdisjoint((start, start + len(part)))
        else split_long_words(part, room, size)
        for part, start in zip(parts, starts, strict=False)
    ]


def _split(word: str, room: float, size: float) -> str:
    pieces = _BREAKS.split(word)
    if all(width_of(piece, size, bold=True) <= room for piece in pieces):
        return word
    return "\u200b".join(word)

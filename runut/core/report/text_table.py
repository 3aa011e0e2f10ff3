"""A table of blocks drawn with letters: columns by their shares, cells that span, wrapped words."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from runut.core.report.blocks import Align, Cell, Line, Table

_NARROWEST = 3
_SPARE = 12
"""A column of words gives up no more than this leaves it."""


@dataclass(frozen=True)
class _CellAt:
    """A cell at its column, with the columns it covers; ``cell`` None where one above covers it.

    ``is_open``: it goes on in the row below.
    """

    column: int
    span: int
    cell: Cell | None
    is_open: bool = False


def draw_table(table: Table, width: int, words_of: Callable[[Line], str]) -> str:
    """The table in at most about ``width`` letters. Tables without frame have no rules.

    A rule stands under every row, so that nobody takes the second line of a cell for a row; it is
    left open where a cell goes on.
    """
    columns = len(table.widths)
    bar = " | " if table.frame else " "
    least = _least(table, words_of)
    sizes = _sizes(table.widths, width - len(bar) * (columns - 1), least)
    head = _draw_rows(table.head, sizes, bar, words_of)
    body = _draw_rows(table.rows, sizes, bar, words_of)
    if not table.frame:
        return "\n".join(line for row in (*head, *body) for line in row.lines)
    above = [line for row in head for line in row.lines]
    rule = ["-+-".join("-" * size for size in sizes)] if head else []
    return "\n".join([*above, *rule, *(line for row in body for line in (*row.lines, row.rule))])


def _least(table: Table, words_of: Callable[[Line], str]) -> list[int]:
    """How narrow each column may become: no word that holds a number is ever cut."""
    least = [_NARROWEST] * len(table.widths)
    for rows in (table.head, table.rows):
        for row in place_cells(rows, len(least)):
            for one in row:
                if one.cell is None or one.span > 1:
                    continue
                words = (word for line in one.cell.lines for word in words_of(line).split())
                numbers = (len(word) for word in words if any(map(str.isdigit, word)))
                least[one.column] = max([least[one.column], *numbers])
    return least


def _sizes(shares: tuple[float, ...], room: int, least: list[int]) -> list[int]:
    """Columns by their shares; what a number needs more is taken from the widest others."""
    total = sum(shares) or 1
    sizes = [max(_NARROWEST, int(room * share / total)) for share in shares]
    for column, narrowest in enumerate(least):
        while sizes[column] < narrowest:
            givers = [n for n in range(len(sizes)) if sizes[n] > max(least[n], _SPARE)]
            if givers:
                sizes[max(givers, key=lambda n: sizes[n])] -= 1
            sizes[column] += 1
    return sizes


@dataclass(frozen=True)
class _Drawn:
    """The lines of a row and the rule under it."""

    lines: tuple[str, ...]
    rule: str


def _draw_rows(
    rows: tuple[tuple[Cell, ...], ...],
    sizes: list[int],
    bar: str,
    words_of: Callable[[Line], str],
) -> list[_Drawn]:
    drawn = []
    for row in place_cells(rows, len(sizes)):
        blocks = [(_room(sizes, one, len(bar)), one) for one in row]
        texts = [_cell_lines(one, room, words_of) for room, one in blocks]
        lines = []
        for number in range(max((len(text) for text in texts), default=0)):
            parts = [
                _align(text[number] if number < len(text) else "", room, one.cell)
                for text, (room, one) in zip(texts, blocks, strict=True)
            ]
            lines.append(bar.join(parts).rstrip())
        rule = "-+-".join((" " if one.is_open else "-") * room for room, one in blocks)
        drawn.append(_Drawn(tuple(lines), rule))
    return drawn


def place_cells(rows: tuple[tuple[Cell, ...], ...], columns: int) -> list[list[_CellAt]]:
    """Each row with its cells at their columns; a cell above that spans rows leaves a hole."""
    covered = [0] * columns
    placed = []
    for row in rows:
        line: list[_CellAt] = []
        waiting = list(row)
        column = 0
        while column < columns:
            if covered[column]:
                covered[column] -= 1
                line.append(_CellAt(column, 1, None, is_open=covered[column] > 0))
                column += 1
            elif waiting:
                one = waiting.pop(0)
                span = min(one.span, columns - column)
                for under in range(column, column + span):
                    covered[under] = one.rows - 1
                line.append(_CellAt(column, span, one, is_open=one.rows > 1))
                column += span
            else:
                line.append(_CellAt(column, 1, None))
                column += 1
        placed.append(line)
    return placed


def _room(sizes: list[int], one: _CellAt, bar: int) -> int:
    return sum(sizes[one.column : one.column + one.span]) + bar * (one.span - 1)


def _cell_lines(one: _CellAt, room: int, words_of: Callable[[Line], str]) -> list[str]:
    if one.cell is None:
        return [""]
    lines: list[str] = []
    for line in one.cell.lines:
        lines += textwrap.wrap(words_of(line), room) or [""]
    return lines or [""]


def _align(text: str, room: int, one: Cell | None) -> str:
    side: Align = one.align if one else "left"
    if side == "right":
        return text.rjust(room)
    return text.center(room) if side == "center" else text.ljust(room)

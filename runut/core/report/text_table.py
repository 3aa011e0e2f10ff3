"""A table of blocks drawn with letters: columns by their shares, cells that span, wrapped words."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from runut.core.report.blocks import Align, Cell, Line, Table

_NARROWEST = 3


@dataclass(frozen=True)
class _CellAt:
    """A cell at its column, with the number of columns it covers; ``lines`` None where covered."""

    column: int
    span: int
    cell: Cell | None


def draw_table(table: Table, width: int, words_of: Callable[[Line], str]) -> str:
    """The table in at most about ``width`` letters. Tables without frame have no rules."""
    columns = len(table.widths)
    bar = " | " if table.frame else " "
    sizes = _sizes(table.widths, width - len(bar) * (columns - 1))
    rule = ["-+-".join("-" * size for size in sizes)] if table.frame else []
    head = _draw_rows(table.head, sizes, bar, words_of)
    body = _draw_rows(table.rows, sizes, bar, words_of)
    return "\n".join([*head, *(rule if head else []), *body])


def _sizes(shares: tuple[float, ...], room: int) -> list[int]:
    total = sum(shares) or 1
    return [max(_NARROWEST, int(room * share / total)) for share in shares]


def _draw_rows(
    rows: tuple[tuple[Cell, ...], ...],
    sizes: list[int],
    bar: str,
    words_of: Callable[[Line], str],
) -> list[str]:
    drawn = []
    for row in place_cells(rows, len(sizes)):
        blocks = [(_room(sizes, one, len(bar)), one) for one in row]
        texts = [_cell_lines(one, room, words_of) for room, one in blocks]
        for number in range(max((len(text) for text in texts), default=0)):
            parts = [
                _align(text[number] if number < len(text) else "", room, one.cell)
                for text, (room, one) in zip(texts, blocks, strict=True)
            ]
            drawn.append(bar.join(parts).rstrip())
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
                line.append(_CellAt(column, 1, None))
                column += 1
            elif waiting:
                one = waiting.pop(0)
                span = min(one.span, columns - column)
                for under in range(column, column + span):
                    covered[under] = one.rows - 1
                line.append(_CellAt(column, span, one))
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

"""Lines of text as a canvas, for tables whose head the tab reader does not know.

Cells are parted by tabs, or by upright strokes as wikis and chats write tables.
"""

import re
from itertools import groupby
from typing import Final

from runut.core.sop.reading.canvas import Canvas, Cell, Page, Table, Words

_RULE: Final = re.compile(r"[\s|:+=-]*")
_FEWEST_CELLS: Final = 2


def canvas_of_text(text: str) -> Canvas:
    """One page: neighbouring lines with cells are a table, all other lines loose words."""
    rows = [(number, _cells(line)) for number, line in enumerate(text.split("\n"))]
    tables: list[Table] = []
    words: list[Words] = []
    for kind, group in groupby(rows, lambda row: min(len(row[1]), _FEWEST_CELLS)):
        lines = list(group)
        if kind == _FEWEST_CELLS:
            tables.append(Table(tuple(_row_cells(lines))))
        else:
            words += [Words(cells[0]) for _, cells in lines if cells and cells[0]]
    return Canvas((Page(1, 0.0, 0.0, tuple(tables), words=tuple(words)),))


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    stripped = line.strip()
    if stripped.count("|") < _FEWEST_CELLS:
        return [stripped] if stripped else []
    if _RULE.fullmatch(stripped):
        return [""] * _FEWEST_CELLS
    inside = stripped.removeprefix("|").removesuffix("|")
    return [cell.strip().replace("<br>", "\n") for cell in inside.split("|")]


def _row_cells(lines: list[tuple[int, list[str]]]) -> list[Cell]:
    """The cells, each in the row of its line in the text; empty ones have no row of their own."""
    return [
        Cell(number, column, text)
        for number, cells in lines
        if any(cells)
        for column, text in enumerate(cells)
    ]

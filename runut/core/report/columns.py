"""A column of percentages is printed with one number of decimals: 100,00% under 87,50%.

Two at most: a third decimal stands only where two would tell an untruth (99,995%), and the figures
beside it, rounded to two, have no third to show.
"""

import re
from dataclasses import replace

from runut.core.report.blocks import Block, Cell, Figure, Table
from runut.core.report.text_table import place_cells

_MOST = 2
_PERCENT = re.compile(r"[+−]?[\d.]+(?:,(?P<decimals>\d+))?%")


def even_decimals(block: Block) -> Block:
    """The block; a table with its columns of percentages made even. Nothing else is touched."""
    if not isinstance(block, Table):
        return block
    decimals = [min(n, _MOST) for n in _decimals(block)]
    if not any(decimals):
        return block
    rows = []
    placed = place_cells(block.rows, len(block.widths))
    for row, spots in zip(block.rows, placed, strict=True):
        columns = [one.column for one in spots if one.cell is not None]
        cells = list(row)
        for at, (cell, column) in enumerate(zip(row, columns, strict=False)):
            if cell.span == 1 and decimals[column]:
                cells[at] = _padded(cell, decimals[column])
        rows.append(tuple(cells))
    return replace(block, rows=tuple(rows))


def _decimals(table: Table) -> list[int]:
    """How many decimals each column of percentages has; 0 where a column holds other figures."""
    most = [0] * len(table.widths)
    mixed = [False] * len(table.widths)
    for row in place_cells(table.rows, len(most)):
        for one in row:
            if one.cell is None or one.span > 1:
                continue
            for figure in _figures(one.cell):
                match = _PERCENT.fullmatch(figure.text)
                mixed[one.column] |= match is None
                if match:
                    most[one.column] = max(most[one.column], len(match["decimals"] or ""))
    return [0 if is_mixed else n for n, is_mixed in zip(most, mixed, strict=True)]


def _figures(cell: Cell) -> list[Figure]:
    return [part for line in cell.lines for part in line if isinstance(part, Figure)]


def _padded(cell: Cell, decimals: int) -> Cell:
    return replace(
        cell,
        lines=tuple(
            tuple(_even(part, decimals) if isinstance(part, Figure) else part for part in line)
            for line in cell.lines
        ),
    )


def _even(figure: Figure, decimals: int) -> Figure:
    """
    >>> _even(Figure("100%", "x"), 2).text, _even(Figure("1.005,5%", "x"), 2).text
    ('100,00%', '1.005,50%')
    """
    whole, _, after = figure.text.removesuffix("%").partition(",")
    return replace(figure, text=f"{whole},{after.ljust(decimals, '0')}%")

"""The columns of a table as people see them: edges that differ by a slip of the mouse are one."""

from dataclasses import replace
from itertools import pairwise

from runut.files.read.docx.blocks import TableBlock, TableCell, TableRow

_SLIP = 7.0
"""Points; the narrowest column of an actor is wider."""


def tidy(table: TableBlock) -> TableBlock:
    """The same table on the fewest columns: unused edges dropped, nearly equal edges joined."""
    edges = [0.0]
    for width in table.widths:
        edges.append(edges[-1] + width)
    last = len(edges) - 1
    used = {0, last}
    for row in table.rows:
        used |= {min(cell.column, last) for cell in row.cells}
        used |= {min(cell.column + cell.span, last) for cell in row.cells}
    groups = _groups(sorted(used), edges, table.rows)
    new = {old: at for at, group in enumerate(groups) for old in group}
    places = [_middle([edges[old] for old in group]) for group in groups]
    rows = tuple(
        replace(row, cells=tuple(_moved(cell, new, last) for cell in row.cells))
        for row in table.rows
    )
    widths = tuple(right - left for left, right in pairwise(places))
    return replace(table, widths=widths or (edges[-1],), rows=rows)


def _groups(used: list[int], edges: list[float], rows: tuple[TableRow, ...]) -> list[list[int]]:
    """Edges that lie close together and are never both used by one row."""
    together = [
        {cell.column for cell in row.cells} | {cell.column + cell.span for cell in row.cells}
        for row in rows
    ]
    groups: list[list[int]] = []
    for edge in used:
        near = groups and edges[edge] - edges[groups[-1][0]] <= _SLIP
        if near and not any(edge in row and row & set(groups[-1]) for row in together):
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return groups


def _middle(places: list[float]) -> float:
    return sum(places) / len(places)


def _moved(cell: TableCell, new: dict[int, int], last: int) -> TableCell:
    start, end = new[min(cell.column, last)], new[min(cell.column + cell.span, last)]
    return replace(cell, column=start, span=max(end - start, 1))

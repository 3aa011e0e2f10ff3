"""Rows of a sheet that the borders make one row: a sentence typed line under line in one step.

People who know no line break within a cell put each line of a step into a row of its own and
draw borders only around the whole. What borders enclose is one cell here too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.core.sop.reading.numbers import step_number
from runut.files.read.xlsx.address import Address, Merge, cell_addresses
from runut.files.read.xlsx.parts import Node

_LEAST_WALLS = 4
"""Upright borders of a row: with fewer it is no row of the step table."""

_MOST_ROWS, _MOST_COLUMNS = 2_000, 200
_LONGEST_BAND = 40
_LARGEST_MERGE, _MOST_MERGED = 10_000, 200_000


@dataclass(frozen=True)
class Edges:
    """Which sides of a cell have a border."""

    top: bool = False
    bottom: bool = False
    left: bool = False
    right: bool = False


@dataclass(frozen=True)
class Bordered:
    """The edges of the cells of one sheet, and of merged blocks taken whole."""

    edges: Mapping[Address, Edges]

    def at(self, row: int, column: int) -> Edges:
        return self.edges.get((row, column), Edges())

    def is_open_below(self, row: int, columns: Sequence[int]) -> bool:
        """Whether no border runs between a row and the next."""
        return not any(
            self.at(row, column).bottom or self.at(row + 1, column).top for column in columns
        )

    def walls(self, row: int, columns: Sequence[int]) -> set[int]:
        """The columns with an upright border at their left."""
        return {
            column
            for column in columns
            if self.at(row, column).left or self.at(row, column - 1).right
        }


def read_borders(root: Node | None) -> tuple[Edges, ...]:
    """The edges that each cell style draws."""
    if root is None:
        return ()
    borders = [
        Edges(*(_is_drawn(border, side) for side in ("top", "bottom", "left", "right")))
        for border in root.iterfind("{*}borders/{*}border")
    ]
    styles = []
    for xf in root.iterfind("{*}cellXfs/{*}xf"):
        at = xf.get("borderId", "0")
        known = at.isdecimal() and int(at) < len(borders)
        styles.append(borders[int(at)] if known else Edges())
    return tuple(styles)


def read_bordered(sheet: Node, styles: Sequence[Edges], merges: Sequence[Merge]) -> Bordered:
    """The borders of a sheet as they are seen: none run through a merged block."""
    inside = _merge_over_cells(merges)
    edges: dict[Address, Edges] = {}
    for address, node in cell_addresses(sheet):
        style = node.get("s", "0")
        if not style.isdecimal() or int(style) >= len(styles):
            continue
        drawn, (row, column) = styles[int(style)], address
        merge = inside.get(address, Merge(row, column, row, column))
        seen = Edges(
            drawn.top and row == merge.top,
            drawn.bottom and row == merge.bottom,
            drawn.left and column == merge.left,
            drawn.right and column == merge.right,
        )
        if seen != Edges():
            edges[address] = seen
    return Bordered(edges)


def join_bands(
    borders: Bordered, texts: Mapping[Address, str], merges: Sequence[Merge]
) -> tuple[dict[Address, str], list[Merge]]:
    """Words and merged blocks, with each column of a band as one merged block."""
    joined, blocks = dict(texts), list(merges)
    columns = sorted({column for _, column in borders.edges})[:_MOST_COLUMNS]
    for first, last in _find_bands(borders, texts, columns):
        for left, right in _shared_segments(merges, columns, first, last):
            own = range(first, last + 1)
            blocks = [
                m for m in blocks if not (m.top in own and (m.left, m.right) == (left, right))
            ]
            blocks.append(Merge(first, left, last, right))
            lines = [joined.pop((row, left), "") for row in own]
            if any(lines):
                joined[first, left] = "\n".join(line for line in lines if line)
    return joined, blocks


def apart_from_table(
    borders: Bordered, texts: Mapping[Address, str]
) -> tuple[dict[Address, str], dict[Address, str]]:
    """(the words of the sheet, the words below its last row with borders): notes, signatures.

    A row that bears a number where the table has its own is a step whose borders were forgotten.
    """
    columns = sorted({column for _, column in borders.edges})[:_MOST_COLUMNS]
    filled = sorted({row for row, _ in texts})
    low = max(
        (row for row in filled if len(borders.walls(row, columns)) >= _LEAST_WALLS), default=None
    )
    if low is None or not columns:
        return dict(texts), {}
    drawn = {row for row, _ in borders.edges}
    apart = {
        row
        for row in filled
        if row > low and row not in drawn and not step_number(texts.get((row, columns[0]), ""))
    }
    return (
        {at: text for at, text in texts.items() if at[0] not in apart},
        {at: text for at, text in texts.items() if at[0] in apart},
    )


def _merge_over_cells(merges: Sequence[Merge]) -> dict[Address, Merge]:
    over: dict[Address, Merge] = {}
    for merge in merges:
        rows = range(merge.top, merge.bottom + 1)
        columns = range(merge.left, merge.right + 1)
        if len(rows) * len(columns) <= _LARGEST_MERGE and len(over) <= _MOST_MERGED:
            over.update(((row, column), merge) for row in rows for column in columns)
    return over


def _shared_segments(
    merges: Sequence[Merge], columns: Sequence[int], first: int, last: int
) -> list[tuple[int, int]]:
    """Columns, or runs of merged columns, that stand alike in every row of a band."""
    touching = [merge for merge in merges if merge.top <= last and first <= merge.bottom]
    segments: list[tuple[int, int]] = []
    for column in columns:
        over = [merge for merge in touching if merge.left <= column <= merge.right]
        spans = {(merge.left, merge.right) for merge in over}
        is_tall = any(merge.top != merge.bottom for merge in over)
        if is_tall or (over and column != over[0].left):
            continue
        if not over:
            segments.append((column, column))
        elif len(spans) == 1 and len(over) == last - first + 1:
            segments.append(spans.pop())
    return segments


def _find_bands(
    borders: Bordered, texts: Mapping[Address, str], columns: Sequence[int]
) -> list[tuple[int, int]]:
    """First and last row of every run of rows that the borders make one row."""
    bands: list[tuple[int, int]] = []
    rows = sorted({row for row, _ in borders.edges})[:_MOST_ROWS]
    first: int | None = None
    for row in rows:
        goes_on = _goes_on(borders, row, columns)
        if goes_on and first is None:
            first = row
        elif not goes_on and first is not None:
            if row - first < _LONGEST_BAND and _is_one_step(texts, first, row, columns):
                bands.append((first, row))
            first = None
    return bands


def _goes_on(borders: Bordered, row: int, columns: Sequence[int]) -> bool:
    walls = borders.walls(row, columns)
    return (
        len(walls) >= _LEAST_WALLS
        and walls == borders.walls(row + 1, columns)
        and borders.is_open_below(row, columns)
    )


def _is_one_step(
    texts: Mapping[Address, str], first: int, last: int, columns: Sequence[int]
) -> bool:
    """A band holds one number: its first filled column is filled once, in its first row."""
    for column in columns:
        filled = [row for row in range(first, last + 1) if (row, column) in texts]
        if filled:
            return filled == [first]
    return False


def _is_drawn(border: Node, side: str) -> bool:
    names = {"left": ("left", "start"), "right": ("right", "end")}.get(side, (side,))
    nodes = [border.find(f"{{*}}{name}") for name in names]
    return any(node is not None and node.get("style", "none") != "none" for node in nodes)

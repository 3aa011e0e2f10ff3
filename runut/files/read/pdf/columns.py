"""Loose text that stands in columns as the table it is: identity blocks without any border."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from runut.core.sop.reading.canvas import Box, Cell, Table
from runut.files.read.pdf.words import Word, around, columns_of, lines_of, text_in

_ALIGNED: Final = 3.0
"""Points by which the left edges of one column differ at most."""
_FEWEST: Final = 4
"""Lines of two columns and more, from which on loose text is a table."""
_ROW_GAP: Final = 0.45
"""Share of a line's height that parts two rows where rows have room between them."""
_WIDER: Final = 4.0


@dataclass(frozen=True)
class _Part:
    words: tuple[Word, ...]
    box: Box


def aligned_table(words: Sequence[Word]) -> tuple[Table | None, list[Word]]:
    """(the table that stands in loose words, the words outside it)."""
    level = [word for word in words if word.turn == 0]
    lines = [
        [_Part(tuple(part), around(part)) for part in columns_of(line)] for line in lines_of(level)
    ]
    lefts = _lefts(lines)
    held = [place for place, line in enumerate(lines) if len(_columns(line, lefts)) > 1]
    if len(lefts) < 2 or len(held) < _FEWEST:
        return None, list(words)
    block = lines[held[0] : _last(lines, held[-1], lefts) + 1]
    table = _table(_rows(block), lefts)
    inside = {id(word) for line in block for part in line for word in part.words}
    return table, [word for word in words if id(word) not in inside]


def _lefts(lines: Sequence[Sequence[_Part]]) -> list[float]:
    """The left edges at which the parts of several lines begin, of lines parted in columns."""
    edges = sorted(part.box.left for line in lines if len(line) > 1 for part in line)
    groups: list[list[float]] = []
    for edge in edges:
        if groups and edge - groups[-1][0] <= _ALIGNED:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    lefts = [group[0] - 0.5 for group in groups if len(group) >= 3]
    is_before = bool(lefts and edges[0] < lefts[0] - _ALIGNED)
    return [edges[0] - 0.5, *lefts] if is_before else lefts


def _columns(line: Sequence[_Part], lefts: Sequence[float]) -> set[int]:
    return {place for part in line if (place := _column(part, lefts)) is not None}


def _column(part: _Part, lefts: Sequence[float]) -> int | None:
    """The column in which a part begins."""
    own = [i for i, left in enumerate(lefts) if left <= part.box.left + 0.1]
    return own[-1] if own else None


def _last(lines: Sequence[Sequence[_Part]], last: int, lefts: Sequence[float]) -> int:
    """The last line of the block: lines that run on below its last row belong to it."""
    while last + 1 < len(lines) and all(
        any(abs(part.box.left - left - 0.5) <= _WIDER for left in lefts[1:])
        for part in lines[last + 1]
    ):
        last += 1
    return last


def _rows(lines: Sequence[list[_Part]]) -> list[list[list[_Part]]]:
    """Lines to rows: by the room between rows, or, where all stand close, by their columns."""
    gaps = [
        (min(p.box.top for p in below) - max(p.box.bottom for p in above))
        / max(1.0, above[0].box.bottom - above[0].box.top)
        for above, below in pairwise(lines)
    ]
    has_room = sum(gap >= _ROW_GAP for gap in gaps) >= _FEWEST
    rows = [[lines[0]]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        if gap >= _ROW_GAP or (not has_room and len(line) > 1):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _table(rows: Sequence[Sequence[Sequence[_Part]]], lefts: Sequence[float]) -> Table:
    parts = [part for row in rows for line in row for part in line]
    whole = around([word for part in parts for word in part.words])
    edges = [min(whole.left, lefts[0]), *lefts[1:], whole.right + 1]
    cells = []
    top = whole.top
    for at, row in enumerate(rows):
        bottom = max(part.box.bottom for line in row for part in line)
        for column in range(len(lefts)):
            own = [p for line in row for p in line if (_column(p, lefts) or 0) == column]
            box = Box(edges[column], top, edges[column + 1], bottom)
            text = text_in([word for part in own for word in part.words], box) if own else ""
            cells.append(Cell(at, column, text, box=box))
        top = bottom
    return Table(tuple(cells), Box(edges[0], whole.top, edges[-1], whole.bottom))

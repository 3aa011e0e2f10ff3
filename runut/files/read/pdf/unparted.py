"""Cells of a table that ran together because a border is missing: their words tell them apart."""

from collections.abc import Sequence
from typing import Final

from runut.core.sop.reading.canvas import Box
from runut.files.geometry import holds
from runut.files.read.pdf.grid import GridCell, cells_of
from runut.files.read.pdf.strips import Strip
from runut.files.read.pdf.words import Word

_APART: Final = 1.2
"""Share of a letter's height that parts two columns of words, or two rows of them."""
_LEFT: Final = 1.5
"""Points by which words of one column may begin beside one another."""
_MOST_OF: Final = 0.55
"""Share of a table's breadth along which a border between two rows is drawn."""
_MOST_CELLS: Final = 400


def with_missing_borders(rulings: Sequence[Strip], words: Sequence[Word]) -> list[Strip]:
    """The rulings of a table, and those that are missing between words that stand apart.

    A cell over two columns is two cells where the border goes on above or below it and words stand
    on both sides of it, none across. Over two rows likewise, where most of the border is drawn.
    """
    cells = cells_of(rulings)
    if len(cells) > _MOST_CELLS:
        return list(rulings)
    found = list(rulings)
    for cell in cells:
        if cell.row_span == 1 and cell.column_span == 1:
            continue
        own = [word for word in words if word.turn == 0 and holds(cell.box, word.box.centre)]
        if len(own) < 2:
            continue
        found += [
            Strip(x, cell.box.top, cell.box.bottom, True)
            for x in _inner(rulings, cell.box, is_upright=True)
            if _goes_on(rulings, x, cell.box) and _is_between(own, x, cell, cells, words)
        ]
        found += [
            Strip(y, cell.box.left, cell.box.right, False)
            for y in _inner(rulings, cell.box, is_upright=False)
            if _is_mostly_drawn(rulings, y) and _is_under(own, y)
        ]
    return found


def _inner(rulings: Sequence[Strip], box: Box, *, is_upright: bool) -> list[float]:
    """The places inside a cell at which the table has rulings elsewhere."""
    low, high = (box.left, box.right) if is_upright else (box.top, box.bottom)
    places = sorted(s.at for s in rulings if s.is_upright is is_upright)
    found: list[float] = []
    for place in places:
        if low + 4 < place < high - 4 and (not found or place - found[-1] > 2.5):
            found.append(place)
    return found


def _goes_on(rulings: Sequence[Strip], x: float, box: Box) -> bool:
    """Whether an upright border runs on right above or right below a cell."""
    own = [s for s in rulings if s.is_upright and abs(s.at - x) <= 1.5]
    return any(
        s.low < box.top - 4 <= s.high + 6 or s.low - 6 <= box.bottom + 4 < s.high for s in own
    )


def _is_between(
    own: Sequence[Word], x: float, cell: GridCell, cells: Sequence[GridCell], words: Sequence[Word]
) -> bool:
    left = [word for word in own if word.box.right <= x + 0.5]
    right = [word for word in own if word.box.left >= x - 0.5]
    if not left or not right or len(left) + len(right) < len(own):
        return False
    edge = min(word.box.left for word in right)
    gap = edge - max(word.box.right for word in left)
    if gap > _APART * right[0].size:
        return True
    begins = [
        min(word.box.left for word in inside)
        for other in cells
        if other is not cell and abs(other.box.left - x) <= 1.5
        if (inside := [word for word in words if holds(other.box, word.box.centre)])
    ]
    return any(abs(begin - edge) <= _LEFT for begin in begins)


def _is_mostly_drawn(rulings: Sequence[Strip], y: float) -> bool:
    flat = [s for s in rulings if not s.is_upright]
    breadth = max(s.high for s in flat) - min(s.low for s in flat)
    drawn = sum(s.length for s in flat if abs(s.at - y) <= 1.5)
    return drawn >= _MOST_OF * breadth


def _is_under(own: Sequence[Word], y: float) -> bool:
    """Whether words stand above and below a border, farther apart than lines of one paragraph."""
    above = [word for word in own if word.box.bottom <= y + 0.5]
    below = [word for word in own if word.box.top >= y - 0.5]
    if not above or not below or len(above) + len(below) < len(own):
        return False
    gap = min(word.box.top for word in below) - max(word.box.bottom for word in above)
    return gap > _APART * below[0].size

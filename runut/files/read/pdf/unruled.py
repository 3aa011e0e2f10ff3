"""Rows of a table between which no line was drawn: the numbers of the steps tell them apart."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runut.files.geometry import holds
from runut.files.read.pdf.grid import GridCell, cells_of
from runut.files.read.pdf.strips import Strip
from runut.files.read.pdf.words import Word

_NUMBER: Final = re.compile(r"\(?(\d{1,3})[.)]?")
_FEWEST_COLUMNS: Final = 5
"""Columns of a table of steps; a list beside its numbers has fewer."""
_ABOVE: Final = 2.5
"""Points above the first line of a row, where its words begin at its top."""
_SAME_LINE: Final = 2.0

Gap = tuple[float, float]


def with_missing_rows(rulings: Sequence[Strip], words: Sequence[Word]) -> list[Strip]:
    """The rulings of a table, and a level one between any two numbers that stand in one cell."""
    cells = cells_of(rulings)
    found = list(rulings)
    left = min((cell.box.left for cell in cells), default=0.0)
    for cell in cells:
        beside = [c for c in cells if _shares_row(c, cell)]
        own = [word for word in words if word.turn == 0 and holds(cell.box, word.box.centre)]
        own.sort(key=lambda word: word.box.top)
        if cell.box.left > left + 1.5 or len(beside) < _FEWEST_COLUMNS or not _counts_up(own):
            continue
        level = [
            w for w in words if w.turn == 0 and any(holds(c.box, w.box.centre) for c in beside)
        ]
        right = max(c.box.right for c in beside)
        found += [Strip(y, left, right, False) for y in _between(own, level)]
    return found


def _shares_row(one: GridCell, other: GridCell) -> bool:
    return one.row == other.row and one.row_span == other.row_span


def _counts_up(own: Sequence[Word]) -> bool:
    """Whether a cell holds the numbers of several steps and nothing else."""
    numbers = [_NUMBER.fullmatch(word.text) for word in own]
    if len(own) < 2 or not all(numbers):
        return False
    counted = [int(one[1]) for one in numbers if one]
    return all(b == a + 1 for a, b in pairwise(counted))


def _between(numbers: Sequence[Word], words: Sequence[Word]) -> list[float]:
    """Where the lines between the rows would run: in the widest gap between two numbers, right
    above the next row where words begin at the top of their cells, else in its middle."""
    gaps = [_widest_gap(one, other, words) for one, other in pairwise(numbers)]
    begins_high = all(
        abs(high - number.box.top) <= _SAME_LINE
        for (_, high), number in zip(gaps, numbers[1:], strict=True)
    )
    return [high - _ABOVE if begins_high else (low + high) / 2 for low, high in gaps]


def _widest_gap(one: Word, other: Word, words: Sequence[Word]) -> Gap:
    """The highest band without words from one number to the next."""
    top, bottom = one.box.top, other.box.bottom
    lines = sorted(
        (word.box.top, word.box.bottom)
        for word in words
        if top - _SAME_LINE <= word.box.centre[1] <= bottom + _SAME_LINE
    )
    gaps: list[Gap] = []
    reach = one.box.bottom
    for low, high in lines:
        if low > reach:
            gaps.append((reach, low))
        reach = max(reach, high)
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=(one.box.bottom, other.box.top))

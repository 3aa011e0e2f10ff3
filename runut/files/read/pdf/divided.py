"""Actors' columns that no ruling parts: the words of the head tell where one ends."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from runut.core.sop.form.labels import column_kind
from runut.core.sop.reading.canvas import Box, Shape
from runut.files.geometry import holds
from runut.files.read.pdf.grid import GridCell, cells_of
from runut.files.read.pdf.strips import Strip
from runut.files.read.pdf.words import Word, text_in

_APART: Final = 0.9
"""Share of a letter's height that parts two names in a cell as wide as two columns."""
_FAR: Final = 1.6
"""The share that parts them where only the symbols below tell of two columns."""
_TWICE: Final = 1.6
"""From how many times the breadth of its neighbours on a column is more than one."""
_UNDER: Final = 0.35
"""Share of a column's breadth by which a symbol may lie off its middle."""


def with_divided_heads(
    rulings: Sequence[Strip], words: Sequence[Word], shapes: Sequence[Shape]
) -> list[Strip]:
    """The rulings of a table and one more between two names of actors that stand side by side.

    A cell of the head is two columns only where something besides the gap between its words says
    so: its breadth, or symbols below each of the names.
    """
    cells = cells_of(rulings)
    group = next((c for c in cells if column_kind(_text(c.box, words)) == "pelaksana"), None)
    if group is None:
        return list(rulings)
    below = group.row + group.row_span
    heads = [c for c in cells if c.row == below and _is_within(c.box, group.box)]
    bottom = max(strip.high for strip in rulings if strip.is_upright)
    found = list(rulings)
    for head in heads:
        others = [c.box.width for c in heads if c is not head]
        places = _borders(head, others, words, shapes)
        found += [Strip(place, head.box.top, bottom, True) for place in places]
    return found


def _text(box: Box, words: Sequence[Word]) -> str:
    return text_in([word for word in words if holds(box, word.box.centre)], box)


def _is_within(inner: Box, outer: Box) -> bool:
    return outer.left - 1 <= inner.left and inner.right <= outer.right + 1


def _borders(
    head: GridCell, others: Sequence[float], words: Sequence[Word], shapes: Sequence[Shape]
) -> list[float]:
    """Where the columns under one cell of the head meet; none where it is one column."""
    own = [word for word in words if holds(head.box, word.box.centre) and word.turn == 0]
    gaps = _gaps(own)
    if not gaps:
        return []
    size = median(word.size for word in own)
    by_width = round(head.box.width / median(others)) if others else 1
    if by_width > 1 and head.box.width >= _TWICE * median(others):
        widest = sorted(gaps, key=lambda gap: gap[0] - gap[1])[: by_width - 1]
        kept = [gap for gap in widest if gap[1] - gap[0] > _APART * size]
        return sorted(_border(gap, head.box, by_width) for gap in kept)
    far = [gap for gap in gaps if gap[1] - gap[0] > _FAR * size]
    count = len(far) + 1
    places = [_border(gap, head.box, count) for gap in far]
    sides = [head.box.left, *places, head.box.right]
    columns = [Box(a, head.box.bottom, b, float("inf")) for a, b in pairwise(sides)]
    is_told = all(any(_is_under(shape.box, column) for shape in shapes) for column in columns)
    return places if far and is_told else []


def _gaps(words: Sequence[Word]) -> list[tuple[float, float]]:
    """The gaps between words that no line of the cell bridges, from left to right."""
    found: list[tuple[float, float]] = []
    reach: float | None = None
    for word in sorted(words, key=lambda w: w.box.left):
        if reach is not None and word.box.left > reach:
            found.append((reach, word.box.left))
        reach = max(word.box.right, reach if reach is not None else word.box.right)
    return found


def _border(gap: tuple[float, float], box: Box, count: int) -> float:
    """Where columns of one breadth meet, if that is in the gap; else its middle."""
    even = (box.left + box.width * n / count for n in range(1, count))
    return next((x for x in even if gap[0] < x < gap[1]), (gap[0] + gap[1]) / 2)


def _is_under(shape: Box, column: Box) -> bool:
    """Whether a symbol stands below a name, about the middle of its column."""
    off = abs(shape.centre[0] - column.centre[0])
    return shape.top >= column.top and off <= _UNDER * column.width and shape.width < column.width

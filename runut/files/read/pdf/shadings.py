"""Grounds behind words: rectangles painted without a border, which no line leads to."""

from collections.abc import Iterable, Sequence
from typing import Final

from runut.core.sop.reading.canvas import Box
from runut.files.geometry import Point, holds
from runut.files.read.pdf.figures import is_rectangle
from runut.files.read.pdf.marks import Letter, Trace
from runut.files.read.pdf.outlines import Sorted

_AT: Final = 2.5
"""Points between a symbol and the end of a line that leads to it."""
_MIDDLE: Final = 0.15
"""Share of a side, at each of its ends, where a line is that of a table and leads to no symbol."""


def without_shadings(found: Sorted, letters: Sequence[Letter]) -> list[Trace]:
    """The outlines of a page that can be symbols.

    Word paints the ground of a paragraph, spreadsheets that of a cell, as a fill without a border.
    A symbol may be painted so too, but then a line ends on it, or it is dark and holds no words.
    """
    grounds = [trace for trace in found.outlines if _can_be_ground(trace, found.outlines)]
    if not grounds:
        return found.outlines
    ends = list(_ends(found))
    gone = {
        id(trace)
        for trace in grounds
        if not any(_is_at_side(point, trace.box) for point in ends)
        and (not trace.is_dark or _holds_words(trace.box, letters))
    }
    return [trace for trace in found.outlines if id(trace) not in gone]


def _can_be_ground(trace: Trace, outlines: Iterable[Trace]) -> bool:
    if trace.is_stroked or not trace.is_filled or not is_rectangle(trace):
        return False
    return not any(
        other is not trace and other.is_stroked and _is_around(other.box, trace.box)
        for other in outlines
    )


def _is_around(border: Box, ground: Box) -> bool:
    """Whether a border painted by itself belongs to a ground: then both are one symbol."""
    gaps = (
        border.left - ground.left, border.top - ground.top,
        border.right - ground.right, border.bottom - ground.bottom,
    )  # fmt: skip
    return all(abs(gap) <= _AT for gap in gaps)


def _ends(found: Sorted) -> Iterable[Point]:
    for strip in found.strips:
        yield from strip.ends
    for trace in found.open_lines:
        yield trace.points[0]
        yield trace.points[-1]
    for trace in (*found.heads, *found.filled):
        yield from trace.points


def _is_at_side(point: Point, box: Box) -> bool:
    """Whether a point is on a side of a box, away from its corners."""
    if not holds(box, point, _AT):
        return False
    x, y = point
    across, down = _MIDDLE * box.width, _MIDDLE * box.height
    is_within_x = box.left + across <= x <= box.right - across
    is_within_y = box.top + down <= y <= box.bottom - down
    is_upper_or_lower = min(abs(y - box.top), abs(y - box.bottom)) <= _AT
    is_left_or_right = min(abs(x - box.left), abs(x - box.right)) <= _AT
    return (is_within_x and is_upper_or_lower) or (is_within_y and is_left_or_right)


def _holds_words(box: Box, letters: Iterable[Letter]) -> bool:
    return any(holds(box, letter.box.centre) for letter in letters)

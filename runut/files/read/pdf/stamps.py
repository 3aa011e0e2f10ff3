"""Stamps: round outlines over the lines of a table, or one within another, which are no symbols."""

from collections.abc import Sequence
from typing import Final

from runut.core.sop.reading.canvas import ShapeKind
from runut.files.read.pdf.figures import kind_of
from runut.files.read.pdf.marks import Letter, Trace
from runut.files.read.pdf.strips import Strip

_SMALLEST: Final = 24.0
"""Points: a round symbol, such as a connector with its number, is smaller."""
_ROUND: Final = 0.15
_RING: Final = 3.0
"""Points by which two circles of one stamp differ in breadth, and two paths of one symbol not."""
_THROUGH: Final = 3.0
"""Points by which a line goes on at both sides of the border that it passes."""
_DEEP: Final = 0.2
"""Share of a stamp's breadth by which a line that passes through it stays off its border."""


def without_stamps(
    traces: Sequence[Trace],
    painted: Sequence[Trace],
    strips: Sequence[Strip],
    letters: Sequence[Letter],
) -> list[Trace]:
    """The outlines of a page but for round ones through which its lines pass, and for rings.

    ``painted`` are all outlines, of which ``traces`` holds every symbol once.
    """
    rings = [trace for trace in painted if trace.is_stroked and _is_round(trace)]
    stamps = [
        trace
        for trace in traces
        if _is_round(trace)
        and (
            (trace.box.width >= _SMALLEST and any(_passes(strip, trace) for strip in strips))
            or (trace.is_stroked and _is_of_ring(trace, rings, letters))
        )
    ]
    return [trace for trace in traces if trace not in stamps]


def _is_round(trace: Trace) -> bool:
    box = trace.box
    if abs(box.width - box.height) > _ROUND * max(box.width, box.height):
        return False
    return kind_of(trace)[0] not in (ShapeKind.PROCESS, ShapeKind.DECISION)


def _is_of_ring(trace: Trace, others: Sequence[Trace], letters: Sequence[Letter]) -> bool:
    """Whether another circle has the same middle, and no number stands there as in a connector."""
    x, y = trace.box.centre
    is_doubled = any(
        abs(other.box.width - trace.box.width) >= _RING and _is_near(other.box.centre, (x, y), 1.0)
        for other in others
    )
    return is_doubled and not any(
        _is_near(letter.box.centre, (x, y), trace.box.width / 4) for letter in letters
    )


def _is_near(one: tuple[float, float], other: tuple[float, float], most: float) -> bool:
    return abs(one[0] - other[0]) <= most and abs(one[1] - other[1]) <= most


def _passes(strip: Strip, trace: Trace) -> bool:
    box = trace.box
    first, last = (box.left, box.right) if strip.is_upright else (box.top, box.bottom)
    low, high = (box.top, box.bottom) if strip.is_upright else (box.left, box.right)
    inset = _DEEP * box.width
    is_within = first + inset < strip.at < last - inset
    return is_within and any(
        strip.low + _THROUGH < side < strip.high - _THROUGH for side in (low, high)
    )

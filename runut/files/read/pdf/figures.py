"""What kind of symbol a closed outline is, by its corners and curves."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runut.core.sop.reading.canvas import Box, ShapeKind
from runut.files.geometry import Point
from runut.files.read.pdf.marks import Trace

_STRAIGHT: Final = 0.06
"""Share of the box by which a side may lean and still be level or upright."""
_MANY: Final = 8
"""From so many corners on a convex outline is a curve drawn in small steps."""
_ROUND: Final = 0.15
"""Share by which a circle's height and width may differ."""
_SHARP: Final = 0.2
"""Points between a corner and the corner of the box around an outline that is not rounded there."""

Kind = tuple[ShapeKind, float]


def kind_of(trace: Trace) -> Kind:
    """The symbol an outline stands for, and how sure that is."""
    box = trace.box
    if trace.curves:
        return _of_curves(trace, box)
    corners = corners_of(trace.points)
    if len(corners) == 4:
        return _of_four(corners, box)
    if len(corners) == 5:
        return _of_five(corners, box)
    if len(corners) >= _MANY and is_convex(corners):
        return _of_steps(corners, box)
    return ShapeKind.OTHER, 0.6


def corners_of(points: Sequence[Point]) -> tuple[Point, ...]:
    """The corners of a closed outline: without points on its straight sides."""
    spread = math.dist(
        (min(x for x, _ in points), min(y for _, y in points)),
        (max(x for x, _ in points), max(y for _, y in points)),
    )
    near = max(0.15, 0.006 * spread)
    kept = list(points)
    at = 0
    while len(kept) > 3 and at < len(kept):
        before, here, after = kept[at - 1], kept[at], kept[(at + 1) % len(kept)]
        if math.dist(before, here) <= near or _off_line(here, before, after) <= near:
            kept.pop(at)
            at = max(0, at - 1)
        else:
            at += 1
    return tuple(kept)


def _off_line(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the line between two others."""
    length = math.dist(start, end)
    if length < 0.01:
        return math.dist(point, start)
    return abs(
        (end[0] - start[0]) * (start[1] - point[1]) - (start[0] - point[0]) * (end[1] - start[1])
    ) / length  # fmt: skip


def is_rectangle(trace: Trace) -> bool:
    """Whether an outline is a rectangle along the axes."""
    if trace.curves or not trace.is_closed:
        return False
    corners = corners_of(trace.points)
    return len(corners) == 4 and _is_upright(corners) and _is_full(trace)


def _is_full(trace: Trace) -> bool:
    """Whether an outline fills its box: a bent line with a breadth has four corners too."""
    return area_of(trace.points) >= 0.8 * trace.box.width * trace.box.height


def is_convex(corners: Sequence[Point]) -> bool:
    turns = [
        (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
        for a, b, c in zip(
            corners, (*corners[1:], corners[0]), (*corners[2:], *corners[:2]), strict=True
        )
    ]
    return all(turn > -0.5 for turn in turns) or all(turn < 0.5 for turn in turns)


def area_of(points: Sequence[Point]) -> float:
    """The area of a closed outline, in points²."""
    closed = (*points, points[0])
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(closed))) / 2


def _is_upright(corners: Sequence[Point]) -> bool:
    closed = (*corners, corners[0])
    return all(
        min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= max(0.3, _STRAIGHT * math.dist(a, b))
        for a, b in pairwise(closed)
    )


def _of_four(corners: Sequence[Point], box: Box) -> Kind:
    if _is_upright(corners):
        return ShapeKind.PROCESS, 1.0
    across, down = box.width, box.height
    middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    is_rhomb = all(
        abs(x - middle[0]) <= 0.12 * across or abs(y - middle[1]) <= 0.12 * down
        for x, y in corners
    ) and area_of(corners) < 0.62 * across * down  # fmt: skip
    return (ShapeKind.DECISION, 1.0) if is_rhomb else (ShapeKind.OTHER, 0.6)


def _of_five(corners: Sequence[Point], box: Box) -> Kind:
    """A home plate, whichever way it points; else a star or something cut off."""
    area = area_of(corners)
    is_plate = is_convex(corners) and 0.6 <= area / max(1.0, box.width * box.height) < 1
    return (ShapeKind.OFF_PAGE, 1.0) if is_plate else (ShapeKind.OTHER, 0.6)


def _of_curves(trace: Trace, box: Box) -> Kind:
    corner_points = ((x, y) for x in (box.left, box.right) for y in (box.top, box.bottom))
    sharp = sum(any(math.dist(c, p) <= _SHARP for p in trace.points) for c in corner_points)
    if sharp >= 3:
        return ShapeKind.PROCESS, 0.7
    if sharp:
        return ShapeKind.OTHER, 0.6
    around = 2 * (box.width + box.height)
    if trace.straight <= 0.1 * around:
        return _of_ellipse(box)
    return ShapeKind.TERMINATOR, 1.0


def _of_ellipse(box: Box) -> Kind:
    across, down = box.width, box.height
    if abs(across - down) <= _ROUND * max(across, down):
        return ShapeKind.OFF_PAGE, 0.9
    return ShapeKind.TERMINATOR, 0.95


def _of_steps(corners: Sequence[Point], box: Box) -> Kind:
    share = area_of(corners) / max(1.0, box.width * box.height)
    if share < 0.7:
        return ShapeKind.OTHER, 0.6
    return _of_ellipse(box) if share < 0.82 else (ShapeKind.TERMINATOR, 0.95)

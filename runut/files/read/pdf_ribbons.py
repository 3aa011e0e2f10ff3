"""Lines painted as filled areas: the course of a thin polygon, and the arrowhead at its end."""

import math
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from runut.files.read.pdf_marks import Point, Trace

_BROADEST: Final = 3.2
"""Points: the breadth of a painted line."""
_PARALLEL: Final = 0.985
_MOST_CORNERS: Final = 80
_HEAD: Final = 16.0


@dataclass(frozen=True)
class Course:
    """An open line: its points, and at which ends it has an arrowhead."""

    points: tuple[Point, ...]
    has_head_at_start: bool = False
    has_head_at_end: bool = False


def course_of(trace: Trace) -> Course | None:
    """The middle line of a thin filled outline, or None where it has no course."""
    if len(trace.points) > _MOST_CORNERS:
        return None
    pieces = _middle_pieces(trace.points)
    if not pieces:
        return None
    points = _chained(pieces)
    start, is_headed = _tip(points[0], points[1], trace.points)
    end, is_headed_too = _tip(points[-1], points[-2], trace.points)
    return Course((start, *points[1:-1], end), is_headed, is_headed_too)


def _middle_pieces(points: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    """The middles between opposite sides that run close beside one another."""
    sides = [
        (a, b) for a, b in pairwise((*points, points[0])) if math.dist(a, b) >= 1.0
    ]  # fmt: skip
    found = []
    for (a, b), (c, d) in combinations(sides, 2):
        length, other = math.dist(a, b), math.dist(c, d)
        unit = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        along = (unit[0] * (d[0] - c[0]) + unit[1] * (d[1] - c[1])) / other
        if along > -_PARALLEL:
            continue
        gap = unit[0] * (c[1] - a[1]) - unit[1] * (c[0] - a[0])
        if abs(gap) > _BROADEST:
            continue
        at_c = unit[0] * (c[0] - a[0]) + unit[1] * (c[1] - a[1])
        at_d = unit[0] * (d[0] - a[0]) + unit[1] * (d[1] - a[1])
        low, high = max(0.0, min(at_c, at_d)), min(length, max(at_c, at_d))
        if high - low < 1.5 * abs(gap) or high - low < 2.0:
            continue
        shift = -unit[1] * gap / 2, unit[0] * gap / 2
        found.append(
            (
                (a[0] + unit[0] * low + shift[0], a[1] + unit[1] * low + shift[1]),
                (a[0] + unit[0] * high + shift[0], a[1] + unit[1] * high + shift[1]),
            )
        )
    return found


def _chained(pieces: list[tuple[Point, Point]]) -> tuple[Point, ...]:
    """Pieces laid end to end, beginning with the longest."""
    left = sorted(pieces, key=lambda piece: -math.dist(*piece))
    chain = list(left.pop(0))
    while left:
        best = min(
            (
                (math.dist(chain[end], piece[side]), end, side, at)
                for at, piece in enumerate(left)
                for end in (0, -1)
                for side in (0, 1)
            ),
        )
        if best[0] > 2 * _BROADEST:
            break
        _, end, side, at = best
        piece = left.pop(at)
        joint, far = _meeting(chain[end], piece[side]), piece[1 - side]
        if end == 0:
            chain[:1] = [far, joint]
        else:
            chain[-1:] = [joint, far]
    return tuple(chain)


def _meeting(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _tip(end: Point, before: Point, outline: tuple[Point, ...]) -> tuple[Point, bool]:
    """Where a line really ends: at the tip of its arrowhead, if the outline broadens there."""
    length = math.dist(before, end) or 1.0
    unit = (end[0] - before[0]) / length, (end[1] - before[1]) / length
    ahead, broad = 0.0, 0.0
    for x, y in outline:
        dx, dy = x - end[0], y - end[1]
        along = dx * unit[0] + dy * unit[1]
        across = abs(dx * unit[1] - dy * unit[0])
        if -_HEAD / 2 <= along <= _HEAD and across <= _HEAD / 2:
            ahead = max(ahead, along)
            broad = max(broad, across)
    if broad <= 0.8 * _BROADEST / 1.3:
        return end, False
    return (end[0] + unit[0] * ahead, end[1] + unit[1] * ahead), True

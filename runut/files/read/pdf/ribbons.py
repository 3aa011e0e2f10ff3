"""Lines painted as filled areas: the course of a thin polygon, and the arrowhead at its end."""

import math
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from runut.files.geometry import Point
from runut.files.read.pdf.marks import Trace

_BROADEST: Final = 3.2
"""Points: the breadth of a painted line."""
_PARALLEL: Final = 0.985
_MOST_CORNERS: Final = 80
_HEAD: Final = 16.0
_NARROWEST: Final = 2.8
"""Points: the base of the smallest arrowhead."""


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
    tips = _tips(trace.points)
    pieces = [piece for piece in _middle_pieces(trace.points) if not _is_in_head(piece, tips)]
    return _headed(_chained(pieces), tips) if pieces else None


def _is_in_head(piece: tuple[Point, Point], tips: list[tuple[Point, Point]]) -> bool:
    """Whether two sides run beside one another only where an arrowhead begins."""
    return any(
        all(math.dist(end, base) <= 0.8 * math.dist(tip, base) for end in piece)
        for tip, base in tips
    )


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


def _headed(points: tuple[Point, ...], tips: list[tuple[Point, Point]]) -> Course:
    """A line drawn out to the tips that its outline has at its ends."""
    is_start, is_end = False, False
    for tip, base in tips:
        to_start, to_end = math.dist(points[0], base), math.dist(points[-1], base)
        if min(to_start, to_end) > _HEAD:
            continue
        if to_end <= to_start and not is_end:
            points, is_end = _to_tip(points, base, tip), True
        elif not is_start:
            points, is_start = tuple(reversed(_to_tip(points[::-1], base, tip))), True
    return Course(points, is_start, is_end)


def _tips(outline: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    """(tip, middle of the base) of every arrowhead in an outline."""
    found = []
    for at, tip in enumerate(outline):
        one, other = outline[at - 1], outline[(at + 1) % len(outline)]
        sides, base = sorted((math.dist(tip, one), math.dist(tip, other))), math.dist(one, other)
        is_even = 0 < sides[1] <= min(_HEAD, 1.35 * sides[0])
        if is_even and _NARROWEST <= base <= 1.3 * sides[0]:
            found.append((tip, _meeting(one, other)))
    return found


def _to_tip(points: tuple[Point, ...], base: Point, tip: Point) -> tuple[Point, ...]:
    """A line on to a tip: straight on where it runs at it, else round the bend at the base."""
    (ax, ay), (bx, by) = points[-2], points[-1]
    length = math.dist((ax, ay), (bx, by)) or 1.0
    aside = abs((tip[0] - ax) * (by - ay) - (tip[1] - ay) * (bx - ax)) / length
    return (*points[:-1], tip) if aside <= 1.5 else (*points, base, tip)

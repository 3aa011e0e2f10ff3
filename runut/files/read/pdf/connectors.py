"""The lines between the symbols of a page, joined from the pieces they were painted in."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from runut.core.sop.reading.canvas import Box, Connector
from runut.files.geometry import Point, holds
from runut.files.read.pdf.heads import Head, barbs_of, head_of, single, with_heads
from runut.files.read.pdf.outlines import Sorted
from runut.files.read.pdf.ribbons import Course, course_of
from runut.files.read.pdf.strips import Strip, course_along

MOST: Final = 600
_AT_SHAPE: Final = 12.0
_ON_BORDER: Final = 2.0
_SHORTEST: Final = 1.0
_MEETING: Final = 1.2
"""Points within which two pieces of one line meet."""
_BRIDGED: Final = 14.0
"""Points of a gap at a bend that is closed where one line points at the other's end."""
_STUB: Final = 6.0
_ASIDE: Final = 1.0


def connectors_of(found: Sorted, loose: Sequence[Strip], boxes: Sequence[Box]) -> list[Connector]:
    """The connectors of a page; ``loose`` are its lines that rule no table, ``boxes`` its symbols.

    A line without a head that is near no symbol is an underline or an ornament.
    """
    if not boxes:
        return []
    barbs, lines = barbs_of(found.open_lines)
    courses = [Course(course_along(strip)) for strip in loose]
    courses += [Course(trace.points) for trace in lines]
    courses += [course for trace in found.filled if (course := course_of(trace))]
    courses = [course for course in courses if _length(course) >= _SHORTEST][:MOST]
    heads = single([*(head_of(trace) for trace in found.heads), *barbs])[:MOST]
    courses = _with_stubs(courses, boxes, heads)
    courses = _chained(with_heads(courses, heads), boxes, _BRIDGED)
    return [
        Connector(
            course.points,
            has_head_at_start=course.has_head_at_start,
            has_head_at_end=course.has_head_at_end,
        )
        for course in courses
        if _joins(course, courses, boxes)
    ]


def _length(course: Course) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(course.points))


def _with_stubs(courses: list[Course], boxes: Sequence[Box], heads: Sequence[Head]) -> list[Course]:
    """Lines with the last short piece before their heads, where that was painted by itself.

    Long lines that meet at a head are left apart: each of them ends there.
    """
    bases = [head.base for head in heads]
    stubs = [course for course in courses if _length(course) <= _STUB and _is_end(course, bases)]
    ends = [end for stub in stubs for end in (stub.points[0], stub.points[-1])]
    at_heads = [course for course in courses if ends and _is_end(course, ends)]
    rest = {id(course) for course in courses} - {id(course) for course in at_heads}
    return _chained(at_heads, boxes, _MEETING) + [c for c in courses if id(c) in rest]


def _is_end(course: Course, points: Sequence[Point]) -> bool:
    """Whether a line ends at one of some points."""
    reach = _MEETING + 0.3
    return any(
        abs(end[0] - x) <= reach and abs(end[1] - y) <= reach
        for end in (course.points[0], course.points[-1])
        for x, y in points
    )


def _chained(courses: list[Course], boxes: Sequence[Box], reach: float) -> list[Course]:
    """Pieces that alone meet at a point off every symbol, as one line."""
    found = list(courses)
    while pairs := _pairs_of_ends(found, boxes, reach):
        gone: set[int] = set()
        made = []
        for one, other in pairs:
            if one[0] not in gone and other[0] not in gone:
                gone |= {one[0], other[0]}
                made.append(_joined(found, one, other))
        found = [course for at, course in enumerate(found) if at not in gone] + made
    return found


def _joined(courses: Sequence[Course], one: tuple[int, bool], other: tuple[int, bool]) -> Course:
    """Two lines as one, in the order in which they were drawn where both agree on it."""
    first, second = courses[one[0]], courses[other[0]]
    if not one[1] and other[1]:
        first, second = second, first
    elif not one[1]:
        first = _reversed(first)
    elif other[1]:
        second = _reversed(second)
    return Course(
        _without_repeats((*first.points, *second.points)),
        first.has_head_at_start,
        second.has_head_at_end,
    )


def _pairs_of_ends(
    courses: Sequence[Course], boxes: Sequence[Box], reach: float
) -> list[tuple[tuple[int, bool], tuple[int, bool]]]:
    """Free ends that have only one another within reach, as (line, at its end?)."""
    ends: dict[tuple[int, int], list[tuple[int, bool, Point]]] = {}
    for at, course in enumerate(courses):
        for is_end in (False, True):
            point = course.points[-1 if is_end else 0]
            is_headed = course.has_head_at_end if is_end else course.has_head_at_start
            if not is_headed and not any(holds(box, point, _ON_BORDER) for box in boxes):
                key = (round(point[0] / reach), round(point[1] / reach))
                ends.setdefault(key, []).append((at, is_end, point))
    found = []
    for group in list(ends.values()):
        for own in group:
            near = _near(own, ends, reach, courses)
            if (
                len(near) == 1
                and own[0] < near[0][0]
                and len(_near(near[0], ends, reach, courses)) == 1
            ):
                found.append(((own[0], own[1]), (near[0][0], near[0][1])))
    return found


def _near(
    own: tuple[int, bool, Point],
    ends: dict[tuple[int, int], list[tuple[int, bool, Point]]],
    reach: float,
    courses: Sequence[Course],
) -> list[tuple[int, bool, Point]]:
    """The other lines that end within reach of an end, each with its nearer end."""
    x, y = round(own[2][0] / reach), round(own[2][1] / reach)
    found: dict[int, tuple[int, bool, Point]] = {}
    for i in (x - 1, x, x + 1):
        for j in (y - 1, y, y + 1):
            for other in ends.get((i, j), ()):
                gap = math.dist(other[2], own[2])
                known = found.get(other[0])
                if other[0] == own[0] or gap > reach or not _continues(own, other, courses):
                    continue
                if known is None or gap < math.dist(known[2], own[2]):
                    found[other[0]] = other
    return list(found.values())


def _continues(
    own: tuple[int, bool, Point], other: tuple[int, bool, Point], courses: Sequence[Course]
) -> bool:
    """Whether one line goes on in another: it does not turn back, and a gap lies on its way."""
    one, two = _outward(own, courses), _outward(other, courses)
    if one[0] * two[0] + one[1] * two[1] > 0.5:
        return False
    gap = other[2][0] - own[2][0], other[2][1] - own[2][1]
    length = math.hypot(*gap)
    if length <= _MEETING:
        return True
    asides = [
        abs(gap[0] * way[1] - gap[1] * way[0])
        for way, sign in ((one, 1), (two, -1))
        if sign * (gap[0] * way[0] + gap[1] * way[1]) > 0
    ]
    return min(asides, default=length) <= _ASIDE


def _outward(end: tuple[int, bool, Point], courses: Sequence[Course]) -> Point:
    """The direction, of length 1, in which a line ends."""
    points = courses[end[0]].points
    (ax, ay), (bx, by) = (points[-2], points[-1]) if end[1] else (points[1], points[0])
    length = math.dist((ax, ay), (bx, by)) or 1.0
    return (bx - ax) / length, (by - ay) / length


def _reversed(course: Course) -> Course:
    return Course(tuple(reversed(course.points)), course.has_head_at_end, course.has_head_at_start)


def _without_repeats(points: tuple[Point, ...]) -> tuple[Point, ...]:
    kept = [points[0]]
    for point in points[1:]:
        if math.dist(point, kept[-1]) > 0.3:
            kept.append(point)
    return tuple(kept) if len(kept) > 1 else points[:2]


def _joins(course: Course, courses: Iterable[Course], boxes: Sequence[Box]) -> bool:
    """Whether a line has to do with symbols: a head, or an end near one or on a line that has."""
    if course.has_head_at_start or course.has_head_at_end:
        return True
    ends = (course.points[0], course.points[-1])
    if any(holds(box, point, _AT_SHAPE) for box in boxes for point in ends):
        return True
    return any(
        other is not course and any(_on_course(point, other) for point in ends)
        for other in courses
    )  # fmt: skip


def _on_course(point: Point, course: Course) -> bool:
    return any(
        min(a[0], b[0]) - 2 <= point[0] <= max(a[0], b[0]) + 2
        and min(a[1], b[1]) - 2 <= point[1] <= max(a[1], b[1]) + 2
        for a, b in pairwise(course.points)
        if min(abs(a[0] - b[0]), abs(a[1] - b[1])) < 2
    )

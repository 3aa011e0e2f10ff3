"""The lines between the symbols of a page, with the arrowheads painted at their ends."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from runut.core.sop.canvas import Box, Connector
from runut.files.read.pdf_marks import Point, Trace, height_of, holds, width_of
from runut.files.read.pdf_outlines import Sorted
from runut.files.read.pdf_ribbons import Course, course_of
from runut.files.read.pdf_strips import Strip

MOST: Final = 1_500
_BARB: Final = 12.0
"""Points: the longest stroke of an arrowhead made of two strokes."""
_AT_HEAD: Final = 3.5
_AT_SHAPE: Final = 12.0
_SHORTEST: Final = 2.5


def connectors_of(found: Sorted, loose: Sequence[Strip], boxes: Sequence[Box]) -> list[Connector]:
    """The connectors of a page; ``loose`` are its lines that rule no table, ``boxes`` its symbols.

    A line without a head that is near no symbol is an underline or an ornament.
    """
    barbs, lines = _parted(found.open_lines)
    courses = [Course(strip.ends) for strip in loose]
    courses += [Course(trace.points) for trace in lines]
    courses += [course for trace in found.filled if (course := course_of(trace))]
    tips = [(trace.points, trace.box) for trace in found.heads]
    courses = [_with_heads(c, tips, barbs) for c in courses if _length(c) >= _SHORTEST]
    courses = _chained(courses[:MOST], boxes)
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


def _parted(lines: Sequence[Trace]) -> tuple[list[Point], list[Trace]]:
    """(the tips of heads made of strokes, the other open lines)."""
    tips, rest, short = [], [], []
    for trace in lines:
        box = trace.box
        if max(width_of(box), height_of(box)) > _BARB or trace.curves:
            rest.append(trace)
        elif len(trace.points) == 3 and _is_sharp(*trace.points):
            tips.append(trace.points[1])
        elif len(trace.points) == 2:
            short.append(trace)
        else:
            rest.append(trace)
    paired = _pairs(short)
    tips += [tip for _, _, tip in paired]
    gone = {id(t) for one, other, _ in paired for t in (one, other)}
    return tips, rest + [trace for trace in short if id(trace) not in gone]


def _is_sharp(a: Point, tip: Point, b: Point) -> bool:
    """Whether two strokes fold back at their joint, as a barb does."""
    one, two = (a[0] - tip[0], a[1] - tip[1]), (b[0] - tip[0], b[1] - tip[1])
    lengths = math.hypot(*one) * math.hypot(*two)
    return lengths > 0.5 and (one[0] * two[0] + one[1] * two[1]) / lengths > 0.1


def _pairs(short: Sequence[Trace]) -> list[tuple[Trace, Trace, Point]]:
    """Two short strokes that meet in a sharp point."""
    found = []
    free = list(short[:400])
    while free:
        one = free.pop()
        for other in free:
            joint = _joint(one.points, other.points)
            if joint is not None:
                found.append((one, other, joint))
                free.remove(other)
                break
    return found


def _joint(one: Sequence[Point], other: Sequence[Point]) -> Point | None:
    for a, far in ((one[0], one[1]), (one[1], one[0])):
        for b, far_too in ((other[0], other[1]), (other[1], other[0])):
            if math.dist(a, b) <= 0.8 and _is_sharp(far, a, far_too):
                return a
    return None


def _chained(courses: list[Course], boxes: Sequence[Box]) -> list[Course]:
    """Pieces that alone meet at a point off every symbol, as one line."""
    found = list(courses)
    while (pair := _next_pair(found, boxes)) is not None:
        (one, at_end), (other, at_start) = pair
        first = found[one] if at_end else _reversed(found[one])
        second = found[other] if at_start else _reversed(found[other])
        joined = Course(
            _straightened((*first.points, *second.points[1:])),
            first.has_head_at_start,
            second.has_head_at_end,
        )
        found = [c for i, c in enumerate(found) if i not in (one, other)] + [joined]
    return found


def _next_pair(
    courses: Sequence[Course], boxes: Sequence[Box]
) -> tuple[tuple[int, bool], tuple[int, bool]] | None:
    ends: dict[tuple[int, int], list[tuple[int, bool, Point]]] = {}
    for at, course in enumerate(courses):
        for is_end in (False, True):
            if course.has_head_at_end if is_end else course.has_head_at_start:
                continue
            point = course.points[-1 if is_end else 0]
            ends.setdefault((round(point[0] / 4), round(point[1] / 4)), []).append(
                (at, is_end, point)
            )
    for (x, y), group in ends.items():
        for at, is_end, point in group:
            near = [
                other
                for i in (x - 1, x, x + 1)
                for j in (y - 1, y, y + 1)
                for other in ends.get((i, j), ())
                if other[0] != at and math.dist(other[2], point) <= 1.2
            ]
            if len(near) == 1 and not any(_on_border(point, box) for box in boxes):
                other, other_is_end, _ = near[0]
                return (at, is_end), (other, not other_is_end)
    return None


def _on_border(point: Point, box: Box) -> bool:
    return holds(box, point, 2.0)


def _reversed(course: Course) -> Course:
    return Course(tuple(reversed(course.points)), course.has_head_at_end, course.has_head_at_start)


def _straightened(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Without points twice over."""
    return tuple(
        p for i, p in enumerate(points) if not i or math.dist(p, points[i - 1]) > 0.3
    ) or points[:1]  # fmt: skip


def _with_heads(
    course: Course, tips: Sequence[tuple[tuple[Point, ...], Box]], barbs: Sequence[Point]
) -> Course:
    start, is_headed = _headed(course.points[0], course.points[1], tips, barbs)
    end, is_headed_too = _headed(course.points[-1], course.points[-2], tips, barbs)
    return Course(
        (start, *course.points[1:-1], end),
        course.has_head_at_start or is_headed,
        course.has_head_at_end or is_headed_too,
    )


def _headed(
    end: Point,
    before: Point,
    tips: Sequence[tuple[tuple[Point, ...], Box]],
    barbs: Sequence[Point],
) -> tuple[Point, bool]:
    """The tip of the head at the end of a line, if there is one that points along it."""
    length = math.dist(before, end) or 1.0
    unit = (end[0] - before[0]) / length, (end[1] - before[1]) / length
    for tip in barbs:
        if math.dist(tip, end) <= _AT_HEAD:
            return tip, True
    for corners, box in tips:
        if not holds(box, end, _AT_HEAD):
            continue
        tip = _apex(corners, end, unit)
        across = abs((tip[0] - end[0]) * unit[1] - (tip[1] - end[1]) * unit[0])
        if holds(box, end, 0.6) or across <= max(1.5, 0.2 * max(width_of(box), height_of(box))):
            return tip, True
    return end, False


def _apex(corners: Sequence[Point], end: Point, unit: Point) -> Point:
    """The point of an arrowhead: opposite its shortest side, or else farthest along its line."""
    if len(corners) == 3:
        sides = sorted(
            (math.dist(corners[i], corners[i - 1]), corners[i - 2]) for i in range(3)
        )  # fmt: skip
        if sides[0][0] < 0.93 * sides[1][0]:
            return sides[0][1]
    return max(corners, key=lambda p: (p[0] - end[0]) * unit[0] + (p[1] - end[1]) * unit[1])


def _joins(course: Course, courses: Iterable[Course], boxes: Sequence[Box]) -> bool:
    """Whether a line has to do with symbols: a head, or an end near one or on a line that has."""
    if course.has_head_at_start or course.has_head_at_end:
        return bool(boxes)
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

"""Arrowheads: where each points, and at which end of which line it stands."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from runut.core.sop.reading.canvas import Box
from runut.files.geometry import Point, holds
from runut.files.read.pdf.marks import Trace
from runut.files.read.pdf.ribbons import Course

_BARB: Final = 12.0
"""Points: the longest stroke of an arrowhead made of two strokes."""
_REACH: Final = 3.5
_APART: Final = 7.0
"""Points between a head and the end of its line where the line was cut short of it."""


@dataclass(frozen=True)
class Head:
    """An arrowhead: its tip, the middle of its base, and the box it fills."""

    tip: Point
    base: Point
    box: Box


def head_of(trace: Trace) -> Head:
    """A small filled outline as the head it is."""
    points = trace.points
    middle = _mean(points)
    tip = max(points, key=lambda p: math.dist(p, middle))
    if len(points) == 3:
        sides = sorted((math.dist(points[i], points[i - 1]), points[i - 2]) for i in range(3))
        tip = sides[0][1] if sides[0][0] < 0.97 * sides[1][0] else tip
    far = 0.5 * max(math.dist(p, tip) for p in points)
    return Head(tip, _mean([p for p in points if math.dist(p, tip) >= far]), trace.box)


def single(heads: Sequence[Head]) -> list[Head]:
    """Heads painted over one another, once: lines that end together share theirs."""
    found: dict[tuple[int, int], Head] = {}
    for head in heads:
        found.setdefault((round(head.tip[0] / 1.5), round(head.tip[1] / 1.5)), head)
    return list(found.values())


def _mean(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def with_heads(courses: Sequence[Course], heads: Sequence[Head]) -> list[Course]:
    """The lines with their heads, drawn out to the tips; a head without a line is a line itself.

    Where a line leaves a symbol just where another one arrives, the head is that of the line that
    ends at its base, and of the line that has no other.
    """
    found = list(courses)
    orphans = []
    shared = []
    for head in heads:
        best = _at_head(head, found)
        shared += [best] if len(best) > 1 else []
        for place, is_end in best:
            found[place] = _drawn_out(found[place], head, is_end=is_end)
        if not best:
            orphans.append(head)
    for head in orphans:
        near = [
            (math.dist(point, head.base), place, is_end)
            for place, is_end, point in _free_ends(found)
            if holds(head.box, point, _APART)
        ]
        if near:
            _, place, is_end = min(near)
            found[place] = _drawn_out(found[place], head, is_end=is_end)
        else:
            found.append(Course((head.base, head.tip), has_head_at_end=True))
    for ends in shared:
        _leave_to_others(found, ends)
    return found


def _leave_to_others(courses: list[Course], ends: Sequence[tuple[int, bool]]) -> None:
    """Takes a head that lines share from those that point elsewhere already, if another is left."""
    both = [
        (place, is_end)
        for place, is_end in ends
        if courses[place].has_head_at_start and courses[place].has_head_at_end
    ]
    if len(both) == len(ends):
        return
    for place, is_end in both:
        course = courses[place]
        courses[place] = Course(course.points, is_end, not is_end)


def _free_ends(courses: Sequence[Course]) -> list[tuple[int, bool, Point]]:
    """(line, at its end?, point) of every end without a head."""
    ends = []
    for place, course in enumerate(courses):
        if not course.has_head_at_start:
            ends.append((place, False, course.points[0]))
        if not course.has_head_at_end:
            ends.append((place, True, course.points[-1]))
    return ends


def _at_head(head: Head, courses: Sequence[Course]) -> list[tuple[int, bool]]:
    near = [
        (_badness(head, courses[place], is_end=is_end), place, is_end)
        for place, is_end, point in _free_ends(courses)
        if holds(head.box, point, _REACH)
    ]
    best = min(near, default=(0.0, 0, False))[0]
    nearest: dict[int, tuple[float, bool]] = {}
    for bad, place, is_end in near:
        if bad <= min(2 * _REACH, best + 0.8, nearest.get(place, (bad, is_end))[0]):
            nearest[place] = (bad, is_end)
    return [(place, is_end) for place, (_, is_end) in nearest.items()]


def _badness(head: Head, course: Course, *, is_end: bool) -> float:
    """How ill a line's end suits a head: its way to the base, more where it runs across."""
    end, before = course.points[-1 if is_end else 0], course.points[-2 if is_end else 1]
    gap = math.dist(end, head.base)
    ahead = head.tip[0] - head.base[0], head.tip[1] - head.base[1]
    along = end[0] - before[0], end[1] - before[1]
    lengths = (math.hypot(*ahead) * math.hypot(*along)) or 1.0
    agrees = (ahead[0] * along[0] + ahead[1] * along[1]) / lengths
    if gap <= 1.5:
        return gap - 0.3 * agrees
    return min(gap, math.dist(end, head.tip) + 3.0) + (0 if agrees > 0.9 else 2 * _REACH)


def _drawn_out(course: Course, head: Head, *, is_end: bool) -> Course:
    """A line with a head, up to the tip of it."""
    points = course.points if is_end else tuple(reversed(course.points))
    ahead = head.tip[0] - points[-2][0], head.tip[1] - points[-2][1]
    along = points[-1][0] - points[-2][0], points[-1][1] - points[-2][1]
    off = abs(ahead[0] * along[1] - ahead[1] * along[0]) / (math.hypot(*along) or 1.0)
    last = (head.tip,) if off <= 1.5 else (points[-1], head.tip)
    points = (*points[:-1], *last)
    if is_end:
        return Course(points, course.has_head_at_start, True)
    return Course(tuple(reversed(points)), True, course.has_head_at_end)


def barbs_of(lines: Sequence[Trace]) -> tuple[list[Head], list[Trace]]:
    """(the heads made of two strokes, the other open lines)."""
    heads, rest, short = [], [], []
    for trace in lines:
        box = trace.box
        if max(box.width, box.height) > _BARB or trace.curves:
            rest.append(trace)
        elif len(trace.points) == 3 and _is_sharp(*trace.points):
            heads.append(Head(trace.points[1], trace.points[1], box))
        elif len(trace.points) == 2:
            short.append(trace)
        else:
            rest.append(trace)
    paired = _pairs(short)
    heads += [Head(tip, tip, one.box) for one, _, tip in paired]
    gone = {id(t) for one, other, _ in paired for t in (one, other)}
    return heads, rest + [trace for trace in short if id(trace) not in gone]


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

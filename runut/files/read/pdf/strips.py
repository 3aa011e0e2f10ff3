"""Axis-parallel lines of a page, however they were painted: strokes, thin fills, dashes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from runut.core.sop.reading.canvas import Box
from runut.files.geometry import Point
from runut.files.read.pdf.marks import Trace

THIN: Final = 2.6
"""Points up to which a filled rectangle is a line."""
SAME: Final = 0.7
"""Points within which two lines lie on one another."""
_GAP: Final = 1.6
"""Points between two pieces of one line."""
_DASH: Final = 6.5
"""Points: the longest dash of a dashed line painted piece by piece."""

_FEWEST_DASHES: Final = 3


@dataclass(frozen=True)
class Strip:
    """A straight line along an axis: ``at`` across it, from ``low`` to ``high`` along it.

    ``is_backward``: it was drawn from its high end to its low one.
    """

    at: float
    low: float
    high: float
    is_upright: bool
    is_backward: bool = False

    @property
    def length(self) -> float:
        return self.high - self.low

    @property
    def ends(self) -> tuple[Point, Point]:
        if self.is_upright:
            return (self.at, self.low), (self.at, self.high)
        return (self.low, self.at), (self.high, self.at)


def strip_of(trace: Trace) -> Strip | None:
    """The line that a trace is, if it is one along an axis."""
    if trace.curves:
        return None
    box, across, down = trace.box, trace.box.width, trace.box.height
    if min(across, down) > (THIN if trace.is_filled or trace.is_closed else SAME):
        return None
    if max(across, down) < 1.0 or max(across, down) < 1.5 * min(across, down):
        return None
    (x, y), (last_x, last_y) = trace.points[0], trace.points[-1]
    if across < down:
        return Strip((box.left + box.right) / 2, box.top, box.bottom, True, last_y < y)
    return Strip((box.top + box.bottom) / 2, box.left, box.right, False, last_x < x)


def course_along(strip: Strip) -> tuple[Point, Point]:
    """The ends of a line in the order in which it was drawn."""
    low, high = strip.ends
    return (high, low) if strip.is_backward else (low, high)


def sides_of(box: Box) -> tuple[Strip, Strip, Strip, Strip]:
    """The four lines around a box."""
    return (
        Strip(box.top, box.left, box.right, False),
        Strip(box.bottom, box.left, box.right, False),
        Strip(box.left, box.top, box.bottom, True),
        Strip(box.right, box.top, box.bottom, True),
    )


def joined(strips: Iterable[Strip]) -> list[Strip]:
    """Lines whose pieces touch, overlap or are the dashes of one line, as one each."""
    found: list[Strip] = []
    for is_upright in (False, True):
        own = sorted((s for s in strips if s.is_upright is is_upright), key=lambda s: s.at)
        group: list[Strip] = []
        for strip in own:
            if group and strip.at - group[0].at > SAME:
                found += _along(group)
                group = []
            group.append(strip)
        found += _along(group)
    return found


def _along(group: Sequence[Strip]) -> list[Strip]:
    """One line's pieces, parted where a real gap is."""
    if not group:
        return []
    dash = _dash(group)
    gap = max(_GAP, 1.5 * dash)
    ordered = sorted(group, key=lambda s: s.low)
    at = max(group, key=lambda s: s.length).at
    found = [replace(ordered[0], at=at)]
    for strip in ordered[1:]:
        last = found[-1]
        if strip.low - last.high <= gap:
            found[-1] = replace(last, high=max(last.high, strip.high))
        else:
            found.append(replace(strip, at=at))
    return [replace(s, low=s.low - 0.5 * dash, high=s.high + 0.5 * dash) for s in found]


def _dash(group: Sequence[Strip]) -> float:
    """The length of the dashes of a line painted dash by dash; 0 for one that is not."""
    dashes = sorted(s.length for s in group if s.length <= _DASH)
    return dashes[len(dashes) // 2] if len(dashes) >= max(6, len(group) // 2) else 0.0


def undashed(strips: Sequence[Strip]) -> list[Strip]:
    """The lines with the dashes of each dashed one as one line, in the direction they were drawn;
    a dash or two alone are no line."""
    short = sorted(
        (s for s in strips if s.length <= _DASH),
        key=lambda s: (s.is_upright, round(s.at / SAME), s.low),
    )
    runs: list[list[Strip]] = []
    for strip in short:
        if runs and _goes_on(runs[-1][-1], strip):
            runs[-1].append(strip)
        else:
            runs.append([strip])
    dashed = [run for run in runs if len(run) >= _FEWEST_DASHES]
    gone = {id(strip) for run in dashed for strip in run}
    return [s for s in strips if id(s) not in gone] + [_whole(run) for run in dashed]


def _goes_on(one: Strip, other: Strip) -> bool:
    """Whether a dash follows another after a gap no longer than they are."""
    gap = other.low - one.high
    longest = max(one.length, other.length)
    is_level = one.is_upright is other.is_upright and abs(one.at - other.at) <= SAME
    return is_level and -SAME <= gap <= max(_GAP, 1.5 * longest)


def _whole(run: Sequence[Strip]) -> Strip:
    first, last = run[0], run[-1]
    backward = sum(strip.is_backward for strip in run) * 2 > len(run)
    return Strip(first.at, first.low, last.high, first.is_upright, backward)


def touches(point: Point, strip: Strip, slack: float) -> bool:
    """Whether a point is on a line, ``slack`` points more or less."""
    across, along = (point[0], point[1]) if strip.is_upright else (point[1], point[0])
    return abs(across - strip.at) <= slack and strip.low - slack <= along <= strip.high + slack

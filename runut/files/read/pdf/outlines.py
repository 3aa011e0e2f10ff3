"""Paths sorted by what they can be: lines along an axis, outlines, arrowheads, open lines.

A process box is drawn like a table cell; what tells them apart is that a cell shares its corners
with other lines of the table and a box has its own.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from runut.core.sop.reading.canvas import Box, ShapeKind
from runut.files.geometry import Point, holds
from runut.files.read.pdf.figures import area_of, is_rectangle, kind_of
from runut.files.read.pdf.marks import Trace
from runut.files.read.pdf.ribbons import course_of
from runut.files.read.pdf.strips import Strip, sides_of, strip_of, touches

_ARROW: Final = 7
"""The corners of a short straight line painted in one with its arrowhead."""
_HEAD: Final = 15.0
"""Points: the largest arrowhead."""
_SMALLEST: Final = 5.5
_WIDEST, _TALLEST = 0.3, 0.4
"""Shares of the page beyond which an outline is a frame and no symbol."""
_CORNER: Final = 1.6
_SHADED: Final = 3.0
MOST_OUTLINES: Final = 400
"""More are no symbols: a coat of arms, a drawing, letters stored as their outlines."""


@dataclass
class Sorted:
    """The paths of a page by what they can be."""

    strips: list[Strip] = field(default_factory=list)
    outlines: list[Trace] = field(default_factory=list)
    heads: list[Trace] = field(default_factory=list)
    open_lines: list[Trace] = field(default_factory=list)
    filled: list[Trace] = field(default_factory=list)


def sort_traces(traces: Sequence[Trace], width: float, height: float) -> Sorted:
    """Every path of a page in the one place where it can mean something."""
    found, boxes = Sorted(), []
    for trace in _without_inner(traces):
        strip = strip_of(trace)
        if strip is not None:
            found.strips.append(strip)
        elif not trace.is_closed:
            found.open_lines.append(trace)
        elif is_rectangle(trace):
            boxes.append(trace)
        else:
            _sort_outline(trace, found, width, height)
    boxes += _loops(found, width, height)
    _sort_boxes(_different(boxes), found, width, height)
    if len(found.outlines) > MOST_OUTLINES:
        known = [one for one in found.outlines if kind_of(one)[0] is not ShapeKind.OTHER]
        found.outlines = known[:MOST_OUTLINES]
    return found


def _sort_outline(trace: Trace, found: Sorted, width: float, height: float) -> None:
    across, down = trace.box.width, trace.box.height
    if max(across, down) < 1.2:
        return
    area = area_of(trace.points)
    is_painted = (trace.is_filled and trace.is_dark) or len(trace.points) == 3
    if is_painted and max(across, down) <= _HEAD and _is_head(trace):
        found.heads.append(trace)
    elif trace.is_filled and not trace.is_stroked and _is_thin(trace, area):
        found.filled.append(trace)
    elif _fits(trace.box, width, height):
        found.outlines.append(trace)


def _is_head(trace: Trace) -> bool:
    """A filled triangle or barb; a small filled symbol has four corners or more and is full."""
    if trace.curves > 2 or (len(trace.points) == _ARROW and course_of(trace)):
        return False
    full = area_of(trace.points) / max(0.1, trace.box.width * trace.box.height)
    return len(trace.points) == 3 or full < 0.62


def _is_thin(trace: Trace, area: float) -> bool:
    """Whether a filled outline is a line with a breadth: much border, little area."""
    closed = (*trace.points, trace.points[0])
    around = sum(math.dist(a, b) for a, b in pairwise(closed))
    return area < 1.6 * around and area < 0.25 * trace.box.width * trace.box.height + around


def _fits(box: Box, width: float, height: float) -> bool:
    across, down = box.width, box.height
    return (
        min(across, down) >= _SMALLEST
        and across <= _WIDEST * max(width, height)
        and down <= _TALLEST * height
    )


def _without_inner(traces: Sequence[Trace]) -> list[Trace]:
    """A filled ring is its outer border: the inner contour of the same path goes."""
    kept: list[Trace] = []
    for trace in traces:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.path == trace.path
            and last.is_closed
            and trace.is_closed
            and trace.is_filled
            and min(trace.box.width, trace.box.height) > 3
        ):
            if _is_within(trace.box, last.box, _SHADED):
                kept[-1] = replace(last, is_stroked=True)
                continue
            if _is_within(last.box, trace.box, _SHADED):
                kept[-1] = replace(trace, is_stroked=True)
                continue
        kept.append(trace)
    return kept


def _is_within(inner: Box, outer: Box, reach: float) -> bool:
    gaps = (
        inner.left - outer.left,
        inner.top - outer.top,
        outer.right - inner.right,
        outer.bottom - inner.bottom,
    )
    return all(-0.1 <= gap <= reach for gap in gaps) and sum(gaps) > 0.1


def _different(boxes: Iterable[Trace]) -> list[Trace]:
    """Rectangles painted twice (once filled, once outlined) as one."""
    found: dict[tuple[int, int, int, int], Trace] = {}
    for trace in boxes:
        box = trace.box
        key = (round(box.left), round(box.top), round(box.right), round(box.bottom))
        other = found.get(key)
        found[key] = trace if other is None or trace.is_stroked else other
    return list(found.values())


def _sort_boxes(boxes: Sequence[Trace], found: Sorted, width: float, height: float) -> None:
    """Rectangles into cells (four rulings each), shadings (nothing) and symbols."""
    corners = _Corners(found.strips, boxes)
    for trace in boxes:
        is_cell = corners.shared(trace.box) >= 3
        if not trace.is_stroked and (is_cell or not _fits(trace.box, width, height)):
            continue
        is_symbol = _fits(trace.box, width, height) and not _is_ruled(trace.box, found.strips)
        if is_symbol and not is_cell:
            found.outlines.append(trace)
        elif is_cell or max(trace.box.width, trace.box.height) > _SMALLEST:
            found.strips += sides_of(trace.box)


class _Corners:
    """The lines and rectangles of a page, to ask who else is at a corner."""

    def __init__(self, strips: Sequence[Strip], boxes: Sequence[Trace]) -> None:
        self.lines: dict[tuple[bool, int], list[Strip]] = {}
        for strip in strips:
            self._add(strip)
        self.boxes: dict[tuple[int, int], list[Box]] = {}
        for trace in boxes:
            for x, y in corners_of_box(trace.box):
                self.boxes.setdefault((round(x / 3), round(y / 3)), []).append(trace.box)

    def _add(self, strip: Strip) -> None:
        self.lines.setdefault((strip.is_upright, round(strip.at / 3)), []).append(strip)

    def shared(self, box: Box) -> int:
        """How many corners of a rectangle lie on lines or corners of others."""
        return sum(self._has_other(corner, box) for corner in corners_of_box(box))

    def _has_other(self, corner: Point, box: Box) -> bool:
        return bool(self.at(corner)) or any(
            other != box and any(math.dist(corner, p) <= _CORNER for p in corners_of_box(other))
            for other in self._near(corner)
        )

    def _near(self, corner: Point) -> Iterable[Box]:
        x, y = round(corner[0] / 3), round(corner[1] / 3)
        return (
            box
            for i in (x - 1, x, x + 1)
            for j in (y - 1, y, y + 1)
            for box in self.boxes.get((i, j), ())
        )

    def at(self, point: Point) -> list[Strip]:
        """The lines that end at a point or run through it."""
        found = []
        for is_upright in (False, True):
            place = round((point[0] if is_upright else point[1]) / 3)
            for key in (place - 1, place, place + 1):
                lines = self.lines.get((is_upright, key), ())
                found += [s for s in lines if touches(point, s, _CORNER)]
        return found


def corners_of_box(box: Box) -> tuple[Point, Point, Point, Point]:
    return (
        (box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom),
    )  # fmt: skip


def _loops(found: Sorted, width: float, height: float) -> list[Trace]:
    """Boxes of four separate lines that meet at their own corners; their lines are taken out."""
    corners = _Corners(found.strips, ())
    taken: set[int] = set()
    boxes = []
    for top in found.strips:
        if top.is_upright or id(top) in taken or top.length > _WIDEST * width:
            continue
        loop = _loop_below(top, corners)
        if loop is None or taken & {id(s) for s in loop}:
            continue
        left, right, bottom = loop[1:]
        box = Box(left.at, top.at, right.at, bottom.at)
        own = [corners.at(corner) for corner in corners_of_box(box)]
        ids = {id(s) for s in loop}
        others = [[s for s in at if not _is_part(s, box) and id(s) not in ids] for at in own]
        is_alone = sum(not lines for lines in others) >= 3 or _leans(box, others)
        if is_alone and _fits(box, width, height) and not _is_ruled(box, found.strips):
            taken |= ids | {id(s) for at in own for s in at if _is_part(s, box)}
            upper_left, upper_right, lower_left, lower_right = corners_of_box(box)
            points = (upper_left, upper_right, lower_right, lower_left)
            boxes.append(Trace(points, -1, is_closed=True, is_stroked=True))
    found.strips = [s for s in found.strips if id(s) not in taken]
    return boxes


def _leans(box: Box, others: Sequence[Sequence[Strip]]) -> bool:
    """Whether a box only touches, with one of its upright sides, the line of a column: no level
    line goes on from there, as it would from a cell, and its other side is free."""
    upper_left, upper_right, lower_left, lower_right = others
    for touching, free, x in (
        ((upper_left, lower_left), (upper_right, lower_right), box.left),
        ((upper_right, lower_right), (upper_left, lower_left), box.right),
    ):
        lines = [strip for corner in touching for strip in corner]
        if not any(free) and all(s.is_upright and abs(s.at - x) <= _CORNER for s in lines):
            return True
    return False


def _is_ruled(box: Box, strips: Iterable[Strip]) -> bool:
    """Whether a line parts a box from side to side: then it is a small table.

    The lines of a predefined process run close to its sides.
    """
    for strip in strips:
        across = (box.left, box.right) if strip.is_upright else (box.top, box.bottom)
        along = (box.top, box.bottom) if strip.is_upright else (box.left, box.right)
        aside = max(_CORNER, 0.2 * (across[1] - across[0]))
        is_inside = across[0] + aside < strip.at < across[1] - aside
        gaps = abs(strip.low - along[0]), abs(strip.high - along[1])
        if is_inside and max(gaps) <= _CORNER:
            return True
    return False


def _loop_below(top: Strip, corners: _Corners) -> tuple[Strip, Strip, Strip, Strip] | None:
    """The left, right and lower line that make a box with an upper one."""
    start, end = top.ends
    for left in corners.at(start):
        if not left.is_upright or abs(left.low - top.at) > _CORNER:
            continue
        for right in corners.at(end):
            if (
                not right.is_upright
                or right is left
                or abs(right.low - top.at) > _CORNER
                or abs(right.high - left.high) > _CORNER
            ):
                continue
            for bottom in corners.at((left.at, left.high)):
                if (
                    not bottom.is_upright
                    and abs(bottom.low - top.low) <= _CORNER
                    and abs(bottom.high - top.high) <= _CORNER
                    and bottom.at - top.at > _SMALLEST
                ):
                    return top, left, right, bottom
    return None


def _is_part(strip: Strip, box: Box) -> bool:
    """Whether a line runs along a side of a box and no farther."""
    return all(holds(box, point, _CORNER) for point in strip.ends) and any(
        strip.is_upright is side.is_upright and abs(strip.at - side.at) <= _CORNER
        for side in sides_of(box)
    )

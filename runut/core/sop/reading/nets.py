"""Drawn lines joined to ways between shapes: glued ends, near ends, bends drawn as pieces."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeAlias

from runut.core.sop.reading.canvas import Box, Connector, Shape

Point: TypeAlias = tuple[float, float]

MAX_CONNECTORS: Final = 600
JOINT: Final = 3.0
"""Points within which the ends of two pieces of one line meet."""
NEAR: Final = 10.0
_HEADLESS: Final = "Garisnya tanpa kepala panah; arahnya disimpulkan dari cara menggambarnya."
"""Points within which the end of a line belongs to a shape of any size."""
_TOUCHING: Final = 1.5
_MOST_WAYS: Final = 40
"""Ways in one net of lines above which nobody could follow the drawing."""


@dataclass(frozen=True)
class Way:
    """A drawn way from one shape to another (places in the list of shapes), and its line.

    ``line`` begins at the first shape, as far as it could be followed; ``alasan`` is what makes
    the way, or the answer that it stands for, unsure.
    """

    start: int
    end: int
    line: tuple[Point, ...]
    text: str
    keyakinan: float
    alasan: str = ""


@dataclass(frozen=True)
class _End:
    """One end of a connector, and the shape it touches if any.

    ``gap`` is how far from the shape it ends; ``is_joint``: a bend near a shape, not its end.
    """

    connector: int
    is_start: bool
    point: Point
    has_head: bool
    shape: int | None
    gap: float = 0.0
    is_joint: bool = False


def draw_ways(shapes: Sequence[Shape], connectors: Sequence[Connector]) -> tuple[Way, ...]:
    """The ways between the shapes of one page."""
    lines = [one for one in connectors[:MAX_CONNECTORS] if len(one.points) > 1]
    ends = _joints([_ends(place, line, shapes) for place, line in enumerate(lines)])
    nets = [_attached(net, ends) for net in _nets(lines, ends)]
    found: list[Way] = []
    for net, attached in nets:
        found.extend(_ways_of(net, attached, lines, shapes))
    return tuple(found)


def _ends(place: int, line: Connector, shapes: Sequence[Shape]) -> tuple[_End, _End]:
    glued = {shape.key: count for count, shape in enumerate(shapes)}
    keys = (glued.get(line.start or ""), glued.get(line.end or ""))
    points = (line.points[0], line.points[-1])
    first, last = (
        (0.0, key) if key is not None else _touched(point, shapes)
        for key, point in zip(keys, points, strict=True)
    )
    return (
        _End(place, True, points[0], line.has_head_at_start, first[1], first[0]),
        _End(place, False, points[1], line.has_head_at_end, last[1], last[0]),
    )


def _joints(ends: list[tuple[_End, _End]]) -> list[tuple[_End, _End]]:
    """Ends that meet another piece's end close to a shape, but not at it, are bends of a line."""
    plain = [end for pair in ends for end in pair if not end.has_head]

    def is_joint(end: _End) -> bool:
        return (
            not end.has_head
            and end.gap > _TOUCHING
            and any(
                other.connector != end.connector and math.dist(end.point, other.point) <= _TOUCHING
                for other in plain
            )
        )

    return [
        (replace(one, is_joint=is_joint(one)), replace(other, is_joint=is_joint(other)))
        for one, other in ends
    ]


def _attached(
    net: Sequence[int], ends: Sequence[tuple[_End, _End]]
) -> tuple[Sequence[int], list[_End]]:
    """The ends of a net at shapes; its bends too where it would otherwise begin or end nowhere."""
    at_shapes = [end for place in net for end in ends[place] if end.shape is not None]
    plain = [end for end in at_shapes if not end.is_joint]
    return net, plain if len({end.shape for end in plain}) > 1 else at_shapes


def _touched(point: Point, shapes: Sequence[Shape]) -> tuple[float, int | None]:
    """The shape at whose border a line ends, or just before it."""
    near = [count for count, shape in enumerate(shapes) if _is_within(point, shape.box)]
    gaps = [(border_gap(point, shapes[count].box), count) for count in near]
    touched = [one for one in gaps if one[0] <= _reach(shapes[one[1]].box)]
    return min(touched, default=(0.0, None))


def _is_within(point: Point, box: Box) -> bool:
    reach = _reach(box)
    x, y = point
    return box.left - reach <= x <= box.right + reach and box.top - reach <= y <= box.bottom + reach


def _reach(box: Box) -> float:
    return max(NEAR, 0.35 * min(box.right - box.left, box.bottom - box.top))


def border_gap(point: Point, box: Box) -> float:
    """How far a point is from the border of a box; inside it counts half."""
    across = max(box.left - point[0], point[0] - box.right)
    down = max(box.top - point[1], point[1] - box.bottom)
    if across <= 0 and down <= 0:
        return -max(across, down) / 2
    return math.hypot(max(across, 0), max(down, 0))


def _nets(lines: Sequence[Connector], ends: Sequence[tuple[_End, _End]]) -> list[list[int]]:
    """Connectors that hang together: a free end at another's end, or on another's line."""
    parent = list(range(len(lines)))

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    rooms = [_room_of(line) for line in lines]
    for pair in ends:
        for end in pair:
            if end.shape is None or end.is_joint:
                near = [place for place, room in enumerate(rooms) if _holds(room, end.point)]
                for other in _met(end, near, lines, ends):
                    parent[root(end.connector)] = root(other)
    groups: dict[int, list[int]] = {}
    for place in range(len(lines)):
        groups.setdefault(root(place), []).append(place)
    return list(groups.values())


def _room_of(line: Connector) -> Box:
    """The box around a line and the points that may meet it."""
    across, down = [x for x, _ in line.points], [y for _, y in line.points]
    return Box(min(across) - JOINT, min(down) - JOINT, max(across) + JOINT, max(down) + JOINT)


def _holds(room: Box, point: Point) -> bool:
    return room.left <= point[0] <= room.right and room.top <= point[1] <= room.bottom


def _met(
    end: _End,
    near: Sequence[int],
    lines: Sequence[Connector],
    ends: Sequence[tuple[_End, _End]],
) -> list[int]:
    """The lines that an end meets: at an end of theirs, else anywhere on them."""
    others = [place for place in near if place != end.connector]
    at_ends = [
        place
        for place in others
        if any(math.dist(end.point, other.point) <= JOINT for other in ends[place])
    ]
    if at_ends:
        return at_ends
    return [place for place in others if _line_gap(end.point, lines[place]) <= JOINT]


def _line_gap(point: Point, line: Connector) -> float:
    return min(_segment_gap(point, a, b) for a, b in pairwise(line.points))


def _segment_gap(point: Point, a: Point, b: Point) -> float:
    length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    if not length:
        return math.dist(point, a)
    share = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length
    share = min(1.0, max(0.0, share))
    return math.dist(point, (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))


def _ways_of(
    net: Sequence[int],
    attached: Sequence[_End],
    lines: Sequence[Connector],
    shapes: Sequence[Shape],
) -> list[Way]:
    targets: Sequence[_End] = [end for end in attached if end.has_head]
    sources: Sequence[_End] = [end for end in attached if not end.has_head]
    keyakinan, alasan = 0.95, ""
    if not targets and len(attached) == 2:
        sources, targets = _in_order(attached)
        is_plain = _is_to_next_below(sources[0], targets[0], shapes)
        keyakinan, alasan = (0.85, "") if is_plain else (0.75, _HEADLESS)
    elif not sources and len(attached) == 2:
        sources, targets = attached, attached
        keyakinan = 0.7
    if len(sources) > 1 and len(targets) > 1:
        keyakinan = 0.5
    if len(sources) * len(targets) > _MOST_WAYS:
        return []
    return [
        Way(
            start.shape,
            end.shape,
            _line_from(start, lines),
            _text(start, net, lines, sources),
            keyakinan,
            alasan,
        )
        for start in sources
        for end in targets
        if start.shape is not None and end.shape is not None and start.shape != end.shape
    ]


def _in_order(attached: Sequence[_End]) -> tuple[list[_End], list[_End]]:
    """A line without a head: in the order it was drawn, else from the upper to the lower end."""
    one, other = attached
    if one.is_start != other.is_start:
        return ([one], [other]) if one.is_start else ([other], [one])
    upper, lower = sorted(attached, key=lambda end: end.point[1])
    return [upper], [lower]


def _is_to_next_below(start: _End, end: _End, shapes: Sequence[Shape]) -> bool:
    """Whether a line without a head was drawn down to the next symbol, as the form is read."""
    if start.shape is None or end.shape is None:
        return False
    high, low = shapes[start.shape].box.centre[1], shapes[end.shape].box.centre[1]
    is_down = low - high > NEAR
    return is_down and not any(high + NEAR < shape.box.centre[1] < low - NEAR for shape in shapes)


def _line_from(start: _End, lines: Sequence[Connector]) -> tuple[Point, ...]:
    points = lines[start.connector].points
    return points if start.is_start else tuple(reversed(points))


def _text(
    start: _End, net: Sequence[int], lines: Sequence[Connector], sources: Sequence[_End]
) -> str:
    """What is written on the line where it begins; on any piece of it, if it has one beginning."""
    if len(sources) > 1:
        return lines[start.connector].text.strip()
    return " ".join(lines[place].text.strip() for place in net if lines[place].text.strip())

"""Outlines of the five symbols of the form, as every writer draws them."""

from runut.core.sop.reading.canvas import Box, Connector, Shape, ShapeKind
from runut.files.geometry import Point

HEAD_LENGTH = 6.0
HEAD_HALF_WIDTH = 2.3
POINT_SHARE = 0.68
"""Where the pentagon begins to narrow, in shares of its height."""


def corners(shape: Shape) -> tuple[Point, ...]:
    """The corners of a symbol; a capsule has none of its own and gives its box."""
    box = shape.box
    x, y = box.centre
    if shape.kind is ShapeKind.DECISION:
        return ((x, box.top), (box.right, y), (x, box.bottom), (box.left, y))
    if shape.kind is ShapeKind.OFF_PAGE:
        knee = box.top + POINT_SHARE * (box.bottom - box.top)
        upper = ((box.left, box.top), (box.right, box.top), (box.right, knee))
        return (*upper, (x, box.bottom), (box.left, knee))
    return (
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    )


def letter_place(box: Box) -> Point:
    """Middle of the letter in a pentagon: a little above the middle, where it is wide."""
    x, y = box.centre
    return x, y - 0.08 * (box.bottom - box.top)


def arrowhead(connector: Connector) -> tuple[Point, Point, Point] | None:
    """The triangle at the end of a way; its tip first. Nothing for a line without a head."""
    if not connector.has_head_at_end:
        return None
    (x1, y1), (x, y) = connector.points[-2:]
    length = max(abs(x - x1) + abs(y - y1), 0.001)
    dx, dy = (x - x1) / length, (y - y1) / length
    back = min(HEAD_LENGTH, length)
    foot = (x - dx * back, y - dy * back)
    side = HEAD_HALF_WIDTH
    return (
        (x, y),
        (foot[0] - dy * side, foot[1] + dx * side),
        (foot[0] + dy * side, foot[1] - dx * side),
    )


def shaft(connector: Connector) -> tuple[Point, ...]:
    """The line of a way, ending where its arrowhead begins, so that the tip stays sharp."""
    head = arrowhead(connector)
    if head is None:
        return connector.points
    foot = ((head[1][0] + head[2][0]) / 2, (head[1][1] + head[2][1]) / 2)
    return (*connector.points[:-1], foot)

"""Arrowheads drawn by themselves: a small shape without words at the end of a line."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from runut.core.sop.reading.canvas import Canvas, Connector, Page, Shape, ShapeKind

_LARGEST: Final = 9.0
"""Points: a symbol of the form is larger."""
_AT: Final = 5.0
"""Points between the end of a line and the middle of its head."""


def with_arrowheads(canvas: Canvas) -> Canvas:
    """The lines with the heads that lie at their ends, and the pages without those as symbols."""
    return Canvas(tuple(map(_headed, canvas.pages)))


def _headed(page: Page) -> Page:
    heads = [shape for shape in page.shapes if _is_small(shape)]
    if not heads:
        return page
    lines, used = list(page.connectors), set[int]()
    for head in heads:
        near = _ends_near(head, lines)
        if not near:
            continue
        _, at, is_end = min(near)
        used.add(id(head))
        lines[at] = replace(
            lines[at],
            has_head_at_end=lines[at].has_head_at_end or is_end,
            has_head_at_start=lines[at].has_head_at_start or not is_end,
        )
    shapes = tuple(shape for shape in page.shapes if id(shape) not in used)
    return replace(page, shapes=shapes, connectors=tuple(lines))


def _is_small(shape: Shape) -> bool:
    is_plain = shape.kind is ShapeKind.OTHER and not shape.text.strip()
    return is_plain and max(shape.box.width, shape.box.height) <= _LARGEST


def _ends_near(head: Shape, lines: Sequence[Connector]) -> list[tuple[float, int, bool]]:
    """The ends without a head near a small shape: (how far, which line, its last point?)."""
    found = []
    for at, line in enumerate(lines):
        if not line.points or line.has_head_at_start or line.has_head_at_end:
            continue
        for is_end, point in ((False, line.points[0]), (True, line.points[-1])):
            far = math.dist(point, head.box.centre)
            if far <= _AT:
                found.append((far, at, is_end))
    return found

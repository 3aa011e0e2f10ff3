"""A form drawn as SVG, read again from its own marks: cells, symbols, arrows, words."""

import re
from collections.abc import Iterator

from lxml import etree

from runut.core.sop.reading.canvas import (
    Box,
    Canvas,
    Cell,
    Connector,
    Page,
    Shape,
    ShapeKind,
    Table,
    Words,
)

SVG = "{http://www.w3.org/2000/svg}"
THIN, BOLD = "0.6", "1"
Point = tuple[float, float]


def canvas_of_svg(drawing: str) -> Canvas:
    """The pages of the drawing; each is a group of its own."""
    root = etree.fromstring(drawing)
    return Canvas(tuple(_page(n, g) for n, g in enumerate(root.findall(f"{SVG}g"), start=1)))


def _page(number: int, group: etree._Element) -> Page:
    boxes = [_box(one) for one in group.findall(f"{SVG}rect") if one.get("stroke-width") == THIN]
    words = [_words(one) for one in group.iter(f"{SVG}text")]
    cells = [_cell(box, boxes, words) for box in boxes]
    loose = [w for w in words if not any(_holds(box, w) for box in boxes)]
    shapes = tuple(_shapes(group))
    actors = [w for w in words if any(_is_label(w, box) for box in boxes)]
    return Page(
        number,
        *(float(_whole(group).get(side, 0)) for side in ("width", "height")),
        (Table(tuple(sorted(cells, key=lambda c: (c.row, c.column)))),),
        shapes,
        tuple(_connectors(group)),
        (*loose, *actors),
    )


def _whole(group: etree._Element) -> etree._Element:
    found = group.find(f"{SVG}rect")
    assert found is not None
    return found


def _box(rect: etree._Element) -> Box:
    x, y, width, height = (float(rect.get(key, 0)) for key in ("x", "y", "width", "height"))
    return Box(x, y, x + width, y + height)


def _cell(box: Box, boxes: list[Box], words: list[Words]) -> Cell:
    lefts = sorted({round(one.left) for one in boxes})
    tops = sorted({round(one.top) for one in boxes})
    row, column = tops.index(round(box.top)), lefts.index(round(box.left))
    deep = sum(round(box.top) <= y < round(box.bottom) for y in tops)
    wide = sum(round(box.left) <= x < round(box.right) for x in lefts)
    own = [w.text for w in words if _holds(box, w) and not _is_label(w, box)]
    return Cell(row, column, "\n".join(own), deep, wide, box)


def _holds(box: Box, words: Words) -> bool:
    at = words.box
    return at is not None and box.left <= at.left < box.right and box.top < at.top < box.bottom


def _is_label(words: Words, box: Box) -> bool:
    """Answers at arrows are written in the cells of the actors, over the symbols."""
    return _holds(box, words) and words.text in ("Ya", "Tidak", "Tolak")


def _words(text: etree._Element) -> Words:
    size, x = float(text.get("font-size", 0)), float(text.get("x", 0))
    wide = 0.5 * size * len(text.text or "")
    left = x - wide / 2 if text.get("text-anchor") == "middle" else x
    y = float(text.get("y", 0))
    return Words(text.text or "", Box(left, y - 0.7 * size, left + wide, y))


def _shapes(group: etree._Element) -> Iterator[Shape]:
    for count, one in enumerate(group):
        if one.get("stroke-width") != BOLD:
            continue
        if one.tag == f"{SVG}rect":
            kind = ShapeKind.TERMINATOR if one.get("rx") else ShapeKind.PROCESS
            yield Shape(f"s{count}", kind, _box(one))
        elif one.tag == f"{SVG}polygon":
            corners = _points(one)
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            kind = ShapeKind.DECISION if len(corners) == 4 else ShapeKind.OFF_PAGE
            yield Shape(f"s{count}", kind, Box(min(xs), min(ys), max(xs), max(ys)))


def _connectors(group: etree._Element) -> Iterator[Connector]:
    """A line, and the head that follows it in the drawing; the head's tip is where it points."""
    parts = list(group)
    for one, after in zip(parts, [*parts[1:], None], strict=True):
        if one.tag != f"{SVG}polyline":
            continue
        line = _points(one)
        has_head = after is not None and after.get("fill") == "#000"
        if has_head and after is not None:
            line.append(max(_points(after), key=lambda p: _far(p, line[-2])))
        yield Connector(tuple(line), has_head_at_end=has_head)


def _far(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _points(one: etree._Element) -> list[Point]:
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", one.get("points", ""))]
    return list(zip(numbers[::2], numbers[1::2], strict=True))

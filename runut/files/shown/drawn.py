"""The pages of a canvas as SVG: what a reader found of a file, drawn where it found it.

Shown beside the reading of a file that has no picture of its own pages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import accumulate
from typing import Final

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

LARGEST_SIZE, SMALLEST_SIZE = 9.0, 4.0
"""Sizes of letters in points: as large as the box allows."""
_LINE: Final = 1.2
_LETTER: Final = 0.53
"""Mean width of a letter of a sans serif in its size."""
_CAPITALS: Final = 1.35
"""How much wider capitals are."""
_PAD: Final = 2.0
_WEB_PAGE: Final = 842.0
"""The width in points given to a page that has none: A4 on its side."""
_INK: Final = "#14253a"
_GRID: Final = "#8391a0"


@dataclass(frozen=True)
class Drawing:
    """A page as SVG, and its size in points."""

    width: float
    height: float
    svg: str


def pages_as_svg(canvas: Canvas) -> tuple[Drawing, ...]:
    """One drawing a page; the same canvas gives the same text."""
    pages = map(_laid_out, canvas.pages)
    return tuple(Drawing(page.width, page.height, _page(page)) for page in pages)


def _laid_out(page: Page) -> Page:
    """The page with a place for every cell: a web page has tables, but no places in them."""
    cells = [cell for table in page.tables for cell in table.cells]
    if not cells or any(cell.box for cell in cells):
        return page
    top, tables = 10.0, []
    whole = page.width or _WEB_PAGE
    for table in page.tables:
        columns = max((c.column + c.column_span for c in table.cells), default=1)
        width = (whole - 20) / columns
        tops = _row_tops(table, width, top)
        placed = [replace(cell, box=_box(cell, width, tops)) for cell in table.cells]
        tables.append(replace(table, cells=tuple(placed)))
        top = tops[-1] + 14
    return replace(page, tables=tuple(tables), width=whole, height=max(page.height, top))


def _row_tops(table: Table, width: float, top: float) -> list[float]:
    """Where each row begins, and where the last one ends: as high as its longest cell."""
    rows = max((c.row + c.row_span for c in table.cells), default=0)
    heights = [LARGEST_SIZE * _LINE + 4] * rows
    for cell in table.cells:
        if cell.row_span == 1:
            sides = Box(0, 0, width * cell.column_span, 0)
            needed = len(_wrapped(cell.text, sides, LARGEST_SIZE)) * LARGEST_SIZE * _LINE + 4
            heights[cell.row] = max(heights[cell.row], needed)
    return list(accumulate(heights, initial=top))


def _box(cell: Cell, width: float, tops: list[float]) -> Box:
    left = 10 + cell.column * width
    bottom = tops[min(cell.row + cell.row_span, len(tops) - 1)]
    return Box(left, tops[cell.row], left + cell.column_span * width, bottom)


def _page(page: Page) -> str:
    size = f'width="{_n(page.width)}" height="{_n(page.height)}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {_n(page.width)} {_n(page.height)}" '
        f'font-family="Arimo, Arial, Helvetica, sans-serif" fill="{_INK}">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        *(part for table in page.tables for cell in table.cells for part in _cell(cell)),
        *(part for words in page.words for part in _words(words)),
        *(part for shape in page.shapes for part in _shape(shape)),
        *(part for connector in page.connectors for part in _connector(connector)),
        "</svg>",
    ]
    return "".join(parts)


def _cell(cell: Cell) -> Iterator[str]:
    if cell.box is None:
        return
    yield f'<rect {_sides(cell.box)} fill="none" stroke="{_GRID}" stroke-width=".6"/>'
    yield from _text(cell.text, cell.box)


def _words(words: Words) -> Iterator[str]:
    if words.box is not None:
        yield from _text(words.text, words.box)


def _shape(shape: Shape) -> Iterator[str]:
    look = f'fill="#fff" stroke="{_INK}" stroke-width="1"'
    if corners := _corners(shape):
        yield f'<polygon points="{_points(corners)}" {look}/>'
    else:
        is_capsule = shape.kind is ShapeKind.TERMINATOR
        radius = (shape.box.bottom - shape.box.top) / 2 if is_capsule else 0
        yield f'<rect {_sides(shape.box)} rx="{_n(radius)}" {look}/>'
    yield from _text(shape.text, shape.box)


def _corners(shape: Shape) -> tuple[tuple[float, float], ...]:
    """The corners of a diamond or of an off-page connector; nothing for other shapes."""
    box, (x, y) = shape.box, shape.box.centre
    if shape.kind is ShapeKind.DECISION:
        return ((x, box.top), (box.right, y), (x, box.bottom), (box.left, y))
    if shape.kind is ShapeKind.OFF_PAGE:
        low = box.bottom - (box.bottom - box.top) / 3
        upper = ((box.left, box.top), (box.right, box.top))
        return (*upper, (box.right, low), (x, box.bottom), (box.left, low))
    return ()


def _connector(connector: Connector) -> Iterator[str]:
    points = connector.points
    if len(points) < 2:
        return
    yield (f'<polyline points="{_points(points)}" fill="none" stroke="{_INK}" stroke-width="1"/>')
    if connector.has_head_at_end or not connector.has_head_at_start:
        yield _head(points[-2], points[-1])
    if connector.has_head_at_start:
        yield _head(points[1], points[0])
    if connector.text:
        x, y = points[0]
        yield _line_of_text(" ".join(connector.text.split()), x + 3, y - 3, 7)


def _head(before: tuple[float, float], tip: tuple[float, float]) -> str:
    """An arrowhead at ``tip`` for a line that comes from ``before``."""
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    ux, uy = dx / length, dy / length
    base = (tip[0] - 6 * ux, tip[1] - 6 * uy)
    points = (tip, (base[0] - 3 * uy, base[1] + 3 * ux), (base[0] + 3 * uy, base[1] - 3 * ux))
    return f'<polygon points="{_points(points)}"/>'


def _text(text: str, box: Box) -> Iterator[str]:
    """The words of a box from its upper left corner, in letters small enough to fit in."""
    if not text.strip():
        return
    size = LARGEST_SIZE
    lines = _wrapped(text, box, size)
    while size > SMALLEST_SIZE and len(lines) * size * _LINE > box.bottom - box.top:
        size -= 0.5
        lines = _wrapped(text, box, size)
    for place, line in enumerate(lines):
        y = box.top + _PAD / 2 + size * (1 + place * _LINE)
        yield _line_of_text(line, box.left + _PAD, y, size)


def _line_of_text(words: str, x: float, y: float, size: float) -> str:
    """Signs that XML cannot hold are left out."""
    plain = escape("".join(sign for sign in words if sign.isprintable()), quote=False)
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}">{plain}</text>'


def _wrapped(text: str, box: Box, size: float) -> list[str]:
    letter = _LETTER * (_CAPITALS if text.isupper() else 1)
    most = max(1, int((box.right - box.left - 2 * _PAD) / (size * letter)))
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > most:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        if line:
            lines.append(line)
    return lines


def _sides(box: Box) -> str:
    width, height = max(0.0, box.right - box.left), max(0.0, box.bottom - box.top)
    return f'x="{_n(box.left)}" y="{_n(box.top)}" width="{_n(width)}" height="{_n(height)}"'


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")

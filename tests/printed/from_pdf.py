"""Tables and lines of a written PDF, from its rules and letters alone."""

from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pdfplumber import table as grids

from tests.printed.flow import Shown, ShownTable, joined, squeeze
from tests.printed.from_docx import head_of

_EDGE = 3.0
_THIN = 1.6
_MARGIN = 50.0
"""Head and foot of a page stand within it, upright and across alike."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, from the top of the page."""


@dataclass(frozen=True)
class _Letter:
    text: str
    x: float
    top: float
    middle: float


def read_pdf(data: bytes) -> list[Shown]:
    flow: list[Shown] = []
    for page in pypdfium2.PdfDocument(data):
        flow += _page(page)
    return joined(flow)


def _page(page: Any) -> list[Shown]:
    height = page.get_height()
    letters = _letters(page, height)
    boxes = [_upright(one.get_bounds(), height) for one in page.get_objects(_PATHS, max_depth=1)]
    cells = _cells([box for box in boxes if min(box[2] - box[0], box[3] - box[1]) < _THIN])
    shades = [box for box in boxes if box[2] - box[0] > 6 and box[3] - box[1] > 6]
    placed: list[tuple[float, float, ShownTable]] = []
    for group in cells:
        table = _table(group, letters, shades)
        top, bottom = min(c[1] for c in group), max(c[3] for c in group)
        if len(table.head) > 1 or len(table.rows[0] if table.rows else ()) > 1:
            placed.append((top, bottom, table))
    placed.sort(key=lambda each: each[0])
    between = [""] * (len(placed) + 1)
    for one in letters:
        is_inside = any(top <= one.middle <= bottom for top, bottom, _ in placed)
        if _MARGIN < one.middle < height - _MARGIN and not is_inside:
            between[sum(bottom < one.middle for _, bottom, _ in placed)] += one.text
    flow: list[Shown] = []
    for words, table in zip_longest(between, (each[2] for each in placed)):
        flow += [one for one in (squeeze(words), table) if one]
    return flow


_PATHS = (pdfium.FPDF_PAGEOBJ_PATH,)


def _upright(bounds: Box, height: float) -> Box:
    left, bottom, right, top = bounds
    return left, height - top, right, height - bottom


def _letters(page: Any, height: float) -> list[_Letter]:
    """Every letter with its place, in the order in which it is drawn."""
    text = page.get_textpage()
    found = []
    for number in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, number)
        if code > ord(" "):
            left, bottom, _, top = text.get_charbox(number, loose=True)
            middle = height - (top + bottom) / 2
            found.append(_Letter(chr(code), left, round(height - top), middle))
    return found


def _cells(rules: list[Box]) -> list[list[Box]]:
    """The cells that the rules enclose, table by table."""
    edges = [
        {
            "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0,
            "height": bottom - top, "orientation": "h" if x1 - x0 > bottom - top else "v",
            "object_type": "line",
        }
        for x0, top, x1, bottom in map(_straight, rules)
    ]  # fmt: skip
    merged = grids.merge_edges(edges, 2, 2, 2, 2)
    crossings = grids.edges_to_intersections(merged, 2, 2)
    groups = grids.cells_to_tables(grids.intersections_to_cells(crossings))
    return [list(map(tuple, group)) for group in groups]


def _straight(rule: Box) -> Box:
    """A rule without its thickness."""
    x0, top, x1, bottom = rule
    if x1 - x0 > bottom - top:
        return x0, (top + bottom) / 2, x1, (top + bottom) / 2
    return (x0 + x1) / 2, top, (x0 + x1) / 2, bottom


def _table(cells: list[Box], letters: list[_Letter], shades: list[Box]) -> ShownTable:
    xs = _apart(sorted(v for cell in cells for v in (cell[0], cell[2])))
    ys = _apart(sorted(v for cell in cells for v in (cell[1], cell[3])))
    words = _words(cells, letters)
    ends = [one[3] for one in shades if ys[0] - _EDGE <= one[1] and one[3] <= ys[-1] + _EDGE]
    head_bottom = max(ends, default=ys[0])
    head: list[list[str]] = []
    rows: list[list[str]] = []
    for y0, y1 in pairwise(ys):
        row = []
        for x0, x1 in pairwise(xs):
            box = _cell_at(cells, (x0 + x1) / 2, (y0 + y1) / 2)
            row.append("" if box is None or box[0] < x0 - _EDGE else words.get(box, ""))
        (head if y1 <= head_bottom + _EDGE else rows).append(row)
    return ShownTable(head_of(head), tuple(map(tuple, rows)))


def _words(cells: list[Box], letters: list[_Letter]) -> dict[Box, str]:
    """What stands in each cell; letters keep the order in which they were drawn."""
    found: dict[Box, list[str]] = {}
    for one in letters:
        box = _cell_at(cells, one.x + 0.5, one.middle)
        if box is not None:
            found.setdefault(box, []).append(one.text)
    return {box: squeeze("".join(texts)) for box, texts in found.items()}


def _apart(values: list[float]) -> list[float]:
    kept: list[float] = []
    for value in values:
        if not kept or value - kept[-1] > _EDGE:
            kept.append(value)
    return kept


def _cell_at(cells: list[Box], x: float, y: float) -> Box | None:
    return next((c for c in cells if c[0] <= x <= c[2] and c[1] <= y <= c[3]), None)

"""The laid out pages of a Word file as a canvas: cells, flow shapes, connectors, other words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from runut.core.sop.reading.canvas import Box, Cell, Connector, Page, Shape, ShapeKind, Table, Words
from runut.files.read.docx.blocks import TooMuch
from runut.files.read.docx.drawn import Drawn
from runut.files.read.docx.fit import settle_rows
from runut.files.read.docx.place import Lying, cell_of, placed_on
from runut.files.read.docx.sheets import Hanging, Piece, Sheet

MOST_SHAPES = 2_000
_PICTURE_SHARE = 0.3
_LABEL = re.compile(r"\(?(ya|tidak|y|t|n|yes|no|tdk|iya)\)?[.,:]?", re.IGNORECASE)
_NEAR, _BEGINS, _STOPS = 16.0, 0.5, 12
_AS_NEAR = 4.0
"""Points by which a label must be nearer to its line than to any other."""
_SHORT = 24
_SMALLEST, _WIDEST, _HIGHEST = 6.0, 0.2, 90.0
"""Points, share of the page, points: the sizes of pictures that stand for symbols."""
_NO_EXIT, _TOUCHES = 6.0, 4.0
_LONG = 40
"""Characters: a box of the flow holds fewer."""
_ONLY_IN_FLOWS = (ShapeKind.DECISION, ShapeKind.TERMINATOR)


def pages_of(sheets: tuple[Sheet, ...]) -> tuple[Page, ...]:
    """The pages with everything on them. Raises TooMuch."""
    if sum(len(hanging.drawing.parts) for sheet in sheets for hanging in sheet.hangings) > (
        MOST_SHAPES
    ):
        raise TooMuch
    return tuple(_page(number, sheet) for number, sheet in enumerate(sheets, start=1))


def _page(number: int, sheet: Sheet) -> Page:
    placed = placed_on(sheet)
    doubts = settle_rows(sheet, placed)
    shapes: list[Shape] = []
    labels: list[Words] = []
    for drawn, hanging in placed:
        if drawn.is_picture and _is_symbol_sized(drawn, sheet):
            shapes.append(_shape(replace(drawn, kind=ShapeKind.PICTURE), hanging, 1.0))
        if drawn.kind is None or drawn.is_picture:
            continue
        if _is_label(drawn):
            labels.append(Words(drawn.text, drawn.box))
        elif not drawn.is_bare:
            shapes.append(_shape(drawn, hanging, doubts.get(drawn.key, 1.0)))
    lines = [_connector(drawn) for drawn, _ in placed if drawn.kind is None]
    decisions = [shape.box for shape in shapes if shape.kind is ShapeKind.DECISION]
    lines, labels = _labelled(lines, labels, decisions)
    return Page(
        number,
        sheet.section.width,
        sheet.section.height,
        tuple(_table(piece) for piece in sheet.pieces if piece.tops),
        tuple(shapes),
        tuple(lines),
        tuple(sheet.words) + tuple(labels),
        has_picture=_has_picture(sheet, placed),
    )


def _is_symbol_sized(drawn: Drawn, sheet: Sheet) -> bool:
    """Whether a picture is no larger than the symbols of a form are."""
    width, height = drawn.box.width, drawn.box.height
    return min(width, height) >= _SMALLEST and (
        width <= _WIDEST * sheet.section.width and height <= _HIGHEST
    )


def _is_label(drawn: Drawn) -> bool:
    """Words in a box that is no part of the flow."""
    if not drawn.text:
        return False
    if drawn.is_bare:
        return True
    is_exit = _LABEL.fullmatch(drawn.text) is not None and drawn.kind is not ShapeKind.DECISION
    is_note = len(drawn.text) > _LONG and drawn.kind not in _ONLY_IN_FLOWS
    return is_exit or is_note


def _shape(drawn: Drawn, hanging: Hanging, doubt: float) -> Shape:
    return Shape(
        drawn.key,
        drawn.kind or ShapeKind.OTHER,
        drawn.box,
        drawn.text,
        min(drawn.keyakinan, doubt),
        cell_of(drawn, hanging),
    )


def _connector(drawn: Drawn) -> Connector:
    return Connector(
        drawn.points,
        drawn.start,
        drawn.end,
        drawn.has_head_at_start,
        drawn.has_head_at_end,
        drawn.text,
    )


def _labelled(
    lines: list[Connector], labels: list[Words], decisions: list[Box]
) -> tuple[list[Connector], list[Words]]:
    """Labels of exits handed to the lines they stand at, nearest first; the others stay words."""
    pairs = sorted(
        (_away(line, label) + (0.0 if _leaves(line, decisions) else _NO_EXIT), at, number)
        for at, line in enumerate(lines)
        for number, label in enumerate(labels)
        if not line.text and len(label.text) <= _SHORT
    )
    named: dict[int, int] = {}
    unclear = _unclear(pairs)
    for away, at, number in pairs:
        is_free = at not in named and number not in named.values()
        if away <= _NEAR and is_free and number not in unclear:
            named[at] = number
    lines = [
        replace(line, text=labels[named[at]].text) if at in named else line
        for at, line in enumerate(lines)
    ]
    taken = set(named.values())
    return lines, [label for number, label in enumerate(labels) if number not in taken]


def _unclear(pairs: Sequence[tuple[float, int, int]]) -> set[int]:
    """Labels that stand as near to a second line: whose they are is weighed with the symbols."""
    best: dict[int, list[float]] = {}
    for away, _, number in pairs:
        best.setdefault(number, []).append(away)
    return {
        number for number, gaps in best.items() if len(gaps) > 1 and gaps[1] - gaps[0] < _AS_NEAR
    }


def _away(line: Connector, label: Words) -> float:
    """How far a label stands from a line; nearer when the line begins there."""
    if label.box is None or not line.points:
        return _NEAR + 1
    stops = [
        (x + (to_x - x) * share / _STOPS, y + (to_y - y) * share / _STOPS)
        for (x, y), (to_x, to_y) in pairwise(line.points)
        for share in range(_STOPS + 1)
    ]
    away = min((_gap(label.box, stop) for stop in stops), default=_NEAR + 1)
    return away + min(_BEGINS * _gap(label.box, line.points[0]), _NEAR / 2)


def _leaves(line: Connector, decisions: list[Box]) -> bool:
    """Whether a line begins at the edge of a decision: labels name its exits."""
    return any(_gap(box, line.points[0]) <= _TOUCHES for box in decisions if line.points)


def _gap(box: Box, point: tuple[float, float]) -> float:
    x, y = point
    across = max(box.left - x, x - box.right, 0.0)
    down = max(box.top - y, y - box.bottom, 0.0)
    return float((across * across + down * down) ** 0.5)


def _table(piece: Piece) -> Table:
    cells = tuple(
        Cell(cell.row, cell.column, cell.text, cell.row_span, cell.column_span, piece.box(cell))
        for cell in piece.cells
    )
    return Table(cells, Box(piece.edges[0], piece.tops[0], piece.edges[-1], piece.bottoms[-1]))


def _has_picture(sheet: Sheet, placed: Lying) -> bool:
    area = sum(
        (drawn.box.right - drawn.box.left) * (drawn.box.bottom - drawn.box.top)
        for drawn, _ in placed
        if drawn.is_picture
    )
    return area > _PICTURE_SHARE * sheet.section.width * sheet.section.height

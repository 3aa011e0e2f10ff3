"""Drawn words given to the lines they stand beside, and shapes to the cells that hold them."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot
from re import compile as pattern

from runut.core.sop.reading.canvas import Box, Connector, Shape, ShapeKind, Table, Words
from runut.files.geometry import Point
from runut.files.read.xlsx.drawing import Drawn

_LABEL = pattern(r"(?i)\W*(ya|y|tidak|tdk|t|yes|no|ok|setuju|tidak setuju|sesuai|tidak sesuai)\W*")
_BESIDE = 30.0
"""Points between the middle of a label and its line."""

_TOUCHING = 12.0
_FARTHEST_START = 40.0
_SLACK = 1.5
_AS_NEAR = 4.0
_SHELF, _MOST_SHELVES = 40.0, 500
_MOST_FRAMED = 1_000
Shelves = dict[int, list[tuple[Box, tuple[int, int]]]]
_FRAME_HOLDS = 3
_MOST_WORDS, _LONGEST_LABEL = 3, 25


def settle(drawn: Drawn, table: Table | None) -> Drawn:
    """The same things, each where it belongs: labels at lines, shapes in cells, frames apart."""
    words, labels = _parted(drawn)
    label_keys = {id(shape) for shape in drawn.shapes if is_label(shape.text)}
    shapes = [shape for shape in drawn.shapes if _stays(shape, label_keys)]
    lines = [
        _nearer(line, drawn.otherwise.get(at, line), shapes)
        for at, line in enumerate(drawn.connectors)
    ]
    connectors, loose = _label_connectors(lines, labels, shapes)
    shelves = _shelved(table)
    held = [replace(shape, at=_cell_around(shape.box, shelves)) for shape in _frames_apart(shapes)]
    return Drawn(held, connectors, [*words, *loose], drawn.pictures)


def _nearer(line: Connector, other: Connector, shapes: Sequence[Shape]) -> Connector:
    """Of the two ways a line may run, the one whose ends lie where symbols are fastened."""
    if line == other or not shapes:
        return line
    return min(line, other, key=lambda one: _loose_ends(one, shapes))


def _loose_ends(line: Connector, shapes: Sequence[Shape]) -> float:
    total = 0.0
    for end, glued in ((line.points[0], line.start), (line.points[-1], line.end)):
        meant = [shape.box for shape in shapes if shape.key == glued]
        boxes = meant or [shape.box for shape in shapes]
        total += min(_from_side(end, box) for box in boxes)
    return total


def _from_side(point: Point, box: Box) -> float:
    """How far from the middle of a side: there lines are fastened."""
    x, y = box.centre
    sides = ((x, box.top), (x, box.bottom), (box.left, y), (box.right, y))
    return min(hypot(point[0] - a, point[1] - b) for a, b in sides)


def is_label(text: str) -> bool:
    """Whether words are the answer of a decision, such as ``Ya`` or ``(Tidak)``."""
    return _LABEL.fullmatch(text.strip()) is not None


def _stays(shape: Shape, label_keys: set[int]) -> bool:
    return shape.kind is not ShapeKind.PROCESS or id(shape) not in label_keys


def _parted(drawn: Drawn) -> tuple[list[Words], list[Words]]:
    """(words, labels): a box that says only Ya or Tidak is a label, whatever its outline; a few
    words without an outline may be one."""
    boxed = [
        Words(shape.text, shape.box)
        for shape in drawn.shapes
        if shape.kind is ShapeKind.PROCESS and is_label(shape.text)
    ]
    labels = [*(words for words in drawn.words if _may_be_label(words.text)), *boxed]
    return [words for words in drawn.words if not _may_be_label(words.text)], labels


def _may_be_label(text: str) -> bool:
    words = text.split()
    return is_label(text) or (0 < len(words) <= _MOST_WORDS and len(text) <= _LONGEST_LABEL)


def _label_connectors(
    connectors: Sequence[Connector], labels: Sequence[Words], shapes: Sequence[Shape]
) -> tuple[list[Connector], list[Words]]:
    """Lines with the labels beside them, nearest first, and the labels that found none.

    Lines that leave a decision come first: the others have nothing to answer, and only the plain
    answers are believed there.
    """
    decisions = {shape.key: shape.box for shape in shapes if shape.kind is ShapeKind.DECISION}
    pairs = []
    for number, label in enumerate(labels):
        for at, line in enumerate(connectors):
            distance = _distance(label, line)
            is_other = not _leaves_decision(line, decisions)
            is_known = not is_other or is_label(label.text)
            if distance <= _BESIDE and not line.text and is_known:
                pairs.append((is_other, distance + _from_start(label, line), number, at))
    named: dict[int, int] = {}
    unclear = _unclear(pairs)
    for _, _, number, at in sorted(pairs):
        if number not in unclear and at not in named and number not in named.values():
            named[at] = number
    result = [
        replace(line, text=labels[named[at]].text) if at in named else line
        for at, line in enumerate(connectors)
    ]
    return result, [words for n, words in enumerate(labels) if n not in named.values()]


def _unclear(pairs: Sequence[tuple[bool, float, int, int]]) -> set[int]:
    """Labels that stand as near to a second line: whose they are is weighed with the symbols."""
    found = set()
    for number in {pair[2] for pair in pairs}:
        best = sorted(pair[:2] for pair in pairs if pair[2] == number)[:2]
        if len(best) == 2 and best[0][0] == best[1][0] and best[1][1] - best[0][1] < _AS_NEAR:
            found.add(number)
    return found


def _leaves_decision(line: Connector, decisions: dict[str, Box]) -> bool:
    if line.start is not None or line.end is not None:
        backwards = line.has_head_at_start and not line.has_head_at_end
        return (line.end if backwards else line.start) in decisions
    return any(
        _from_box(end, box) <= _TOUCHING for end in _starts(line) for box in decisions.values()
    )


def _starts(line: Connector) -> tuple[Point, ...]:
    """Where a line begins by its heads; both ends when they do not tell."""
    if line.has_head_at_start == line.has_head_at_end:
        return line.points[0], line.points[-1]
    return (line.points[-1] if line.has_head_at_start else line.points[0],)


def _from_start(label: Words, line: Connector) -> float:
    """An answer stands near the beginning of its line more often than elsewhere along it."""
    if label.box is None:
        return _FARTHEST_START
    x, y = label.box.centre
    nearest = min(hypot(x - a, y - b) for a, b in _starts(line))
    return min(nearest, _FARTHEST_START)


def _distance(label: Words, line: Connector) -> float:
    if label.box is None:
        return _BESIDE * 2
    pairs = zip(line.points, line.points[1:], strict=False)
    return min((_from_segment(label.box.centre, a, b) for a, b in pairs), default=_BESIDE * 2)


def _from_segment(point: Point, begin: Point, end: Point) -> float:
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    length = dx * dx + dy * dy
    along = ((point[0] - begin[0]) * dx + (point[1] - begin[1]) * dy) / length if length else 0.0
    along = min(max(along, 0.0), 1.0)
    return hypot(point[0] - begin[0] - along * dx, point[1] - begin[1] - along * dy)


def _from_box(point: Point, box: Box) -> float:
    x = max(box.left - point[0], 0.0, point[0] - box.right)
    y = max(box.top - point[1], 0.0, point[1] - box.bottom)
    return hypot(x, y)


def _frames_apart(shapes: Sequence[Shape]) -> list[Shape]:
    """A box around several symbols is a frame, no symbol of the flow."""
    if len(shapes) > _MOST_FRAMED:
        return list(shapes)
    return [
        replace(shape, kind=ShapeKind.OTHER, keyakinan=1.0)
        if sum(_holds(shape.box, other.box) for other in shapes if other is not shape)
        >= _FRAME_HOLDS
        else shape
        for shape in shapes
    ]


def _shelved(table: Table | None) -> Shelves:
    """The cells by where they lie from top to bottom, so that few are looked at for a shape."""
    shelves: Shelves = {}
    for cell in table.cells if table is not None else ():
        if cell.box is not None:
            first, last = int(cell.box.top // _SHELF), int(cell.box.bottom // _SHELF)
            for shelf in range(first, min(last, first + _MOST_SHELVES) + 1):
                shelves.setdefault(shelf, []).append((cell.box, (cell.row, cell.column)))
    return shelves


def _cell_around(box: Box, shelves: Shelves) -> tuple[int, int] | None:
    cells = shelves.get(int(box.centre[1] // _SHELF), [])
    return next((at for cell, at in cells if _holds(cell, box)), None)


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.left - _SLACK <= inner.left
        and outer.top - _SLACK <= inner.top
        and inner.right <= outer.right + _SLACK
        and inner.bottom <= outer.bottom + _SLACK
    )

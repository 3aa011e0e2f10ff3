"""Which step and which actor a drawn shape stands for, and how sure that is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from runut.core.sop.reading.body import Draft
from runut.core.sop.reading.canvas import Shape, ShapeKind
from runut.core.sop.reading.columns import Columned
from runut.core.sop.reading.grid import Span

MAX_SHAPES: Final = 1_000

_CLEAR: Final = 0.85
"""A shape with this share of itself in one cell stands there without doubt."""
_CENTRAL: Final = 0.25
"""So does a shape whose middle is nearer to the cell's middle than this share of the cell."""
_OUTSIDE: Final = 6.0
"""Points by which a shape may lie beside the table and yet belong to its first or last row."""
_COVERED: Final = 0.5
"""Share of a column from which on a symbol over several columns stands in it."""
_SPANNING: Final = 0.75
_SYMBOLS: Final = frozenset({ShapeKind.PROCESS, ShapeKind.DECISION, ShapeKind.TERMINATOR})


@dataclass(frozen=True)
class PlacedShape:
    """A shape and where it stands. ``step`` counts the steps, ``actor`` the columns of the head.

    Without both it is no symbol of a step: a connector between pages, or drawn beside the table.
    """

    halaman: int
    shape: Shape
    step: int | None = None
    actor: int | None = None
    keyakinan: float = 0.0
    alasan: str = ""


@dataclass(frozen=True)
class _Choice:
    best: int
    share: float
    second: int | None


def is_symbol(shape: Shape) -> bool:
    """Whether a shape is a symbol of the form; a shape of no known kind is, if nothing is in it."""
    return shape.kind in _SYMBOLS | {ShapeKind.PICTURE} or (
        shape.kind is ShapeKind.OTHER and not shape.text.strip()
    )


@dataclass(frozen=True)
class _Room:
    """A table of steps as places for shapes: where each step and each actor's column lies.

    ``owner`` gives the step of each row.
    """

    one: Columned
    owner: dict[int, int]
    rows: dict[int, Span]
    columns: dict[int, Span]


def place_shapes(columned: Sequence[Columned], steps: Sequence[Draft]) -> tuple[PlacedShape, ...]:
    """Every shape of the pages that hold the steps, placed as well as its place allows."""
    rooms: dict[int, list[_Room]] = {}
    for table, one in enumerate(columned):
        rooms.setdefault(one.grid.page.number, []).append(_room(table, one, steps))
    pages = {one.grid.page.number: one.grid.page for one in columned}
    return tuple(
        placed
        for number, page in pages.items()
        for shape in page.shapes[:MAX_SHAPES]
        for placed in _everywhere(_place(shape, number, rooms[number]), rooms[number])
    )


def _everywhere(one: PlacedShape, rooms: Sequence[_Room]) -> list[PlacedShape]:
    """A symbol drawn over most of several columns stands for each of their actors: asked."""
    if one.actor is None or one.shape.at is not None:
        return [one]
    room = next((room for room in rooms if one.actor in room.columns), None)
    box = one.shape.box
    covered = [
        place
        for place, (left, right) in (room.columns if room else {}).items()
        if min(box.right, right) - max(box.left, left) >= _COVERED * (right - left)
    ]
    if room is None or len(covered) < 2:
        return [one]
    names = " dan ".join(room.one.head.columns[place].name for place in covered)
    alasan = f"Simbolnya terbentang di atas kolom {names}."
    return [replace(one, actor=p, keyakinan=_SPANNING, alasan=alasan) for p in covered]


def _room(table: int, one: Columned, steps: Sequence[Draft]) -> _Room:
    owner: dict[int, int] = {}
    rows: dict[int, Span] = {}
    for count, step in enumerate(steps):
        for at, row in step.rows:
            if at == table:
                owner[row] = count
                if span := one.grid.row_spans[row]:
                    known = rows.get(count, span)
                    rows[count] = (min(known[0], span[0]), max(known[1], span[1]))
    columns = {place: one.spans[place] for place in one.head.actors if place in one.spans}
    return _Room(one, owner, rows, columns)


def _place(shape: Shape, halaman: int, rooms: Sequence[_Room]) -> PlacedShape:
    if not is_symbol(shape):
        return PlacedShape(halaman, shape)
    if shape.at is not None and (found := _at(shape, halaman, rooms)):
        return found
    choices = [(_in_room(shape, room), room.one) for room in rooms]
    known = [(choice, one) for choice, one in choices if choice is not None]
    if not known:
        return PlacedShape(halaman, shape)
    (row, column), one = max(known, key=lambda pair: pair[0][0].share * pair[0][1].share)
    if shape.kind is ShapeKind.PICTURE and min(row.share, column.share) < _CLEAR:
        return PlacedShape(halaman, shape)
    return _sure(shape, halaman, row, column, one)


def _at(shape: Shape, halaman: int, rooms: Sequence[_Room]) -> PlacedShape | None:
    """Where the file itself says which cell holds the shape."""
    row, column = shape.at or (-1, -1)
    for room in rooms:
        place = room.one.column_of(column) if column >= 0 else None
        if row in room.owner and place is not None and place in room.one.head.actors:
            sure = _of_kind(shape, shape.keyakinan)
            return PlacedShape(halaman, shape, room.owner[row], place, *sure)
    return None


def _in_room(shape: Shape, room: _Room) -> tuple[_Choice, _Choice] | None:
    row = _choose(shape.box.top, shape.box.bottom, room.rows)
    column = _choose(shape.box.left, shape.box.right, room.columns)
    return (row, column) if row and column else None


def _choose(low: float, high: float, spans: Mapping[int, Span]) -> _Choice | None:
    """The span that holds most of a length; the nearest one where it just misses them all."""
    length = max(high - low, 0.1)
    shares = {
        key: (min(high, span[1]) - max(low, span[0])) / length
        for key, span in spans.items()
        if span[0] - high <= _OUTSIDE and low - span[1] <= _OUTSIDE
    }
    ranked = sorted(shares, key=lambda key: (-shares[key], _off_middle(low, high, spans[key])))
    if not ranked:
        return None
    best, rest = ranked[0], [key for key in ranked[1:] if shares[key] > 0.02]
    middle = (low + high) / 2
    if not spans[best][0] - _OUTSIDE <= middle <= spans[best][1] + _OUTSIDE:
        return _Choice(best, 0.3, rest[0] if rest else None) if shares[best] > 0.3 else None
    is_central = abs(middle - sum(spans[best]) / 2) <= _CENTRAL * (spans[best][1] - spans[best][0])
    if not rest or is_central:
        return _Choice(best, 1.0, None)
    return _Choice(best, shares[best] / (shares[best] + shares[rest[0]]), rest[0])


def _off_middle(low: float, high: float, span: Span) -> float:
    return abs((low + high) - (span[0] + span[1]))


def _sure(shape: Shape, halaman: int, row: _Choice, column: _Choice, one: Columned) -> PlacedShape:
    share = min(row.share, column.share)
    sure = 1.0 if share >= _CLEAR else round(0.3 + 0.5 * share, 2)
    names = [one.head.columns[place].name for place in (column.best, column.second) if place]
    if column.share < _CLEAR and len(names) > 1:
        alasan = f"Simbolnya terletak pada garis antara {names[0]} dan {names[1]}."
    elif row.share < _CLEAR:
        alasan = "Simbolnya terletak pada garis antara dua langkah."
    else:
        alasan = ""
    keyakinan, why = _of_kind(shape, min(sure, shape.keyakinan))
    return PlacedShape(halaman, shape, row.best, column.best, keyakinan, alasan or why)


def _of_kind(shape: Shape, keyakinan: float) -> tuple[float, str]:
    if shape.kind is ShapeKind.OTHER:
        return min(keyakinan, 0.6), "Bentuk yang tergambar bukan simbol formulir."
    if keyakinan < 1.0:
        return keyakinan, "Jenis simbol atau letaknya tidak terbaca dengan pasti."
    return keyakinan, ""


def at_step(placed: Iterable[PlacedShape], step: int) -> tuple[PlacedShape, ...]:
    """The symbols of one step, by column and then from top to bottom."""
    own = [one for one in placed if one.step == step and one.actor is not None]
    return tuple(sorted(own, key=lambda one: (one.actor or 0, one.shape.box.top)))

"""The head of a step table: where it is, which columns are which, who the actors are."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from runut.core.sop.form.labels import column_kind, head_name, unit_in
from runut.core.sop.form.marks import read_mark
from runut.core.sop.reading.canvas import Cell
from runut.core.sop.reading.grid import Grid, Span
from runut.core.sop.reading.numbers import is_column_count, step_number
from runut.core.words.items import normal

ACTOR: Final = "aktor"
OTHER: Final = "lain"
LARGEST_HEAD: Final = 5
"""Rows of a head: names over several rows, and the row that counts the columns."""
MAX_COLUMNS: Final = 120

_MUTU: Final = frozenset({"mutu baku", "kelengkapan", "waktu", "output"})
_LONGEST_ACTOR: Final = 80
_WORDS: Final = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Column:
    """One column of the head. ``kind`` is a field of a step, ``ACTOR`` or ``OTHER``.

    ``first`` and ``last`` count the columns of the table; ``span`` is where it lies on the page;
    ``satuan`` is the unit of time in the head; ``is_bare`` marks a column headed by nothing but
    the word Pelaksana: no name, or the names are in its cells.
    """

    kind: str
    name: str
    first: int
    last: int
    span: Span | None = None
    satuan: str = ""
    is_bare: bool = False


@dataclass(frozen=True)
class Head:
    """Rows ``top`` up to (not with) ``end`` of a table, and the columns they name."""

    top: int
    end: int
    columns: tuple[Column, ...]

    @property
    def actors(self) -> tuple[int, ...]:
        return tuple(i for i, column in enumerate(self.columns) if column.kind == ACTOR)

    def place(self, kind: str) -> int | None:
        """The first column of a kind."""
        return next((i for i, column in enumerate(self.columns) if column.kind == kind), None)


def find_head(grid: Grid, start: int = 0) -> Head | None:
    """The first head at or below row ``start``, or ``None``: the table is of another kind."""
    if grid.width > MAX_COLUMNS:
        return None
    for row in range(start, grid.height):
        kinds = _kinds(grid.starting_in(row))
        if "kegiatan" in kinds and _is_head(_kinds_near(grid, row, start)):
            return _head(grid, row, start)
    return None


def is_head_again(grid: Grid, row: int) -> bool:
    """Whether a row repeats the head, as pages after the first do."""
    cells = grid.starting_in(row)
    if any(step_number(cell.text) for cell in cells[:2]):
        return False
    return len(_kinds(cells) & (_MUTU | {"kegiatan", "pelaksana", "no", "keterangan"})) >= 3


def _is_head(kinds: set[str]) -> bool:
    has_group = bool(kinds & {"pelaksana", "mutu baku"})
    return has_group or len(kinds & _MUTU) >= 2


def _kinds(cells: Iterable[Cell]) -> set[str]:
    return {column_kind(cell.text) for cell in cells} - {""}


def _kinds_near(grid: Grid, row: int, start: int) -> set[str]:
    near = range(max(start, row - 1), min(grid.height, row + 3))
    return set().union(*(_kinds(grid.starting_in(one)) for one in near))


def _head(grid: Grid, row: int, start: int) -> Head:
    above = _kinds(grid.starting_in(row - 1)) if row > start else set()
    top = row - 1 if above & {"pelaksana", "mutu baku", "no"} else row
    end = _end(grid, row)
    stacks = [_stack(grid, column, range(top, end)) for column in range(grid.width)]
    return Head(top, end, _columns(grid, stacks, end))


def _stack(grid: Grid, column: int, rows: range) -> tuple[Cell, ...]:
    """The head cells over a column; the row of column numbers says nothing."""
    counting = {row for row in rows if is_column_count(_texts(grid.row(row)))}
    cells = grid.column(column, rows)
    return tuple(cell for cell in cells if cell.text.strip() and cell.row not in counting)


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in cells]


def _end(grid: Grid, row: int) -> int:
    """The first row below the head: it bears a number, or an activity of its own."""
    at = {column_kind(cell.text): cell for cell in grid.starting_in(row)}
    kegiatan, no = at["kegiatan"], at.get("no")
    end = row + 1
    last = min(grid.height, row + LARGEST_HEAD)
    while end < last and _is_head_row(grid, end, kegiatan, no):
        end += 1
    return end


def _is_head_row(grid: Grid, row: int, kegiatan: Cell, no: Cell | None) -> bool:
    cells = grid.row(row)
    if is_column_count(_texts(cells)):
        return True
    number = grid.places.get((row, no.column)) if no else None
    if number is not None and number is not no and step_number(number.text):
        return False
    if len(_kinds(grid.starting_in(row)) & _MUTU) >= 2:
        return True
    over = grid.places.get((row, kegiatan.column))
    if over is kegiatan:
        return True
    words = over.text if over else ""
    is_named = any(cell.row == row and cell.text.strip() for cell in cells)
    return is_named and not normal(words) and _has_names(grid, row)


def _has_names(grid: Grid, row: int) -> bool:
    """Some cells of the row hold words that could name an actor."""
    words = [normal(cell.text) for cell in grid.starting_in(row)]
    return sum(any(sign.isalpha() for sign in text) and len(text) > 1 for text in words) >= 1


def _columns(grid: Grid, stacks: Sequence[tuple[Cell, ...]], end: int) -> tuple[Column, ...]:
    pieces = _pieces(grid, stacks, end)
    kinds = [_kind(stack) for _, _, stack in pieces]
    begin, stop = _between(kinds)
    over_others = {cell for _, _, stack in pieces for cell in stack[:-1]}
    found: list[Column] = []
    for place, (first, last, stack) in enumerate(pieces):
        kind = kinds[place]
        if kind == "" and begin < place < stop:
            is_wordy = _holds_words(grid, range(first, last + 1), end)
            is_last = place == stop - 1 and "kelengkapan" not in kinds
            kind = ("kelengkapan" if is_last else OTHER) if is_wordy else "pelaksana"
        is_under_unit = bool(stack) and stack[-1] in over_others
        found.append(_column(grid, kind, first, last, stack, is_under_unit=is_under_unit))
    _order_mutu_baku(found, kinds)
    return tuple(found)


def _pieces(
    grid: Grid, stacks: Sequence[tuple[Cell, ...]], end: int
) -> list[tuple[int, int, tuple[Cell, ...]]]:
    """Neighbouring columns of the table under one head cell are one column of the form.

    A group without names below it has as many columns as the rows under it.
    """
    begun = {cell.column for cell in grid.table.cells if cell.row >= end}
    pieces: list[tuple[int, int, tuple[Cell, ...]]] = []
    for column, stack in enumerate(stacks):
        left = pieces[-1] if pieces else None
        is_same = bool(left and stack and left[2] and left[2][-1] is stack[-1])
        if left and is_same and not (_is_group(stack[-1]) and column in begun):
            pieces[-1] = (left[0], column, stack)
        else:
            pieces.append((column, column, stack))
    return pieces


def _is_group(cell: Cell) -> bool:
    return column_kind(cell.text) in {"pelaksana", "mutu baku"}


def _kind(stack: Sequence[Cell]) -> str:
    """The kind of the lowest head; a name below the word Pelaksana is an actor's, unless it is a
    part of Mutu Baku over which Pelaksana was merged too far."""
    kinds = [column_kind(cell.text) for cell in stack]
    if "pelaksana" in kinds[:-1]:
        return kinds[-1] if kinds[-1] in _MUTU else "pelaksana"
    if not kinds or kinds[-1]:
        return kinds[-1] if kinds else ""
    own = [cell.text for cell, kind in zip(stack, kinds, strict=True) if kind != "mutu baku"]
    whole = column_kind(head_name(own)) or column_kind("".join(own))
    rest = next((kind for kind in kinds if kind and kind != "mutu baku"), "")
    return whole or rest or ("mutu baku" if "mutu baku" in kinds else "")


def _between(kinds: Sequence[str]) -> tuple[int, int]:
    """The actors stand between the activity and the first column of Mutu Baku."""
    begin = max((i for i, kind in enumerate(kinds) if kind == "kegiatan"), default=len(kinds))
    ends = [
        i for i, kind in enumerate(kinds) if i > begin and (kind in _MUTU or kind == "keterangan")
    ]
    return begin, min(ends, default=begin)


def _holds_words(grid: Grid, columns: range, end: int) -> bool:
    """Whether most rows below a head hold words: an actor's column holds marks and symbols."""
    own = [c for c in grid.table.cells if c.row >= end and c.column in columns]
    texts = [normal(cell.text) for cell in own if not is_column_count([cell.text])]
    wordy = [text for text in texts if _WORDS.search(text) and read_mark(text) is None]
    return len(wordy) > 1 and len(wordy) * 10 >= len(texts) * 6


def _column(
    grid: Grid, kind: str, first: int, last: int, stack: Sequence[Cell], *, is_under_unit: bool
) -> Column:
    """``is_under_unit``: its lowest head is the unit of columns beside it, which have names of
    their own; the name of this one was lost, and is not the unit's."""
    low, high = grid.column_spans[first], grid.column_spans[last]
    span = (low[0], high[1]) if low and high else None
    if kind != "pelaksana":
        satuan = unit_in(stack[-1].text) if kind == "waktu" and stack else ""
        return Column(kind or OTHER, head_name(_texts(stack)), first, last, span, satuan)
    names = [] if is_under_unit else _names(stack)
    is_bare = bool(stack) and not names and not is_under_unit
    return Column(ACTOR, head_name(names), first, last, span, is_bare=is_bare)


def _names(stack: Sequence[Cell]) -> list[str]:
    """The head cells that name one actor: the lowest, and those of the same width above it."""
    named = [cell for place, cell in enumerate(stack) if place or not _is_group(cell)]
    if not named:
        return []
    lowest = named[-1]
    return [
        cell.text
        for cell in named
        if cell is lowest or cell.column_span <= lowest.column_span
        if len(cell.text) <= _LONGEST_ACTOR
    ]


def _order_mutu_baku(found: list[Column], kinds: Sequence[str]) -> None:
    """A second head that was lost leaves unnamed columns: they stand in a fixed order."""
    free = [place for place, kind in enumerate(kinds) if kind == "mutu baku"]
    missing = [kind for kind in ("kelengkapan", "waktu", "output") if kind not in kinds]
    is_clear = len(free) == len(missing)
    for count, place in enumerate(free):
        found[place] = replace(found[place], kind=missing[count] if is_clear else OTHER)

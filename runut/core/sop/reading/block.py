"""The identity block in cells: labels and what stands beside, after or below them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from runut.core.sop.form.printed import KEY_OF, SECTION_OF, canonical_label
from runut.core.sop.reading.canvas import Box, Cell
from runut.core.sop.reading.grid import Grid
from runut.core.words.items import normal

_LABEL_AND_TEXT: Final = re.compile(r"(?P<label>[^:\n]{2,60}?)\s*:\s*(?P<text>.*)", re.DOTALL)
_PROCEDURE: Final = re.compile(r"(?:prosedur|sop|alur|bagan|flow ?chart)\b", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:\d{1,2}|[a-z])[.)]|[-–•*▪·●]")
_FORM_TITLE: Final = re.compile(
    r"(?:standar|standard) (?:operasional|operating) (?:prosedur|procedure)s?"
    r"(?: administrasi pemerintahan)?(?: \(?sop(?: ap)?\)?)?|sop(?: ap)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """Words of the identity block and where they stood."""

    text: str
    halaman: int
    baris: int | None = None
    kolom: int | None = None
    sel: str | None = None
    box: Box | None = None


@dataclass
class Block:
    """What the lines above, beside and below the steps say, by field, before it is understood.

    ``loose`` are lines outside all tables that belong to no label.
    """

    keys: dict[str, list[Piece]] = field(default_factory=dict)
    sections: dict[str, list[Piece]] = field(default_factory=dict)
    instansi: list[Piece] = field(default_factory=list)
    prosedur: list[Piece] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)

    @property
    def is_begun(self) -> bool:
        return bool(self.keys or self.sections)


@dataclass
class _Open:
    """What the next row may continue: one key, or sections by the column of their label."""

    key: str | None = None
    column: int = 0
    sections: dict[int, str] = field(default_factory=dict)


def label_of(text: str) -> tuple[str, str, str] | None:
    """("key" or "section", the field, the text after the label in the same cell)."""
    for table, what in ((KEY_OF, "key"), (SECTION_OF, "section")):
        if found := _label_in(text, table):
            return (what, *found)
    return None


def _label_in(text: str, table: dict[str, str]) -> tuple[str, str] | None:
    plain = text.strip()
    if name := table.get(canonical_label(plain)):
        return name, ""
    for found in (_LABEL_AND_TEXT.fullmatch(plain), _first_line(plain)):
        if found and (name := table.get(canonical_label(found["label"]))):
            return name, found["text"].strip()
    return None


def _first_line(text: str) -> re.Match[str] | None:
    """A label on a line of its own above its text."""
    return re.fullmatch(r"(?P<label>[^\n]{4,60})\n(?P<text>.+)", text, re.DOTALL)


def read_table(block: Block, grid: Grid, rows: range) -> None:
    """The rows of a table that belong to the identity block."""
    opened = _Open()
    filled = {row: [c for c in grid.starting_in(row) if c.text.strip()] for row in rows}
    last = max((row for row, cells in filled.items() if cells), default=-1)
    for row, cells in filled.items():
        if row == last and not filled.get(row - 1, cells) and _is_title(cells):
            opened = _Open()
        if cells:
            _read_row(block, opened, grid, cells)


def _is_title(cells: Sequence[Cell]) -> bool:
    """One line apart from the rows above it, right above the steps, that is no item of a list."""
    return len(cells) == 1 and not _ITEM.match(cells[0].text.strip())


def _read_row(block: Block, opened: _Open, grid: Grid, cells: Sequence[Cell]) -> None:
    stacked = next((i for i, cell in enumerate(cells) if _is_stack(cell.text)), None)
    if stacked is not None:
        _read_stack(block, grid, cells, stacked)
        return
    labels = {i: found for i, cell in enumerate(cells) if (found := label_of(cell.text))}
    if not labels:
        _read_on(block, opened, grid, cells)
        return
    if any(what == "section" for what, _, _ in labels.values()):
        opened.sections.clear()
    current: str | None = None
    kind = ""
    for place, cell in enumerate(cells):
        if place in labels:
            kind, current, text = labels[place]
            _open(opened, kind, current, cell)
            if kind == "key":
                _forget_lines(block, current)
            _add(block, kind, current, _piece(grid, cell, text))
        elif current is None:
            _add_heading(block, grid, cell)
        else:
            _add(block, kind, current, _piece(grid, cell))


def _forget_lines(block: Block, name: str) -> None:
    """What a line outside all tables said gives way to the block's own cell: the number of the
    decree that the SOP is an annex of is not the number of the SOP."""
    if name in block.keys:
        block.keys[name] = [piece for piece in block.keys[name] if piece.baris is not None]


def _is_stack(text: str) -> bool:
    """Whether a cell holds several labels, a line each."""
    lines = [line for line in text.split("\n") if line.strip()]
    found = [label_of(line) for line in lines]
    return len(found) > 1 and all(one and one[0] == "key" for one in found)


def _read_stack(block: Block, grid: Grid, cells: Sequence[Cell], place: int) -> None:
    """Labels in one cell: each with the text on its line, or on the same line of the next cell."""
    for cell in cells[:place]:
        _add_heading(block, grid, cell)
    lines = [line for line in cells[place].text.split("\n") if line.strip()]
    values = [cell for cell in cells[place + 1 :] if cell.text.strip(": \n")]
    beside = values[0].text.split("\n") if values else []
    if len(beside) != len(lines):
        beside = [line for line in beside if line.strip(" :")]
    for count, line in enumerate(lines):
        what, name, text = label_of(line) or ("key", "", "")
        value = beside[count] if not text and count < len(beside) else text
        _add(block, what, name, _piece(grid, values[0] if values else cells[place], value))


def _open(opened: _Open, kind: str, name: str, cell: Cell) -> None:
    if kind == "key":
        opened.key, opened.column = name, cell.column
        opened.sections.clear()
    else:
        opened.key = None
        opened.sections[cell.column] = name


def _read_on(block: Block, opened: _Open, grid: Grid, cells: Sequence[Cell]) -> None:
    if any(cell.column < opened.column for cell in cells):
        opened.key = None
    if len(cells) == 1 and len(opened.sections) > 1 and _is_below_all(cells[0], opened.sections):
        opened.sections.clear()
    for cell in cells:
        below = [column for column in opened.sections if column <= cell.column]
        if opened.sections:
            column = max(below) if below else min(opened.sections)
            _add(block, "section", opened.sections[column], _piece(grid, cell))
        elif opened.key:
            _add(block, "key", opened.key, _piece(grid, cell))
        else:
            _add_heading(block, grid, cell)


def _is_below_all(cell: Cell, sections: dict[int, str]) -> bool:
    """A cell across the columns of all labels belongs to none of them."""
    return cell.column <= min(sections) and cell.column + cell.column_span > max(sections)


def _add_heading(block: Block, grid: Grid, cell: Cell) -> None:
    """Words before the first label name the office; words after the block name the procedure."""
    target = block.prosedur if block.sections else block.instansi
    target.append(_piece(grid, cell))


def _add(block: Block, kind: str, name: str, piece: Piece) -> None:
    table = block.keys if kind == "key" else block.sections
    pieces = table.setdefault(name, [])
    if text := piece.text.strip().removeprefix(":").strip():
        pieces.append(Piece(text, piece.halaman, piece.baris, piece.kolom, piece.sel, piece.box))


def _piece(grid: Grid, cell: Cell, text: str | None = None) -> Piece:
    words = cell.text if text is None else text
    return Piece(words, grid.page.number, cell.row + 1, cell.column + 1, cell.sel, cell.box)


def read_words(block: Block, pieces: Sequence[Piece]) -> None:
    """Lines outside tables: a label and its text, else the office's name or the title."""
    key: tuple[str, str] | None = None
    for piece in pieces:
        found = label_of(piece.text)
        if found:
            key = (found[0], found[1])
            text = found[2]
            _add(block, *key, Piece(text, piece.halaman, piece.baris, box=piece.box))
        elif key and key[0] == "section":
            _add(block, *key, piece)
        elif block.is_begun and _PROCEDURE.match(piece.text.strip()):
            block.prosedur.append(piece)
        else:
            block.loose.append(piece)


def is_form_title(text: str) -> bool:
    """Whether a line only says that this is an SOP."""
    return bool(_FORM_TITLE.fullmatch(normal(text).strip(" .:")))


def count_labels(grid: Grid, rows: range) -> int:
    """How many labels of the identity block stand in some rows."""
    return sum(label_of(cell.text) is not None for row in rows for cell in grid.starting_in(row))

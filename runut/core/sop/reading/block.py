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
_OF_TWO_WORDS: Final = "|".join(
    re.escape(label).replace(r"\ ", r"\s+")
    for label in sorted((one for one in KEY_OF if " " in one), key=len, reverse=True)
)
_LABEL_WITHIN: Final = re.compile(rf"(?<=\S)[ \t]+(?=(?:{_OF_TWO_WORDS})\s*:)", re.IGNORECASE)
_LABEL_FIRST: Final = re.compile(rf"^(?:{_OF_TWO_WORDS})(?=\s+[^\s:])", re.IGNORECASE)
_PROCEDURE: Final = re.compile(r"(?:prosedur|sop|alur|bagan|flow ?chart)\b", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:\d{1,2}|[a-z])[.)]|[-–•*▪·●]")
_NIP: Final = re.compile(r"\(?NIP\b", re.IGNORECASE)
_SIGNED_LINES: Final = 8
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

    ``loose`` are lines outside all tables that belong to no label; ``unsure`` are keys whose label
    and text were matched by their order only.
    """

    keys: dict[str, list[Piece]] = field(default_factory=dict)
    sections: dict[str, list[Piece]] = field(default_factory=dict)
    instansi: list[Piece] = field(default_factory=list)
    prosedur: list[Piece] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)

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
    for i, (what, _, _) in labels.items():
        if what == "section":
            _end_sections(opened, cells[i], labels=len(labels))
    current: str | None = None
    kind = ""
    for place, cell in enumerate(cells):
        if place not in labels and (beside := _unfilled(block, opened, labels, cells, place)):
            _add(block, "section", beside, _piece(grid, cell))
        elif place in labels:
            kind, current, text = labels[place]
            _open(opened, kind, current, cell)
            if kind == "key":
                _forget_lines(block, current)
            _add(block, kind, current, _piece(grid, cell, text))
        elif current is None:
            _add_heading(block, grid, cell)
        else:
            _add(block, kind, current, _piece(grid, cell))


def _end_sections(opened: _Open, cell: Cell, *, labels: int) -> None:
    """A new label ends the list above it, and, beside a second label, all of them; the list of the
    other block, which may be higher or lower, goes on."""
    columns = range(cell.column, cell.column + cell.column_span)
    for column in [c for c in opened.sections if c in columns or labels > 1]:
        del opened.sections[column]


def _unfilled(
    block: Block,
    opened: _Open,
    labels: dict[int, tuple[str, str, str]],
    cells: Sequence[Cell],
    place: int,
) -> str | None:
    """The list of the other block that this cell, beside a label of a new list, belongs to."""
    cell = cells[place]
    new = {cells[i].column for i, (what, _, _) in labels.items() if what == "section"}
    name = opened.sections.get(cell.column)
    return name if name and new and cell.column not in new and not block.sections[name] else None


def _forget_lines(block: Block, name: str) -> None:
    """What a line outside all tables said gives way to the block's own cell: the number of the
    decree that the SOP is an annex of is not the number of the SOP."""
    if name in block.keys:
        block.keys[name] = [piece for piece in block.keys[name] if piece.baris is not None]


def _is_stack(text: str) -> bool:
    """Whether a cell holds several labels: a line each, or each with its text after it."""
    lines = _label_lines(text)
    found = [label_of(line) for line in lines]
    named = [one for one in found if one and one[0] == "key"]
    if len(named) < 2 or not found[0] or found[0][0] != "key":
        return False
    if len(named) == len(lines):
        return True
    filled = sum(bool(one[2]) for one in named)
    return filled * 2 >= len(named)


def _label_lines(text: str) -> list[str]:
    """The lines of a cell; a label of two words within a line, with its colon, begins a new one.
    At the head of a line it may lack the colon that the others have."""
    parted = _LABEL_WITHIN.sub(r"\n\g<0>", text)
    lines = [line.strip() for line in parted.split("\n") if line.strip()]
    if not any(":" in line for line in lines):
        return lines
    return [_LABEL_FIRST.sub(r"\g<0> :", line) for line in lines]


def _read_stack(block: Block, grid: Grid, cells: Sequence[Cell], place: int) -> None:
    """Labels in one cell: each with the text on its line, or on the same line of the next cell.

    A line without a label goes on with the text above it: name and NIP below "Disahkan oleh".
    """
    for cell in cells[:place]:
        _add_heading(block, grid, cell)
    lines = _label_lines(cells[place].text)
    values = [cell for cell in cells[place + 1 :] if cell.text.strip(": \n")]
    beside = values[0].text.split("\n") if values else []
    if len(beside) != len(lines):
        beside = [line for line in beside if line.strip(" :")]
    name = ""
    bare = [one for line in lines if (one := label_of(line)) and not one[2]]
    if beside and len(beside) != len(bare):
        block.unsure |= {one[1] for one in bare}
    for count, line in enumerate(lines):
        found = label_of(line)
        text = found[2] if found else line
        name = found[1] if found else name
        value = beside[count] if found and not text and count < len(beside) else text
        at = values[0] if values and found and not text else cells[place]
        _add(block, "key", name, _piece(grid, at, value))


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
    signed = _signed_lines(pieces)
    for count, piece in enumerate(pieces):
        found = label_of(piece.text)
        if found:
            key = (found[0], found[1])
            text = found[2]
            _add(block, *key, Piece(text, piece.halaman, piece.baris, box=piece.box))
        elif (key and key[0] == "section") or (key and count in signed):
            _add(block, *key, piece)
        elif block.is_begun and _PROCEDURE.match(piece.text.strip()):
            block.prosedur.append(piece)
        else:
            block.loose.append(piece)


def _signed_lines(pieces: Sequence[Piece]) -> set[int]:
    """The lines after "Disahkan oleh" down to the NIP: the rest of the title, and the name."""
    found: set[int] = set()
    for count, piece in enumerate(pieces):
        named = label_of(piece.text)
        if named is None or named[1] != "disahkan_oleh":
            continue
        below = list(enumerate(pieces))[count + 1 : count + 1 + _SIGNED_LINES]
        last = next((at for at, one in below if _NIP.match(one.text.strip())), None)
        own = range(count + 1, (last or count) + 1)
        if not any(label_of(pieces[at].text) for at in own):
            found |= set(own)
    return found


def is_form_title(text: str) -> bool:
    """Whether a line only says that this is an SOP."""
    return bool(_FORM_TITLE.fullmatch(normal(text).strip(" .:")))


def count_labels(grid: Grid, rows: range) -> int:
    """How many labels of the identity block stand in some rows."""
    return sum(label_of(cell.text) is not None for row in rows for cell in grid.starting_in(row))

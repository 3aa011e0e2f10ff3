"""Which tables of a file belong to one SOP: head, pages that go on with it, identity block."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from runut.core.sop.form.labels import letters
from runut.core.sop.reading.block import (
    Block,
    Piece,
    count_labels,
    label_of,
    read_table,
    read_words,
)
from runut.core.sop.reading.canvas import Canvas, Page
from runut.core.sop.reading.columns import Columned, under_earlier_head, under_own_head
from runut.core.sop.reading.grid import Grid, grids_of
from runut.core.sop.reading.head import Head, find_head
from runut.core.sop.reading.numbers import step_number
from runut.core.words.items import normal

_PAGE_NUMBER: Final = re.compile(
    r"(?:hal(?:aman)?\.?|page)?\s*\d{1,3}(?:\s*(?:/|dari|of)\s*\d{1,3})?", re.IGNORECASE
)
_IDENTITY: Final = 2
"""Labels that make some rows an identity block."""


@dataclass
class Unit:
    """One SOP of a file: its tables of steps, its identity block, words that belong to neither."""

    columned: list[Columned] = field(default_factory=list)
    block: Block = field(default_factory=Block)
    after: list[str] = field(default_factory=list)
    name: str = ""

    @property
    def is_identified(self) -> bool:
        return "judul" in self.block.keys or "nomor" in self.block.keys

    @property
    def title(self) -> str:
        pieces = self.block.keys.get("judul") or self.block.prosedur
        return normal(" ".join(piece.text for piece in pieces)) or self.name


def find_units(canvas: Canvas) -> tuple[Unit, ...]:
    """The SOPs of a file in its order; a unit without tables of steps is none."""
    return tuple(unit for unit in _all_units(canvas) if unit.columned)


def identity_alone(canvas: Canvas) -> Block | None:
    """The identity block of a file without a table of steps; None where it has no label of one."""
    blocks = [unit.block for unit in _all_units(canvas)]
    return next((one for one in blocks if len(one.keys) + len(one.sections) >= _IDENTITY), None)


def _all_units(canvas: Canvas) -> list[Unit]:
    units = [Unit()]
    for page in canvas.pages:
        _read_page(units, page)
    return units


def _read_page(units: list[Unit], page: Page) -> None:
    grids = grids_of(page)
    loose = [words for words in page.words if not _PAGE_NUMBER.fullmatch(normal(words.text))]
    words = sorted(loose, key=lambda one: (one.box.top, one.box.left) if one.box else (0, 0))
    first_top = min((g.table.box.top for g in grids if g.table.box), default=None)
    above = [w for w in words if not (w.box and first_top is not None and w.box.top > first_top)]
    _read_words(
        units, page, [w.text for w in above], [Piece(w.text, page.number, box=w.box) for w in above]
    )
    for grid in grids:
        _read_grid(units, grid)
    unit = units[-1]
    rest = [w for w in words if w not in above]
    if unit.columned:
        unit.after += [normal(w.text) for w in rest if w.text.strip()]
    else:
        read_words(unit.block, [Piece(w.text, page.number, box=w.box) for w in rest])


def _read_words(
    units: list[Unit], page: Page, texts: Sequence[str], pieces: Sequence[Piece]
) -> None:
    has_labels = any(label_of(text) for text in texts)
    unit = units[-1]
    if unit.columned and not has_labels:
        unit.after += [normal(text) for text in texts if text.strip()]
        return
    block = Block()
    read_words(block, pieces)
    unit = _new(units, page) if _is_other(unit, block) else unit
    if not _is_said(unit, block):
        read_words(unit.block, pieces)


def _read_grid(units: list[Unit], grid: Grid) -> None:
    head = find_head(grid)
    if head is None:
        _read_without_head(units, grid)
        return
    above = range(head.top)
    block = Block()
    read_table(block, grid, above)
    if _is_other(units[-1], block) or _starts_again(units[-1], grid, head):
        _new(units, grid.page)
    unit = units[-1]
    unit.name = unit.name or grid.page.name
    if not _is_said(unit, block):
        read_table(unit.block, grid, above)
    unit.columned.append(under_own_head(grid, head))


def _read_without_head(units: list[Unit], grid: Grid) -> None:
    unit = units[-1]
    everything = range(grid.height)
    if count_labels(grid, everything) >= _IDENTITY:
        block = Block()
        read_table(block, grid, everything)
        unit = _new(units, grid.page) if _is_other(unit, block) else unit
        if not _is_said(unit, block):
            read_table(unit.block, grid, everything)
        return
    if unit.columned and (more := under_earlier_head(grid, unit.columned[0])):
        unit.columned.append(more)
    elif unit.columned:
        unit.after += [normal(cell.text) for cell in grid.table.cells if cell.text.strip()]
    elif not grid.page.name:
        read_table(unit.block, grid, everything)


def _new(units: list[Unit], page: Page) -> Unit:
    units.append(Unit(name=page.name))
    return units[-1]


def _is_other(unit: Unit, block: Block) -> bool:
    """An identity block after the steps of an SOP begins another one, unless it is the same."""
    has_labels = len(block.keys) + len(block.sections) >= _IDENTITY
    if not (unit.columned and unit.is_identified and has_labels):
        return False
    return not _is_same(unit, block) and _says_again(unit, block)


def _says_again(unit: Unit, block: Block) -> bool:
    """A block that holds only what was still missing goes on with the block of this SOP."""
    again = block.keys.keys() & unit.block.keys.keys()
    return bool(again or block.sections.keys() & unit.block.sections.keys())


def _is_same(unit: Unit, block: Block) -> bool:
    """The block repeats number and name, as the top of every page may."""
    shared = [name for name in ("nomor", "judul") if name in block.keys and name in unit.block.keys]
    return bool(shared) and all(
        _words(block.keys[name]) == _words(unit.block.keys[name]) for name in shared
    )


def _is_said(unit: Unit, block: Block) -> bool:
    return bool(unit.columned) and block.is_begun and _is_same(unit, block)


def _words(pieces: Sequence[Piece]) -> str:
    return letters(" ".join(piece.text for piece in pieces))


def _starts_again(unit: Unit, grid: Grid, head: Head) -> bool:
    """A head on another sheet, or with other columns, whose steps begin at 1 again."""
    if not unit.columned:
        return False
    earlier = unit.columned[-1]
    first = _first_number(under_own_head(grid, head))
    is_other_sheet = bool(grid.page.name) and grid.page.name != earlier.grid.page.name
    names = [c.name for c in head.columns if c.kind == "aktor"]
    is_other_head = names != [c.name for c in unit.columned[0].head.columns if c.kind == "aktor"]
    return first == "1" and (is_other_sheet or is_other_head)


def _first_number(one: Columned) -> str | None:
    place = one.head.place("no")
    if place is None:
        return None
    for row in range(one.start, one.grid.height):
        for column in one.columns_under(place):
            cell = one.grid.places.get((row, column))
            if cell is not None and (no := step_number(cell.text)):
                return no
    return None

"""Whether the pages as estimated suit the symbols drawn on them, and mending them where not."""

from dataclasses import dataclass, replace
from math import log
from typing import Final

from runut.core.sop.reading.canvas import Box, ShapeKind
from runut.files.read.docx.blocks import Block, Section, TableBlock
from runut.files.read.docx.drift import EMPTY_STEP, Alignment, Mark, align, bands_of, settle
from runut.files.read.docx.layout import Breaks, lay_out
from runut.files.read.docx.place import Lying, cell_of, placed_on
from runut.files.read.docx.sheets import Piece, Sheet
from runut.files.read.docx.styles import Letters
from runut.files.read.docx.words import Paragraph

_SMALLEST, _HIGHEST = 6.0, 60.0
"""Points: the sizes of pictures that stand for symbols."""
_FLOW: Final = (ShapeKind.PROCESS, ShapeKind.DECISION, ShapeKind.TERMINATOR)
_SHARES: Final = (1.05, 0.95, 1.1, 0.9, 1.15, 1.2, 0.85, 1.3)
_UNLIKELY, _MOVED = 3.0, 0.3
_MOST_TRIALS: Final = 16
_WORTH_A_TRIAL, _DOUBTFUL = 0.5, 1.0
_AS_MANY, _NOT_AS_MANY = 0.85, 0.7
"""How sure a symbol is whose row was moved: as many levels of symbols as steps, or not."""


@dataclass(frozen=True)
class _Try:
    """One way to lay the file out, and how badly it suits the symbols."""

    sections: tuple[Section, ...]
    shifts_left: bool
    sheets: tuple[Sheet, ...]
    misfit: float
    total: float


def fitted(sections: tuple[Section, ...], *, shifts_left: bool) -> tuple[Sheet, ...]:
    """The pages as the symbols suit them best: letters and page breaks are tried, if need be."""
    best = _try(sections, shifts_left)
    if best.misfit < _WORTH_A_TRIAL:
        return best.sheets
    for share in _SHARES:
        tried = tuple(_stretched(section, share) for section in sections)
        other = _try(tried, shifts_left, _UNLIKELY * abs(log(share)))
        best = min(best, other, key=lambda found: found.total)
    return _with_moved_breaks(best).sheets


def _try(
    sections: tuple[Section, ...],
    shifts_left: bool,
    unlikely: float = 0.0,
    breaks: Breaks | None = None,
) -> _Try:
    sheets = lay_out(sections, shifts_left=shifts_left, breaks=breaks)
    misfit, off_middle = _misfit(sheets)
    return _Try(sections, shifts_left, sheets, misfit, misfit + off_middle + unlikely)


def _with_moved_breaks(best: _Try) -> _Try:
    trials = _MOST_TRIALS
    for table, number in _breaks_of(best.sheets):
        for step in (-1, 1, -2, 2):
            rows = [piece.first for piece in _pieces(best.sheets, table)][1:]
            if best.misfit < _WORTH_A_TRIAL or trials == 0 or number >= len(rows):
                break
            said = (*rows[:number], rows[number] + step)
            if sorted(set(said)) != list(said) or said[0] < 1:
                continue
            trials -= 1
            other = _try(best.sections, best.shifts_left, _MOVED, {table: said})
            if other.total < best.total:
                best = other
    return best


def _misfit(sheets: tuple[Sheet, ...]) -> tuple[float, float]:
    """How badly the rows suit the symbols, and how far these are from the middle of their rows.

    A page of steps without any symbol suits badly.
    """
    found = [_aligned(sheet, placed_on(sheet)) for sheet in sheets]
    if not any(found):
        return 0.0, 0.0
    misfit = sum(
        _steps_on(sheet) * EMPTY_STEP if aligned is None else aligned[2].cost
        for sheet, aligned in zip(sheets, found, strict=True)
    )
    return misfit, sum(aligned[2].off_middle for aligned in found if aligned is not None)


def _steps_on(sheet: Sheet) -> int:
    return max(
        (sum(band.is_numbered for band in bands_of(piece)) for piece in sheet.pieces), default=0
    )


def _pieces(sheets: tuple[Sheet, ...], table: int) -> list[Piece]:
    return [piece for sheet in sheets for piece in sheet.pieces if piece.table == table]


def _breaks_of(sheets: tuple[Sheet, ...]) -> list[tuple[int, int]]:
    """Every place where a table goes on to the next page: the table, and which break of it."""
    tables = sorted({piece.table for sheet in sheets for piece in sheet.pieces} - {-1})
    return [
        (table, number) for table in tables for number in range(len(_pieces(sheets, table)) - 1)
    ]


def settle_rows(sheet: Sheet, placed: Lying) -> dict[str, float]:
    """Moves rows under their symbols; how sure the symbols are whose row it changed, by key."""
    found = _aligned(sheet, placed)
    if found is None:
        return {}
    piece, marks, alignment = found
    astray = settle(piece, [mark for mark, _ in marks], alignment)
    sure = _AS_MANY if alignment.is_one_to_one else _NOT_AS_MANY
    doubts = {marks[at][1]: sure for at in astray}
    if alignment.cost >= _DOUBTFUL:
        doubts |= {key: _NOT_AS_MANY for mark, key in marks if mark.row is None}
    return doubts


def _aligned(sheet: Sheet, placed: Lying) -> tuple[Piece, list[tuple[Mark, str]], Alignment] | None:
    piece = max(sheet.pieces, key=lambda piece: len(bands_of(piece)), default=None)
    if piece is None or not piece.tops:
        return None
    marks = sorted(_marks(piece, placed), key=lambda found: found[0].y)
    alignment = align(piece, [mark for mark, _ in marks])
    return None if alignment is None else (piece, marks, alignment)


def _marks(piece: Piece, placed: Lying) -> list[tuple[Mark, str]]:
    found = []
    for drawn, hanging in placed:
        is_symbol = drawn.kind in _FLOW and not drawn.is_bare
        if not (_is_small(drawn.box) if drawn.is_picture else is_symbol):
            continue
        x, y = drawn.box.centre
        if piece.edges[0] <= x <= piece.edges[-1] and y > piece.tops[0]:
            at = cell_of(drawn, hanging)
            is_here = hanging.home is not None and hanging.home.piece is piece
            row = at[0] if at is not None and is_here else None
            found.append((Mark(y, drawn.box.bottom - drawn.box.top, row), drawn.key))
    return found


def _is_small(picture: Box) -> bool:
    """Whether a picture may stand for a symbol."""
    return min(picture.width, picture.height) >= _SMALLEST and picture.height <= _HIGHEST


def _stretched(section: Section, share: float) -> Section:
    """The section with every letter ``share`` times as large: fonts may run wider than we know."""
    return replace(
        section, blocks=tuple(_stretched_block(block, share) for block in section.blocks)
    )


def _stretched_block(block: Block, share: float) -> Block:
    return (
        _stretched_paragraph(block, share)
        if isinstance(block, Paragraph)
        else _stretched_table(block, share)
    )


def _stretched_paragraph(paragraph: Paragraph, share: float) -> Paragraph:
    return replace(
        paragraph,
        pieces=tuple(
            replace(piece, letters=_stretched_letters(piece.letters, share))
            for piece in paragraph.pieces
        ),
        letters=_stretched_letters(paragraph.letters, share),
    )


def _stretched_letters(letters: Letters, share: float) -> Letters:
    return replace(letters, size=letters.size * share)


def _stretched_table(table: TableBlock, share: float) -> TableBlock:
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, blocks=tuple(_stretched_block(block, share) for block in cell.blocks))
                for cell in row.cells
            ),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)

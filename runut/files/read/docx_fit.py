"""Whether the pages as estimated suit the symbols drawn on them, and mending them where not."""

from typing import Final

from runut.core.sop.canvas import ShapeKind
from runut.files.read.docx_blocks import Section
from runut.files.read.docx_drift import EMPTY_STEP, Alignment, Mark, align, bands_of, settle
from runut.files.read.docx_layout import lay_out
from runut.files.read.docx_place import Placed, cell_of, placed_on
from runut.files.read.docx_sheets import Piece, Sheet
from runut.files.read.docx_stretch import stretched

_FLOW: Final = (ShapeKind.PROCESS, ShapeKind.DECISION, ShapeKind.TERMINATOR)
_SHARES: Final = (1.1, 0.9, 1.2, 0.8)
_MOST_TRIALS: Final = 16
_WORTH_A_TRIAL, _BETTER = 1.0, 1.0
_AS_MANY, _NOT_AS_MANY = 0.85, 0.7
"""How sure a symbol is whose row was moved: as many levels of symbols as steps, or not."""


def fitted(sections: tuple[Section, ...], *, shifts_left: bool) -> tuple[Sheet, ...]:
    """The pages as the symbols suit them best: letters and page breaks are tried, if need be."""
    sheets = lay_out(sections, shifts_left=shifts_left)
    best, fitting = _misfits(sheets), sections
    for share in _SHARES:
        if best < _WORTH_A_TRIAL:
            return sheets
        tried = tuple(stretched(section, share) for section in sections)
        other = lay_out(tried, shifts_left=shifts_left)
        cost = _misfits(other)
        if cost + _BETTER <= best:
            sheets, best, fitting = other, cost, tried
    return _with_moved_breaks(sheets, fitting, shifts_left=shifts_left)


def _with_moved_breaks(
    sheets: tuple[Sheet, ...], sections: tuple[Section, ...], *, shifts_left: bool
) -> tuple[Sheet, ...]:
    best, trials = _misfits(sheets), _MOST_TRIALS
    for table, number in _breaks_of(sheets):
        for step in (-1, 1, -2, 2):
            rows = [piece.first for piece in _pieces(sheets, table)][1:]
            if best < _WORTH_A_TRIAL or trials == 0 or number >= len(rows):
                break
            said = (*rows[:number], rows[number] + step)
            if sorted(set(said)) != list(said):
                continue
            trials -= 1
            other = lay_out(sections, shifts_left=shifts_left, breaks={table: said})
            cost = _misfits(other)
            if cost + _BETTER <= best:
                sheets, best = other, cost
    return sheets


def _misfits(sheets: tuple[Sheet, ...]) -> float:
    """How badly the rows suit the symbols; a page of steps without any symbol suits badly."""
    found = [_aligned(sheet, placed_on(sheet)) for sheet in sheets]
    if not any(found):
        return 0.0
    return sum(
        _steps_on(sheet) * EMPTY_STEP if aligned is None else aligned[2].cost
        for sheet, aligned in zip(sheets, found, strict=True)
    )


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


def settle_rows(sheet: Sheet, placed: Placed) -> dict[str, float]:
    """Moves rows under their symbols; how sure the symbols are whose row it changed, by key."""
    found = _aligned(sheet, placed)
    if found is None:
        return {}
    piece, marks, alignment = found
    astray = settle(piece, [mark for mark, _ in marks], alignment)
    sure = _AS_MANY if alignment.is_one_to_one else _NOT_AS_MANY
    return {marks[at][1]: sure for at in astray}


def _aligned(
    sheet: Sheet, placed: Placed
) -> tuple[Piece, list[tuple[Mark, str]], Alignment] | None:
    piece = max(sheet.pieces, key=lambda piece: len(bands_of(piece)), default=None)
    if piece is None or not piece.tops:
        return None
    marks = sorted(_marks(piece, placed), key=lambda found: found[0].y)
    alignment = align(piece, [mark for mark, _ in marks])
    return None if alignment is None else (piece, marks, alignment)


def _marks(piece: Piece, placed: Placed) -> list[tuple[Mark, str]]:
    found = []
    for drawn, hanging in placed:
        if drawn.kind not in _FLOW or drawn.is_bare or drawn.is_picture:
            continue
        x, y = drawn.box.centre
        if piece.edges[0] <= x <= piece.edges[-1] and y > piece.tops[0]:
            at = cell_of(drawn, hanging)
            is_here = hanging.home is not None and hanging.home.piece is piece
            row = at[0] if at is not None and is_here else None
            found.append((Mark(y, drawn.box.bottom - drawn.box.top, row), drawn.key))
    return found

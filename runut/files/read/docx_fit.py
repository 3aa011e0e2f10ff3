"""Whether the pages as estimated suit the symbols drawn on them, and mending them where not."""

from typing import Final

from runut.core.sop.canvas import ShapeKind
from runut.files.read.docx_drift import Alignment, Mark, align, bands_of, settle
from runut.files.read.docx_place import Placed, cell_of, placed_on
from runut.files.read.docx_sheets import Piece, Sheet

_FLOW: Final = (ShapeKind.PROCESS, ShapeKind.DECISION, ShapeKind.TERMINATOR)
_AS_MANY, _NOT_AS_MANY = 0.85, 0.7
"""How sure a symbol is whose row was moved: as many levels of symbols as steps, or not."""


def misfit(sheet: Sheet) -> float:
    """How badly the rows of a page suit its symbols; 0 when every step has its own."""
    found = _aligned(sheet, placed_on(sheet))
    return found[2].cost if found is not None else 0.0


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

"""The head of the step table, two rows tall: it stands on every page."""

from collections.abc import Callable, Sequence
from typing import Final

from runut.core.sop.drawing.sheet.columns import Columns
from runut.core.sop.drawing.sheet.model import PAD, Cell, Face, Lettering, Paragraph
from runut.core.sop.drawing.sheet.words import height_of, plain
from runut.core.sop.form.printed import COLUMNS
from runut.core.sop.reading.canvas import Box

_TURNED: Final = (80.0, 100.0, 120.0, 150.0, 190.0, 240.0)
"""Heights of the head for names that run upwards, tried from the lowest."""


def head_heights(actors: Sequence[str], columns: Columns, face: Face) -> tuple[float, float]:
    """The heights of the two rows: groups of columns, then the columns."""
    lettering = Lettering(columns.head_size, face)
    upper = lettering.line + 2 * PAD
    names = _names(actors, columns, face)
    if columns.is_turned:
        widest = max(
            lettering.width(line, bold=True) for one in names for p in one for line in p.lines
        )
        return upper, widest + 2 * PAD + 2
    return upper, max(height_of(name, lettering) for name in names) + 2 * PAD


def _names(actors: Sequence[str], columns: Columns, face: Face) -> list[tuple[Paragraph, ...]]:
    lettering = Lettering(columns.head_size, face)
    return [
        _name(name, width, lettering, is_turned=columns.is_turned) or (Paragraph(("",)),)
        for name, width in zip(actors, columns.actors, strict=True)
    ]


def _name(
    name: str, width: float, lettering: Lettering, *, is_turned: bool
) -> tuple[Paragraph, ...]:
    """The name of an actor; upwards it may run as long as it needs to fit beside the next."""
    if not is_turned:
        return plain(name, width, lettering, bold=True)
    found = plain(name, _TURNED[0], lettering, bold=True)
    for length in _TURNED:
        found = plain(name, length, lettering, bold=True)
        if height_of(found, lettering) <= width - 2 * PAD:
            break
    return found


def head_cells(
    actors: Sequence[str], columns: Columns, box: Callable[..., Box], face: Face
) -> list[Cell]:
    """All cells of the head. ``box`` gives the place of (row, column, row span, column span)."""
    last, mutu = len(columns.widths) - 1, 2 + len(actors)

    def cell(text: str, row: int, column: int, rows: int = 1, span: int = 1) -> Cell:
        width = sum(columns.widths[column : column + span])
        words = plain(text, width, Lettering(columns.head_size, face), bold=True)
        place = box(row, column, rows, span)
        return Cell(
            row, column, place, words, columns.head_size, rows, span, is_centred=True, is_head=True
        )

    names = [
        Cell(
            1,
            2 + n,
            box(1, 2 + n),
            words,
            columns.head_size,
            is_centred=True,
            is_head=True,
            is_turned=columns.is_turned,
        )
        for n, words in enumerate(_names(actors, columns, face))
    ]
    return [
        cell(COLUMNS["no"][0], 0, 0, 2),
        cell(COLUMNS["kegiatan"][0], 0, 1, 2),
        cell(COLUMNS["pelaksana"][0], 0, 2, 1, len(actors)),
        cell(COLUMNS["mutu baku"][0], 0, mutu, 1, 3),
        cell(COLUMNS["keterangan"][0], 0, last, 2),
        *names,
        cell(COLUMNS["kelengkapan"][0], 1, mutu),
        cell(COLUMNS["waktu"][0], 1, mutu + 1),
        cell(COLUMNS["output"][0], 1, mutu + 2),
    ]

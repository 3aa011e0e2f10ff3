"""What stands outside the step table: its title above, remarks of the form below."""

from runut.core.sop.drawing.sheet.model import (
    Face,
    FormPage,
    Lettering,
    Notes,
    Paper,
    Paragraph,
)
from runut.core.sop.drawing.sheet.words import height_of, plain
from runut.core.sop.model import SOP
from runut.core.sop.reading.canvas import Box

_TITLE = 11.0
_SIZE = 9.0
_GAP = 6.0


def title_above(sop: SOP, paper: Paper, face: Face) -> Notes:
    """The line above the table ("Prosedur Penyusunan LAKIP"); of no height where there is none."""
    words = plain(sop.judul_prosedur, paper.room, Lettering(_TITLE, face), bold=True)
    height = height_of(words, Lettering(_TITLE, face)) + (_GAP if words else 0)
    box = Box(paper.left, paper.top, paper.width - paper.right, paper.top + height)
    return Notes(words, box, _TITLE, is_centred=True)


def notes_height(sop: SOP, paper: Paper, face: Face) -> float:
    """What the remarks take below the last row; nothing where they need pages of their own."""
    height = _height(_words(sop, paper, face), face)
    return height if height <= paper.depth / 3 else 0.0


def notes_below(sop: SOP, paper: Paper, top: float, face: Face) -> tuple[Notes, ...] | None:
    """The remarks below a table that ends at ``top``; ``None`` where they do not fit there."""
    words = _words(sop, paper, face)
    if not words:
        return ()
    if top + _height(words, face) > paper.height - paper.bottom + 0.01:
        return None
    return (_notes(words, paper, top + _GAP, face),)


def notes_pages(sop: SOP, paper: Paper, face: Face) -> tuple[FormPage, ...]:
    """Pages with nothing but remarks."""
    words = _words(sop, paper, face)
    lines = [Paragraph((line,), line) for one in words for line in one.lines]
    most = max(1, int(paper.depth / Lettering(_SIZE, face).line))
    return tuple(
        FormPage(
            notes=(_notes(tuple(lines[at : at + most]), paper, paper.top, face),), top=paper.top
        )
        for at in range(0, len(lines), most)
    )


def _words(sop: SOP, paper: Paper, face: Face) -> tuple[Paragraph, ...]:
    return tuple(
        paragraph
        for text in sop.catatan
        for paragraph in plain(text, paper.room, Lettering(_SIZE, face))
    )


def _height(words: tuple[Paragraph, ...], face: Face) -> float:
    return height_of(words, Lettering(_SIZE, face)) + _GAP if words else 0.0


def _notes(words: tuple[Paragraph, ...], paper: Paper, top: float, face: Face) -> Notes:
    bottom = top + height_of(words, Lettering(_SIZE, face))
    return Notes(words, Box(paper.left, top, paper.width - paper.right, bottom), _SIZE)

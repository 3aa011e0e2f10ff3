"""Words cut into lines for a column, and the space that they take."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from runut.core.sop.drawing.sheet.model import PAD, Lettering, Paragraph
from runut.core.words.items import join_items, normal

_PIECES: Final = re.compile(r"[^\s\-/]+[\-/]*|[\-/]+")
_SLACK: Final = 0.5
"""Kept free at the end of a line: programs round widths each in their own way."""


def wrap(text: str, room: float, lettering: Lettering, *, bold: bool) -> tuple[str, ...]:
    """The text on lines no wider than ``room``; a word that is wider is cut."""
    free = room - _SLACK
    space = lettering.width(" ", bold=bold)
    lines: list[str] = []
    line, wide = "", 0.0
    for word in text.split():
        width = lettering.width(word, bold=bold)
        if line and wide + space + width <= free:
            line, wide = f"{line} {word}", wide + space + width
            continue
        if line:
            lines.append(line)
        line, wide = word, width
        if width > free:
            *full, line = _cut(word, free, lettering, bold=bold)
            lines += full
            wide = lettering.width(line, bold=bold)
    return (*lines, line)


def _cut(word: str, room: float, lettering: Lettering, *, bold: bool) -> list[str]:
    """A word on several lines: after a hyphen or a slash where it has one, else anywhere."""
    lines = [""]
    for piece in _PIECES.findall(word):
        whole = lettering.width(lines[-1] + piece, bold=bold) <= room
        if not whole and lines[-1]:
            lines.append("")
        if lettering.width(piece, bold=bold) <= room:
            lines[-1] += piece
        else:
            *full, lines[-1] = _cut_anywhere(piece, room, lettering, bold=bold)
            lines[-1:-1] = full
    return lines


def _cut_anywhere(word: str, room: float, lettering: Lettering, *, bold: bool) -> list[str]:
    pieces, wide = [""], 0.0
    for char in word:
        width = lettering.width(char, bold=bold)
        if pieces[-1] and wide + width > room:
            pieces.append("")
            wide = 0.0
        pieces[-1] += char
        wide += width
    return pieces


def longest_word(texts: Iterable[str], lettering: Lettering, *, bold: bool = False) -> float:
    """The width of the widest word."""
    words = {word for text in texts for word in text.split()}
    return max((lettering.width(word, bold=bold) for word in words), default=0.0)


def plain(
    text: str, width: float, lettering: Lettering, *, bold: bool = False, gap: float = 0
) -> tuple[Paragraph, ...]:
    """One paragraph for a cell of this width, or none where there are no words."""
    words = normal(text)
    if not words:
        return ()
    lines = wrap(words, width - 2 * PAD, lettering, bold=bold)
    return (Paragraph(lines, words, is_bold=bold, gap=gap),)


def items(
    texts: Sequence[str], width: float, lettering: Lettering, *, at_semicolons: bool
) -> tuple[Paragraph, ...]:
    """Several items as numbered paragraphs, a single one plainly: what ``split_items`` reads."""
    joined = join_items(texts, at_semicolons=at_semicolons)
    known = [text for text in map(normal, texts) if text]
    numbered = [f"{count}. {text}" for count, text in enumerate(known, start=1)]
    if joined != " ".join(numbered):
        return plain(joined, width, lettering)
    indent = lettering.width(f"{len(known)}. ")
    room = width - 2 * PAD - indent
    return tuple(
        Paragraph(wrap(text, room, lettering, bold=False), text, f"{count}.", indent)
        for count, text in enumerate(known, start=1)
    )


def height_of(paragraphs: Iterable[Paragraph], lettering: Lettering) -> float:
    """How much of the page the paragraphs take, without the padding of their cell."""
    return sum(one.gap + len(one.lines) * lettering.line for one in paragraphs)

"""The words of a section in a Word file as lines, as ``spelled`` gives those of the text."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from runut.core.report.word.flow import (
    UNTOLD,
    FlowParagraph,
    FlowTable,
    Piece,
    Unit,
    plain,
    spaced,
)
from runut.core.report.word.spelled import DASH, LETTER, NUMBER, picture_words

_PREFIX = {"": "", "butir": DASH, "nomor": NUMBER, "huruf": LETTER}
_GAP = re.compile(r"\[BELUM DIISI: [^\]\n]*\]")
_CAPTION = re.compile(r"(?P<kind>Tabel|Gambar) \d+\. ")


def words_of(
    units: Iterable[Unit], gap: str = "", pictures: Collection[str] = ()
) -> tuple[Piece, ...]:
    """The units of a section as one run of pieces, every line with its end.

    ``gap`` is the line that asked for words where there were none: it is nobody's text.
    ``pictures`` are those that the section had: each is a line of its own.
    """
    found: list[Piece] = []
    for one in units:
        if isinstance(one, FlowTable):
            found += _rows(one)
            continue
        for alt in one.pictures:
            if alt in pictures:
                found.append(Piece(f"{picture_words(alt)}\n"))
        pieces = _without(gap, [replace(p, text=spaced(p.text)) for p in one.pieces])
        pieces = _uncounted(_trimmed(pieces))
        if pieces:
            found += [*_prefix(one, pieces), *pieces, replace(one.ending, text="\n")]
    return tuple(found)


def gap_of(units: Sequence[Unit]) -> str:
    """The line that asks for words, where a section has none yet."""
    texts = [one.text for one in units]
    return texts[0] if len(texts) == 1 and _GAP.fullmatch(texts[0]) else ""


def _rows(table: FlowTable) -> list[Piece]:
    found: list[Piece] = []
    for row in table.rows:
        cells = [[p for one in cell for p in (*one.pieces, Piece(" "))][:-1] for cell in row]
        fates = {p.change for cell in cells for p in cell if p.text.strip()}
        whole = next((p for cell in cells for p in cell if p.text.strip()), Piece(""))
        fate = whole if len(fates) == 1 else Piece("")
        for cell in cells:
            found.append(replace(fate, text=" | " if cell is not cells[0] else "| "))
            found += [replace(p, text=p.text.replace("\n", " ")) for p in _trimmed(cell)]
        found.append(replace(fate, text=" |\n"))
    return [replace(p, text=spaced(p.text), dress=UNTOLD) for p in found]


def _uncounted(pieces: list[Piece]) -> list[Piece]:
    """The caption of a table or picture without its number, which is the report's to give."""
    counted = _CAPTION.match("".join(one.text for one in pieces))
    if counted is None:
        return pieces
    left, found = counted.end(), []
    for one in pieces:
        found.append(replace(one, text=one.text[left:]))
        left = max(0, left - len(one.text))
    return [Piece(f"{counted['kind']}: "), *(one for one in found if one.text)]


def _prefix(one: FlowParagraph, pieces: Sequence[Piece]) -> list[Piece]:
    """The sign of a list item; it comes and goes with an item that came or went as a whole."""
    if not one.list:
        return []
    fates = {p.change for p in pieces}
    whole = pieces[0] if len(fates) == 1 else Piece("")
    return [replace(whole, text="  " * one.level + _PREFIX[one.list], dress=UNTOLD)]


def _without(gap: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces without the line that asked, where it still stands as it was."""
    whole = "".join(one.text for one in pieces)
    start = whole.find(gap) if gap else -1
    if start < 0:
        return pieces
    found, at, end = [], 0, start + len(gap)
    for one in pieces:
        before, after = one.text[: max(0, start - at)], one.text[max(0, end - at) :]
        at += len(one.text)
        found.append(replace(one, text=before + after))
    return found


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """No blanks at either end, no piece without words; a line broken by hand is two."""
    found = [replace(p, text=p.text.replace("\t", " ")) for p in pieces]
    found = [one for one in found if one.text]
    while found and not plain(found[0].text):
        found.pop(0)
    while found and not plain(found[-1].text):
        found.pop()
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return found

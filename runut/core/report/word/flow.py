"""A Word file as one reads it: paragraphs and tables in order, who inserted and deleted what.

Nothing is accepted or rejected yet: deleted words are still here, and say that they are deleted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from runut.core.words.unseen import visible

Change = Literal["", "sisip", "hapus"]
ListKind = Literal["", "butir", "nomor", "huruf"]

UNTOLD = "?"
"""Of letters whose look says nothing."""
ASKING_INK = "8A4B00"
"""The colour of a line that asks for words, in a Word file."""
_SPACES = re.compile(r"[^\S\n]+")
_LIKE = {0x2011: "-"}


@dataclass(frozen=True)
class Piece:
    """Words of one author and one fate. ``at`` is the moment as the file says it."""

    text: str
    change: Change = ""
    author: str = ""
    at: str = ""
    dress: str = ""
    """How its letters look beyond the style of the paragraph: of ``b`` bold, ``i`` italic,
    ``u`` underlined; ``?`` where it says nothing, in a table or before an item."""


@dataclass(frozen=True)
class FlowParagraph:
    """A paragraph. ``marks`` are the bookmarks that begin in it, ``section`` the number of the
    section that they name (0 for none); ``ending`` is the fate of its paragraph mark."""

    pieces: tuple[Piece, ...] = ()
    marks: tuple[str, ...] = ()
    section: int = 0
    list: ListKind = ""
    level: int = 0
    is_heading: bool = False
    is_contents: bool = False
    """A line of the list of contents, which Word itself renews."""
    ending: Piece = Piece("\n")
    pictures: tuple[str, ...] = ()
    """What the pictures in it say for who cannot see them."""
    media: tuple[str, ...] = field(default=(), compare=False)
    """The parts of the file that hold these pictures, one by one; "" where it is not in the file.
    Programs rename them as they like."""

    @property
    def text(self) -> str:
        """The words when every change is accepted."""
        return plain("".join(one.text for one in self.pieces if one.change != "hapus"))

    @property
    def before(self) -> str:
        """The words when every change is rejected."""
        return plain("".join(one.text for one in self.pieces if one.change != "sisip"))

    @property
    def authors(self) -> tuple[str, ...]:
        """Who changed something in it, by the names that the file gives."""
        found = (one for one in (*self.pieces, self.ending) if one.change)
        return tuple(dict.fromkeys(one.author for one in found if one.author))


@dataclass(frozen=True)
class FlowTable:
    """A table: rows of cells of paragraphs."""

    rows: tuple[tuple[tuple[FlowParagraph, ...], ...], ...]
    marks: tuple[str, ...] = ()
    section: int = 0

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(_joined(one.text for one in cell) for cell in row) for row in self.rows)

    @property
    def text(self) -> str:
        return "\n".join(" | ".join(row) for row in self.cells)

    @property
    def before(self) -> str:
        rows = (
            " | ".join(_joined(one.before for one in cell) for cell in row) for row in self.rows
        )
        return "\n".join(rows)

    @property
    def authors(self) -> tuple[str, ...]:
        names = (name for row in self.rows for cell in row for p in cell for name in p.authors)
        return tuple(dict.fromkeys(names))


Unit = FlowParagraph | FlowTable


@dataclass(frozen=True)
class Remark:
    """A comment: who wrote it, about which words of which unit."""

    author: str
    at: str
    text: str
    quoted: str = ""
    unit: int = 0


@dataclass(frozen=True)
class Aside:
    """Words that stand outside the flow: a footnote, a text box, the head of a page."""

    kind: str
    text: str


@dataclass(frozen=True)
class WordFlow:
    """All that a Word file says, in reading order. ``codes`` are the copies that it names."""

    units: tuple[Unit, ...]
    remarks: tuple[Remark, ...] = ()
    asides: tuple[Aside, ...] = ()
    codes: tuple[str, ...] = field(default=())


def plain(text: str) -> str:
    """Words as they are compared: unseen signs taken out, every blank a space.

    >>> plain("31\\u00a0Desember  2025 ")
    '31 Desember 2025'
    """
    return spaced(text).strip()


def spaced(text: str) -> str:
    """The same without trimming: for a piece that stands between others."""
    return _SPACES.sub(" ", visible(text).translate(_LIKE))


def _joined(texts: Iterable[str]) -> str:
    return " ".join(one for one in texts if one)

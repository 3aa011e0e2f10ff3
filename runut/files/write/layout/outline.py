"""What every writer must number alike: anchors, heading levels, captions, the three lists.

All writers draw from this one walk, so Word, PDF and HTML cannot differ in a number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runut.core.report.blocks import (
    Block,
    Bullets,
    Chart,
    Heading,
    Line,
    Lists,
    Paper,
    Paragraph,
    Photo,
    Signatures,
    Table,
)
from runut.core.report.text import line_text

CONTENTS_DEPTH = 4
_KEPT_ITEMS = 6


@dataclass(frozen=True)
class NumberedBlock:
    """A block with its anchor; ``label`` is its number ("Tabel 3"), ``level`` a heading's depth.

    Levels are drawn together so that none is skipped: a screen reader walks them as a tree.
    ``keep``: the block stays on the page of what follows it.
    """

    block: Block
    anchor: str = ""
    label: str = ""
    level: int = 0
    keep: bool = False


@dataclass(frozen=True)
class Entry:
    """A line in a list: of contents (``number`` "BAB I"), of tables or of figures ("Tabel 3")."""

    anchor: str
    level: int
    number: str
    text: str


@dataclass(frozen=True)
class Outline:
    front: tuple[NumberedBlock, ...]
    body: tuple[NumberedBlock, ...]

    @property
    def placed(self) -> tuple[NumberedBlock, ...]:
        return (*self.front, *self.body)

    def entries(self, of: str) -> list[Entry]:
        """The lines of the list of contents (``isi``), tables (``tabel``) or figures."""
        if of == "isi":
            return [
                e for p in self.placed if (e := _contents_entry(p)) and e.level <= CONTENTS_DEPTH
            ]
        kinds = (Table,) if of == "tabel" else (Chart, Photo)
        return [
            Entry(p.anchor, 1, p.label, p.block.caption)
            for p in self.placed
            if isinstance(p.block, (Table, Chart, Photo)) and isinstance(p.block, kinds) and p.label
        ]


def outline(paper: Paper) -> Outline:
    """Walk the paper once and give every heading, table and chart its anchor and number."""
    walk = _Walk()
    front = [walk.place(block) for block in paper.front]
    body = [walk.place(block) for block in paper.body]
    return Outline(_kept(front), _kept(body))


def _kept(placed: Sequence[NumberedBlock]) -> tuple[NumberedBlock, ...]:
    """Paragraphs that lead to what follows, and the two blocks before a signature, stay with it.

    A signature alone on a page, or with nothing but the closing words, would sign an empty sheet.
    """
    leading = _leads_to_a_signature(placed)
    return tuple(
        replace(p, keep=n in leading or _introduces(p.block))
        if isinstance(p.block, Paragraph | Bullets | Table) and not _is_long(p.block)
        else p
        for n, p in enumerate(placed)
    )


def _leads_to_a_signature(placed: Sequence[NumberedBlock]) -> set[int]:
    """The places of the two blocks before each signature; a heading is none, it stays anyhow."""
    found: set[int] = set()
    for at, one in enumerate(placed):
        if isinstance(one.block, Signatures):
            before = [n for n in range(at) if not isinstance(placed[n].block, Heading)]
            found.update(before[-2:])
    return found


def _introduces(block: Block) -> bool:
    return isinstance(block, Paragraph) and introduces(block.line)


def _is_long(block: Block) -> bool:
    """Whether a block may fill a page by itself: then it is cut where the page ends."""
    return isinstance(block, Bullets) and len(block.items) > _KEPT_ITEMS


def introduces(line: Line) -> bool:
    """Whether a paragraph leads to what follows ("… sebagai berikut:") and must stay with it.

    >>> from runut.core.report.blocks import line
    >>> introduces(line("Biro terdiri atas tiga bagian berikut."))
    True
    """
    return line_text(line).rstrip().endswith((":", "berikut.", "berikut ini."))


def anchor_of(key: str) -> str:
    """A key as it may stand in an address: letters, digits, ``-``, ``_`` and ``.``.

    >>> anchor_of("sasaran 1/analisis")
    'sasaran-1-analisis'
    """
    return re.sub(r"[^\w.-]+", "-", key).strip("-")


class _Walk:
    """The counters of one walk through a paper."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self.count = {"bagian": 0, "tabel": 0, "gambar": 0, "daftar": 0}
        self.depth = 0

    def place(self, block: Block) -> NumberedBlock:
        match block:
            case Heading():
                self.depth = min(max(block.level, 1), self.depth + 1)
                return NumberedBlock(block, self.anchor(block.key, "bagian"), level=self.depth)
            case Lists():
                self.depth = 1
                return NumberedBlock(block, self.anchor("", "daftar"), level=1)
            case Table(caption=caption, key=key) if caption:
                return NumberedBlock(
                    block, self.anchor(key, "tabel"), f"Tabel {self.count['tabel']}"
                )
            case Chart() | Photo():
                return NumberedBlock(
                    block, self.anchor("", "gambar"), f"Gambar {self.count['gambar']}"
                )
        return NumberedBlock(block)

    def anchor(self, key: str, kind: str) -> str:
        self.count[kind] += 1
        wanted = anchor_of(key) or f"{kind}-{self.count[kind]}"
        return unused(wanted, self.used)


def unused(wanted: str, used: set[str]) -> str:
    """``wanted``, or with a number behind it where it is taken; notes it as used."""
    name, n = wanted, 2
    while name in used:
        name, n = f"{wanted}-{n}", n + 1
    used.add(name)
    return name


def _contents_entry(placed: NumberedBlock) -> Entry | None:
    match placed.block:
        case Heading(in_contents=True, number=number, text=text):
            return Entry(placed.anchor, placed.level, number, text)
        case Lists(title=title):
            return Entry(placed.anchor, 1, "", title)
    return None

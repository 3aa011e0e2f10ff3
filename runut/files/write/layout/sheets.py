"""The sheets of a paper: their size, which blocks share one, and where a new page starts.

A wide table turns the page. Its heading turns with it and neighbours share the turned page,
so that no page is left with a heading alone, half empty or blank.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from runut.core.report.blocks import (
    Boxed,
    Bullets,
    Chart,
    Heading,
    Lists,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    lines_of,
)
from runut.core.report.text import line_text
from runut.files.write.layout.outline import NumberedBlock

POINTS_PER_MM = 72 / 25.4
_SIZES_MM = {"a4": (210, 297), "f4": (215, 330)}
_LINE = 90
_FEW_LINES = 12


@dataclass(frozen=True)
class Page:
    """One page: size and margins in mm (left wider, for the binding)."""

    width: int
    height: int
    left: int = 30
    right: int = 20
    top: int = 25
    bottom: int = 25

    @property
    def room(self) -> float:
        """Width between the margins, in points."""
        return (self.width - self.left - self.right) * POINTS_PER_MM

    @property
    def depth(self) -> float:
        """Height between the margins, in points."""
        return (self.height - self.top - self.bottom) * POINTS_PER_MM


def page_of(paper: Literal["a4", "f4"], landscape: bool) -> Page:
    """The page of a paper, upright or lying.

    >>> page_of("f4", landscape=True).width
    330
    """
    short, long = _SIZES_MM[paper]
    return Page(long, short) if landscape else Page(short, long)


@dataclass(frozen=True)
class Sheet:
    """A run of pages of one orientation; ``breaks`` are the places that start a new page."""

    landscape: bool
    placed: tuple[NumberedBlock, ...]
    breaks: frozenset[int]


def sheets(placed: Sequence[NumberedBlock], *, landscape: bool, chapters: bool) -> list[Sheet]:
    """Cut the blocks into sheets. ``chapters``: every level 1 heading starts a page (a report)."""
    turned = _turned(placed) if not landscape else [True] * len(placed)
    found: list[Sheet] = []
    start = 0
    for i in range(1, len(placed) + 1):
        if i == len(placed) or turned[i] != turned[start]:
            found.append(_sheet(placed[start:i], turned[start], chapters))
            start = i
    return [sheet for sheet in found if sheet.placed]


def _sheet(placed: Sequence[NumberedBlock], landscape: bool, chapters: bool) -> Sheet:
    kept: list[NumberedBlock] = []
    breaks: set[int] = set()
    pending = False
    for p in placed:
        if isinstance(p.block, PageBreak):
            pending = True
            continue
        if kept and (pending or (chapters and _opens_page(p, kept[-1]))):
            breaks.add(len(kept))
        pending = False
        kept.append(p)
    return Sheet(landscape, tuple(kept), frozenset(breaks))


def _opens_page(placed: NumberedBlock, before: NumberedBlock) -> bool:
    if isinstance(placed.block, Lists):
        return not (placed.block.of == "gambar" and isinstance(before.block, Lists))
    return isinstance(placed.block, Heading) and placed.level == 1


def _turned(placed: Sequence[NumberedBlock]) -> list[bool]:
    turned = [isinstance(p.block, Table) and p.block.wide for p in placed]
    for i in [i for i, wide in enumerate(turned) if wide]:
        for j in (*_leading(placed, i), *_following(placed, i)):
            turned[j] = True
    return turned


def _leading(placed: Sequence[NumberedBlock], table: int) -> list[int]:
    """The headings over a wide table, with the short text between them and it."""
    first = table
    while first and _is_short_text(placed[first - 1]) and table - first < 2:
        first -= 1
    if not (first and isinstance(placed[first - 1].block, Heading)):
        return []
    while first and isinstance(placed[first - 1].block, Heading):
        first -= 1
    return list(range(first, table))


def _following(placed: Sequence[NumberedBlock], table: int) -> list[int]:
    """What comes after a wide table and would hardly fill an upright page of its own.

    Up to the next wide table, page break, chapter or end: taken only if it is short.
    """
    taken: list[int] = []
    lines = 0.0
    for i in range(table + 1, len(placed)):
        p = placed[i]
        if isinstance(p.block, (PageBreak, Lists)) or _is_chapter(p):
            break
        if isinstance(p.block, Table) and p.block.wide:
            break
        lines += _lines(p)
        if lines > _FEW_LINES:
            return []
        taken.append(i)
    return taken


def _is_chapter(placed: NumberedBlock) -> bool:
    return isinstance(placed.block, Heading) and placed.level == 1


def _is_short_text(placed: NumberedBlock) -> bool:
    return isinstance(placed.block, (Paragraph, Boxed)) and _lines(placed) <= _FEW_LINES / 2


def _lines(placed: NumberedBlock) -> float:
    """About how many printed lines a block takes; charts and pictures take too many."""
    match placed.block:
        case Paragraph(line=line):
            return 1.5 + len(line_text(line)) / _LINE
        case Boxed() | Bullets():
            return sum(1.3 + len(line_text(line)) / _LINE for line in lines_of(placed.block))
        case Signatures():
            return 8
        case Heading():
            return 2
        case Table(rows=rows):
            return 2.0 * len(rows) + 3
        case Chart():
            return 99
    return 99

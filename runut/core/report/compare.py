"""What changed between two papers, section by section: all that a second reading must look at."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from runut.core.report.blocks import (
    Block,
    Boxed,
    Bullets,
    Cell,
    Chart,
    Figure,
    Heading,
    Paper,
    Paragraph,
    Photo,
    Signatures,
    Table,
    blocks_of,
    lines_of,
)
from runut.core.report.text import line_text


@dataclass(frozen=True)
class Change:
    """Something that differs in one section: what stood there, and what stands there now.

    Either side may be empty: words were added, or taken out.
    """

    section: str
    key: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    title: str
    key: str
    words: tuple[str, ...]


def compare_papers(before: Paper, after: Paper) -> tuple[Change, ...]:
    """Every difference in words or figures, in the order of the newer paper.

    Sections are matched by their key, so a renumbered heading is not a change of its contents.
    """
    old = {part.key: part for part in _parts(before)}
    new = {part.key: part for part in _parts(after)}
    changes: list[Change] = []
    for key, part in new.items():
        then = old.get(key, _Part(part.title, key, ()))
        changes.extend(_compare(then, part))
    for key, part in old.items():
        if key not in new:
            changes.extend(_compare(part, _Part(part.title, key, ())))
    return tuple(changes)


def _compare(then: _Part, now: _Part) -> Iterator[Change]:
    matcher = SequenceMatcher(a=then.words, b=now.words, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield Change(now.title, now.key, then.words[i1:i2], now.words[j1:j2])


def _parts(paper: Paper) -> Iterator[_Part]:
    title, key, blocks = paper.title, "", list[Block]()
    for block in blocks_of(paper):
        if isinstance(block, Heading):
            yield _part(title, key, blocks)
            title = f"{block.number} {block.text}".strip()
            key, blocks = block.key or title, []
        else:
            blocks.append(block)
    yield _part(title, key, blocks)


def _part(title: str, key: str, blocks: list[Block]) -> _Part:
    return _Part(title, key, tuple(words for block in blocks for words in _words_of(block)))


def _words_of(block: Block) -> Iterator[str]:
    """The words of a block in pieces that are compared whole: a paragraph, an item, a row."""
    match block:
        case Paragraph(line=one):
            yield line_text(one)
        case Bullets() | Boxed():
            yield from map(line_text, lines_of(block))
        case Table(rows=rows, notes=notes, caption=caption):
            yield caption
            for row in rows:
                yield " | ".join(" ".join(map(line_text, cell.lines)) for cell in row)
            yield from map(line_text, notes)
        case Chart(caption=caption, alt=alt):
            yield f"{caption}: {alt}"
        case Photo(code=code, caption=caption, alt=alt):
            yield f"Gambar {code}. {caption}: {alt}"
        case Signatures(blocks=signers):
            yield from (f"{one.jabatan}, {one.nama}" for one in signers)
        case _:
            return


@dataclass(frozen=True)
class FigureChange:
    """A number that a table shows otherwise now: in which row, under which head."""

    section: str
    what: str
    before: str
    after: str


def compare_figures(before: Paper, after: Paper) -> tuple[FigureChange, ...]:
    """Every number of a table that stands in the same row and column in both, and differs."""
    old = {place: text for place, _, text in _figures(before)}
    return tuple(
        FigureChange(section, _said(place), old[place], text)
        for place, section, text in _figures(after)
        if old.get(place, text) != text
    )


_Spot = tuple[str, int, str, int, str, int]
"""Where a number stands: section, table, row, column, the column's head, and which of several."""


def _figures(paper: Paper) -> Iterator[tuple[_Spot, str, str]]:
    """Numbers in tables with their place, the title of their section, and themselves."""
    title, key, tables = paper.title, "", 0
    seen: Counter[tuple[object, ...]] = Counter()
    for block in blocks_of(paper):
        if isinstance(block, Heading):
            title, tables = f"{block.number} {block.text}".strip(), 0
            key = block.key or title
        elif isinstance(block, Table):
            tables += 1
            for name, row in _named_rows(block):
                for column, cell in enumerate(row):
                    text = " ".join(
                        part.text for one in cell.lines for part in one if isinstance(part, Figure)
                    )
                    if text:
                        place = (key, tables, name, column, _head(block, row, column))
                        seen[place] += 1
                        yield (*place, seen[place]), title, text


def _named_rows(table: Table) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """The rows with what each is about: also where a cell names several of them."""
    over, left = "", 0
    for row in table.rows:
        name = _row_name(row)
        spanning = next((c for c in row if c.rows > 1 and _plain_words(c)), None)
        if spanning is not None:
            over, left = _plain_words(spanning), spanning.rows
        elif left > 0 and over and over != name:
            name = f"{over}, {name}" if name else over
        left -= 1
        yield name, row


def _row_name(row: tuple[Cell, ...]) -> str:
    """What a row is about: its first cell with letters and no number."""
    return next((words for cell in row if (words := _plain_words(cell))), "")


def _plain_words(cell: Cell) -> str:
    """The words of a cell that holds letters and no number of ours."""
    words = " ".join(map(line_text, cell.lines)).strip()
    has_figure = any(isinstance(part, Figure) for one in cell.lines for part in one)
    return "" if has_figure or not any(map(str.isalpha, words)) else words


def _head(table: Table, row: tuple[Cell, ...], column: int) -> str:
    """The head of a column, where head and row count the same cells."""
    heads = [one for one in table.head if len(one) == len(row) and all(c.span == 1 for c in one)]
    return " ".join(map(line_text, heads[0][column].lines)) if heads else ""


def _said(spot: _Spot) -> str:
    return ", ".join(part for part in (spot[2], spot[4]) if part) or f"kolom {spot[3] + 1}"

"""What changed between two papers, section by section: all that a second reading must look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from runut.core.report.blocks import (
    Block,
    Boxed,
    Bullets,
    Chart,
    Heading,
    Paper,
    Paragraph,
    Signatures,
    Table,
    blocks_of,
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
        case Bullets(items=lines) | Boxed(lines=lines):
            yield from map(line_text, lines)
        case Table(rows=rows, notes=notes, caption=caption):
            yield caption
            for row in rows:
                yield " | ".join(" ".join(map(line_text, cell.lines)) for cell in row)
            yield from map(line_text, notes)
        case Chart(caption=caption, alt=alt):
            yield f"{caption}: {alt}"
        case Signatures(blocks=signers):
            yield from (f"{one.jabatan}, {one.nama}" for one in signers)
        case _:
            return

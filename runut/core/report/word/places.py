"""A place in the paper for every section that may be written: where there are no words, a line
that asks for them. So a section can be begun in Word."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from runut.core.report.blocks import Block, Bullets, Gap, Paper, Paragraph, Photo, Table, line

MARK = "\ue000"
"""A text that nobody types: the place of a section in a paper that was composed to find it."""


def section_of(block: Block) -> str:
    """The section whose words a block holds, "" for what is computed."""
    match block:
        case Paragraph() | Bullets() | Photo():
            return block.key
        case Table():
            return block.section
        case _:
            return ""


def sections_in(paper: Paper) -> frozenset[str]:
    """The sections that have a place in the paper."""
    return frozenset(key for block in (*paper.front, *paper.body) if (key := section_of(block)))


def with_places(paper: Paper, marked: Paper, asks: Mapping[str, str]) -> Paper:
    """``paper`` with a line for each section of ``asks`` that has no words in it.

    ``marked`` is the same paper composed with ``MARK`` as the words of these sections: it shows
    where they would stand, also where a sentence of ours would give way to them.
    """
    return replace(
        paper,
        front=_with_places(paper.front, marked.front, asks),
        body=_with_places(paper.body, marked.body, asks),
    )


def _with_places(
    blocks: tuple[Block, ...], marked: tuple[Block, ...], asks: Mapping[str, str]
) -> tuple[Block, ...]:
    found: list[Block] = []
    matcher = SequenceMatcher(None, blocks, marked, autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        found += blocks[i1:i2]
        keys = [section_of(one) for one in marked[j1:j2] if _is_mark(one)]
        found += [Paragraph(line(Gap(key, asks[key])), "left", key=key) for key in keys]
    return tuple(found)


def _is_mark(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.line == line(MARK)

"""Sentences that a rule wrote: proposals of Runut, until a person takes them.

A proposal is known by its section and a name in it, and may hold several paragraphs. A decision
holds for the sentence on which it was made: when only its figures change, they renew and the change
is told; when the words are others, it is another sentence and is proposed anew.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from runut.core.report.blocks import (
    Block,
    Bullets,
    Figure,
    Line,
    Paper,
    Paragraph,
    Text,
    blocks_of,
    line,
    lines_of,
)
from runut.core.report.text import line_text

_FIGURE = re.compile(r"\{([^{}]*)\}")
_BETWEEN = "#"
TANDA = "[usulan] "


class Choice(StrEnum):
    """What was decided: taken as it is, rewritten by a person, left out; or open again."""

    TAKEN = "dipakai"
    REWRITTEN = "diubah"
    LEFT_OUT = "ditiadakan"
    OPEN = "dibuka"


@dataclass(frozen=True)
class Proposal:
    """What is proposed for a section."""

    section: str
    name: str
    blocks: tuple[Block, ...]

    @property
    def id(self) -> str:
        return f"{self.section}{_BETWEEN}{self.name}"

    @property
    def words(self) -> str:
        """Its words, a line for each paragraph and item, every figure in braces."""
        return "\n".join(_words(one) for block in self.blocks for one in lines_of(block))


@dataclass(frozen=True)
class Decision:
    """What somebody decided, and the words (as of ``Proposal``) on which he did."""

    choice: Choice
    words: str

    def holds_for(self, proposal: Proposal) -> bool:
        is_same = form_of(self.words) == form_of(proposal.words)
        return self.choice is not Choice.OPEN and is_same

    def is_moved_in(self, proposal: Proposal) -> bool:
        """Whether it was taken with other figures than it has now."""
        is_taken = self.choice is Choice.TAKEN and self.holds_for(proposal)
        return is_taken and self.words != proposal.words


Decisions = Mapping[str, Decision]
"""The last decision on each proposal, by the proposal's id."""


def form_of(words: str) -> str:
    """The words without their figures: what makes it this sentence and no other.

    >>> form_of("Dari {12} indikator, {10} mencapai target.")
    'Dari {} indikator, {} mencapai target.'
    """
    return _FIGURE.sub("{}", words)


def read_words(words: str) -> str:
    """The words as they are read.

    >>> read_words("Dari {12} indikator, {10} mencapai target.")
    'Dari 12 indikator, 10 mencapai target.'
    """
    return _FIGURE.sub(r"\1", words)


def propose(section: str, name: str, *blocks: Paragraph | Bullets) -> tuple[Block, ...]:
    """Blocks as the proposal ``name`` of a section."""
    mark = f"{section}{_BETWEEN}{name}"
    return tuple(replace(block, proposal=mark) for block in blocks)


def told(lines: Sequence[Line], lead: Line = ()) -> tuple[Paragraph | Bullets, ...]:
    """Sentences below one another, with what leads to them; a single one is no list."""
    if len(lines) > 1:
        return (*told([lead] if lead else []), Bullets(tuple(lines)))
    words = joined(lead, *lines)
    return (Paragraph(words),) if words else ()


def joined(*sentences: Line) -> Line:
    """Sentences one after the other in a paragraph; empty ones are left out."""
    found: Line = ()
    for one in filter(None, sentences):
        found = (*found, Text(" "), *one) if found else one
    return found


def proposals_of(paper: Paper) -> tuple[Proposal, ...]:
    """The proposals of a paper that nobody has decided on, in reading order."""
    found: dict[str, list[Block]] = {}
    for block in blocks_of(paper):
        if mark := _mark_of(block):
            found.setdefault(mark, []).append(block)
    named = ((*mark.rpartition(_BETWEEN), blocks) for mark, blocks in found.items())
    return tuple(Proposal(section, name, tuple(blocks)) for section, _, name, blocks in named)


def settle(paper: Paper, decisions: Decisions) -> Paper:
    """The paper with what was decided: taken sentences are words like others, rewritten ones and
    those left out are gone, the rest stays proposed."""
    held = {
        one.id: decisions[one.id].choice
        for one in proposals_of(paper)
        if one.id in decisions and decisions[one.id].holds_for(one)
    }
    return replace(
        paper,
        front=tuple(_settled(paper.front, held)),
        body=tuple(_settled(paper.body, held)),
    )


def take_all(paper: Paper) -> Paper:
    """The paper with everything taken that it proposes."""
    return settle(paper, {one.id: Decision(Choice.TAKEN, one.words) for one in proposals_of(paper)})


def with_marks(paper: Paper) -> Paper:
    """The paper as a draft is drawn: each proposal says that it is one."""
    return replace(paper, front=tuple(_marked(paper.front)), body=tuple(_marked(paper.body)))


def without_marks(paper: Paper) -> Paper:
    """A paper that was drawn as a draft, by its words alone, to be compared with others."""
    return replace(paper, front=tuple(_unmarked(paper.front)), body=tuple(_unmarked(paper.body)))


def _settled(blocks: Sequence[Block], held: Mapping[str, Choice]) -> Iterator[Block]:
    for block in blocks:
        choice = held.get(_mark_of(block))
        if choice is None:
            yield block
        elif choice is Choice.TAKEN and isinstance(block, Paragraph | Bullets):
            yield replace(block, proposal="")


def _marked(blocks: Sequence[Block]) -> Iterator[Block]:
    before = ""
    for block in blocks:
        goes_on, before = _mark_of(block) == before, _mark_of(block)
        yield block if goes_on else _with_tag(block)


def _with_tag(block: Block) -> Block:
    if isinstance(block, Paragraph) and block.proposal:
        return replace(block, line=_tagged(block.line))
    if isinstance(block, Bullets) and block.proposal:
        return replace(block, items=tuple(map(_tagged, block.items)))
    return block


def _unmarked(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.proposal:
            yield replace(block, line=_untagged(block.line))
        elif isinstance(block, Bullets) and block.proposal:
            yield replace(block, items=tuple(map(_untagged, block.items)))
        else:
            yield block


def _tagged(words: Line) -> Line:
    return (*line(Text(TANDA, italic=True)), *words)


def _untagged(words: Line) -> Line:
    return words[1:] if words[:1] == line(Text(TANDA, italic=True)) else words


def _mark_of(block: Block) -> str:
    return block.proposal if isinstance(block, Paragraph | Bullets) else ""


def _words(words: Line) -> str:
    return "".join(
        f"{{{part.text}}}" if isinstance(part, Figure) else line_text((part,)) for part in words
    )

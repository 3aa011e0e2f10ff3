"""The comparison of two papers as a paper: only the sections that differ, under their headings.

Two drafts of one year are compared by it, and the reports of two years: sections are matched by
their keys, which stay from year to year, or by their headings without the year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from runut.core.report.blackline.lines import marked_line, paired, whole_line
from runut.core.report.blackline.tables import kept_table, marked_table, whole_table
from runut.core.report.blocks import (
    Block,
    Boxed,
    Bullets,
    Chart,
    Heading,
    Line,
    Paper,
    Paragraph,
    Photo,
    Signatures,
    Table,
    Text,
    blocks_of,
    lines_of,
)
from runut.core.report.cells import form
from runut.core.report.text import line_text

CARA_BACA = "Bergaris bawah: ditambahkan. Dicoret: dihapus."
SAMA = "Tidak ada perbedaan isi di antara kedua naskah ini."
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Change = Literal["baru", "hilang"]


@dataclass(frozen=True)
class _Section:
    """A heading with what stands under it before the next one; ``path`` names it and those above.

    ``heading`` is None for what stands before the first heading.
    """

    path: tuple[str, ...]
    heading: Heading | None
    blocks: tuple[Block, ...]


_Pair = tuple[_Section, _Section] | tuple[_Section, None] | tuple[None, _Section]


def compare_as_paper(before: Paper, after: Paper, semula: str, menjadi: str) -> Paper:
    """What differs, in the order of the newer paper; ``semula`` and ``menjadi`` name the two."""
    old, new = list(_sections(before)), list(_sections(after))
    names = ([_joined(one) for one in old], [_joined(one) for one in new])
    marked = [_marked(pair) for pair in _matched(old, new, names)]
    shown = [one for one in marked if one.is_changed]
    above = {path[:n] for one in shown for path in (one.section.path,) for n in range(len(path))}
    body: list[Block] = [
        Heading(1, "PERBANDINGAN", in_contents=False),
        form(("Semula", semula), ("Menjadi", menjadi)),
        Paragraph((Text(f"{CARA_BACA} {_counted(len(shown), len(marked))}"),), align="left"),
    ]
    for one in marked:
        if one.is_changed:
            body += one.blocks
        elif one.section.path in above and one.section.heading:
            body.append(one.section.heading)
    return Paper(
        title=f"Perbandingan {after.title}",
        body=tuple(body),
        author=after.author,
        header=f"Perbandingan · {after.header}" if after.header else "Perbandingan",
        footer=after.footer,
        paper=after.paper,
    )


def _counted(changed: int, of: int) -> str:
    if not changed:
        return SAMA
    return f"{changed} dari {of} bagian berubah; bagian yang sama tidak dimuat."


@dataclass(frozen=True)
class _Marked:
    section: _Section
    blocks: tuple[Block, ...]
    is_changed: bool


def _matched(
    old: list[_Section], new: list[_Section], names: tuple[list[str], list[str]]
) -> Iterator[_Pair]:
    """Sections by their names only: another section in the same place is another section."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(old[i1:i2], new[j1:j2], strict=True)
        else:
            yield from ((one, None) for one in old[i1:i2])
            yield from ((None, one) for one in new[j1:j2])


def _sections(paper: Paper) -> Iterator[_Section]:
    above: list[tuple[int, str]] = []
    heading: Heading | None = None
    blocks: list[Block] = []
    for block in blocks_of(paper):
        if not isinstance(block, Heading):
            blocks.append(block)
            continue
        yield _Section(tuple(name for _, name in above), heading, tuple(blocks))
        above = [one for one in above if one[0] < block.level]
        above.append((block.level, block.key or _YEAR.sub("", block.text)))
        heading, blocks = block, []
    yield _Section(tuple(name for _, name in above), heading, tuple(blocks))


def _joined(section: _Section) -> str:
    return "\n".join(section.path)


def _marked(pair: _Pair) -> _Marked:
    if pair[0] is None:
        return _whole_section(pair[1], "baru")
    if pair[1] is None:
        return _whole_section(pair[0], "hilang")
    old, new = pair
    heading = list[Block]([new.heading] if new.heading else [])
    was, now = (one.heading.text if one.heading else "" for one in (old, new))
    if was != now:
        heading.append(Paragraph((Text("Judul: "), *marked_line((Text(was),), (Text(now),)))))
    before, after = (_words_in(one) for one in (old, new))
    is_changed = was != now or before != after
    if not is_changed:
        return _Marked(new, (), is_changed=False)
    pairs = paired(_told(old), _told(new), _names(_told(old), _told(new)))
    blocks = tuple(block for pair in pairs for block in _marked_block(*pair))
    return _Marked(new, (*heading, *blocks), is_changed=True)


def _whole_section(section: _Section, change: Change) -> _Marked:
    said = "Bagian ini baru." if change == "baru" else "Bagian ini dihapus."
    heading = (
        (section.heading, Paragraph(whole_line((Text(said),), change))) if section.heading else ()
    )
    blocks = tuple(b for block in _told(section) for b in _whole_block(block, change))
    return _Marked(section, (*heading, *blocks), is_changed=bool(heading or blocks))


def _told(section: _Section) -> list[Block]:
    """The blocks that say something; a chart says it in its words."""
    return [one for one in section.blocks if _lines(one)]


def _words_in(section: _Section) -> list[list[str]]:
    return [list(map(line_text, _lines(one))) for one in _told(section)]


def _lines(block: Block) -> tuple[Line, ...]:
    match block:
        case Chart(caption=caption, alt=alt) | Photo(caption=caption, alt=alt):
            return ((Text(f"Gambar: {caption}. {alt}"),),)
        case Signatures(blocks=signers):
            return tuple((Text(f"{one.jabatan}, {one.nama}"),) for one in signers)
        case Table(caption=caption):
            return ((Text(caption),), *lines_of(block)) if caption else tuple(lines_of(block))
        case _:
            return tuple(lines_of(block))


def _names(old: list[Block], new: list[Block]) -> tuple[list[str], list[str]]:
    """Blocks that both have are known by their words, the others by their kind."""
    words = [["\n".join(map(line_text, _lines(one))) for one in side] for side in (old, new)]
    both = set(words[0]) & set(words[1])
    was, now = (
        [said if said in both else type(one).__name__ for one, said in zip(side, told, strict=True)]
        for side, told in zip((old, new), words, strict=True)
    )
    return was, now


def _marked_block(old: Block | None, new: Block | None) -> tuple[Block, ...]:
    if old is None or new is None:
        return (
            *(_whole_block(old, "hilang") if old else ()),
            *(_whole_block(new, "baru") if new else ()),
        )
    before, after = list(_lines(old)), list(_lines(new))
    words = (list(map(line_text, before)), list(map(line_text, after)))
    if words[0] == words[1]:
        return kept_table(new) if isinstance(new, Table) else _kept(new, after)
    match old, new:
        case Table(), Table():
            return marked_table(old, new)
        case Paragraph(), Paragraph():
            return (replace(new, line=marked_line(old.line, new.line)),)
    if type(old) is not type(new):
        return (*_whole_block(old, "hilang"), *_whole_block(new, "baru"))
    pairs = paired(before, after, words)
    return _set_again(new, tuple(marked_line(was or (), now or ()) for was, now in pairs))


def _kept(block: Block, lines: list[Line]) -> tuple[Block, ...]:
    """Of a drawing its words, since its number in the report would be another one here."""
    if isinstance(block, Paragraph | Bullets | Boxed):
        return (block,)
    return _set_again(block, tuple(lines))


def _whole_block(block: Block, change: Change) -> tuple[Block, ...]:
    if isinstance(block, Table):
        return whole_table(block, change)
    return _set_again(block, tuple(whole_line(one, change) for one in _lines(block)))


def _set_again(block: Block, lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """Marked lines as what they were: items of a list, words of a box, else a paragraph each."""
    match block:
        case Bullets():
            return (replace(block, items=lines, below=()),)
        case Boxed():
            return (replace(block, lines=lines),)
        case _:
            return tuple(Paragraph(one, align="left") for one in lines)

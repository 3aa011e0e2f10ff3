"""A paper as plain text: what tests compare and a terminal shows."""

import textwrap
from dataclasses import dataclass, field

from runut.core.report.blocks import (
    Block,
    Boxed,
    Bullets,
    Chart,
    Cover,
    Gap,
    Heading,
    Inline,
    Letterhead,
    Line,
    Lists,
    PageBreak,
    Paper,
    Paragraph,
    Photo,
    Picture,
    Signature,
    Signatures,
    Table,
    Text,
    blocks_of,
)
from runut.core.report.text_table import draw_table
from runut.core.words.names import format_nip

WIDTH = 100
_CONTENTS_DEPTH = 4
WIDE = 150


@dataclass
class _Numbers:
    """Running numbers of tables and figures over the whole document."""

    tabel: int = 0
    gambar: int = 0
    contents: dict[str, list[str]] = field(default_factory=dict)


def write_text(paper: Paper) -> str:
    """All of a paper in reading order; gaps stand as ``[BELUM DIISI: …]``.

    Tables and figures carry the running numbers that the other writers give them.
    """
    numbers = _Numbers(contents=_contents(paper))
    parts = _cover(paper.cover) if paper.cover else []
    parts += [_block(block, numbers, paper) for block in blocks_of(paper)]
    if paper.footer:
        parts.append(f"{'-' * WIDTH}\n{_wrap(paper.footer)}")
    return "\n\n".join(part for part in parts if part) + "\n"


def line_text(line: Line) -> str:
    """A line as words; a gap says what is to be written, a change what came and went.

    >>> from runut.core.report.blocks import Figure, Text
    >>> line_text((Text("Capaian "), Figure("98,95%", "dihitung"), Gap("a.b", "sebab")))
    'Capaian 98,95%[BELUM DIISI: sebab]'
    >>> line_text((Text("Hasil "), Text("baik", change="hilang"), Text("buruk", change="baru")))
    'Hasil [-baik-][+buruk+]'
    """
    return "".join(map(_part_text, line))


def _part_text(part: Inline) -> str:
    match part:
        case Gap(ask=ask):
            return f"[BELUM DIISI: {ask}]"
        case Text(text=text, change="baru"):
            return f"[+{text}+]"
        case Text(text=text, change="hilang"):
            return f"[-{text}-]"
    return part.text


def _contents(paper: Paper) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"isi": [], "tabel": [], "gambar": []}
    for block in blocks_of(paper):
        match block:
            case Heading(in_contents=True, level=level) if level <= _CONTENTS_DEPTH:
                found["isi"].append("  " * (block.level - 1) + _heading_words(block))
            case Lists(title=title):
                found["isi"].append(title)
            case Table(caption=caption) if caption:
                found["tabel"].append(f"Tabel {len(found['tabel']) + 1}. {caption}")
            case Chart(caption=caption) | Photo(caption=caption):
                found["gambar"].append(f"Gambar {len(found['gambar']) + 1}. {caption}")
    empty = {b.title for b in blocks_of(paper) if isinstance(b, Lists) and not found[b.of]}
    found["isi"] = [entry for entry in found["isi"] if entry not in empty]
    return found


def _heading_words(heading: Heading) -> str:
    return f"{heading.number} {heading.text}" if heading.number else heading.text


def _cover(cover: Cover) -> list[str]:
    notice = [f"[{cover.notice}]"] if cover.notice else []
    lines = [*notice, *cover.title, "", *cover.office, "", cover.place_year]
    return ["\n".join(one.center(WIDTH).rstrip() for one in lines), "=" * WIDTH]


def _block(block: Block, numbers: _Numbers, paper: Paper) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _paragraph(block)
        case Bullets():
            return _bullets(block)
        case Table():
            return _table(block, numbers, paper)
        case Chart():
            numbers.gambar += 1
            return f"Gambar {numbers.gambar}. {block.caption}\n{_wrap(block.alt)}"
        case Letterhead():
            lines = (*block.lines, *block.small_lines)
            return "\n".join(one.center(WIDTH).rstrip() for one in lines) + "\n" + "=" * WIDTH
        case Signatures():
            return "\n\n".join(_signature(one) for one in block.blocks)
        case Picture():
            return f"[Gambar: {block.alt}]"
        case Photo():
            numbers.gambar += 1
            return f"Gambar {numbers.gambar}. {block.caption}\n{_wrap(block.alt)}"
        case Lists():
            return _list(block, numbers.contents[block.of])
        case PageBreak():
            return ""
        case Boxed():
            return "\n".join(f"| {_wrap(line_text(one), WIDTH - 4)}" for one in block.lines)


def _list(block: Lists, entries: list[str]) -> str:
    """A list with its title; nothing at all where it would be a title over nothing."""
    return "\n".join([block.title, *entries]) if entries else ""


def _heading(heading: Heading) -> str:
    words = _heading_words(heading)
    if heading.level > 2:
        return words
    rule = "=" if heading.level == 1 else "-"
    return f"{words}\n{rule * min(len(words), WIDTH)}"


def _paragraph(block: Paragraph) -> str:
    words = _wrap(line_text(block.line))
    if block.align == "right":
        return "\n".join(one.rjust(WIDTH) for one in words.splitlines())
    if block.align == "center":
        return "\n".join(one.center(WIDTH).rstrip() for one in words.splitlines())
    return words


def _bullets(block: Bullets, depth: int = 0) -> str:
    lines = []
    for position, (item, below) in enumerate(block.with_below):
        indent = "   " * depth
        lines.append(
            textwrap.fill(
                line_text(item),
                WIDTH,
                initial_indent=f"{indent}{block.mark(position)} ",
                subsequent_indent=f"{indent}   ",
            )
        )
        lines += [_bullets(under, depth + 1) for under in below]
    return "\n".join(lines)


def _table(table: Table, numbers: _Numbers, paper: Paper) -> str:
    parts = []
    if table.caption:
        numbers.tabel += 1
        parts.append(f"Tabel {numbers.tabel}. {table.caption}")
    parts.append(draw_table(table, WIDE if table.wide or paper.landscape else WIDTH, line_text))
    parts += [_wrap(line_text(note)) for note in table.notes]
    return "\n".join(part for part in parts if part)


def _signature(one: Signature) -> str:
    sign = one.note if one.state != "kosong" else "(tanda tangan)"
    lines = (
        one.place_date,
        *one.jabatan.split("\n"),
        sign,
        one.nama,
        one.pangkat,
        f"NIP {format_nip(one.nip)}" if one.nip else "",
    )
    return "\n".join(" " * (WIDTH // 2) + part for part in lines if part)


def _wrap(text: str, width: int = WIDTH) -> str:
    return "\n".join(textwrap.fill(part, width) for part in text.split("\n"))

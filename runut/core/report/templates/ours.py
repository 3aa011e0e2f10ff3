"""Our own layout of a kind of paper with names in the places of facts: where an office begins.

It is the sample paper with every fact exchanged for its name, so it is what we draw, no other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, Final

from runut.core.report.blocks import (
    Block,
    Bullets,
    Cell,
    Letterhead,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
    Signatures,
    Table,
    line,
)
from runut.core.report.cells import paragraph
from runut.core.report.filling import Filling
from runut.core.report.papers.daftar_hadir import PINDAI, QR_HADIR
from runut.core.report.templates.kinds import BY_JENIS, KAKI, NO, TemplateKind
from runut.core.report.templates.samples import sample
from runut.core.report.text import line_text

_DAY: Final = date(2031, 8, 19)
"""A day whose words stand nowhere else on a paper."""
_BREAK: Final = "\u200b"
_PART_OF_A_LINE: Final = 8
"""A fact at least so long is found within a line too, not only where it is the whole of it."""


def ours(jenis: str, kop: Letterhead) -> Paper:
    """The template of ours for a kind, with the kop of the office."""
    kind = BY_JENIS[jenis]
    paper = sample(jenis, kop, name("kota"), _DAY)
    assert paper.filling is not None  # noqa: S101 - the samples have one each
    body = [_with_rows(block, paper.filling) for block in paper.body]
    words = {text: name(one) for one, text in paper.filling.kata if text}
    named = [block if isinstance(block, Letterhead) else _named(block, words) for block in body]
    signed = [_signed(block, kind) for block in named]
    return replace(
        paper,
        title=kind.judul,
        subject="",
        author="",
        body=_with_conditions(signed),
        footer=name(KAKI),
        filling=None,
    )


def name(one: str) -> str:
    """How a name is written in a template.

    >>> name("nomor")
    '{{nomor}}'
    """
    return "{{" + one + "}}"


def _with_rows(block: Block, filling: Filling) -> Block:
    """A list or table of a group keeps one row, with the names in it."""
    for group, rows in filling.groups.items():
        if not rows:
            continue
        if isinstance(block, Bullets) and _texts(block.items) == [
            one for r in rows for one in r.values()
        ]:
            return replace(block, items=(line(_dotted(group, next(iter(rows[0])))),))
        if (
            isinstance(block, Table)
            and len(block.rows) == len(rows)
            and _is_row(block.rows[0], rows[0])
        ):
            names = {text: _dotted(group, one) for one, text in rows[0].items() if text}
            return replace(block, rows=(_named_row(block.rows[0], group, rows[0], names),))
        if isinstance(block, Table):
            block = _with_listed(block, group, rows)
    return block


def _is_row(cells: Sequence[Cell], row: Mapping[str, str]) -> bool:
    texts = [one for cell in cells for one in _texts(cell.lines)]
    return all(part in texts for text in row.values() for part in text.split("\n") if part)


def _named_row(
    cells: Sequence[Cell], group: str, row: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Cell, ...]:
    """The row with its names. A word of several lines is the whole cell; so is an empty one."""
    empty = [one for one, text in row.items() if not text]
    found = []
    for cell in cells:
        whole = names.get("\n".join(_texts(cell.lines)))
        if whole or not any(_texts(cell.lines)):
            words = whole or (_dotted(group, empty.pop(0)) if empty else "")
            found.append(replace(cell, lines=(line(words),)))
        else:
            found.append(_named(cell, names))
    return tuple(found)


def _with_listed(block: Table, group: str, rows: Sequence[Mapping[str, str]]) -> Table:
    """A cell that lists the rows one under the other keeps one line of them."""

    def listed(cell: Cell) -> Cell:
        texts = _texts(cell.lines)
        words = [text for row in rows for text in row.values()]
        if len(texts) != len(words) or not all(map(str.endswith, texts, words)):
            return cell
        mark = texts[0].removesuffix(words[0])
        return replace(cell, lines=(line(mark + _dotted(group, next(iter(rows[0])))),))

    return replace(block, rows=tuple(tuple(map(listed, row)) for row in block.rows))


def _dotted(group: str, one: str) -> str:
    """The name of a row, with unseen places to break it, so that no column grows with it."""
    whole = NO if one == NO else f"{group}.{_BREAK}{one.replace('_', f'_{_BREAK}')}"
    return name(whole)


def _texts(lines: Sequence[Any]) -> list[str]:
    return [line_text(one) for one in lines]


def _named(value: Any, names: Mapping[str, str]) -> Any:
    """Every fact as its name, in the texts of a block; keys and names of kinds stay."""
    if isinstance(value, str):
        return _in_words(value, names)
    if isinstance(value, tuple):
        return tuple(_named(one, names) for one in value)
    if is_dataclass(value) and not isinstance(value, type | Signature):
        changed = {
            one.name: _named(getattr(value, one.name), names)
            for one in fields(value)
            if one.name not in ("key", "align", "tone")
        }
        return replace(value, **changed)
    return value


def _in_words(text: str, names: Mapping[str, str]) -> str:
    if text in names:
        return names[text]
    for fact in sorted(names, key=len, reverse=True):
        if len(fact) >= _PART_OF_A_LINE and fact in text:
            text = text.replace(fact, names[fact])
    return text


def _signed(block: Block, kind: TemplateKind) -> Block:
    if not isinstance(block, Signatures):
        return block
    blocks = tuple(
        _named_signature(one, short) if short else one
        for one, (short, _) in zip(block.blocks, kind.signers, strict=False)
    )
    return replace(block, blocks=blocks)


def _named_signature(one: Signature, short: str) -> Signature:
    return Signature(
        jabatan=name(f"jabatan_{short}"),
        nama=name(f"nama_{short}"),
        place_date=name(f"tempat_tanggal_{short}") if one.place_date else "",
        pangkat=name(f"pangkat_{short}"),
        nip=name(f"nip_{short}"),
        note=name(f"tanda_tangan_{short}"),
    )


def _with_conditions(body: Sequence[Block]) -> tuple[Block, ...]:
    """Parts that a paper may lack, between the two lines that say when they are there."""
    found: list[Block] = []
    annex = False
    after = 0
    for at, block in enumerate(body):
        if isinstance(block, Paragraph) and line_text(block.line) == name("pembuka"):
            found.append(paragraph(name("lisan")))
        if isinstance(block, Table) and block.key == "daftar_hadir.tabel":
            found += _check_in()
        condition = _condition(block)
        if condition:
            found.append(paragraph(name(f"bila {condition}"), align="left"))
            annex = annex or isinstance(block, PageBreak)
            after = 0 if isinstance(block, PageBreak) else at + 1
        found.append(block)
        if after and at == after:
            what = _condition(body[at - 1])
            found.append(paragraph(name(f"akhir {what}"), align="left"))
            after = 0
    if annex:
        found.append(paragraph(name("akhir undangan"), align="left"))
    return tuple(found)


def _check_in() -> list[Block]:
    """The code of the check-in stands over the list, where the paper has one."""
    words = (f"bila {QR_HADIR}", QR_HADIR, f"akhir {QR_HADIR}")
    begin, code, end = (paragraph(name(one), align="center") for one in words)
    return [begin, code, paragraph(PINDAI, align="center"), end]


def _condition(block: Block) -> str:
    if isinstance(block, PageBreak):
        return "undangan"
    if isinstance(block, Paragraph):
        leads = {"Tembusan:": "tembusan", "Rapat yang disiapkan:": "rapat_hari"}
        return leads.get(line_text(block.line), "")
    return ""

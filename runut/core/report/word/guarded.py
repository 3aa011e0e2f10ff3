"""What the report computes and a hand has altered: named with old, new and place, never taken."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from runut.core.report.word.align import Alignment
from runut.core.report.word.flow import FlowParagraph, FlowTable, Unit

_CAPTION = re.compile(r"^(?:Tabel|Gambar) \d+\. ")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True)
class Altered:
    """A computed place that reads otherwise. ``after`` empty: it was taken out.

    ``kind`` ``angka`` where a number differs; ``where`` is the row and column of a table.
    """

    kind: Literal["angka", "kalimat", "tabel"]
    place: str
    before: str
    after: str
    where: str = ""
    author: str = ""


def altered(
    base: Sequence[Unit], new: Sequence[Unit], found: Alignment, headings: Sequence[str]
) -> tuple[Altered, ...]:
    """Every computed unit of the copy that came back otherwise, or did not come back."""
    by_base = {b: new[n] for n, b in enumerate(found.of) if b is not None}
    seen: list[Altered] = []
    caption = ""
    for b, one in enumerate(base):
        if one.section:
            continue
        if isinstance(one, FlowParagraph) and _CAPTION.match(one.text):
            caption = one.text
        other = by_base.get(b)
        if isinstance(one, FlowTable):
            theirs = other if isinstance(other, FlowTable) else None
            named = f"{headings[b]}: {caption}" if caption else headings[b]
            seen += _table(one, theirs, named)
            caption = ""
        else:
            seen += _paragraph(one, other, headings[b])
    return tuple(seen)


def _paragraph(one: FlowParagraph, other: Unit | None, place: str) -> Iterator[Altered]:
    text = other.text if other is not None else ""
    if _CAPTION.sub("", one.text) == _CAPTION.sub("", text):
        return
    author = ", ".join(other.authors) if other is not None else ""
    digits = _numbers(one.text) != _numbers(text) and text
    yield Altered("angka" if digits else "kalimat", place, one.text, text, author=author)


def _numbers(text: str) -> list[str]:
    return [word for word in text.split() if _NUMBER.search(word)]


def _table(one: FlowTable, other: FlowTable | None, place: str) -> Iterator[Altered]:
    if other is None:
        yield Altered("tabel", place, one.text, "")
        return
    mine, theirs, author = one.cells, other.cells, ", ".join(other.authors)
    if mine == theirs:
        return
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if i2 - i1 == j2 - j1 and [*map(len, mine[i1:i2])] == [*map(len, theirs[j1:j2])]:
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                yield from _row(one, mine[i], theirs[j], place, author)
            continue
        before, after = (
            "\n".join(" | ".join(row) for row in rows) for rows in (mine[i1:i2], theirs[j1:j2])
        )
        yield Altered("tabel", place, before, after, _row_name(before), author)


def _row(
    table: FlowTable, mine: Sequence[str], theirs: Sequence[str], place: str, author: str
) -> Iterator[Altered]:
    heads = next((row for row in table.cells if len(row) == len(mine)), ())
    for column, (was, now) in enumerate(zip(mine, theirs, strict=True)):
        if was == now:
            continue
        name = _row_name(" | ".join(mine[:column] or mine))
        head = heads[column] if heads and heads[column] != was else ""
        where = ", ".join(
            part for part in (name and f"baris {name}", head and f"kolom {head}") if part
        )
        kind: Literal["angka", "tabel"] = "angka" if _NUMBER.search(was + now) else "tabel"
        yield Altered(kind, place, was, now, where, author)


def _row_name(text: str) -> str:
    """What a row is about: its first cell with letters."""
    cells = text.partition("\n")[0].split(" | ")
    return next((one for one in cells if any(map(str.isalpha, one))), "")[:80]

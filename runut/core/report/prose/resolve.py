"""Values and pictures put into a paper of people's words: what is unknown becomes a visible gap."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from runut.core.report.blocks import (
    Block,
    Boxed,
    Bullets,
    Figure,
    Gap,
    Inline,
    Line,
    Paper,
    Paragraph,
    Photo,
    Table,
    Text,
    lines_of,
)


@dataclass(frozen=True)
class LiveFigure:
    """A figure that people's words may name: its short name, what it is, and its value.

    ``value`` is a plain text ("–") where the figures of the year do not have it.
    """

    name: str
    label: str
    value: Inline


@dataclass(frozen=True)
class PhotoData:
    """A stored picture: JPEG in base64, its size in pixels."""

    data: str
    width: int
    height: int


Live = Mapping[str, LiveFigure]
Photos = Mapping[str, PhotoData]


def normal_name(name: str) -> str:
    """How a short name is looked up: as everybody might type it.

    >>> normal_name("Capaian  IKU-1.2")
    'capaian iku1.2'
    """
    return " ".join(re.sub(r"[-‐‑–_]", "", name.casefold()).split())


def resolve(block: Block, live: Live, photos: Photos, key: str = "") -> Block:
    """The block with the values of the figures that it names, and its picture."""
    if isinstance(block, Photo):
        return _photo(block, photos, key)
    if not any(_is_named(part) for line in lines_of(block) for part in line):
        return block
    return map_lines(block, lambda line: _values(line, live, key))


def resolve_paper(paper: Paper, live: Live, photos: Photos) -> Paper:
    """A whole paper; blocks that name no figure and hold no picture stay as they are."""
    return replace(
        paper,
        front=tuple(resolve(one, live, photos, _key(one)) for one in paper.front),
        body=tuple(resolve(one, live, photos, _key(one)) for one in paper.body),
    )


def map_lines(block: Block, change: Callable[[Line], Line]) -> Block:
    """The block with every line of its words changed."""
    match block:
        case Paragraph():
            return replace(block, line=change(block.line))
        case Bullets():
            return _map_list(block, change)
        case Boxed():
            return replace(block, lines=tuple(map(change, block.lines)))
        case Table():
            return replace(
                block,
                head=tuple(
                    tuple(replace(c, lines=tuple(map(change, c.lines))) for c in row)
                    for row in block.head
                ),
                rows=tuple(
                    tuple(replace(c, lines=tuple(map(change, c.lines))) for c in row)
                    for row in block.rows
                ),
            )
        case _:
            return block


def _map_list(block: Bullets, change: Callable[[Line], Line]) -> Bullets:
    return replace(
        block,
        items=tuple(map(change, block.items)),
        below=tuple(tuple(_map_list(one, change) for one in under) for under in block.below),
    )


def _values(line: Line, live: Live, key: str) -> Line:
    return tuple(
        _value(part, live, key) if isinstance(part, Figure) and part.name else part for part in line
    )


def _is_named(part: Inline) -> bool:
    return isinstance(part, Figure) and part.name != ""


def _value(part: Figure, live: Live, key: str) -> Inline:
    found = live.get(normal_name(part.name))
    if found is None:
        return Gap(key, f"angka “{part.name}” tidak dikenal, pilih dari daftar angka")
    match found.value:
        case Figure(text=text, source=source):
            return replace(part, text=text, source=source)
        case Text(text=text) if text.strip("–- "):
            return Text(text, bold=part.bold)
    return Gap(key, f"angka “{part.name}” belum ada pada buku data")


def _photo(block: Photo, photos: Photos, key: str) -> Block:
    found = photos.get(block.code)
    if found is None:
        ask = f"gambar {block.code} tidak ditemukan, sisipkan lagi"
        return Paragraph((Gap(key, ask),), align="left", key=key)
    return replace(block, data=found.data, width=found.width, height=found.height)


def _key(block: Block) -> str:
    return block.key if isinstance(block, Paragraph) else ""

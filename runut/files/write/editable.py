"""People's words as HTML that a person edits: what the editor of a section shows and reads back.

Every block is what it is on paper, so that somebody who never saw a mark can write. Signs that are
no marks although they look so are kept in a span of their own, because the text between tags is
read as people type it.
"""

from collections.abc import Iterable
from html import escape

from runut.core.report.blocks import (
    Block,
    Bullets,
    Figure,
    Gap,
    Line,
    Paragraph,
    Photo,
    Table,
    Text,
)
from runut.core.report.prose.resolve import Live, normal_name
from runut.core.report.prose.write import literal_pieces, normal, reads_as_more
from runut.files.write.layout.letters import legal


def write_editable(blocks: Iterable[Block], live: Live, pictures_at: str) -> str:
    """The blocks of a section for the editor. ``pictures_at``: where a page finds pictures."""
    return "".join(_block(block, live, pictures_at) for block in normal(blocks))


def _block(block: Block, live: Live, pictures_at: str) -> str:
    match block:
        case Paragraph(line=line):
            mark = " data-harfiah" if reads_as_more(line) else ""
            return f"<p{mark}>{_line(line, live)}</p>"
        case Bullets():
            return _list(block, live)
        case Table():
            return _table(block, live)
        case Photo():
            return _photo(block, pictures_at)
    return ""


def _list(block: Bullets, live: Live) -> str:
    items = "".join(
        f"<li>{_line(item, live)}{''.join(_list(one, live) for one in below)}</li>"
        for item, below in block.with_below
    )
    start = f' start="{block.first}"' if block.first != 1 else ""
    if block.letters:
        return f'<ol type="a"{start}>{items}</ol>'
    return f"<ol{start}>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"


def _table(block: Table, live: Live) -> str:
    caption = f"<caption>{_words(block.caption)}</caption>"
    rows = []
    for n, row in enumerate((*block.head, *block.rows)):
        tag = "th" if n == 0 else "td"
        cells = "".join(f"<{tag}>{_line(cell.lines[0], live)}</{tag}>" for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    return f"<table>{caption}<tbody>{''.join(rows)}</tbody></table>"


def _photo(block: Photo, pictures_at: str) -> str:
    alt, caption = escape(legal(block.alt)), _words(block.caption)
    return (
        f'<figure contenteditable="false" data-kode="{escape(block.code)}">'
        f'<img src="{escape(pictures_at + block.code)}" alt="{alt}">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _line(line: Line, live: Live) -> str:
    return "".join(_run(part, live) for part in line)


def _run(part: Text | Figure | Gap, live: Live) -> str:
    match part:
        case Figure(name=name, bold=bold):
            drawn = figure_chip(name, live)
            return f"<b>{drawn}</b>" if bold else drawn
        case Gap():
            return ""
    words = "".join(
        f"<span data-apa>{_words(piece)}</span>" if is_literal else _words(piece)
        for piece, is_literal in literal_pieces(part.text)
    )
    words = f"<i>{words}</i>" if part.italic else words
    return f"<b>{words}</b>" if part.bold else words


def figure_chip(name: str, live: Live) -> str:
    """A figure among words: its value, its name and where it comes from; it is moved as a whole."""
    found = live.get(normal_name(name))
    value = getattr(found.value, "text", "") if found else ""
    source = getattr(found.value, "source", "") if found else ""
    about = f"{found.label}. Asal: {source}" if found and source else "Angka ini belum ada"
    kind = "angka-hidup" if source else "angka-hidup belum"
    return (
        f'<span class="{kind}" contenteditable="false" data-nama="{escape(name)}" '
        f'title="{escape(legal(about))}">{_words(value if source else name)}</span>'
    )


def _words(text: str) -> str:
    return escape(legal(text), quote=False)

"""A paper as PDF/A-2a and PDF/UA-1, drawn by typst.

People's words go in as data (JSON), never as markup.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import typst

from runut.core.report.blocks import (
    Boxed,
    Bullets,
    Chart,
    Cover,
    Heading,
    Letterhead,
    Lists,
    Paper,
    Paragraph,
    Photo,
    Picture,
    Signature,
    Signatures,
    Table,
)
from runut.files.typeface import FAMILY, office_fonts, width_of
from runut.files.write.charts.draw import draw_svg
from runut.files.write.layout.drawings import safe_svg, size_of
from runut.files.write.layout.emblem import emblem_svg
from runut.files.write.layout.fit import (
    split_long_words,
)
from runut.files.write.layout.letters import drawable
from runut.files.write.layout.outline import NumberedBlock, Outline, outline
from runut.files.write.layout.photos import chart_width, fills_a_page, photo_size, photo_svg
from runut.files.write.layout.rhythm import (
    CELL,
    DEPTH,
    FRAME,
    ITEM_MARK,
    ITEM_WORDS,
    LETTER,
    TEXT,
    TIGHT,
    steps,
)
from runut.files.write.layout.sheets import Page, Sheet, page_of, sheets
from runut.files.write.layout.signature import (
    address_size,
    below_the_name,
    claim_parts,
    qr_svg,
)
from runut.files.write.pdf.tables import table_data
from runut.files.write.pdf.words import runs_of, words_of

TEMPLATE = Path(__file__).parent / "report.typ"

Data = dict[str, Any]
_FREE = 30
"""Points that stay free at the foot of a page where the section after it did not fit."""
_SECTIONS = 3
"""Down to this level a heading opens a section: a chapter's part, and a part of that."""
_SIZE = 11.0
"""The type of the text, in points; the template sets the same."""
_MARKER, _ALONE, _BETWEEN = 24.0, 226.0, 23.0
"""Room beside an item of a list; for a signature alone, 80 mm; between two."""
_EMBLEM, _LISTED, _HEADING = 80.0, 100.0, 14.0
"""Room beside the words of a letterhead, beside a line of a list; type of the largest heading."""
_LISTED_LAST = 6
"""The last lines of a list of contents, tables or figures that stay together."""
_BOX = 16.0
"""What the frame of an electronic signature takes from its room."""


def write_pdf(paper: Paper, *, created: date | datetime) -> bytes:
    """Draw the paper. The same paper and the same ``created`` give the same bytes.

    The file ends in a newline, so that a signature can be appended without breaking PDF/A.
    """
    pdf = typst.compile(
        str(TEMPLATE),
        format="pdf",
        root=str(TEMPLATE.parent),
        font_paths=office_fonts(),
        sys_inputs=_inputs(paper, created),
        pdf_standards=["a-2a", "ua-1"],
        timestamp=int(_moment(created).timestamp()),
    )
    return pdf if pdf.endswith(b"\n") else pdf + b"\n"


@dataclass(frozen=True)
class Pages:
    """``numbers``: the page every heading, table and figure stands on, as printed ("iii", "12"), by
    anchor. ``pushed``: sections that begin a page though the one before has room for some lines."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    pushed: frozenset[str] = frozenset()


def pages_of(paper: Paper, *, created: date | datetime) -> Pages:
    """Where everything of the paper stands.

    A word processor lays pages out itself; the numbers fill its lists until it has. Costs
    almost nothing right after ``write_pdf`` with the same ``created``: the layout is remembered.
    """
    found = typst.query(
        str(TEMPLATE),
        "<halaman>",
        field="value",
        one=True,
        root=str(TEMPLATE.parent),
        font_paths=office_fonts(),
        sys_inputs=_inputs(paper, created),
    )
    told = json.loads(found)
    return Pages(dict(told["numbers"]), frozenset(told["pushed"]))


def _inputs(paper: Paper, created: date | datetime) -> dict[str, str]:
    return {"paper": json.dumps(paper_data(paper, created), ensure_ascii=False)}


def _moment(created: date | datetime) -> datetime:
    if not isinstance(created, datetime):
        return datetime.combine(created, time(), UTC)
    return created if created.tzinfo else created.replace(tzinfo=UTC)


def paper_data(paper: Paper, created: date | datetime) -> Data:
    """The paper as plain data for the template: everything decided, nothing left but to draw."""
    outlined = outline(paper)
    moment = _moment(created).astimezone(UTC)
    upright = page_of(paper.paper, landscape=False)
    cut = partial(sheets, landscape=paper.landscape, chapters=paper.cover is not None)
    draw = partial(_sheet, paper=paper, outlined=outlined)
    return {
        "title": drawable(paper.title) or "Naskah",
        "subject": drawable(paper.subject),
        "author": drawable(paper.author),
        "keywords": [drawable(word) for word in paper.keywords],
        "created": [moment.year, moment.month, moment.day, moment.hour, moment.minute],
        "font": FAMILY,
        "text": asdict(TEXT if paper.cover is not None else LETTER),
        "steps": steps(),
        "tight": TIGHT,
        "after_table": FRAME.below,
        "depth": DEPTH,
        "cell": CELL,
        "item": [ITEM_MARK, ITEM_WORDS],
        "free": _FREE,
        "header": words_of(paper.header, upright.room, 8.5),
        "footer": words_of(paper.footer, upright.room - _LISTED, 8),
        "watermark": drawable(paper.watermark),
        "numbered": paper.show_page_numbers,
        "cover": _cover(paper.cover) if paper.cover else None,
        "front": [draw(sheet) for sheet in cut(outlined.front)],
        "body": [draw(sheet) for sheet in cut(outlined.body)],
        "upright": _page(upright),
    }


def _page(page: Page) -> Data:
    return {
        "width": page.width,
        "height": page.height,
        "margin": [page.left, page.right, page.top, page.bottom],
    }


def _cover(cover: Cover) -> Data:
    return {
        "title": [drawable(text) for text in cover.title],
        "office": [drawable(text) for text in cover.office],
        "place_year": drawable(cover.place_year),
        "notice": drawable(cover.notice),
    }


def _sheet(sheet: Sheet, *, paper: Paper, outlined: Outline) -> Data:
    page = page_of(paper.paper, sheet.landscape)
    blocks = [_block(placed, page, paper, outlined) for placed in sheet.placed]
    for i in sheet.breaks:
        blocks[i]["new_page"] = True
    for i, (one, after) in enumerate(pairwise(sheet.placed)):
        is_section = isinstance(after.block, Heading) and 1 < after.level <= _SECTIONS
        if is_section and not isinstance(one.block, Heading):
            ends = blocks[i]
            if ends["kind"] == "table" and ends["rows"] and not ends["notes"]:
                ends = ends["rows"][-1]["cells"][-1]
            ends |= {"before": after.anchor, "foot": page.height - page.bottom}
    return {"page": _page(page), "blocks": blocks}


def _block(placed: NumberedBlock, page: Page, paper: Paper, outlined: Outline) -> Data:
    match placed.block:
        case Heading():
            return _heading(placed, placed.block, page.room, chapters=paper.cover is not None)
        case Paragraph(line=line, align=align, indent=indent):
            dress = {"align": align, "indent": indent, "keep": placed.keep}
            return {"kind": "paragraph", "line": runs_of(line, page.room, _SIZE), **dress}
        case Bullets():
            return {"kind": "bullets", **_bullets(placed.block, page.room), "keep": placed.keep}
        case Table():
            return table_data(placed, placed.block, page)
        case Chart():
            return _chart(placed, placed.block, page, floats=paper.cover is not None)
        case Letterhead(lines=lines, small_lines=small):
            return {
                "kind": "letterhead",
                "lines": [words_of(text, page.room - _EMBLEM, 16) for text in lines],
                "small": [words_of(text, page.room - _EMBLEM, 9) for text in small],
                "lambang": emblem_svg(placed.block),
            }
        case Signatures(blocks=blocks):
            room = _ALONE if len(blocks) == 1 else (page.room - _BETWEEN) / 2
            return {"kind": "signatures", "blocks": [_signature(one, room) for one in blocks]}
        case Photo():
            return _photo(placed, placed.block, page.room)
        case Picture(svg=svg, width_mm=width, alt=alt):
            return {
                "kind": "picture",
                "svg": safe_svg(svg),
                "width": width,
                "alt": drawable(alt) or "Gambar",
            }
        case Lists():
            return _list(placed, placed.block, outlined, page.room)
        case Boxed(lines=lines, tone=tone):
            return {
                "kind": "boxed",
                "lines": [runs_of(one, page.room - _MARKER, _SIZE) for one in lines],
                "tone": tone,
            }
    return {"kind": "nothing"}


def _heading(placed: NumberedBlock, heading: Heading, room: float, *, chapters: bool) -> Data:
    first = "chapter" if chapters else "title"
    number = drawable(heading.number)
    text = words_of(heading.text, room - width_of(f"{number}  ", _HEADING, bold=True), _HEADING)
    return {
        "kind": "heading",
        "anchor": placed.anchor,
        "level": placed.level,
        "style": first if placed.level == 1 else f"level-{min(placed.level, 4)}",
        "number": number,
        "text": text,
        "words": f"{number} {text}".strip(),
        "listed": heading.in_contents,
    }


def _list(placed: NumberedBlock, block: Lists, outlined: Outline, room: float) -> Data:
    of = block.of
    lines = outlined.entries(of)
    entries = {
        e.anchor: {
            "level": e.level,
            "number": drawable(e.number),
            "text": words_of(e.text, room - _LISTED, _SIZE),
            "keep": n < len(lines) and (n > len(lines) - _LISTED_LAST or lines[n].level > e.level),
        }
        for n, e in enumerate(lines, start=1)
    }
    title = _heading(placed, Heading(1, block.title), room, chapters=True)
    return {"kind": "list", "of": of, "title": title, "entries": entries}


def _bullets(block: Bullets, room: float) -> Data:
    """A list with the lists under its items; each is indented by its mark."""
    inner = room - _MARKER
    return {
        "items": [
            {"l": runs_of(item, inner, _SIZE), "below": [_bullets(one, inner) for one in below]}
            for item, below in block.with_below
        ],
        "marker": "a." if block.letters else "1." if block.ordered else "",
        "first": block.first,
    }


def _photo(placed: NumberedBlock, photo: Photo, room: float) -> Data:
    return {
        "kind": "chart",
        "anchor": placed.anchor,
        "label": placed.label,
        "caption": words_of(photo.caption, room, 10),
        "svg": photo_svg(photo),
        "width": photo_size(photo)[0],
        "floats": False,
        "alt": drawable(photo.alt) or drawable(photo.caption) or placed.label,
    }


def _chart(placed: NumberedBlock, chart: Chart, page: Page, *, floats: bool) -> Data:
    svg = draw_svg(chart)
    width, height = size_of(svg)
    return {
        "kind": "chart",
        "anchor": placed.anchor,
        "label": placed.label,
        "caption": words_of(chart.caption, page.room, 10),
        "svg": svg,
        "width": chart_width(height / width, page),
        "floats": floats and fills_a_page(height / width, page),
        "depth": round(page.depth, 2),
        "alt": drawable(chart.alt) or drawable(chart.caption) or placed.label,
    }


def _signature(signature: Signature, room: float) -> Data:
    def text(raw: str) -> str:
        return split_long_words(drawable(raw), room, _SIZE)

    words, address = claim_parts(signature)
    return {
        "place_date": text(signature.place_date),
        "jabatan": text(signature.jabatan),
        "electronic": signature.state != "kosong",
        "claim": drawable(words),
        "address": drawable(address),
        "address_size": round(address_size(address, room - _BOX), 2),
        "qr": qr_svg(signature.qr) if signature.qr and signature.state != "kosong" else "",
        "nama": text(signature.nama),
        "below": [text(one) for one in below_the_name(signature)],
    }

"""A paper as PDF/A-2a and PDF/UA-1, drawn by typst.

People's words go in as data (JSON), never as markup.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

import typst

from runut.core.report.blocks import (
    Boxed,
    Bullets,
    Chart,
    Cover,
    Figure,
    Gap,
    Heading,
    Letterhead,
    Line,
    Lists,
    Paper,
    Paragraph,
    Picture,
    Signature,
    Signatures,
    Table,
)
from runut.files.typeface import FAMILY, office_fonts
from runut.files.write.charts.draw import draw_svg
from runut.files.write.layout.drawings import safe_svg
from runut.files.write.layout.emblem import emblem_svg
from runut.files.write.layout.fit import (
    KEPT_ROWS,
    Fit,
    Row,
    fit,
    is_column_number,
    split_long_words,
    stays_together,
)
from runut.files.write.layout.fit import PADDING as CELL_PADDING
from runut.files.write.layout.letters import drawable
from runut.files.write.layout.outline import NumberedBlock, Outline, outline
from runut.files.write.layout.sheets import Page, Sheet, page_of, sheets
from runut.files.write.layout.signature import below_the_name, claim, qr_svg

TEMPLATE = Path(__file__).parent / "report.typ"

Data = dict[str, Any]


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


def page_numbers(paper: Paper, *, created: date | datetime) -> dict[str, str]:
    """The page every heading, table and figure stands on, as printed ("iii", "12"), by anchor.

    A word processor lays pages out itself; these numbers fill its lists until it has. Costs
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
    return dict(json.loads(found))


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
    cut = partial(sheets, landscape=paper.landscape, chapters=paper.cover is not None)
    draw = partial(_sheet, paper=paper, outlined=outlined)
    return {
        "title": drawable(paper.title) or "Naskah",
        "subject": drawable(paper.subject),
        "author": drawable(paper.author),
        "keywords": [drawable(word) for word in paper.keywords],
        "created": [moment.year, moment.month, moment.day, moment.hour, moment.minute],
        "font": FAMILY,
        "report": paper.cover is not None,
        "header": drawable(paper.header),
        "footer": drawable(paper.footer),
        "watermark": drawable(paper.watermark),
        "numbered": paper.show_page_numbers,
        "cover": _cover(paper.cover) if paper.cover else None,
        "front": [draw(sheet) for sheet in cut(outlined.front)],
        "body": [draw(sheet) for sheet in cut(outlined.body)],
        "upright": _page(page_of(paper.paper, landscape=False)),
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
    return {"page": _page(page), "blocks": blocks}


def _block(placed: NumberedBlock, page: Page, paper: Paper, outlined: Outline) -> Data:
    match placed.block:
        case Heading():
            return _heading(placed, placed.block, chapters=paper.cover is not None)
        case Paragraph(line=line, align=align, indent=indent):
            dress = {"align": align, "indent": indent, "keep": placed.keep}
            return {"kind": "paragraph", "line": _line(line), **dress}
        case Bullets(items=items, ordered=ordered, letters=letters):
            marker = "a." if letters else "1." if ordered else ""
            drawn = [_line(i) for i in items]
            return {"kind": "bullets", "items": drawn, "marker": marker, "keep": placed.keep}
        case Table():
            return _table(placed, placed.block, page)
        case Chart():
            return _chart(placed, placed.block)
        case Letterhead(lines=lines, small_lines=small):
            return {
                "kind": "letterhead",
                "lines": [drawable(text) for text in lines],
                "small": [drawable(text) for text in small],
                "lambang": emblem_svg(placed.block),
            }
        case Signatures(blocks=blocks):
            return {"kind": "signatures", "blocks": [_signature(one) for one in blocks]}
        case Picture(svg=svg, width_mm=width, alt=alt):
            return {
                "kind": "picture",
                "svg": safe_svg(svg),
                "width": width,
                "alt": drawable(alt) or "Gambar",
            }
        case Lists(of=of):
            return _list(placed, placed.block, outlined, of)
        case Boxed(lines=lines, tone=tone):
            return {"kind": "boxed", "lines": [_line(one) for one in lines], "tone": tone}
    return {"kind": "nothing"}


def _heading(placed: NumberedBlock, heading: Heading, *, chapters: bool) -> Data:
    first = "chapter" if chapters else "title"
    number, text = drawable(heading.number), drawable(heading.text)
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


def _list(placed: NumberedBlock, block: Lists, outlined: Outline, of: str) -> Data:
    entries = {
        e.anchor: {"level": e.level, "number": drawable(e.number), "text": drawable(e.text)}
        for e in outlined.entries(of)
    }
    title = _heading(placed, Heading(1, block.title), chapters=True)
    return {"kind": "list", "of": of, "title": title, "entries": entries}


def _chart(placed: NumberedBlock, chart: Chart) -> Data:
    return {
        "kind": "chart",
        "anchor": placed.anchor,
        "label": placed.label,
        "caption": drawable(chart.caption),
        "svg": draw_svg(chart),
        "alt": drawable(chart.alt) or drawable(chart.caption) or placed.label,
    }


def _table(placed: NumberedBlock, table: Table, page: Page) -> Data:
    fitted = fit(table, page.room, page.depth)
    return {
        "kind": "table",
        "anchor": placed.anchor,
        "label": placed.label,
        "caption": drawable(table.caption),
        "frame": table.frame,
        "size": fitted.size,
        "whole": fitted.height < page.depth / 4,
        "keep": placed.keep and fitted.height < page.depth / 4,
        "row_height": table.row_mm,
        "widths": [round(w, 2) for w in fitted.widths],
        "head": [_row(row, fitted, breakable=False, head=True) for row in fitted.head],
        "rows": [
            _row(r, fitted, breakable=t) for r, t in zip(fitted.rows, fitted.tall, strict=True)
        ],
        "notes": [_line(note) for note in table.notes],
    }


def _row(row: Row, fitted: Fit, *, breakable: bool, head: bool = False) -> list[Data]:
    cells: list[Data] = []
    for spot in row:
        room = sum(fitted.widths[spot.column : spot.column + spot.span]) - 2 * CELL_PADDING
        lines = [_line(line, room, fitted.size) for line in spot.cell.lines]
        cell: Data = {
            "l": lines,
            "a": spot.cell.align,
            "b": spot.cell.bold or (head and not is_column_number(spot.cell)),
        }
        if spot.span > 1 or spot.rows > 1:
            cell |= {"c": spot.span, "r": spot.rows}
        if breakable or spot.rows > KEPT_ROWS:
            cell["k"] = True
        cells.append(cell)
    return cells


def _line(line: Line, room: float = 0, size: float = 0) -> Sequence[str | Mapping[str, Any]]:
    """A line as runs; where the room is known, words wider than it may break anywhere."""

    def text(raw: str) -> str:
        return split_long_words(drawable(raw), room, size) if room else drawable(raw)

    runs: list[str | Mapping[str, Any]] = []
    for part in line:
        if isinstance(part, Gap):
            runs.append({"k": "gap", "t": text(part.ask)})
        elif isinstance(part, Figure):
            runs.append(
                {"k": "figure", "t": text(part.text), "b": part.bold, "w": stays_together(part)}
            )
        elif part.bold or part.italic:
            runs.append({"k": "text", "t": text(part.text), "b": part.bold, "i": part.italic})
        else:
            runs.append(text(part.text))
    return runs


def _signature(signature: Signature) -> Data:
    return {
        "place_date": drawable(signature.place_date),
        "jabatan": drawable(signature.jabatan),
        "electronic": signature.state != "kosong",
        "claim": drawable(claim(signature)),
        "qr": qr_svg(signature.qr) if signature.qr and signature.state != "kosong" else "",
        "nama": drawable(signature.nama),
        "below": [drawable(text) for text in below_the_name(signature)],
    }

"""A paper as HTML: semantic, escaped, without inline style or script, so a strict policy holds.

A figure answers "from where?" in its title; gaps and headings have anchors to point at.
"""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from pathlib import Path

from runut.core.report.blocks import (
    Boxed,
    Bullets,
    Cell,
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
    Photo,
    Picture,
    Signature,
    Signatures,
    Table,
)
from runut.files.write.charts.draw import draw_svg
from runut.files.write.layout.drawings import safe_svg
from runut.files.write.layout.fit import Row, full_grid, is_column_number
from runut.files.write.layout.letters import legal
from runut.files.write.layout.outline import NumberedBlock, Outline, anchor_of, outline, unused
from runut.files.write.layout.signature import below_the_name, claim, qr_svg

_CHANGES = {"baru": "ins", "hilang": "del"}
STYLE = Path(__file__).parent / "css" / "report.css"


def write_html(paper: Paper, *, pictures_at: str = "") -> str:
    """The paper as one ``<article>`` to be set into a page; styled by ``report.css``.

    ``pictures_at``: where a page finds people's pictures by their code, so that a slow line brings
    them one by one; without it they stand inside.
    """
    outlined = outline(paper)
    drawing = _Drawing(outlined, pictures_at)
    word = _value(paper.watermark)
    drawn = f'<p class="tanda-air" role="img" aria-label="{word}" data-kata="{word}"></p>'
    parts = [drawn] if word else []
    parts += [_cover(paper.cover)] if paper.cover else []
    parts += [drawing.block(placed) for placed in outlined.placed]
    if paper.footer:
        parts.append(f'<p class="kaki">{_words(paper.footer)}</p>')
    return f'<article class="naskah" lang="id">\n{_joined(parts)}\n</article>\n'


def write_page(paper: Paper) -> str:
    """The paper as a file of its own, with its style inside, for sending or keeping."""
    return (
        '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_words(paper.title)}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f"<body>\n<main>\n{write_html(paper)}</main>\n</body>\n</html>\n"
    )


@lru_cache(maxsize=1)
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


class _Drawing:
    """One pass over a paper: knows the lists and which anchors are taken."""

    def __init__(self, outlined: Outline, pictures_at: str) -> None:
        self.outlined = outlined
        self.pictures_at = pictures_at
        self.is_in_words = True
        self.used = {p.anchor for p in outlined.placed if p.anchor}

    def block(self, placed: NumberedBlock) -> str:
        match placed.block:
            case Heading():
                return _heading(placed, placed.block)
            case Paragraph(line=line, align=align, indent=indent):
                names = [name for name, on in ((f"rata-{align}", True), ("menjorok", indent)) if on]
                return f'<p class="{" ".join(names)}">{self.line(line)}</p>'
            case Bullets():
                return self.bullets(placed.block)
            case Table():
                return self.table(placed, placed.block)
            case Chart(caption=caption):
                return _figure(placed, draw_svg(placed.block), caption)
            case Letterhead():
                return _letterhead(placed.block)
            case Signatures(blocks=blocks):
                return f'<div class="tanda-tangan">{_joined(map(_signature, blocks))}</div>'
            case Photo():
                return _photo(placed, placed.block, self.pictures_at)
            case Picture(svg=svg, alt=alt):
                label = f'role="img" aria-label="{_value(alt)}"'
                return f'<div class="gambar" {label}>{safe_svg(svg)}</div>'
            case Lists():
                return self.list(placed, placed.block)
            case Boxed(lines=lines, tone=tone):
                return f'<div class="kotak {tone}">{self.lines(lines)}</div>'
        return ""

    def line(self, line: Line) -> str:
        return "".join(self.run(part) for part in line)

    def lines(self, lines: Iterable[Line]) -> str:
        return "".join(f"<p>{self.line(one)}</p>" for one in lines)

    def run(self, part: object) -> str:
        match part:
            case Figure(text=text, source=source, bold=bold):
                inner = f"<b>{_words(text)}</b>" if bold else _words(text)
                asal = _value(source)
                reach = "0" if self.is_in_words else "-1"
                told = f'title="{asal}" data-asal="{asal}" tabindex="{reach}"'
                return f'<span class="angka" {told}>{inner}</span>'
            case Gap(key=key, ask=ask):
                anchor = unused(f"kosong-{anchor_of(key)}", self.used)
                words = f"[BELUM DIISI: {_words(ask)}]"
                return f'<mark class="kosong" id="{_value(anchor)}">{words}</mark>'
        words = _words(getattr(part, "text", ""))
        words = f"<i>{words}</i>" if getattr(part, "italic", False) else words
        words = f"<b>{words}</b>" if getattr(part, "bold", False) else words
        tag = _CHANGES.get(getattr(part, "change", ""), "")
        return f"<{tag}>{words}</{tag}>" if tag else words

    def bullets(self, block: Bullets) -> str:
        items = "".join(
            f"<li>{self.line(item)}{''.join(map(self.bullets, below))}</li>"
            for item, below in block.with_below
        )
        start = f' start="{block.first}"' if block.first != 1 else ""
        if block.letters:
            return f'<ol class="huruf" type="a"{start}>{items}</ol>'
        return f"<ol{start}>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"

    def table(self, placed: NumberedBlock, table: Table) -> str:
        # figures of a table are reached by click and touch: by Tab they would bar the way
        self.is_in_words = False
        drawn = self.framed(placed, table)
        self.is_in_words = True
        return drawn

    def framed(self, placed: NumberedBlock, table: Table) -> str:
        head, rows = full_grid(table)
        caption = f"<caption>{_caption(placed, table.caption)}</caption>" if placed.label else ""
        top = f"<thead>{self.rows(head, head=True)}</thead>" if head else ""
        body = f"<tbody>{self.rows(rows, head=False)}</tbody>"
        role = "" if table.frame else ' role="presentation"'
        name = "tabel" if table.frame else "formulir"
        anchor = f' id="{_value(placed.anchor)}"' if placed.anchor else ""
        drawn = f'<table class="{name}"{role}{anchor}>{caption}{top}{body}</table>'
        notes = f'<div class="catatan">{self.lines(table.notes)}</div>' if table.notes else ""
        reach = ' tabindex="0"' if table.frame else ""
        return f'<div class="bingkai-tabel"{reach}>{drawn}{notes}</div>'

    def rows(self, rows: Iterable[Row], *, head: bool) -> str:
        drawn = []
        for row in rows:
            cells = []
            for spot in row:
                span = f' colspan="{spot.span}"' if spot.span > 1 else ""
                deep = f' rowspan="{spot.rows}"' if spot.rows > 1 else ""
                is_head = head and not is_column_number(spot.cell)
                scope = "colgroup" if spot.span > 1 else "col"
                tag = f'th scope="{scope}"' if is_head else "td"
                inner = self.cell(spot.cell)
                cells.append(f"<{tag}{span}{deep}{_cell_class(spot.cell)}>{inner}</{tag[:2]}>")
            drawn.append(f"<tr>{''.join(cells)}</tr>")
        return "".join(drawn)

    def cell(self, cell: Cell) -> str:
        if len(cell.lines) == 1:
            return self.line(cell.lines[0])
        return self.lines(cell.lines)

    def list(self, placed: NumberedBlock, block: Lists) -> str:
        title = f'<h2 id="{_value(placed.anchor)}" class="bab">{_words(block.title)}</h2>'
        entries = self.outlined.entries(block.of)
        if not entries:
            return f'<nav class="daftar">{title}<p>(tidak ada)</p></nav>'
        dot = "" if block.of == "isi" else "."
        lines = "".join(
            f'<li class="tingkat-{e.level}"><a href="#{_value(e.anchor)}">'
            f"{_words(f'{e.number}{dot} {e.text}'.strip(' .') if e.number else e.text)}</a></li>"
            for e in entries
        )
        label = f' aria-label="{_value(block.title)}"'
        return f'<nav class="daftar {block.of}"{label}>{title}<ol>{lines}</ol></nav>'


def _words(text: str) -> str:
    return escape(legal(text)).replace("\n", "<br>")


def _value(text: str) -> str:
    """The text as the value of an attribute."""
    return escape(legal(text))


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)


def _cover(cover: Cover) -> str:
    office = "".join(f"<p>{_words(one)}</p>" for one in cover.office)
    title = "".join(f"<span>{_words(one)} </span>" for one in cover.title)
    notice = f'<p class="kotak warning">{_words(cover.notice)}</p>' if cover.notice else ""
    place = f'<p class="tempat">{_words(cover.place_year)}</p>' if cover.place_year else ""
    return f'<header class="sampul">{office}<h1>{title}</h1>{notice}{place}</header>'


def _heading(placed: NumberedBlock, heading: Heading) -> str:
    """``h1`` is the title of the page the paper is set into, so a chapter is ``h2``."""
    tag = f"h{min(placed.level + 1, 6)}"
    number = f'<span class="nomor">{_words(heading.number)}</span> ' if heading.number else ""
    name = ' class="bab"' if placed.level == 1 else ""
    return f'<{tag} id="{_value(placed.anchor)}"{name}>{number}{_words(heading.text)}</{tag}>'


def _caption(placed: NumberedBlock, caption: str) -> str:
    return f"<b>{_words(placed.label)}.</b> {_words(caption)}"


def _figure(placed: NumberedBlock, svg: str, caption: str) -> str:
    words = f"<figcaption>{_caption(placed, caption)}</figcaption>"
    return f'<figure class="grafik" id="{_value(placed.anchor)}">{svg}{words}</figure>'


def _photo(placed: NumberedBlock, block: Photo, pictures_at: str) -> str:
    inside = f"data:image/jpeg;base64,{block.data}"
    source = f"{pictures_at}{block.code}" if pictures_at else inside
    size = f'width="{block.width}" height="{block.height}"' if block.width else ""
    alt = _value(block.alt or block.caption)
    drawn = f'<img src="{_value(source)}" alt="{alt}" {size} loading="lazy">'
    words = f"<figcaption>{_caption(placed, block.caption)}</figcaption>"
    return f'<figure class="foto" id="{_value(placed.anchor)}">{drawn}{words}</figure>'


def _letterhead(block: Letterhead) -> str:
    lines = "".join(f"<p>{_words(one)}</p>" for one in block.lines)
    small = "".join(f'<p class="alamat">{_words(one)}</p>' for one in block.small_lines)
    if not block.lambang:
        return f'<header class="kop">{lines}{small}</header>'
    source = f"data:image/png;base64,{_value(block.lambang)}"
    picture = f'<img src="{source}" alt="Lambang" height="90">'
    return f'<header class="kop berlambang">{picture}<div>{lines}{small}</div></header>'


def _signature(signature: Signature) -> str:
    electronic = signature.state != "kosong"
    qr = ""
    if electronic and signature.qr:
        label = "Kode QR untuk memeriksa tanda tangan"
        qr = f'<span class="qr" role="img" aria-label="{label}">{qr_svg(signature.qr)}</span>'
    words = _words(claim(signature))
    middle = f'<div class="{"elektronik" if electronic else "basah"}">{qr}<p>{words}</p></div>'
    below = "".join(f"<p>{_words(text)}</p>" for text in below_the_name(signature))
    return (
        f'<div class="penanda-tangan"><p class="tempat-tanggal">{_words(signature.place_date)}</p>'
        f"<p>{_words(signature.jabatan)}</p>{middle}<p><b>{_words(signature.nama)}</b></p>{below}</div>"
    )


def _cell_class(cell: Cell) -> str:
    names = [] if cell.align == "left" else [f"rata-{cell.align}"]
    names += ["tebal"] if cell.bold else []
    return f' class="{" ".join(names)}"' if names else ""

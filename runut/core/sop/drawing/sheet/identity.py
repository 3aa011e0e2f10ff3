"""The pages of the identity block: the office at the left, number, dates, signer at the right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from runut.core.sop.drawing.sheet.model import (
    PAD,
    Cell,
    Face,
    FormPage,
    Lettering,
    Paper,
    Paragraph,
)
from runut.core.sop.drawing.sheet.words import height_of, items, plain
from runut.core.sop.model import SOP, Pengesahan
from runut.core.sop.reading.canvas import Box
from runut.core.words.dates import format_date
from runut.core.words.names import format_nip

SIZES: Final = (10.0, 9.5, 9.0, 8.5, 8.0)
"""The largest at which the block stands on one page; at the last it goes on over pages."""
_LOGO: Final = 64.0
_SIGNATURE: Final = 34.0
_SHARES: Final = (0.5, 0.15, 0.35)
_KEYS: Final = (
    ("Nomor SOP", "nomor"),
    ("Tanggal Pembuatan", "tanggal_pembuatan"),
    ("Tanggal Revisi", "tanggal_revisi"),
    ("Tanggal Efektif", "tanggal_efektif"),
    ("Disahkan oleh", "disahkan_oleh"),
    ("Nama SOP", "judul"),
)
_SECTIONS: Final = (
    (("Dasar Hukum", "dasar_hukum"), ("Kualifikasi Pelaksana", "kualifikasi_pelaksana")),
    (("Keterkaitan", "keterkaitan"), ("Peralatan/Perlengkapan", "peralatan")),
    (("Peringatan", "peringatan"), ("Pencatatan dan Pendataan", "pencatatan")),
)

Words = tuple[Paragraph, ...]


@dataclass(frozen=True)
class _Band:
    """A row of the block: two or three cells of words. ``is_head``: titles of what is below."""

    cells: tuple[Words, ...]
    height: float
    is_head: bool = False


def identity_pages(sop: SOP, paper: Paper, face: Face) -> tuple[FormPage, ...]:
    """The identity block, as large as fits on one page."""
    pages: tuple[FormPage, ...] = ()
    for size in SIZES:
        pages = _pages(sop, paper, Lettering(size, face))
        if len(pages) == 1:
            break
    return pages


def _pages(sop: SOP, paper: Paper, lettering: Lettering) -> tuple[FormPage, ...]:
    size = lettering.size
    widths = tuple(share * paper.room for share in _SHARES)
    keys = _key_bands(sop, widths, lettering)
    larger = Lettering(size + 1, lettering.face)
    office = _office(sop, widths[0], larger)
    lack = height_of(office, larger) + 2 * PAD - sum(band.height for band in keys)
    if lack > 0:
        keys[-1] = _Band(keys[-1].cells, keys[-1].height + lack)
    pages: list[FormPage] = []
    rows: list[_Band] = list(keys)
    for pair in _SECTIONS:
        head, *bodies = _section_bands(
            sop, pair, widths, min(paper.depth, paper.tallest_row), lettering
        )
        needed = head.height + bodies[0].height
        if rows and sum(band.height for band in rows) + needed > paper.depth:
            pages.append(_page(rows, widths, paper, size, None if pages else office))
            rows = []
        rows += [head, bodies[0]]
        for body in bodies[1:]:
            pages.append(_page(rows, widths, paper, size, None if pages else office))
            rows = [head, body]
    pages.append(_page(rows, widths, paper, size, None if pages else office))
    return tuple(pages)


def _office(sop: SOP, width: float, lettering: Lettering) -> Words:
    """The names of the office, below the space that is left for its emblem."""
    lines = [p for text in sop.instansi for p in plain(text, width, lettering, bold=True)]
    if not lines:
        return (Paragraph(("",), gap=_LOGO),)
    return (replace(lines[0], gap=_LOGO), *lines[1:])


def _key_bands(sop: SOP, widths: Sequence[float], lettering: Lettering) -> list[_Band]:
    bands = []
    for label, field in _KEYS:
        title = plain(label, widths[1], lettering)
        value = _value(sop, field, widths[2], lettering)
        height = max(height_of(title, lettering), height_of(value, lettering)) + 2 * PAD
        bands.append(_Band((title, value), height))
    return bands


def _value(sop: SOP, field: str, width: float, lettering: Lettering) -> Words:
    value = getattr(sop, field)
    if isinstance(value, Pengesahan):
        return _signer(value, width, lettering)
    if field.startswith("tanggal"):
        return plain(format_date(value) if value else "", width, lettering)
    return plain(value or "", width, lettering, bold=field == "judul")


def _signer(signer: Pengesahan, width: float, lettering: Lettering) -> Words:
    """Post, room for the signature, name and NIP."""
    nip = f"NIP. {format_nip(signer.nip)}" if signer.nip else ""
    name = plain(signer.nama, width, lettering, bold=True, gap=_SIGNATURE)
    post = plain(signer.jabatan, width, lettering)
    return (*post, *name, *plain(nip, width, lettering)) or (Paragraph(("",), gap=_SIGNATURE),)


def _section_bands(
    sop: SOP,
    pair: Sequence[tuple[str, str]],
    widths: Sequence[float],
    depth: float,
    lettering: Lettering,
) -> list[_Band]:
    """The titles of two sections and their words, cut where they are longer than a page."""
    rooms = (widths[0], widths[1] + widths[2])
    titles = tuple(
        plain(label, room, lettering, bold=True)
        for (label, _), room in zip(pair, rooms, strict=True)
    )
    head = _Band(titles, lettering.line + 2 * PAD, is_head=True)
    most = int((depth - head.height - 2 * PAD) / (lettering.line))
    columns = [
        _cut(_items(getattr(sop, field), room, lettering), most)
        for (_, field), room in zip(pair, rooms, strict=True)
    ]
    bodies = []
    for at in range(max(1, *map(len, columns))):
        cells = tuple(column[at] if at < len(column) else () for column in columns)
        height = max(lettering.line, *(height_of(cell, lettering) for cell in cells)) + 2 * PAD
        bodies.append(_Band(cells, height))
    return [head, *bodies]


def _items(texts: Sequence[str], room: float, lettering: Lettering) -> Words:
    return items(texts, room, lettering, at_semicolons=False)


def _cut(words: Words, most: int) -> list[Words]:
    """The words in pieces of at most ``most`` lines."""
    pieces: list[list[Paragraph]] = [[]]
    left = most
    for paragraph in words:
        lines, mark = paragraph.lines, paragraph.mark
        while lines:
            if left == 0:
                pieces.append([])
                left = most
            here = lines[:left]
            text = paragraph.text if here == paragraph.lines else " ".join(here)
            pieces[-1].append(Paragraph(here, text, mark, paragraph.indent))
            left, lines, mark = left - len(here), lines[left:], ""
    return [tuple(piece) for piece in pieces]


def _page(
    bands: Sequence[_Band],
    widths: tuple[float, ...],
    paper: Paper,
    size: float,
    office: Words | None,
) -> FormPage:
    heights = tuple(band.height for band in bands)
    lefts = [paper.left + sum(widths[:n]) for n in range(4)]
    cells = []
    if office:
        box = Box(lefts[0], paper.top, lefts[1], paper.top + sum(heights[: len(_KEYS)]))
        cells.append(Cell(0, 0, box, office, size + 1, len(_KEYS), is_centred=True))
    for row, band in enumerate(bands):
        top = paper.top + sum(heights[:row])
        is_key = office is not None and row < len(_KEYS)
        spans = ((1, 2), (2, 3)) if is_key else ((0, 1), (1, 3))
        for (start, end), words in zip(spans, band.cells, strict=True):
            box = Box(lefts[start], top, lefts[end], top + band.height)
            is_signer = is_key and row == 4 and start == 2
            cells.append(
                Cell(
                    row,
                    start,
                    box,
                    words,
                    size,
                    column_span=end - start,
                    is_centred=is_signer,
                    is_middle=is_key or band.is_head,
                    is_head=band.is_head,
                )
            )
    return FormPage(widths, heights, paper.top, 0, tuple(cells))

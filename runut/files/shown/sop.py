"""A file from outside as an SOP with its pages as pictures, to be shown beside what was read.

The file goes into the guarded process once, and comes out read and pictured.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

import pypdfium2

from runut.core.sop.model import SOP
from runut.core.sop.reading.asal import Asal, Reading
from runut.core.sop.reading.canvas import Canvas
from runut.core.words.items import normal
from runut.files.guard.parent import Read, read_guarded
from runut.files.read.kinds import is_pdf, is_word
from runut.files.read.libreoffice import pdf_of_docx
from runut.files.read.sop import opened, read_at_once
from runut.files.read.sop_here import read_with_canvas
from runut.files.shown.drawn import pages_as_svg

MOST_PAGES: Final = 20
PICTURE_WIDTH: Final = 1_400
"""Pixels; small print can still be read when a piece of a page is enlarged."""
_TALLEST: Final = 4
"""Times its width: a strip of a page has fewer pixels, not less on it."""
_SEEN: Final = frozenset({"baca.hanya-gambar", "baca.tabel-berupa-gambar"})
_HERE: Final = "runut.files.shown.sop:shown_here"
_PRINTED_HERE: Final = "runut.files.shown.sop:printed_here"


@dataclass(frozen=True)
class PagePicture:
    """A page: its size in points, and its picture."""

    width: float
    height: float
    format: Literal["svg", "png"]
    data: bytes


@dataclass(frozen=True)
class Shown:
    """The pages of a file, and the reading with its places on just these pages."""

    pages: tuple[PagePicture, ...]
    reading: Reading


def read_and_show(data: bytes, name: str, pilih: int | None = None) -> Shown:
    """An SOP from a file of any kind, what was odd about it, and its pages (a text has none).

    ``pilih`` is which of several SOPs is meant, from 1. A Word file is shown as LibreOffice prints
    it, where that is there: then its places are those of the print. Without it the drawing of what
    was read is shown. Nothing is raised on account of a file.
    """
    data, said = opened(data)
    if (reading := read_at_once(data, name, pilih)) is not None:
        return Shown((), reading)
    shown, problems = read_guarded(_HERE, data, name, options={"pilih": pilih})
    problems = (*said, *problems)
    if not isinstance(shown, Shown):
        return Shown((), Reading(None, problems))
    reading = replace(shown.reading, findings=(*problems, *shown.reading.findings))
    shown = replace(shown, reading=reading)
    if reading.sop is None or not is_word(data):
        return shown
    return _printed(data, reading, pilih) or shown


def _printed(data: bytes, reading: Reading, pilih: int | None) -> Shown | None:
    """A Word file as it is printed, with the places where the print holds the same fields."""
    pdf = pdf_of_docx(data)
    if pdf is None:
        return None
    printed, _ = read_guarded(_PRINTED_HERE, pdf, "cetakan.pdf", options={"pilih": pilih})
    if not isinstance(printed, Shown) or not printed.pages:
        return None
    return Shown(printed.pages, _placed(reading, printed.reading))


def _placed(reading: Reading, printed: Reading) -> Reading:
    """The reading with the places of the print; a field that the print shows elsewhere has none."""
    same = _same_steps(reading.sop, printed.sop)
    asal = {}
    for key, one in reading.asal.items():
        other = printed.asal.get(key)
        no = one.letak.langkah
        if other is not None and other.kotak is not None and (no is None or no in same):
            place = replace(one.letak, halaman=other.letak.halaman)
            asal[key] = replace(one, letak=place, kotak=other.kotak)
        else:
            asal[key] = Asal(replace(one.letak, halaman=None), None, one.keyakinan, one.alasan)
    return replace(reading, asal=asal)


def _same_steps(sop: SOP | None, other: SOP | None) -> frozenset[str]:
    """The numbers under which both have the same activity."""
    if sop is None or other is None:
        return frozenset()
    known = {step.no: normal(step.kegiatan) for step in other.langkah}
    return frozenset(s.no for s in sop.langkah if known.get(s.no) == normal(s.kegiatan))


def shown_here(data: bytes, name: str, pilih: int | None = None) -> Iterator[Read]:
    """(Shown, findings) of a file: for the guarded process alone.

    The reading is said first, so that it stands where a page cannot be pictured.
    """
    reading, canvas, findings = read_with_canvas(data, name, pilih)
    yield Shown((), reading), findings
    if reading.sop or reading.sisa or is_picture(reading):
        yield Shown(_pages(data, canvas), reading), findings


def is_picture(reading: Reading) -> bool:
    """Whether the steps may be looked at though they cannot be read: to type them beside it."""
    return any(one.kode in _SEEN for one in reading.findings)


def printed_here(data: bytes, name: str, pilih: int | None = None) -> Read:
    """(Shown, nothing) of a print: for the guarded process alone."""
    reading, canvas, _ = read_with_canvas(data, name, pilih)
    return Shown(_pages(data, canvas), reading), ()


def _pages(data: bytes, canvas: Canvas | None) -> tuple[PagePicture, ...]:
    """The pages of a PDF as they are, of any other file as they were read; a model has none."""
    if canvas is None:
        return ()
    pages = canvas.pages[:MOST_PAGES]
    if not is_pdf(data):
        drawn = pages_as_svg(replace(canvas, pages=pages))
        return tuple(PagePicture(d.width, d.height, "svg", d.svg.encode()) for d in drawn)
    pictures = page_pictures(data, len(pages), PICTURE_WIDTH)
    return tuple(
        PagePicture(page.width, page.height, "png", picture)
        for page, picture in zip(pages, pictures, strict=False)
    )


def page_pictures(data: bytes, count: int, width_px: int) -> tuple[bytes, ...]:
    """The first ``count`` pages as PNG, ``width_px`` wide; none of a file that is broken.

    Call it in the guarded process.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ()
    return tuple(_picture(document, at, width_px) for at in range(min(count, len(document))))


def _picture(document: pypdfium2.PdfDocument, at: int, width_px: int) -> bytes:
    """One page as PNG; a strip of a page is cut in its resolution, not in its content."""
    try:
        page = document[at]
        width, height = page.get_size()
        scale = min(width_px / max(width, 1.0), _TALLEST * width_px / max(height, 1.0))
        image = page.render(scale=scale, rev_byteorder=True).to_pil()
    except pypdfium2.PdfiumError:
        return b""
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG")
    return out.getvalue()

"""The pages of an SOP file as pictures, to be shown beside what was read from them."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from runut.core.sop.model import SOP
from runut.core.sop.reading.asal import Asal, Reading
from runut.core.words.items import normal
from runut.files.guard.parent import Read, read_guarded
from runut.files.read.pdf.pictures import page_pictures
from runut.files.read.pdf.sop import canvas_of_pdf
from runut.files.read.sop import is_pdf, read_here, reader_of
from runut.files.word_pages import pdf_of_docx
from runut.files.write.svg.canvas import pages_as_svg

MOST_PAGES: Final = 20
PICTURE_WIDTH: Final = 1_400
"""Pixels; small print can still be read when a piece of a page is enlarged."""
_HERE: Final = "runut.files.read.pages:pages_here"
_PRINTED_HERE: Final = "runut.files.read.pages:printed_here"


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


def show(data: bytes, name: str, reading: Reading) -> Shown:
    """The pages behind ``reading``. A text has none; nothing is raised on account of a file.

    A Word file is shown as LibreOffice prints it, where that is there: then its places are those
    of the print. Without it the drawing of what was read is shown.
    """
    if data.startswith(b"PK") and b"word/document.xml" in data:
        printed = _printed(data, reading)
        if printed is not None:
            return printed
    pages, _ = read_guarded(_HERE, data, name)
    return Shown(pages or (), reading)


def _printed(data: bytes, reading: Reading) -> Shown | None:
    """A Word file as it is printed, with the places where the print holds the same fields."""
    pdf = pdf_of_docx(data)
    if pdf is None:
        return None
    printed, _ = read_guarded(_PRINTED_HERE, pdf, "cetakan.pdf")
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


def pages_here(data: bytes, name: str) -> Read:
    """(pages, nothing) of a file: for the guarded process alone."""
    reader = reader_of(data)
    if reader is None:
        return (), ()
    if is_pdf(data):
        return _pdf_pages(data), ()
    canvas, _ = reader(data)
    if canvas is None:
        return (), ()
    drawn = pages_as_svg(replace(canvas, pages=canvas.pages[:MOST_PAGES]))
    return tuple(PagePicture(d.width, d.height, "svg", d.svg.encode()) for d in drawn), ()


def printed_here(data: bytes, name: str) -> Read:
    """(pages and reading, nothing) of a print: for the guarded process alone."""
    reading, _ = read_here(data, name)
    return Shown(_pdf_pages(data), reading), ()


def _pdf_pages(data: bytes) -> tuple[PagePicture, ...]:
    canvas, _ = canvas_of_pdf(data)
    pages = canvas.pages[:MOST_PAGES] if canvas else ()
    pictures = page_pictures(data, range(len(pages)), PICTURE_WIDTH)
    return tuple(
        PagePicture(page.width, page.height, "png", picture)
        for page, picture in zip(pages, pictures, strict=False)
    )

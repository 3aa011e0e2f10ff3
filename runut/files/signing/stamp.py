"""The stamp that is seen on a PDF which does not draw its signature block itself.

Drawn by typst like our papers, with the QR of the page of verification.
"""

from dataclasses import dataclass, replace
from io import BytesIO
from json import dumps
from typing import Any, Final, Literal

import pypdfium2
import segno
import typst
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle

from runut.files.signing.failures import SigningFailed
from runut.files.typeface import office_fonts

POINTS_PER_MM = 72 / 25.4
HEIGHT_MM, LEAST_WIDTH_MM = 24, 50
_A4 = (0, 0, 595, 842)


@dataclass(frozen=True)
class Place:
    """Where the stamp goes: page ``pertama`` or ``terakhir``, its corner in mm from ``asal``, the
    corner of the page that is counted from."""

    page: Literal["pertama", "terakhir"] = "terakhir"
    x_mm: float = 110
    y_mm: float = 25
    width_mm: float = 80
    asal: Literal["kiri_bawah", "kiri_atas"] = "kiri_bawah"


USUAL_PLACE: Final = Place()


@dataclass(frozen=True)
class Stamp:
    """The words of a stamp, the address behind its QR, and its place."""

    lines: tuple[str, ...]
    url: str
    place: Place = USUAL_PLACE


def beside(stamp: Stamp, nomor: int) -> Stamp:
    """The stamp of the ``nomor``-th signer, one height further so that it covers no other."""
    moved = stamp.place.y_mm + (nomor - 1) * (HEIGHT_MM + 2)
    return replace(stamp, place=replace(stamp.place, y_mm=moved))


def stamp_box(reader: PdfFileReader, stamp: Stamp) -> tuple[int, tuple[int, int, int, int]]:
    """The number of the page and the corners of the stamp, within the page."""
    place = stamp.place
    page = 0 if place.page == "pertama" else int(reader.root["/Pages"]["/Count"]) - 1
    left, bottom, right, top = _page_box(reader, page)
    width = min(place.width_mm * POINTS_PER_MM, right - left)
    height = min(HEIGHT_MM * POINTS_PER_MM, top - bottom)
    x = min(left + place.x_mm * POINTS_PER_MM, right - width)
    low = place.y_mm * POINTS_PER_MM
    y = bottom + low if place.asal == "kiri_bawah" else top - low - height
    y = max(bottom, min(y, top - height))
    return page, (int(x), int(y), int(x + width), int(y + height))


def box_on(
    pdf: bytes, stamp: Stamp, asal: Literal["kiri_bawah", "kiri_atas"]
) -> tuple[int, int, int, int, int]:
    """Page (from 1), corner, width and height in points, as a service counts them from ``asal``."""
    try:
        reader = PdfFileReader(BytesIO(pdf))
    except (PdfError, ValueError, KeyError, TypeError, AssertionError) as error:
        raise SigningFailed("Berkas ini bukan PDF yang utuh; buat ulang PDF-nya.") from error
    page, (left, low, right, high) = stamp_box(reader, stamp)
    y = low if asal == "kiri_bawah" else _page_height(reader, page) - high
    return page + 1, left, y, right - left, high - low


def _page_box(reader: PdfFileReader, page: int) -> tuple[float, float, float, float]:
    """The corners of a page, its own or those it has from the pages above it."""
    found: Any = reader.find_page_for_modification(page)[0].get_object()  # type: ignore[no-untyped-call]
    while "/MediaBox" not in found and "/Parent" in found:
        found = found["/Parent"]
    left, bottom, right, top = (float(side) for side in found.get("/MediaBox", _A4))
    return left, bottom, right, top


def _page_height(reader: PdfFileReader, page: int) -> int:
    _, bottom, _, top = _page_box(reader, page)
    return int(top - bottom)


def stamp_style(stamp: Stamp) -> StaticStampStyle:
    """The stamp as pyHanko puts it on a page."""
    return StaticStampStyle(background=_Drawn(stamp_pdf(stamp)), border_width=0)


class _Drawn(PdfContent):
    """A page drawn here, as an appearance within another PDF; no random name in it."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.page = page

    def render(self) -> bytes:
        drawn = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self.page)))
        self.resources.xobject["/Cap"] = drawn
        left, bottom, right, top = drawn.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return b"/Cap Do"


def stamp_pdf(stamp: Stamp) -> bytes:
    """The stamp on a page of its own size."""
    told = {
        "baris": list(stamp.lines),
        "qr": segno.make(stamp.url, error="m").svg_inline(border=0) if stamp.url else "",
        "lebar": max(stamp.place.width_mm, LEAST_WIDTH_MM),
        "tinggi": HEIGHT_MM,
    }
    try:
        drawn: bytes = typst.compile(
            _PAGE.encode(),
            format="pdf",
            font_paths=office_fonts(),
            sys_inputs={"cap": dumps(told)},
        )
    except typst.TypstError as error:
        raise SigningFailed("Cap tanda tangan tidak dapat digambar; periksa setelannya.") from error
    return drawn


def stamp_png(stamp: Stamp) -> bytes:
    """The same as a picture, for a signing service."""
    picture = pypdfium2.PdfDocument(stamp_pdf(stamp))[0].render(scale=3).to_pil()
    output = BytesIO()
    picture.save(output, "PNG")
    return output.getvalue()


_PAGE = """
#let cap = json(bytes(sys.inputs.cap))
#set page(width: cap.lebar * 1mm, height: cap.tinggi * 1mm, margin: 1.5mm)
#set text(font: "Arimo", size: 7pt, lang: "id")
#set par(leading: 0.45em, spacing: 0.5em)
#box(width: 100%, height: 100%, stroke: 0.5pt + luma(90), inset: 1.5mm, grid(
  columns: (auto, 1fr), gutter: 2mm, align: horizon,
  if cap.qr != "" { image(bytes(cap.qr), format: "svg", width: 17mm) },
  for (number, baris) in cap.baris.enumerate() {
    par(text(weight: if number == 1 { "bold" } else { "regular" }, baris))
  },
))
"""

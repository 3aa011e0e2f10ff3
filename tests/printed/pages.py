"""A judge of the pages of a PDF: what stands at their head, at their foot, and how full they are.

It reads what is written, by its tags, and where it stands; it knows nothing of how it was drawn.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tests.printed.flow import squeeze

_LIST_ROOM = 5
"""Lines that a page of a list holds at least."""
_SMALL = 8.6
"""Notes under a table are printed in at most this type."""
_MARGIN = 25 / 25.4 * 72
_HEADS = ("judul", "judul tabel", "kepala tabel", "kelompok")


@dataclass(frozen=True)
class Piece:
    """A line of meaning on a page. ``of``: which table of the page, ``more``: it has other rows."""

    kind: str
    top: float
    bottom: float
    words: str = ""
    level: int = 0
    of: int = 0
    more: bool = False


_NOTHING = Piece("", 0, 0)


@dataclass(frozen=True)
class Sheet:
    """A page as a reader finds it: its pieces from above, and how full it is."""

    number: int
    height: float
    pieces: tuple[Piece, ...]

    @property
    def filled(self) -> float:
        low = min((one.bottom for one in self.pieces), default=self.height)
        return (self.height - _MARGIN - low) / (self.height - 2 * _MARGIN)

    @property
    def opens_a_chapter(self) -> bool:
        return bool(self.pieces) and self.pieces[0].kind == "judul" and self.pieces[0].level == 1


def faults(pdf: bytes, *, cover: bool = True) -> list[str]:
    """Everything on its pages that a printer would send back, by page."""
    pages = sheets_of(pdf)[1 if cover else 0 :]
    found = [f"hal. {page.number}: {one}" for page in pages for one in _on_a_page(page)]
    for page, following in pairwise(pages):
        if not following.opens_a_chapter:
            if page.filled < 1 / 3:
                found.append(f"hal. {page.number}: hanya {page.filled:.0%} terisi")
            found += [f"hal. {page.number}: {one}" for one in _between(page, following)]
    return found


def _between(page: Sheet, following: Sheet) -> Iterator[str]:
    """What the end of a page parts; notes that are too many go on over it."""
    ends, begins = (page.pieces or (_NOTHING,))[-1], (following.pieces or (_NOTHING,))[0]
    if ends.kind in _HEADS:
        yield f"{ends.kind} di kaki halaman"
    if begins.kind == "catatan" != ends.kind:
        yield f"catatan tabel di kepala halaman berikutnya ({begins.words[:30]})"


def _on_a_page(page: Sheet) -> Iterator[str]:
    if not page.pieces:
        yield "kosong"
        return
    lines = [one for one in page.pieces if one.kind == "baris daftar"]
    if len(page.pieces) == len(lines) < _LIST_ROOM:
        yield f"hanya {len(lines)} baris daftar"
    for number in {one.of for one in page.pieces if one.of}:
        rows = [
            one for one in page.pieces if one.of == number and one.kind in ("baris", "kelompok")
        ]
        tall = sum(one.top - one.bottom for one in rows) > page.height / 6
        if len(rows) == 1 and rows[0].more and not tall:
            yield f"satu baris tabel sendirian ({rows[0].words[:40]})"
        if not rows and any(one.of == number for one in page.pieces):
            yield "tabel tanpa barisnya"


def sheets_of(pdf: bytes) -> list[Sheet]:
    document = pypdfium2.PdfDocument(pdf)
    return [_sheet(page, number) for number, page in enumerate(document, start=1)]


def _sheet(page: Any, number: int) -> Sheet:
    reader = _Reader(page)
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    try:
        for n in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            reader.walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n))
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    pieces = sorted(reader.pieces, key=lambda one: -one.top)
    return Sheet(number, page.get_height(), tuple(pieces))


def words_by_tag(pdf: bytes) -> dict[str, list[str]]:
    """Everything that a screen reader says, in its order: headings, captions, cells, words."""
    said: dict[str, list[str]] = {"judul": [], "keterangan": [], "sel": [], "kata": []}
    for page in pypdfium2.PdfDocument(pdf):
        reader = _Reader(page)
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for n in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            reader.say(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n), said)
        pdfium.FPDF_StructTree_Close(tree)
    return said


_SAID = {
    "Caption": "keterangan",
    "TH": "sel",
    "TD": "sel",
    **dict.fromkeys(("P", "Lbl", "Span"), "kata"),
}


class _Reader:
    """Walks the tags of one page and keeps where each piece of it stands."""

    def __init__(self, page: Any) -> None:
        self.pieces: list[Piece] = []
        self.tables = 0
        self.boxes: dict[int, tuple[float, float, float, str]] = {}
        text = page.get_textpage()
        for one in page.get_objects(max_depth=6):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(one.raw)
            if mark < 0:
                continue
            _, bottom, _, top = one.get_bounds()
            low, high, size, words = self.boxes.get(mark, (bottom, top, 0.0, ""))
            if one.type == pdfium.FPDF_PAGEOBJ_TEXT:
                given = ctypes.c_float()
                pdfium.FPDFTextObj_GetFontSize(one.raw, given)
                size, words = max(size, given.value), words + _words(one, text)
            self.boxes[mark] = (min(low, bottom), max(high, top), size, words)

    def walk(self, element: Any) -> None:
        tag = _tag(element)
        if tag == "Table":
            self.table(element)
        elif tag in ("H1", "H2", "H3", "H4", "H5", "H6"):
            self.add("judul", element, level=int(tag[1]))
        elif tag in ("P", "Figure", "Lbl", "LBody", "TOCI"):
            kind = {"TOCI": "baris daftar", "Figure": "gambar"}.get(tag, "kata")
            self.add(kind, element)
        else:
            for child in _children(element):
                self.walk(child)

    def say(self, element: Any, said: dict[str, list[str]]) -> None:
        """What is said of an element; of an item of a list its own words, then what is inside."""
        tag = _tag(element)
        kind = "judul" if tag[:1] == "H" and tag[1:].isdigit() else _SAID.get(tag, "")
        marks = self.marks(element) if kind else self.own_marks(element)
        if words := squeeze("".join(self.boxes[one][3] for one in marks if one in self.boxes)):
            said[kind or "kata"].append(words)
        for child in () if kind else _children(element):
            self.say(child, said)

    def table(self, element: Any) -> None:
        """A table without a head is a form: its rows are lines like others."""
        self.tables += 1
        more = _goes_on_elsewhere(element)
        for part in _children(element):
            tag = _tag(part)
            if tag == "Caption":
                self.add("judul tabel", part)
            elif tag == "TR":
                self.add("kata", part)
            rows = list(_children(part)) if tag in ("THead", "TBody", "TFoot") else []
            for n, row in enumerate(rows):
                is_alone = len(list(_children(row))) == 1
                kind = "kelompok" if is_alone and self.columns(element) > 1 else "baris"
                if tag == "THead" and n == 0:
                    kind = "kepala tabel"
                elif is_alone and tag == "TFoot" and n == len(rows) - 1:
                    kind = "catatan"
                self.add(kind, row, of=self.tables, more=more)

    def columns(self, element: Any) -> int:
        """How many cells the fullest row of a table has on this page."""
        rows = (row for part in _children(element) for row in _children(part))
        return max((len(list(_children(row))) for row in rows), default=0)

    def add(self, kind: str, element: Any, level: int = 0, of: int = 0, more: bool = False) -> None:
        boxes = [self.boxes[mark] for mark in self.marks(element) if mark in self.boxes]
        if not boxes:
            return
        words = "".join(one[3] for one in boxes)
        if kind == "kata" and 0 < max(one[2] for one in boxes) < _SMALL:
            kind = "catatan"
        top, bottom = max(one[1] for one in boxes), min(one[0] for one in boxes)
        self.pieces.append(Piece(kind, top, bottom, words, level, of, more))

    def own_marks(self, element: Any) -> list[int]:
        count = pdfium.FPDF_StructElement_CountChildren(element)
        found = (
            pdfium.FPDF_StructElement_GetChildMarkedContentID(element, n) for n in range(count)
        )
        return [one for one in found if one >= 0]

    def marks(self, element: Any) -> list[int]:
        """The marked contents of an element that stand on this page."""
        found = []
        for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
            if child:
                found += self.marks(child)
            else:
                found.append(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, n))
        return [one for one in found if one >= 0]


def _children(element: Any) -> Iterator[Any]:
    """The tags inside an element, as far as this page holds something of them."""
    for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
        if child:
            yield child


def _goes_on_elsewhere(table: Any) -> bool:
    """Whether rows of a table stand on another page."""
    parts = [table, *(one for one in _children(table) if _tag(one) in ("TBody", "TFoot"))]
    return any(
        pdfium.FPDF_StructElement_CountChildren(one) > len(list(_children(one))) for one in parts
    )


def _tag(element: Any) -> str:
    room = ctypes.create_string_buffer(64)
    length = pdfium.FPDF_StructElement_GetType(element, room, 64)
    return room.raw[:length].decode("utf-16-le").rstrip("\0")


def _words(piece: Any, text: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(piece.raw, text.raw, None, 0)
    room = ctypes.create_string_buffer(length)
    taken = ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFTextObj_GetText(piece.raw, text.raw, taken, length)
    return room.raw.decode("utf-16-le", "replace").rstrip("\0")

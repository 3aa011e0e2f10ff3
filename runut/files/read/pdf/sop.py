"""A PDF with a text layer as a canvas: its tables, symbols, connectors and words, page by page."""

from typing import Final

import pypdfium2

from runut.core.findings import Finding, Level, Place
from runut.core.sop.reading.canvas import Canvas, Page
from runut.files.read.pdf.footers import without_footers
from runut.files.read.pdf.letters import is_scrambled, letters_of, lie_of
from runut.files.read.pdf.marks import Painted
from runut.files.read.pdf.page import page_of
from runut.files.read.pdf.plane import plane_of
from runut.files.read.pdf.traces import traces_of

MOST_PAGES: Final = 80
MOST_MARKS: Final = 150_000
"""Letters and lines of a whole file: a hundred dense pages have no more."""
_PASSWORD: Final = 4
"""FPDF_ERR_PASSWORD: the file opens with a password only."""


def canvas_of_pdf(data: bytes) -> tuple[Canvas | None, tuple[Finding, ...]]:
    """What lies on the pages of a PDF, and what was odd; lengths are points.

    A page without letters has no words and says whether a picture covers it. Nothing is raised
    on account of a file; call it in the guarded process, which limits time and memory.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return None, (_locked() if error.err_code == _PASSWORD else _broken(),)
    pages, findings, scrambled = _read(document)
    document.close()
    if not pages:
        return None, (_broken(),)
    lettered = [page.number for page in pages if page.tables or page.words]
    if scrambled and len(scrambled) * 2 >= len(lettered):
        return None, (_garbled(),)
    findings += [_garbled_page(number) for number in scrambled]
    return Canvas(without_footers(pages)), tuple(findings)


def _read(document: pypdfium2.PdfDocument) -> tuple[list[Page], list[Finding], list[int]]:
    """(the pages, what was odd, the numbers of pages whose letters make no words)."""
    pages: list[Page] = []
    findings: list[Finding] = []
    scrambled: list[int] = []
    count, marks = len(document), 0
    for at in range(count):
        if at == MOST_PAGES or marks > MOST_MARKS:
            findings.append(_long(count, at))
            break
        painted = _painted(document, at)
        if painted is None:
            findings.append(_unread(at + 1))
            continue
        marks += len(painted.letters) + len(painted.traces)
        findings += [_cut(at + 1)] if painted.is_cut else []
        scrambled += [at + 1] if is_scrambled(painted) else []
        pages.append(page_of(painted, at + 1))
    return pages, findings, scrambled


def _painted(document: pypdfium2.PdfDocument, at: int) -> Painted | None:
    try:
        page = document[at]
        plane = plane_of(page)
        letters, unknown, is_cut = letters_of(page, plane)
        if lie := lie_of(letters):
            plane = plane.turned(lie)
            letters, unknown, is_cut = letters_of(page, plane)
        traces, picture, pictures, is_cut_too = traces_of(page, plane)
    except pypdfium2.PdfiumError:
        return None
    page.close()
    width, height = plane.size
    return Painted(width, height, letters, traces, picture, unknown, is_cut or is_cut_too, pictures)


def _locked() -> Finding:
    return Finding(
        "baca.pdf-terkunci",
        Level.BLOCKER,
        "Berkas PDF ini terkunci dengan kata sandi.",
        "Buka dengan kata sandinya, simpan atau cetak ke PDF baru tanpa sandi, lalu unggah lagi.",
    )


def _broken() -> Finding:
    return Finding(
        "baca.pdf-rusak",
        Level.BLOCKER,
        "Berkas PDF ini rusak atau terpotong sehingga tidak dapat dibuka.",
        "Minta atau buat ulang berkasnya, misalnya dengan mencetaknya ke PDF baru.",
    )


def _unread(number: int) -> Finding:
    return Finding(
        "baca.pdf-halaman-rusak",
        Level.WARNING,
        f"Halaman {number} rusak dan tidak terbaca.",
        "Bandingkan hasil bacaan dengan berkas aslinya dan lengkapi yang kurang.",
        Place(halaman=number),
    )


def _cut(number: int) -> Finding:
    return Finding(
        "baca.pdf-halaman-padat",
        Level.WARNING,
        f"Halaman {number} memuat terlalu banyak gambar atau huruf; hanya sebagian yang dibaca.",
        "Periksa halaman itu, atau simpan SOP-nya saja ke berkas baru.",
        Place(halaman=number),
    )


def _long(count: int, read: int) -> Finding:
    return Finding(
        "baca.pdf-terlalu-panjang",
        Level.WARNING,
        f"Berkas ini {count} halaman; hanya {read} halaman pertama yang dibaca.",
        "Simpan halaman SOP yang dimaksud ke berkas tersendiri, lalu unggah berkas itu.",
    )


def _garbled() -> Finding:
    return Finding(
        "baca.pdf-huruf-acak",
        Level.BLOCKER,
        "Huruf di berkas PDF ini tersimpan acak sehingga kata-katanya tidak dapat dibaca.",
        "Gunakan berkas Word atau Excel aslinya, atau cetak ulang ke PDF dari berkas itu.",
    )


def _garbled_page(number: int) -> Finding:
    return Finding(
        "baca.pdf-huruf-acak",
        Level.WARNING,
        f"Huruf di halaman {number} tersimpan acak; kata-katanya tidak dapat dipercaya.",
        "Bandingkan halaman itu dengan aslinya dan ketik ulang yang keliru.",
        Place(halaman=number),
    )

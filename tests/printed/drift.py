"""How far the pages of a Word file stand from those of the PDF whose numbers its lists hold.

Both are read by the links of their lists: where each entry leads, in the PDF as it was written and
in the one that a word processor made of the Word file. So nothing is asked of who drew them.
"""

import ctypes
import subprocess
from itertools import groupby
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from runut.core.report.blocks import Paper
from runut.files.write.layout.outline import Entry, outline
from runut.files.write.paper import write_docx, write_pdf
from tests.printed.files import CREATED

Place = tuple[int, int]
"""The page, and how high on it."""
_LINE = 4
"""Points within which two links stand on one line."""


def drifts(paper: Paper, soffice: str, folder: Path) -> dict[str, int]:
    """By how many pages every entry of the lists stands later (or earlier) than they say."""
    printed = write_pdf(paper, created=CREATED)
    (folder / "laporan.docx").write_bytes(write_docx(paper, created=CREATED))
    return pages_apart(entries_of(paper), printed, printed_by(soffice, folder))


def printed_by(soffice: str, folder: Path) -> bytes:
    """The Word file of a folder as this word processor prints it."""
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", "pdf", "laporan.docx"],
        cwd=folder, check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    return (folder / "laporan.pdf").read_bytes()


def entries_of(paper: Paper) -> list[Entry]:
    outlined = outline(paper)
    return [one for of in ("isi", "tabel", "gambar") for one in outlined.entries(of)]


def pages_apart(entries: list[Entry], printed: bytes, by_word: bytes) -> dict[str, int]:
    """Counted as the pages are numbered: those before the first chapter by themselves."""
    here, there = leads_to(printed), leads_to(by_word)
    assert len(here) == len(there) == len(entries)
    first = next(n for n, one in enumerate(entries) if one.number.startswith("BAB"))
    body, theirs = here[first][0], there[first][0]
    return {
        one.anchor: (b[0] - theirs) - (a[0] - body) if a[0] >= body else b[0] - a[0]
        for one, a, b in zip(entries, here, there, strict=True)
    }


def leads_to(pdf: bytes) -> list[Place]:
    """Where the entries of the lists lead, in their order; one of two lines is one."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[tuple[int, int, float, Place]] = []
    for number, page in enumerate(document):
        at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(page.raw, at, link):
            goal = pdfium.FPDFLink_GetDest(document.raw, link)
            if goal:
                box = pdfium.FS_RECTF()
                pdfium.FPDFLink_GetAnnotRect(link, box)
                place = _place(document, goal)
                found.append((number, -round(box.bottom / _LINE), box.left, place))
    return [place for place, _ in groupby(one[3] for one in sorted(found))]


def _place(document: pypdfium2.PdfDocument, goal: object) -> Place:
    has = [ctypes.c_int() for _ in range(3)]
    x, y, zoom = (ctypes.c_float() for _ in range(3))
    pdfium.FPDFDest_GetLocationInPage(goal, *has, x, y, zoom)
    return pdfium.FPDFDest_GetDestPageIndex(document.raw, goal), round(y.value)

"""The PDF of a paper in the layout of the office, by LibreOffice where it is installed."""

from collections.abc import Iterator
from io import BytesIO

import pypdfium2

from runut.core.findings import Finding
from runut.files.guard.parent import read_guarded
from runut.files.read.libreoffice import ARCHIVE, is_installed, pdf_of_docx
from runut.files.templates.names import P, text_of
from runut.files.templates.parts import unpack


def can_print() -> bool:
    """Whether this computer can print a Word file at all."""
    return is_installed()


def print_docx(data: bytes) -> bytes | None:
    """The Word file as PDF/A, or None where that was not possible.

    A PDF that lost words on the way is none: it is compared with the Word file. The file ends in a
    newline, so that a signature can be appended.
    """
    pdf = pdf_of_docx(data, ARCHIVE)
    if pdf is None:
        return None
    says_all, _ = read_guarded(
        "runut.files.templates.printing:says_all", pdf, "cetakan.pdf", options={"docx": data}
    )
    if not says_all:
        return None
    return pdf if pdf.endswith(b"\n") else pdf + b"\n"


def says_all(pdf: bytes, name: str, *, docx: bytes) -> tuple[bool, tuple[Finding, ...]]:
    """Whether every word of the body of a Word file stands in its PDF."""
    printed = _text(pdf)
    return all(word in printed for word in _words(docx)), ()


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split()).replace("\ufffe", "-").replace("\u00ad", "-")


def _words(docx: bytes) -> Iterator[str]:
    for paragraph in unpack(docx).body.iter(P):
        yield from text_of(paragraph).split()

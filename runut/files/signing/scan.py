"""The scan of a paper that was signed by hand: looked at in the guarded process.

A photograph becomes a PDF as well, so that it can be read like every other paper.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image

from runut.core.findings import Finding, Level
from runut.files.guard.parent import read_guarded
from runut.files.guard.upload_check import check_upload

ENDINGS = ("pdf", "jpg", "jpeg", "png")
_LARGEST_SIDE, _MOST_PIXELS, _DPI = 3_000, 80_000_000, 200
_CHECK = "runut.files.signing.scan:check_scan"


@dataclass(frozen=True)
class Scan:
    """A scan that can be kept: its ending, its pages, and the PDF made of a picture (b"" where it
    is a PDF)."""

    ending: str
    pages: int
    pdf: bytes = b""


def read_scan(data: bytes, name: str) -> tuple[Scan | None, tuple[Finding, ...]]:
    """Look at a scan, whatever it does to who looks."""
    scan, problems = read_guarded(_CHECK, data, name)
    return (scan if isinstance(scan, Scan) else None), problems


def check_scan(data: bytes, name: str) -> tuple[Scan | None, tuple[Finding, ...]]:
    """The scan, or why it is none. Call it through ``read_scan``."""
    ending, problems = check_upload(data, name)
    if ending is None or ending not in ENDINGS:
        return None, problems or (_refusal("Pindaian berupa PDF, JPG, atau PNG."),)
    try:
        if ending == "pdf":
            pages = len(pypdfium2.PdfDocument(data))
            return (Scan(ending, pages), ()) if pages else (None, (_BROKEN,))
        return Scan("jpg" if ending == "jpeg" else ending, 1, _as_pdf(data)), ()
    except (pypdfium2.PdfiumError, OSError, ValueError, Image.DecompressionBombError):
        return None, (_BROKEN,)


def _as_pdf(data: bytes) -> bytes:
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
        picture.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
        page = BytesIO()
        picture.convert("RGB").save(page, "PDF", resolution=_DPI)
    return page.getvalue()


def _refusal(pesan: str) -> Finding:
    usul = "Pindai ulang, simpan sebagai PDF, JPG, atau PNG, lalu unggah lagi."
    return Finding("pindaian_ditolak", Level.BLOCKER, pesan, usul)


_BROKEN = _refusal("Pindaian ini tidak dapat dibuka: berkasnya rusak atau terkunci.")

"""SOPs kept in Word: their tables, words and drawn shapes as a canvas, laid out on pages."""

from zipfile import BadZipFile

from runut.core.findings import Finding, Level
from runut.core.sop.reading.canvas import Canvas
from runut.files.read.docx.blocks import TooMuch
from runut.files.read.docx.body import sections_of
from runut.files.read.docx.canvas import pages_of
from runut.files.read.docx.fit import fitted
from runut.files.read.docx.xml import Parts, W, number, open_parts

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_RICH_TEXT = b"{\\rtf"
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_BORDER_ON_MARGIN = 15
"""From this compatibility mode on the border of a table, not its words, stands on the margin."""

Read = tuple[Canvas | None, tuple[Finding, ...]]


def canvas_of_docx(data: bytes) -> Read:
    """What a Word file shows, as a canvas; ``(None, reasons)`` when it shows nothing readable.

    The file has passed ``precheck_zip``. Lengths are points; pages, and the heights of rows that
    the file leaves to Word, are estimates.
    """
    refused = refuse_word(data)
    if refused is not None:
        return None, (refused,)
    try:
        parts = open_parts(data)
        sections = sections_of(parts)
        sheets = fitted(sections, shifts_left=_shifts_left(parts))
        pages = pages_of(sheets)
    except TooMuch:
        return None, (_too_much(),)
    except (BadZipFile, KeyError, ValueError, RecursionError):
        return None, (_broken(),)
    if not any(page.tables or page.words or page.shapes or page.has_picture for page in pages):
        return None, (_empty(),)
    return Canvas(pages), ()


def refuse_word(data: bytes) -> Finding | None:
    """Why a file of a word processor is not read as it is, and what to do; None for any other."""
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            return _refusal(
                "berkas_terkunci",
                "Berkas ini terkunci sandi.",
                "Buka di Word, hapus sandinya, simpan, lalu unggah lagi.",
            )
        return _old("Word lama (.doc)") if _WORD_STREAM in data else None
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_RICH_TEXT):
        return _old("RTF (.rtf)")
    if _OPEN_TEXT in data[:200]:
        return _old("OpenDocument (.odt)")
    return None


def _shifts_left(parts: Parts) -> bool:
    settings = parts.settings
    for setting in settings.iter(W + "compatSetting") if settings is not None else ():
        if setting.get(W + "name") == "compatibilityMode":
            return (number(setting.get(W + "val")) or 0.0) < _BORDER_ON_MARGIN
    return True


def _old(kind: str) -> Finding:
    return _refusal(
        "berkas_word_lain",
        f"Berkas ini berjenis {kind}; gambar alirnya tidak dapat dibaca dari jenis itu.",
        "Buka di Word atau LibreOffice, simpan sebagai Word (.docx), lalu unggah lagi.",
    )


def _too_much() -> Finding:
    return _refusal(
        "berkas_terlalu_banyak_sel",
        "Berkas ini memuat jauh lebih banyak sel atau gambar daripada sebuah SOP.",
        "Simpan satu SOP per berkas, lalu unggah lagi.",
    )


def _broken() -> Finding:
    return _refusal(
        "berkas_rusak",
        "Berkas ini rusak atau bukan berkas Word (.docx).",
        "Buka di programnya, simpan ulang, lalu unggah lagi.",
    )


def _empty() -> Finding:
    return _refusal(
        "berkas_kosong",
        "Berkas ini tidak memuat tabel maupun tulisan.",
        "Periksa apakah berkas yang dipilih sudah benar, lalu unggah lagi.",
    )


def _refusal(kode: str, pesan: str, usul: str) -> Finding:
    return Finding(kode, Level.BLOCKER, pesan, usul)

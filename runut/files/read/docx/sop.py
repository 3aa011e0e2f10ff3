"""SOPs kept in Word: their tables, words and drawn shapes as a canvas, laid out on pages."""

from zipfile import BadZipFile

from runut.core.findings import Finding, Level
from runut.core.sop.reading.canvas import Canvas
from runut.files.read.docx.blocks import TooMuch
from runut.files.read.docx.body import sections_of
from runut.files.read.docx.canvas import pages_of
from runut.files.read.docx.fit import fitted
from runut.files.read.docx.refuse import refusal, refuse_word
from runut.files.read.docx.xml import Parts, W, number, open_parts

_BORDER_ON_MARGIN = 15
"""From this compatibility mode on the border of a table, not its words, stands on the margin."""

_CHANGES = [W + name for name in ("ins", "del", "moveFrom", "moveTo")]

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
    return Canvas(pages), unaccepted(parts)


def unaccepted(parts: Parts) -> tuple[Finding, ...]:
    """What people wrote into the file that is not settled yet: tracked changes and comments."""
    changes = sum(1 for _ in parts.document.iter(*_CHANGES))
    comments = sum(1 for _ in parts.document.iter(W + "commentReference"))
    found = []
    if changes:
        found.append(
            Finding(
                "baca.perubahan-belum-diterima",
                Level.WARNING,
                f"Berkas ini memuat {changes} perubahan yang belum diterima atau ditolak (lacak "
                "perubahan); yang disisipkan dibaca, yang dihapus tidak.",
                "Terima atau tolak perubahannya di Word, atau pastikan bacaan ini yang dimaksud.",
            )
        )
    if comments:
        found.append(
            Finding(
                "baca.komentar",
                Level.WARNING,
                f"Berkas ini memuat {comments} komentar; isinya tidak ikut dibaca.",
                "Selesaikan komentarnya di Word bila masih menyangkut isi SOP.",
            )
        )
    return tuple(found)


def _shifts_left(parts: Parts) -> bool:
    settings = parts.settings
    for setting in settings.iter(W + "compatSetting") if settings is not None else ():
        if setting.get(W + "name") == "compatibilityMode":
            return (number(setting.get(W + "val")) or 0.0) < _BORDER_ON_MARGIN
    return True


def _too_much() -> Finding:
    return refusal(
        "berkas_terlalu_banyak_sel",
        "Berkas ini memuat jauh lebih banyak sel atau gambar daripada sebuah SOP.",
        "Simpan satu SOP per berkas, lalu unggah lagi.",
    )


def _broken() -> Finding:
    return refusal(
        "berkas_rusak",
        "Berkas ini rusak atau bukan berkas Word (.docx).",
        "Buka di programnya, simpan ulang, lalu unggah lagi.",
    )


def _empty() -> Finding:
    return refusal(
        "berkas_kosong",
        "Berkas ini tidak memuat tabel maupun tulisan.",
        "Periksa apakah berkas yang dipilih sudah benar, lalu unggah lagi.",
    )

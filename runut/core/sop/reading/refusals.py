"""Why a file gives no SOP: a picture, a narrative, scrambled words, a table of another kind."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from runut.core.findings import Finding, Level
from runut.core.sop.reading.canvas import Canvas

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_VOWEL: Final = re.compile(r"[aeiou]", re.IGNORECASE)
_FEW_WORDS: Final = 12


def refuse(canvas: Canvas, name: str) -> Finding:
    """The one reason why ``canvas`` holds no SOP that could be read."""
    words = [word for text in texts_of(canvas) for word in text.split()]
    has_picture = any(page.has_picture for page in canvas.pages)
    if len(words) <= _FEW_WORDS * max(1, len(canvas.pages)) and has_picture:
        return _picture(name)
    if not words:
        return _blocker(
            "baca.kosong", f"{name} tidak berisi tulisan.", "Pilih berkas yang berisi SOP."
        )
    if is_scrambled(words):
        return _scrambled(name)
    if any(page.tables for page in canvas.pages):
        return _no_head(name)
    return _narrative(name)


def texts_of(canvas: Canvas) -> Iterable[str]:
    """All words of a file, cell by cell."""
    for page in canvas.pages:
        for table in page.tables:
            yield from (cell.text for cell in table.cells)
        yield from (words.text for words in page.words)


def is_scrambled(words: Iterable[str]) -> bool:
    """Whether the letters form no words: glyphs without a meaning, or hardly a vowel."""
    text = " ".join(words)
    signs = [sign for sign in text if not sign.isspace()]
    odd = sum(
        unicodedata.category(sign) in {"Co", "Cn", "Cc", "Cs"} or sign == "\ufffd" for sign in signs
    )
    if odd * 5 > len(signs):
        return True
    found = _WORD.findall(text)
    letters = sum(sign.isalpha() for sign in signs)
    if len(signs) > 80 and letters * 5 < len(signs) * 2:
        return True
    if len(found) < 20:
        return False
    spoken = sum(bool(_VOWEL.search(word)) for word in found if len(word) > 2)
    return spoken * 10 < sum(len(word) > 2 for word in found) * 7


def scrambled_sop(name: str) -> Finding:
    """The words of the table itself are no words."""
    return _scrambled(name)


def no_steps(name: str, halaman: int) -> Finding:
    """A head without a step below it."""
    return _blocker(
        "baca.tanpa-langkah",
        f"{name} memuat kepala tabel SOP pada halaman {halaman}, tetapi tidak ada langkah di "
        "bawahnya.",
        "Isi tabel itu: satu baris bernomor untuk setiap langkah.",
    )


def too_many_steps(name: str, count: int, limit: int) -> Finding:
    """More steps than any procedure has."""
    return _blocker(
        "baca.terlalu-banyak-langkah",
        f"{name} memuat {count} langkah; yang dapat dibaca paling banyak {limit}.",
        "Pecah menjadi beberapa SOP yang saling terkait.",
    )


def _picture(name: str) -> Finding:
    return _blocker(
        "baca.hanya-gambar",
        f"{name} hanya berisi gambar (misalnya hasil pindai); tabel di dalam gambar tidak dapat "
        "dibaca.",
        "Gunakan berkas Word, Excel, atau PDF aslinya, atau ketik ulang tabelnya.",
    )


def _scrambled(name: str) -> Finding:
    return _blocker(
        "baca.teks-rusak",
        f"Tulisan di dalam {name[:1].lower()}{name[1:]} tidak terbaca sebagai kata; hurufnya "
        "tersimpan tanpa arti.",
        "Simpan ulang dari berkas Word atau Excel aslinya, atau ketik ulang tabelnya.",
    )


def _no_head(name: str) -> Finding:
    return _blocker(
        "baca.bukan-tabel-sop",
        f"{name} tidak memuat tabel SOP: baris kepala dengan kolom Kegiatan, Pelaksana, dan Mutu "
        "Baku tidak ditemukan.",
        "Gunakan formulir SOP AP menurut PermenPANRB 35/2012.",
    )


def _narrative(name: str) -> Finding:
    return _blocker(
        "baca.hanya-uraian",
        f"{name} berisi uraian tanpa tabel; langkah dan pelaksananya tidak dapat dibaca dari "
        "uraian.",
        "Susun prosedurnya ke dalam tabel SOP AP menurut PermenPANRB 35/2012.",
    )


def _blocker(kode: str, pesan: str, usul: str) -> Finding:
    return Finding(kode, Level.BLOCKER, pesan, usul)

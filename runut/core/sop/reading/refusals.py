"""Why a file gives no SOP: a picture, a narrative, scrambled words, a table of another kind."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final

from runut.core.findings import Finding, Level
from runut.core.sop.form.labels import letters
from runut.core.sop.reading.canvas import Canvas, Page
from runut.core.words.items import listed

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_VOWEL: Final = re.compile(r"[aeiou]", re.IGNORECASE)
_FEW_WORDS: Final = 12
_FEW_LETTERS: Final = 20
_FORM_WORDS: Final = listed(
    "no nomor kegiatan aktivitas uraian aktifitas prosedur langkah pelaksana mutu baku waktu "
    "kelengkapan persyaratan perlengkapan dokumen alat bahan output keluaran keterangan ket isi "
    "diisi tuliskan sebutkan contoh jabatan dst dan atau di sini nama sop mulai selesai"
)
"""Words that an empty form holds by itself, in the rows made to be filled in."""
_SCRIPTS: Final = {
    "ARABIC": "Arab",
    "CYRILLIC": "Kiril",
    "CJK": "Han (Tionghoa)",
    "HIRAGANA": "Jepang",
    "KATAKANA": "Jepang",
    "HANGUL": "Korea",
    "THAI": "Thai",
    "DEVANAGARI": "Dewanagari",
    "TAMIL": "Tamil",
    "GREEK": "Yunani",
    "HEBREW": "Ibrani",
    "JAVANESE": "Jawa",
    "BALINESE": "Bali",
    "SUNDANESE": "Sunda",
    "BUGINESE": "Lontara",
    "BATAK": "Batak",
}
_HEAD_LEFT: Final = frozenset({"kegiatan", "aktivitas", "aktifitas", "uraian", "pelaksana"})
_KEGIATAN: Final = _HEAD_LEFT - {"pelaksana"}
_LEAST_RIGHT: Final = 2
_HEAD_RIGHT: Final = frozenset({"kelengkapan", "persyaratan", "waktu", "output", "keterangan"})


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
    if unreadable := refuse_letters(canvas, name):
        return unreadable
    if is_cut_sideways(canvas):
        return _cut_sideways(name)
    if has_picture:
        return _pictured_table(name)
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


def refuse_letters(canvas: Canvas, name: str) -> Finding | None:
    """Why the letters of a file say nothing to us: another script, or no words at all."""
    words = [word for text in texts_of(canvas) for word in text.split()]
    if script := other_script(words):
        return _other_script(name, script)
    return _scrambled(name) if is_scrambled(words) else None


def other_script(words: Iterable[str]) -> str:
    """The script in which most letters stand, by its Indonesian name; "" for our own.

    Glyphs without a meaning fall into many scripts or none; a text falls into one.
    """
    found = Counter(
        unicodedata.name(sign, "").partition(" ")[0].partition("-")[0]
        for word in words
        for sign in word
        if sign.isalpha()
    )
    most, count = max(found.items(), key=lambda one: one[1], default=("", 0))
    if count < _FEW_LETTERS or count * 10 < found.total() * 6:
        return ""
    return _SCRIPTS.get(most, "")


def is_blank_activity(text: str) -> bool:
    """Whether a cell made for an activity was never filled in: empty, dots, words of the form."""
    return all(map(_is_of_form, re.split(r"[\s/]+", text)))


def _is_of_form(word: str) -> bool:
    plain = letters(word)
    if plain:
        return plain in _FORM_WORDS or not plain.strip("x")
    return all(unicodedata.category(sign)[0] in "PSZ" for sign in word)


def is_cut_sideways(canvas: Canvas) -> bool:
    """Whether one table goes on to the right on other printed pages: what belongs to the left of
    the head stands on one page, what belongs to its right on another, and never on one."""
    heads = [_head_words(page) for page in canvas.pages]
    is_left = [len(words & _HEAD_LEFT) >= 1 and not words & _HEAD_RIGHT for words in heads]
    is_right = [
        len(words & _HEAD_RIGHT) >= _LEAST_RIGHT and not words & _KEGIATAN for words in heads
    ]
    return any(is_left) and any(is_right)


def _head_words(page: Page) -> frozenset[str]:
    """The cells and lines of a page that are one word of a head."""
    texts = [cell.text for table in page.tables for cell in table.cells]
    return frozenset(letters(text) for text in (*texts, *(one.text for one in page.words)))


def blank_form(name: str) -> Finding:
    """A form of which no row was filled in."""
    return _blocker(
        "baca.formulir-kosong",
        f"{name} adalah formulir SOP yang belum diisi: baris langkahnya kosong.",
        "Isi dahulu kegiatan dan pelaksananya, atau ketik langkahnya di Runut.",
    )


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


def _pictured_table(name: str) -> Finding:
    return _blocker(
        "baca.tabel-berupa-gambar",
        f"Tabel langkah dalam {name[:1].lower()}{name[1:]} berupa gambar, sehingga langkah dan "
        "pelaksananya tidak dapat dibaca; hanya tulisan di luar gambar itu yang terbaca.",
        "Gunakan berkas Word, Excel, atau PDF aslinya, atau ketik ulang tabelnya.",
    )


def _cut_sideways(name: str) -> Finding:
    return _blocker(
        "baca.terpotong-ke-samping",
        f"Tabel dalam {name[:1].lower()}{name[1:]} terlalu lebar untuk satu halaman cetak: kolom "
        "Kegiatan dan kolom Mutu Baku tercetak pada halaman yang berbeda.",
        "Unggah berkas Excel-nya, atau cetak ulang ke PDF dengan lebar satu halaman.",
    )


def _other_script(name: str, script: str) -> Finding:
    return _blocker(
        "baca.aksara-lain",
        f"Tulisan di dalam {name[:1].lower()}{name[1:]} beraksara {script}; Runut membaca SOP "
        "dalam bahasa Indonesia beraksara Latin.",
        "Unggah SOP yang ditulis dalam bahasa Indonesia, atau ketik langkahnya di Runut.",
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

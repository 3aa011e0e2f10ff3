"""Figures that are words: a rating with or without its number, and that something exists."""

import re
from decimal import Decimal

from runut.core.kinerja.angka import NUMBER, Baca
from runut.core.kinerja.aturan import NILAI_PREDIKAT
from runut.core.kinerja.model import Jenis, Polaritas, Tulisan
from runut.core.kinerja.terbaca import Pertanyaan, Terbaca

_SEBUTAN = re.compile(r"(?:predikat|opini|nilai|kategori|mutu|peringkat)\s+(.+)", re.I)
_PREDIKAT_ANGKA = re.compile(rf"([a-z][a-z ]*?[+\-]?)\s*[(/,;:]\s*({NUMBER})\s*\)?", re.I)
_ANGKA_PREDIKAT = re.compile(rf"({NUMBER})\s*[(/;]\s*([a-z][a-z ]*?[+\-]?)\s*\)?", re.I)
_ADA = re.compile(
    r"(?:ada|adanya|sudah|sudah ada|selesai\w*|lengkap|ter[a-z]+|di(?:tetapkan|terbitkan|susun|"
    r"sahkan|laporkan|sampaikan))(?:\s.*)?",
    re.I,
)
_BERPERINGKAT = re.compile(
    r"\b(?:predikat|opini|peringkat|ranking|akreditasi|terakreditasi|kategori|level|tingkat)\b",
    re.I,
)
_TIDAK_ADA = re.compile(
    r"(?:tidak|belum)(?:\s+(?:ada|selesai|lengkap|ter[a-z]+|di[a-z]+))?(?:\s.*)?", re.I
)
_TAHUN = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_PREDIKATS = frozenset(kode for table in NILAI_PREDIKAT for kode in table.nilai)


def read_rating(words: str, polaritas: Polaritas, read: Baca) -> Terbaca | Pertanyaan | None:
    """``BB (75,48)``, ``opini WTP``; a rating alone is asked where numbers are compared."""
    named = _SEBUTAN.fullmatch(words)
    bare = named[1] if named else words
    for pattern, letter, figure in ((_PREDIKAT_ANGKA, 1, 2), (_ANGKA_PREDIKAT, 2, 1)):
        match = pattern.fullmatch(bare)
        if (
            match
            and _is_rating(match[letter], polaritas)
            and (number := read(match[figure])) is not None
        ):
            return Terbaca(number, Tulisan(words, Jenis.PREDIKAT, predikat=match[letter].strip()))
    if polaritas is Polaritas.PREDIKAT:
        if any(c.isdigit() for c in bare):
            return None
        tulisan = Tulisan(words, Jenis.PREDIKAT, predikat=bare) if named else None
        return Terbaca(bare, tulisan)
    if bare.upper() in _PREDIKATS:
        return Pertanyaan(
            "predikat_ditanya",
            f"'{words}' adalah peringkat, padahal polaritasnya {polaritas.value}.",
            "Pilih polaritas predikat, atau tulis angkanya.",
        )
    return None


def read_existence(words: str, *, is_target: bool) -> Terbaca | Pertanyaan | None:
    """``Tersusunnya dokumen``, ``belum ada``; how high something ranks is more than that it is."""
    if any(c.isdigit() for c in _TAHUN.sub("", words)):
        return None
    if _ADA.fullmatch(words):
        if _BERPERINGKAT.search(words) or words.rsplit(maxsplit=1)[-1] in _PREDIKATS:
            return Pertanyaan(
                "predikat_ditanya",
                f"'{words}' menyebut peringkat; bahwa sesuatu ada belum mengatakan setinggi apa.",
                "Pilih polaritas predikat dan tulis peringkatnya, atau tulis angkanya.",
            )
        return Terbaca(Decimal(1), Tulisan(words, Jenis.ADA))
    if not is_target and _TIDAK_ADA.fullmatch(words):
        return Terbaca(Decimal(0), Tulisan(words, Jenis.ADA))
    return None


def _is_rating(word: str, polaritas: Polaritas) -> bool:
    return word.strip().upper() in _PREDIKATS or (
        polaritas is Polaritas.PREDIKAT and word.strip().isupper()
    )

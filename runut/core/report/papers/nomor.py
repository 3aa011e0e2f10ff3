"""The number of a paper by the pattern of its office."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

POLA: Final = "{nomor:3}/{jenis}/{kode}/{tahun}"
"""The pattern of an office that has set none."""
_NAME = re.compile(r"\{([^{}]*)\}")
_NOMOR = re.compile(r"nomor(?::([1-6]))?")
_NAMES: Final = ("klasifikasi", "jenis", "kode", "tahun", "bulan", "bulan_romawi")
_ROMAWI: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LONGEST: Final = 80


@dataclass(frozen=True)
class Unsur:
    """What a pattern is filled with. ``jenis`` is the code of the kind of paper (``UND``)."""

    jenis: str
    kode: str
    tanggal: date
    klasifikasi: str = ""


def format_nomor(pola: str, urut: int, unsur: Unsur) -> str:
    """The number as printed. Call ``refuse_pola`` first: an unknown name is a KeyError.

    >>> unsur = Unsur("UND", "ADPIM", date(2026, 3, 9), "000.1.5")
    >>> format_nomor(POLA, 7, unsur)
    '007/UND/ADPIM/2026'
    >>> format_nomor("{klasifikasi}/{nomor}/{kode}/{bulan_romawi}/{tahun}", 7, unsur)
    '000.1.5/7/ADPIM/III/2026'
    """
    words = {
        "klasifikasi": unsur.klasifikasi,
        "jenis": unsur.jenis,
        "kode": unsur.kode,
        "tahun": str(unsur.tanggal.year),
        "bulan": f"{unsur.tanggal.month:02d}",
        "bulan_romawi": _ROMAWI[unsur.tanggal.month - 1],
    }

    def word(found: re.Match[str]) -> str:
        number = _NOMOR.fullmatch(found[1])
        if number:
            return str(urut).zfill(int(number[1] or 1))
        return words[found[1]]

    return _NAME.sub(word, pola)


def refuse_pola(pola: str, klasifikasi: str = "") -> str:
    """Why this pattern gives no number; "" where it does.

    >>> refuse_pola("{nomor}/{kodee}")
    'Pola memuat {kodee}, yang tidak dikenal. Pakai {nomor}, {klasifikasi}, {jenis}, {kode}, \
{tahun}, {bulan}, atau {bulan_romawi}.'
    """
    names = _NAME.findall(pola)
    if "{" in _NAME.sub("", pola) or "}" in _NAME.sub("", pola):
        return "Pola memuat kurung kurawal yang tidak berpasangan. Periksa { dan }."
    unknown = [name for name in names if name not in _NAMES and not _NOMOR.fullmatch(name)]
    if unknown:
        return (
            f"Pola memuat {{{unknown[0]}}}, yang tidak dikenal. Pakai {{nomor}}, {{klasifikasi}}, "
            "{jenis}, {kode}, {tahun}, {bulan}, atau {bulan_romawi}."
        )
    if sum(bool(_NOMOR.fullmatch(name)) for name in names) != 1:
        return "Pola harus memuat {nomor} tepat satu kali; tulis {nomor:3} untuk 001."
    if "tahun" not in names:
        return "Pola harus memuat {tahun}: nomor urut mulai lagi dari 1 setiap tahun."
    if "klasifikasi" in names and not klasifikasi:
        return "Pola memuat {klasifikasi}, tetapi kode klasifikasinya belum diisi."
    return ""

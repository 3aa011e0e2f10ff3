"""The drop-downs of the workbook: fixed words, and the IDs that stand on its own sheets."""

from typing import Any

from runut.core.kinerja import lembar, lembar_pilihan
from runut.core.kinerja.kolom import Kolom

FIRST_ROW, LAST_ROW = 4, 203
"""The rows, as a person counts them, that an empty workbook offers."""

_SASARAN = f"={lembar.SASARAN}!$A${FIRST_ROW}:$A${LAST_ROW}"
_INDIKATOR = f"={lembar.INDIKATOR}!$A${FIRST_ROW}:$A${LAST_ROW}"
_IDS = {
    (lembar.SASARAN, "induk"): _SASARAN,
    (lembar.INDIKATOR, "sasaran"): _SASARAN,
    (lembar.INDIKATOR, "induk"): f"=$A${FIRST_ROW}:$A${LAST_ROW}",
    (lembar.ANGGARAN, "sasaran"): _SASARAN,
    (lembar.ANALISIS, "sasaran"): _SASARAN,
    (lembar_pilihan.PEMBANDING, "indikator"): _INDIKATOR,
    (lembar_pilihan.RENCANA_AKSI, "indikator"): _INDIKATOR,
}
_SEVERAL = ((lembar.ANGGARAN, "sasaran"), (lembar.ANALISIS, "sasaran"))
"""Columns that take several of the list, or something else besides: offered, not demanded."""


def choice_of(nama: str, kolom: Kolom) -> dict[str, Any] | None:
    """What a column of a sheet offers to choose from; None where anything may be typed."""
    source = _IDS.get((nama, kolom.kunci))
    if source is not None:
        return {
            "validate": "list",
            "source": source,
            "error_title": kolom.judul[:32],
            "error_message": "Pilih ID yang ada di daftar, atau tambahkan dahulu di lembarnya.",
            "show_error": (nama, kolom.kunci) not in _SEVERAL,
        }
    if not kolom.pilihan:
        return None
    return {
        "validate": "list",
        "source": list(kolom.pilihan),
        "error_title": kolom.judul[:32],
        "error_message": f"Pilih salah satu: {', '.join(kolom.pilihan)}."[:255],
    }

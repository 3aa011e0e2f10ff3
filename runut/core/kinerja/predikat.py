"""From a percentage to its category, on the scale that the indicator declares."""

from dataclasses import dataclass
from decimal import Decimal

from runut.core.aturan import Aturan
from runut.core.kinerja.aturan import NILAI_PREDIKAT, SKALA, Jenjang, Skala

SKALA_BAWAAN = SKALA[0].kode


@dataclass(frozen=True)
class Kategori:
    """A category as printed, with its colour (six hexadecimal digits)."""

    nama: str
    warna: str


def find_skala(kode: str) -> Aturan[Skala] | None:
    """The scale of that code, or None when there is none."""
    return next((s for s in SKALA if s.kode == kode), None)


def kategori_of(capaian: Decimal, kode_skala: str = SKALA_BAWAAN) -> Kategori:
    """The category of a capaian that is already rounded to two decimals.

    Lower bounds are compared, because the printed whole-number bounds leave holes.

    >>> kategori_of(Decimal("90.50")).nama, kategori_of(Decimal("91")).nama
    ('Tinggi', 'Sangat Tinggi')
    """
    skala = find_skala(kode_skala)
    if skala is None:
        raise KeyError(kode_skala)
    return _step(capaian, skala.nilai)


def predicate_values(kodes: tuple[str, ...], declared: dict[str, Decimal]) -> dict[str, Decimal]:
    """The rating → number table for these predicates: the declared one, else a known one.

    Empty when no table knows them all.

    >>> predicate_values(("WTP", "WDP"), {})["WDP"]
    Decimal('3')
    """
    tables = [_upper(declared)] if declared else [a.nilai for a in NILAI_PREDIKAT]
    wanted = {k.strip().upper() for k in kodes}
    return next((t for t in tables if wanted <= t.keys()), {})


def _upper(table: dict[str, Decimal]) -> dict[str, Decimal]:
    return {k.strip().upper(): v for k, v in table.items()}


def _step(nilai: Decimal, skala: Skala) -> Kategori:
    step = next((j for j in skala.jenjang if _reaches(nilai, j)), skala.terendah)
    return Kategori(step.nama, step.warna)


def _reaches(nilai: Decimal, jenjang: Jenjang) -> bool:
    if jenjang.is_termasuk:
        return nilai >= jenjang.batas_bawah
    return nilai > jenjang.batas_bawah

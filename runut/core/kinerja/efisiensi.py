"""Serapan and the efficiency measures in use; percentages are Decimal with two decimals.

The PMK formulas bind ministries; a regional office may choose them. No budget at all is never
"efficient".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.angka import divide, format_persen, format_rupiah, round_half_up
from runut.core.kinerja.aturan import CAPAIAN_TERCAPAI, EFISIENSI_PMK

_SERATUS = Decimal(100)
EFISIEN = "efisien"
TIDAK_EFISIEN = "tidak efisien"


@dataclass(frozen=True)
class HasilSelisih:
    """Capaian less serapan, in points, and what it means; ``simpulan`` None: cannot be said."""

    selisih: Decimal | None
    simpulan: str | None
    kerja: str
    alasan: str | None = None


@dataclass(frozen=True)
class Keluaran:
    """An output with its money: pagu (PAK), realisasi (RAK), capaian of the output in percent."""

    pagu: Decimal
    realisasi: Decimal
    capaian: Decimal


def compute_serapan(pagu: Decimal, realisasi: Decimal) -> Decimal | None:
    """Absorption in percent: realisasi ÷ pagu × 100 (PMK 214/2017). None without a pagu.

    >>> compute_serapan(Decimal(855830897000), Decimal(734881464333))
    Decimal('85.87')
    """
    return round_half_up(divide(realisasi * _SERATUS, pagu)) if pagu > 0 else None


def serapan_text(pagu: Decimal, realisasi: Decimal) -> str:
    """The working of the absorption: ``Rp734 ÷ Rp855 × 100 = 85,85%``."""
    serapan = compute_serapan(pagu, realisasi)
    end = "tidak dapat dihitung" if serapan is None else format_persen(serapan)
    return f"{format_rupiah(realisasi)} ÷ {format_rupiah(pagu)} × 100 = {end}"


def compute_selisih(capaian: Decimal | None, serapan: Decimal | None) -> HasilSelisih:
    """Level of efficiency: capaian − serapan, in points.

    Efficient when the target was reached with a smaller share of the money.

    >>> compute_selisih(Decimal("102.5"), Decimal("95")).simpulan
    'efisien'
    >>> compute_selisih(Decimal(0), Decimal(0)).simpulan
    'tidak efisien'
    """
    if capaian is None or serapan is None:
        lacking = "capaian" if capaian is None else "serapan"
        return HasilSelisih(None, None, "", f"Tidak ada {lacking} yang dapat dibandingkan.")
    selisih = capaian - serapan
    is_efisien = capaian >= CAPAIAN_TERCAPAI.nilai and serapan < capaian
    return HasilSelisih(
        selisih,
        EFISIEN if is_efisien else TIDAK_EFISIEN,
        _selisih_text(capaian, serapan),
    )


def compute_efisiensi_pmk(keluaran: Iterable[Keluaran]) -> Decimal | None:
    """Efficiency E in percent: (Σ(PAK × CK) − ΣRAK) ÷ Σ(PAK × CK) × 100 (PMK 214/2017).

    >>> compute_efisiensi_pmk([Keluaran(Decimal(4), Decimal("3.8"), Decimal(122))])
    Decimal('22.13')
    """
    rows = tuple(keluaran)
    earned = sum((divide(k.pagu * k.capaian, _SERATUS) for k in rows), Decimal(0))
    spent = sum((k.realisasi for k in rows), Decimal(0))
    return round_half_up(divide((earned - spent) * _SERATUS, earned)) if earned > 0 else None


def nilai_efisiensi(efisiensi: Decimal) -> Decimal:
    """Value NE in points, 0 to 100: 50 + E ÷ 20 × 50; capped beyond ± 20 % (PMK 214/2017).

    >>> [str(nilai_efisiensi(Decimal(e))) for e in ("25.67", "8", "-30")]
    ['100.00', '70.00', '0.00']
    """
    rule = EFISIENSI_PMK.nilai
    value = rule.nilai_dasar + divide(efisiensi, rule.efisiensi_tertinggi) * rule.nilai_dasar
    return round_half_up(min(max(value, Decimal(0)), rule.nilai_tertinggi))


def compute_rasio(capaian_keluaran: Decimal, capaian_masukan: Decimal) -> Decimal | None:
    """Output over input in percent, for money or for staff-days (as in the LKj of BPKP 2021).

    >>> compute_rasio(Decimal("106.52"), Decimal("97.80"))
    Decimal('108.92')
    """
    if capaian_masukan <= 0:
        return None
    return round_half_up(divide(capaian_keluaran * _SERATUS, capaian_masukan))


def compute_sisa(capaian: Decimal | None, serapan: Decimal | None) -> Decimal | None:
    """Budget left over, in percent, of an indicator that reached its target; None otherwise.

    >>> compute_sisa(Decimal("100.45"), Decimal("88.99")), compute_sisa(Decimal(99), Decimal(80))
    (Decimal('11.01'), None)
    """
    if capaian is None or serapan is None or capaian < CAPAIAN_TERCAPAI.nilai:
        return None
    return _SERATUS - serapan


def compute_mean(values: Iterable[Decimal]) -> Decimal | None:
    """Simple mean of the printed figures, two decimals; None of nothing.

    >>> compute_mean([Decimal("98.40"), Decimal("98.80"), Decimal("98.91")])
    Decimal('98.70')
    """
    rows = tuple(values)
    return round_half_up(divide(sum(rows, Decimal(0)), Decimal(len(rows)))) if rows else None


def _selisih_text(capaian: Decimal, serapan: Decimal) -> str:
    selisih = format_persen(capaian - serapan).removesuffix("%")
    return f"{format_persen(capaian)} − {format_persen(serapan)} = {selisih} poin"

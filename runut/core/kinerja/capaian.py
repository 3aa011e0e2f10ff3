"""Capaian: how much of its target an indicator reached, with the working printed."""

from dataclasses import dataclass, replace
from decimal import Decimal

from runut.core.kinerja.angka import format_exact, format_persen, round_half_up
from runut.core.kinerja.aturan import CAPAIAN_TERCAPAI, CAPAIAN_TERENDAH
from runut.core.kinerja.model import Agregasi, Indikator, Nilai, Polaritas, Rentang
from runut.core.kinerja.predikat import kategori_of
from runut.core.kinerja.rumus import LAN, RASIO, Hitungan, apply_formula, formula_text

BELUM_DIUKUR = "Belum diukur."
_ROMAWI = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class HasilCapaian:
    """Capaian in percent (two decimals, half up), its category, a remark, and the working.

    ``capaian`` None means not measured or not computable, never 0; ``alasan`` then says why.
    ``alasan`` beside a number names the rule that bent it (floor, cap, zero). ``target`` and
    ``realisasi`` are the two figures that were compared, put together from quarters where needed.
    """

    capaian: Decimal | None
    kategori: str | None
    alasan: str | None
    kerja: str
    target: Nilai | None = None
    realisasi: Nilai | None = None

    @property
    def is_tercapai(self) -> bool | None:
        """Whether the target was reached; None when there is no figure."""
        return None if self.capaian is None else self.capaian >= CAPAIAN_TERCAPAI.nilai


@dataclass(frozen=True)
class _Pasangan:
    """The target and realisasi that are compared, and how they were put together."""

    target: Nilai | None
    realisasi: Nilai | None
    asal: str = ""
    alasan: str | None = None


def compute_capaian(indikator: Indikator) -> HasilCapaian:
    """Capaian of the year; from the quarters when only they are filled in.

    The year's own figure counts when it is there: it is the one that was verified.
    """
    if indikator.realisasi.nilai is None and _filled(indikator):
        return compute_triwulan(indikator)
    return compute_for(indikator, indikator.target.nilai, indikator.realisasi.nilai)


def compute_for(
    indikator: Indikator, target: Nilai | None, realisasi: Nilai | None
) -> HasilCapaian:
    """Capaian of any two figures by the formula, cap and scale of this indicator."""
    return _result(indikator, _Pasangan(target, realisasi))


def compute_triwulan(indikator: Indikator, sampai: int = 4) -> HasilCapaian:
    """Capaian from the quarters up to number ``sampai``.

    ``jumlah``: the sum of the filled realisasi over the sum of the targets of those quarters.
    ``akhir`` (also when nothing is declared): the last filled quarter.
    """
    filled = tuple(q for q in _filled(indikator) if q < sampai)
    if not filled:
        return _result(indikator, _Pasangan(indikator.target.nilai, None))
    if indikator.agregasi is Agregasi.JUMLAH:
        return _result(indikator, _sum_of(indikator, filled))
    return _result(indikator, _last_of(indikator, filled[-1]))


def other_formula_note(indikator: Indikator) -> str | None:
    """A warning when the other common formula would give this result another category.

    Only where two formulas are in use: lower is better, and a range read in that sense.
    """
    if indikator.polaritas is not Polaritas.TURUN:
        return None
    other = LAN if indikator.formula == RASIO else RASIO
    ours = compute_capaian(indikator)
    theirs = compute_capaian(replace(indikator, formula=other))
    if ours.capaian is None or theirs.capaian is None or ours.kategori == theirs.kategori:
        return None
    return (
        f"Peringatan: dengan rumus {formula_text(replace(indikator, formula=other))} capaian "
        f"menjadi {format_persen(theirs.capaian)} ({theirs.kategori}), bukan "
        f"{format_persen(ours.capaian)} ({ours.kategori}). Cantumkan rumus yang dipakai."
    )


def _result(indikator: Indikator, pair: _Pasangan) -> HasilCapaian:
    alasan = pair.alasan or _missing(pair)
    if alasan is not None or pair.target is None or pair.realisasi is None:
        return HasilCapaian(
            None, None, alasan, formula_text(indikator), pair.target, pair.realisasi
        )
    hitungan = _bounded(apply_formula(indikator, pair.target, pair.realisasi), indikator.batas)
    kerja = f"{pair.asal}{hitungan.kerja}"
    if hitungan.persen is None:
        return HasilCapaian(None, None, hitungan.alasan, kerja, pair.target, pair.realisasi)
    capaian = round_half_up(hitungan.persen)
    kategori = kategori_of(capaian, indikator.skala).nama
    return HasilCapaian(capaian, kategori, hitungan.alasan, kerja, pair.target, pair.realisasi)


def _missing(pair: _Pasangan) -> str | None:
    if pair.realisasi is None:
        return BELUM_DIUKUR
    return "Target belum diisi." if pair.target is None else None


def _bounded(hitungan: Hitungan, batas: Decimal | None) -> Hitungan:
    if hitungan.persen is None:
        return hitungan
    floor = CAPAIAN_TERENDAH.nilai
    if hitungan.persen < floor:
        lowest = format_persen(floor)
        return Hitungan(
            floor,
            f"{hitungan.kerja}, dicatat {lowest}",
            f"Hasil hitungan negatif; capaian paling rendah {lowest}.",
        )
    if batas is not None and hitungan.persen > batas:
        return Hitungan(
            batas,
            f"{hitungan.kerja}, dibatasi {format_persen(batas)}",
            f"Capaian dibatasi {format_persen(batas)} sebagaimana dinyatakan pada indikator.",
        )
    return hitungan


def _filled(indikator: Indikator) -> tuple[int, ...]:
    """The quarters (from 0) whose realisasi is filled in. 0 is filled; empty is not."""
    return tuple(q for q, r in enumerate(indikator.realisasi_triwulan) if r.nilai is not None)


def _target_of(indikator: Indikator, q: int) -> Nilai | None:
    return indikator.target_triwulan[q].nilai if q < len(indikator.target_triwulan) else None


def _last_of(indikator: Indikator, q: int) -> _Pasangan:
    target = _target_of(indikator, q)
    if target is None:
        return _Pasangan(None, None, alasan=f"Target triwulan {_ROMAWI[q]} belum diisi.")
    return _Pasangan(target, indikator.realisasi_triwulan[q].nilai, f"triwulan {_ROMAWI[q]}: ")


def _sum_of(indikator: Indikator, quarters: tuple[int, ...]) -> _Pasangan:
    if indikator.polaritas is Polaritas.PREDIKAT:
        return _Pasangan(
            None, None, alasan="Predikat tidak dapat dijumlahkan; pakai agregasi akhir."
        )
    empty = [q for q in quarters if _target_of(indikator, q) is None]
    if empty:
        return _Pasangan(None, None, alasan=f"Target triwulan {_ROMAWI[empty[0]]} belum diisi.")
    targets = [_target_of(indikator, q) for q in quarters]
    results = [indikator.realisasi_triwulan[q].nilai for q in quarters]
    r, r_text = _total(results)
    t, t_text = _total(targets)
    if r is None or t is None:
        return _Pasangan(None, None, alasan="Angka triwulan tidak dapat dijumlahkan.")
    return _Pasangan(t, r, f"R = {r_text}; T = {t_text}; ")


def _total(values: list[Nilai | None]) -> tuple[Nilai | None, str]:
    numbers = [v for v in values if isinstance(v, Decimal)]
    if len(numbers) == len(values):
        total = sum(numbers, Decimal(0))
        return total, _sum_text(numbers, total)
    ranges = [v for v in values if isinstance(v, Rentang)]
    if len(ranges) != len(values):
        return None, ""
    low = sum((v.low for v in ranges), Decimal(0))
    high = sum((v.high for v in ranges), Decimal(0))
    return Rentang(low, high), f"{format_exact(low)}–{format_exact(high)}"


def _sum_text(numbers: list[Decimal], total: Decimal) -> str:
    if len(numbers) == 1:
        return format_exact(total)
    return f"{' + '.join(format_exact(n) for n in numbers)} = {format_exact(total)}"

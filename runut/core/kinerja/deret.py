"""An indicator against other years, the end of the Renstra, and the national standard (T3–T5)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from runut.core.kinerja.capaian import HasilCapaian, compute_pair
from runut.core.kinerja.model import Indikator, Jenis, Nilai, Polaritas, Rentang, Terukur
from runut.core.kinerja.predikat import predicate_values

BANYAK_TAHUN = 5
_LAIN_JENIS = "Targetnya tidak sejenis dengan target tahun ini, jadi tidak dihitung."
_KOSONG = Terukur(None, "")


class Arah(StrEnum):
    """How a change reads in the direction of the polarity, not of the bare number."""

    MEMBAIK = "membaik"
    MEMBURUK = "memburuk"
    TETAP = "tetap"


class Posisi(StrEnum):
    """Where a result stands against a standard, as a number."""

    DI_ATAS = "di atas"
    DI_BAWAH = "di bawah"
    SAMA = "sama dengan"


@dataclass(frozen=True)
class TitikTahun:
    """One year of an indicator; ``selisih`` is realisasi less that of the year before.

    For predicates ``selisih`` counts steps of the rating. None: one of the two is missing, or the
    definition changed in between.
    """

    tahun: int
    target: Nilai | None
    realisasi: Nilai | None
    hasil: HasilCapaian
    selisih: Decimal | None
    arah: Arah | None


@dataclass(frozen=True)
class Kemajuan:
    """Realisasi of this year against the target of a year of the Renstra."""

    tahun: int
    target: Nilai | None
    hasil: HasilCapaian


@dataclass(frozen=True)
class Banding:
    """Realisasi against the national standard; ``arah`` says whether that is better or worse."""

    posisi: Posisi
    selisih: Decimal
    arah: Arah


def year_series(
    indikator: Indikator, tahun: int, banyak: int = BANYAK_TAHUN
) -> tuple[TitikTahun, ...]:
    """``banyak`` years up to and including ``tahun``, oldest first (T3)."""
    return tuple(_point(indikator, y, tahun) for y in range(tahun - banyak + 1, tahun + 1))


def renstra_progress(indikator: Indikator, tahun_renstra: int) -> Kemajuan:
    """Level of progress to a Renstra target (T4), by the polarity's formula and without a cap.

    For "higher is better" this is realisasi ÷ target akhir × 100.
    """
    target = indikator.renstra.get(tahun_renstra, _KOSONG)
    uncapped = replace(indikator, batas=None)
    return Kemajuan(
        tahun_renstra, target.nilai, compute_pair(uncapped, target, indikator.realisasi)
    )


def renstra_series(indikator: Indikator) -> tuple[Kemajuan, ...]:
    """Progress to every Renstra target there is, in the order of the years."""
    return tuple(renstra_progress(indikator, tahun) for tahun in sorted(indikator.renstra))


def compare_standar(indikator: Indikator) -> Banding | None:
    """Realisasi against the national standard (T5); None where one of the two is missing.

    Whether there is no standard or nobody filled it in is ``tanpa_standar_nasional``.
    """
    standar = indikator.standar_nasional
    return None if standar is None else compare_with(indikator, standar.nilai)


def compare_with(indikator: Indikator, lain: Nilai | None) -> Banding | None:
    """Realisasi against the figure of somebody else; None where one of the two is missing."""
    realisasi = indikator.realisasi.nilai
    if lain is None:
        return None
    selisih = difference(indikator, lain, realisasi)
    arah = direction(indikator, lain, realisasi)
    if selisih is None or arah is None:
        return None
    posisi = Posisi.SAMA
    if selisih != 0:
        posisi = Posisi.DI_ATAS if selisih > 0 else Posisi.DI_BAWAH
    return Banding(posisi, selisih, arah)


def difference(indikator: Indikator, lama: Nilai | None, baru: Nilai | None) -> Decimal | None:
    """``baru`` − ``lama``; steps of the rating for predicates; distance to a range's near bound."""
    if isinstance(lama, Rentang) and isinstance(baru, Decimal):
        return baru - min(max(baru, lama.low), lama.high)
    numbers = _numbers(indikator, lama, baru)
    return None if numbers is None else numbers[1] - numbers[0]


def direction(indikator: Indikator, lama: Nilai | None, baru: Nilai | None) -> Arah | None:
    """Whether going from ``lama`` to ``baru`` is better, in the sense of the polarity.

    For a range or a stable target, nearer to this year's target is better.
    """
    selisih = difference(indikator, lama, baru)
    if selisih is None:
        return None
    if indikator.polaritas in (Polaritas.RENTANG, Polaritas.STABIL):
        return _nearer(indikator, lama, baru)
    gain = -selisih if indikator.polaritas is Polaritas.TURUN else selisih
    return _sign(gain)


def _point(indikator: Indikator, tahun: int, tahun_ini: int) -> TitikTahun:
    target, realisasi = _figures(indikator, tahun, tahun_ini)
    _, before = _figures(indikator, tahun - 1, tahun_ini)
    is_alike = _kind(before) == _kind(realisasi) and tahun != indikator.berubah_tahun
    return TitikTahun(
        tahun,
        target.nilai,
        realisasi.nilai,
        _result(indikator, target, realisasi),
        difference(indikator, before.nilai, realisasi.nilai) if is_alike else None,
        direction(indikator, before.nilai, realisasi.nilai) if is_alike else None,
    )


def _result(indikator: Indikator, target: Terukur, realisasi: Terukur) -> HasilCapaian:
    """Capaian of a year; none where its target is of another kind than the rule that is printed."""
    if target.nilai is None or _kind(target) == _kind(indikator.target):
        return compute_pair(indikator, target, realisasi)
    return HasilCapaian(None, None, _LAIN_JENIS, "", target.nilai, realisasi.nilai)


def _kind(terukur: Terukur) -> Jenis | None:
    """A day and a document are measured otherwise than everything else."""
    return terukur.jenis if terukur.jenis in (Jenis.TANGGAL, Jenis.ADA) else None


def _figures(indikator: Indikator, tahun: int, tahun_ini: int) -> tuple[Terukur, Terukur]:
    if tahun == tahun_ini:
        return indikator.target, indikator.realisasi
    return indikator.riwayat_target.get(tahun, _KOSONG), indikator.riwayat.get(tahun, _KOSONG)


def _numbers(
    indikator: Indikator, lama: Nilai | None, baru: Nilai | None
) -> tuple[Decimal, Decimal] | None:
    if isinstance(lama, Decimal) and isinstance(baru, Decimal):
        return lama, baru
    if isinstance(lama, str) and isinstance(baru, str):
        values = predicate_values((lama, baru), indikator.nilai_predikat)
        return (values[lama.strip().upper()], values[baru.strip().upper()]) if values else None
    return None


def _nearer(indikator: Indikator, lama: Nilai | None, baru: Nilai | None) -> Arah | None:
    distances = [_distance(indikator.target.nilai, n) for n in (lama, baru)]
    if distances[0] is None or distances[1] is None:
        return None
    return _sign(distances[0] - distances[1])


def _distance(target: Nilai | None, nilai: Nilai | None) -> Decimal | None:
    """How far ``nilai`` is from the target; a standard that is a range is on target by itself."""
    if isinstance(nilai, Rentang):
        return Decimal(0)
    if not isinstance(nilai, Decimal):
        return None
    if isinstance(target, Rentang):
        return abs(nilai - min(max(nilai, target.low), target.high))
    return abs(nilai - target) if isinstance(target, Decimal) else None


def _sign(gain: Decimal) -> Arah:
    if gain == 0:
        return Arah.TETAP
    return Arah.MEMBAIK if gain > 0 else Arah.MEMBURUK

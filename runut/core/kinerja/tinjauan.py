"""What the figures of an indicator say when they are judged: how far it missed, since when that
could be seen, how long it goes on, and whether the end of the Renstra is within reach.

Pure arithmetic over what was measured; where a figure is missing there is no judgement.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from runut.core.kinerja.angka import divide
from runut.core.kinerja.capaian import HasilCapaian, compute_pair, compute_triwulan
from runut.core.kinerja.deret import Arah, TitikTahun, difference
from runut.core.kinerja.model import Indikator, Jenis, Polaritas, Terukur

_MONOTONE = (Polaritas.NAIK, Polaritas.TURUN)
_NEAR = (Polaritas.RENTANG, Polaritas.STABIL)
_WORDS_ONLY = (Jenis.TANGGAL, Jenis.ADA)


class Jalur(StrEnum):
    """Where an indicator stands on its way to the last target of the Renstra."""

    SAMPAI = "sudah tercapai"
    DI_JALUR = "di jalur"
    TERTINGGAL = "tertinggal"
    TIDAK_TERCAPAI = "tidak tercapai"
    """The last year is over and the target was not reached."""


@dataclass(frozen=True)
class Perjalanan:
    """From the baseline over this year to the end of the Renstra.

    ``laju`` is the change in a year so far and ``perlu`` the change in a year that is left to do,
    both counted in the sense of the polarity: more than 0 is better. None where it cannot be said.
    """

    akhir: int
    jalur: Jalur | None
    dasar: Terukur | None = None
    tahun_dasar: int | None = None
    laju: Decimal | None = None
    perlu: Decimal | None = None
    acuan: str = ""
    """Against what ``jalur`` was judged, in words."""


def shortfall(indikator: Indikator, hasil: HasilCapaian) -> Decimal | None:
    """By how much a missed target was missed, in the unit of the indicator; None: not to be said.

    Steps for ratings, days for days, the distance to the near bound for a range.
    """
    if hasil.is_tercapai is not False or hasil.ukur_target.jenis is Jenis.ADA:
        return None
    size = difference(indikator, hasil.target, hasil.realisasi)
    return None if size is None or size == 0 else abs(size)


def missed_from_quarter(indikator: Indikator) -> HasilCapaian | None:
    """The first quarter of the run of quarters that ended in a missed year.

    Only quarters with a target of their own are judged; None where the last of them was on target,
    for then nothing was to be seen.
    """
    first: HasilCapaian | None = None
    for quarter in range(1, 5):
        part = compute_triwulan(indikator, quarter)
        is_own = part.lingkup.sampai == quarter and not part.lingkup.is_target_tahun
        if not is_own or part.tercapai is None:
            continue
        if part.tercapai:
            first = None
        elif first is None:
            first = part
    return first


def better_since(points: Sequence[TitikTahun]) -> int | None:
    """The year from which on each year was better than the one before, up to the last."""
    since = None
    for point in reversed(points):
        if point.arah is not Arah.MEMBAIK:
            break
        since = point.tahun - 1
    return since


def missed_since(points: Sequence[TitikTahun]) -> int | None:
    """The first of the years without a break in which the target was missed, up to the last."""
    since = None
    for point in reversed(points):
        if point.hasil.is_tercapai is not False:
            break
        since = point.tahun
    return since


def journey(indikator: Indikator, tahun: int, periode: tuple[int, int]) -> Perjalanan | None:
    """The way to the end of the Renstra; None where its last target or the result is missing."""
    mulai, akhir = periode
    target = indikator.renstra.get(akhir)
    if target is None or target.nilai is None or indikator.realisasi.nilai is None:
        return None
    dasar, tahun_dasar = _baseline(indikator, mulai)
    found = Perjalanan(akhir, None, dasar, tahun_dasar)
    whole = _pair(indikator, target)
    if whole.tercapai is None:
        return found
    if whole.tercapai:
        # what must stay near a target is never done with: it is on its way as long as it holds
        is_done = tahun >= akhir or indikator.polaritas not in _NEAR
        jalur = Jalur.SAMPAI if is_done else Jalur.DI_JALUR
        laju = _pace(found, indikator, tahun)
        return replace(found, jalur=jalur, acuan=f"target {akhir}", laju=laju)
    if tahun >= akhir:
        return replace(found, jalur=Jalur.TIDAK_TERCAPAI, acuan=f"target {akhir}")
    found = replace(
        found, laju=_pace(found, indikator, tahun), perlu=_needed(indikator, target, akhir - tahun)
    )
    return _judged(found, indikator, tahun)


def _judged(found: Perjalanan, indikator: Indikator, tahun: int) -> Perjalanan:
    """By the target that the Renstra has for this year, else by even steps from the baseline."""
    step = indikator.renstra.get(tahun)
    if step is not None and step.nilai is not None:
        reached, acuan = _pair(indikator, step).tercapai, f"target Renstra {tahun}"
    else:
        reached, acuan = _is_even(found, indikator, tahun), f"langkah merata menuju {found.akhir}"
    if reached is None:
        return found
    jalur = Jalur.DI_JALUR if reached else Jalur.TERTINGGAL
    return replace(found, jalur=jalur, acuan=acuan)


def _is_even(found: Perjalanan, indikator: Indikator, tahun: int) -> bool | None:
    """Whether as much of the way is behind as there would be with the same step every year."""
    if found.laju is None or found.perlu is None or found.tahun_dasar is None:
        return None
    return found.laju >= found.perlu


def _pair(indikator: Indikator, target: Terukur) -> HasilCapaian:
    return compute_pair(indikator, target, indikator.realisasi)


def _baseline(indikator: Indikator, mulai: int) -> tuple[Terukur | None, int | None]:
    """The declared baseline, else the year before the Renstra began; none of another definition."""
    candidates = [
        (indikator.dasar, indikator.tahun_dasar),
        (indikator.riwayat.get(mulai - 1), mulai - 1),
    ]
    for figure, year in candidates:
        if figure is None or figure.nilai is None or year is None:
            continue
        if indikator.berubah_tahun is None or year >= indikator.berubah_tahun:
            return figure, year
    return None, None


def _pace(found: Perjalanan, indikator: Indikator, tahun: int) -> Decimal | None:
    if found.dasar is None or found.tahun_dasar is None or tahun <= found.tahun_dasar:
        return None
    gain = _gain(indikator, found.dasar, indikator.realisasi)
    return None if gain is None else divide(gain, Decimal(tahun - found.tahun_dasar))


def _needed(indikator: Indikator, target: Terukur, years: int) -> Decimal | None:
    gain = _gain(indikator, indikator.realisasi, target)
    return None if gain is None else divide(gain, Decimal(years))


def _gain(indikator: Indikator, lama: Terukur, baru: Terukur) -> Decimal | None:
    """How much better ``baru`` is, as a number of the unit; only where that is one."""
    if indikator.polaritas not in _MONOTONE or lama.jenis in _WORDS_ONLY:
        return None
    if baru.jenis in _WORDS_ONLY:
        return None
    if not isinstance(lama.nilai, Decimal) or not isinstance(baru.nilai, Decimal):
        return None
    step = baru.nilai - lama.nilai
    return -step if indikator.polaritas is Polaritas.TURUN else step

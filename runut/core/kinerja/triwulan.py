"""Quarters put together as declared: to the year when they are all there, else to a part of it.

Quarters that were planned with 0 after earlier ones had more (the target was reached before) are no
measurement while their realisasi is 0 or empty, where higher is better.
"""

from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.angka import divide, round_half_up
from runut.core.kinerja.gabungan import KOSONG, put_together, realisasi_of, target_of
from runut.core.kinerja.model import Agregasi, Indikator, Polaritas, Terukur

ROMAWI = ("I", "II", "III", "IV")
_QUARTERS = range(4)


@dataclass(frozen=True)
class Kumpulan:
    """Target and realisasi put together from quarters, up to number ``sampai``.

    ``is_lengkap``: they make the year. ``alasan``: why they could not be put together.
    ``is_target_tahun``: the target is the year's, not that of these quarters.
    """

    target: Terukur
    realisasi: Terukur
    sampai: int
    is_lengkap: bool
    asal: str = ""
    alasan: str | None = None
    is_target_tahun: bool = False


def agregasi_of(indikator: Indikator) -> Agregasi | None:
    """How its quarters make a year: declared, or the one way that gives the target of the year.

    None: nothing is declared and its targets do not tell. Without a target of the year the last
    quarter counts.
    """
    if indikator.agregasi is not None:
        return indikator.agregasi
    target = indikator.target.nilai
    quarters = [target_of(indikator, q).nilai for q in _QUARTERS]
    numbers = [n for n in quarters if isinstance(n, Decimal)]
    if not isinstance(target, Decimal):
        return Agregasi.AKHIR
    if len(numbers) < len(quarters):
        return Agregasi.AKHIR if numbers or _ways_agree(indikator) else None
    is_sum, is_last = sum(numbers) == target, _last_planned(indikator, numbers) == target
    if is_sum and is_last:
        return Agregasi.JUMLAH if _ways_agree(indikator) else None
    return Agregasi.JUMLAH if is_sum else Agregasi.AKHIR


def share_of_year(indikator: Indikator, realisasi: Terukur) -> Decimal | None:
    """Percent of the target of the year that is done: only where more is better."""
    target, done = indikator.target.nilai, realisasi.nilai
    if indikator.polaritas is not Polaritas.NAIK or not isinstance(target, Decimal):
        return None
    if not isinstance(done, Decimal) or target <= 0:
        return None
    return round_half_up(divide(done * 100, target))


def gather_year(indikator: Indikator) -> Kumpulan:
    """The year from its quarters; not ``is_lengkap`` while one that was planned is empty."""
    filled = _filled(indikator, 4)
    agregasi = agregasi_of(indikator)
    if agregasi is None:
        return Kumpulan(
            indikator.target,
            KOSONG,
            4,
            is_lengkap=False,
            alasan="Agregasi triwulan belum dinyatakan, dan jumlahnya tidak sama dengan triwulan "
            "terakhir. Pilih jumlah, akhir, rata-rata, atau rasio.",
            is_target_tahun=True,
        )
    target = indikator.target
    derived = put_together(indikator, agregasi, _planned(indikator), is_target=True)
    if target.nilai is None and not isinstance(derived, str):
        target = derived[0]
    found = put_together(indikator, agregasi, filled, is_target=False) if filled else (KOSONG, "")
    if isinstance(found, str):
        return Kumpulan(target, KOSONG, 4, is_lengkap=True, alasan=found, is_target_tahun=True)
    realisasi, how = found
    lengkap = _is_complete(indikator, agregasi, target, realisasi)
    asal = _origin(agregasi, filled, how)
    return Kumpulan(
        target, realisasi, 4 if lengkap else _up_to(filled), lengkap, asal, is_target_tahun=True
    )


def gather_part(indikator: Indikator, sampai: int) -> Kumpulan:
    """The filled quarters up to ``sampai`` against the targets of those quarters."""
    filled = _filled(indikator, sampai)
    if not filled:
        return Kumpulan(indikator.target, KOSONG, sampai, is_lengkap=False, is_target_tahun=True)
    agregasi = agregasi_of(indikator) or Agregasi.AKHIR
    upto = _up_to(filled)
    found = put_together(indikator, agregasi, filled, is_target=False)
    if isinstance(found, str):
        return Kumpulan(KOSONG, KOSONG, upto, is_lengkap=False, alasan=found)
    realisasi, r_how = found
    used = filled[-1:] if agregasi is Agregasi.AKHIR else filled
    empty = [q for q in used if target_of(indikator, q).nilai is None]
    if empty:
        return _against_year(indikator, realisasi, upto, empty[0], _origin(agregasi, filled, r_how))
    aimed = _aimed(indikator, filled) if agregasi is Agregasi.AKHIR else filled
    aim = put_together(indikator, agregasi, aimed, is_target=True)
    if isinstance(aim, str):
        return Kumpulan(KOSONG, realisasi, upto, is_lengkap=False, alasan=aim)
    asal = (
        f"triwulan {ROMAWI[filled[-1]]}: "
        if agregasi is Agregasi.AKHIR
        else f"R = {r_how}; T = {aim[1]}; "
    )
    return Kumpulan(aim[0], realisasi, upto, is_lengkap=False, asal=asal)


def _against_year(
    indikator: Indikator, realisasi: Terukur, upto: int, empty: int, asal: str
) -> Kumpulan:
    """No target for these quarters: a share of the year's target, where more is better."""
    is_share = indikator.polaritas is Polaritas.NAIK and isinstance(indikator.target.nilai, Decimal)
    has_targets = any(t.nilai is not None for t in indikator.target_triwulan)
    if not is_share or has_targets:
        alasan = f"Target triwulan {ROMAWI[empty]} belum diisi."
        return Kumpulan(KOSONG, realisasi, upto, is_lengkap=False, alasan=alasan)
    return Kumpulan(
        indikator.target, realisasi, upto, is_lengkap=False, asal=asal, is_target_tahun=True
    )


def _filled(indikator: Indikator, sampai: int) -> tuple[int, ...]:
    """The quarters (from 0) that were measured: 0 is, empty is not, nor 0 where 0 was planned."""
    quarters = [
        q for q, r in enumerate(indikator.realisasi_triwulan[:sampai]) if r.nilai is not None
    ]
    measured = [q for q in quarters if not _is_idle(indikator, q)]
    return tuple(measured or quarters)


def _aimed(indikator: Indikator, filled: tuple[int, ...]) -> tuple[int, ...]:
    """The quarters whose targets belong to these figures: a 0 after more was aimed at is none."""
    if indikator.polaritas is not Polaritas.NAIK:
        return filled
    aimed = [q for q in filled if target_of(indikator, q).nilai != Decimal(0)]
    return tuple(aimed) or filled


def _planned(indikator: Indikator) -> tuple[int, ...]:
    quarters = [q for q in _QUARTERS if target_of(indikator, q).nilai is not None]
    return tuple([q for q in quarters if not _is_idle(indikator, q)] or quarters)


def _is_idle(indikator: Indikator, q: int) -> bool:
    """Planned with 0, done with 0 or nothing, while another quarter was planned with more."""
    if indikator.polaritas is not Polaritas.NAIK or target_of(indikator, q).nilai != Decimal(0):
        return False
    others = [target_of(indikator, other).nilai for other in _QUARTERS if other != q]
    return realisasi_of(indikator, q).nilai in (None, Decimal(0)) and any(
        isinstance(t, Decimal) and t > 0 for t in others
    )


def _is_complete(
    indikator: Indikator, agregasi: Agregasi, target: Terukur, realisasi: Terukur
) -> bool:
    """Whether nothing that was planned is still to come."""
    numbers = [target_of(indikator, q).nilai for q in _QUARTERS]
    declared = [q for q, t in enumerate(numbers) if t is not None]
    has_all = indikator.target.nilai is not None and declared and _reaches_year(indikator, agregasi)
    wanted = declared if has_all else list(_QUARTERS)
    if agregasi is Agregasi.AKHIR:
        later = [q for q in wanted if not _is_idle(indikator, q)]
        wanted = [q for q in wanted if q >= max(later, default=3)]
    lacking = [q for q in wanted if realisasi_of(indikator, q).nilai is None]
    if not lacking:
        return True
    is_idle = all(_is_idle(indikator, q) for q in lacking)
    t, r = target.nilai, realisasi.nilai
    return is_idle and isinstance(t, Decimal) and isinstance(r, Decimal) and r >= t


def _reaches_year(indikator: Indikator, agregasi: Agregasi) -> bool:
    made = put_together(indikator, agregasi, _planned(indikator), is_target=True)
    return not isinstance(made, str) and made[0].nilai == indikator.target.nilai


def _origin(agregasi: Agregasi, filled: tuple[int, ...], how: str) -> str:
    if not filled:
        return ""
    if agregasi is Agregasi.AKHIR:
        return f"R triwulan {ROMAWI[filled[-1]]}; "
    return f"R = {how}; "


def _up_to(filled: tuple[int, ...]) -> int:
    return filled[-1] + 1 if filled else 4


def _last_planned(indikator: Indikator, numbers: list[Decimal]) -> Decimal:
    planned = _planned(indikator)
    return numbers[planned[-1]] if planned else numbers[-1]


def _ways_agree(indikator: Indikator) -> bool:
    """Whether sum and last of the filled quarters are the same, so that nothing need be asked."""
    filled = _filled(indikator, 4)
    numbers = [realisasi_of(indikator, q).nilai for q in filled]
    figures = [n for n in numbers if isinstance(n, Decimal)]
    return len(figures) < len(numbers) or not figures or sum(figures) == figures[-1]

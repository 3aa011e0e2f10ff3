"""The money of one line of the budget: what counts of it, whom it serves, and in which shares."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from runut.core.kinerja.angka import round_half_up
from runut.core.kinerja.model import Anggaran, DataKinerja, Terukur, codes_above

_SERATUS = Decimal(100)
SISA = ""
"""The key of the part of a line that serves none of the sasaran."""


def pagu_of(line: Anggaran) -> Terukur:
    """The pagu that counts: the one named so, else after the change, the shift, or the first."""
    later = (line.pagu, line.pagu_perubahan, line.pagu_pergeseran, line.pagu_awal)
    return next((one for one in later if one is not None and one.nilai is not None), line.pagu)


def realisasi_of(line: Anggaran) -> Terukur:
    """What was spent: the figure of the year, else the sum of four filled quarters."""
    quarters = [rupiah_of(one) for one in line.realisasi_triwulan]
    known = [one for one in quarters if one is not None]
    if line.realisasi.nilai is not None or len(known) < 4:
        return line.realisasi
    return Terukur(sum(known, Decimal(0)), line.realisasi.sel)


def has_money(line: Anggaran) -> bool:
    return pagu_of(line).nilai is not None or realisasi_of(line).nilai is not None


def rupiah_of(terukur: Terukur) -> Decimal | None:
    return terukur.nilai if isinstance(terukur.nilai, Decimal) else None


def sasaran_ids_of(data: DataKinerja, line: Anggaran) -> tuple[str, ...]:
    """The sasaran a line serves: its own, else those of the nearest level above that names any."""
    return _naming(data, line).sasaran_ids


def shares_of(data: DataKinerja, line: Anggaran) -> dict[str, Decimal] | None:
    """Percent by sasaran, with ``SISA`` for what no sasaran of the plan takes.

    None: several sasaran use the line together and nobody divided it. Salaries serve none.
    """
    named = _naming(data, line)
    known = {sasaran.id for sasaran in data.sasarans}
    if line.is_gaji:
        return {}
    if named.bagian:
        shares = {kode: part for kode, part in named.bagian.items() if kode in known}
        rest = _SERATUS - sum(shares.values(), Decimal(0))
        return {**shares, SISA: rest} if rest > 0 else shares
    mine = [kode for kode in named.sasaran_ids if kode in known]
    if len(mine) > 1:
        return None
    return {mine[0] if mine else SISA: _SERATUS}


def portion(line: Anggaran, shares: dict[str, Decimal], kode: str) -> Anggaran:
    """The line with the money of one share, in whole rupiah; all shares add up to the line."""
    if shares.get(kode) == _SERATUS:
        return line
    taken = Decimal(0)
    for one, share in shares.items():
        if one == kode:
            return replace(
                line,
                pagu=_cut(pagu_of(line), taken, share),
                realisasi=_cut(realisasi_of(line), taken, share),
            )
        taken += share
    return replace(line, pagu=Terukur(Decimal(0), ""), realisasi=Terukur(Decimal(0), ""))


def _cut(whole: Terukur, taken: Decimal, share: Decimal) -> Terukur:
    money = rupiah_of(whole)
    if money is None:
        return whole
    upto = _rounded(money, taken + share) - _rounded(money, taken)
    return Terukur(upto, whole.sel)


def _rounded(money: Decimal, percent: Decimal) -> Decimal:
    return money if percent == _SERATUS else round_half_up(money * percent / _SERATUS, 0)


def _naming(data: DataKinerja, line: Anggaran) -> Anggaran:
    """The line itself, or the nearest above it that says whom it serves."""
    get: Callable[[str], Anggaran | None] = data.anggaran_per_kode.get
    if line.sasaran_ids:
        return line
    above = (get(kode) for kode in codes_above(line.kode))
    return next((a for a in above if a is not None and a.sasaran_ids), line)

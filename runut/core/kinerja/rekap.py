"""Summaries of a year's capaian: the rows of the tables, counts and means (T1, T2, T10)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.angka import format_persen
from runut.core.kinerja.aturan import CAPAIAN_PENCILAN
from runut.core.kinerja.capaian import HasilCapaian, compute_capaian
from runut.core.kinerja.efisiensi import compute_mean
from runut.core.kinerja.model import DataKinerja, Indikator, Sasaran


@dataclass(frozen=True)
class BarisCapaian:
    """An indicator with its sasaran and its result: a row of the main table.

    ``is_sub``: a sub-indicator, under the row of its indicator. ``is_dihitung``: it is counted;
    a sub-indicator is not where its indicator has figures of its own, and the other way round.
    """

    sasaran: Sasaran
    indikator: Indikator
    hasil: HasilCapaian
    is_sub: bool = False
    is_dihitung: bool = True


@dataclass(frozen=True)
class RekapCapaian:
    """How many indicators there are, were measured and reached their target, and the mean.

    ``rata_rata`` is the simple mean of the printed capaian of ``dirata_rata`` indicators; what was
    not measured, or only for a part of the year (``sebagian``), is not counted as 0. None with
    ``alasan_rata_rata`` where one result alone would decide it. ``per_kategori`` counts the
    measured ones by category.
    """

    jumlah: int
    terukur: int
    tercapai: int
    rata_rata: Decimal | None
    per_kategori: dict[str, int]
    dirata_rata: int = 0
    sebagian: int = 0
    tidak_tercapai: int = 0
    alasan_rata_rata: str | None = None

    @property
    def belum_diukur(self) -> int:
        return self.jumlah - self.terukur


def capaian_rows(data: DataKinerja) -> tuple[BarisCapaian, ...]:
    """One row per indicator, grouped by sasaran in the order of the data (T2)."""
    return tuple(row for sasaran in data.sasarans for row in rows_of_sasaran(data, sasaran))


def tujuan_rows(data: DataKinerja) -> tuple[BarisCapaian, ...]:
    """The rows of the indicators that the aims themselves have."""
    return tuple(row for tujuan in data.tujuans for row in rows_of_sasaran(data, tujuan))


def rows_of_sasaran(data: DataKinerja, sasaran: Sasaran) -> tuple[BarisCapaian, ...]:
    """The rows of one sasaran or tujuan, each indicator followed by its sub-indicators."""
    mine = data.indikators_of(sasaran.id)
    subs: dict[str, list[Indikator]] = {}
    for one in mine:
        subs.setdefault(one.induk_id, []).append(one)
    under = _placed_under(mine, subs)
    return tuple(
        row
        for indikator in mine
        if indikator.id not in under
        for row in _with_subs(sasaran, indikator, subs)
    )


def _placed_under(mine: tuple[Indikator, ...], subs: dict[str, list[Indikator]]) -> set[str]:
    """The indicators that stand under another one; of a ring of them, none does."""
    above = {one.id: one.induk_id for one in mine}
    under = set()
    for one in mine:
        seen, at = {one.id}, one.induk_id
        while at in above and at not in seen:
            seen.add(at)
            at = above[at]
        if at not in seen and one.induk_id in above:
            under.add(one.id)
        elif at in seen:
            subs[one.induk_id] = [sub for sub in subs[one.induk_id] if sub is not one]
    return under


def _with_subs(
    sasaran: Sasaran,
    indikator: Indikator,
    subs: dict[str, list[Indikator]],
    *,
    is_sub: bool = False,
    is_dihitung: bool = True,
) -> Iterator[BarisCapaian]:
    below = subs.get(indikator.id, [])
    has_own = not below or _has_figures(indikator)
    hasil = compute_capaian(indikator)
    yield BarisCapaian(sasaran, indikator, hasil, is_sub, is_dihitung and has_own)
    for sub in below:
        is_counted = is_dihitung and not has_own
        yield from _with_subs(sasaran, sub, subs, is_sub=True, is_dihitung=is_counted)


def _has_figures(indikator: Indikator) -> bool:
    figures = (
        indikator.target,
        indikator.realisasi,
        *indikator.target_triwulan,
        *indikator.realisasi_triwulan,
    )
    return any(figure.nilai is not None for figure in figures)


def summarize_capaian(rows: tuple[BarisCapaian, ...]) -> RekapCapaian:
    """Counts and mean of these rows; for the whole year or for one sasaran."""
    counted = [row for row in rows if row.is_dihitung]
    results = [row.hasil for row in counted]
    gradable = [h.capaian for h in results if h.is_terhitung and h.capaian is not None]
    outliers = _outliers(counted)
    return RekapCapaian(
        jumlah=len(counted),
        terukur=sum(1 for h in results if h.capaian is not None),
        tercapai=sum(1 for h in results if h.is_tercapai),
        rata_rata=None if outliers else compute_mean(gradable),
        per_kategori=dict(Counter(h.kategori for h in results if h.kategori is not None)),
        dirata_rata=0 if outliers else len(gradable),
        sebagian=sum(1 for h in results if h.bagian is not None),
        tidak_tercapai=sum(1 for h in results if h.is_tercapai is False),
        alasan_rata_rata=_why_no_mean(outliers) if outliers else None,
    )


def _outliers(rows: list[BarisCapaian]) -> list[BarisCapaian]:
    """Results so high that they alone would make the mean; a declared cap takes them down."""
    limit = CAPAIAN_PENCILAN.nilai
    return [r for r in rows if r.hasil.capaian is not None and r.hasil.capaian > limit]


def _why_no_mean(outliers: list[BarisCapaian]) -> str:
    named = "; ".join(
        f"{r.indikator.id} {format_persen(r.hasil.capaian or Decimal(0))}" for r in outliers
    )
    return (
        f"Rata-rata tidak disebut: {named} melebihi {format_persen(CAPAIAN_PENCILAN.nilai)}. "
        "Nyatakan batas capaiannya, atau periksa angkanya."
    )

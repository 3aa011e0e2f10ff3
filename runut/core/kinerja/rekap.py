"""Summaries of a year's capaian: the rows of the tables, counts and means (T1, T2, T10)."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.capaian import HasilCapaian, compute_capaian
from runut.core.kinerja.efisiensi import compute_mean
from runut.core.kinerja.model import DataKinerja, Indikator, Sasaran


@dataclass(frozen=True)
class BarisCapaian:
    """An indicator with its sasaran and its result: a row of the main table."""

    sasaran: Sasaran
    indikator: Indikator
    hasil: HasilCapaian


@dataclass(frozen=True)
class RekapCapaian:
    """How many indicators there are, were measured and reached their target, and the mean.

    ``rata_rata`` is the simple mean of the printed capaian; what was not measured is not
    counted as 0. ``per_kategori`` counts the measured ones by category.
    """

    jumlah: int
    terukur: int
    tercapai: int
    rata_rata: Decimal | None
    per_kategori: dict[str, int]

    @property
    def belum_diukur(self) -> int:
        return self.jumlah - self.terukur


def capaian_rows(data: DataKinerja) -> tuple[BarisCapaian, ...]:
    """One row per indicator, grouped by sasaran in the order of the data (T2)."""
    return tuple(row for sasaran in data.sasarans for row in rows_of_sasaran(data, sasaran))


def rows_of_sasaran(data: DataKinerja, sasaran: Sasaran) -> tuple[BarisCapaian, ...]:
    """The rows of one sasaran."""
    return tuple(
        BarisCapaian(sasaran, indikator, compute_capaian(indikator))
        for indikator in data.indikators_of(sasaran.id)
    )


def summarize_capaian(rows: tuple[BarisCapaian, ...]) -> RekapCapaian:
    """Counts and mean of these rows; for the whole year or for one sasaran."""
    measured = [r.hasil.capaian for r in rows if r.hasil.capaian is not None]
    kategoris = Counter(r.hasil.kategori for r in rows if r.hasil.kategori is not None)
    return RekapCapaian(
        jumlah=len(rows),
        terukur=len(measured),
        tercapai=sum(1 for r in rows if r.hasil.is_tercapai),
        rata_rata=compute_mean(measured),
        per_kategori=dict(kategoris),
    )

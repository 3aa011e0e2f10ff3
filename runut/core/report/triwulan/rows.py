"""The rows of a quarter: what was measured up to it, against the target that belongs to it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from runut.core.kinerja.capaian import HasilCapaian, compute_triwulan
from runut.core.kinerja.cetak import BarisTercetak, printed_row
from runut.core.kinerja.model import DataKinerja, Indikator, Sasaran
from runut.core.kinerja.rekap import BarisCapaian, rows_of_sasaran
from runut.core.kinerja.triwulan import ROMAWI

TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True)
class BarisTriwulan:
    """An indicator up to the end of a quarter. ``sampai`` is the last one that was filled in."""

    indikator: Indikator
    hasil: HasilCapaian
    cetak: BarisTercetak
    triwulan: int
    is_sub: bool = False
    is_dihitung: bool = True

    @property
    def is_terisi(self) -> bool:
        return self.hasil.realisasi is not None

    @property
    def is_tertinggal(self) -> bool:
        """A quarter that was planned is still empty: what is known ends before this one."""
        quarters = range(self.hasil.lingkup.sampai, self.triwulan)
        return self.is_terisi and any(_is_due(self.indikator, q) for q in quarters)

    @property
    def is_target_sendiri(self) -> bool:
        """Compared with the target of these quarters, not with a share of the year's."""
        if self.hasil.capaian is None or self.is_tertinggal:
            return False
        return not self.hasil.lingkup.is_target_tahun

    @property
    def is_sesuai(self) -> bool | None:
        """Whether the target of these quarters was reached; None where there is none."""
        return self.hasil.tercapai if self.is_target_sendiri else None


def quarter_rows(data: DataKinerja, sasaran: Sasaran, triwulan: int) -> tuple[BarisTriwulan, ...]:
    """The rows of one sasaran up to the end of ``triwulan`` (1 to 4)."""
    return tuple(_row(row, triwulan) for row in rows_of_sasaran(data, sasaran))


def quarter_name(triwulan: int) -> str:
    """
    >>> quarter_name(2)
    'Triwulan II'
    """
    return f"Triwulan {ROMAWI[triwulan - 1]}"


def _row(row: BarisCapaian, triwulan: int) -> BarisTriwulan:
    indikator = row.indikator
    hasil = compute_triwulan(indikator, triwulan)
    printed = printed_row(indikator, hasil)
    if hasil.ukur_target.nilai is None:
        printed = replace(printed, target="–")
    return BarisTriwulan(indikator, hasil, printed, triwulan, row.is_sub, row.is_dihitung)


def _is_due(indikator: Indikator, q: int) -> bool:
    """A quarter (from 0) that should have been filled in: not one that was planned with nothing."""
    done, aim = indikator.realisasi_triwulan, indikator.target_triwulan
    is_empty = q >= len(done) or done[q].nilai is None
    return is_empty and not (q < len(aim) and aim[q].nilai == Decimal(0))

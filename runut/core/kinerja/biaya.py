"""What a unit of output cost, and the people and days it took, by line of the budget."""

from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.anggaran import supporting_lines
from runut.core.kinerja.angka import divide, format_exact, round_half_up
from runut.core.kinerja.model import Anggaran, DataKinerja, Terukur
from runut.core.kinerja.uang import pagu_of, realisasi_of, rupiah_of, sasaran_ids_of

_RUPIAH = 0
_SERATUS = Decimal(100)


@dataclass(frozen=True)
class Biaya:
    """Cost of one unit in whole rupiah: ``rencana`` by the plan, ``realisasi`` as it came out.

    ``perubahan`` in percent of the plan, two decimals.
    """

    anggaran: Anggaran
    pagu: Decimal
    uang: Decimal
    target: Decimal
    hasil: Decimal
    rencana: Decimal
    realisasi: Decimal
    perubahan: Decimal

    @property
    def target_teks(self) -> str:
        return f"{format_exact(self.target)} {self.anggaran.keluaran_satuan}".strip()

    @property
    def hasil_teks(self) -> str:
        return f"{format_exact(self.hasil)} {self.anggaran.keluaran_satuan}".strip()


def unit_costs(data: DataKinerja, sasaran_id: str) -> tuple[Biaya, ...]:
    """Of each line that serves this sasaran alone, is no salary, and has money and output."""
    found = []
    for line in supporting_lines(data, sasaran_id):
        is_alone = len(sasaran_ids_of(data, line)) == 1
        cost = _cost(line) if is_alone and not line.is_gaji else None
        if cost is not None:
            found.append(cost)
    return tuple(found)


def work_lines(data: DataKinerja, sasaran_id: str) -> tuple[Anggaran, ...]:
    """The lines of this sasaran for which people or days were written down."""
    return tuple(
        line
        for line in supporting_lines(data, sasaran_id)
        if any((line.tenaga_rencana, line.tenaga_realisasi, line.hari_rencana, line.hari_realisasi))
    )


def _cost(line: Anggaran) -> Biaya | None:
    pagu, uang = rupiah_of(pagu_of(line)), rupiah_of(realisasi_of(line))
    target, hasil = _amount(line.keluaran_target), _amount(line.keluaran_realisasi)
    if not pagu or uang is None or uang <= 0 or pagu < 0 or not target or not hasil:
        return None
    rencana, realisasi = divide(pagu, target), divide(uang, hasil)
    return Biaya(
        line,
        pagu,
        uang,
        target,
        hasil,
        round_half_up(rencana, _RUPIAH),
        round_half_up(realisasi, _RUPIAH),
        round_half_up(divide((realisasi - rencana) * _SERATUS, rencana)),
    )


def _amount(figure: Terukur | None) -> Decimal | None:
    """A number above zero; anything else cannot be divided by."""
    nilai = figure.nilai if figure else None
    return nilai if isinstance(nilai, Decimal) and nilai > 0 else None

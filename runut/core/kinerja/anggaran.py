"""The budget: sums by program, kegiatan and sub kegiatan, and by sasaran (T7–T10).

Only ``sub`` lines carry money. A sub kegiatan that serves several sasaran is counted once, under
the first one it names, so that the sums by sasaran add up to the whole.
"""

from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.capaian import HasilCapaian, compute_capaian
from runut.core.kinerja.efisiensi import HasilSelisih, compute_selisih, compute_serapan
from runut.core.kinerja.model import Anggaran, DataKinerja, Indikator, Polaritas, Sasaran, Terukur
from runut.core.kinerja.rekap import RekapCapaian, rows_of_sasaran, summarize_capaian

PROGRAM = "program"
KEGIATAN = "kegiatan"
SUB = "sub"
TINGKAT = (PROGRAM, KEGIATAN, SUB)


@dataclass(frozen=True)
class JumlahAnggaran:
    """Money of some lines, in rupiah; ``belum_diisi`` counts figures that nobody filled in."""

    pagu: Decimal
    realisasi: Decimal
    belum_diisi: int = 0

    @property
    def serapan(self) -> Decimal | None:
        """Absorption in percent; None while a figure is missing, since it would be too low."""
        return None if self.belum_diisi else compute_serapan(self.pagu, self.realisasi)


@dataclass(frozen=True)
class BarisAnggaran:
    """A line of the budget with the sum of the money below it."""

    anggaran: Anggaran
    jumlah: JumlahAnggaran


@dataclass(frozen=True)
class EfisiensiSasaran:
    """A sasaran with its mean capaian, its money, and what the two say of efficiency (T7, T10)."""

    sasaran: Sasaran
    capaian: RekapCapaian
    jumlah: JumlahAnggaran
    hasil: HasilSelisih


def is_below(kode: str, atas: str) -> bool:
    """Whether a code belongs under another one.

    >>> is_below("4.01.01.2.01", "4.01.01"), is_below("4.01.010", "4.01.01")
    (True, False)
    """
    return kode.startswith(atas.rstrip(".") + ".")


def sub_lines(data: DataKinerja, atas: str = "") -> tuple[Anggaran, ...]:
    """The sub kegiatan, all of them or those under the code ``atas``."""
    subs = (a for a in data.anggaran if a.tingkat == SUB)
    return tuple(a for a in subs if not atas or a.kode == atas or is_below(a.kode, atas))


def total_of(lines: tuple[Anggaran, ...]) -> JumlahAnggaran:
    """The sum of these lines; a figure that is missing is counted as missing, not as 0."""
    figures = [(_money(a.pagu), _money(a.realisasi)) for a in lines]
    return JumlahAnggaran(
        sum((p for p, _ in figures if p is not None), Decimal(0)),
        sum((r for _, r in figures if r is not None), Decimal(0)),
        sum((p is None) + (r is None) for p, r in figures),
    )


def budget_rows(data: DataKinerja) -> tuple[BarisAnggaran, ...]:
    """Every line in the order of its code, each with the sum of its sub kegiatan (T9)."""
    lines = sorted(data.anggaran, key=lambda a: a.kode)
    return tuple(BarisAnggaran(a, total_of(sub_lines(data, a.kode))) for a in lines)


def program_rows(data: DataKinerja) -> tuple[BarisAnggaran, ...]:
    """The programs only, as the annex of the Perjanjian Kinerja lists them (T1, T9)."""
    return tuple(row for row in budget_rows(data) if row.anggaran.tingkat == PROGRAM)


def sasaran_ids_of(data: DataKinerja, line: Anggaran) -> tuple[str, ...]:
    """The sasaran a line serves: its own, else those of the nearest level above that names any."""
    if line.sasaran_ids:
        return line.sasaran_ids
    above = [a for a in data.anggaran if a.sasaran_ids and is_below(line.kode, a.kode)]
    return max(above, key=lambda a: len(a.kode)).sasaran_ids if above else ()


def lines_of_sasaran(data: DataKinerja, sasaran_id: str) -> tuple[Anggaran, ...]:
    """The sub kegiatan whose money is counted under this sasaran (they name it first)."""
    return tuple(a for a in sub_lines(data) if sasaran_ids_of(data, a)[:1] == (sasaran_id,))


def supporting_lines(data: DataKinerja, sasaran_id: str) -> tuple[Anggaran, ...]:
    """The sub kegiatan that support this sasaran, wherever their money is counted (T8)."""
    return tuple(a for a in sub_lines(data) if sasaran_id in sasaran_ids_of(data, a))


def program_rows_of_sasaran(data: DataKinerja, sasaran_id: str) -> tuple[BarisAnggaran, ...]:
    """The programs of a sasaran, each with the money of its lines counted there (T10)."""
    mine = lines_of_sasaran(data, sasaran_id)
    rows = []
    for row in program_rows(data):
        below = tuple(a for a in mine if is_below(a.kode, row.anggaran.kode))
        if below:
            rows.append(BarisAnggaran(row.anggaran, total_of(below)))
    return tuple(rows)


def total_of_sasaran(data: DataKinerja, sasaran_id: str) -> JumlahAnggaran:
    """The money counted under one sasaran."""
    return total_of(lines_of_sasaran(data, sasaran_id))


def total_of_data(data: DataKinerja) -> JumlahAnggaran:
    """The money of the whole year."""
    return total_of(sub_lines(data))


def efficiency_rows(data: DataKinerja) -> tuple[EfisiensiSasaran, ...]:
    """Each sasaran: mean capaian against the share of its money that was used (T7)."""
    return tuple(_efficiency(data, sasaran) for sasaran in data.sasarans)


def capaian_keluaran(line: Anggaran) -> HasilCapaian:
    """Capaian of the output of a sub kegiatan: higher is better (T8)."""
    empty = Terukur(None, "")
    return compute_capaian(
        Indikator(
            id=line.kode,
            sasaran_id="",
            nama=line.keluaran,
            satuan=line.keluaran_satuan,
            polaritas=Polaritas.NAIK,
            target=line.keluaran_target or empty,
            realisasi=line.keluaran_realisasi or empty,
        )
    )


def _efficiency(data: DataKinerja, sasaran: Sasaran) -> EfisiensiSasaran:
    capaian = summarize_capaian(rows_of_sasaran(data, sasaran))
    jumlah = total_of_sasaran(data, sasaran.id)
    return EfisiensiSasaran(
        sasaran, capaian, jumlah, compute_selisih(capaian.rata_rata, jumlah.serapan)
    )


def _money(terukur: Terukur) -> Decimal | None:
    return terukur.nilai if isinstance(terukur.nilai, Decimal) else None

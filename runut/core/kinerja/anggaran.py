"""The budget: sums by program, kegiatan and sub kegiatan, and by sasaran (T7–T10).

Money is taken from the lowest level that has any, whichever that is. A line that serves several
sasaran is divided by its declared shares; without shares it is said to be used together, and
counted under none of them. So the sums by sasaran, the shared, the salaries and the rest add up to
the whole.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from runut.core.kinerja.angka import format_rupiah
from runut.core.kinerja.capaian import HasilCapaian, compute_capaian
from runut.core.kinerja.efisiensi import HasilSelisih, compute_selisih, compute_serapan
from runut.core.kinerja.model import (
    TINGKAT_ANGGARAN,
    Anggaran,
    DataKinerja,
    Indikator,
    Polaritas,
    Sasaran,
    Terukur,
    codes_above,
)
from runut.core.kinerja.rekap import RekapCapaian, rows_of_sasaran, summarize_capaian
from runut.core.kinerja.uang import (
    SISA,
    has_money,
    pagu_of,
    portion,
    realisasi_of,
    rupiah_of,
    sasaran_ids_of,
    shares_of,
)

TINGKAT = TINGKAT_ANGGARAN
PROGRAM, KEGIATAN, SUB = TINGKAT


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
    """A sasaran with its mean capaian, its money, and what the two say of efficiency (T7, T10).

    ``bersama`` is money that it uses together with other sasaran and that nobody divided.
    """

    sasaran: Sasaran
    capaian: RekapCapaian
    jumlah: JumlahAnggaran
    hasil: HasilSelisih
    bersama: JumlahAnggaran

    @property
    def is_lengkap(self) -> bool:
        """Whether all that a judgement needs is there; a missed target needs none."""
        is_known = self.hasil.selisih is not None and not self.capaian.belum_diukur
        return self.hasil.simpulan is not None or (is_known and not self.bersama.pagu)


def is_below(kode: str, atas: str) -> bool:
    """Whether a code belongs under another one.

    >>> is_below("4.01.01.2.01", "4.01.01"), is_below("4.01.010", "4.01.01")
    (True, False)
    """
    return kode.startswith(atas.rstrip(".") + ".")


def sub_lines(data: DataKinerja, atas: str = "") -> tuple[Anggaran, ...]:
    """The lines whose money is summed: the lowest that have any. All, or those under ``atas``.

    A line of the lowest level in use that has no money yet is among them: it is missing.
    """
    lines = data.anggaran
    if atas:
        own = data.anggaran_per_kode.get(atas)
        lines = (*((own,) if own else ()), *data.anggaran_di_bawah.get(atas, ()))
    return tuple(a for a in lines if _carries_money(data, a))


def _carries_money(data: DataKinerja, line: Anggaran) -> bool:
    if _has_money_below(data, line):
        return False
    above = (data.anggaran_per_kode.get(kode) for kode in codes_above(line.kode))
    if any(a is not None and _sums_up(data, a) for a in above):
        return False
    return has_money(line) or line.tingkat == data.tingkat_terbawah


def _sums_up(data: DataKinerja, line: Anggaran) -> bool:
    """Money stands at this line, because nothing below it has any."""
    return has_money(line) and not _has_money_below(data, line)


def _has_money_below(data: DataKinerja, line: Anggaran) -> bool:
    """Whether lines below hold the money of a line. Noughts below a line with money hold none of
    it: it was not divided yet."""
    below = data.anggaran_di_bawah.get(line.kode, ())
    if any(_is_more_than_nought(a) for a in below):
        return True
    return not _is_more_than_nought(line) and any(has_money(a) for a in below)


def _is_more_than_nought(line: Anggaran) -> bool:
    return bool(rupiah_of(pagu_of(line)) or rupiah_of(realisasi_of(line)))


def total_of(lines: tuple[Anggaran, ...]) -> JumlahAnggaran:
    """The sum of these lines; a figure that is missing is counted as missing, not as 0."""
    figures = [(rupiah_of(pagu_of(a)), rupiah_of(realisasi_of(a))) for a in lines]
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


def lines_of_sasaran(data: DataKinerja, sasaran_id: str) -> tuple[Anggaran, ...]:
    """The lines whose money is counted under this sasaran; of a divided line its share."""
    found = []
    for line in sub_lines(data):
        shares = shares_of(data, line) or {}
        if sasaran_id in shares:
            found.append(portion(line, shares, sasaran_id))
    return tuple(found)


def untied_lines(data: DataKinerja) -> tuple[Anggaran, ...]:
    """The money that no sasaran of this plan names; of a divided line what is left over."""
    return lines_of_sasaran(data, SISA)


def shared_lines(data: DataKinerja, sasaran_id: str = "") -> tuple[Anggaran, ...]:
    """The lines that several sasaran use together undivided; all, or those of one sasaran."""
    return tuple(
        line
        for line in sub_lines(data)
        if shares_of(data, line) is None
        and (not sasaran_id or sasaran_id in sasaran_ids_of(data, line))
    )


def salary_lines(data: DataKinerja) -> tuple[Anggaran, ...]:
    """Salaries, which are kept apart from the sasaran."""
    return tuple(line for line in sub_lines(data) if line.is_gaji)


def supporting_lines(data: DataKinerja, sasaran_id: str) -> tuple[Anggaran, ...]:
    """The lines that support this sasaran, wherever their money is counted (T8)."""
    return tuple(a for a in sub_lines(data) if sasaran_id in sasaran_ids_of(data, a))


def top_rows(data: DataKinerja) -> tuple[BarisAnggaran, ...]:
    """The highest lines that the budget has, at whatever level, each with its sum."""
    known = data.anggaran_per_kode
    return tuple(
        row
        for row in budget_rows(data)
        if not any(kode in known for kode in codes_above(row.anggaran.kode))
    )


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
    bersama = total_of(shared_lines(data, sasaran.id))
    hasil = compute_selisih(capaian.rata_rata, jumlah.serapan)
    alasan = _no_verdict(capaian, bersama)
    if alasan and hasil.simpulan is not None:
        hasil = replace(hasil, simpulan=None, alasan=alasan)
    elif capaian.alasan_rata_rata:
        hasil = replace(hasil, alasan=capaian.alasan_rata_rata)
    return EfisiensiSasaran(sasaran, capaian, jumlah, hasil, bersama)


def _no_verdict(capaian: RekapCapaian, bersama: JumlahAnggaran) -> str | None:
    """Why efficiency is not judged: a target missed or not measured, or money undivided."""
    parts = []
    if capaian.tidak_tercapai:
        parts.append(f"{capaian.tidak_tercapai} belum mencapai target")
    if capaian.belum_diukur:
        parts.append(f"{capaian.belum_diukur} belum terukur setahun penuh")
    if parts:
        return f"Dari {capaian.jumlah} indikator, {' dan '.join(parts)}; efisiensi tidak dinilai."
    if bersama.pagu or bersama.realisasi:
        return (
            f"{format_rupiah(bersama.pagu)} dipakai bersama sasaran lain tanpa pembagian; "
            "efisiensi tidak dinilai."
        )
    return None

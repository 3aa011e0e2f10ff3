"""The budget lines of a year: sums to the rupiah, levels, size, and what was spent of them."""

from collections.abc import Container, Iterator
from decimal import Decimal

from runut.core.findings import Finding, Level
from runut.core.kinerja.anggaran import KEGIATAN, PROGRAM, SUB, JumlahAnggaran, sub_lines, total_of
from runut.core.kinerja.angka import divide, format_exact, format_persen, format_rupiah
from runut.core.kinerja.model import Anggaran, DataKinerja, Terukur, codes_above
from runut.core.kinerja.pemeriksaan.lonjakan import is_jump
from runut.core.kinerja.pemeriksaan.temuan import finding_at
from runut.core.kinerja.pemeriksaan.wajar import (
    PAGU_TERBESAR_DALAM_JUTA,
    PAGU_TERKECIL,
    SERAPAN_RENDAH,
    SERAPAN_TAHUN_USAI,
)
from runut.core.kinerja.uang import pagu_of, realisasi_of, rupiah_of

_SERATUS = Decimal(100)


def check_anggaran(data: DataKinerja, *, ditolak: Container[str] = ()) -> Iterator[Finding]:
    """Every finding about the budget, at whatever level its money stands."""
    carriers = {a.kode for a in sub_lines(data)}
    in_millions = tuple(_in_millions(data))
    yield from in_millions
    is_over = _is_year_over(data)
    for line in data.anggaran:
        yield from _parts(line, ditolak)
        yield from _keluaran(line)
        if line.kode not in carriers:
            below = tuple(
                a for a in data.anggaran_di_bawah.get(line.kode, ()) if a.kode in carriers
            )
            if below and not in_millions:
                yield from _sums(line, total_of(below))
            continue
        yield from _empty(line, ditolak)
        yield from _spent(line, is_year_over=is_over)
        if not in_millions:
            yield from _size(line)


def rupiah(nilai: Decimal) -> str:
    """Rupiah as they are, with sen where there are any: two figures never look alike.

    >>> rupiah(Decimal(11504)), rupiah(Decimal("11504.12"))
    ('Rp11.504', 'Rp11.504,12')
    """
    if nilai == nilai.to_integral_value():
        return format_rupiah(nilai)
    return f"-Rp{format_exact(-nilai)}" if nilai < 0 else f"Rp{format_exact(nilai)}"


def _in_millions(data: DataKinerja) -> Iterator[Finding]:
    """The whole sheet in thousands or millions: asked once, at its largest line."""
    filled = [(p, a) for a in data.anggaran if (p := rupiah_of(pagu_of(a))) is not None and p > 0]
    if not filled:
        return
    pagu, line = max(filled, key=lambda one: one[0])
    if pagu < PAGU_TERBESAR_DALAM_JUTA.nilai:
        yield finding_at(
            "rupiah_dalam_juta",
            pagu_of(line).sel,
            f"pagu terbesar {rupiah(pagu)} ({line.kode}): apakah dalam juta?",
            "Ketik rupiah penuh di seluruh lembar, misalnya 11788990000.",
            tentang=f"{line.kode} pagu {pagu}",
        )


def _size(line: Anggaran) -> Iterator[Finding]:
    pagu = rupiah_of(pagu_of(line))
    if pagu is not None and 0 < pagu < PAGU_TERKECIL.nilai:
        yield finding_at(
            "pagu_kecil",
            pagu_of(line).sel,
            f"pagu {line.kode} {rupiah(pagu)}: apakah dalam ribu atau juta?",
            "Ketik rupiah penuh.",
            tentang=f"{line.kode} pagu {pagu}",
        )


def _is_year_over(data: DataKinerja) -> bool:
    total = total_of(sub_lines(data))
    if total.pagu <= 0:
        return False
    return divide(total.realisasi * _SERATUS, total.pagu) >= SERAPAN_TAHUN_USAI.nilai


def _spent(line: Anggaran, *, is_year_over: bool) -> Iterator[Finding]:
    pagu, realisasi = rupiah_of(pagu_of(line)), rupiah_of(realisasi_of(line))
    if pagu is None or realisasi is None:
        return
    tentang = f"{line.kode} {pagu} {realisasi}"
    if realisasi > pagu:
        yield finding_at(
            "realisasi_melebihi_pagu",
            line.realisasi.sel,
            f"realisasi {rupiah(realisasi)} melebihi pagu {rupiah(pagu)}.",
            "Periksa angkanya, atau pakai pagu setelah perubahan.",
            tentang=tentang,
        )
    elif is_year_over and realisasi > 0:
        serapan = divide(realisasi * _SERATUS, pagu)
        if serapan < SERAPAN_RENDAH.nilai:
            yield finding_at(
                "serapan_rendah",
                line.realisasi.sel,
                f"realisasi {line.kode} {rupiah(realisasi)} baru {format_persen(serapan)} dari "
                f"pagu {rupiah(pagu)}.",
                "Periksa banyaknya angka nol, atau jelaskan penyebabnya.",
                tentang=tentang,
            )


def _sums(line: Anggaran, jumlah: JumlahAnggaran) -> Iterator[Finding]:
    for apa, terukur, sum_below in (
        ("pagu", pagu_of(line), jumlah.pagu),
        ("realisasi", realisasi_of(line), jumlah.realisasi),
    ):
        nilai = rupiah_of(terukur)
        if nilai is not None and nilai != sum_below:
            yield finding_at(
                f"{apa}_tidak_sama",
                terukur.sel,
                f"{apa} {line.tingkat} {line.kode} {rupiah(nilai)}, padahal jumlah "
                f"rinciannya {rupiah(sum_below)}.",
                "Betulkan salah satunya; laporan memakai jumlah rincian.",
                tentang=f"{line.kode} {apa} {nilai} {sum_below}",
            )


def _empty(line: Anggaran, ditolak: Container[str]) -> Iterator[Finding]:
    for apa, terukur in (("pagu", pagu_of(line)), ("realisasi", realisasi_of(line))):
        if terukur.nilai is None and terukur.sel not in ditolak:
            yield finding_at(
                f"{apa}_kosong",
                terukur.sel,
                f"{apa} {line.kode} belum diisi.",
                "Isi dengan rupiah; 0 bila memang tidak ada.",
                tentang=line.kode,
            )


def _parts(line: Anggaran, ditolak: Container[str]) -> Iterator[Finding]:
    """Quarters that are not all filled in cannot be more than the year already."""
    quarters = [n for t in line.realisasi_triwulan if (n := rupiah_of(t)) is not None]
    year, total = rupiah_of(line.realisasi), sum(quarters, Decimal(0))
    is_part = 0 < len(quarters) < len(line.realisasi_triwulan)
    if year is not None and is_part and total > year and line.realisasi.sel not in ditolak:
        yield finding_at(
            "realisasi_triwulan_melebihi",
            line.realisasi.sel,
            f"realisasi {line.kode} {rupiah(year)}, padahal triwulan yang terisi saja "
            f"{rupiah(total)}.",
            "Betulkan salah satunya; triwulan diisi uang triwulan itu saja.",
            tentang=f"{line.kode} {year} {total}",
        )


def check_induk(data: DataKinerja, *, ditolak: Container[str] = ()) -> Iterator[Finding]:
    """A sub kegiatan stands under a kegiatan, and that under a program, where these are used."""
    known = {a.tingkat for a in data.anggaran}
    for line in data.anggaran:
        if line.tingkat != SUB or line.sel in ditolak or not line.kode:
            continue
        lines = (data.anggaran_per_kode.get(kode) for kode in codes_above(line.kode))
        above = {a.tingkat for a in lines if a is not None}
        for tingkat in sorted({PROGRAM, KEGIATAN} - above):
            yield finding_at(
                "induk_anggaran_hilang",
                line.sel,
                f"sub kegiatan {line.kode} tidak punya {tingkat} di atasnya.",
                f"Tambahkan baris {tingkat} dengan kode awalnya.",
                Level.WARNING if tingkat in known else Level.INFO,
                tentang=f"{line.kode} {tingkat}",
            )


def _keluaran(line: Anggaran) -> Iterator[Finding]:
    target, realisasi = line.keluaran_target, line.keluaran_realisasi
    if target is None or realisasi is None:
        return
    tentang = f"{line.kode} keluaran {target.nilai} {realisasi.nilai}"
    if is_jump(target, realisasi):
        yield finding_at(
            "keluaran_janggal",
            realisasi.sel,
            f"realisasi keluaran {line.kode} {_shown(realisasi)} berbeda berkali lipat dari "
            f"targetnya, {_shown(target)}.",
            "Periksa angkanya.",
            tentang=tentang,
        )


def _shown(terukur: Terukur) -> str:
    nilai = rupiah_of(terukur)
    return "?" if nilai is None else format_exact(nilai)

"""Numbers as figures: the text as printed together with the cell or the working they come from."""

from decimal import Decimal

from runut.core.kinerja.anggaran import JumlahAnggaran
from runut.core.kinerja.angka import format_angka, format_persen, format_shown, read_angka
from runut.core.kinerja.capaian import HasilCapaian
from runut.core.kinerja.cetak import figure_text
from runut.core.kinerja.efisiensi import serapan_text
from runut.core.kinerja.model import Anggaran, Indikator, Jenis, Terukur
from runut.core.kinerja.satuan import is_persen
from runut.core.report.blocks import Cell, Figure, Inline, Text
from runut.core.report.cells import right

EMPTY = "–"
NO_SOURCE = "letak sumber tidak dicatat"

_FINEST = 4
_UNITLESS = frozenset(("", "-", "nilai", "indeks", "skor", "angka"))
_RATINGS = frozenset(("predikat", "opini", "kategori", "peringkat"))


def change_text(selisih: Decimal, satuan: str) -> str:
    """The size of a change, without its sign. A change is never printed as none.

    >>> change_text(Decimal("-2.5"), "%"), change_text(Decimal(3), "kasus")
    ('2,50 poin persen', '3 kasus')
    >>> change_text(Decimal("0.004"), "%")
    '0,004 poin persen'
    """
    unit = satuan.strip()
    size = _size_text(abs(selisih))
    if is_persen(unit):
        return f"{size} poin persen"
    if unit.lower() in _RATINGS:
        return f"{size} tingkat"
    return f"{size} poin" if unit.lower() in _UNITLESS else f"{size} {unit}"


def _size_text(size: Decimal) -> str:
    """Figures with three or four decimals keep them: their difference can then be repeated."""
    exponent = size.normalize().as_tuple().exponent
    is_fine = isinstance(exponent, int) and -_FINEST <= exponent < -2
    return format_shown(size) if is_fine or format_angka(size) == "0" else format_angka(size)


def change_unit(indikator: Indikator) -> str:
    """In what a change is counted: between two days there are days; else the unit of the
    indicator, or the one that its target names."""
    words = indikator.target.tulisan
    if indikator.target.jenis is Jenis.TANGGAL:
        return "hari"
    if words and words.predikat and any(sign.isdigit() for sign in words.teks):
        return "nilai"  # "BB (75,48)" is measured by its number, not by steps
    return indikator.satuan or (words.satuan if words else "")


def measured(terukur: Terukur | None, satuan: str = "", empty: str = EMPTY) -> Inline:
    """A figure of the workbook with its cell; ``empty`` where there is none."""
    if terukur is None or terukur.nilai is None:
        return Text(empty)
    return Figure(figure_text(terukur, satuan), terukur.sel or NO_SOURCE)


def capaian_figure(hasil: HasilCapaian) -> Inline:
    if hasil.capaian is None:
        return Text(EMPTY)
    return Figure(hasil.capaian_teks, f"dihitung: {hasil.kerja}")


def drawn_value(hasil: HasilCapaian) -> Decimal | None:
    """Capaian as a chart draws it: with the decimals that the table prints."""
    return None if hasil.capaian is None else read_angka(hasil.capaian_teks)


def percent(nilai: Decimal | None, how: str) -> Inline:
    """A computed percentage; ``how`` is its working."""
    return Text(EMPTY) if nilai is None else Figure(format_persen(nilai), f"dihitung: {how}")


def points(selisih: Decimal | None, how: str) -> Inline:
    """The difference of two percentages: points, without a percent sign."""
    if selisih is None:
        return Text(EMPTY)
    return Figure(format_angka(selisih).replace("-", "−"), f"dihitung: {how}")


def count(number: int, how: str) -> Figure:
    return Figure(str(number), f"dihitung: {how}")


def rupiah(nilai: Decimal, source: str) -> Figure:
    """Rupiah without ``Rp``, for columns whose head says so."""
    return Figure(format_angka(nilai, 0), source)


def money_cells(jumlah: JumlahAnggaran, pagu: str, realisasi: str) -> tuple[Cell, Cell, Cell]:
    """Pagu, realisasi and absorption as the last cells of a row, with where they come from."""
    return (
        right(rupiah(jumlah.pagu, pagu)),
        right(rupiah(jumlah.realisasi, realisasi)),
        right(serapan_figure(jumlah)),
    )


def serapan_figure(jumlah: JumlahAnggaran) -> Inline:
    return percent(jumlah.serapan, serapan_text(jumlah.pagu, jumlah.realisasi))


def sum_source(lines: tuple[Anggaran, ...], what: str) -> str:
    """Where a sum of the budget comes from: the one cell, or how many lines were added up."""
    cells = [line.pagu.sel if what == "pagu" else line.realisasi.sel for line in lines]
    if len(cells) == 1:
        return cells[0] or NO_SOURCE
    span = f" ({cells[0]} s.d. {cells[-1]})" if cells and cells[0] and cells[-1] else ""
    return f"dihitung: jumlah {what} {len(cells)} baris anggaran{span}"

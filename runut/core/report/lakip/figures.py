"""Numbers as figures: the text as printed together with the cell or the working they come from."""

from decimal import Decimal

from runut.core.kinerja.anggaran import JumlahAnggaran
from runut.core.kinerja.angka import format_angka, format_nilai, format_persen
from runut.core.kinerja.capaian import HasilCapaian
from runut.core.kinerja.efisiensi import serapan_text
from runut.core.kinerja.model import Anggaran, Nilai, Terukur
from runut.core.report.blocks import Cell, Figure, Inline, Text
from runut.core.report.cells import right

EMPTY = "–"
NO_SOURCE = "letak sumber tidak dicatat"

_PERCENT = frozenset(("%", "persen", "prosen"))
_UNITLESS = frozenset(("", "-", "nilai", "indeks", "skor", "angka"))
_RATINGS = frozenset(("predikat", "opini", "kategori", "peringkat"))


def value_text(nilai: Nilai | None, satuan: str) -> str:
    """A figure with its unit, as a sentence says it.

    >>> value_text(Decimal(95), "%"), value_text(Decimal(12), "kasus"), value_text("BB", "predikat")
    ('95%', '12 kasus', 'BB')
    """
    unit = satuan.strip()
    bare = format_nilai(nilai)
    if nilai is None or isinstance(nilai, str) or unit.lower() in _UNITLESS | _RATINGS:
        return bare
    return f"{bare}%" if unit.lower() in _PERCENT else f"{bare} {unit}"


def change_text(selisih: Decimal, satuan: str) -> str:
    """The size of a change, without its sign.

    >>> change_text(Decimal("-2.5"), "%"), change_text(Decimal(3), "kasus")
    ('2,50 poin persen', '3 kasus')
    """
    unit = satuan.strip()
    size = format_angka(abs(selisih))
    if unit.lower() in _PERCENT:
        return f"{size} poin persen"
    if unit.lower() in _RATINGS:
        return f"{size} tingkat"
    return f"{size} poin" if unit.lower() in _UNITLESS else f"{size} {unit}"


def measured(terukur: Terukur | None, satuan: str = "", empty: str = EMPTY) -> Inline:
    """A figure of the workbook with its cell; ``empty`` where there is none."""
    if terukur is None or terukur.nilai is None:
        return Text(empty)
    return Figure(value_text(terukur.nilai, satuan), terukur.sel or NO_SOURCE)


def capaian_figure(hasil: HasilCapaian) -> Inline:
    if hasil.capaian is None:
        return Text(EMPTY)
    return Figure(format_persen(hasil.capaian), f"dihitung: {hasil.kerja}")


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
    return f"dihitung: jumlah {what} {len(cells)} sub kegiatan{span}"

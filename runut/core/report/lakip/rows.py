"""The cells of an indicator in every table of the year: one row is printed the same everywhere."""

from runut.core.kinerja.cetak import BarisTercetak, printed_row
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.blocks import Cell, Figure, Inline, Line, Text, line
from runut.core.report.cells import cell, center, right
from runut.core.report.lakip.figures import EMPTY, NO_SOURCE, capaian_figure, measured

BELUM_SETAHUN = "belum setahun penuh"
TIDAK_TERCAPAI = "tidak tercapai"
RINCIAN = "lihat rincian"


def row_cells(row: BarisCapaian) -> tuple[Cell, Cell, Cell, Cell]:
    """Target, realisasi, capaian and category of the year.

    Of a part of the year the realisasi says how far it goes, and there is no capaian.
    """
    if is_only_head(row):
        return (right(EMPTY), right(EMPTY), right(EMPTY), center(RINCIAN))
    return (
        right(measured(row.indikator.target, row.indikator.satuan, "belum diisi")),
        cell(*result_lines(row), align="right"),
        right(capaian_figure(row.hasil)),
        cell(*grade_lines(row), align="center"),
    )


def is_only_head(row: BarisCapaian) -> bool:
    """An indicator that has no figures of its own: its sub-indicators stand below it."""
    return not row.is_dihitung and not row.is_sub


def result_lines(row: BarisCapaian) -> tuple[Line, ...]:
    """What was measured; of a part of the year how far it goes, and its share of the target."""
    if row.hasil.bagian is None:
        return (line(measured(row.indikator.realisasi, row.indikator.satuan, "belum diukur")),)
    printed = printed_row(row.indikator, row.hasil)
    share = (line(f"({printed.bagian_tahun})"),) if printed.bagian_tahun else ()
    return (line(part_figure(printed)), line(printed.lingkup), *share)


def part_figure(printed: BarisTercetak) -> Inline:
    """The realisasi of a part of the year with the cells it comes from."""
    if printed.hasil.realisasi is None:
        return Text(printed.realisasi)
    cells = [one.sel for one in printed.indikator.realisasi_triwulan if one.nilai is not None]
    source = ", ".join(one for one in cells if one)
    return Figure(printed.realisasi, f"dihitung dari {source}" if source else NO_SOURCE)


def grade_lines(row: BarisCapaian) -> tuple[str, ...]:
    """The category, or why there is none; a miss that the percentage does not show is said."""
    hasil = row.hasil
    if hasil.bagian is not None:
        return (BELUM_SETAHUN,)
    missed = f"{TIDAK_TERCAPAI}: {hasil.sebab}" if hasil.sebab else ""
    return tuple(one for one in (hasil.kategori, missed) if one) or (EMPTY,)

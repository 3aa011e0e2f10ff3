"""The figures that people's words may name, by short names: "capaian IKU1", "pagu", "serapan S2".

What stands in a sentence is then the figure itself: with its unit, its place of origin, and new
when the data are new.
"""

from collections.abc import Iterable, Iterator

from runut.core.kinerja.anggaran import JumlahAnggaran, lines_of_sasaran, sub_lines
from runut.core.kinerja.angka import format_angka, format_persen
from runut.core.kinerja.model import Anggaran
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.blocks import Figure, Inline, Text
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import (
    EMPTY,
    capaian_figure,
    measured,
    serapan_figure,
    sum_source,
)
from runut.core.report.prose.resolve import Live, LiveFigure, normal_name


def live_figures(draft: Draft) -> Live:
    """Every figure with a name, by its normal name, in the order of the picker."""
    found: dict[str, LiveFigure] = {}
    for one in _all(draft):
        found.setdefault(normal_name(one.name), one)
    return found


def _all(draft: Draft) -> Iterator[LiveFigure]:
    for row in (*draft.rows, *draft.aims):
        yield from _of_row(row, draft.tahun)
    yield from _of_counts(draft)
    yield from _of_money("", "anggaran seluruhnya", draft.total, tuple(sub_lines(draft.data)))
    for number, sasaran in enumerate(draft.data.sasarans, start=1):
        jumlah = draft.efisiensi_of(sasaran).jumlah
        lines = lines_of_sasaran(draft.data, sasaran.id)
        if lines:
            yield from _of_money(f" {sasaran.id}", f"anggaran sasaran {number}", jumlah, lines)


def _of_row(row: BarisCapaian, tahun: int) -> Iterator[LiveFigure]:
    one = row.indikator
    yield LiveFigure(f"capaian {one.id}", f"Capaian: {one.nama}", capaian_figure(row.hasil))
    for what, value in (("realisasi", one.realisasi), ("target", one.target)):
        yield LiveFigure(
            f"{what} {one.id}",
            f"{what.capitalize()} {tahun}: {one.nama}",
            measured(value, one.satuan),
        )
    for year in sorted(one.riwayat, reverse=True):
        yield LiveFigure(
            f"realisasi {one.id} {year}",
            f"Realisasi {year}: {one.nama}",
            measured(one.riwayat[year], one.satuan),
        )
    for year in sorted(one.renstra):
        yield LiveFigure(
            f"target Renstra {one.id} {year}",
            f"Target Renstra {year}: {one.nama}",
            measured(one.renstra[year], one.satuan),
        )


def _of_counts(draft: Draft) -> Iterator[LiveFigure]:
    rekap = draft.rekap
    counts: Iterable[tuple[str, str, int]] = (
        ("jumlah sasaran", "Jumlah sasaran", len(draft.data.sasarans)),
        ("jumlah indikator", "Jumlah indikator", rekap.jumlah),
        ("indikator tercapai", "Indikator yang mencapai target", rekap.tercapai),
        ("indikator tidak tercapai", "Indikator yang tidak mencapai target", rekap.tidak_tercapai),
        ("indikator terukur", "Indikator yang sudah diukur", rekap.terukur),
    )
    for name, label, number in counts:
        yield LiveFigure(name, label, Figure(str(number), f"dihitung: {label.lower()}"))
    mean: Inline = Text(EMPTY)
    if rekap.rata_rata is not None:
        how = f"dihitung: rata-rata capaian {rekap.dirata_rata} indikator"
        mean = Figure(format_persen(rekap.rata_rata), how)
    yield LiveFigure("rata-rata capaian", "Rata-rata capaian", mean)


def _of_money(
    code: str, what: str, jumlah: JumlahAnggaran, lines: tuple[Anggaran, ...]
) -> Iterator[LiveFigure]:
    if not lines:
        return
    for name, value in (("pagu", jumlah.pagu), ("realisasi anggaran", jumlah.realisasi)):
        column = "pagu" if name == "pagu" else "realisasi"
        source = sum_source(lines, column)
        words: Inline = Figure(f"Rp{format_angka(value, 0)}", source)
        if name != "pagu" and jumlah.belum_diisi:
            words = Text(EMPTY)
        yield LiveFigure(f"{name}{code}", f"{name.capitalize()}: {what}", words)
    yield LiveFigure(f"serapan{code}", f"Serapan {what}", serapan_figure(jumlah))

"""Analyses 2, 3 and 4 of a sasaran: against earlier years, the Renstra, the national standard."""

from decimal import Decimal

from runut.core.kinerja.aturan import CAPAIAN_TERCAPAI
from runut.core.kinerja.deret import (
    TitikTahun,
    compare_standar,
    renstra_progress,
    year_series,
)
from runut.core.kinerja.model import Indikator, Sasaran
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.blocks import (
    Block,
    Bullets,
    Cell,
    Chart,
    Figure,
    Gap,
    Inline,
    Paragraph,
    Series,
    Table,
    Text,
    line,
)
from runut.core.report.cells import cell, center, head_row, right
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import (
    EMPTY,
    capaian_figure,
    change_text,
    measured,
    percent,
    value_text,
)
from runut.core.report.lakip.keys import analisis_key
from runut.core.report.lakip.sentences import benchmark_sentence, midterm_sentence, trend_sentence
from runut.core.report.lakip.words import needed, written


def history_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """2) The series of years with the change since last year, read by the polarity."""
    key = analisis_key(sasaran.id, 2)
    rows = draft.rows_of(sasaran)
    series = {row.indikator.id: _points(draft, row) for row in rows}
    years = _years(series, draft.tahun)
    if len(years) < 2:
        return needed(
            draft.words,
            key,
            "realisasi tahun-tahun sebelumnya, atau alasan belum dapat dibandingkan",
        )
    table_rows = [line for row in rows for line in _year_rows(row, series, years)]
    return (
        Table(
            head=(head_row("Indikator", "Uraian", *(str(year) for year in years), "Perubahan"),),
            rows=tuple(table_rows),
            widths=_widths(len(years)),
            caption=f"Realisasi dan capaian {years[0]}–{years[-1]}, {draft.label_of(sasaran)}",
            notes=(line(f"Perubahan: realisasi {draft.tahun} terhadap {draft.tahun - 1}."),),
            key=f"{key}.tabel",
        ),
        *_charts(rows, series, years, draft.label_of(sasaran)),
        Bullets(tuple(trend_sentence(row.indikator, series[row.indikator.id]) for row in rows)),
        *written(draft.words, key),
    )


def _points(draft: Draft, row: BarisCapaian) -> tuple[TitikTahun, ...]:
    """The years of an indicator; this year's capaian is the one of the main table."""
    points = year_series(row.indikator, draft.tahun)
    last = points[-1]
    this_year = TitikTahun(
        last.tahun, last.target, last.realisasi, row.hasil, last.selisih, last.arah
    )
    return (*points[:-1], this_year)


def _years(series: dict[str, tuple[TitikTahun, ...]], tahun: int) -> tuple[int, ...]:
    """From the first year with any figure up to this year."""
    known = [
        point.tahun for points in series.values() for point in points if point.realisasi is not None
    ]
    return tuple(range(min(known, default=tahun), tahun + 1))


def _widths(years: int) -> tuple[float, ...]:
    each = 0.1 if years > 3 else 0.12
    first = 0.87 - 0.13 - each * years
    return (round(first, 3), 0.13, *(each for _ in range(years)), 0.13)


def _year_rows(
    row: BarisCapaian, series: dict[str, tuple[TitikTahun, ...]], years: tuple[int, ...]
) -> tuple[tuple[Cell, ...], ...]:
    indikator = row.indikator
    points = [point for point in series[indikator.id] if point.tahun in years]
    unit = f" ({indikator.satuan})" if indikator.satuan else ""
    name = f"{indikator.id} {indikator.nama}{unit}"
    return (
        (
            cell(name, rows=2),
            cell("Realisasi"),
            *(right(_realisasi(indikator, point)) for point in points),
            cell(*_change(indikator, points[-1]), align="center", rows=2),
        ),
        (cell("Capaian"), *(right(capaian_figure(point.hasil)) for point in points)),
    )


def _realisasi(indikator: Indikator, point: TitikTahun) -> Inline:
    known = indikator.riwayat.get(point.tahun)
    return (
        measured(known)
        if known
        else measured(indikator.realisasi if point.realisasi is not None else None)
    )


def _change(indikator: Indikator, last: TitikTahun) -> tuple[Inline, ...]:
    if last.selisih is None or last.arah is None:
        return (Text(EMPTY),)
    if last.selisih == 0:
        return (Text("tetap"),)
    sign = "+" if last.selisih > 0 else "−"
    size = f"{sign}{change_text(last.selisih, indikator.satuan)}"
    return (
        Figure(size, f"dihitung: realisasi {last.tahun} − realisasi {last.tahun - 1}"),
        Text(last.arah.value),
    )


def _charts(
    rows: tuple[BarisCapaian, ...],
    series: dict[str, tuple[TitikTahun, ...]],
    years: tuple[int, ...],
    label: str,
) -> tuple[Chart, ...]:
    """Capaian by year where earlier targets are known; it has one unit for all indicators."""
    lines = tuple(
        Series(row.indikator.id, _capaian_values(series[row.indikator.id], years))
        for row in rows
        if sum(value is not None for value in _capaian_values(series[row.indikator.id], years)) > 1
    )
    if not lines:
        return ()
    span = f"{years[0]}–{years[-1]}"
    return (
        Chart(
            kind="line" if len(years) > 2 else "bar",
            caption=f"Capaian tahun {span}, {label}",
            labels=tuple(str(year) for year in years),
            series=lines,
            unit="%",
            alt=_alt(lines, span),
            reference=CAPAIAN_TERCAPAI.nilai,
        ),
    )


def _capaian_values(
    points: tuple[TitikTahun, ...], years: tuple[int, ...]
) -> tuple[Decimal | None, ...]:
    return tuple(point.hasil.capaian for point in points if point.tahun in years)


def _alt(lines: tuple[Series, ...], span: str) -> str:
    parts = []
    for one in lines:
        known = [value for value in one.values if value is not None]
        parts.append(
            f"{one.name} dari {value_text(known[0], '%')} menjadi {value_text(known[-1], '%')}"
        )
    return f"Grafik capaian tahun {span}: {'; '.join(parts)}."


def midterm_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """3) Realisasi so far against the target at the end of the Renstra."""
    key = analisis_key(sasaran.id, 3)
    end = draft.renstra_akhir
    rows = [row for row in draft.rows_of(sasaran) if end in row.indikator.renstra]
    if not rows:
        return needed(
            draft.words, key, f"target akhir Renstra {end}, atau alasan belum dapat dibandingkan"
        )
    return (
        Table(
            head=(
                head_row(
                    "Indikator",
                    f"Realisasi {draft.tahun}",
                    f"Target akhir Renstra {end}",
                    "Tingkat kemajuan",
                ),
            ),
            rows=tuple(_midterm_row(row.indikator, end) for row in rows),
            widths=(0.46, 0.18, 0.18, 0.18),
            caption=f"Kemajuan terhadap target Renstra {end}, {draft.label_of(sasaran)}",
            key=f"{key}.tabel",
        ),
        Bullets(
            tuple(
                midterm_sentence(row.indikator, renstra_progress(row.indikator, end))
                for row in rows
            )
        ),
        *written(draft.words, key),
    )


def _midterm_row(indikator: Indikator, end: int) -> tuple[Cell, ...]:
    hasil = renstra_progress(indikator, end).hasil
    return (
        cell(indikator.nama),
        right(measured(indikator.realisasi, indikator.satuan, "belum diukur")),
        right(measured(indikator.renstra.get(end), indikator.satuan)),
        right(percent(hasil.capaian, hasil.kerja)),
    )


def benchmark_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """4) Against the national standard, or the plain sentence that there is none."""
    key = analisis_key(sasaran.id, 4)
    rows = draft.rows_of(sasaran)
    known = [row.indikator for row in rows if row.indikator.standar_nasional is not None]
    none = [row.indikator for row in rows if row.indikator.tanpa_standar_nasional]
    blocks: list[Block] = []
    if known:
        blocks.append(_benchmark_table(known, draft.label_of(sasaran), f"{key}.tabel"))
        blocks.append(Bullets(tuple(benchmark_sentence(one) for one in known)))
    if none:
        blocks.append(Paragraph(line(_none_sentence(none, is_all=len(none) == len(rows)))))
    words = written(draft.words, key)
    open_ones = [
        row.indikator.nama
        for row in rows
        if row.indikator.standar_nasional is None and not row.indikator.tanpa_standar_nasional
    ]
    if open_ones and not words:
        ask = f"standar nasional untuk {'; '.join(open_ones)}, atau pernyataan bahwa tidak ada"
        blocks.append(Paragraph(line(Gap(key, ask)), align="left"))
    return (*blocks, *words)


def _none_sentence(indikators: list[Indikator], *, is_all: bool) -> str:
    if is_all:
        return "Tidak ada standar nasional untuk indikator pada sasaran ini."
    return f"Tidak ada standar nasional untuk {'; '.join(one.nama for one in indikators)}."


def _benchmark_table(indikators: list[Indikator], label: str, key: str) -> Table:
    return Table(
        head=(head_row("Indikator", "Realisasi", "Standar nasional", "Posisi", "Sumber"),),
        rows=tuple(_benchmark_row(one) for one in indikators),
        widths=(0.28, 0.13, 0.13, 0.12, 0.34),
        caption=f"Perbandingan dengan standar nasional, {label}",
        key=key,
    )


def _benchmark_row(indikator: Indikator) -> tuple[Cell, ...]:
    banding = compare_standar(indikator)
    return (
        cell(indikator.nama),
        right(measured(indikator.realisasi, indikator.satuan, "belum diukur")),
        right(measured(indikator.standar_nasional, indikator.satuan)),
        center(banding.posisi.value if banding else EMPTY),
        cell(indikator.standar_nasional_sumber or EMPTY),
    )

"""Analysis 2 of a sasaran: against earlier years, read by the polarity."""

from decimal import Decimal

from runut.core.kinerja.angka import format_shown
from runut.core.kinerja.deret import Arah, TitikTahun, year_series
from runut.core.kinerja.model import Indikator, Jenis, Nilai, Rentang, Sasaran
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.blocks import (
    Block,
    Bullets,
    Cell,
    Chart,
    Figure,
    Inline,
    Line,
    Paragraph,
    Series,
    Table,
    Text,
    line,
)
from runut.core.report.cells import cell, head_row, right
from runut.core.report.lakip.bab3.gerak import (
    other_ways,
    worse_sentence,
    years_sentences,
)
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import (
    EMPTY,
    capaian_figure,
    change_text,
    change_unit,
    measured,
)
from runut.core.report.lakip.formulas import formula_notes, indikator_title
from runut.core.report.lakip.keys import analisis_key
from runut.core.report.lakip.rows import is_only_head
from runut.core.report.lakip.sentences import not_yet_sentence
from runut.core.report.lakip.words import needed, written
from runut.core.report.proposals import joined, propose, told

_MOST_PANELS = 6
"""Small drawings that fit on one page with their captions."""
MEMBURUK = Arah.MEMBURUK


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
            notes=(
                *formula_notes([row.indikator for row in rows]),
                line(f"Perubahan: realisasi {draft.tahun} terhadap {draft.tahun - 1}."),
                *_breaks(rows, years),
            ),
            key=f"{key}.tabel",
        ),
        *_charts(rows, series, years, draft.label_of(sasaran)),
        *propose(key, "tahun", *_trends(draft, rows, series)),
        *written(draft.words, key),
    )


def _breaks(rows: tuple[BarisCapaian, ...], years: tuple[int, ...]) -> tuple[Line, ...]:
    """Where the definition changed within these years: figures before it are another thing."""
    found = []
    for row in rows:
        one = row.indikator
        if one.berubah_tahun is not None and years[0] < one.berubah_tahun <= years[-1]:
            what = f" ({one.perubahan_definisi.rstrip('.')})" if one.perubahan_definisi else ""
            found.append(
                line(
                    f"{one.id}: definisi berubah mulai {one.berubah_tahun}{what}; angka sebelumnya "
                    "tidak dibandingkan dengan sesudahnya."
                )
            )
    return tuple(found)


def _trends(
    draft: Draft, rows: tuple[BarisCapaian, ...], series: dict[str, tuple[TitikTahun, ...]]
) -> tuple[Paragraph | Bullets, ...]:
    """What moved which way, and for how long already; then only what must be explained."""
    known = [row for row in rows if series[row.indikator.id][-1].realisasi is not None]
    moved = [(row.indikator, series[row.indikator.id]) for row in known]
    lines = [
        *(worse_sentence(one, points) for one, points in moved if points[-1].arah is MEMBURUK),
        *(line for one, points in moved for line in other_ways(one, points)),
    ]
    open_ones = [row for row in rows if row not in known and not is_only_head(row)]
    if open_ones:
        lines.append(not_yet_sentence(draft.tahun, open_ones, "belum dapat dibandingkan"))
    summary = joined(*years_sentences(moved, draft.tahun))
    return told(lines, summary)


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
    name = f"{indikator_title(indikator)}{unit}"
    return (
        (
            cell(name, rows=3),
            cell("Target"),
            *(right(_target(indikator, point)) for point in points),
            cell(*_change(indikator, points[-1]), align="center", rows=3),
        ),
        (
            cell("Realisasi"),
            *(right(_realisasi(indikator, point)) for point in points),
        ),
        (cell("Capaian"), *(right(capaian_figure(point.hasil)) for point in points)),
    )


def _target(indikator: Indikator, point: TitikTahun) -> Inline:
    known = indikator.riwayat_target.get(point.tahun)
    return measured(known or (indikator.target if point.target is not None else None))


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
    size = f"{sign}{change_text(last.selisih, change_unit(indikator))}"
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
    """Realisasi beside target, a small drawing for each indicator in its own unit."""
    panels = [
        panel
        for row in rows
        if (panel := _panel(row.indikator, series[row.indikator.id], years)) is not None
    ]
    groups = [panels[n : n + _MOST_PANELS] for n in range(0, len(panels), _MOST_PANELS)]
    span = f"{years[0]}–{years[-1]}"
    return tuple(
        Chart(
            kind="panels",
            caption=f"Realisasi dan target {span}, {label}{_part(n, len(groups))}",
            labels=tuple(str(year) for year in years),
            series=(),
            unit="",
            alt=f"Grafik realisasi dan target tahun {span}. {' '.join(p.alt for p in group)}",
            panels=tuple(group),
        )
        for n, group in enumerate(groups, start=1)
    )


def _part(number: int, of: int) -> str:
    return f" (bagian {number} dari {of})" if of > 1 else ""


def _panel(
    indikator: Indikator, points: tuple[TitikTahun, ...], years: tuple[int, ...]
) -> Chart | None:
    """One indicator over the years; ratings and days are no lengths and stay in the table."""
    shown = [point for point in points if point.tahun in years]
    if indikator.target.jenis in (Jenis.TANGGAL, Jenis.ADA):
        return None
    results = [_number(point.realisasi) for point in shown]
    if sum(value is not None for value in results) < 2:
        return None
    since = indikator.berubah_tahun or years[0]
    now = tuple(v if y >= since else None for v, y in zip(results, years, strict=True))
    old = tuple(v if y < since else None for v, y in zip(results, years, strict=True))
    drawn = [
        *((Series("Definisi lama", old),) if any(v is not None for v in old) else ()),
        *((Series("Realisasi", now),) if any(v is not None for v in now) else ()),
        *_target_series(shown),
    ]
    return Chart(
        kind="line",
        caption=indikator_title(indikator),
        labels=tuple(str(year) for year in years),
        series=tuple(drawn),
        unit=indikator.satuan,
        alt=_alt(indikator, results, shown),
    )


def _target_series(points: list[TitikTahun]) -> tuple[Series, ...]:
    """The targets of the years; of a range both bounds."""
    low = tuple(p.target.low if isinstance(p.target, Rentang) else None for p in points)
    high = tuple(p.target.high if isinstance(p.target, Rentang) else None for p in points)
    plain = tuple(_number(p.target) for p in points)
    named = (("Target", plain), ("Target, batas bawah", low), ("Target, batas atas", high))
    return tuple(Series(name, v) for name, v in named if any(one is not None for one in v))


def _number(nilai: Nilai | None) -> Decimal | None:
    return nilai if isinstance(nilai, Decimal) else None


def _alt(indikator: Indikator, results: list[Decimal | None], points: list[TitikTahun]) -> str:
    known = [value for value in results if value is not None]
    aims = [value for p in points if (value := _number(p.target)) is not None]
    aim = f", target terakhir {format_shown(aims[-1])}" if aims else ""
    return f"{indikator.id} dari {format_shown(known[0])} menjadi {format_shown(known[-1])}{aim}."

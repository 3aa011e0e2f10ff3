"""Analysis 3 of a sasaran: on the way to the end of the Renstra or not, and what pace is left."""

from decimal import ROUND_HALF_UP, Decimal

from runut.core.kinerja.deret import renstra_progress
from runut.core.kinerja.model import Indikator, Sasaran
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.kinerja.tinjauan import Jalur, Perjalanan, journey
from runut.core.report.blocks import Block, Cell, Figure, Inline, Line, Table, Text, line
from runut.core.report.cells import cell, center, head_row, right
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import EMPTY, change_text, measured, percent
from runut.core.report.lakip.formulas import formula_notes, indikator_title
from runut.core.report.lakip.keys import analisis_key
from runut.core.report.lakip.rows import result_lines
from runut.core.report.lakip.sentences import not_yet_sentence
from runut.core.report.lakip.words import needed, written
from runut.core.report.proposals import propose, told
from runut.core.words.items import join_words

Ways = list[tuple[BarisCapaian, Perjalanan]]
_CENT = Decimal("0.01")
"""A pace is a quotient: more decimals than its figures have would say nothing."""


def midterm_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """3) Baseline, result and end of the Renstra: on the way or not, and the pace that is left."""
    key = analisis_key(sasaran.id, 3)
    end = draft.renstra_akhir
    rows = [row for row in draft.rows_of(sasaran) if end in row.indikator.renstra]
    if not rows:
        return needed(
            draft.words, key, f"target akhir Renstra {end}, atau alasan belum dapat dibandingkan"
        )
    ways = {row.indikator.id: _way(draft, row) for row in rows}
    return (
        Table(
            head=(
                head_row(
                    "Indikator",
                    "Awal",
                    f"Realisasi {draft.tahun}",
                    f"Target {end}",
                    "Tingkat kemajuan",
                    "Laju per tahun yang diperlukan",
                    "Kedudukan",
                ),
            ),
            rows=tuple(_row(row, ways[row.indikator.id], end) for row in rows),
            widths=(0.28, 0.11, 0.12, 0.11, 0.12, 0.13, 0.13),
            caption=f"Kemajuan terhadap target Renstra {end}, {draft.label_of(sasaran)}",
            notes=(
                *formula_notes(
                    [row.indikator for row in rows], what="Tingkat kemajuan", is_capped=False
                ),
                *_notes([way for way in ways.values() if way], draft),
            ),
            key=f"{key}.tabel",
        ),
        *propose(key, "renstra", *told(_judged(draft, rows, ways))),
        *written(draft.words, key),
    )


def _way(draft: Draft, row: BarisCapaian) -> Perjalanan | None:
    if row.hasil.bagian is not None:
        return None
    return journey(row.indikator, draft.tahun, draft.data.profil.renstra_periode)


def _row(row: BarisCapaian, way: Perjalanan | None, end: int) -> tuple[Cell, ...]:
    indikator = row.indikator
    hasil = renstra_progress(indikator, end).hasil
    return (
        cell(indikator_title(indikator)),
        cell(*_baseline_lines(indikator, way), align="right"),
        cell(*result_lines(row)[:2], align="right"),
        right(measured(indikator.renstra.get(end), indikator.satuan)),
        right(percent(hasil.capaian, hasil.kerja)),
        right(_pace(indikator, way.perlu if way else None, f"menuju target {end}")),
        center(way.jalur.value if way and way.jalur else EMPTY),
    )


def _baseline_lines(indikator: Indikator, way: Perjalanan | None) -> tuple[Line, ...]:
    if way is None or way.dasar is None:
        return (line(EMPTY),)
    return (line(measured(way.dasar, indikator.satuan)), line(f"({way.tahun_dasar})"))


def _pace(indikator: Indikator, gain: Decimal | None, what: str) -> Inline:
    """A pace as the number moves: for "lower is better" a gain is a fall."""
    if gain is None:
        return Text(EMPTY)
    sign = "−" if _falls(indikator, gain) else "+" if gain else ""
    near = gain.quantize(_CENT, ROUND_HALF_UP)
    size = change_text(near or gain, indikator.satuan)
    return Figure(f"{sign}{size}", f"dihitung: selisih {what} dibagi tahunnya")


def _falls(indikator: Indikator, gain: Decimal) -> bool:
    return gain != 0 and (gain < 0) != (indikator.polaritas.value == "turun")


def _notes(ways: list[Perjalanan], draft: Draft) -> tuple[Line, ...]:
    judged = list(dict.fromkeys(way.acuan for way in ways if way.acuan))
    if not judged:
        return ()
    pace = "Laju yang diperlukan = (target akhir − realisasi) ÷ tahun yang tersisa. "
    shown = pace if any(way.perlu is not None for way in ways) else ""
    return (line(f"{shown}Kedudukan dinilai terhadap {join_words(judged)}."),)


def _judged(
    draft: Draft, rows: list[BarisCapaian], ways: dict[str, Perjalanan | None]
) -> list[Line]:
    """Those on their way in one line; those behind one by one, with what is left to do. Where all
    stand alike, the table says it."""
    known: Ways = [(row, way) for row in rows if (way := ways[row.indikator.id]) is not None]
    end = draft.renstra_akhir
    lines: list[Line] = []
    for jalur, words in (
        (Jalur.SAMPAI, f"sudah mencapai target {end}"),
        (Jalur.DI_JALUR, f"berada di jalur menuju target {end}"),
    ):
        codes = [row.indikator.id for row, way in known if way.jalur is jalur]
        if 0 < len(codes) < len(rows):
            lines.append(line(f"{join_words(codes)} {words}."))
    lines += [_behind(row.indikator, way) for row, way in known if way.jalur is Jalur.TERTINGGAL]
    lines += [
        line(f"{row.indikator.nama} tidak mencapai target {end}, tahun terakhir Renstra.")
        for row, way in known
        if way.jalur is Jalur.TIDAK_TERCAPAI
    ]
    lines += [_slower(row.indikator, way) for row, way in known if _is_slower(way)]
    unknown = [row for row in rows if row.indikator.realisasi.nilai is None]
    if unknown:
        end_words = f"kemajuannya terhadap target akhir Renstra {end} belum dapat dihitung"
        lines.append(not_yet_sentence(draft.tahun, unknown, end_words))
    return lines


def _behind(indikator: Indikator, way: Perjalanan) -> Line:
    lead = f"{indikator.nama} tertinggal dari {way.acuan}"
    if way.perlu is None:
        return line(f"{lead}.")
    needed_pace = _pace(indikator, way.perlu, f"menuju target {way.akhir}")
    if way.laju is None:
        return line(f"{lead}; sampai {way.akhir} diperlukan ", needed_pace, " per tahun.")
    return line(
        f"{lead}; sampai {way.akhir} diperlukan ",
        needed_pace,
        f" per tahun, sedangkan lajunya sejak {way.tahun_dasar} ",
        _pace(indikator, way.laju, f"sejak {way.tahun_dasar}"),
        " per tahun.",
    )


def _is_slower(way: Perjalanan) -> bool:
    if way.jalur is not Jalur.DI_JALUR or way.perlu is None or way.laju is None:
        return False
    return way.laju < way.perlu


def _slower(indikator: Indikator, way: Perjalanan) -> Line:
    return line(
        f"{indikator.nama} di jalur, tetapi laju sejak {way.tahun_dasar} (",
        _pace(indikator, way.laju, f"sejak {way.tahun_dasar}"),
        " per tahun) belum cukup untuk yang tersisa (",
        _pace(indikator, way.perlu, f"menuju target {way.akhir}"),
        " per tahun).",
    )

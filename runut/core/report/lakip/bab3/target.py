"""Analysis 1 of a sasaran: target and result; what was missed, by how much, since when.

The sentences say what the table cannot: how many, how far, and from which quarter on.
"""

from collections.abc import Iterable
from decimal import Decimal

from runut.core.kinerja.cetak import figure_text
from runut.core.kinerja.model import Indikator, Jenis, Polaritas, Rentang, Sasaran
from runut.core.kinerja.rekap import BarisCapaian, RekapCapaian, summarize_capaian
from runut.core.kinerja.tinjauan import missed_from_quarter, shortfall
from runut.core.kinerja.triwulan import ROMAWI
from runut.core.report.blocks import (
    Block,
    Bullets,
    Figure,
    Inline,
    Line,
    Paragraph,
    Table,
    line,
)
from runut.core.report.cells import cell, head_row
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import (
    capaian_figure,
    change_text,
    change_unit,
    count,
    measured,
)
from runut.core.report.lakip.formulas import formula_notes, indikator_title
from runut.core.report.lakip.keys import analisis_key
from runut.core.report.lakip.rows import is_only_head, row_cells
from runut.core.report.lakip.sentences import belum_dinilai, status_sentence
from runut.core.report.lakip.words import written
from runut.core.report.lakip.working import working_notes
from runut.core.report.proposals import propose, told
from runut.core.words.items import join_words

JAUH_DI_ATAS = Decimal(120)
"""From this capaian on the target is worth a second look: a choice of ours, said where used."""


def target_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """1) Target against realisasi, with the declared formula and the working under the table."""
    rows = draft.rows_of(sasaran)
    caption = f"Target dan realisasi tahun {draft.tahun}, {draft.label_of(sasaran)}"
    key = analisis_key(sasaran.id, 1)
    return (
        target_table(rows, caption, f"{key}.tabel"),
        *propose(key, "target", *judged_rows(rows, draft.tahun)),
        *written(draft.words, key),
    )


def judged_rows(rows: tuple[BarisCapaian, ...], tahun: int) -> tuple[Paragraph | Bullets, ...]:
    """How many reached their target; then one line for each that did not, or cannot be judged."""
    counted = [row for row in rows if row.is_dihitung]
    shown = [row for row in rows if not is_only_head(row)]
    open_ones = [row for row in shown if row.hasil.is_tercapai is None]
    missed = [row for row in shown if row.hasil.is_tercapai is False]
    lines = [
        *(missed_sentence(row, tahun) for row in missed),
        *(status_sentence(row, tahun) for row in open_ones),
        *_untraced(missed),
        *_far_above(counted),
    ]
    return told(lines, reached_sentence(summarize_capaian(rows)) if counted else ())


def reached_sentence(rekap: RekapCapaian) -> Line:
    """How many of these indicators reached their target."""
    all_of = count(rekap.jumlah, "jumlah indikator sasaran ini")
    if rekap.jumlah == 1 and not belum_dinilai(rekap):
        how = "mencapai" if rekap.tercapai else "belum mencapai"
        return line(f"Satu-satunya indikator sasaran ini {how} target tahun ini.")
    if rekap.jumlah == rekap.tercapai:
        return line("Seluruh ", all_of, " indikator mencapai target tahun ini.")
    if rekap.jumlah == belum_dinilai(rekap):
        return line("Belum ada yang dapat dinilai setahun penuh dari ", all_of, " indikator.")
    if rekap.jumlah == rekap.tidak_tercapai:
        return line("Tidak satu pun dari ", all_of, " indikator mencapai target tahun ini.")
    parts: list[Inline | str] = [
        "Dari ",
        all_of,
        " indikator, ",
        count(rekap.tercapai, "jumlah indikator yang realisasinya mencapai target"),
        " mencapai target",
    ]
    if rekap.tidak_tercapai:
        missed = count(rekap.tidak_tercapai, "jumlah indikator yang belum mencapai target")
        parts += [", ", missed, " belum mencapai"]
    if rest := belum_dinilai(rekap):
        number = count(rest, "indikator tanpa realisasi setahun atau tanpa target")
        parts += [", ", number, " belum dapat dinilai setahun penuh"]
    return line(*parts, ".")


def missed_sentence(row: BarisCapaian, tahun: int) -> Line:
    """By how much a target was missed, and since which quarter that could be seen."""
    indikator, hasil = row.indikator, row.hasil
    size = shortfall(indikator, hasil)
    lead: tuple[Inline | str, ...] = (f"{indikator.nama} belum mencapai target {tahun}",)
    if size is not None:
        how = f"dihitung: selisih realisasi dan target {tahun}"
        by = Figure(change_text(size, change_unit(indikator)), how)
        lead = (*lead, ": ", *_distance(indikator, hasil.target, by))
    known = () if hasil.capaian is None else (" (capaian ", capaian_figure(hasil), ")")
    return line(*lead, *known, *_since(indikator), ".")


def _distance(indikator: Indikator, target: object, by: Figure) -> tuple[Inline | str, ...]:
    """The gap in the sense of the polarity: what "less" or "more" would leave open."""
    aim = measured(indikator.target, indikator.satuan)
    if indikator.target.jenis is Jenis.TANGGAL:
        return ("lewat ", by, " dari ", aim)
    if isinstance(target, Rentang):
        return (by, " di luar rentang ", aim)
    if indikator.polaritas is Polaritas.TURUN:
        return ("lebih tinggi ", by, " daripada ", aim)
    if indikator.polaritas is Polaritas.STABIL:
        return ("menyimpang ", by, " dari ", aim)
    return ("kurang ", by, " dari ", aim)


def _since(indikator: Indikator) -> tuple[Inline | str, ...]:
    first = missed_from_quarter(indikator)
    if first is None:
        return ()
    quarter, satuan = ROMAWI[first.lingkup.sampai - 1], indikator.satuan
    how = f"dihitung: {first.kerja}"
    return (
        f"; sudah tampak pada triwulan {quarter}, ",
        Figure(figure_text(first.ukur_realisasi, satuan), how),
        " dari target ",
        Figure(figure_text(first.ukur_target, satuan), how),
    )


def _untraced(missed: Iterable[BarisCapaian]) -> tuple[Line, ...]:
    """Those that were missed without a sign in any quarter, or without quarters to look at."""
    codes = [row.indikator.id for row in missed if missed_from_quarter(row.indikator) is None]
    if not codes:
        return ()
    return (
        line(
            f"{join_words(codes)}: tidak terlihat pada angka triwulan, atau target dan realisasi "
            "triwulannya tidak diisi."
        ),
    )


def _far_above(rows: Iterable[BarisCapaian]) -> tuple[Line, ...]:
    far = [
        row
        for row in rows
        if row.hasil.is_tercapai and (row.hasil.capaian or Decimal(0)) >= JAUH_DI_ATAS
    ]
    if not far:
        return ()
    codes = join_words([row.indikator.id for row in far])
    return (
        line(
            f"{codes}: capaian paling sedikit {JAUH_DI_ATAS}%; target tahun berikutnya perlu "
            "ditinjau agar tetap menantang."
        ),
    )


def target_table(rows: tuple[BarisCapaian, ...], caption: str, key: str) -> Table:
    """Target and realisasi of these indicators, with rule and working under them."""
    notes = [note for row in rows if not is_only_head(row) for note in working_notes(row)]
    return Table(
        head=(head_row("Indikator kinerja", "Target", "Realisasi", "Capaian", "Kategori"),),
        rows=tuple((cell(indikator_title(row.indikator)), *row_cells(row)) for row in rows),
        widths=(0.4, 0.16, 0.16, 0.12, 0.16),
        caption=caption,
        notes=(*formula_notes([row.indikator for row in rows]), *notes),
        key=key,
    )

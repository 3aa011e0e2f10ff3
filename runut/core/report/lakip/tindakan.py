"""Bab IV beyond words: plan of action, last year's plan answered, the LHE, use of figures."""

from runut.core.kinerja.tindakan import Pemanfaatan, Rekomendasi, RencanaAksi, Status
from runut.core.report.blocks import Block, Cell, Gap, Line, Table, line
from runut.core.report.cells import cell, center, head_row, paragraph
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import EMPTY
from runut.core.report.lakip.keys import LHE, PEMANFAATAN, RENCANA_LALU
from runut.core.report.lakip.words import written


def plans_ahead(draft: Draft) -> tuple[RencanaAksi, ...]:
    """The lines of the plan that are to be done after the year of the report."""
    return tuple(
        one for one in draft.data.rencana_aksi if one.tahun_kerja(draft.tahun) > draft.tahun
    )


def plans_due(draft: Draft) -> tuple[RencanaAksi, ...]:
    """The lines of earlier reports that this one must answer."""
    return tuple(
        one for one in draft.data.rencana_aksi if one.tahun_kerja(draft.tahun) <= draft.tahun
    )


def missed_without_plan(draft: Draft) -> tuple[str, ...]:
    """The codes of the indicators that missed their target and have no line in the plan."""
    planned = {one.indikator_id for one in plans_ahead(draft)}
    return tuple(
        row.indikator.id
        for row in draft.rows
        if row.is_dihitung and row.hasil.is_tercapai is False and row.indikator.id not in planned
    )


def plan_blocks(draft: Draft) -> tuple[Block, ...]:
    """What, who, until when, with which target; of those who missed and have no plan, that."""
    ahead, without = plans_ahead(draft), missed_without_plan(draft)
    if not ahead:
        return ()
    rows: list[tuple[Cell, ...]] = [
        (
            center(one.indikator_id),
            cell(one.rencana),
            cell(one.penanggung_jawab or EMPTY),
            cell(one.batas_waktu or EMPTY),
            cell(one.target or EMPTY),
        )
        for one in ahead
    ]
    rows += [(center(code), cell("belum ada rencana aksi", span=4)) for code in without]
    return (
        Table(
            head=(
                head_row("Indikator", "Rencana aksi", "Penanggung jawab", "Batas waktu", "Target"),
            ),
            rows=tuple(rows),
            widths=(0.12, 0.34, 0.2, 0.14, 0.2),
            caption=f"Rencana aksi tahun {draft.tahun + 1}",
            key="bab4.rencana_aksi",
        ),
    )


def answered_blocks(draft: Draft) -> tuple[Block, ...]:
    """Last year's plan, line by line: done, or why not."""
    due = plans_due(draft)
    words = written(draft.words, RENCANA_LALU)
    if not due:
        return words
    rows = tuple(
        (
            center(one.indikator_id),
            cell(one.rencana, *((f"Target: {one.target}.",) if one.target else ())),
            Cell((_needed(one.hasil, RENCANA_LALU, f"hasil {one.id}", has_words=bool(words)),)),
            cell(one.bukti or EMPTY),
        )
        for one in due
    )
    return (
        Table(
            head=(head_row("Indikator", "Rencana aksi", "Hasil", "Bukti"),),
            rows=rows,
            widths=(0.12, 0.34, 0.34, 0.2),
            caption="Hasil rencana aksi laporan sebelumnya",
            key="bab4.rencana_lalu.tabel",
        ),
        *words,
    )


def evaluation_blocks(draft: Draft) -> tuple[Block, ...]:
    """Each recommendation of the last LHE has a place in the report, or a reason."""
    words = written(draft.words, LHE)
    if not draft.data.rekomendasi:
        return words
    return (
        Table(
            head=(
                head_row(
                    "No", "Rekomendasi", "Tindak lanjut", "Letak atau alasan", "Status", "Bukti"
                ),
            ),
            rows=tuple(
                _recommended(n, one, has_words=bool(words))
                for n, one in enumerate(draft.data.rekomendasi, start=1)
            ),
            widths=(0.06, 0.25, 0.24, 0.18, 0.12, 0.15),
            caption="Tindak lanjut hasil evaluasi",
            key="bab4.lhe.tabel",
        ),
        *words,
    )


def is_answered(one: Rekomendasi) -> bool:
    """Whether it has a place in the report or a reason; what was not followed needs the reason."""
    if one.status is Status.TIDAK:
        return bool(one.alasan)
    return bool(one.bagian or one.alasan)


def _recommended(number: int, one: Rekomendasi, *, has_words: bool) -> tuple[Cell, ...]:
    where = "; ".join(part for part in (one.bagian, one.alasan) if part)
    said = where if is_answered(one) else ""
    ask = f"bagian laporan atau alasan untuk rekomendasi {one.id}"
    return (
        center(f"{number}."),
        cell(one.rekomendasi),
        cell(one.tindak_lanjut or EMPTY),
        Cell((_needed(said, LHE, ask, has_words=has_words),)),
        center(one.status.value if one.status else EMPTY),
        cell(one.bukti or EMPTY),
    )


def use_blocks(draft: Draft) -> tuple[Block, ...]:
    """What was changed in plan, budget or work because of last year's figures."""
    words = written(draft.words, PEMANFAATAN)
    if not draft.data.pemanfaatan:
        return words
    return (
        paragraph(
            f"Angka kinerja sampai dengan tahun {draft.tahun - 1} telah dipakai untuk perubahan "
            "berikut."
        ),
        Table(
            head=(head_row("No", "Angka yang dipakai", "Yang diubah", "Perubahan", "Bukti"),),
            rows=tuple(
                _used(draft, n, one) for n, one in enumerate(draft.data.pemanfaatan, start=1)
            ),
            widths=(0.06, 0.26, 0.12, 0.36, 0.2),
            caption="Pemanfaatan informasi kinerja",
            key="bab4.pemanfaatan.tabel",
        ),
        *words,
    )


def _used(draft: Draft, number: int, one: Pemanfaatan) -> tuple[Cell, ...]:
    names = {row.indikator.id: row.indikator.nama for row in (*draft.rows, *draft.aims)}
    named = f"{one.angka} {names[one.angka]}" if one.angka in names else one.angka
    return (
        center(f"{number}."),
        cell(named),
        center(one.bidang.value if one.bidang else EMPTY),
        cell(one.perubahan),
        cell(one.bukti or EMPTY),
    )


def _needed(text: str, key: str, ask: str, *, has_words: bool) -> Line:
    if text:
        return line(text)
    return line(EMPTY) if has_words else line(Gap(key, ask))

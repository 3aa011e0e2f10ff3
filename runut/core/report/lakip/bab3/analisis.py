"""Analyses 1, 5, 6 and 7 of a sasaran: this year, causes, efficiency, supporting programmes."""

from runut.core.kinerja.anggaran import (
    PROGRAM,
    SUB,
    EfisiensiSasaran,
    capaian_keluaran,
    is_below,
    supporting_lines,
)
from runut.core.kinerja.angka import format_persen
from runut.core.kinerja.capaian import other_formula_note
from runut.core.kinerja.efisiensi import serapan_text
from runut.core.kinerja.model import Anggaran, Sasaran
from runut.core.kinerja.predikat import SKALA_BAWAAN
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.kinerja.rumus import formula_text
from runut.core.report.blocks import (
    Block,
    Bullets,
    Cell,
    Figure,
    Heading,
    Line,
    Paragraph,
    Table,
    line,
)
from runut.core.report.cells import cell, center, head_row, right
from runut.core.report.lakip.draft import MAKIN_BAIK, Draft
from runut.core.report.lakip.figures import (
    EMPTY,
    capaian_figure,
    measured,
    money_cells,
    percent,
    points,
)
from runut.core.report.lakip.keys import (
    analisis_key,
    penunjang_key,
    penyebab_key,
    solusi_key,
)
from runut.core.report.lakip.sentences import efficiency_sentence, status_sentence
from runut.core.report.lakip.words import needed, written


def target_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """1) Target against realisasi, with the declared formula and the working under the table."""
    rows = draft.rows_of(sasaran)
    notes = [note for row in rows for note in _working(row)]
    return (
        Table(
            head=(head_row("Indikator kinerja", "Target", "Realisasi", "Capaian", "Kategori"),),
            rows=tuple(_target_row(row) for row in rows),
            widths=(0.4, 0.16, 0.16, 0.12, 0.16),
            caption=f"Target dan realisasi tahun {draft.tahun}, {draft.label_of(sasaran)}",
            notes=tuple(notes),
            key=f"{analisis_key(sasaran.id, 1)}.tabel",
        ),
        Bullets(tuple(status_sentence(row, draft.tahun) for row in rows)),
        *written(draft.words, analisis_key(sasaran.id, 1)),
    )


def _target_row(row: BarisCapaian) -> tuple[Cell, ...]:
    indikator = row.indikator
    return (
        cell(indikator.nama),
        right(measured(indikator.target, indikator.satuan, "belum diisi")),
        right(measured(indikator.realisasi, indikator.satuan, "belum diukur")),
        right(capaian_figure(row.hasil)),
        center(row.hasil.kategori or EMPTY),
    )


def _working(row: BarisCapaian) -> list[Line]:
    """Polarity, formula and the numbers put in; then what bent the result, if anything did."""
    indikator, hasil = row.indikator, row.hasil
    declared = f"{indikator.nama}: {MAKIN_BAIK[indikator.polaritas]}; {formula_text(indikator)}"
    if indikator.batas is not None:
        declared += f"; batas {format_persen(indikator.batas)}"
    if indikator.skala != SKALA_BAWAAN:
        declared += f"; skala {indikator.skala}"
    if hasil.capaian is None:
        return [line(f"{declared}. {hasil.alasan or ''}".strip())]
    lines = [line(f"{declared}; ", Figure(hasil.kerja, f"dihitung: {hasil.kerja}"), ".")]
    warning = other_formula_note(indikator)
    lines += [line(part) for part in (hasil.alasan, warning) if part]
    return lines


def cause_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """5) Why, and what was done about it: only people's words, never ours."""
    missed = [
        row.indikator.nama for row in draft.rows_of(sasaran) if row.hasil.is_tercapai is False
    ]
    about = f" ({'; '.join(missed)} belum mencapai target)" if missed else ""
    return (
        _label("Penyebab", penyebab_key(sasaran.id)),
        *needed(
            draft.words,
            penyebab_key(sasaran.id),
            f"penyebab keberhasilan atau kegagalan, naik atau turunnya kinerja{about}",
        ),
        _label("Solusi yang telah dilakukan", solusi_key(sasaran.id)),
        *needed(
            draft.words,
            solusi_key(sasaran.id),
            "alternatif solusi yang telah dilakukan beserta hambatannya",
        ),
    )


def _label(text: str, key: str) -> Heading:
    return Heading(5, text, key=key, in_contents=False)


def efficiency_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """6) Capaian against the share of the money that was used."""
    one = draft.efisiensi_of(sasaran)
    key = analisis_key(sasaran.id, 6)
    if one.jumlah.pagu == 0 and one.jumlah.realisasi == 0:
        return needed(
            draft.words,
            key,
            "anggaran sub kegiatan untuk sasaran ini, atau penjelasan efisiensi tanpa anggaran",
        )
    return (
        _efficiency_table(
            one, f"Efisiensi penggunaan anggaran, {draft.label_of(sasaran)}", f"{key}.tabel"
        ),
        Paragraph(efficiency_sentence(one)),
        *written(draft.words, key),
    )


def _efficiency_table(one: EfisiensiSasaran, caption: str, key: str) -> Table:
    rekap, hasil = one.capaian, one.hasil
    row = (
        right(percent(rekap.rata_rata, f"rata-rata {rekap.terukur} capaian yang terukur")),
        *money_cells(one.jumlah, _money_source("pagu"), _money_source("realisasi")),
        right(points(hasil.selisih, hasil.kerja)),
        center(hasil.simpulan or "belum dapat dinilai"),
    )
    return Table(
        head=(
            head_row(
                "Rata-rata capaian",
                "Pagu (Rp)",
                "Realisasi (Rp)",
                "Serapan",
                "Selisih (poin)",
                "Simpulan",
            ),
        ),
        rows=(row,),
        widths=(0.15, 0.2, 0.2, 0.13, 0.14, 0.18),
        caption=caption,
        notes=(
            line(
                "Selisih = rata-rata capaian − serapan. Efisien bila capaian paling sedikit 100% "
                "dan serapan lebih rendah daripada capaian."
            ),
            line(f"Serapan: {serapan_text(one.jumlah.pagu, one.jumlah.realisasi)}."),
        ),
        key=key,
    )


def _money_source(what: str) -> str:
    return f"dihitung: jumlah {what} sub kegiatan yang menyebut sasaran ini lebih dahulu"


def supporting_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """7) The programmes and activities behind the result, and what they did, in words."""
    subs = supporting_lines(draft.data, sasaran.id)
    words = needed(
        draft.words,
        penunjang_key(sasaran.id),
        "program dan kegiatan yang menunjang keberhasilan atau menyebabkan kegagalan",
    )
    if not subs:
        return words
    return (
        Table(
            head=(
                head_row(
                    "Program, kegiatan, sub kegiatan",
                    "Keluaran",
                    "Target",
                    "Realisasi",
                    "Capaian",
                ),
            ),
            rows=tuple(_supporting_rows(draft, subs)),
            widths=(0.34, 0.27, 0.14, 0.14, 0.11),
            caption=f"Program dan kegiatan penunjang, {draft.label_of(sasaran)}",
            key=f"{analisis_key(sasaran.id, 7)}.tabel",
        ),
        *words,
    )


def _supporting_rows(draft: Draft, subs: tuple[Anggaran, ...]) -> list[tuple[Cell, ...]]:
    """Sub kegiatan under the program and kegiatan they belong to; none without a sub is shown."""
    rows: list[tuple[Cell, ...]] = []
    shown = {sub.kode for sub in subs}
    for one in sorted(draft.data.anggaran, key=lambda each: each.kode):
        if one.tingkat == SUB:
            if one.kode in shown:
                rows.append(_supporting_row(one))
        elif any(is_below(kode, one.kode) for kode in shown):
            rows.append((cell(one.nama, bold=one.tingkat == PROGRAM, span=5),))
    return rows


def _supporting_row(sub: Anggaran) -> tuple[Cell, ...]:
    hasil = capaian_keluaran(sub)
    unit = sub.keluaran_satuan
    return (
        cell(sub.nama),
        cell(sub.keluaran or EMPTY),
        right(measured(sub.keluaran_target, unit)),
        right(measured(sub.keluaran_realisasi, unit)),
        right(capaian_figure(hasil)),
    )

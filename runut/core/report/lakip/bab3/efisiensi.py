"""Analysis 6 of a sasaran: money against capaian, cost of a unit, people and time where given.

Money that is shared and salaries stand apart; where a target was missed nothing is called
efficient.
"""

from collections.abc import Sequence
from decimal import Decimal

from runut.core.kinerja.anggaran import EfisiensiSasaran
from runut.core.kinerja.angka import format_rupiah
from runut.core.kinerja.biaya import Biaya, unit_costs, work_lines
from runut.core.kinerja.efisiensi import EFISIEN, compute_serapan, serapan_text
from runut.core.kinerja.model import Anggaran, Sasaran, Terukur
from runut.core.report.blocks import Block, Cell, Figure, Inline, Line, Paragraph, Table, line
from runut.core.report.cells import cell, center, head_row, paragraph, right
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import (
    measured,
    money_cells,
    percent,
    points,
)
from runut.core.report.lakip.keys import analisis_key
from runut.core.report.lakip.sentences import mean_source
from runut.core.report.lakip.words import needed, written
from runut.core.report.proposals import propose, told


def efficiency_blocks(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """6) Capaian against the share of the money that was used."""
    one = draft.efisiensi_of(sasaran)
    key = analisis_key(sasaran.id, 6)
    if one.jumlah.pagu == 0 and one.jumlah.realisasi == 0:
        if one.bersama.pagu or one.bersama.realisasi:
            return (_shared_words(one), *written(draft.words, key))
        return needed(
            draft.words,
            key,
            "anggaran untuk sasaran ini, atau penjelasan efisiensi tanpa anggaran",
        )
    return (
        _efficiency_table(
            one, f"Efisiensi penggunaan anggaran, {draft.label_of(sasaran)}", f"{key}.tabel"
        ),
        *_judged(one, key),
        *((_shared_words(one),) if one.bersama.pagu or one.bersama.realisasi else ()),
        *_unit_costs(draft, sasaran),
        *_work(draft, sasaran),
        *written(draft.words, key),
    )


def _judged(one: EfisiensiSasaran, key: str) -> tuple[Block, ...]:
    """Nothing where a missed target keeps it from being judged: the notes of the table say so."""
    is_shared = bool(one.bersama.pagu or one.bersama.realisasi)
    if one.hasil.simpulan is None and one.capaian.tidak_tercapai and not is_shared:
        return ()
    return propose(key, "efisiensi", Paragraph(efficiency_sentence(one)))


def _shared_words(one: EfisiensiSasaran) -> Paragraph:
    """Money that several sasaran use together is said, and counted under none of them."""
    return paragraph(
        "Sasaran ini juga memakai anggaran ",
        Figure(format_rupiah(one.bersama.pagu), "dihitung: jumlah pagu baris yang dipakai bersama"),
        " (realisasi ",
        Figure(
            format_rupiah(one.bersama.realisasi),
            "dihitung: jumlah realisasi baris yang dipakai bersama",
        ),
        ") bersama sasaran lain tanpa pembagian; uangnya tidak dihitung pada sasaran ini.",
    )


def _efficiency_table(one: EfisiensiSasaran, caption: str, key: str) -> Table:
    rekap, hasil = one.capaian, one.hasil
    row = (
        right(percent(rekap.rata_rata, mean_source(rekap))),
        *money_cells(one.jumlah, _money_source("pagu"), _money_source("realisasi")),
        right(points(hasil.selisih if hasil.simpulan else None, hasil.kerja)),
        center(hasil.simpulan or "tidak dinilai"),
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
                "dan serapan lebih rendah daripada capaian; tidak dinilai selama ada target yang "
                "belum tercapai atau belum terukur setahun penuh."
            ),
            line(f"Serapan: {serapan_text(one.jumlah.pagu, one.jumlah.realisasi)}."),
        ),
        key=key,
    )


def _money_source(what: str) -> str:
    return f"dihitung: jumlah {what} baris anggaran sasaran ini"


def efficiency_sentence(one: EfisiensiSasaran) -> Line:
    """Capaian against the share of the money that was used; 0 % and 0 % is not efficient."""
    hasil = one.hasil
    if one.capaian.rata_rata is None or hasil.selisih is None:
        return line(f"Efisiensi tidak dinilai. {hasil.alasan or ''}".strip())
    if hasil.simpulan is None:
        return line(hasil.alasan or "Efisiensi tidak dinilai.")
    lead = (
        "Dengan serapan ",
        percent(one.jumlah.serapan, "realisasi ÷ pagu × 100"),
        " dicapai kinerja rata-rata ",
        percent(one.capaian.rata_rata, mean_source(one.capaian)),
    )
    return line(
        *lead,
        f", sehingga penggunaan anggaran {hasil.simpulan} dengan selisih ",
        points(hasil.selisih, hasil.kerja),
        f" poin{_why_not(hasil.simpulan)}.",
    )


def _why_not(simpulan: str) -> str:
    return "" if simpulan == EFISIEN else " karena serapan tidak lebih rendah daripada capaian"


def _unit_costs(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """What one unit of output cost, planned and real; only of money that this sasaran has alone."""
    costs = unit_costs(draft.data, sasaran.id)
    if not costs:
        return ()
    dearer = [one.anggaran.nama for one in costs if one.realisasi > one.rencana]
    words = f"Biaya per satuan keluaran melebihi rencana pada {'; '.join(dearer)}."
    key = analisis_key(sasaran.id, 6)
    return (
        Table(
            head=(
                head_row(
                    "Sub kegiatan",
                    "Satuan keluaran",
                    "Biaya per satuan menurut rencana (Rp)",
                    "Biaya per satuan yang terjadi (Rp)",
                    "Perubahan",
                ),
            ),
            rows=tuple(_cost_row(one) for one in costs),
            widths=(0.34, 0.16, 0.19, 0.19, 0.12),
            caption=f"Biaya per satuan keluaran, {draft.label_of(sasaran)}",
            notes=(
                line(
                    "Rencana = pagu ÷ target keluaran; yang terjadi = realisasi ÷ realisasi "
                    "keluaran. Gaji dan anggaran yang dipakai bersama tidak dihitung di sini."
                ),
            ),
            key=f"{key}.biaya",
        ),
        *propose(key, "biaya", *told([line(words)] if dearer else [])),
    )


def _cost_row(one: Biaya) -> tuple[Cell, ...]:
    planned = f"dihitung: {format_rupiah(one.pagu)} ÷ {one.target_teks}"
    spent = f"dihitung: {format_rupiah(one.uang)} ÷ {one.hasil_teks}"
    sign = "+" if one.perubahan > 0 else "−" if one.perubahan < 0 else ""
    change = percent(abs(one.perubahan), "(yang terjadi − rencana) ÷ rencana × 100")
    shown = Figure(f"{sign}{change.text}", change.source) if isinstance(change, Figure) else change
    return (
        cell(one.anggaran.nama),
        cell(one.anggaran.keluaran_satuan or "keluaran"),
        right(Figure(format_rupiah(one.rencana).removeprefix("Rp"), planned)),
        right(Figure(format_rupiah(one.realisasi).removeprefix("Rp"), spent)),
        right(shown),
    )


def _work(draft: Draft, sasaran: Sasaran) -> tuple[Block, ...]:
    """People and time, where the office wrote them down."""
    lines = work_lines(draft.data, sasaran.id)
    if not lines:
        return ()
    return (
        Table(
            head=(
                head_row(
                    "Sub kegiatan",
                    "Rencana orang-hari",
                    "Realisasi orang-hari",
                    "Terpakai",
                    "Rencana hari kerja",
                    "Realisasi hari kerja",
                    "Terpakai",
                ),
            ),
            rows=tuple(_work_row(one) for one in lines),
            widths=(0.28, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12),
            caption=f"Tenaga dan waktu, {draft.label_of(sasaran)}",
            notes=(line("Terpakai = realisasi ÷ rencana × 100."),),
            key=f"{analisis_key(sasaran.id, 6)}.tenaga",
        ),
    )


def _work_row(one: Anggaran) -> tuple[Cell, ...]:
    return (
        cell(one.nama),
        *_used(one.tenaga_rencana, one.tenaga_realisasi),
        *_used(one.hari_rencana, one.hari_realisasi),
    )


def _used(rencana: Terukur | None, realisasi: Terukur | None) -> Sequence[Cell]:
    plan, done = (one.nilai if one else None for one in (rencana, realisasi))
    share: Inline = percent(None, "")
    if isinstance(plan, Decimal) and isinstance(done, Decimal):
        share = percent(compute_serapan(plan, done), "realisasi ÷ rencana × 100")
    return (right(measured(rencana)), right(measured(realisasi)), right(share))

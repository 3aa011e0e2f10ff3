"""Bab III.B Realisasi Anggaran: by program, kegiatan and sub kegiatan, and tied to the sasaran."""

from decimal import Decimal

from runut.core.kinerja.anggaran import (
    PROGRAM,
    SUB,
    BarisAnggaran,
    EfisiensiSasaran,
    budget_rows,
    lines_of_sasaran,
    program_rows,
    program_rows_of_sasaran,
    sub_lines,
    total_of,
)
from runut.core.kinerja.model import Anggaran
from runut.core.report.blocks import Block, Cell, Chart, Heading, Inline, Series, Table
from runut.core.report.cells import cell, head_row, paragraph, right
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import money_cells, percent, sum_source
from runut.core.report.lakip.keys import ANGGARAN
from runut.core.report.lakip.sentences import budget_sentence
from runut.core.report.lakip.words import needed, written

_ALL_SOURCE = "dihitung: jumlah seluruh sub kegiatan"


def compose_anggaran(draft: Draft) -> tuple[Block, ...]:
    title = Heading(2, "Realisasi Anggaran", number="B.", key=ANGGARAN)
    if not sub_lines(draft.data):
        return (title, *needed(draft.words, ANGGARAN, "pagu dan realisasi anggaran tahun ini"))
    total = draft.total
    return (
        title,
        paragraph(*budget_sentence(total.pagu, total.realisasi, total.serapan)),
        _by_program(draft),
        *_chart(draft),
        paragraph(
            "Kaitan anggaran dengan sasaran disajikan pada tabel berikut. Sub kegiatan yang "
            "menunjang beberapa sasaran dihitung satu kali, pada sasaran yang disebut pertama."
        ),
        _by_sasaran(draft),
        *written(draft.words, ANGGARAN),
    )


def _by_program(draft: Draft) -> Table:
    rows = [
        _line_row(row, sub_lines(draft.data, row.anggaran.kode))
        for row in budget_rows(draft.data)
        if sub_lines(draft.data, row.anggaran.kode)
    ]
    money = money_cells(draft.total, _ALL_SOURCE, _ALL_SOURCE)
    rows.append((cell("Jumlah", bold=True, span=2, align="right"), *money))
    return Table(
        head=(
            head_row(
                "Kode", "Program, kegiatan, sub kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "Serapan"
            ),
        ),
        rows=tuple(rows),
        widths=(0.17, 0.36, 0.18, 0.18, 0.11),
        caption=f"Realisasi anggaran menurut program dan kegiatan tahun {draft.tahun}",
        key="bab3.anggaran.program",
    )


def _line_row(row: BarisAnggaran, subs: tuple[Anggaran, ...]) -> tuple[Cell, ...]:
    money = money_cells(row.jumlah, sum_source(subs, "pagu"), sum_source(subs, "realisasi"))
    is_bold = row.anggaran.tingkat == PROGRAM
    mark = "" if row.anggaran.tingkat != SUB else "• "
    return (
        cell(row.anggaran.kode),
        cell(f"{mark}{row.anggaran.nama}", bold=is_bold),
        *money,
    )


def _by_sasaran(draft: Draft) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one in draft.efisiensi:
        rows += _sasaran_rows(draft, one)
    rest = _untied(draft)
    if rest:
        money = money_cells(total_of(rest), sum_source(rest, "pagu"), sum_source(rest, "realisasi"))
        rows.append((cell("Tidak terkait langsung dengan sasaran", span=3), *money))
    money = money_cells(draft.total, _ALL_SOURCE, _ALL_SOURCE)
    rows.append((cell("Jumlah", bold=True, span=3, align="right"), *money))
    return Table(
        head=(head_row("Sasaran", "Capaian", "Program", "Pagu (Rp)", "Realisasi (Rp)", "Serapan"),),
        rows=tuple(rows),
        widths=(0.27, 0.1, 0.22, 0.155, 0.155, 0.1),
        caption=f"Realisasi anggaran menurut sasaran tahun {draft.tahun}",
        key="bab3.anggaran.sasaran",
    )


def _sasaran_rows(draft: Draft, one: EfisiensiSasaran) -> list[tuple[Cell, ...]]:
    programs = program_rows_of_sasaran(draft.data, one.sasaran.id)
    rekap = one.capaian
    mean = percent(rekap.rata_rata, f"rata-rata {rekap.terukur} capaian yang terukur")
    how = "dihitung: jumlah sub kegiatan sasaran ini"
    whole = money_cells(one.jumlah, how, how)
    if len(programs) < 2:
        name = programs[0].anggaran.nama if programs else _program_missing(draft, one)
        return [(cell(one.sasaran.nama), right(mean), cell(name), *whole)]
    tall = len(programs)
    parts = [(cell(row.anggaran.nama), *money_cells(row.jumlah, how, how)) for row in programs]
    first = (cell(one.sasaran.nama, rows=tall), _tall(mean, tall), *parts[0])
    return [first, *parts[1:]]


def _tall(content: Inline, rows: int) -> Cell:
    return cell(content, align="right", rows=rows)


def _program_missing(draft: Draft, one: EfisiensiSasaran) -> str:
    if lines_of_sasaran(draft.data, one.sasaran.id):
        return "Di luar program"
    return "Tidak ada anggaran yang dicatat"


def _untied(draft: Draft) -> tuple[Anggaran, ...]:
    """Money that no sasaran of this report claims, so that both tables have one total."""
    tied = {
        sub.kode
        for sasaran in draft.data.sasarans
        for sub in lines_of_sasaran(draft.data, sasaran.id)
    }
    return tuple(sub for sub in sub_lines(draft.data) if sub.kode not in tied)


def _chart(draft: Draft) -> tuple[Chart, ...]:
    programs = [row for row in program_rows(draft.data) if row.jumlah.serapan is not None]
    if len(programs) < 2:
        return ()
    values: tuple[Decimal | None, ...] = tuple(row.jumlah.serapan for row in programs)
    return (
        Chart(
            kind="bar",
            caption=f"Serapan anggaran per program tahun {draft.tahun}",
            labels=tuple(row.anggaran.nama for row in programs),
            series=(Series("Serapan", values),),
            unit="%",
            alt=f"Grafik batang serapan {len(values)} program terhadap pagunya.",
            reference=Decimal(100),
        ),
    )

"""Bab III.B Realisasi Anggaran: by program, kegiatan and sub kegiatan, and tied to the sasaran."""

from decimal import Decimal

from runut.core.kinerja.anggaran import (
    KEGIATAN,
    PROGRAM,
    SUB,
    BarisAnggaran,
    EfisiensiSasaran,
    budget_rows,
    lines_of_sasaran,
    program_rows_of_sasaran,
    salary_lines,
    shared_lines,
    sub_lines,
    top_rows,
    total_of,
    untied_lines,
)
from runut.core.kinerja.model import Anggaran
from runut.core.kinerja.uang import sasaran_ids_of
from runut.core.report.blocks import Block, Cell, Chart, Heading, Inline, Series, Table, Text
from runut.core.report.cells import cell, head_row, paragraph, right
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import EMPTY, money_cells, percent, sum_source
from runut.core.report.lakip.keys import ANGGARAN
from runut.core.report.lakip.sentences import budget_sentence, mean_source
from runut.core.report.lakip.words import needed, written
from runut.core.report.proposals import propose
from runut.core.words.items import join_words

_ALL_SOURCE = "dihitung: jumlah seluruh baris anggaran"
_TINGKAT = {PROGRAM: "program", KEGIATAN: "kegiatan", SUB: "sub kegiatan"}


def compose_anggaran(draft: Draft) -> tuple[Block, ...]:
    title = Heading(2, "Realisasi Anggaran", number="B.", key=ANGGARAN)
    if not sub_lines(draft.data):
        return (title, *needed(draft.words, ANGGARAN, "pagu dan realisasi anggaran tahun ini"))
    total = draft.total
    return (
        title,
        *propose(ANGGARAN, "serapan", paragraph(*budget_sentence(total), _level_words(draft))),
        _by_program(draft),
        *_chart(draft),
        paragraph(
            "Kaitan anggaran dengan sasaran disajikan pada tabel berikut. Anggaran yang menunjang "
            "beberapa sasaran dibagi menurut bagian yang dinyatakan; yang tidak dibagi dicatat "
            "sebagai dipakai bersama, satu kali."
        ),
        _by_sasaran(draft),
        *written(draft.words, ANGGARAN),
    )


def _level_words(draft: Draft) -> Text:
    """Where the money stands: a report does not claim to know it more finely than it was given."""
    levels = {one.tingkat for one in sub_lines(draft.data)}
    names = join_words([word for level, word in _TINGKAT.items() if level in levels])
    return Text(f" Anggaran dicatat pada tingkat {names}.")


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
    return (
        cell(row.anggaran.kode),
        cell(row.anggaran.nama, bold=is_bold),
        *money,
    )


def _by_sasaran(draft: Draft) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one in draft.efisiensi:
        rows += _sasaran_rows(draft, one)
    for name, lines in _outside(draft):
        money = money_cells(
            total_of(lines), sum_source(lines, "pagu"), sum_source(lines, "realisasi")
        )
        rows.append((cell(name, span=3), *money))
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
    mean = percent(rekap.rata_rata, mean_source(rekap))
    how = "dihitung: jumlah baris anggaran sasaran ini"
    whole = money_cells(one.jumlah, how, how)
    if not lines_of_sasaran(draft.data, one.sasaran.id):
        # nothing is known of its money alone: that is no pagu of Rp0
        name = _program_missing(draft, one)
        return [(cell(one.sasaran.nama), right(mean), cell(name), *(right(EMPTY),) * 3)]
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
    if one.bersama.pagu or one.bersama.realisasi:
        return "Hanya anggaran yang dipakai bersama"
    return "Tidak ada anggaran yang dicatat"


def _outside(draft: Draft) -> list[tuple[str, tuple[Anggaran, ...]]]:
    """Money under no single sasaran, by what it is, so that both tables have one total."""
    groups: dict[str, tuple[Anggaran, ...]] = {}
    for one in shared_lines(draft.data):
        known = [s for s in draft.data.sasarans if s.id in sasaran_ids_of(draft.data, one)]
        names = join_words([draft.label_of(each) for each in known])
        key = f"Dipakai bersama {names}, tidak dibagi"
        groups[key] = (*groups.get(key, ()), one)
    groups["Gaji dan tunjangan"] = salary_lines(draft.data)
    groups["Tidak terkait langsung dengan sasaran"] = untied_lines(draft.data)
    return [(name, lines) for name, lines in groups.items() if lines]


def _chart(draft: Draft) -> tuple[Chart, ...]:
    programs = [row for row in top_rows(draft.data) if row.jumlah.serapan is not None]
    if len(programs) < 2:
        return ()
    levels = {row.anggaran.tingkat for row in programs}
    what = _TINGKAT[levels.pop()] if len(levels) == 1 else "baris anggaran"
    values: tuple[Decimal | None, ...] = tuple(row.jumlah.serapan for row in programs)
    return (
        Chart(
            kind="bar",
            caption=f"Serapan anggaran per {what} tahun {draft.tahun}",
            labels=tuple(row.anggaran.nama for row in programs),
            series=(Series("Serapan", values),),
            unit="%",
            alt=f"Grafik batang serapan {len(values)} {what} terhadap pagunya.",
            reference=Decimal(100),
        ),
    )

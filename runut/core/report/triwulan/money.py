"""The money up to a quarter, where the realisasi of the quarters is known."""

from decimal import Decimal

from runut.core.kinerja.anggaran import JumlahAnggaran, sub_lines, top_rows
from runut.core.kinerja.model import Anggaran, DataKinerja
from runut.core.kinerja.triwulan import ROMAWI
from runut.core.kinerja.uang import pagu_of, rupiah_of
from runut.core.report.blocks import Block, Cell, Heading, Table, line
from runut.core.report.cells import cell, head_row, paragraph
from runut.core.report.lakip.figures import money_cells


def money_blocks(data: DataKinerja, triwulan: int) -> tuple[Block, ...]:
    """Pagu and what was spent up to the quarter; plainly said where no quarter was filled in."""
    title = Heading(2, "Anggaran", key="triwulan.anggaran")
    lines = sub_lines(data)
    if not lines:
        return ()
    if not any(_filled(one, triwulan) for one in lines):
        return (
            title,
            paragraph(
                "Realisasi anggaran per triwulan belum diisi pada buku data, sehingga serapan "
                "sampai triwulan ini tidak disebut."
            ),
        )
    rows: list[tuple[Cell, ...]] = []
    for row in top_rows(data):
        below = sub_lines(data, row.anggaran.kode)
        if below:
            rows.append((cell(row.anggaran.nama), *_money(below, triwulan)))
    rows.append((cell("Jumlah", bold=True, align="right"), *_money(lines, triwulan)))
    empty = sum(not _filled(one, triwulan) for one in lines)
    notes = (line(f"{empty} baris anggaran belum terisi; serapannya tidak disebut."),)
    return (
        title,
        Table(
            head=(head_row("Uraian", "Pagu (Rp)", "Realisasi (Rp)", "Serapan"),),
            rows=tuple(rows),
            widths=(0.46, 0.2, 0.2, 0.14),
            caption=f"Realisasi anggaran s.d. TW {ROMAWI[triwulan - 1]}",
            notes=notes if empty else (),
            key="triwulan.anggaran.tabel",
        ),
    )


def _filled(one: Anggaran, triwulan: int) -> bool:
    """Whether every quarter up to this one has its figure."""
    quarters = one.realisasi_triwulan[:triwulan]
    return len(quarters) == triwulan and all(each.nilai is not None for each in quarters)


def _money(lines: tuple[Anggaran, ...], triwulan: int) -> tuple[Cell, Cell, Cell]:
    pagus = [rupiah_of(pagu_of(one)) for one in lines]
    spent = [rupiah_of(each) for one in lines for each in one.realisasi_triwulan[:triwulan]]
    jumlah = JumlahAnggaran(
        sum((p for p in pagus if p is not None), Decimal(0)),
        sum((s for s in spent if s is not None), Decimal(0)),
        sum(p is None for p in pagus) + sum(not _filled(one, triwulan) for one in lines),
    )
    how = f"dihitung: jumlah {len(lines)} baris anggaran"
    return money_cells(jumlah, how, how)

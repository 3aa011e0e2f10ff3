"""How the pagu came about: first, after shifts, after the change of the budget."""

from decimal import Decimal

from runut.core.kinerja.anggaran import sub_lines, top_rows
from runut.core.kinerja.model import Anggaran, Terukur
from runut.core.kinerja.uang import pagu_of, rupiah_of
from runut.core.report.blocks import Block, Cell, Inline, Table, Text, line
from runut.core.report.cells import cell, head_row, right
from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.figures import EMPTY, rupiah


def change_blocks(draft: Draft) -> tuple[Block, ...]:
    """The pagu of each program before and after; nothing where only one is known."""
    lines = sub_lines(draft.data)
    if not any(one.pagu_awal for one in lines):
        return ()
    rows = [
        _row(row.anggaran.nama, sub_lines(draft.data, row.anggaran.kode), is_bold=False)
        for row in top_rows(draft.data)
        if sub_lines(draft.data, row.anggaran.kode)
    ]
    return (
        Table(
            head=(head_row("Program", "Pagu awal (Rp)", "Pagu akhir (Rp)", "Perubahan (Rp)"),),
            rows=(*rows, _row("Jumlah", lines, is_bold=True)),
            widths=(0.43, 0.19, 0.19, 0.19),
            caption=f"Perubahan pagu anggaran tahun {draft.tahun}",
            notes=(line("Pagu awal menurut DPA murni; pagu akhir menurut DPA terakhir."),),
            key="bab2.pagu.tabel",
        ),
    )


def _row(nama: str, lines: tuple[Anggaran, ...], *, is_bold: bool) -> tuple[Cell, ...]:
    before = _sum([one.pagu_awal for one in lines])
    after = _sum([pagu_of(one) for one in lines])
    change = None if before is None or after is None else after - before
    return (
        cell(nama, bold=is_bold),
        right(_money(before, "jumlah pagu awal")),
        right(_money(after, "jumlah pagu menurut DPA terakhir")),
        right(_money(change, "pagu akhir − pagu awal")),
    )


def _sum(figures: list[Terukur | None]) -> Decimal | None:
    """None while one of them is missing: a sum without it would be too low."""
    known = [rupiah_of(one) if one else None for one in figures]
    numbers = [one for one in known if one is not None]
    return sum(numbers, Decimal(0)) if len(numbers) == len(known) else None


def _money(nilai: Decimal | None, how: str) -> Inline:
    return Text(EMPTY) if nilai is None else rupiah(nilai, f"dihitung: {how}")

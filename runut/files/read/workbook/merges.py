"""Merged cells: what they say holds for every row that they cover, except what belongs to one."""

from collections.abc import Iterator

from runut.core.findings import Finding, Level
from runut.core.kinerja import lembar as buku
from runut.files.read.workbook.as_seen import IDENTITY, Sheet
from runut.files.read.workbook.cells import problem, show
from runut.files.read.workbook.heads import is_figure
from runut.files.read.workbook.looks import Area, At

_TALLEST = 2_000


def spread_merges(sheet: Sheet) -> Iterator[Finding]:
    """Give each covered cell what a person sees in it, and ask where that cannot be meant.

    A name of its own (ID, code) and money belong to one row; a figure that holds for several is
    asked about. What lies hidden under a merged cell is named.
    """
    for area in sheet.looks.merges:
        first, left, _, _ = area
        if sheet.is_data((first, left)):
            yield from _spread(sheet, area)


def _spread(sheet: Sheet, area: Area) -> Iterator[Finding]:
    first, left, last, right = area
    sel, kunci = sheet.sel((first, left)), sheet.heads.keys[left][0]
    rows = range(first, min(last, first + _TALLEST, len(sheet.grid) - 1) + 1)
    covered = [(row, column) for row in rows for column in range(left, right + 1)][1:]
    yield from _hidden_under(sheet, covered)
    if sel.is_empty:
        return
    if len(rows) > 1 and _belongs_to_one(sheet.lembar, kunci):
        yield problem(
            sel,
            "gabungan_tidak_terbagi",
            f"{show(sel.isi)} ({sel.judul}) digabung untuk baris {first + 1} sampai {last + 1}; "
            f"dibaca untuk baris {first + 1} saja.",
            "Pisahkan selnya, lalu isi setiap baris.",
            Level.WARNING if is_figure(sheet.lembar, kunci) else Level.BLOCKER,
        )
        sheet.silent.update(f"{sheet.lembar}!{sheet.sel(at).alamat}" for at in covered)
        return
    is_asked = is_figure(sheet.lembar, kunci)
    given = [at for at in covered if _takes(sheet, at, left, is_asked)]
    for at in given:
        sheet.put(at, sel.isi)
    if is_asked and given:
        yield problem(
            sel,
            "gabungan_angka",
            f"{show(sel.isi)} digabung; kami membacanya juga untuk "
            f"{', '.join(sheet.sel(at).alamat for at in given)}.",
            "Bila angkanya untuk satu sel saja, pisahkan selnya.",
            Level.WARNING,
        )


def _takes(sheet: Sheet, at: At, left: int, is_asked: bool) -> bool:
    """Words hold for the rows below; a figure for the columns of figures beside it too."""
    if not sheet.is_data(at):
        return False
    return at[1] == left or (is_asked and is_figure(sheet.lembar, sheet.heads.keys[at[1]][0]))


def _belongs_to_one(lembar: str, kunci: str) -> bool:
    is_money = lembar == buku.ANGGARAN and is_figure(lembar, kunci)
    return is_money or kunci == IDENTITY[lembar][0] != "isian"


def _hidden_under(sheet: Sheet, covered: list[At]) -> Iterator[Finding]:
    for at in covered:
        sel = sheet.sel(at)
        if sel.is_empty or at in sheet.named:
            continue
        sheet.put(at, "")
        sheet.named.add(at)
        yield problem(
            sel,
            "isi_tertutup",
            f"{show(sel.isi)} tertutup sel yang digabung, jadi tidak dibaca.",
            "Hapus isinya, atau pisahkan selnya bila masih berlaku.",
            Level.WARNING,
        )

"""The cells of a sheet as a person sees them: nothing struck out, merged values in all their rows.

What was seen otherwise than it is stored is said at its cell, or asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from runut.core.findings import Finding, Level
from runut.core.kinerja import lembar as buku
from runut.core.kinerja.lembar_pilihan import PILIHAN
from runut.files.read.workbook.cells import Isi, Sel, problem, show
from runut.files.read.workbook.formats import read_as_shown
from runut.files.read.workbook.heads import Heads, column_letters
from runut.files.read.workbook.looks import At, Looks

IDENTITY = {
    buku.PROFIL: ("isian",),
    buku.SASARAN: ("id", "nama"),
    buku.INDIKATOR: ("id", "nama"),
    buku.ANGGARAN: ("kode", "nama"),
    buku.ANALISIS: ("sasaran",),
    buku.NARASI: ("kunci",),
    **dict.fromkeys(PILIHAN, ("id",)),
}
"""The columns by which a row is known; the first of them is its own alone."""


@dataclass
class Sheet:
    """A sheet on its way: as stored, as seen, and the cells that a finding has named already."""

    lembar: str
    stored: list[list[Isi]]
    grid: list[list[Isi]]
    heads: Heads
    looks: Looks
    named: set[At] = field(default_factory=set)
    struck_rows: set[int] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    """Places that are empty for a reason already given."""

    def sel(self, at: At) -> Sel:
        row, column = at
        _, judul = self.heads.keys.get(column, ("", ""))
        isi = self.grid[row][column] if self.has(at) else ""
        return Sel(self.lembar, f"{column_letters(column)}{row + 1}", judul, isi)

    def has(self, at: At) -> bool:
        return at[0] < len(self.grid) and at[1] < len(self.grid[at[0]])

    def is_data(self, at: At) -> bool:
        """Whether the cell stands below the heads in a column that is read."""
        return at[0] > self.heads.row and at[1] in self.heads.keys and self.has(at)

    def put(self, at: At, isi: Isi) -> None:
        self.grid[at[0]][at[1]] = isi

    def name_row(self, row: int) -> None:
        """All cells of this row are spoken for."""
        self.named.update((row, column) for column in self.heads.keys)


def see_cells(
    lembar: str, grid: list[list[Isi]], heads: Heads, looks: Looks, problems: list[Finding]
) -> Sheet:
    """The sheet as it is seen; everything that was seen otherwise than stored is a finding."""
    sheet = Sheet(lembar, grid, [list(row) for row in grid], heads, looks)
    problems.extend(_broken(sheet))
    problems.extend(_struck(sheet))
    for at, number_format in looks.formats.items():
        if sheet.is_data(at) and at[0] not in sheet.struck_rows:
            sel = sheet.sel(at)
            kunci = heads.keys[at[1]][0]
            satuan = _beside(sheet, at[0], "satuan", "keluaran_satuan")
            isi, found = read_as_shown(sel, kunci, number_format, satuan)
            sheet.put(at, isi)
            problems.extend(found)
    return sheet


def _beside(sheet: Sheet, row: int, *keys: str) -> str:
    """What the row says in the first of these columns that the sheet has."""
    columns = [c for kunci in keys if (c := sheet.heads.column_of(kunci)) is not None]
    return str(sheet.sel((row, columns[0])).isi) if columns else ""


def _broken(sheet: Sheet) -> Iterator[Finding]:
    for at, sebab in sheet.looks.broken.items():
        row, column = at
        if sheet.heads.key_at(column) == buku.CAPAIAN and row > sheet.heads.row:
            continue
        for grid in (sheet.stored, sheet.grid):
            grid.extend([] for _ in range(row + 1 - len(grid)))
            grid[row].extend([""] * (column + 1 - len(grid[row])))
            grid[row][column] = ""
        if column not in sheet.heads.keys or row <= sheet.heads.row:
            sheet.stored[row][column] = "#"
            continue
        sheet.named.add(at)
        yield problem(
            sheet.sel(at),
            "rumus_galat",
            f"{sebab}.",
            "Betulkan rumusnya, atau ganti dengan angkanya, lalu simpan dari Excel.",
        )


def _struck(sheet: Sheet) -> Iterator[Finding]:
    own = [sheet.heads.column_of(kunci) for kunci in IDENTITY[sheet.lembar]]
    for at in sorted(sheet.looks.struck):
        if sheet.is_data(at) and at[1] in own and not sheet.sel(at).is_empty:
            sheet.struck_rows.add(at[0])
    for at in sorted(sheet.looks.struck):
        sel = sheet.sel(at)
        if sheet.is_data(at) and at[0] not in sheet.struck_rows and not sel.is_empty:
            sheet.named.add(at)
            sheet.put(at, "")
            yield problem(
                sel,
                "sel_dicoret",
                f"{show(sel.isi)} dicoret, jadi tidak dipakai.",
                "Hapus isinya; bila masih berlaku, hilangkan coretannya.",
                Level.WARNING,
            )
    for at, kept in sheet.looks.kept.items():
        sel = sheet.sel(at)
        if sheet.is_data(at) and at[0] not in sheet.struck_rows:
            sheet.named.add(at)
            sheet.put(at, kept.strip())
            yield problem(
                sel,
                "sebagian_dicoret",
                f"sebagian dari {show(sel.isi)} dicoret; kami membaca {show(kept)}.",
                "Hapus yang dicoret, lalu periksa sisanya.",
                Level.WARNING,
            )

"""A sheet of the data workbook as rows of cells, each found by the head of its column."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from runut.core.findings import Finding
from runut.files.read.workbook.accounting import say_hidden, say_unread
from runut.files.read.workbook.as_seen import IDENTITY, Sheet, see_cells
from runut.files.read.workbook.cells import Isi, Sel
from runut.files.read.workbook.heads import Heads, column_letters, read_heads
from runut.files.read.workbook.looks import Looks
from runut.files.read.workbook.merges import spread_merges
from runut.files.read.workbook.rowkinds import Kind, kind_of, say_kind


@dataclass(frozen=True)
class Baris:
    """A row: its cells by column key. A column that the sheet lacks gives an empty cell.

    Whoever takes a cell uses it; what nobody takes is named at the end. ``peek`` only looks.
    """

    lembar: str
    nomor: int
    sel: dict[str, Sel]
    dipakai: set[str] = field(default_factory=set)

    def __getitem__(self, kunci: str) -> Sel:
        sel = self.peek(kunci)
        self.dipakai.add(sel.alamat)
        return sel

    def peek(self, kunci: str) -> Sel:
        absent = Sel(self.lembar, f"A{self.nomor}", kunci, "", is_absent=True)
        return self.sel.get(kunci, absent)

    def take(self, *keys: str) -> None:
        """These cells are spoken for, though not read."""
        self.dipakai.update(self.peek(kunci).alamat for kunci in keys)

    @property
    def place(self) -> str:
        return f"{self.lembar}!A{self.nomor}"


@dataclass(frozen=True)
class Lembar:
    """A sheet as it was read: its rows, those of totals, and what is left to account for."""

    rows: tuple[Baris, ...]
    totals: tuple[Baris, ...] = ()
    sheet: Sheet | None = None

    def account(self, problems: list[Finding]) -> None:
        """Name every filled cell that nobody has used: to be called when all is read."""
        if self.sheet is not None:
            taken = {alamat for row in (*self.rows, *self.totals) for alamat in row.dipakai}
            say_unread(self.sheet, taken, problems)


def read_sheet(lembar: str, grid: list[list[Isi]], looks: Looks, problems: list[Finding]) -> Lembar:
    """The filled rows of a sheet below its heads; blank rows are skipped.

    Rows that hold no data of their own (totals, numbers of columns, heads said again) are told
    apart; cells are read as a person sees them.
    """
    heads = read_heads(lembar, grid, looks, problems)
    if heads is None:
        return Lembar(())
    sheet = see_cells(lembar, grid, heads, looks, problems)
    problems.extend(spread_merges(sheet))
    rows, totals = [], []
    for row in _rows_below(sheet, heads):
        kind = kind_of(lembar, row.nomor, row.sel, sheet)
        if kind is Kind.DATA:
            rows.append(row)
            continue
        if kind is Kind.TOTAL:
            totals.append(row)
        say_kind(kind, row.nomor, row.sel, sheet, problems)
    named = ((row.nomor, row.peek(IDENTITY[lembar][0])) for row in rows)
    say_hidden(sheet, named, problems)
    return Lembar(tuple(rows), tuple(totals), sheet)


def _rows_below(sheet: Sheet, heads: Heads) -> Iterator[Baris]:
    for at, row in enumerate(sheet.grid[heads.row + 1 :], start=heads.row + 1):
        cells = {
            kunci: Sel(
                sheet.lembar,
                f"{column_letters(position)}{at + 1}",
                judul,
                row[position] if position < len(row) else "",
            )
            for position, (kunci, judul) in heads.keys.items()
        }
        if any(not sel.is_empty for sel in cells.values()):
            yield Baris(sheet.lembar, at + 1, cells)

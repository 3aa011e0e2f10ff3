"""A sheet of the data workbook as rows of cells, each found by the head of its column."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.lembar import INDIKATOR, Kolom, kolom_of, normalize_judul, year_of_judul
from runut.files.read.workbook.cells import Isi, Sel, problem

_HEAD_WITHIN = 15
_LEAST_KNOWN = 2


@dataclass(frozen=True)
class Baris:
    """A row: its cells by column key. A column that the sheet lacks gives an empty cell."""

    lembar: str
    nomor: int
    sel: dict[str, Sel]

    def __getitem__(self, kunci: str) -> Sel:
        return self.sel.get(kunci) or Sel(self.lembar, f"A{self.nomor}", kunci, "")

    @property
    def place(self) -> str:
        return f"{self.lembar}!A{self.nomor}"


def read_rows(lembar: str, grid: list[list[Isi]], problems: list[Finding]) -> tuple[Baris, ...]:
    """The filled rows of a sheet below its heads; blank rows are skipped.

    Columns may stand in any order. A missing or doubled column is a problem; a column that is
    not known is named, because what it holds is not read.
    """
    head = _find_head(lembar, grid)
    if head is None:
        problems.append(
            Finding(
                "judul_kolom_hilang",
                Level.BLOCKER,
                f"Lembar {lembar}: baris judul kolom tidak ditemukan.",
                "Salin baris judul dari templat (runut kinerja template).",
                Place(sel=f"{lembar}!A1"),
            )
        )
        return ()
    keys = _column_keys(lembar, grid, head, problems)
    return tuple(_rows_below(lembar, grid, head, keys))


def column_letters(position: int) -> str:
    """The letters of a column counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def _keys_of(lembar: str) -> dict[str, str]:
    return {normalize_judul(kolom.judul): kolom.kunci for kolom in kolom_of(lembar)}


def _key_of(lembar: str, judul: str) -> str | None:
    found = _keys_of(lembar).get(normalize_judul(judul))
    if found is None and lembar == INDIKATOR:
        year = year_of_judul(judul)
        return f"{year[0]}_{year[1]}" if year else None
    return found


def _find_head(lembar: str, grid: list[list[Isi]]) -> int | None:
    def known(row: list[Isi]) -> int:
        return sum(1 for isi in row if isinstance(isi, str) and _key_of(lembar, isi))

    counts = [known(row) for row in grid[:_HEAD_WITHIN]]
    best = max(counts, default=0)
    return counts.index(best) if best >= _LEAST_KNOWN else None


def _column_keys(
    lembar: str, grid: list[list[Isi]], head: int, problems: list[Finding]
) -> dict[int, tuple[str, str]]:
    """Column position → (key, head as written)."""
    keys: dict[int, tuple[str, str]] = {}
    for position, isi in enumerate(grid[head]):
        judul = str(isi).strip()
        sel = Sel(lembar, f"{column_letters(position)}{head + 1}", judul, judul)
        kunci = _key_of(lembar, judul)
        if kunci is None:
            problems.extend(_unknown_column(sel, grid[head + 1 :], position))
        elif kunci in {k for k, _ in keys.values()}:
            problems.append(
                problem(
                    sel,
                    "kolom_ganda",
                    f"kolom '{judul}' ada dua kali.",
                    "Hapus salah satunya.",
                )
            )
        else:
            keys[position] = (kunci, judul.rstrip("* "))
    present = {k for k, _ in keys.values()}
    missing = [k for k in kolom_of(lembar) if k.is_wajib and k.kunci not in present]
    problems.extend(_missing_column(lembar, head, kolom) for kolom in missing)
    return keys


def _unknown_column(sel: Sel, below: list[list[Isi]], position: int) -> Iterator[Finding]:
    is_used = any(position < len(row) and str(row[position]).strip() for row in below)
    if sel.is_empty and is_used:
        yield problem(
            sel,
            "kolom_tanpa_judul",
            "kolom ini berisi data tetapi tidak berjudul, jadi tidak dibaca.",
            "Beri judul seperti pada templat, atau hapus isinya.",
            Level.WARNING,
        )
    elif is_used:
        yield problem(
            sel,
            "kolom_tidak_dikenal",
            f"kolom '{sel.judul}' tidak dikenal, jadi isinya tidak dibaca.",
            "Samakan judulnya dengan templat, atau abaikan bila memang catatan sendiri.",
            Level.WARNING,
        )


def _missing_column(lembar: str, head: int, kolom: Kolom) -> Finding:
    return Finding(
        "kolom_hilang",
        Level.BLOCKER,
        f"Lembar {lembar}: kolom '{kolom.judul}' tidak ada.",
        f"Tambahkan kolom berjudul '{kolom.judul}' pada baris {head + 1}.",
        Place(sel=f"{lembar}!A{head + 1}"),
    )


def _rows_below(
    lembar: str, grid: list[list[Isi]], head: int, keys: dict[int, tuple[str, str]]
) -> Iterator[Baris]:
    for nomor, row in enumerate(grid[head + 1 :], start=head + 2):
        cells = {
            kunci: Sel(
                lembar,
                f"{column_letters(position)}{nomor}",
                judul,
                row[position] if position < len(row) else "",
            )
            for position, (kunci, judul) in keys.items()
        }
        if any(not sel.is_empty for sel in cells.values()):
            yield Baris(lembar, nomor, cells)

"""Where the heads of the columns stand, and which column each of them names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.kolom import Kolom
from runut.core.kinerja.lembar import INDIKATOR, kolom_of, normalize_judul, year_of_judul
from runut.files.read.workbook.cells import Isi, Sel, problem
from runut.files.read.workbook.looks import Area, Looks

HEAD_WITHIN = 30
_LEAST_KNOWN = 2

Grid = Sequence[Sequence[Isi]]


@dataclass(frozen=True)
class Heads:
    """The row of the heads, and by column position the key and the head as it is written.

    ``ganda`` are columns whose head stood before: they are refused, not read. ``is_double``: the
    row above says the first half of some heads.
    """

    row: int
    keys: dict[int, tuple[str, str]]
    ganda: frozenset[int] = frozenset()
    is_double: bool = False

    def key_at(self, column: int) -> str | None:
        found = self.keys.get(column)
        return found[0] if found else None

    def column_of(self, kunci: str) -> int | None:
        return next((column for column, (k, _) in self.keys.items() if k == kunci), None)


def read_heads(lembar: str, grid: Grid, looks: Looks, problems: list[Finding]) -> Heads | None:
    """The heads of a sheet; a missing or doubled column is a problem.

    Columns may stand in any order, the heads in any of the first rows, and in two rows: a head
    that is merged over several columns begins the name of each of them.
    """
    found = _find_head(lembar, grid, looks)
    if found is None:
        problems.append(
            Finding(
                "judul_kolom_hilang",
                Level.BLOCKER,
                f"Lembar {lembar}: baris judul kolom tidak ditemukan.",
                "Salin baris judul dari templat (runut kinerja template).",
                Place(sel=f"{lembar}!A1"),
            )
        )
        return None
    head, titles = found
    keys: dict[int, tuple[str, str]] = {}
    ganda = []
    for position, judul in enumerate(titles):
        kunci = key_of(lembar, judul)
        if kunci is None:
            continue
        if kunci in {k for k, _ in keys.values()}:
            sel = Sel(lembar, f"{column_letters(position)}{head + 1}", judul, judul)
            pesan = f"kolom '{judul}' ada dua kali."
            problems.append(problem(sel, "kolom_ganda", pesan, "Hapus salah satunya."))
            ganda.append(position)
        else:
            keys[position] = (kunci, judul.rstrip("* "))
    present = {k for k, _ in keys.values()}
    missing = [k for k in kolom_of(lembar) if k.is_wajib and k.kunci not in present]
    problems.extend(_missing_column(lembar, head, kolom) for kolom in missing)
    own = [isi.strip() if isinstance(isi, str) else "" for isi in grid[head]]
    is_double = any(titles[c] != (own[c] if c < len(own) else "") for c in keys)
    return Heads(head, keys, frozenset(ganda), is_double)


@lru_cache(maxsize=20_000)
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


def key_of(lembar: str, judul: str) -> str | None:
    """The key of the column that this head names."""
    found = _keys_of(lembar).get(normalize_judul(judul))
    if found is None and lembar == INDIKATOR:
        year = year_of_judul(judul)
        return f"{year[0]}_{year[1]}" if year else None
    return found


@cache
def is_figure(lembar: str, kunci: str) -> bool:
    """Whether a column holds figures; those of single years do."""
    is_of_year = lembar == INDIKATOR and kunci[-4:].isdigit()
    return is_of_year or any(k.kunci == kunci and k.is_angka for k in kolom_of(lembar))


@cache
def _keys_of(lembar: str) -> dict[str, str]:
    return {normalize_judul(kolom.judul): kolom.kunci for kolom in kolom_of(lembar)}


def _find_head(lembar: str, grid: Grid, looks: Looks) -> tuple[int, list[str]] | None:
    rows = _spread(grid[:HEAD_WITHIN], looks.merges)
    titles = [list(_titles(lembar, rows, at)) for at in range(len(rows))]
    counts = [len({k for t in row if (k := key_of(lembar, t))}) for row in titles]
    best = max(counts, default=0)
    if best < _LEAST_KNOWN:
        return None
    head = counts.index(best)
    return head, titles[head]


def _titles(lembar: str, rows: list[list[Isi]], at: int) -> Iterator[str]:
    """The heads that a row names, with the row above where that makes one that we know."""
    for column, isi in enumerate(rows[at]):
        own = isi.strip() if isinstance(isi, str) else str(isi)
        above = rows[at - 1][column] if at and column < len(rows[at - 1]) else ""
        together = f"{above} {own}".strip()
        has_own = isinstance(isi, str) and key_of(lembar, own) is not None
        yield together if not has_own and key_of(lembar, together) else own


def _spread(grid: Grid, merges: Sequence[Area]) -> list[list[Isi]]:
    """A copy in which a merged area holds its text in every cell."""
    rows = [list(row) for row in grid]
    for first, left, last, right in merges:
        if last >= len(rows) or left >= len(rows[first]):
            continue
        for row in rows[first : last + 1]:
            width = min(right + 1, len(row)) - left
            row[left : left + width] = [rows[first][left]] * width
    return rows


def _missing_column(lembar: str, head: int, kolom: Kolom) -> Finding:
    return Finding(
        "kolom_hilang",
        Level.BLOCKER,
        f"Lembar {lembar}: kolom '{kolom.judul}' tidak ada.",
        f"Tambahkan kolom berjudul '{kolom.judul}' pada baris {head + 1}.",
        Place(sel=f"{lembar}!A{head + 1}"),
    )

"""Every filled cell is used or named: what nobody read is listed by its place."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja import lembar as buku
from runut.files.read.workbook.as_seen import Sheet
from runut.files.read.workbook.cells import Isi, Sel, problem, show
from runut.files.read.workbook.heads import Grid, column_letters
from runut.files.read.workbook.looks import At, Looks

_MOST_NAMED = 40
_OURS = {
    buku.PROFIL: (
        "petunjuk",
        frozenset((*(isian.catatan for isian in buku.ISIAN_PROFIL), *buku.CATATAN_LAMA)),
    ),
    buku.NARASI: ("judul", frozenset(judul for _, judul in buku.BAGIAN_NARASI)),
}
"""Columns that are for reading only, and what we write into them ourselves."""


def say_unread(sheet: Sheet, taken: set[str], problems: list[Finding]) -> None:
    """Name the filled cells of a sheet that were not read, column by column where that says it."""
    by_column: dict[int, list[At]] = {}
    loose: list[At] = []
    for at in filled_in(sheet.stored):
        if _is_spoken_for(sheet, at, taken):
            continue
        if at[1] in sheet.heads.keys or at[0] <= sheet.heads.row:
            loose.append(at)
        else:
            by_column.setdefault(at[1], []).append(at)
    for column, cells in by_column.items():
        problems.append(_unknown_column(sheet, column, cells))
        loose = [at for at in loose if at != (sheet.heads.row, column)]
    if loose:
        problems.append(unread(sheet.lembar, loose, "di luar tabel atau di kolom tahun lain"))
    problems.extend(_notes(sheet))


def say_other_sheet(
    nama: str, grid: Grid, looks: Looks, problems: list[Finding], *, ours: int = 0
) -> None:
    """A sheet that holds no data: nothing of it is read.

    ``ours``: how many of its first columns we write ourselves, to be looked at only.
    """
    cells = {at for at in (*filled_in(grid), *looks.broken) if at[1] >= ours}
    if cells:
        hidden = "tersembunyi, " if looks.is_hidden else ""
        sebab = "bukan isian" if ours else "lembar tidak dikenal"
        problems.append(unread(nama, sorted(cells), f"{hidden}{sebab}"))


def say_hidden(sheet: Sheet, rows: Iterable[tuple[int, Sel]], problems: list[Finding]) -> None:
    """Rows, columns and sheets that are not seen, but are read: said once for each kind."""
    looks = sheet.looks
    if looks.is_hidden:
        problems.append(
            Finding(
                "lembar_tersembunyi",
                Level.WARNING,
                f"Lembar {sheet.lembar} tersembunyi, tetapi isinya dibaca.",
                "Tampilkan lembarnya dan periksa isinya.",
                Place(sel=f"{sheet.lembar}!A1"),
            )
        )
    hidden = [(nomor, sel) for nomor, sel in rows if nomor - 1 in looks.hidden_rows]
    if hidden:
        how = "tersembunyi oleh penyaring" if looks.is_filtered else "tersembunyi"
        named = [f"{nomor} ({show(sel.isi)})" for nomor, sel in hidden]
        pesan = f"baris {', '.join(named)} {how}, tetapi tetap dihitung."
        usul = "Tampilkan barisnya; hapus bila memang tidak dipakai."
        problems.append(problem(hidden[0][1], "baris_tersembunyi", pesan, usul, Level.WARNING))
    for column, (_, judul) in sheet.heads.keys.items():
        if not looks.hides_column(column):
            continue
        below = [at for at in filled_in(sheet.stored) if at[1] == column and sheet.is_data(at)]
        if below:
            pesan = f"kolom {column_letters(column)} '{judul}' tersembunyi, tetapi isinya dibaca."
            usul = "Tampilkan kolomnya dan periksa isinya."
            found = problem(sheet.sel(below[0]), "kolom_tersembunyi", pesan, usul, Level.WARNING)
            problems.append(found)


def unread(lembar: str, cells: list[At], sebab: str) -> Finding:
    """The one finding about cells that are not read; all of them are named."""
    first = min(cells)
    return Finding(
        "sel_tidak_dipakai",
        Level.WARNING,
        f"Lembar {lembar}: {len(cells)} sel tidak dipakai ({sebab}): {areas_of(cells)}.",
        "Pindahkan ke kolom yang sesuai, atau biarkan bila memang catatan sendiri.",
        Place(sel=f"{lembar}!{_address(first)}"),
        tentang=areas_of(cells),
    )


def filled_in(grid: Grid) -> Iterator[At]:
    """The places of cells that hold something."""
    for row, cells in enumerate(grid):
        for column, isi in enumerate(cells):
            if not (isinstance(isi, str) and not isi.strip()):
                yield row, column


def areas_of(cells: Iterable[At]) -> str:
    """Places as ranges, none left out.

    >>> areas_of([(3, 25), (4, 25), (5, 25), (3, 26), (9, 0)])
    'Z4:AA4, Z5:Z6, A10'
    """
    done: list[tuple[At, At]] = []
    is_open: dict[tuple[int, int], int] = {}
    for row, in_row in groupby(sorted(cells), key=lambda at: at[0]):
        runs = list(_runs([column for _, column in in_row]))
        still: dict[tuple[int, int], int] = {}
        for run in runs:
            at = is_open.get(run)
            if at is not None and done[at][1][0] == row - 1:
                done[at] = (done[at][0], (row, run[1]))
            else:
                at = len(done)
                done.append(((row, run[0]), (row, run[1])))
            still[run] = at
        is_open = still
    named = [_address(a) if a == b else f"{_address(a)}:{_address(b)}" for a, b in done]
    if len(named) > _MOST_NAMED:
        rows = [b[0] for _, b in done[_MOST_NAMED:]]
        rest = f"dan {len(named) - _MOST_NAMED} kelompok lagi di baris {min(rows) + 1}"
        named = [*named[:_MOST_NAMED], f"{rest} sampai {max(rows) + 1}"]
    return ", ".join(named)


def _runs(columns: list[int]) -> Iterator[tuple[int, int]]:
    start = columns[0]
    for one, following in zip(columns, [*columns[1:], None], strict=True):
        if following != one + 1:
            yield start, one
            if following is not None:
                start = following


def _address(at: At) -> str:
    return f"{column_letters(at[1])}{at[0] + 1}"


def _is_spoken_for(sheet: Sheet, at: At, taken: set[str]) -> bool:
    row, column = at
    if at in sheet.named or _address(at) in taken or column in sheet.heads.ganda:
        return True
    isi = sheet.stored[row][column]
    if row < sheet.heads.row:
        is_title = column == 0 and isinstance(isi, str)
        return is_title or (sheet.heads.is_double and row == sheet.heads.row - 1)
    kunci = sheet.heads.key_at(column)
    if row == sheet.heads.row:
        return kunci is not None
    return _is_ours(sheet.lembar, kunci, isi)


def _is_ours(lembar: str, kunci: str | None, isi: Isi) -> bool:
    column, texts = _OURS.get(lembar, ("", frozenset()))
    return kunci == column and str(isi).strip() in texts


def _unknown_column(sheet: Sheet, column: int, cells: list[At]) -> Finding:
    head = sheet.stored[sheet.heads.row]
    judul = str(head[column]).strip() if column < len(head) else ""
    at = (sheet.heads.row, column)
    sel = Sel(sheet.lembar, _address(at), judul, judul)
    counted = f"{len(cells)} sel tidak dipakai: {areas_of(cells)}"
    kode, pesan = (
        ("kolom_tidak_dikenal", f"kolom '{judul}' tidak dikenal, jadi {counted}.")
        if judul
        else ("kolom_tanpa_judul", f"kolom ini berisi data tanpa judul, jadi {counted}.")
    )
    usul = "Samakan judulnya dengan templat, atau biarkan bila memang catatan sendiri."
    return problem(sel, kode, pesan, usul, Level.WARNING)


def _notes(sheet: Sheet) -> Iterator[Finding]:
    for at, text in sorted(sheet.looks.notes.items()):
        is_ours = at[0] == sheet.heads.row and at[1] in sheet.heads.keys
        if not is_ours:
            sel = Sel(sheet.lembar, _address(at), "", "")
            pesan = f"ada catatan pada sel ini: {show(text)}. Catatan tidak dibaca."
            usul = "Tulis di kolomnya bila perlu masuk laporan."
            yield problem(sel, "catatan_sel", pesan, usul, Level.INFO)

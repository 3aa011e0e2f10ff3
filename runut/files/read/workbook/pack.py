"""The small workbook of a unit, as it came back: what was typed for which figure.

Every filled cell is used or named: a row that is none of the pack's, a column that we did not
make, a sheet beside ours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.lembar import normalize_judul
from runut.files.read.workbook.cells import Isi, Sel, problem, text_of
from runut.files.read.workbook.heads import column_letters
from runut.files.read.workbook.unseen import seen_only

_SHEET, _ID, _ASKED, _FILL, _NOTE = "Isian", "id", "yang diisi", "isian", "catatan"
_LOCKED = ("indikator", "satuan", "definisi", "target", "tahun lalu")
_MOST_ROWS, _MOST_COLUMNS, _HEAD_WITHIN = 2_000, 60, 15
_SHARE = 1.5


@dataclass(frozen=True)
class TypedRow:
    """A row of the pack: the figure it names, what was typed, and where that stands."""

    indikator_id: str
    judul: str
    nilai: str
    catatan: str
    sel: str
    is_number: bool = False
    """Typed as a number and not as text: a percent format may show it a hundred times larger."""


@dataclass(frozen=True)
class ReturnedPack:
    """What came back. ``tanda`` says which pack it was made for, "" if it does not say."""

    tanda: str
    rows: tuple[TypedRow, ...]


def read_pack(source: bytes, name: str) -> tuple[ReturnedPack | None, tuple[Finding, ...]]:
    """What a unit typed, or why its file cannot be read. Call it through ``read_guarded``."""
    problems: list[Finding] = []
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(source))
        names = book.sheet_names
        own = next((one for one in names if one.strip().lower() == _SHEET.lower()), None)
        if own is None:
            return None, (_unreadable(name, f"lembar {_SHEET} tidak ada"),)
        sheet = book.get_sheet_by_name(own)
        if sheet.total_height > _MOST_ROWS or sheet.total_width > _MOST_COLUMNS:
            return None, (_unreadable(name, "lembarnya jauh lebih besar dari paket data"),)
        grid: list[list[Isi]] = sheet.to_python(skip_empty_area=False)
        seen_only(grid, own, problems)
        problems.extend(_other_sheets(book, [one for one in names if one != own]))
    except PasswordError:
        return None, (_unreadable(name, "dikunci dengan kata sandi"),)
    except (CalamineError, ValueError, OSError):
        return None, (_unreadable(name, "bukan berkas Excel atau rusak"),)
    head = _find_head(grid)
    if head is None:
        return None, (_unreadable(name, "baris judul kolomnya tidak ada"),)
    columns = {normalize_judul(str(isi)): at for at, isi in enumerate(grid[head]) if str(isi)}
    problems.extend(_unknown_cells(grid, head, columns))
    rows = tuple(_rows(grid, head, columns, problems))
    return ReturnedPack(_tanda(grid[:head]), rows), tuple(problems)


def _find_head(grid: list[list[Isi]]) -> int | None:
    for row, cells in enumerate(grid[:_HEAD_WITHIN]):
        if {_ID, _ASKED, _FILL} <= {normalize_judul(str(isi)) for isi in cells}:
            return row
    return None


def _tanda(above: list[list[Isi]]) -> str:
    for row in above:
        for isi in row:
            _, mark, tanda = str(isi).partition("Paket ")
            if mark and tanda.strip():
                return tanda.strip()
    return ""


def _rows(
    grid: list[list[Isi]], head: int, columns: dict[str, int], problems: list[Finding]
) -> Iterator[TypedRow]:
    for row in range(head + 1, len(grid)):

        def sel(name: str, row: int = row) -> Sel:
            return _sel(grid, row, columns.get(name), name)

        cell = sel(_FILL)
        nilai = _typed(cell, problems)
        catatan = text_of(sel(_NOTE), problems) if _NOTE in columns else ""
        id_, judul = text_of(sel(_ID), problems), text_of(sel(_ASKED), problems)
        if not (nilai or catatan or id_):
            continue
        is_number = isinstance(cell.isi, int | float) and not isinstance(cell.isi, bool)
        yield TypedRow(id_, judul, nilai, catatan, cell.place, is_number)


def _typed(sel: Sel, problems: list[Finding]) -> str:
    """What was typed, a number as Indonesian text."""
    if isinstance(sel.isi, float) and not sel.isi.is_integer():
        if 0 < abs(sel.isi) <= _SHARE:
            shown = f"{sel.isi * 100:.10g}".replace(".", ",")
            read = f"{sel.isi!r}".replace(".", ",")
            problems.append(
                problem(
                    sel,
                    "mungkin_persen",
                    f"dibaca {read}. Bila Saudara melihat {shown}% di Excel, itu format persen.",
                    f"Ketik {shown} sebagai teks bila itu maksudnya.",
                    Level.WARNING,
                )
            )
        return repr(sel.isi).replace(".", ",")
    return text_of(sel, problems)


def _sel(grid: list[list[Isi]], row: int, column: int | None, name: str) -> Sel:
    if column is None:
        return Sel(_SHEET, f"A{row + 1}", name, "")
    cells = grid[row]
    isi = cells[column] if column < len(cells) else ""
    return Sel(_SHEET, f"{column_letters(column)}{row + 1}", name, isi)


def _unknown_cells(grid: list[list[Isi]], head: int, columns: dict[str, int]) -> Iterator[Finding]:
    known = {at for name, at in columns.items() if name in (_ID, _ASKED, _FILL, _NOTE, *_LOCKED)}
    places = [
        f"{column_letters(at)}{row + 1}"
        for row, cells in enumerate(grid[head + 1 :], start=head + 1)
        for at, isi in enumerate(cells)
        if at not in known and str(isi).strip()
    ]
    if places:
        yield Finding(
            "sel_tidak_dipakai",
            Level.WARNING,
            f"{len(places)} sel tidak dipakai karena di luar kolom paket: {_few(places)}.",
            "Pindahkan ke kolom Isian atau Catatan bila memang perlu dibaca.",
            Place(sel=f"{_SHEET}!{places[0]}"),
        )


def _other_sheets(book: CalamineWorkbook, names: list[str]) -> Iterator[Finding]:
    filled = [
        name
        for name in names
        if any(str(isi).strip() for row in book.get_sheet_by_name(name).to_python() for isi in row)
    ]
    if filled:
        yield Finding(
            "lembar_tidak_dipakai",
            Level.WARNING,
            f"Lembar yang tidak dibaca: {_few(filled)}.",
            f"Hanya lembar {_SHEET} yang dibaca. Pindahkan isinya ke sana bila perlu.",
        )


def _few(names: list[str]) -> str:
    return ", ".join(names[:10]) + (f", dan {len(names) - 10} lagi" if len(names) > 10 else "")


def _unreadable(name: str, sebab: str) -> Finding:
    return Finding(
        "berkas_tidak_terbaca",
        Level.BLOCKER,
        f"Berkas {name} tidak dapat dibaca: {sebab}.",
        "Unduh lagi paketnya, isi kolom kuning, simpan sebagai .xlsx, lalu unggah.",
    )

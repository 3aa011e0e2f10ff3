"""An Excel list of people as rows of text, each cell with its address; nothing is guessed.

What Excel has spoiled is said: a NIP kept as a number has lost its last digits, a formula may not
have been computed. Rows that are hidden in Excel are read and named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from runut.core.findings import Finding, Level, Place
from runut.core.words.dates import format_date
from runut.files.read.workbook.heads import column_letters
from runut.files.read.workbook.unseen import seen_only

MOST_ROWS = 2_000
_HEAD_WITHIN, _MOST_COLUMNS, _LEAST_KNOWN = 15, 100, 2
_EXACT = 10**15
"""Excel keeps fifteen digits of a number; what follows becomes zeros."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SHEET = "Pegawai"
HEADS: dict[str, tuple[str, ...]] = {
    "nip": ("nip", "nip/ni pppk", "nomor induk pegawai"),
    "nama_pokok": ("nama tanpa gelar", "nama"),
    "nama": ("nama lengkap", "nama dan gelar", "nama pegawai", "nama lengkap dan gelar"),
    "gelar_depan": ("gelar depan",),
    "gelar_belakang": ("gelar belakang",),
    "pangkat": ("pangkat/golongan", "pangkat", "golongan", "pangkat/gol", "pangkat/gol. ruang"),
    "jabatan": ("jabatan", "nama jabatan"),
    "unit": ("unit", "unit kerja", "bagian", "bidang"),
    "peran": ("peran dalam sop", "peran"),
    "mulai": ("mulai menjabat", "tmt jabatan", "tmt"),
    "email": ("surel", "email", "e-mail"),
    "telepon": ("telepon", "nomor telepon", "no. telepon", "no. hp", "no hp", "hp", "wa"),
    "username": ("nama pengguna", "username"),
}
"""The columns, under the names that offices give them; the first is that of the template."""
_KEYS = {name: key for key, names in HEADS.items() for name in names}

Isi = str | float | int | bool | date | time | timedelta


@dataclass(frozen=True)
class ListRow:
    """A row: its number in Excel, the words of its cells, where each stands, what is wrong."""

    number: int
    words: dict[str, str]
    cells: dict[str, str]
    faults: dict[str, str] = field(default_factory=dict)
    is_hidden: bool = False


def read_people_list(
    data: bytes, name: str
) -> tuple[tuple[ListRow, ...] | None, tuple[Finding, ...]]:
    """(rows, problems) of a list; None with a problem that keeps the whole list from being read."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for title in sorted(book.sheet_names, key=lambda one: one.strip() != SHEET):
            sheet = book.get_sheet_by_name(title)
            if sheet.total_width > _MOST_COLUMNS or sheet.total_height > MOST_ROWS * 10:
                return None, (_blocker(_too_many(sheet.total_height)),)
            grid: list[list[Isi]] = sheet.to_python(skip_empty_area=False)
            if (head := _find_head(grid)) is not None:
                said: list[Finding] = []
                seen_only(grid, title, said)
                rows, problems = _read(data, title, grid, head)
                return rows, (*said, *problems)
    except PasswordError:
        return None, (_blocker(f"Berkas {name} dikunci dengan kata sandi. Simpan tanpa kunci."),)
    except (CalamineError, ValueError, OSError):
        return None, (
            _blocker(f"Berkas {name} bukan berkas Excel atau rusak. Simpan ulang sebagai .xlsx."),
        )
    return None, (
        _blocker(
            "Baris judul kolom tidak ditemukan. Pakai templat, atau beri judul kolom NIP, Nama, "
            "Jabatan, dan seterusnya."
        ),
    )


def _read(
    data: bytes, title: str, grid: list[list[Isi]], head: int
) -> tuple[tuple[ListRow, ...] | None, tuple[Finding, ...]]:
    keys, problems = _columns(grid, head)
    hidden, broken = _seen_in_xml(data, title)
    rows: list[ListRow] = []
    for number, cells in enumerate(grid[head + 1 :], start=head + 2):
        row = _row(number, cells, keys, broken, is_hidden=number in hidden)
        if any(row.words.values()) or row.faults:
            rows.append(row)
    if len(rows) > MOST_ROWS:
        return None, (_blocker(_too_many(len(rows))),)
    if not rows:
        return None, (_blocker("Di bawah judul kolom tidak ada satu pegawai pun."),)
    if any(one.tingkat is Level.BLOCKER for one in problems):
        return None, tuple(problems)
    return tuple(rows), tuple(problems)


def _find_head(grid: list[list[Isi]]) -> int | None:
    def known(row: list[Isi]) -> int:
        return len({_key(isi) for isi in row} - {""})

    counts = [known(row) for row in grid[:_HEAD_WITHIN]]
    best = max(counts, default=0)
    return counts.index(best) if best >= _LEAST_KNOWN else None


def _key(isi: Isi) -> str:
    words = " ".join(str(isi).split()).casefold().rstrip(" *:")
    return _KEYS.get(words) or _KEYS.get(re.sub(r"\s*\(.*\)$", "", words), "")


def _columns(grid: list[list[Isi]], head: int) -> tuple[dict[int, str], list[Finding]]:
    """Column to key; a column that is doubled or that nobody reads is named."""
    keys: dict[int, str] = {}
    problems: list[Finding] = []
    for column, isi in enumerate(grid[head]):
        title, key = str(isi).strip(), _key(isi)
        at = f"{column_letters(column)}{head + 1}"
        if key and key in keys.values():
            said = f"Sel {at}: kolom “{title}” ada dua kali. Hapus salah satunya."
            problems.append(_blocker(said, at))
        elif key:
            keys[column] = key
        elif any(column < len(row) and str(row[column]).strip() for row in grid[head + 1 :]):
            said = (
                f"Sel {at}: kolom “{title}” tidak dikenal, jadi isinya tidak dibaca."
                if title
                else f"Sel {at}: kolom ini berisi tetapi tidak berjudul, jadi tidak dibaca."
            )
            problems.append(Finding("kolom_asing", Level.WARNING, said, letak=Place(sel=at)))
    if not {"nama", "nama_pokok"} & set(keys.values()):
        problems.append(_blocker("Kolom Nama tanpa gelar (atau Nama lengkap) tidak ada."))
    return keys, problems


def _row(
    number: int, cells: list[Isi], keys: dict[int, str], broken: set[str], *, is_hidden: bool
) -> ListRow:
    row = ListRow(number, {}, {}, is_hidden=is_hidden)
    for column, key in keys.items():
        isi = cells[column] if column < len(cells) else ""
        at = row.cells[key] = f"{column_letters(column)}{number}"
        row.words[key], fault = _words(key, isi)
        if at in broken:
            fault = "rumusnya galat atau belum dihitung. Ganti dengan isinya."
        if fault:
            row.faults[key] = fault
    return row


def _words(key: str, isi: Isi) -> tuple[str, str]:
    """What a cell says, and what Excel has done to it."""
    if isinstance(isi, str):
        return isi.strip(), ""
    if isinstance(isi, datetime | date):
        day = isi.date() if isinstance(isi, datetime) else isi
        is_wrong = key in ("nip", "telepon")
        return format_date(day), "Excel menyimpan isian ini sebagai tanggal." if is_wrong else ""
    if isinstance(isi, bool) or not isinstance(isi, int | float):
        return str(isi), "isinya bukan teks. Ketik ulang sebagai teks."
    words = str(int(isi)) if float(isi).is_integer() else repr(float(isi))
    if key == "nip" and abs(isi) >= _EXACT:
        return words, (
            f"NIP tersimpan sebagai angka ({words}); Excel hanya menyimpan 15 angka pertama, jadi "
            "tiga angka terakhirnya hilang. Ubah format sel menjadi Teks, lalu ketik ulang NIP."
        )
    return words, ""


def _seen_in_xml(data: bytes, title: str) -> tuple[set[int], set[str]]:
    """(rows that Excel hides, cells whose formula failed or was not computed); of .xlsx only."""
    hidden, broken = set[int](), set[str]()
    try:
        with ZipFile(BytesIO(data)) as book:
            part = _part_of(book, title)
            if part is None:
                return hidden, broken
            with book.open(part) as stream:
                for _, row in etree.iterparse(
                    stream,
                    tag=f"{_MAIN}row",
                    resolve_entities=False,
                    no_network=True,
                    huge_tree=False,
                ):
                    if row.get("hidden") in ("1", "true"):
                        hidden.add(int(row.get("r") or 0))
                    broken.update(_broken(row))
                    row.clear()
    except (
        BadZipFile,
        KeyError,
        ValueError,
        etree.XMLSyntaxError,
        NotImplementedError,
        RuntimeError,
        ZlibError,
    ):
        return hidden, broken
    return hidden, broken


def _broken(row: etree._Element) -> Iterator[str]:
    for cell in row.iter(f"{_MAIN}c"):
        is_formula = cell.find(f"{_MAIN}f") is not None
        if cell.get("t") == "e" or (is_formula and not cell.findtext(f"{_MAIN}v")):
            yield cell.get("r") or ""


def _part_of(book: ZipFile, title: str) -> str | None:
    relations = _parse(book.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target") or "" for one in relations}
    for sheet in _parse(book.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        if sheet.get("name") == title:
            target = targets.get(sheet.get(_RELATION), "")
            return target.lstrip("/") if target.startswith("/xl") else f"xl/{target}"
    return None


def _parse(part: bytes) -> etree._Element:
    return etree.fromstring(
        part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    )


def _too_many(rows: int) -> str:
    return (
        f"Daftar ini {rows} baris; sekali muat paling banyak {MOST_ROWS}. Bagi menjadi beberapa "
        "berkas, dan hapus baris kosong di bawah tabel."
    )


def _blocker(pesan: str, sel: str | None = None) -> Finding:
    return Finding("daftar_pegawai", Level.BLOCKER, pesan, letak=Place(sel=sel))

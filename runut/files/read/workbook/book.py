"""An Excel file opened: the cells of its sheets, and how they look."""

from dataclasses import dataclass, field
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.lembar import LEMBAR
from runut.files.read.workbook.cells import Isi
from runut.files.read.workbook.looks import Looks, look_at
from runut.files.read.workbook.unseen import seen_only

_MOST_ROWS = 20_000
_MOST_COLUMNS = 500


@dataclass
class Book:
    """Sheets that we know by our names, the others by theirs; ``given`` maps ours to theirs."""

    grids: dict[str, list[list[Isi]]] = field(default_factory=dict)
    others: dict[str, list[list[Isi]]] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    looks: dict[str, Looks] = field(default_factory=dict)


def open_book(source: bytes, name: str, problems: list[Finding]) -> Book | None:
    """The sheets of the file; None when it is no workbook that can be read as people see it."""
    known = {nama.lower(): nama for nama in LEMBAR}
    try:
        read = CalamineWorkbook.from_filelike(BytesIO(source))
        looks = look_at(source)
        if looks is None:
            problems.append(
                _unreadable(
                    name,
                    "bukan berkas .xlsx, jadi yang tersembunyi, dicoret, dan digabung tidak tampak",
                    "Simpan sebagai .xlsx dari Excel atau LibreOffice.",
                )
            )
            return None
        book = Book(looks=looks)
        for sheet in read.sheets_metadata:
            if sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            nama = known.get(sheet.name.strip().lower())
            if nama is None or nama in book.given:
                book.others[sheet.name] = _grid(read, sheet.name, sheet.name, problems)
            else:
                book.given[nama] = sheet.name
                book.grids[nama] = _grid(read, nama, sheet.name, problems)
        return book
    except PasswordError:
        problems.append(_unreadable(name, "dikunci dengan kata sandi", "Simpan tanpa kata sandi."))
    except (CalamineError, ValueError, OSError):
        problems.append(
            _unreadable(
                name,
                "bukan berkas Excel atau rusak",
                "Simpan ulang sebagai .xlsx dari Excel atau LibreOffice.",
            )
        )
    return None


def _grid(
    book: CalamineWorkbook, nama: str, given: str, problems: list[Finding]
) -> list[list[Isi]]:
    sheet = book.get_sheet_by_name(given)
    if sheet.total_height > _MOST_ROWS or sheet.total_width > _MOST_COLUMNS:
        problems.append(
            Finding(
                "lembar_terlalu_besar",
                Level.BLOCKER,
                f"Lembar {nama}: {sheet.total_height} baris dan {sheet.total_width} kolom terlalu "
                "besar untuk data kinerja.",
                "Hapus baris dan kolom kosong di luar tabel, lalu simpan ulang.",
                Place(sel=f"{nama}!A1"),
            )
        )
        return []
    rows: list[list[Isi]] = sheet.to_python(skip_empty_area=False)
    return seen_only(rows, nama, problems, is_quiet=nama not in LEMBAR)


def _unreadable(name: str, sebab: str, usul: str) -> Finding:
    return Finding(
        "berkas_tidak_terbaca",
        Level.BLOCKER,
        f"Berkas {name} tidak dapat dibaca: {sebab}.",
        usul,
    )

"""Tables in a kind of file that is no .xlsx: said by name, with what to do about it."""

from csv import Error as CsvError
from csv import reader
from io import StringIO

from runut.core.findings import Finding, Level

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED = b"PK\x03\x04"
_XML_2003 = b'progid="Excel.Sheet"'
_HEAD = 4_096
_LEAST_LINES, _LEAST_COLUMNS = 3, 3
_SEPARATORS = (";", ",")


def refuse_excel(data: bytes) -> Finding | None:
    """The reason why a spreadsheet of another kind is not read, or None for everything else.

    Old Excel files hold their drawings in another way.
    """
    if data.startswith(_OLE):
        return _refuse_old(data)
    if data.startswith(_PACKED) and b"xl/workbook.bin" in data:
        return _other_kind("Excel biner (.xlsb)", "Excel")
    if _XML_2003 in data[:_HEAD]:
        return _other_kind("Excel XML 2003 (.xml)", "Excel")
    return None


def refuse_csv(data: bytes) -> Finding | None:
    """The reason why a text that is no SOP but a comma separated table is not read, or None."""
    return _no_drawing() if _is_csv(data) else None


def _refuse_old(data: bytes) -> Finding | None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Finding(
            "berkas_terkunci",
            Level.BLOCKER,
            "Berkas ini terkunci sandi.",
            "Buka dengan sandinya, simpan ulang tanpa sandi sebagai .xlsx, lalu unggah lagi.",
        )
    if any(name.encode("utf-16-le") in data for name in ("Workbook\0", "Book\0")):
        return _other_kind("Excel lama (.xls)", "Excel")
    return None


def _other_kind(kind: str, program: str) -> Finding:
    return Finding(
        "baca.jenis-berkas",
        Level.BLOCKER,
        f"Berkas ini berbentuk {kind}; gambar alur di dalamnya tidak dapat dibaca.",
        f"Buka di {program}, simpan sebagai .xlsx, lalu unggah lagi.",
    )


def _no_drawing() -> Finding:
    return Finding(
        "baca.jenis-berkas",
        Level.BLOCKER,
        "Berkas ini berbentuk CSV; bentuk itu tidak memuat simbol dan panah bagan alur.",
        "Unggah berkas Excel aslinya (.xlsx), atau salin tabelnya sebagai teks.",
    )


def _is_csv(data: bytes) -> bool:
    """Whether the first lines all fall into the same number of columns."""
    try:
        text = data[:_HEAD].decode("utf-8-sig", "ignore")
        for separator in _SEPARATORS:
            lines = list(reader(StringIO(text), delimiter=separator))[:-1] or [[]]
            widths = {len(line) for line in lines if line}
            if len(lines) >= _LEAST_LINES and len(widths) == 1 and widths.pop() >= _LEAST_COLUMNS:
                return True
    except CsvError:
        return False
    return False

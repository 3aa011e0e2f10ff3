"""A data workbook as an office types it: rows by the heads of their columns, nothing computed."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import xlsxwriter

Row = Mapping[str, object]

_PROFIL: dict[str, object] = {
    "Instansi": ("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH"),
    "Singkatan": "Dinas Contoh",
    "Kota": "Contoh",
    "Jabatan pimpinan": "Kepala Dinas Contoh",
    "Nama pimpinan": "Sari Contoh",
    "Data contoh": "ya",
    "Renstra mulai tahun": 2024,
    "Renstra sampai tahun": 2028,
}


def make_book(
    tahun: int,
    sheets: Mapping[str, Sequence[Row]],
    profil: Mapping[str, object] | None = None,
) -> bytes:
    """The workbook; a sheet has the columns that its rows name."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    _write(book, "Profil", _lines({"Tahun laporan": tahun, **_PROFIL, **(profil or {})}))
    for name in ("Sasaran", "Indikator", "Anggaran", "Analisis", "Narasi"):
        _write(book, name, sheets.get(name, ()) or (_HEADS[name],))
    book.close()
    return buffer.getvalue()


_HEADS: dict[str, Row] = {
    "Sasaran": {"ID": "", "Sasaran strategis": ""},
    "Indikator": {},
    "Anggaran": dict.fromkeys(("Kode", "Uraian", "Tingkat", "Pagu (Rp)", "Realisasi (Rp)"), ""),
    "Analisis": {"ID sasaran": "", "Rencana tindak lanjut": ""},
    "Narasi": {"Kunci bagian": "", "Isi": ""},
}


def _lines(values: Mapping[str, object]) -> list[Row]:
    return [
        {"Isian": label, "Nilai": one, "Rincian": ""}
        for label, value in values.items()
        for one in (value if isinstance(value, tuple) else (value,))
    ]


def _write(book: xlsxwriter.Workbook, name: str, rows: Sequence[Row]) -> None:
    sheet = book.add_worksheet(name)
    heads = list(dict.fromkeys(head for row in rows for head in row))
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head)
        for number, row in enumerate(rows, start=1):
            value = row.get(head)
            if isinstance(value, int | float):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, str(value))

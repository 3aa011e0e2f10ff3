"""The data workbook of a year: empty for an office to fill in, or filled from its data.

Every word is written as text, so that a cell beginning with = + - @ is never a formula. Same
data, same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from runut.core.kinerja import lembar
from runut.core.kinerja.angka import format_plain
from runut.core.kinerja.lembar import Kolom, kolom_indikator, kolom_of
from runut.core.kinerja.model import DataKinerja
from runut.files.write.workbook.rows import Baris, Isi, empty_rows, sheet_rows

_CREATED = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_HEAD_ROW = 2
_ROWS_OFFERED = 200
_MOST_IN_CELL = 32_767
_EXACT_DIGITS = 15
_LONGEST_RENSTRA = 10

_PETUNJUK = (
    ("sub", "Cara mengisi"),
    ("isi", "1. Isi lembar berurutan: Profil, Sasaran, Indikator, Anggaran, Analisis, Narasi."),
    ("isi", "2. Kolom bertanda * wajib diisi. Arahkan penunjuk ke judul kolom untuk catatannya."),
    (
        "isi",
        "3. Kolom boleh dipindah, baris boleh kosong; judul kolom dan nama lembar jangan diubah.",
    ),
    ("isi", "4. Angka ditulis 93,75 atau 1.234,5. Persen ditulis 93,75 (boleh dengan tanda %)."),
    ("isi", "5. Sel kosong berarti belum diukur atau belum ditulis. Angka 0 adalah hasil ukur."),
    ("isi", "6. Target rentang ditulis 80 s.d. 90. Predikat ditulis apa adanya, misalnya BB."),
    ("isi", "7. Bila tidak ada standar nasional, tulis: tidak ada."),
    ("isi", "8. Uang dijumlahkan dari tingkat sub; program dan kegiatan dicocokkan dengannya."),
    (
        "isi",
        "9. Uang sub kegiatan untuk beberapa sasaran dihitung pada sasaran yang disebut pertama.",
    ),
    ("isi", "10. Analisis ditulis orang. Yang kosong tampak sebagai kekosongan pada laporan."),
    ("sub", "Cara menghitung capaian"),
    ("isi", "naik: realisasi ÷ target × 100."),
    ("isi", "turun, rumus lan (bawaan): (2 × target − realisasi) ÷ target × 100."),
    ("isi", "turun, rumus rasio: target ÷ realisasi × 100; realisasi 0 dicatat 100%."),
    ("isi", "rentang: di dalam rentang 100%; di luarnya, batas terdekat menjadi target."),
    ("isi", "stabil: (1 − |realisasi − target| ÷ target) × 100."),
    ("isi", "predikat: nilai predikat realisasi ÷ nilai predikat target × 100."),
    ("sub", "Setelah diisi"),
    ("isi", "Periksa dengan: runut kinerja check NAMA-BERKAS.xlsx"),
)
_CONTOH = "DATA CONTOH: angka dan nama orang di buku ini rekaan, hanya untuk mencoba."
_KETERANGAN = {
    lembar.PROFIL: "Siapa unit ini: bahan sampul, kata pengantar, dan Bab I.",
    lembar.SASARAN: "Sasaran strategis menurut Renstra dan Perjanjian Kinerja.",
    lembar.INDIKATOR: "Satu baris satu indikator. Sel kosong berarti belum diukur.",
    lembar.ANGGARAN: "Program, kegiatan, dan sub kegiatan dalam rupiah penuh.",
    lembar.ANALISIS: "Satu baris satu sasaran. Ditulis orang, tidak pernah dikarang.",
    lembar.NARASI: "Kata-kata untuk bagian laporan yang ditulis orang.",
}
_TAB = {
    lembar.PETUNJUK: "#7F7F7F",
    lembar.PROFIL: "#1F4E79",
    lembar.SASARAN: "#2E75B6",
    lembar.INDIKATOR: "#2E75B6",
    lembar.ANGGARAN: "#548235",
    lembar.ANALISIS: "#BF8F00",
    lembar.NARASI: "#BF8F00",
}
_FROZEN_COLUMNS = {lembar.INDIKATOR: 3, lembar.ANGGARAN: 2, lembar.PROFIL: 1}


@dataclass(frozen=True)
class _Formats:
    """How the cells look. Figures to be typed are text: a typed 93,75% stays as typed."""

    judul: Any
    keterangan: Any
    contoh: Any
    sub: Any
    kepala: Any
    kepala_wajib: Any
    teks: Any
    angka: Any
    rupiah: Any
    isian: Any
    isian_angka: Any


def write_template(target: str | Path | BinaryIO, tahun: int) -> None:
    """An empty workbook for the report of ``tahun``, written to a path or an open binary file."""
    riwayat = tuple(range(tahun - lembar.BANYAK_RIWAYAT, tahun))
    columns = kolom_indikator(tahun, riwayat, tuple(range(tahun, tahun + 5)))
    book = _draw(tahun, False, columns, empty_rows(tahun))
    if isinstance(target, str | Path):
        Path(target).write_bytes(book)
    else:
        target.write(book)


def write_workbook(data: DataKinerja) -> bytes:
    """The workbook that reads back as ``data``.

    Raises ValueError, naming sheet and cell, when a text is longer than a cell can hold.
    """
    columns = kolom_indikator(data.tahun, _earlier_years(data), _renstra_years(data))
    return _draw(data.tahun, data.profil.is_contoh, columns, sheet_rows(data))


def _earlier_years(data: DataKinerja) -> tuple[int, ...]:
    offered = set(range(data.tahun - lembar.BANYAK_RIWAYAT, data.tahun))
    used = {y for i in data.indikators for y in (*i.riwayat, *i.riwayat_target)}
    return tuple(sorted(offered | used))


def _renstra_years(data: DataKinerja) -> tuple[int, ...]:
    awal, akhir = data.profil.renstra_periode
    offered = set(range(awal, min(akhir, awal + _LONGEST_RENSTRA) + 1))
    used = {y for i in data.indikators for y in i.renstra}
    return tuple(sorted(offered | used))


def _draw(
    tahun: int, is_contoh: bool, indikator: tuple[Kolom, ...], rows: dict[str, list[Baris]]
) -> bytes:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": f"Data kinerja {tahun}", "created": _CREATED})
    formats = _formats(book)
    _draw_petunjuk(book, formats, tahun, is_contoh)
    for nama in lembar.LEMBAR:
        columns = indikator if nama == lembar.INDIKATOR else kolom_of(nama)
        _draw_sheet(book, formats, nama, columns, rows[nama])
    book.close()
    return buffer.getvalue()


def _formats(book: Any) -> _Formats:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    box = {**base, "border": 1, "border_color": "#D9D9D9", "text_wrap": True}
    head = {**base, "bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
    return _Formats(
        judul=book.add_format({**base, "bold": True, "font_size": 14, "font_color": "#1F4E79"}),
        keterangan=book.add_format({**base, "italic": True, "font_color": "#595959"}),
        contoh=book.add_format({**base, "bold": True, "font_color": "#C00000"}),
        sub=book.add_format({**base, "bold": True, "font_size": 11}),
        kepala=book.add_format({**head, "bg_color": "#DDEBF7"}),
        kepala_wajib=book.add_format({**head, "bg_color": "#1F4E79", "font_color": "#FFFFFF"}),
        teks=book.add_format({**box, "num_format": "@"}),
        angka=book.add_format({**box, "align": "right"}),
        rupiah=book.add_format({**box, "align": "right", "num_format": "#,##0"}),
        isian=book.add_format({**base, "text_wrap": True, "num_format": "@"}),
        isian_angka=book.add_format({**base, "num_format": "@", "align": "right"}),
    )


def _draw_petunjuk(book: Any, formats: _Formats, tahun: int, is_contoh: bool) -> None:
    sheet = book.add_worksheet(lembar.PETUNJUK)
    sheet.set_tab_color(_TAB[lembar.PETUNJUK])
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, f"Buku data kinerja tahun {tahun}", formats.judul)
    if is_contoh:
        sheet.write_string(1, 0, _CONTOH, formats.contoh)
    for row, (gaya, text) in enumerate(_PETUNJUK, start=2):
        sheet.write_string(row, 0, text, formats.sub if gaya == "sub" else formats.isian)


def _draw_sheet(
    book: Any, formats: _Formats, nama: str, columns: Sequence[Kolom], rows: Sequence[Baris]
) -> None:
    sheet = book.add_worksheet(nama)
    sheet.set_tab_color(_TAB[nama])
    sheet.write_string(0, 0, nama, formats.judul)
    sheet.write_string(1, 0, _KETERANGAN[nama], formats.keterangan)
    sheet.set_row(_HEAD_ROW, 45)
    sheet.freeze_panes(_HEAD_ROW + 1, _FROZEN_COLUMNS.get(nama, 1))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)
    for position, kolom in enumerate(columns):
        _draw_head(sheet, formats, position, kolom)
        for row, baris in enumerate(rows, start=_HEAD_ROW + 1):
            _draw_cell(sheet, formats, (row, position), kolom, baris.get(kolom.kunci))


def _draw_head(sheet: Any, formats: _Formats, position: int, kolom: Kolom) -> None:
    sheet.set_column(
        position, position, kolom.lebar, formats.isian_angka if kolom.is_angka else formats.isian
    )
    judul = f"{kolom.judul} *" if kolom.is_wajib else kolom.judul
    gaya = formats.kepala_wajib if kolom.is_wajib else formats.kepala
    sheet.write_string(_HEAD_ROW, position, judul, gaya)
    sheet.write_comment(
        _HEAD_ROW, position, kolom.catatan, {"x_scale": 1.6, "y_scale": 1.1, "font_size": 9}
    )
    if kolom.pilihan:
        last = _HEAD_ROW + _ROWS_OFFERED
        sheet.data_validation(_HEAD_ROW + 1, position, last, position, _choice(kolom))


def _choice(kolom: Kolom) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": list(kolom.pilihan),
        "error_title": kolom.judul[:32],
        "error_message": f"Pilih salah satu: {', '.join(kolom.pilihan)}."[:255],
    }


def _draw_cell(
    sheet: Any, formats: _Formats, place: tuple[int, int], kolom: Kolom, isi: Isi
) -> None:
    if isinstance(isi, Decimal) and len(isi.as_tuple().digits) <= _EXACT_DIGITS:
        is_rupiah = kolom.kunci in ("pagu", "realisasi") and isi == isi.to_integral_value()
        sheet.write_number(*place, float(isi), formats.rupiah if is_rupiah else formats.angka)
        return
    text = format_plain(isi) if isinstance(isi, Decimal) else (isi or "")
    if len(text) > _MOST_IN_CELL:
        cell = xl_rowcol_to_cell(*place)
        raise ValueError(
            f"Lembar {sheet.get_name()}, sel {cell}: teks lebih dari {_MOST_IN_CELL} huruf tidak "
            "muat dalam satu sel. Pendekkan teksnya."
        )
    gaya = formats.angka if kolom.is_angka else formats.teks
    if text:
        sheet.write_string(*place, text, gaya)
    else:
        sheet.write_blank(*place, None, formats.isian_angka if kolom.is_angka else formats.teks)

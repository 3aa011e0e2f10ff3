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
from runut.core.kinerja.kolom import Kolom
from runut.core.kinerja.lembar import kolom_indikator, kolom_of
from runut.core.kinerja.lembar_pilihan import (
    PEMANFAATAN,
    PEMBANDING,
    PILIHAN,
    RENCANA_AKSI,
    TINDAK_LANJUT,
)
from runut.core.kinerja.model import DataKinerja, Indikator
from runut.files.write.workbook.capaian import draw_capaian
from runut.files.write.workbook.choices import FIRST_ROW, LAST_ROW, choice_of
from runut.files.write.workbook.edits import Edit, with_edits
from runut.files.write.workbook.formulas import capaian_value
from runut.files.write.workbook.rows import Baris, Isi, empty_rows, sheet_rows

_CREATED = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
HEAD_ROW = FIRST_ROW - 2
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
    ("isi", "6. Target ditulis seperti pada PK: 95; ≥ 95; 80 s.d. 90; 100 dari 110; BB (75,48)."),
    ("isi", "7. Bila tidak ada standar nasional, tulis: tidak ada."),
    ("isi", "8. Uang dijumlahkan dari tingkat terbawah yang berisi; di atasnya dicocokkan."),
    ("isi", "9. Uang untuk beberapa sasaran dibagi: S1=60; S2=40. Tanpa bagian: dipakai bersama."),
    ("isi", "10. Analisis ditulis orang. Yang kosong tampak sebagai kekosongan pada laporan."),
    (
        "isi",
        "11. Lembar Pembanding, Rencana Aksi, Tindak Lanjut, dan Pemanfaatan diisi bila ada.",
    ),
    (
        "isi",
        "12. Kolom Capaian menghitung sendiri. Lembarnya terkunci tanpa sandi (Tinjau, Buka "
        "Proteksi).",
    ),
    ("sub", "Cara menghitung capaian"),
    ("isi", "naik: realisasi ÷ target × 100."),
    ("isi", "turun, rumus lan (bawaan): (2 × target − realisasi) ÷ target × 100."),
    ("isi", "turun, rumus rasio: target ÷ realisasi × 100; realisasi 0 dicatat 100%."),
    ("isi", "rentang: di dalam rentang 100%; di luarnya tidak tercapai, menurut rumusnya."),
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
    PEMBANDING: "Boleh kosong. Instansi lain atau rata-rata yang dibandingkan, satu baris satu.",
    RENCANA_AKSI: "Apa yang akan dilakukan untuk indikator yang belum mencapai target.",
    TINDAK_LANJUT: "Rekomendasi LHE terakhir dan tindak lanjutnya.",
    PEMANFAATAN: "Apa yang diubah karena angka kinerja tahun lalu.",
}
_TAB = {
    lembar.PETUNJUK: "#7F7F7F",
    lembar.PROFIL: "#1F4E79",
    lembar.SASARAN: "#2E75B6",
    lembar.INDIKATOR: "#2E75B6",
    lembar.ANGGARAN: "#548235",
    lembar.ANALISIS: "#BF8F00",
    lembar.NARASI: "#BF8F00",
    **dict.fromkeys(PILIHAN, "#7030A0"),
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
    hitungan: Any


def write_template(target: str | Path | BinaryIO, tahun: int) -> None:
    """An empty workbook for the report of ``tahun``, written to a path or an open binary file."""
    riwayat = tuple(range(tahun - lembar.BANYAK_RIWAYAT, tahun))
    columns = kolom_indikator(tahun, riwayat, tuple(range(tahun, tahun + 5)))
    book = _draw(tahun, False, columns, empty_rows(tahun), ())
    if isinstance(target, str | Path):
        Path(target).write_bytes(book)
    else:
        target.write(book)


def write_workbook(
    data: DataKinerja, edits: Sequence[Edit] = (), measured: Sequence[Indikator] | None = None
) -> bytes:
    """The workbook that reads back as ``data``, with ``edits`` typed over it. ``measured``: its
    indicators with the edits in them, whose capaian stands beside the formulas.

    Raises ValueError, naming sheet and cell, when a text is longer than a cell can hold.
    """
    rows = with_edits(sheet_rows(data), edits)
    known = measured if measured is not None else (() if edits else data.indikators)
    shown = tuple(capaian_value(one) for one in known)
    return _draw(data.tahun, data.profil.is_contoh, columns_of_year(data), rows, shown)


def columns_of_year(data: DataKinerja) -> tuple[Kolom, ...]:
    """The columns that the sheet Indikator of this year has, in their order."""
    return kolom_indikator(data.tahun, _earlier_years(data), _renstra_years(data))


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
    tahun: int,
    is_contoh: bool,
    indikator: tuple[Kolom, ...],
    rows: dict[str, list[Baris]],
    shown: tuple[float | str, ...],
) -> bytes:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": f"Data kinerja {tahun}", "created": _CREATED})
    formats = _formats(book)
    _draw_petunjuk(book, formats, tahun, is_contoh)
    for nama in lembar.LEMBAR:
        columns = indikator if nama == lembar.INDIKATOR else kolom_of(nama)
        _draw_sheet(book, formats, nama, columns, rows[nama])
    draw_capaian(book, formats.hitungan, tahun, indikator, shown)
    book.close()
    return buffer.getvalue()


def _formats(book: Any) -> _Formats:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    box = {**base, "border": 1, "border_color": "#D9D9D9", "text_wrap": True}
    free = {"locked": False}
    head = {**base, "bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
    return _Formats(
        judul=book.add_format({**base, "bold": True, "font_size": 14, "font_color": "#1F4E79"}),
        keterangan=book.add_format({**base, "italic": True, "font_color": "#595959"}),
        contoh=book.add_format({**base, "bold": True, "font_color": "#C00000"}),
        sub=book.add_format({**base, "bold": True, "font_size": 11}),
        kepala=book.add_format({**head, "bg_color": "#DDEBF7"}),
        kepala_wajib=book.add_format({**head, "bg_color": "#1F4E79", "font_color": "#FFFFFF"}),
        teks=book.add_format({**box, **free, "num_format": "@"}),
        angka=book.add_format({**box, **free, "align": "right"}),
        rupiah=book.add_format({**box, **free, "align": "right", "num_format": "#,##0"}),
        isian=book.add_format({**base, **free, "text_wrap": True, "num_format": "@"}),
        isian_angka=book.add_format({**base, **free, "num_format": "@", "align": "right"}),
        hitungan=book.add_format({**box, "align": "right", "bg_color": "#F2F2F2"}),
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
    sheet.set_row(HEAD_ROW, 45)
    sheet.freeze_panes(HEAD_ROW + 1, _FROZEN_COLUMNS.get(nama, 1))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    for position, kolom in enumerate(columns):
        _draw_head(sheet, formats, position, kolom)
        for row, baris in enumerate(rows, start=HEAD_ROW + 1):
            _draw_cell(sheet, formats, (row, position), kolom, baris.get(kolom.kunci))


def _draw_head(sheet: Any, formats: _Formats, position: int, kolom: Kolom) -> None:
    sheet.set_column(
        position, position, kolom.lebar, formats.isian_angka if kolom.is_angka else formats.isian
    )
    judul = f"{kolom.judul} *" if kolom.is_wajib else kolom.judul
    gaya = formats.kepala_wajib if kolom.is_wajib else formats.kepala
    sheet.write_string(HEAD_ROW, position, judul, gaya)
    sheet.write_comment(
        HEAD_ROW, position, kolom.catatan, {"x_scale": 1.6, "y_scale": 1.1, "font_size": 9}
    )
    choice = choice_of(sheet.get_name(), kolom)
    if choice is not None:
        sheet.data_validation(FIRST_ROW - 1, position, LAST_ROW - 1, position, choice)


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

"""Every filled cell is used or named by its place; what is seen otherwise than stored is said."""

import datetime

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from runut.core.findings import Level
from tests.kinerja.buku import example, open_book, read_book, read_changed


@pytest.mark.parametrize(
    ("place", "value", "kode"),
    [
        ("Indikator!BZ9", "sumber: arsip", "kolom_tanpa_judul"),
        ("Indikator!BZ3", "Catatan", "sel_tidak_dipakai"),
        ("Indikator!F1", "revisi", "sel_tidak_dipakai"),
        ("Indikator!C40", "Pontianak, 12 Januari 2026", "sel_tidak_dipakai"),
        ("Anggaran!C40", "mengetahui", "sel_tidak_dipakai"),
        ("Profil!C4", "keterangan tahun", "sel_tidak_dipakai"),
        ("Profil!F9", 7, "kolom_tanpa_judul"),
        ("Profil!D5", "catatan sendiri", "sel_tidak_dipakai"),
        ("Narasi!B4", "Prakata", "sel_tidak_dipakai"),
        ("Petunjuk!C5", "hubungi kami", "sel_tidak_dipakai"),
    ],
)
def test_a_cell_that_is_not_used_is_named(place: str, value: object, kode: str) -> None:
    data, findings = read_changed({place: value})

    assert data == example()
    lembar, _, alamat = place.partition("!")
    named = [f for f in findings if f.kode == kode and lembar in f.pesan and alamat in f.pesan]
    assert [f.tingkat for f in named] == [Level.WARNING], findings


def test_all_cells_of_an_unknown_column_are_named_together() -> None:
    data, findings = read_changed(
        {"Sasaran!H3": "Catatan", "Sasaran!H4": "a", "Sasaran!H5": "b", "Sasaran!H7": 3}
    )

    assert data == example()
    assert [f.pesan for f in findings] == [
        "Lembar Sasaran, sel H3: kolom 'Catatan' tidak dikenal, "
        "jadi 3 sel tidak dipakai: H4:H5, H7."
    ]


def test_an_unknown_sheet_is_named_with_its_cells_hidden_or_not() -> None:
    book = open_book()
    sheet = book.create_sheet("Kertas kerja")
    sheet["B2"], sheet["C9"] = 5, "x"
    sheet.sheet_state = "hidden"

    data, findings = read_book(book)

    assert data == example()
    assert [f.pesan for f in findings] == [
        "Lembar Kertas kerja: 2 sel tidak dipakai (tersembunyi, lembar tidak dikenal): B2, C9."
    ]


def test_the_target_of_a_later_year_is_named() -> None:
    book = open_book()
    sheet = book["Indikator"]
    column = next(c.column for c in sheet[3] if c.value == "Target 2024")
    sheet.cell(3, column).value = "Target 2027"

    _, findings = read_book(book)

    unread = [f for f in findings if f.kode == "sel_tidak_dipakai"]
    assert len(unread) == 1
    assert "di luar tabel atau di kolom tahun lain" in unread[0].pesan


def test_one_figure_that_is_struck_out_is_not_used_and_not_also_called_empty() -> None:
    book = open_book()
    book["Indikator"]["H5"].font = Font(strike=True)

    data, findings = read_book(book)

    assert data is not None
    assert data.indikators[1].realisasi.nilai is None
    assert [(f.kode, f.letak.sel) for f in findings] == [("sel_dicoret", "Indikator!H5")]


def test_a_hidden_column_and_a_hidden_sheet_are_read_and_said() -> None:
    book = open_book()
    book["Indikator"].column_dimensions["H"].hidden = True
    book["Anggaran"].sheet_state = "hidden"

    data, findings = read_book(book)

    assert data == example()
    assert {f.kode for f in findings} == {"kolom_tersembunyi", "lembar_tersembunyi"}


def test_rows_that_a_filter_hides_are_counted_and_said_together() -> None:
    book = open_book()
    sheet = book["Anggaran"]
    sheet.auto_filter.ref = "A3:K33"
    for row in (7, 9, 10):
        sheet.row_dimensions[row].hidden = True

    data, findings = read_book(book)

    assert data == example()
    assert [f.kode for f in findings] == ["baris_tersembunyi"]
    assert "tersembunyi oleh penyaring" in findings[0].pesan
    assert all(f"{row} (" in findings[0].pesan for row in (7, 9, 10))


def test_a_note_is_named() -> None:
    book = open_book()
    book["Indikator"]["H7"].comment = Comment("sementara, tunggu BPS", "Staf")

    data, findings = read_book(book)

    assert data == example()
    assert [(f.kode, f.letak.sel) for f in findings] == [("catatan_sel", "Indikator!H7")]


@pytest.mark.parametrize(
    "words", ["Jumlah", "TOTAL ANGGARAN", "Jumlah I", "Rata-rata", "Sub total"]
)
def test_rows_of_totals_are_not_data(words: str) -> None:
    data, findings = read_changed({"Anggaran!B36": words, "Anggaran!E36": 11_788_990_000})

    assert data == example()
    assert [f.kode for f in findings] == ["baris_jumlah"]


def test_an_indicator_that_counts_is_not_a_total() -> None:
    data, _ = read_changed({"Indikator!C9": "Jumlah dokumen"})

    assert data is not None
    assert data.indikators[5].nama == "Jumlah dokumen"


def test_heads_in_two_rows_heads_again_and_numbers_of_columns_are_understood() -> None:
    book = open_book()
    sheet = book["Sasaran"]
    sheet.insert_rows(4, amount=2)
    for cell, number in zip(sheet[4], range(1, 7), strict=False):
        cell.value = number
    for column, cell in enumerate(sheet[3], start=1):
        sheet.cell(5, column).value = cell.value
    _two_rows_of_heads(book["Indikator"])

    data, findings = read_book(book)

    assert findings == ()
    assert data is not None
    assert [s.nama for s in data.sasarans] == [s.nama for s in example().sasarans]
    assert [i.target.nilai for i in data.indikators] == [
        i.target.nilai for i in example().indikators
    ]


def _two_rows_of_heads(sheet: Worksheet) -> None:
    sheet.insert_rows(3)
    for cell in sheet[4]:
        words = str(cell.value or "").split(" TW ")
        if len(words) == 2:
            sheet.cell(3, cell.column).value, cell.value = words[0], f"TW {words[1]}"
        else:
            sheet.cell(3, cell.column).value, cell.value = cell.value, None


def test_a_figure_merged_over_rows_is_read_for_all_and_asked() -> None:
    book = open_book()
    book["Indikator"].merge_cells("H4:H5")

    data, findings = read_book(book)

    assert data is not None
    assert data.indikators[0].realisasi.nilai == data.indikators[1].realisasi.nilai
    found = next(f for f in findings if f.kode == "gabungan_angka")
    assert (found.letak.sel, found.tingkat) == ("Indikator!H4", Level.WARNING)


def test_money_merged_over_rows_is_counted_once_and_asked() -> None:
    book = open_book()
    book["Anggaran"].merge_cells("E6:E7")

    data, findings = read_book(book)

    assert data is not None
    assert data.anggaran[3].pagu.nilai is None
    kodes = [f.kode for f in findings]
    assert "gabungan_tidak_terbagi" in kodes
    assert "pagu_kosong" not in kodes


def test_an_id_merged_over_rows_is_refused_once() -> None:
    book = open_book()
    book["Indikator"].merge_cells("A4:A5")

    data, findings = read_book(book)

    assert data is None
    blockers = [f for f in findings if f.tingkat is Level.BLOCKER]
    assert [(f.kode, f.letak.sel) for f in blockers] == [("gabungan_tidak_terbagi", "Indikator!A4")]


@pytest.mark.parametrize(
    ("value", "number_format", "seen", "tingkat"),
    [
        (0.978, "0%", "Saudara melihat 98%; kami membaca 97,8.", Level.WARNING),
        (0.978, "0.0%", "Saudara melihat 97,8%; kami membaca 97,8.", Level.INFO),
        (97.804, "0.0", "Saudara melihat 97,8; kami membaca 97,804.", Level.INFO),
        (97800, "0.0,", "Saudara melihat 97,8; kami membaca 97.800.", Level.WARNING),
        (97.8, '0.0" juta"', "Saudara melihat 97,8 juta; kami membaca 97,8.", Level.WARNING),
        (97.8, ";;;", "Saudara melihat sel kosong; kami membaca 97,8.", Level.WARNING),
    ],
)
def test_what_is_seen_and_what_is_read_are_both_said(
    value: float, number_format: str, seen: str, tingkat: Level
) -> None:
    book = open_book()
    cell = book["Indikator"]["H5"]
    cell.value, cell.number_format = value, number_format

    _, findings = read_book(book)

    assert [(f.pesan.partition(": ")[2], f.tingkat) for f in findings if "Saudara" in f.pesan] == [
        (seen, tingkat)
    ]


def test_a_percent_cell_of_another_unit_is_asked_about() -> None:
    book = open_book()
    cell = book["Indikator"]["H9"]
    cell.value, cell.number_format = 13.86, "0%"

    data, findings = read_book(book)

    assert data is not None
    assert data.indikators[5].realisasi.nilai == 1386
    assert [f.kode for f in findings] == ["tampak_persen"]
    assert "padahal satuannya 'publikasi'" in findings[0].pesan


def test_a_code_typed_as_a_number_keeps_the_zeros_that_are_seen() -> None:
    book = open_book()
    sheet = book["Anggaran"]
    sheet["A36"].value, sheet["A36"].number_format = 4.1, "0.00"
    sheet["B36"], sheet["C36"], sheet["E36"], sheet["F36"] = "Program lain", "program", 0, 0

    data, _ = read_book(book)

    assert data is not None
    assert data.anggaran[-1].kode == "4.10"


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("Indikator!H7", "sembilan"),
        ("Indikator!G7", datetime.date(2025, 5, 1)),
        ("Indikator!G7", "=1/0"),
        ("Anggaran!E6", "banyak"),
        ("Indikator!B4", "=A1"),
        ("Sasaran!B4", "=A1"),
        ("Anggaran!C6", "paket"),
    ],
)
def test_a_refused_cell_is_said_once_and_not_also_called_empty(place: str, value: object) -> None:
    _, findings = read_changed({place: value})

    at_place = [f for f in findings if f.letak.sel == place]
    assert len(at_place) == 1
    assert at_place[0].tingkat is Level.BLOCKER
    assert "belum diisi" not in " ".join(f.pesan for f in findings)


def test_a_missing_column_is_said_once_not_for_each_row() -> None:
    book = open_book()
    book["Indikator"]["F3"] = "Arah"

    _, findings = read_book(book)

    assert [f.kode for f in findings if f.tingkat is Level.BLOCKER] == ["kolom_hilang"]

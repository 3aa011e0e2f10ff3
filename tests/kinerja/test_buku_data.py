"""The data workbook as offices fill it in: right, wrong, moved, half empty, or no workbook."""

import datetime

import openpyxl
import pytest

from runut.core.findings import Level
from runut.files.read.workbook.year import read_workbook
from tests.kinerja.buku import LENGKAP, example, open_book, read_book, read_changed


def test_a_word_in_place_of_a_number_is_named_by_sheet_and_cell() -> None:
    data, findings = read_changed({"Indikator!H7": "sembilan"})

    assert data is None
    assert [(f.pesan, f.usul) for f in findings if f.tingkat is Level.BLOCKER] == [
        (
            "Lembar Indikator, sel H7: 'sembilan' bukan angka.",
            "Isi dengan angka, misalnya 93,75.",
        )
    ]


@pytest.mark.parametrize(
    ("place", "value", "kode"),
    [
        ("Indikator!G4", datetime.date(2025, 5, 1), "bukan_angka"),
        ("Indikator!G4", "1,234.5", "bukan_angka"),
        ("Indikator!G4", True, "bukan_angka"),
        ("Indikator!G4", "=1/0", "rumus_galat"),
        ("Indikator!G10", "sekitar 8", "bukan_rentang"),
        ("Indikator!F4", "menanjak", "pilihan_tidak_dikenal"),
        ("Indikator!F4", "", "wajib_kosong"),
        ("Indikator!A5", "IKU-1", "id_ganda"),
        ("Indikator!B4", "S9", "sasaran_tidak_dikenal"),
        ("Sasaran!A5", "S1", "id_ganda"),
        ("Analisis!A4", "S8", "sasaran_tidak_dikenal"),
        ("Anggaran!D6", "S7", "sasaran_tidak_dikenal"),
        ("Anggaran!E6", -5, "rupiah_negatif"),
        ("Anggaran!C6", "paket", "pilihan_tidak_dikenal"),
        ("Profil!B4", "dua ribu", "bukan_tahun"),
        ("Indikator!G4", 1e300, "angka_tidak_wajar"),
    ],
)
def test_what_cannot_be_used_is_a_blocker_and_gives_no_data(
    place: str, value: object, kode: str
) -> None:
    data, findings = read_changed({place: value})

    assert data is None
    blockers = {f.kode: f for f in findings if f.tingkat is Level.BLOCKER}
    assert kode in blockers, findings
    assert place.partition("!")[0] in blockers[kode].pesan
    assert blockers[kode].usul


@pytest.mark.parametrize(
    ("place", "value", "kode"),
    [
        ("Anggaran!E5", 9_000_000_000, "pagu_tidak_sama"),
        ("Anggaran!F5", 1, "realisasi_tidak_sama"),
        ("Anggaran!F6", 7_842_560_001, "realisasi_melebihi_pagu"),
        ("Indikator!H4", "8,974", "lonjakan"),
        ("Indikator!H4", 0.8974, "lonjakan"),
        ("Indikator!H9", 3600, "capaian_tinggi"),
        ("Indikator!H9", 1390, "triwulan_tidak_cocok"),
        ("Indikator!G4", "88.500", "titik_bermakna_ganda"),
        ("Indikator!H11", "ISTIMEWA", "predikat_tanpa_nilai"),
        ("Anggaran!F6", None, "realisasi_kosong"),
        ("Anggaran!C5", "sub", "induk_anggaran_hilang"),
    ],
)
def test_what_looks_like_a_slip_is_a_warning_at_its_cell(
    place: str, value: object, kode: str
) -> None:
    data, findings = read_changed({place: value})

    assert data is not None, findings
    assert kode in {f.kode for f in findings if f.tingkat is Level.WARNING}


def test_the_example_reads_clean() -> None:
    assert read_workbook(LENGKAP.read_bytes(), LENGKAP.name)[1] == ()


def test_all_problems_are_reported_not_the_first() -> None:
    _, findings = read_changed(
        {"Indikator!H7": "sembilan", "Anggaran!E6": "banyak", "Sasaran!B4": "", "Profil!B4": "x"}
    )

    assert {f.letak.sel for f in findings} >= {"Profil!B4"}
    _, findings = read_changed(
        {"Indikator!H7": "sembilan", "Anggaran!E6": "banyak", "Sasaran!B4": ""}
    )
    assert {f.letak.sel for f in findings} >= {"Indikator!H7", "Anggaran!E6", "Sasaran!B4"}


def test_numbers_may_be_typed_as_indonesian_text() -> None:
    data, findings = read_changed(
        {"Indikator!H4": "89,74", "Indikator!H5": "97,8%", "Anggaran!E6": "Rp 7.842.560.000"}
    )

    assert (data, findings) == (example(), ())


def test_columns_may_be_moved_and_rows_left_blank() -> None:
    book = open_book()
    sheet = book["Sasaran"]
    sheet.insert_rows(5, amount=2)
    sheet.move_range("C3:C20", cols=4)
    book.move_sheet("Narasi", offset=-5)

    data, findings = read_book(book)

    assert findings == ()
    assert data is not None
    assert [s.nama for s in data.sasarans] == [s.nama for s in example().sasarans]
    assert data.sasarans[0].tujuan == example().sasarans[0].tujuan


@pytest.mark.parametrize(
    ("tahun", "pesan"),
    [
        (2024, "kolom 'Realisasi 2025' berisi angka, padahal tahun laporan di lembar Profil"),
        (2026, "kolom 'Realisasi 2026' tidak ada, padahal tahun laporan di lembar Profil"),
    ],
)
def test_the_year_of_the_profile_and_of_the_columns_must_agree(tahun: int, pesan: str) -> None:
    data, findings = read_changed({"Profil!B4": tahun})

    assert data is None
    assert any(pesan in f.pesan and f.tingkat is Level.BLOCKER for f in findings)


def test_a_missing_sheet_and_a_missing_column_are_named() -> None:
    book = open_book()
    del book["Anggaran"]
    book["Indikator"]["F3"] = "Arah"

    data, findings = read_book(book)

    assert data is None
    pesan = " ".join(f.pesan for f in findings)
    assert "Lembar Anggaran tidak ada." in pesan
    assert "Lembar Indikator: kolom 'Polaritas' tidak ada." in pesan
    assert "kolom 'Arah' tidak dikenal" in pesan


def test_a_long_nip_typed_as_a_number_is_not_taken_over_with_lost_digits() -> None:
    book = open_book()
    row = next(r for r in book["Profil"].iter_rows() if r[0].value == "NIP pimpinan")
    row[1].value = 197804122000121002
    row[1].number_format = "0"

    data, findings = read_book(book)

    assert data is None
    assert [f.kode for f in findings] == ["angka_terpotong"]


def test_a_formula_that_nobody_computed_is_not_taken_for_an_empty_cell() -> None:
    data, findings = read_changed({"Indikator!H4": "=80+9.74"})

    assert data is None
    assert "Lembar Indikator, sel H4: rumusnya belum dihitung." in [f.pesan for f in findings]


@pytest.mark.parametrize(
    "source", [b"", b"bukan buku", b"PK\x03\x04rusak", LENGKAP.read_bytes()[:9000]]
)
def test_any_other_file_gets_one_plain_sentence(source: bytes) -> None:
    data, findings = read_workbook(source, "data.xlsx")

    assert data is None
    assert len(findings) == 1
    assert findings[0].pesan.startswith("Berkas data.xlsx tidak dapat dibaca")


def test_an_empty_excel_file_says_what_is_missing() -> None:
    data, findings = read_book(openpyxl.Workbook())

    assert data is None
    assert sum(f.kode == "lembar_hilang" for f in findings) == 6

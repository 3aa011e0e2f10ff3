"""Small inputs on which the workbook was wrong once, each changed in one place, with what is right.

The files are in tests/data/kinerja; each stands for a kind.
"""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from runut.core.findings import Finding, Level
from runut.core.kinerja.capaian import compute_capaian
from runut.core.kinerja.model import DataKinerja, Indikator
from runut.core.kinerja.rekap import capaian_rows, summarize_capaian
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_workbook
from tests.kinerja.buku import example

CASES = Path(__file__).parents[1] / "data" / "kinerja"

SHARED = "dipakai_bersama"
"""Lines of these books that several sasaran use undivided: said, and beside the point here."""


def read(name: str) -> tuple[DataKinerja, dict[str, Finding]]:
    data, findings = read_workbook((CASES / f"{name}.xlsx").read_bytes(), f"{name}.xlsx")
    assert data is not None, findings
    return data, {f.kode: f for f in findings if f.kode != SHARED}


def one(data: DataKinerja, kode: str) -> Indikator:
    return next(i for i in data.indikators if i.id == kode)


def test_one_quarter_is_no_year() -> None:
    data, findings = read("jumlah_q3")

    hasil = compute_capaian(one(data, "IKU-6"))
    assert (hasil.capaian, hasil.is_tercapai, hasil.is_terhitung) == (None, None, False)
    assert findings["baru_sebagian_tahun"].tingkat is Level.WARNING
    pesan = findings["baru_sebagian_tahun"].pesan
    assert "baru s.d. TW I 318" in pesan
    assert "26,50% dari target tahun" in pesan
    rekap = summarize_capaian(capaian_rows(data))
    assert (rekap.jumlah, rekap.belum_diukur) == (12, 1)


def test_percent_cells_are_read_as_they_are_seen() -> None:
    data, findings = read("pct_nohist")

    iku = one(data, "IKU-2")
    assert (iku.target.nilai, iku.realisasi.nilai) == (Decimal(97), Decimal("97.8"))
    assert "Saudara melihat 97,8%; kami membaca 97,8." in findings["tampak_persen"].pesan
    assert findings["tampak_persen"].tingkat is Level.INFO


def test_outside_its_range_nothing_is_reached_and_the_rule_is_asked() -> None:
    data, findings = read("range_default")

    hasil = compute_capaian(one(data, "IK-7"))
    assert (hasil.capaian, hasil.tercapai) == (None, False)
    assert findings["rumus_rentang_ditanya"].letak.sel == "Indikator!H10"


def test_a_merged_value_holds_for_its_rows() -> None:
    data, findings = read("merged")

    of = [i.sasaran_id for i in data.indikators]
    assert of == ["S1"] * 4 + ["S2"] * 3 + ["S3"] * 2 + ["S4"] * 2 + of[11:]
    assert findings == {}


def test_a_nip_in_scientific_notation_is_refused() -> None:
    path = CASES / "nip_sci.xlsx"
    data, findings = read_workbook(path.read_bytes(), path.name)

    assert data is None
    found = [f for f in findings if f.kode != SHARED]
    assert [(f.kode, f.letak.sel) for f in found] == [("nip_bukan_18_angka", "Profil!B15")]
    assert "18 angka" in found[0].pesan


@pytest.mark.parametrize(
    ("name", "sel", "words"),
    [
        ("naik_T0_nohist", "Indikator!G6", "Target 0 tidak dapat menjadi pembagi"),
        ("neg_target", "Indikator!G4", "Target negatif"),
    ],
)
def test_a_target_that_cannot_be_computed_with_is_a_finding(
    name: str, sel: str, words: str
) -> None:
    _, findings = read(name)

    found = findings["tidak_dapat_dihitung"]
    assert (found.letak.sel, found.tingkat) == (sel, Level.WARNING)
    assert words in found.pesan


def test_almost_is_not_reached() -> None:
    data, _ = read("almost")

    hasil = compute_capaian(one(data, "IKU-6"))
    assert hasil.is_tercapai is False
    assert hasil.capaian_teks == "99,996%"


def test_money_typed_in_millions_is_asked_about_once() -> None:
    _, findings = read("pagu_juta")

    found = [f for f in findings.values() if f.tingkat is not Level.INFO]
    assert [f.kode for f in found] == ["rupiah_dalam_juta"]
    assert "Rp11.788,99 (4.01.01): apakah dalam juta?" in found[0].pesan


def test_an_outlier_is_asked_about() -> None:
    _, findings = read("over300")

    assert findings["capaian_tinggi"].letak.sel == "Indikator!H5"


def test_a_rating_beside_its_number_uses_both() -> None:
    data, findings = read("predikat_angka")

    iku = one(data, "IKU-8")
    assert iku.realisasi.tulisan is not None
    assert (iku.realisasi.nilai, iku.realisasi.tulisan.teks) == (Decimal("75.48"), "BB (75,48)")
    assert compute_capaian(iku).is_tercapai is True
    assert "predikat_tanpa_nilai" not in findings


def test_a_hidden_row_is_counted_with_a_word_about_it() -> None:
    data, findings = read("hidden")

    assert one(data, "IKU-2")
    assert findings["baris_tersembunyi"].tingkat is Level.WARNING
    assert "baris 5 ('IKU-2') tersembunyi" in findings["baris_tersembunyi"].pesan


def test_a_row_that_is_struck_out_is_not_counted_and_that_is_said() -> None:
    data, findings = read("strike")

    assert [i.id for i in data.indikators if i.id == "IKU-2"] == []
    assert findings["baris_dicoret"].letak.sel == "Indikator!A5"


def test_a_row_of_totals_is_no_line_of_the_budget() -> None:
    data, findings = read("sum_row")

    assert all(a.nama != "JUMLAH" for a in data.anggaran)
    assert len(data.anggaran) == 30
    assert findings["baris_jumlah"].letak.sel == "Anggaran!B34"


def test_more_than_all_of_a_share_is_asked_about() -> None:
    _, findings = read("pct_over100")

    assert findings["persen_lebih_seratus"].letak.sel == "Indikator!H5"
    assert "109 lebih dari 100 persen" in findings["persen_lebih_seratus"].pesan


def test_a_sheet_of_the_office_that_is_called_like_one_of_ours_stops_nothing() -> None:
    book = openpyxl.load_workbook(BytesIO(write_workbook(example())))
    del book["Pembanding"]
    own = book.create_sheet("Pembanding")
    own["A1"] = "Catatan kami sendiri"
    buffer = BytesIO()
    book.save(buffer)

    data, findings = read_workbook(buffer.getvalue(), "buku.xlsx")

    assert data is not None
    assert data.pembanding == ()
    assert [one.kode for one in findings] == ["sel_tidak_dipakai"]


def test_a_workbook_without_the_further_sheets_reads_as_before() -> None:
    book = openpyxl.load_workbook(BytesIO(write_workbook(example())))
    for name in ("Pembanding", "Rencana Aksi", "Tindak Lanjut", "Pemanfaatan"):
        del book[name]
    buffer = BytesIO()
    book.save(buffer)

    data, findings = read_workbook(buffer.getvalue(), "lama.xlsx")

    assert data is not None
    assert findings == ()

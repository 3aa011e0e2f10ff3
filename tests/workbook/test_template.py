"""The workbook shows the capaian while people type, offers what can be chosen, and opens a year."""

import os
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from runut.core.findings import Level
from runut.core.kinerja.angka import format_plain, round_half_up
from runut.core.kinerja.capaian import compute_capaian
from runut.core.kinerja.model import Indikator, Rentang
from runut.core.kinerja.rumus import FORMULA
from runut.core.kinerja.tahun_berikutnya import next_year
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.formulas import BY_RUNUT, working_formulas
from runut.files.write.workbook.year import write_template, write_workbook
from tests.depth import examples
from tests.kinerja.buku import example, open_book, read_book
from tests.kinerja.ukur import ukur
from tests.workbook.sheet_formulas import Value, compute

COLUMNS = dict(
    zip(
        ("target_2025", "realisasi_2025", "polaritas", "formula", "nilai_predikat", "batas"),
        "ABCDEF",
        strict=True,
    )
)
ROW = 7


def shown(indikator: Indikator, target: Value, realisasi: Value) -> Value:
    """What the sheet shows for an indicator whose two cells hold these values."""
    batas = "" if indikator.batas is None else float(indikator.batas)
    row = (target, realisasi, indikator.polaritas.value, indikator.formula or "", "", batas)
    cells = dict(zip("ABCDEF", row, strict=True))
    own: dict[str, Value] = {}
    for letter, formula in zip("ABCDEF", working_formulas(COLUMNS, 2025, ROW), strict=True):
        own[f"${letter}{ROW}"] = compute(formula, ROW, lambda column, _: cells[column], own)
    return own[f"$F{ROW}"]


def expected(indikator: Indikator) -> Value:
    hasil = compute_capaian(indikator)
    if hasil.persen is None:
        return BY_RUNUT
    near = round_half_up(hasil.persen)
    return float(round_half_up(hasil.persen, 6) if near == 100 != hasil.persen else near)


def typed(nilai: object) -> list[Value]:
    """The ways in which people type a figure."""
    if isinstance(nilai, Rentang):
        low, high = format_plain(nilai.low), format_plain(nilai.high)
        return [f"{low} s.d. {high}", f"{low}–{high}", f"{low} - {high}"]
    if isinstance(nilai, Decimal):
        return [float(nilai), format_plain(nilai), f" {format_plain(nilai)}%"]
    return [str(nilai), str(nilai).lower()]


figures = st.integers(0, 9999).map(lambda n: str(Decimal(n) / 4))
numbers = st.builds(
    ukur,
    st.sampled_from(["naik", "turun", "stabil"]),
    figures,
    figures,
    formula=st.sampled_from([None, *FORMULA]),
    batas=st.sampled_from([None, Decimal(100), Decimal(120)]),
)
ranges = st.builds(
    ukur,
    st.just("rentang"),
    st.tuples(st.integers(0, 90), st.integers(90, 200)),
    figures,
    formula=st.sampled_from([None, *FORMULA]),
)
ratings = st.builds(
    ukur,
    st.just("predikat"),
    st.sampled_from(["AA", "BB", "CC", "WTP", "WDP", "BAIK"]),
    st.sampled_from(["A", "B", "D", "WTP", "TMP", "SANGAT BAIK"]),
)


@given(numbers | ranges | ratings)
@settings(max_examples=examples(150), deadline=None)
def test_the_sheet_shows_what_runut_computes(indikator: Indikator) -> None:
    if indikator.formula == "jarak" and indikator.polaritas != "rentang":
        indikator = replace(indikator, formula=None)
    for target in typed(indikator.target.nilai):
        for realisasi in typed(indikator.realisasi.nilai):
            value = shown(indikator, target, realisasi)
            assert value == pytest.approx(expected(indikator), abs=0.011)


@pytest.mark.parametrize(
    ("target", "realisasi", "value"),
    [
        ("", 5.0, ""),
        (5.0, "", ""),
        ("100 dari 110", 90.0, BY_RUNUT),
        ("≥ 95", 96.0, BY_RUNUT),
        ("1.234,5", "1.234,5", 100.0),
        ("1.234.567", "617.283,5", 50.0),
        ("1.5", "0,75", 50.0),
        (100000.0, 99996.0, 99.996),
        (0.0, 3.0, BY_RUNUT),
        (-2.0, 3.0, BY_RUNUT),
    ],
)
def test_what_is_typed_otherwise(target: Value, realisasi: Value, value: Value) -> None:
    assert shown(ukur("naik", 1, 1), target, realisasi) == value


def test_the_capaian_stands_beside_the_figures_and_is_locked_and_all_else_is_open() -> None:
    sheet = openpyxl.load_workbook(BytesIO(write_workbook(example())))["Indikator"]
    values = openpyxl.load_workbook(BytesIO(write_workbook(example())), data_only=True)

    assert [c.value for c in sheet[3]][7:9] == ["Realisasi 2025", "Capaian (%)"]
    assert values["Indikator"]["I5"].value == pytest.approx(100.82)
    assert values["Indikator"]["I11"].value == pytest.approx(100)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    locked = {
        get_column_letter(c.column) for row in sheet["A4:AZ15"] for c in row if c.protection.locked
    }
    inside = {letter for letter in locked if sheet[f"{letter}3"].value}
    assert inside == {"I"}


def test_the_column_is_ours_and_never_read() -> None:
    book = open_book()
    sheet = book["Indikator"]
    assert sheet["I4"].value.startswith("=INDEX(Hitungan!")

    assert read_book(book) == (example(), ())


def test_a_capaian_that_was_typed_over_is_compared_with_ours() -> None:
    book = open_book()
    book["Indikator"]["I4"] = 120

    data, findings = read_book(book)

    assert data == example()
    assert [(f.kode, f.letak.sel, f.tingkat) for f in findings] == [
        ("capaian_berbeda", "Indikator!I4", Level.WARNING)
    ]
    assert "tertulis 120" in findings[0].pesan
    assert "101,40" in findings[0].pesan


def test_ids_and_choices_are_offered() -> None:
    buffer = BytesIO()
    write_template(buffer, 2026)
    book = openpyxl.load_workbook(buffer)

    def offered(sheet: str) -> dict[str, str]:
        rules = book[sheet].data_validations.dataValidation
        return {str(r.sqref).partition(":")[0]: r.formula1 for r in rules}

    assert offered("Indikator")["B4"] == "Sasaran!$A$4:$A$203"
    assert offered("Analisis")["A4"] == "Sasaran!$A$4:$A$203"
    assert offered("Anggaran")["D4"] == "Sasaran!$A$4:$A$203"
    assert "naik,turun" in offered("Indikator")["F4"]


def test_last_years_book_opens_this_years_with_all_that_stands() -> None:
    money = replace(
        example().anggaran[2],
        pagu_perubahan=example().anggaran[2].pagu,
        realisasi_triwulan=(example().anggaran[2].realisasi,) * 4,
    )
    data = replace(example(), anggaran=(*example().anggaran[:2], money, *example().anggaran[3:]))

    again, findings = read_workbook(write_workbook(next_year(data)), "2026.xlsx")

    assert again is not None, findings
    assert again.tahun == 2026
    assert again.profil == data.profil
    assert [(i.id, i.nama, i.polaritas, i.definisi) for i in again.indikators] == [
        (i.id, i.nama, i.polaritas, i.definisi) for i in data.indikators
    ]
    assert all(i.riwayat[2025].nilai == j.realisasi.nilai
               for i, j in zip(again.indikators, data.indikators, strict=True))  # fmt: skip
    line = again.anggaran[2]
    assert (line.pagu.nilai, line.pagu_perubahan, line.realisasi_triwulan) == (None, None, ())


SOFFICE = shutil.which("soffice")


def test_libreoffice_computes_the_same(tmp_path: Path) -> None:
    """Only where Calc is installed: a word processor alone cannot open a workbook."""
    if SOFFICE is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice (soffice) tidak terpasang")
    open_book().save(tmp_path / "buku.xlsx")  # openpyxl keeps no computed values
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run(
        [SOFFICE or "soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", "hitung", "buku.xlsx"],
        cwd=tmp_path, check=False, capture_output=True, timeout=120,
    )  # fmt: skip
    computed = tmp_path / "hitung" / "buku.xlsx"
    if not computed.exists():
        pytest.skip("LibreOffice Calc tidak terpasang")
    sheet = openpyxl.load_workbook(computed, data_only=True)["Indikator"]
    for row, indikator in enumerate(example().indikators, start=4):
        assert sheet.cell(row, 9).value == pytest.approx(expected(indikator), abs=0.005)

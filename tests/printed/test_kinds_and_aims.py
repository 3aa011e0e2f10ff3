"""Indicators of aims stand in the report; what is of another kind is not compared."""

from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.compose import compose_lakip
from runut.files.read.workbook.year import read_workbook
from tests.printed.books import Row, make_book
from tests.report.reading import said


def report(sasaran: list[Row], indikator: list[Row]) -> str:
    data = read(make_book(2025, {"Sasaran": sasaran, "Indikator": indikator}))
    return said(compose_lakip(data, {}))


def read(book: bytes) -> DataKinerja:
    data, findings = read_workbook(book, "buku.xlsx")
    assert data is not None, findings
    return data


def indikator(code: str, place: str, **rest: object) -> Row:
    return {
        "ID": code,
        "ID sasaran": place,
        "Indikator kinerja": f"Indikator {code}",
        "Satuan": "dokumen",
        "Polaritas": "naik",
        "Target 2025": "10",
        "Realisasi 2025": "9",
        **{head.replace("_", " "): value for head, value in rest.items()},
    }


S1: Row = {"ID": "S1", "Sasaran strategis": "Sasaran satu", "Jenis": "sasaran", "ID induk": "T1"}
T1: Row = {"ID": "T1", "Sasaran strategis": "Tujuan satu", "Jenis": "tujuan"}


def test_the_indicators_of_an_aim_are_printed_and_counted_with_no_sasaran() -> None:
    words = report([T1, S1], [indikator("IT-1", "T1"), indikator("IKU-1", "S1")])
    assert "3. Capaian Tujuan" in words and "4. Sasaran 1: Sasaran satu" in words
    assert "Indikator IT-1 belum mencapai target 2025: kurang 1 dokumen dari 10 dokumen" in words
    assert "Dari 1 indikator, 0 mencapai atau melebihi target dan 1 belum." in words


def test_between_two_days_there_are_days() -> None:
    day = indikator(
        "IKU-1", "S1", Polaritas="turun", Satuan="tanggal",
        Target_2025="31 Maret 2025", Realisasi_2025="20 Maret 2025",
        Target_2024="20 Maret 2025", Realisasi_2024="23 Maret 2025",
    )  # fmt: skip
    assert "−3 hari" in report([T1, S1], [day])


def test_a_day_is_not_compared_with_a_number() -> None:
    day = indikator(
        "IKU-1", "S1", Polaritas="turun", Satuan="",
        Target_2025="31 Maret 2025", Realisasi_2025="20 Maret 2025",
        Target_2024="12", Realisasi_2024="9",
    )  # fmt: skip
    words = report([T1, S1], [day])
    assert "IKU-1 belum dapat dibandingkan dengan tahun 2024." in words
    assert "125%" not in words and "739" not in words


def test_a_sub_indicator_stands_under_its_indicator_and_is_not_counted_twice() -> None:
    rows = [
        indikator("IKU-1", "S1"),
        {**indikator("IKU-1a", "S1"), "ID indikator induk": "IKU-1"},
    ]
    words = report([T1, S1], rows)
    assert "– IKU-1a Indikator IKU-1a" in words
    assert "Dari 1 indikator, 0 mencapai atau melebihi target dan 1 belum." in words

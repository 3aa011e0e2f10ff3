"""Spreadsheets that are no .xlsx are refused by name, with what to do."""

import pytest

from runut.files.read.sop import read_sop_file
from runut.files.read.xlsx.refuse import refuse_csv, refuse_excel
from tests.sop_in_xlsx.build import workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (OLE + "Workbook\0".encode("utf-16-le"), ".xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "terkunci sandi"),
        (b"PK\x03\x04...xl/workbook.bin", ".xlsb"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "Excel XML 2003"),
    ],
)
def test_a_spreadsheet_of_another_kind_is_refused_by_name(data: bytes, word: str) -> None:
    finding = refuse_excel(data)
    assert finding is not None
    assert word in finding.pesan
    assert ".xlsx" in finding.usul


def test_a_comma_separated_table_that_is_no_sop_is_refused_by_name() -> None:
    reading = read_sop_file(b"No;Nama;Waktu\n1;Rapat;1 hari\n2;Surat;2 jam\n3;", "daftar.csv")
    assert reading.sop is None
    assert "CSV" in reading.findings[0].pesan


@pytest.mark.parametrize(
    "data",
    [
        workbook(lambda sheet: sheet.append(["No"])),
        b"",
        b"Prosedur ini mengatur surat masuk, surat keluar, dan arsip.\nBaris dua, tiga.\nx\ny\n",
        OLE + "WordDocument".encode("utf-16-le"),
    ],
)
def test_everything_else_is_left_to_its_reader(data: bytes) -> None:
    assert refuse_excel(data) is None
    assert refuse_csv(data) is None

"""What an office file is refused for before any reader opens it, and what it is not refused for."""

import tracemalloc
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

import docx as python_docx
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.findings import Level
from runut.files.guard.zip_check import Kind, precheck_zip
from tests.depth import examples
from tests.guard import files

HOSTILE: dict[str, tuple[Callable[[], bytes], Kind, str]] = {
    "F1 far cells": (files.far_cells, "xlsx", "berkas_terlalu_luas"),
    "F2 three million cells": (files.three_million_cells, "xlsx", "berkas_terlalu_banyak_sel"),
    "F3 a bomb of strings": (files.bomb_of_strings, "xlsx", "berkas_terlalu_padat"),
    "F4 a bomb of words": (files.bomb_of_words, "docx", "berkas_terlalu_padat"),
    "F5 a billion laughs": (files.billion_laughs, "docx", "berkas_doctype"),
    "F5 laughs in a workbook": (files.billion_laughs_in_a_workbook, "xlsx", "berkas_doctype"),
    "F5 quadratic": (files.quadratic, "docx", "berkas_doctype"),
    "F6 an external entity": (files.stranger_in_the_house, "docx", "berkas_doctype"),
    "F7 tables in tables": (files.tables_in_tables, "docx", "berkas_terlalu_dalam"),
    "DOCTYPE behind a long comment": (
        lambda: files.docx((files.XML + f"<!--{'x' * 99_999}--><!DOCTYPE a><a/>").encode()),
        "docx",
        "berkas_doctype",
    ),
    "DOCTYPE in UTF-16": (
        lambda: files.docx('<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")),
        "docx",
        "berkas_doctype",
    ),
    "DOCTYPE in a part of another name": (
        lambda: files.docx(**{"word/isi.dat": " \n<!DOCTYPE a><a/>"}),
        "docx",
        "berkas_doctype",
    ),
    "an encoding nobody reads": (
        lambda: files.docx(b'<?xml version="1.0" encoding="x-rahasia"?><a/>'),
        "docx",
        "berkas_rusak",
    ),
    "F9 a macro": (
        lambda: files.docx(**{"word/vbaProject.bin": b"x"}),
        "docx",
        "berkas_makro",
    ),
    "F9 a macro type": (
        lambda: files.archive(
            {
                "[Content_Types].xml": files.TYPES.replace(
                    "application/xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
                ),
                "xl/workbook.xml": files.WORKBOOK,
            }
        ),
        "xlsx",
        "berkas_makro",
    ),
    "F9 a macro of the old kind": (
        lambda: files.xlsx(**{"xl/macrosheets/sheet1.xml": "<a/>"}),
        "xlsx",
        "berkas_makro",
    ),
    "F9 an OLE object": (
        lambda: files.docx(**{"word/embeddings/oleObject1.bin": b"x"}),
        "docx",
        "berkas_objek",
    ),
    "F9 an ActiveX control": (
        lambda: files.xlsx(**{"xl/activeX/activeX1.bin": b"x"}),
        "xlsx",
        "berkas_objek",
    ),
    "many parts": (
        lambda: files.xlsx(**{f"xl/media/{n}.png": b"" for n in range(2_001)}),
        "xlsx",
        "berkas_banyak_bagian",
    ),
    "a list of parts that is a bomb itself": (
        lambda: files.xlsx(**{f"xl/{'n' * 30_000}{n}": b"" for n in range(100)}),
        "xlsx",
        "berkas_banyak_bagian",
    ),
    "a size that lies": (
        lambda: files.with_a_lie(
            files.bomb_of_strings(), "xl/sharedStrings.xml", offset=24, value=1_000
        ),
        "xlsx",
        "berkas_terlalu_padat",
    ),
    "20 MB in 20 kilobytes": (
        lambda: files.xlsx(**{"xl/media/a.bin": [b"A" * (1 << 20)] * 20}),
        "xlsx",
        "berkas_terlalu_padat",
    ),
    "210 MB": (files.many_megabytes, "xlsx", "berkas_terlalu_padat"),
    "210 MB that call themselves little": (
        lambda: files.with_a_lie(
            files.many_megabytes(), "xl/media/isi.bin", offset=24, value=1_000
        ),
        "xlsx",
        "berkas_terlalu_padat",
    ),
    "half a picture": (
        lambda: files.with_a_lie(
            files.xlsx(**{"xl/media/a.png": bytes(range(256)) * 9}),
            "xl/media/a.png",
            offset=20,
            value=100,
        ),
        "xlsx",
        "berkas_rusak",
    ),
    "two parts in one place": (
        lambda: files.with_a_lie(
            files.xlsx("<row/>" * 999, **{"xl/lain.xml": "<a/>"}), "xl/lain.xml", offset=42, value=0
        ),
        "xlsx",
        "berkas_terlalu_padat",
    ),
    "a part outside of the file": (
        lambda: files.with_a_lie(files.xlsx(), "xl/workbook.xml", offset=42, value=10**8),
        "xlsx",
        "berkas_rusak",
    ),
    "paragraphs without end": (
        lambda: files.docx(
            "".join(f"<w:p><w:r><w:t>{n * 7919:x}</w:t></w:r></w:p>" for n in range(50_001))
        ),
        "docx",
        "berkas_terlalu_panjang",
    ),
    "merged cells without end": (
        lambda: files.xlsx(
            "<row/>",
            **{
                "xl/worksheets/sheet2.xml": f'<worksheet xmlns="{files.SHEET}"><mergeCells>'
                + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 20_002))
                + "</mergeCells></worksheet>"
            },
        ),
        "xlsx",
        "berkas_banyak_gabungan",
    ),
    "a workbook for a document": (files.xlsx, "docx", "berkas_bukan_jenisnya"),
    "a document for a workbook": (files.docx, "xlsx", "berkas_bukan_jenisnya"),
    "broken XML": (lambda: files.docx(b"<a><b></a>"), "docx", "berkas_rusak"),
    "a cell of no place": (
        lambda: files.xlsx('<row><c r="ZZZZ99999999"><v>1</v></c></row>'),
        "xlsx",
        "berkas_rusak",
    ),
    "a row of no number": (lambda: files.xlsx('<row r="satu"/>'), "xlsx", "berkas_rusak"),
    "cut off": (lambda: files.xlsx()[:-30], "xlsx", "berkas_rusak"),
    "no archive": (lambda: b"bukan arsip", "xlsx", "berkas_rusak"),
    "nothing": (lambda: b"", "docx", "berkas_rusak"),
    "26 MB": (lambda: b"x" * (26 << 20), "xlsx", "berkas_terlalu_besar"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_for_its_own_reason(name: str) -> None:
    make, kind, kode = HOSTILE[name]
    finding = precheck_zip(make(), kind)
    assert finding is not None
    assert (finding.kode, finding.tingkat) == (kode, Level.BLOCKER)
    assert finding.pesan.endswith(".")
    assert finding.usul.endswith(".")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "..\\..\\x.xml", "C:\\x.xml", "xl/../../x"]
)
def test_f8_a_name_that_leads_out_of_the_file_is_refused(name: str) -> None:
    finding = precheck_zip(files.xlsx(**{name: "<a/>"}), "xlsx")
    assert finding is not None
    assert finding.kode == "berkas_nama_bagian"


@pytest.mark.parametrize("name", ["F3 a bomb of strings", "F4 a bomb of words", "a size that lies"])
def test_a_bomb_is_refused_without_unpacking_it_in_memory(name: str) -> None:
    make, kind, _ = HOSTILE[name]
    data = make()
    tracemalloc.start()
    precheck_zip(data, kind)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5 << 20


@pytest.mark.parametrize(
    ("others", "what"),
    [
        ({"word/_rels/document.xml.rels": files.relations("image", "http://x/y.png")}, "image"),
        (
            {"word/_rels/settings.xml.rels": files.relations("attachedTemplate", "file:///n")},
            "attachedTemplate",
        ),
        (
            {
                "word/document.xml": files.document(
                    "<w:p><w:instrText> dde</w:instrText><w:instrText>AUTO</w:instrText></w:p>"
                    '<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\x"/></w:p>'
                )
            },
            "DDE",
        ),
    ],
)
def test_f9_what_leads_to_other_files_is_said_and_not_followed(
    others: dict[str, str], what: str
) -> None:
    parts = {"[Content_Types].xml": files.TYPES, "word/document.xml": files.document(""), **others}
    finding = precheck_zip(files.archive(parts), "docx")
    assert finding is not None
    assert (finding.kode, finding.tingkat) == ("berkas_tautan_luar", Level.WARNING)
    assert f"({what})" in finding.pesan


def real_workbook() -> bytes:
    output = BytesIO()
    with xlsxwriter.Workbook(output) as book:
        page = book.add_worksheet("Indikator")
        for row in range(2_000):
            page.write_row(row, 0, [f"Indikator {row}", row, row * 1.5, "https://example.go.id"])
        page.write_url("F1", "https://example.go.id/")
        page.set_column("A:F", 12, book.add_format({"bold": True}))
    return output.getvalue()


def real_document() -> bytes:
    document = python_docx.Document()
    document.add_heading("Notulensi", 1)
    table = document.add_table(rows=200, cols=5)
    table.cell(0, 0).text = "Peserta"
    output = BytesIO()
    document.save(output)
    return output.getvalue()


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (real_workbook, "xlsx"),
        (real_document, "docx"),
        (lambda: files.xlsx(files.cells(200, 1_000)), "xlsx"),
        (lambda: files.tables_in_tables(30), "docx"),
        (lambda: files.docx(**{"word/media/a.svg": "<!DOCTYPE svg><svg/>"}), "docx"),
        (lambda: files.docx(**{"word/vml.vml": "<xml><br></xml>"}), "docx"),
        (lambda: files.docx(**{"word/embeddings/Lembar.xlsx": b"PK"}), "docx"),
        (lambda: files.xlsx('<row r="1048576"><c r="XFD1048576" s="1"/></row>'), "xlsx"),
        (lambda: files.docx("x" * 900_000), "docx"),
        (lambda: files.docx(**{"word/_rels/a.rels": files.relations("hyperlink", "h")}), "docx"),
    ],
)
def test_an_honest_file_passes(make: Callable[[], bytes], kind: Kind) -> None:
    assert precheck_zip(make(), kind) is None


def test_a_part_packed_in_a_way_that_office_files_never_use_is_refused() -> None:
    output = BytesIO()
    with ZipFile(output, "w", ZIP_BZIP2) as file:
        file.writestr("xl/workbook.xml", files.WORKBOOK)
    finding = precheck_zip(output.getvalue(), "xlsx")
    assert finding is not None
    assert finding.kode == "berkas_rusak"


def test_a_part_that_is_not_packed_is_looked_into_as_well() -> None:
    output = BytesIO()
    with ZipFile(output, "w", ZIP_STORED) as file:
        file.writestr("word/document.xml", "<!DOCTYPE a><a/>")
    finding = precheck_zip(output.getvalue(), "docx")
    assert finding is not None
    assert finding.kode == "berkas_doctype"


def test_a_locked_part_is_said_to_be_locked() -> None:
    honest = files.xlsx()
    entry = honest.index(b"PK\x01\x02")
    locked = honest[: entry + 8] + b"\x01\x00" + honest[entry + 10 :]
    finding = precheck_zip(locked, "xlsx")
    assert finding is not None
    assert finding.kode == "berkas_terkunci"


@given(place=st.integers(0, 5_000), value=st.integers(0, 255))
@settings(max_examples=examples(300), deadline=None)
def test_a_damaged_file_gets_an_answer_and_no_crash(place: int, value: int) -> None:
    data = bytearray(files.xlsx(files.cells(3, 3)))
    data[place % len(data)] = value
    precheck_zip(bytes(data), "xlsx")


@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.XML"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused_by_that_name(name: str) -> None:
    """One program shows the first, another the second: nobody knows what was checked."""
    twins = BytesIO(files.docx("<w:p/>"))
    with ZipFile(twins, "a") as archive:
        archive.writestr(name, files.document("<w:p><w:r><w:t>lain</w:t></w:r></w:p>"))
    finding = precheck_zip(twins.getvalue(), "docx")
    assert finding is not None and finding.kode == "berkas_bagian_kembar"
    assert "bernama sama (word/document.xml)" in finding.pesan

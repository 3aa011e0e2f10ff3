"""What is no readable Word file is refused in a sentence that says what to do."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from runut.core.findings import Level
from runut.files.read.docx.refuse import refuse_word
from runut.files.read.docx.sop import canvas_of_docx
from tests.sop_in_docx.build import NAMES, p, package, shape, tbl, tc, tr

OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "kode"),
    [
        (OLD + "WordDocument".encode("utf-16-le"), "berkas_word_lain"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "berkas_terkunci"),
        (b"{\\rtf1\\ansi Prosedur}", "berkas_word_lain"),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "berkas_word_lain",
        ),
    ],
)
def test_other_kinds_of_files_are_refused_with_the_way_out(data: bytes, kode: str) -> None:
    finding = refuse_word(data)
    assert finding is not None
    assert (finding.kode, finding.tingkat) == (kode, Level.BLOCKER)
    assert "simpan" in finding.usul
    assert canvas_of_docx(data) == (None, (finding,))


def test_a_word_file_of_today_and_an_old_workbook_are_not_refused_here() -> None:
    assert refuse_word(package(p("x"))) is None
    assert refuse_word(OLD + "Workbook".encode("utf-16-le")) is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 rusak", b"bukan apa-apa"])
def test_a_broken_file_is_refused(data: bytes) -> None:
    found, findings = canvas_of_docx(data)
    assert found is None
    assert [finding.kode for finding in findings] == ["berkas_rusak"]


def test_an_empty_file_is_refused() -> None:
    assert canvas_of_docx(package(p()))[1][0].kode == "berkas_kosong"


def test_entities_are_never_expanded() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<!DOCTYPE x [<!ENTITY a 'rahasia'>]><w:document {NAMES}><w:body><w:p><w:r><w:t>"
            "&a;</w:t></w:r></w:p></w:body></w:document>",
        )
    found, _ = canvas_of_docx(out.getvalue())
    assert found is None or "rahasia" not in str(found)


def test_more_shapes_or_cells_than_any_sop_has_are_refused() -> None:
    many = "".join(shape("rect", (60, 60)) for _ in range(2_001))
    assert canvas_of_docx(package(p("x", many)))[1][0].kode == "berkas_terlalu_banyak_sel"
    row = tr("<w:tc/>" * 60)
    assert canvas_of_docx(package(tbl((5,) * 60, row * 334)))[1][0].kode == (
        "berkas_terlalu_banyak_sel"
    )


def test_nonsense_in_numbers_does_not_stop_the_reading() -> None:
    body = tbl(
        (50, 50), tr(tc("1", "<w:gridSpan w:val='x'/>"), tc("2", "<w:gridSpan w:val='-9'/>"))
    )
    body = body.replace('w:w="1000"', 'w:w="nan"')
    bad = shape("rect", (60, 60)).replace("posOffset>762000", "posOffset>1e999")
    found, _ = canvas_of_docx(package(p("x", bad) + body))
    assert found is not None
    assert found.pages[0].tables[0].cells[0].text == "1"

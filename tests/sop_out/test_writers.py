"""The files of the drawn form: real words, real shapes, glued arrows, heads, same bytes."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree
from pypdf import PdfReader

from runut.core.sop.model import SOP, Langkah, Lanjut, Pelaksana
from runut.files.write.docx.sop import docx_of_sop
from runut.files.write.form.sheet import form_of
from runut.files.write.pdf.sop import pdf_of_sop
from runut.files.write.svg.sop import svg_of_sop
from runut.files.write.xlsx.sop import xlsx_of_sop
from tests.sop_out.contoh import DRAWN

LONG = DRAWN["dua-puluh-lima"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NASTY = SOP(
    'Uji <b>&amp;</b> \x00\x0b\ufffe \uf0b7 "kutip" \' ]]>',
    (
        Langkah("1<", "Menerima & <i>mencatat</i>\x01", (Pelaksana('Staf "A" <B>'),)),
        Langkah(
            "2", "#set page() $x$ *tebal*", (Pelaksana("K&K"),), lanjut=(Lanjut("1<", "<Ya>"),)
        ),
    ),
    ('Staf "A" <B>', "K&K"),
)


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def words_of(sop: SOP) -> set[str]:
    return {word for step in sop.langkah for word in step.kegiatan.split()}


@pytest.mark.parametrize("write", [svg_of_sop, pdf_of_sop, docx_of_sop, xlsx_of_sop])
def test_the_same_sop_gives_the_same_bytes(write: Callable[[SOP], bytes | str]) -> None:
    assert write(DRAWN["surat-masuk"]) == write(DRAWN["surat-masuk"])


@pytest.mark.parametrize("write", [svg_of_sop, pdf_of_sop, docx_of_sop, xlsx_of_sop])
def test_no_words_of_people_break_a_file(write: Callable[[SOP], bytes | str]) -> None:
    assert write(NASTY)
    assert write(SOP("", (), ()))


def test_svg_is_one_drawing_with_all_pages() -> None:
    whole = etree.fromstring(svg_of_sop(LONG).encode())
    texts = {word for text in whole.itertext() for word in text.split()}
    assert words_of(LONG) <= texts


def test_pdf_has_real_words_its_own_type_and_a_table_for_those_who_hear_it() -> None:
    reader = PdfReader(io.BytesIO(pdf_of_sop(LONG)))
    assert len(reader.pages) == len(form_of(LONG).pages)
    texts = {word for page in reader.pages for word in page.extract_text().split()}
    assert words_of(LONG) <= texts
    assert {"Ya", "Tidak"} <= texts
    raw = pdf_of_sop(LONG)
    assert b"/MarkInfo" in raw
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data() if reader.xmp_metadata else False
    fonts = {
        font.get_object()["/BaseFont"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert fonts
    assert all("Arimo" in name for name in fonts)


def test_the_date_in_a_file_is_that_of_the_sop_or_the_one_asked_for() -> None:
    asked = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
    for created, said in ((None, "20260112000000"), (asked, "20260304050600")):
        info = PdfReader(io.BytesIO(pdf_of_sop(LONG, created=created))).metadata
        assert info is not None
        assert said in str(info["/CreationDate"])


def test_word_has_tables_with_repeated_heads_and_shapes_glued_to_their_arrows() -> None:
    document = part(docx_of_sop(LONG), "word/document.xml")
    form = form_of(LONG)
    tables = list(document.iter(f"{W}tbl"))
    assert len(tables) == len(form.pages)
    for table in tables[len(form.identity) :]:
        heads = [
            row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None
        ]
        assert len(heads) == 2
    known = {int(one.get("id", "")) for one in document.iter(f"{WP}docPr")}
    glued = list(document.iter(f"{A}stCxn", f"{A}endCxn"))
    ways = sum(len(step.lanjut) for step in LONG.langkah)
    assert len(glued) >= 2 * ways
    assert {int(one.get("id", "")) for one in glued} <= known
    assert len(known) == len(list(document.iter(f"{WP}docPr")))


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_words_that_may_be_edited_are_whole_however_they_were_cut(ending: str) -> None:
    name = "Pengadministrasi/PengelolaKepegawaianDanUmumSekretariat"
    sop = SOP("Uji", (Langkah("1", f"Meminta {name}", (Pelaksana(name),)),), (name,))
    if ending == "docx":
        texts = [one.text for one in part(docx_of_sop(sop), "word/document.xml").iter(f"{W}t")]
    else:
        texts = [str(text) for text in part(xlsx_of_sop(sop), "xl/sharedStrings.xml").itertext()]
    assert name in texts
    assert f"Meminta {name}" in texts


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_numbers_given_twice_do_not_spoil_a_file(ending: str) -> None:
    """A file in which two shapes bear one number is mended by Office, or refused."""
    few = DRAWN["dua-pelaksana"]
    twice = replace(few, langkah=tuple(replace(step, no="1") for step in few.langkah))
    if ending == "docx":
        root, tag = part(docx_of_sop(twice), "word/document.xml"), f"{WP}docPr"
    else:
        root, tag = part(xlsx_of_sop(twice), "xl/drawings/drawing1.xml"), f"{XDR}cNvPr"
        for fallback in list(root.iter(f"{MC}Fallback")):
            fallback.getparent().remove(fallback)  # type: ignore[union-attr]
    numbers = [one.get("id") for one in root.iter(tag)]
    assert numbers
    assert len(numbers) == len(set(numbers))


def test_excel_has_connectors_glued_to_shapes_and_prints_lying_with_repeated_heads() -> None:
    book = xlsx_of_sop(LONG)
    drawing = part(book, "xl/drawings/drawing1.xml")
    for fallback in list(drawing.iter(f"{MC}Fallback")):
        fallback.getparent().remove(fallback)  # type: ignore[union-attr]
    symbols = {one.get("id") for one in drawing.iterfind(f".//{XDR}sp/{XDR}nvSpPr/{XDR}cNvPr")}
    ways = list(drawing.iter(f"{XDR}cxnSp"))
    assert len(ways) >= sum(len(step.lanjut) for step in LONG.langkah)
    for way in ways:
        start, end = way.find(f".//{A}stCxn"), way.find(f".//{A}endCxn")
        assert start is not None
        assert end is not None
        assert {start.get("id"), end.get("id")} <= symbols
    numbers = [one.get("id") for one in drawing.iter(f"{XDR}cNvPr")]
    assert len(numbers) == len(set(numbers))
    sheet = etree.tostring(part(book, "xl/worksheets/sheet2.xml")).decode()
    assert 'orientation="landscape"' in sheet
    assert len(re.findall("<brk ", sheet)) == len(form_of(LONG).procedure) - 1
    assert b"Print_Titles" in etree.tostring(part(book, "xl/workbook.xml"))


def test_every_line_of_excel_is_there_for_programs_that_bend_connectors_their_own_way() -> None:
    """LibreOffice leads a bent connector through symbols; it draws the free line instead."""
    drawing = part(xlsx_of_sop(LONG), "xl/drawings/drawing1.xml")
    for choice in drawing.iter(f"{MC}Choice"):
        way = choice.find(f".//{XDR}cNvPr")
        fallback = choice.getnext()
        assert way is not None
        assert fallback is not None
        free = fallback.find(f".//{XDR}cNvPr")
        assert free is not None
        assert free.get("name") == way.get("name")
        assert fallback.find(f".//{A}custGeom") is not None
    for anchor in drawing.findall(f"{XDR}twoCellAnchor"):
        shape = anchor.find(f".//{XDR}cxnSp//{A}prstGeom")
        assert shape is None or shape.get("prst") == "straightConnector1"

"""The cells of a workbook: where they lie, how they are merged, what they say."""

from datetime import date
from io import BytesIO
from re import sub
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from runut.core.sop.reading.canvas import Box, Cell
from runut.files.read.xlsx.sop import canvas_of_xlsx
from tests.sop_in_xlsx.build import page_of, saved, workbook


def cells_of(data: bytes) -> dict[str, Cell]:
    """The cells by address, without the name of the sheet."""
    (table,) = page_of(data).tables
    return {(cell.sel or "").partition("!")[2]: cell for cell in table.cells}


def text_in(font: str, text: str) -> str:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = text
        sheet["A1"].font = Font(name=font)

    return cells_of(workbook(fill))["A1"].text


def test_a_cell_lies_where_widths_and_heights_put_it() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"] = "Kegiatan"
        sheet.column_dimensions["A"].width = 10.7109375  # 10 digits and the padding: 75 pixels
        sheet.row_dimensions[1].height = 30

    cell = cells_of(workbook(fill))["B2"]
    assert cell.box == Box(56.25, 30.0, 56.25 + 48.0, 45.0)
    assert (cell.row, cell.column, cell.sel) == (0, 0, "SOP!B2")


def test_a_merged_block_is_one_cell_with_its_spans() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["B2"], sheet["C3"] = "No", "Pelaksana", "Kepala", "x"
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:D1")

    cells = cells_of(workbook(fill))
    assert (cells["A1"].row_span, cells["A1"].column_span) == (2, 1)
    assert (cells["B1"].row_span, cells["B1"].column_span) == (1, 3)
    assert "C1" not in cells and "A2" not in cells
    assert cells["C2"].text == ""


def test_hidden_rows_and_columns_are_not_there() -> None:
    def fill(sheet: Worksheet) -> None:
        for address in ("A1", "B1", "C1", "A2", "A3"):
            sheet[address] = address
        sheet["D1"] = "lebar"
        sheet.merge_cells("D1:F1")
        sheet.column_dimensions["B"].hidden = True
        sheet.column_dimensions["D"].hidden = True
        sheet.row_dimensions[2].hidden = True

    cells = cells_of(workbook(fill))
    assert "B1" not in cells and "A2" not in cells
    assert cells["C1"].box is not None and cells["C1"].box.left == 48.0
    assert (cells["A3"].row, cells["C1"].column) == (1, 1)
    assert (cells["D1"].text, cells["D1"].column_span) == ("lebar", 2)


def test_hidden_rows_are_said() -> None:
    def fill(sheet: Worksheet) -> None:
        for address in ("A1", "A2", "A3"):
            sheet[address] = address
        sheet.row_dimensions[2].hidden = True

    _, findings = canvas_of_xlsx(workbook(fill))
    assert [finding.kode for finding in findings] == ["baca.baris-tersembunyi"]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (date(2022, 1, 3), "dd/mm/yyyy", "3 Januari 2022"),
        (date(2022, 1, 3), "[$-421]dd mmmm yyyy;@", "3 Januari 2022"),
        (date(2022, 1, 3), "mmm-yy", "Januari 2022"),
        (1, "d/m/yyyy", "1 Januari 1900"),
        (44564.5, "dd/mm/yyyy hh:mm", "3 Januari 2022 12:00"),
        (0.3125, "h:mm", "07:30"),
        (1.25, "[h]:mm", "30:00"),
        (0.85, "0%", "85%"),
        (0.125, "0.0%", "12,5%"),
        (5, '0" hari"', "5 hari"),
        (5, 'General" menit"', "5 menit"),
        ("5", '@" hari"', "5 hari"),
        (1500000, '"Rp"#,##0', "Rp1.500.000"),
        (-2, '0;"minus "0', "minus 2"),
        (0, '0;-0;"nihil"', "nihil"),
        (7, ";;;", ""),
        ("rahasia", ";;;", ""),
        (7, "00", "07"),
        (2.5, "General", "2,5"),
        (3.0, "General", "3"),
        (2.50, "0.0#", "2,5"),
        (True, "General", "Ya"),
        ("  1.  ", "General", "1."),
    ],
)
def test_a_value_reads_as_the_sheet_shows_it(value: object, number_format: str, text: str) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A2"], sheet["B1"] = value, "bawah", "samping"
        sheet["A1"].number_format = number_format

    cells = cells_of(workbook(fill))
    assert cells["A1"].text == text


def test_a_letter_of_a_symbol_font_is_the_mark_it_shows() -> None:
    assert text_in("Wingdings", "ü") == "√"
    assert text_in("Wingdings 2", "P") == "√"
    assert text_in("Calibri", "ü") == "ü"


def test_runs_of_rich_text_are_one_text_and_readings_aside_are_left_out() -> None:
    rich = CellRichText("Menyusun ", TextBlock(InlineFont(b=True), "konsep"), "\nlaporan")
    data = workbook(lambda sheet: sheet.append([rich]))
    assert cells_of(data)["A1"].text == "Menyusun konsep\nlaporan"
    phonetic = b"<is><t>Rapat</t><rPh sb='0' eb='1'><t>aside</t></rPh></is>"
    data = _edited(data, rb"(?s)<is>.*?</is>", phonetic)
    assert cells_of(data)["A1"].text == "Rapat"


def test_a_formula_shows_what_the_file_says_it_gave() -> None:
    data = workbook(lambda sheet: sheet.append(["=1+1"]))
    counted = _edited(data, rb"<v ?/>|<v></v>", b"<v>2</v>")
    assert cells_of(counted)["A1"].text == "2"
    canvas, findings = canvas_of_xlsx(data)
    assert canvas is None
    assert [finding.letak.sel for finding in findings if finding.kode == "rumus_galat"] == [
        "SOP!A1"
    ]


def test_a_failed_formula_is_named_by_its_cell() -> None:
    data = _edited(
        workbook(lambda sheet: sheet.append(["No", 5])),
        rb'<c r="B1"[^>]*><v>5</v></c>',
        b'<c r="B1" t="e"><f>Data!A1</f><v>#REF!</v></c>',
    )
    canvas, (finding,) = canvas_of_xlsx(data)
    assert canvas is not None
    assert "SOP!B1" in finding.pesan and "#REF!" in finding.pesan


def test_every_visible_sheet_is_a_page_and_hidden_ones_are_none() -> None:
    book = Workbook()
    for name in ("Identitas", "Bantu", "Alur"):
        book.create_sheet(name).append([f"isi {name}"])
    book.remove(book.worksheets[0])
    book["Bantu"].sheet_state = "hidden"
    canvas, findings = canvas_of_xlsx(saved(book))
    assert {f.kode for f in findings} <= {"baca.baris-tersembunyi"}
    assert canvas is not None
    assert [(page.number, page.name) for page in canvas.pages] == [(1, "Identitas"), (2, "Alur")]


def test_a_cell_at_the_far_corner_costs_nothing() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B2"], sheet["XFD3"] = "No", "Kegiatan", "tersesat"
        sheet.column_dimensions["A"].max = 16384
        sheet.merge_cells("A40:XFD40")

    (table,) = page_of(workbook(fill)).tables
    assert len(table.cells) < 20
    assert {cell.text for cell in table.cells} >= {"No", "Kegiatan", "tersesat"}


def test_a_wide_and_nearly_empty_sheet_keeps_only_its_filled_cells() -> None:
    def fill(sheet: Worksheet) -> None:
        for place in range(1, 301, 5):
            sheet.cell(place, place, "isi")

    (table,) = page_of(workbook(fill)).tables
    assert len(table.cells) == 60


def test_a_workbook_in_the_strict_dialect_is_read_alike() -> None:
    data = workbook(lambda sheet: sheet.append(["No", "Kegiatan"]))
    strict = _edited(
        data,
        rb"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    strict = _edited(
        strict,
        rb"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    assert cells_of(strict)["B1"] == cells_of(data)["B1"]


def test_a_broken_file_is_refused_in_words() -> None:
    data = workbook(lambda sheet: sheet.append(["No"]))
    for broken in (
        data[:-40],
        b"",
        b"bukan arsip",
        _edited(data, rb"<sheetData>.*", b"<sheetData>"),
    ):
        canvas, findings = canvas_of_xlsx(broken)
        assert canvas is None
        assert findings and findings[0].usul


def _edited(data: bytes, before: bytes, after: bytes) -> bytes:
    """The file with a piece of its XML replaced in every part."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for part in old.namelist():
            new.writestr(part, sub(before, lambda _: after, old.read(part)))
    return target.getvalue()

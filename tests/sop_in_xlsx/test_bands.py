"""A step typed over several rows of the sheet, with borders only around the whole."""

from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from tests.sop_in_xlsx.build import page_of, workbook

THIN = Side(style="thin")


def bordered(sheet: Worksheet, row: int, texts: list[str], *, top: bool, bottom: bool) -> None:
    """A row of cells with upright borders, and the level ones asked for."""
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(row, column, text or None)
        cell.border = Border(
            left=THIN, right=THIN, top=THIN if top else None, bottom=THIN if bottom else None
        )


def texts_of(data: bytes) -> list[list[str]]:
    """The words of the table, row by row, without the cells that a merged block covers."""
    (table,) = page_of(data).tables
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return [rows[row] for row in sorted(rows)]


def test_lines_within_one_border_are_one_cell() -> None:
    def fill(sheet: Worksheet) -> None:
        bordered(sheet, 1, ["No", "Kegiatan", "Waktu", "Output"], top=True, bottom=True)
        bordered(sheet, 2, ["1", "Menyusun", "1 hari", "Konsep"], top=True, bottom=False)
        bordered(sheet, 3, ["", "konsep surat", "", "surat"], top=False, bottom=True)
        bordered(sheet, 4, ["2", "Memeriksa", "2 jam", "Surat"], top=True, bottom=True)

    data = workbook(fill)
    assert texts_of(data) == [
        ["No", "Kegiatan", "Waktu", "Output"],
        ["1", "Menyusun\nkonsep surat", "1 hari", "Konsep\nsurat"],
        ["2", "Memeriksa", "2 jam", "Surat"],
    ]
    (table,) = page_of(data).tables
    assert {cell.row_span for cell in table.cells if cell.row == 1} == {2}


def test_merged_cells_within_the_band_stay_whole() -> None:
    def fill(sheet: Worksheet) -> None:
        bordered(sheet, 1, ["1", "Menyusun", "", "", "1 hari"], top=True, bottom=False)
        bordered(sheet, 2, ["", "konsep", "", "", ""], top=False, bottom=True)
        for merged in ("A1:A2", "B1:C1", "B2:C2"):
            sheet.merge_cells(merged)

    assert texts_of(workbook(fill)) == [["1", "Menyusun\nkonsep", "", "1 hari"]]


def test_steps_without_borders_between_them_stay_apart() -> None:
    def fill(sheet: Worksheet) -> None:
        for row, number in enumerate("123", start=1):
            texts = [number, f"Kegiatan {number}", "1 hari", "Surat"]
            bordered(sheet, row, texts, top=row == 1, bottom=row == 3)

    assert len(texts_of(workbook(fill))) == 3


def test_the_identity_block_stays_as_it_is_typed() -> None:
    def fill(sheet: Worksheet) -> None:
        bordered(sheet, 1, ["Nomor SOP", "12/2022"], top=True, bottom=False)
        bordered(sheet, 2, ["", "Tanggal 3 Januari 2022"], top=False, bottom=True)

    assert len(texts_of(workbook(fill))) == 2

"""What offices do to a workbook, one act each: the truth stays readable, or the cell is named.

Each act takes the open workbook and the data behind it and answers with the places it touched that
may not be read as they were; ``None``: it must read as before.
"""

import random
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Place = str
Act = Callable[[openpyxl.Workbook, random.Random], list[Place]]
HEAD = 3
FIRST = 4


def columns(sheet: Worksheet, head: int) -> dict[str, int]:
    return {str(c.value).rstrip("* "): c.column for c in sheet[head] if c.value}


def head_of(sheet: Worksheet) -> int:
    return next(
        row for row in range(1, 20) if any(c.value in ("ID *", "Kode *") for c in sheet[row])
    )


def filled_rows(sheet: Worksheet) -> list[int]:
    return [row for row in range(head_of(sheet) + 1, sheet.max_row + 1) if sheet.cell(row, 1).value]


def figure_cells(sheet: Worksheet, dice: random.Random) -> list[tuple[int, int]]:
    """The bare numbers of target and realisasi of the year, in some order."""
    at = columns(sheet, head_of(sheet))
    wanted = [c for title, c in at.items() if title in ("Target 2025", "Realisasi 2025")]
    cells = [
        (row, column)
        for row in filled_rows(sheet)
        for column in wanted
        if isinstance(sheet.cell(row, column).value, int | float)
    ]
    dice.shuffle(cells)
    return cells


def place(sheet: Worksheet, row: int, column: int) -> Place:
    return f"{sheet.title}!{get_column_letter(column)}{row}"


def merge_ids(book: openpyxl.Workbook, _: random.Random) -> list[Place]:
    """The sasaran is written once and merged over the rows of its indicators."""
    sheet = book["Indikator"]
    column = columns(sheet, head_of(sheet))["ID sasaran"]
    rows = filled_rows(sheet)
    for first, second in pairwise(rows):
        if (
            second == first + 1
            and sheet.cell(first, column).value == sheet.cell(second, column).value
        ):
            sheet.merge_cells(
                start_row=first, end_row=second, start_column=column, end_column=column
            )
            break
    return []


def hide_row(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    sheet = book["Indikator"]
    row = dice.choice(filled_rows(sheet))
    sheet.row_dimensions[row].hidden = True
    return [f"Indikator! baris {row} "]


def strike_figure(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    sheet = book["Indikator"]
    for row, column in figure_cells(sheet, dice)[:1]:
        sheet.cell(row, column).font = Font(strike=True)
        return [place(sheet, row, column)]
    return []


def strike_row(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    sheet = book["Indikator"]
    row = dice.choice(filled_rows(sheet))
    for cell in sheet[row]:
        cell.font = Font(strike=True)
    return [f"Indikator! baris {row} "]


def as_percent(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    """A figure typed into a cell of Excel's percent format: seen as before."""
    sheet = book["Indikator"]
    for row, column in figure_cells(sheet, dice)[:1]:
        cell = sheet.cell(row, column)
        cell.value, cell.number_format = cell.value / 100, "0.0000%"
    return []


def total_row(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    sheet = book["Anggaran"]
    row = sheet.max_row + dice.choice((1, 2))
    sheet.cell(row, 2).value = dice.choice(("JUMLAH", "Total", "Jumlah keseluruhan"))
    sheet.cell(row, 5).value = 123_456_789
    return [f"Anggaran! baris {row} "]


def as_text(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    sheet = book["Indikator"]
    for row, column in figure_cells(sheet, dice)[:3]:
        cell = sheet.cell(row, column)
        if "%" in cell.number_format:
            continue  # as a text it would be seen a hundred times smaller
        cell.value = f"{Decimal(repr(cell.value)):f}".removesuffix(".0").replace(".", ",")
    return []


def shift_down(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    for nama in ("Sasaran", "Indikator", "Anggaran"):
        for merged in list(book[nama].merged_cells.ranges):
            book[nama].unmerge_cells(str(merged))
    book[dice.choice(("Sasaran", "Anggaran"))].insert_rows(1, amount=dice.randint(1, 5))
    return []


def extra_column(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    sheet = book[dice.choice(("Sasaran", "Indikator", "Anggaran"))]
    column = sheet.max_column + dice.choice((1, 3))
    row = dice.choice(filled_rows(sheet))
    if dice.random() < 0.5:
        sheet.cell(head_of(sheet), column).value = "Keterangan kami"
    sheet.cell(row, column).value = dice.choice(("lihat berkas", 17, 0.5))
    return [place(sheet, row, column)]


def stray_words(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    sheet = book[dice.choice(("Indikator", "Anggaran"))]
    row, column = sheet.max_row + 3, dice.choice((2, 3))
    sheet.cell(row, column).value = "Pontianak, 12 Januari 2026"
    return [place(sheet, row, column)]


def extra_sheet(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    sheet = book.create_sheet(f"Lembar{dice.randint(10, 99)}")
    sheet["D5"] = 8
    return [f"{sheet.title}!D5"]


def spoil_figure(book: openpyxl.Workbook, dice: random.Random) -> list[Place]:
    sheet = book["Indikator"]
    for row, column in figure_cells(sheet, dice)[:1]:
        sheet.cell(row, column).value = dice.choice(("sekitar 8", "#REF!", "?", "tujuh"))
        return [place(sheet, row, column)]
    return []


ACTS: tuple[Act, ...] = (
    merge_ids,
    hide_row,
    strike_figure,
    strike_row,
    as_percent,
    total_row,
    as_text,
    shift_down,
    extra_column,
    stray_words,
    extra_sheet,
    spoil_figure,
)

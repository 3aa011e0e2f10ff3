"""The column that shows the capaian while people type, and the sheet of its workings; locked."""

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from runut.core.kinerja import lembar
from runut.core.kinerja.kolom import Kolom
from runut.files.write.workbook.choices import FIRST_ROW, LAST_ROW
from runut.files.write.workbook.formulas import shown_formula, working_formulas

_SPARE = 50
_HEADS = ("T", "R", "Batas bawah", "Batas atas", "Capaian", "Dibulatkan")
_MAY = (
    "format_cells",
    "format_columns",
    "format_rows",
    "insert_columns",
    "insert_rows",
    "insert_hyperlinks",
    "delete_columns",
    "delete_rows",
    "sort",
    "autofilter",
)


def draw_capaian(
    book: Any,
    style: Any,
    tahun: int,
    columns: tuple[Kolom, ...],
    shown: tuple[float | str, ...],
) -> None:
    """Formulas for every row of Indikator, with the values that they have now beside them."""
    sheet = book.get_worksheet_by_name(lembar.INDIKATOR)
    working = book.add_worksheet(lembar.HITUNGAN)
    working.hide()
    working.protect()
    working.write_row(FIRST_ROW - 2, 0, _HEADS)
    letters = {kolom.kunci: xl_col_to_name(at) for at, kolom in enumerate(columns)}
    position = next(at for at, kolom in enumerate(columns) if kolom.kunci == lembar.CAPAIAN)
    sheet.set_column(position, position, columns[position].lebar, style)
    sheet.protect("", dict.fromkeys(_MAY, True))
    for row in range(FIRST_ROW - 1, max(LAST_ROW, FIRST_ROW + len(shown) + _SPARE)):
        at = row - (FIRST_ROW - 1)
        value = shown[at] if at < len(shown) else ""
        sheet.write_formula(row, position, shown_formula(), style, value)
        for column, formula in enumerate(working_formulas(letters, tahun, row + 1)):
            working.write_formula(row, column, formula, None, value if column > 3 else "")

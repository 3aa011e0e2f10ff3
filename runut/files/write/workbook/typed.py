"""A data workbook with some cells of the sheet Indikator as somebody typed them.

What was typed is judged by reading the workbook back, so that it meets the rules of every import.
"""

from collections.abc import Mapping

from xlsxwriter.utility import xl_rowcol_to_cell

from runut.core.kinerja.lembar import INDIKATOR
from runut.core.kinerja.model import DataKinerja
from runut.files.write.workbook.edits import Edit
from runut.files.write.workbook.year import HEAD_ROW, columns_of_year, write_workbook

Cell = tuple[str, str]
"""The ID of an indicator and the key of a column."""


def write_typed(data: DataKinerja, typed: Mapping[Cell, str]) -> tuple[bytes, dict[str, Cell]]:
    """The workbook, and which cell stands at which place (``Indikator!H7``).

    A cell whose indicator or column the workbook does not have raises ``KeyError``.
    """
    columns = [kolom.kunci for kolom in columns_of_year(data)]
    rows = {one.id: row for row, one in enumerate(data.indikators, start=HEAD_ROW + 1)}
    places = {}
    for cell in typed:
        indikator_id, kunci = cell
        if kunci not in columns:
            raise KeyError(kunci)
        place = xl_rowcol_to_cell(rows[indikator_id], columns.index(kunci))
        places[f"{INDIKATOR}!{place}"] = cell
    edits = [Edit(INDIKATOR, of, {kunci: text}) for (of, kunci), text in typed.items()]
    return write_workbook(data, edits), places

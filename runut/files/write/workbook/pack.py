"""The small workbook of one unit: one row for each figure that it is asked for, nothing else.

Only two columns are open for typing; what stands beside them is locked. Same pack, same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from runut.core.kinerja.paket import AngkaDiminta

_CREATED = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
SHEET: Final = "Isian"
ID, ASKED, FILL, NOTE = "ID", "Yang diisi", "Isian", "Catatan"
HEADS: Final = (ID, "Indikator", ASKED, "Satuan", "Definisi", "Target", "Tahun lalu", FILL, NOTE)
HEAD_ROW = 4
_WIDTHS = (10, 40, 18, 12, 44, 24, 14, 18, 40)


@dataclass(frozen=True)
class PackSheet:
    """What a pack says of itself, and its cells. ``filled``: what was proposed before, by key."""

    judul: str
    tanda: str
    """Which pack it is: read back, so that the workbook of another is noticed."""
    batas: str
    cells: Sequence[AngkaDiminta]
    filled: dict[tuple[str, str], tuple[str, str]]


def write_pack(pack: PackSheet) -> bytes:
    """The workbook of a unit."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": pack.judul, "created": _CREATED})
    base = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
    box = {**base, "border": 1, "border_color": "#D9D9D9"}
    formats = {
        "judul": book.add_format({"font_name": "Arial", "font_size": 14, "bold": True}),
        "kata": book.add_format({"font_name": "Arial", "font_size": 10}),
        "kepala": book.add_format({**box, "bold": True, "bg_color": "#DDEBF7"}),
        "tetap": book.add_format({**box, "bg_color": "#F2F2F2"}),
        "isian": book.add_format(
            {**box, "num_format": "@", "locked": False, "bg_color": "#FFF9DB", "bold": True}
        ),
        "catatan": book.add_format({**box, "num_format": "@", "locked": False}),
    }
    _draw(book.add_worksheet(SHEET), formats, pack)
    book.close()
    return buffer.getvalue()


def _draw(sheet: Any, formats: dict[str, Any], pack: PackSheet) -> None:
    sheet.write_string(0, 0, pack.judul, formats["judul"])
    sheet.write_string(1, 0, f"Isi kolom kuning, simpan, lalu kembalikan. {pack.batas}")
    sheet.write_string(2, 0, f"Angka ditulis 93,75 atau 1.234,5. Paket {pack.tanda}")
    for position, (head, width) in enumerate(zip(HEADS, _WIDTHS, strict=True)):
        sheet.set_column(position, position, width)
        sheet.write_string(HEAD_ROW, position, head, formats["kepala"])
    for row, cell in enumerate(pack.cells, start=HEAD_ROW + 1):
        nilai, catatan = pack.filled.get(cell.key, ("", ""))
        told = (
            cell.indikator_id,
            cell.nama,
            cell.judul,
            cell.satuan,
            cell.definisi,
            cell.target,
            cell.tahun_lalu,
            nilai,
            catatan,
        )
        for position, text in enumerate(told):
            look = _look(HEADS[position], formats)
            if text:
                sheet.write_string(row, position, text, look)
            else:
                sheet.write_blank(row, position, None, look)
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    # without a password: it keeps the hand from slipping, no more
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _look(head: str, formats: dict[str, Any]) -> Any:
    return formats["isian" if head == FILL else "catatan" if head == NOTE else "tetap"]

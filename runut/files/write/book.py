"""A book as a workbook of one sheet, to be searched and sorted in Excel.

Every word is written as text, so that a cell beginning with = + - @ is never a formula. Same
lines, same bytes.
"""

from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

from runut.core.report.papers.buku import Buku

_CREATED = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_HEAD_ROW = 2
_WIDTH = 160
"""Characters side by side on the widest paper."""


def write_book(buku: Buku) -> bytes:
    """The book; its head stays in sight and is printed on every page."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": buku.judul, "created": _CREATED})
    bold = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format(
        {"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EDF3"}
    )
    plain = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet("Buku")
    sheet.write_string(0, 0, buku.judul, bold)
    sheet.write_string(1, 0, " · ".join(filter(None, [*buku.kop.lines[-1:], buku.catatan])))
    whole = sum(one.lebar for one in buku.kolom)
    for column, one in enumerate(buku.kolom):
        sheet.set_column(column, column, max(6, round(_WIDTH * one.lebar / whole)))
        sheet.write_string(_HEAD_ROW, column, one.judul, head)
    for row, line in enumerate(buku.baris, start=_HEAD_ROW + 1):
        for column, text in enumerate(line):
            if column == 0 and text.isdecimal():
                sheet.write_number(row, column, int(text), plain)
            else:
                sheet.write_string(row, column, text, plain)
    if buku.baris:
        last = _HEAD_ROW + len(buku.baris)
        sheet.autofilter(_HEAD_ROW, 0, last, len(buku.kolom) - 1)
    sheet.freeze_panes(_HEAD_ROW + 1, 1)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_landscape()
    sheet.set_paper(14)
    sheet.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()

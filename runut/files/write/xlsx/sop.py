"""The official form of an SOP as a workbook: sheets of identity and procedure, real shapes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import accumulate
from typing import Any, Final

import xlsxwriter

from runut.core.sop.drawing.sheet.form import describe_flow
from runut.core.sop.drawing.sheet.model import Cell, Form, FormPage, Notes, Paragraph
from runut.core.sop.model import SOP
from runut.files.write.form.sheet import PaperName, date_of, form_of
from runut.files.write.layout.letters import legal
from runut.files.write.xlsx.sop_grid import Grid
from runut.files.write.xlsx.sop_shapes import draw_shapes, with_drawing

_PIXEL: Final = 0.75
"""A pixel in points: Excel's widths and heights are whole pixels."""
_WIDER: Final = 1.03
_LEADING: Final = 1.3
_SLACK: Final = {"right": 84.0, "bottom": 46.0, "tallest_row": 400.0}
"""Excel and LibreOffice print columns up to 6 % wider than they say; no row passes 409 points."""
_PAPER_CODES: Final = {"a4": 9, "f4": 14}
_DEFAULT: Final = {"font_name": "Arial", "font_size": 10, "font_scheme": "none"}
"""Excel counts widths in digits of this type: 7 pixels on every machine that has it or its like."""
_HEAD_FILL: Final = "#EEEEEE"
_MOST_IN_CELL: Final = 32_767


@dataclass
class _Sheet:
    """A sheet under work: its next row, and where Excel may not look for a page by itself."""

    sheet: Any
    columns: tuple[int, ...]
    rows: list[float]
    breaks: list[int]


def xlsx_of_sop(sop: SOP, paper: PaperName = "a4", *, created: datetime | None = None) -> bytes:
    """The form. ``created`` is written into the file; by default the date of the SOP itself.

    Page breaks are set by hand where the layout has them, and the columns fill the width of the
    page: Excel ignores page breaks on a sheet that it is told to fit by itself.
    """
    form = form_of(sop, paper, clean=legal, wider=_WIDER, leading=_LEADING, **_SLACK)
    moment = created or datetime.combine(date_of(sop), time(), UTC)
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "default_format_properties": dict(_DEFAULT)}
    )
    book.set_properties(
        {"title": f"SOP {form.title}", "created": moment.astimezone(UTC).replace(tzinfo=None)}
    )
    formats = _Formats(book)
    identity = _start(book, "Identitas", form.identity[0], form, paper)
    for place, page in enumerate(form.identity):
        _table(identity, page, formats, range(len(page.rows)), is_break=place > 0)
    _finish(identity)
    drawing = _procedure(book, form, paper, formats, describe_flow(sop))
    book.close()
    return with_drawing(buffer.getvalue(), drawing)


def _procedure(
    book: Any, form: Form, paper: PaperName, formats: "_Formats", words: dict[str, str]
) -> str:
    """The sheet of the step table; what is to be drawn over it."""
    tables = [page for page in form.procedure if page.cells]
    done = _start(book, "Prosedur", tables[0], form, paper)
    _notes(done, [n for n in tables[0].notes if n.box.top < tables[0].top], formats)
    drawn = []
    for place, page in enumerate(tables):
        first = 0 if place == 0 else page.heads
        tops = _table(done, page, formats, range(first, len(page.rows)), is_break=place > 0)
        drawn.append((page, tops))
        if place == 0:
            done.sheet.repeat_rows(tops[0], tops[0] + page.heads - 1)
    for page in form.procedure:
        below = [n for n in page.notes if n.box.top >= page.top]
        if below and not page.cells:
            done.breaks.append(len(done.rows))
        _notes(done, below, formats)
    if any(page.shapes for page in tables):
        done.sheet.insert_textbox(0, 0, "")
    _finish(done)
    grid = Grid(_edges([width * _PIXEL for width in done.columns]), _edges(done.rows))
    return draw_shapes(drawn, grid, form.paper.left, words)


def _edges(sizes: Sequence[float]) -> tuple[float, ...]:
    return (0.0, *accumulate(sizes))


def _start(book: Any, name: str, page: FormPage, form: Form, paper: PaperName) -> _Sheet:
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.center_horizontally()
    sheet.set_paper(_PAPER_CODES[paper])
    sheet.set_margins(form.paper.left / 72, 30 / 72, form.paper.top / 72, 34 / 72)
    columns = tuple(round(width / _PIXEL) for width in page.columns)
    for place, pixels in enumerate(columns):
        sheet.set_column_pixels(place, place, pixels)
    return _Sheet(sheet, columns, [], [])


def _finish(done: _Sheet) -> None:
    for row, height in enumerate(done.rows):
        done.sheet.set_row(row, height)
    if done.breaks:
        done.sheet.set_h_pagebreaks(done.breaks)
    done.sheet.print_area(0, 0, len(done.rows) - 1, len(done.columns) - 1)


def _add_row(done: _Sheet, height: float) -> int:
    done.rows.append(-(-height // _PIXEL) * _PIXEL)
    return len(done.rows) - 1


def _table(
    done: _Sheet, page: FormPage, formats: "_Formats", rows: range, *, is_break: bool
) -> dict[int, int]:
    """Write rows of a page's table; on which row of the sheet each of them stands."""
    if is_break:
        done.breaks.append(len(done.rows))
    at = {row: _add_row(done, page.rows[row]) for row in rows}
    for cell in page.cells:
        if cell.row in at:
            _write(done.sheet, at[cell.row], cell, formats)
    return at


def _write(sheet: Any, row: int, cell: Cell, formats: "_Formats") -> None:
    text = _text(cell.paragraphs)[:_MOST_IN_CELL]
    style = formats.of(cell)
    last = (row + cell.row_span - 1, cell.column + cell.column_span - 1)
    if last == (row, cell.column):
        if text:
            sheet.write_string(row, cell.column, text, style)
        else:
            sheet.write_blank(row, cell.column, None, style)
        return
    sheet.merge_range(row, cell.column, *last, "", style)
    if text:
        sheet.write_string(row, cell.column, text, style)


def _text(paragraphs: Sequence[Paragraph]) -> str:
    """The words of a cell, a line for each paragraph; room for a signature as empty lines."""
    lines: list[str] = []
    for one in paragraphs:
        if lines and one.gap:
            lines += [""] * round(one.gap / 12)
        lines.append(f"{one.mark} {one.text}".strip())
    return "\n".join(lines)


def _notes(done: _Sheet, notes: Sequence[Notes], formats: "_Formats") -> None:
    for one in notes:
        for paragraph in one.paragraphs:
            row = _add_row(done, len(paragraph.lines) * one.size * _LEADING + 3)
            style = formats.note(one)
            done.sheet.merge_range(row, 0, row, len(done.columns) - 1, "", style)
            done.sheet.write_string(row, 0, paragraph.text, style)


class _Formats:
    """The looks of cells, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[Any, ...], Any] = {}

    def of(self, cell: Cell) -> Any:
        bold = all(paragraph.is_bold for paragraph in cell.paragraphs)
        return self._make(
            size=cell.size,
            is_bold=bold,
            is_centred=cell.is_centred,
            is_middle=cell.is_middle,
            is_head=cell.is_head,
            is_turned=cell.is_turned,
            has_border=True,
        )

    def note(self, notes: Notes) -> Any:
        bold = any(paragraph.is_bold for paragraph in notes.paragraphs)
        return self._make(size=notes.size, is_bold=bold, is_centred=notes.is_centred)

    def _make(self, **look: Any) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(_properties(look))
        return self.made[key]


def _properties(look: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {
        **_DEFAULT,
        "font_size": look["size"],
        "bold": look["is_bold"],
        "text_wrap": True,
        "num_format": "@",
        "align": "center" if look["is_centred"] else "left",
        "valign": "vcenter" if look.get("is_middle", True) else "top",
    }
    if look.get("has_border"):
        properties["border"] = 1
    if look.get("is_head"):
        properties["bg_color"] = _HEAD_FILL
    if look.get("is_turned"):
        properties["rotation"] = 90
    return properties

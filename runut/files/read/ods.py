"""The words of an open spreadsheet as a canvas: rows and cells, without the symbols over them.

Where the computer has LibreOffice Calc the file is read through it, symbols and all. Without it
every word is read, and the actors of the drawing are asked: their places in such a file depend on
how the program that shows it lays out its cells.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from lxml import etree

from runut.core.findings import Finding, Level
from runut.core.sop.reading.canvas import Canvas, Cell, Page, Table

Node = etree._Element

MAX_CELLS: Final = 20_000
MAX_SHEETS: Final = 50
_MOST_COLUMNS: Final = 200
_MOST_BLANK: Final = 2
"""So many of the empty rows that a sheet repeats are kept: they part what is above and below."""

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_DRAWN: Final = frozenset(
    _DRAW + name
    for name in ("custom-shape", "connector", "line", "rect", "ellipse", "polygon", "path", "frame")
)
_CELLS: Final = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_HIDDEN: Final = frozenset({"collapse", "filter"})

Read = tuple[Canvas | None, tuple[Finding, ...]]


class _TooLarge(Exception):
    """More cells than a form has."""


def canvas_of_ods(data: bytes) -> Read:
    """What stands in the cells of the visible sheets, one sheet a page; nothing is raised."""
    try:
        with ZipFile(BytesIO(data)) as package:
            content = package.read("content.xml")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(content, parser)
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, etree.XMLSyntaxError):
        return None, (_broken(),)
    unseen = _hidden_styles(root)
    sheets = [s for s in root.iter(_TABLE + "table") if s.get(_TABLE + "style-name") not in unseen]
    try:
        tables = [_table(sheet) for sheet in sheets[:MAX_SHEETS]]
    except _TooLarge:
        return None, (_too_large(),)
    pages = [
        Page(number, 0.0, 0.0, (table,))
        for number, table in enumerate((t for t in tables if t.cells), start=1)
    ]
    if not pages:
        return None, (_empty(),)
    drawn = sum(one.tag in _DRAWN for sheet in sheets for one in sheet.iter())
    hidden = any(_has_hidden(sheet) for sheet in sheets)
    said = [_undrawn(drawn)] if drawn else []
    return Canvas(tuple(pages)), (*said, *([_unseen()] if hidden else []))


def _hidden_styles(root: Node) -> set[str | None]:
    """The styles of sheets that are not shown."""
    return {
        style.get(_STYLE + "name")
        for style in root.iter(_STYLE + "style")
        for properties in style.iterfind(_STYLE + "table-properties")
        if properties.get(_TABLE + "display") == "false"
    }


def _table(sheet: Node) -> Table:
    """The cells of a sheet up to its last filled column; a hidden row or column gives none."""
    unseen = _hidden_columns(sheet)
    found: list[Cell] = []
    row = 0
    for line, count in _rows(sheet):
        cells = [] if _is_hidden(line) else list(_cells(line, row, unseen))
        is_blank = not any(cell.text for cell in cells)
        times = min(count, _MOST_BLANK) if is_blank else min(count, MAX_CELLS)
        for _ in range(times):
            found += [Cell(row, c.column, c.text, c.row_span, c.column_span) for c in cells]
            row += 0 if _is_hidden(line) else 1
            if len(found) > MAX_CELLS:
                raise _TooLarge
    last = max((c.column + c.column_span for c in found if c.text), default=0)
    low = max((c.row for c in found if c.text), default=-1)
    return Table(tuple(_within(c, low, last) for c in found if c.row <= low and c.column < last))


def _within(cell: Cell, low: int, last: int) -> Cell:
    """A cell that reaches beyond the last filled row or column ends with it."""
    rows = min(cell.row_span, low + 1 - cell.row)
    columns = min(cell.column_span, last - cell.column)
    return Cell(cell.row, cell.column, cell.text, rows, columns)


def _rows(sheet: Node) -> Iterator[tuple[Node, int]]:
    """The rows of a sheet, in groups or not, each with how often it is repeated."""
    for line in sheet.iter(_TABLE + "table-row"):
        yield line, _number(line, "number-rows-repeated")


def _cells(line: Node, row: int, unseen: frozenset[int]) -> Iterator[Cell]:
    """The cells that begin in a row, by their place among the columns that are shown."""
    column = shown = 0
    for cell in line.iterchildren(*_CELLS):
        text = _text(cell)
        spans = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
        for _ in range(_number(cell, "number-columns-repeated")):
            if shown >= _MOST_COLUMNS:
                return
            if column not in unseen:
                if cell.tag == _CELLS[0]:
                    wide = sum(
                        column + i not in unseen for i in range(min(spans[1], _MOST_COLUMNS))
                    )
                    yield Cell(row, shown, text, min(spans[0], MAX_CELLS), max(wide, 1))
                shown += 1
            column += 1


def _hidden_columns(sheet: Node) -> frozenset[int]:
    found: set[int] = set()
    at = 0
    for column in sheet.iter(_TABLE + "table-column"):
        count = min(_number(column, "number-columns-repeated"), _MOST_COLUMNS)
        if _is_hidden(column):
            found.update(range(at, at + count))
        at += count
    return frozenset(found)


def _is_hidden(one: Node) -> bool:
    return one.get(_TABLE + "visibility") in _HIDDEN


def _has_hidden(sheet: Node) -> bool:
    """Whether words stand in hidden rows, or a column is hidden."""
    rows = any(_is_hidden(line) and any(map(_text, line)) for line, _ in _rows(sheet))
    return rows or any(map(_is_hidden, sheet.iter(_TABLE + "table-column")))


def _text(cell: Node) -> str:
    """The lines of a cell; comments and the words within drawings are not its text."""
    return "\n".join(filter(None, (_line(p) for p in cell.iterchildren(_TEXT + "p"))))


def _line(paragraph: Node) -> str:
    parts = [paragraph.text or ""]
    for one in paragraph:
        if one.tag == _TEXT + "s":
            parts.append(" ")
        elif one.tag == _TEXT + "line-break":
            parts.append("\n")
        else:
            parts.append(_line(one) if isinstance(one.tag, str) else "")
        parts.append(one.tail or "")
    return "".join(parts).strip(" ")


def _number(one: Node, name: str) -> int:
    text = one.get(_TABLE + name) or "1"
    return max(int(text), 1) if text.isascii() and text.isdigit() else 1


def _undrawn(count: int) -> Finding:
    return Finding(
        "baca.bagan-tidak-dibaca",
        Level.WARNING,
        f"Berkas ODS ini memuat {count} gambar (simbol dan panah). Tulisannya terbaca, gambarnya "
        "tidak, sehingga pelaksana dan alur yang digambar belum terisi.",
        "Pilih pelaksana setiap langkah, atau simpan sebagai Excel (.xlsx) lalu unggah lagi.",
    )


def _unseen() -> Finding:
    return Finding(
        "baca.baris-tersembunyi",
        Level.WARNING,
        "Lembar ini menyembunyikan baris atau kolom yang mungkin berisi; isinya tidak dibaca.",
        "Tampilkan kembali baris dan kolomnya bila termasuk SOP, lalu unggah lagi.",
    )


def _broken() -> Finding:
    return Finding(
        "berkas_rusak",
        Level.BLOCKER,
        "Berkas ODS ini rusak atau terkunci sandi.",
        "Buka di programnya, simpan ulang tanpa sandi, lalu unggah lagi.",
    )


def _empty() -> Finding:
    return Finding(
        "berkas_kosong",
        Level.BLOCKER,
        "Lembar yang tampak dalam berkas ODS ini tidak memuat tulisan.",
        "Periksa apakah berkas yang dipilih sudah benar, lalu unggah lagi.",
    )


def _too_large() -> Finding:
    return Finding(
        "baca.terlalu-luas",
        Level.BLOCKER,
        f"Berkas ini memuat lebih dari {MAX_CELLS} sel; formulir SOP tidak seluas itu.",
        "Salin hanya tabel SOP-nya ke berkas baru.",
    )

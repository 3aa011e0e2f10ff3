"""Tables of a web page as a canvas: pasted from a browser, saved from a site or an office program.

A page has no fixed places, so no cell has a box: marks in the cells say who acts.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from runut.core.findings import Finding, Level
from runut.core.sop.reading.canvas import Canvas, Cell, Page, Table, Words
from runut.core.sop.text.decode import decode_text
from runut.core.words.items import listed

MAX_TABLES: Final = 200
MAX_CELLS: Final = 20_000
MAX_PLACES: Final = 400_000
MAX_SPAN: Final = 200
_MAX_DEPTH: Final = 12

_BLOCKS: Final = listed("p div li br tr h1 h2 h3 h4 h5 h6 ul ol section article")
_SILENT: Final = listed("script style head template noscript")
_TICK_IMAGES: Final = ("check", "centang", "tick", "ya.png")


def canvas_of_html(data: bytes) -> tuple[Canvas | None, tuple[Finding, ...]]:
    """What stands in a web page: (canvas of one page, what is odd); None where it is no text."""
    text, coded = decode_text(data, "")
    if text is None:
        return None, coded
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_all()
    if reader.is_too_large:
        return None, (*coded, _too_large())
    page = Page(1, 0.0, 0.0, tuple(reader.tables), words=tuple(reader.words))
    return Canvas((page,)), coded


@dataclass
class _Open:
    """A table being read: the places taken so far, and the cell that is open."""

    cells: list[Cell] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    row: int = -1
    column: int = 0
    cell: Cell | None = None
    text: list[str] = field(default_factory=list)

    def begin(self, rows: int, columns: int) -> None:
        self.row = max(self.row, 0)
        while (self.row, self.column) in self.taken:
            self.column += 1
        self.cell = Cell(self.row, self.column, "", rows, columns)
        self.taken |= {
            (self.row + down, self.column + across)
            for down in range(rows)
            for across in range(columns)
        }

    def end(self) -> None:
        if self.cell is not None:
            one, text = self.cell, _lines("".join(self.text))
            self.cells.append(Cell(one.row, one.column, text, one.row_span, one.column_span))
        self.cell, self.text = None, []


class _Reader(HTMLParser):
    """Tables in their order; a table within a cell is read for itself, as its cell's neighbour."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self.words: list[Words] = []
        self.open: list[_Open] = []
        self.loose: list[str] = []
        self.silent = 0
        self.count = 0
        self.places = 0
        self.is_too_large = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag == "table" and len(self.open) < _MAX_DEPTH:
            self._end_loose()
            self.open.append(_Open())
        elif self.open and tag == "tr":
            self.open[-1].end()
            self.open[-1].row += 1
            self.open[-1].column = 0
        elif self.open and tag in ("td", "th"):
            self._begin_cell(dict(attrs))
        elif tag in _BLOCKS:
            self._say("\n")
        elif tag in ("img", "input"):
            self._say(_picture(dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag == "table" and self.open:
            self._end_table()
        elif self.open and tag in ("td", "th", "tr"):
            self.open[-1].end()
        elif tag in _BLOCKS:
            self._say("\n")

    def handle_data(self, data: str) -> None:
        # Line breaks of the source are spaces on the page.
        before, after = _edges(data)
        self._say(f"{before}{' '.join(data.split())}{after}")

    def end_all(self) -> None:
        """What is still open at the end of the page."""
        while self.open:
            self._end_table()
        self._end_loose()

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        rows, columns = _span(attrs.get("rowspan")), _span(attrs.get("colspan"))
        self.count += 1
        self.places += rows * columns
        if self.count > MAX_CELLS or self.places > MAX_PLACES:
            self.is_too_large = True
            return
        self.open[-1].end()
        self.open[-1].begin(rows, columns)

    def _end_table(self) -> None:
        table = self.open.pop()
        table.end()
        if table.cells and len(self.tables) < MAX_TABLES:
            self.tables.append(Table(tuple(_clipped(table))))

    def _end_loose(self) -> None:
        if text := _lines("".join(self.loose)):
            self.words += [Words(line) for line in text.split("\n")]
        self.loose = []

    def _say(self, text: str) -> None:
        if self.silent or not text:
            return
        if self.open and self.open[-1].cell is not None:
            self.open[-1].text.append(text)
        elif not self.open:
            self.loose.append(text)


def _clipped(table: _Open) -> list[Cell]:
    """Cells that reach below the last row of the table end with it."""
    last = max(cell.row for cell in table.cells) + 1
    return [
        Cell(c.row, c.column, c.text, min(c.row_span, last - c.row), c.column_span)
        for c in table.cells
    ]


def _edges(data: str) -> tuple[str, str]:
    return (" " if data[:1].isspace() else "", " " if data[-1:].isspace() else "")


def _span(value: str | None) -> int:
    text = (value or "1").strip()
    return min(max(int(text), 1), MAX_SPAN) if text.isascii() and text.isdigit() else 1


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _picture(attrs: dict[str, str | None]) -> str:
    """A picture says what its words say; a ticked box is a mark."""
    if attrs.get("type") == "checkbox":
        return "√" if "checked" in attrs else ""
    name = (attrs.get("src") or "").casefold()
    alt = attrs.get("alt") or ""
    return alt or ("√" if any(sign in name for sign in _TICK_IMAGES) else "")


def _too_large() -> Finding:
    return Finding(
        "baca.terlalu-luas",
        Level.BLOCKER,
        f"Halaman web ini memuat lebih dari {MAX_CELLS} sel; formulir SOP tidak seluas itu.",
        "Salin hanya tabel SOP-nya ke berkas baru.",
    )

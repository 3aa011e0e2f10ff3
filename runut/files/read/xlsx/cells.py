"""The cells of a sheet as one table on paper: shown lines only, merged cells whole.

Only what lies around words, shapes and merged words is kept, so a cell at the far corner of the
sheet or the format of a whole column costs nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from runut.core.findings import Finding, Level, Place
from runut.core.sop.reading.canvas import Box, Cell, Table, around
from runut.files.read.signs import plain_signs
from runut.files.read.xlsx.address import Address, Merge, address_words, cell_addresses
from runut.files.read.xlsx.axis import Axis, lines_between
from runut.files.read.xlsx.bands import Edges
from runut.files.read.xlsx.numbers import iso_date, show_number, show_text
from runut.files.read.xlsx.parts import Node
from runut.files.read.xlsx.styles import Styles
from runut.files.read.xlsx.words import rich_text, unescape

_GAP = 5
"""Empty lines between two filled ones that still belong to the table."""

_MOST_EMPTY_CELLS = 40_000
_LONGEST_MERGE = 2_000


@dataclass(frozen=True)
class Book:
    """What the sheets of a workbook share."""

    strings: Sequence[str]
    styles: Styles
    edges: Sequence[Edges] = ()
    is_1904: bool = False


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet, before they are laid on paper."""

    name: str
    rows: Axis
    columns: Axis
    texts: Mapping[Address, str]
    merges: Sequence[Merge]


def read_texts(sheet: Node, book: Book, name: str) -> tuple[dict[Address, str], list[Finding]]:
    """The words of all filled cells, and the cells whose formula gave no words."""
    texts: dict[Address, str] = {}
    findings: list[Finding] = []
    for address, node in cell_addresses(sheet):
        text = _text_of(node, book)
        broken = _broken(node, f"{name}!{address_words(*address)}")
        if broken is not None:
            findings.append(broken)
        elif text.strip():
            texts[address] = text.strip()
    return texts, findings


def lay_out(grid: Grid, drawn: Iterable[Box]) -> Table | None:
    """The table of a sheet: a full grid around its words and the boxes drawn over it."""
    rows, columns = _used_lines(grid, tuple(drawn))
    if not rows or not columns:
        return None
    starts = {(merge.top, merge.left): merge for merge in grid.merges}
    covered = _covered(grid.merges, rows, columns)
    addresses: Iterable[Address] = sorted({*grid.texts, *starts})
    if len(rows) * len(columns) <= _MOST_EMPTY_CELLS:
        plain = ((row, column) for row in rows for column in columns)
        addresses = sorted({*addresses, *plain})
    cells = []
    for address in addresses:
        if address in covered:
            continue
        merge = starts.get(address, Merge(*address, *address))
        cell = _cell(grid, merge, rows, columns)
        if cell is not None:
            cells.append(cell)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Table(tuple(cells), around([cell.box for cell in cells if cell.box]))


def _text_of(node: Node, book: Book) -> str:
    kind, value = node.get("t", "n"), node.findtext("{*}v") or ""
    style = int(node.get("s", "0")) if node.get("s", "0").isdecimal() else 0
    if kind == "inlineStr":
        inline = node.find("{*}is")
        text = rich_text(inline) if inline is not None else ""
    elif kind == "s":
        at = int(value) if value.strip().isdecimal() else -1
        text = book.strings[at] if 0 <= at < len(book.strings) else ""
    elif kind == "str":
        text = unescape(value)
    elif kind == "b":
        return {"1": "Ya", "0": "Tidak"}.get(value.strip(), "")
    elif kind == "d":
        return iso_date(value.strip())
    elif kind == "n" and value.strip():
        shown = show_number(value, book.styles.code(style), is_1904=book.is_1904)
        return plain_signs(book.styles.font(style), shown)
    else:
        return ""
    return show_text(plain_signs(book.styles.font(style), text), book.styles.code(style))


def _broken(node: Node, sel: str) -> Finding | None:
    kind = node.get("t")
    if kind == "e":
        reason = f"rumusnya menghasilkan galat {node.findtext('{*}v') or ''}".strip()
    elif node.find("{*}f") is not None and not node.findtext("{*}v") and kind != "str":
        reason = "rumusnya belum dihitung, jadi isinya tidak diketahui"
    else:
        return None
    return Finding(
        "rumus_galat",
        Level.WARNING,
        f"Sel {sel}: {reason}.",
        "Betulkan rumusnya atau ganti dengan isinya, lalu simpan ulang dari Excel.",
        Place(sel=sel),
    )


def _used_lines(grid: Grid, drawn: Sequence[Box]) -> tuple[list[int], list[int]]:
    rows: set[int] = {row for row, _ in grid.texts}
    columns: set[int] = {column for _, column in grid.texts}
    for merge in grid.merges:
        if (merge.top, merge.left) in grid.texts:
            rows.update(range(merge.top, min(merge.bottom, merge.top + _LONGEST_MERGE) + 1))
            columns.update(range(merge.left, min(merge.right, merge.left + _LONGEST_MERGE) + 1))
    for box in drawn:
        rows.update(_lines_under(grid.rows, box.top, box.bottom))
        columns.update(_lines_under(grid.columns, box.left, box.right))
    return _shown(grid.rows, rows), _shown(grid.columns, columns)


def _lines_under(axis: Axis, begin: float, end: float) -> range:
    first, last = axis.line_at(begin), axis.line_at(end)
    return range(first, min(last, first + _LONGEST_MERGE) + 1)


def _shown(axis: Axis, used: set[int]) -> list[int]:
    """The used lines and the short gaps between them, without hidden lines."""
    filled: list[int] = []
    for line in sorted(used):
        if filled and line - filled[-1] <= _GAP:
            filled.extend(range(filled[-1] + 1, line))
        filled.append(line)
    return [line for line in filled if not axis.is_hidden(line)]


def _covered(merges: Sequence[Merge], rows: list[int], columns: list[int]) -> set[Address]:
    """Cells that lie under a merged block and are not its first."""
    covered: set[Address] = set()
    for merge in merges:
        across = lines_between(columns, merge.left, merge.right)
        for row in lines_between(rows, merge.top, merge.bottom):
            covered.update((row, column) for column in across)
        covered.discard((merge.top, merge.left))
    return covered


def _cell(grid: Grid, merge: Merge, rows: list[int], columns: list[int]) -> Cell | None:
    inner_rows = lines_between(rows, merge.top, merge.bottom)
    inner_columns = lines_between(columns, merge.left, merge.right)
    if not inner_rows or not inner_columns:
        return None
    address = (merge.top, merge.left)
    return Cell(
        row=bisect_left(rows, inner_rows[0]),
        column=bisect_left(columns, inner_columns[0]),
        text=grid.texts.get(address, ""),
        row_span=len(inner_rows),
        column_span=len(inner_columns),
        box=Box(
            grid.columns.start(inner_columns[0]),
            grid.rows.start(inner_rows[0]),
            grid.columns.start(inner_columns[-1] + 1),
            grid.rows.start(inner_rows[-1] + 1),
        ),
        sel=f"{grid.name}!{address_words(*address)}",
    )

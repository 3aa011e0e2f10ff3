"""Laying a Word file out on pages, near enough to tell which row of a table a drawing is over.

Columns come out exact; heights are estimates from the type sizes, and are mended afterwards by
the drawings themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from runut.core.sop.reading.canvas import Box, Words
from runut.files.read.docx.blocks import (
    Block,
    Float,
    Section,
    TableBlock,
    TableCell,
    TableRow,
    holds_identity,
)
from runut.files.read.docx.heights import blocks_height, gaps, row_heights, split_row, tall
from runut.files.read.docx.sheets import Hanging, Home, LaidCell, Piece, Sheet
from runut.files.read.docx.words import Paragraph

_WIDE_NESTED, _LONG_NESTED = 4, 3
"""A nested table of that many columns and rows is a table of its own, not words in a cell; so is
a narrower one that is an identity block."""

_NESTED = -1
_LEAST_ROOM, _LAST_LINE = 50.0, 8.0
_OVER = 1.3
"""How far past the bottom our estimate may run where Word itself noted its page breaks."""


Breaks = Mapping[int, tuple[int, ...]]
"""By table, counted from 0: the rows that begin a page; later rows go where they fit."""


@dataclass
class Layout:
    """The pages so far and the place where the next thing goes."""

    is_noted: bool
    shifts_left: bool
    breaks: Breaks
    tables: int = 0
    sheets: list[Sheet] = field(default_factory=list)
    y: float = 0.0

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    def turn_page(self, section: Section | None = None) -> None:
        """Begins a page, on other paper if so told."""
        self.sheets.append(Sheet(section or self.sheet.section))
        self.y = self.sheet.section.top

    @property
    def bottom(self) -> float:
        return self.sheet.bottom * (_OVER if self.is_noted else 1.0)


def lay_out(
    sections: tuple[Section, ...], *, shifts_left: bool, breaks: Breaks | None = None
) -> tuple[Sheet, ...]:
    """The pages. ``shifts_left``: the words, not the border, of a table stand on the margin."""
    layout = Layout(any(_notes(section.blocks) for section in sections), shifts_left, breaks or {})
    for section in sections:
        if layout.sheets and section.is_continuous:
            layout.sheet.section = replace(section, height=layout.sheet.section.height)
        else:
            layout.turn_page(section)
            _lay_head(layout)
        for block, gap in zip(section.blocks, gaps(section.blocks), strict=True):
            if isinstance(block, Paragraph):
                _lay_paragraph(layout, block, gap)
            else:
                _lay_table(layout, block)
    return tuple(layout.sheets)


def _lay_head(layout: Layout) -> None:
    """An identity block in the page header, once; its pictures and its count are left out."""
    sheet, y, tables = layout.sheet, layout.y, layout.tables
    layout.y = sheet.section.head_top
    for table in sheet.section.head:
        layout.tables = _NESTED
        _lay_table(layout, table)
    for piece in sheet.pieces:
        piece.table = _NESTED
    sheet.hangings.clear()
    layout.y, layout.tables = y, tables


def _notes(blocks: tuple[Block, ...]) -> bool:
    return any(
        block.starts_page or block.breaks_inside
        if isinstance(block, Paragraph)
        else any(_notes(cell.blocks) for row in block.rows for cell in row.cells)
        for block in blocks
    )


def _lay_paragraph(layout: Layout, paragraph: Paragraph, gap: tuple[float, float]) -> None:
    section = layout.sheet.section
    left, right = section.left, section.width - section.right
    height = tall(paragraph, right - left)
    is_begun = layout.y > section.top
    is_set = paragraph.breaks_before or paragraph.starts_page
    if is_begun and (is_set or layout.y + height > layout.bottom):
        layout.turn_page()
    top = layout.y + gap[0]
    _hang(layout, paragraph, top, (left, right))
    if paragraph.text.strip():
        box = Box(left + paragraph.spacing.left, top, right, top + height)
        layout.sheet.words.append(Words(_tidy_text(paragraph.text), box))
    layout.y = top + height + gap[1]
    if paragraph.breaks_after:
        layout.turn_page()


def _hang(
    layout: Layout,
    paragraph: Paragraph,
    top: float,
    sides: tuple[float, float],
    home: Home | None = None,
) -> None:
    left, right = sides
    spacing = paragraph.spacing
    for drawing in paragraph.drawings:
        layout.sheet.hangings.append(
            Hanging(drawing, top, left + spacing.left, right, spacing.align, home)
            if drawing.across is None
            else Hanging(drawing, top, left, right, spacing.align, home)
        )


def _tidy_text(text: str) -> str:
    lines = (" ".join(line.replace("\t", " ").split()) for line in text.split("\n"))
    return "\n".join(lines).strip("\n")


def _lay_table(layout: Layout, table: TableBlock) -> None:
    if not table.rows:
        return
    left = _table_left(layout, table)
    edges = [left]
    for width in table.widths:
        edges.append(edges[-1] + width)
    heights = row_heights(table)
    if table.floats is not None:
        layout.y = _float_top(layout.sheet, table.floats, layout.y)
    heads = _heads(table)
    said = layout.breaks.get(layout.tables, ())
    piece = _new_piece(layout, edges)
    for at, row in enumerate(table.rows):
        parts: tuple[float, float] | None = (heights[at], 0.0)
        if at in said:
            parts = None
        elif at > max(said, default=-1):
            parts = _parts(layout, table, row, heights[at], is_first=not piece.tops)
        if parts is None:
            piece = _next_piece(layout, table, edges, heads if at >= heads else 0)
            parts = heights[at], 0.0
        piece.first = min(piece.first, at)
        _lay_row(layout, piece, table, at, parts[0], is_again=False)
        rest = parts[1]
        while rest > 0:
            piece = _next_piece(layout, table, edges, heads)
            room = max(layout.bottom - layout.y, _LEAST_ROOM)
            layout.y += min(rest, room)
            rest -= room
    layout.tables += 1


def _next_piece(layout: Layout, table: TableBlock, edges: list[float], heads: int) -> Piece:
    """The table goes on at the top of a new page, its heads repeated."""
    layout.turn_page()
    piece = _new_piece(layout, edges)
    for at, height in enumerate(row_heights(table)[:heads]):
        _lay_row(layout, piece, table, at, height, is_again=True)
    return piece


def _new_piece(layout: Layout, edges: list[float]) -> Piece:
    piece = Piece(tuple(edges), layout.tables)
    layout.sheet.pieces.append(piece)
    return piece


def _table_left(layout: Layout, table: TableBlock) -> float:
    section = layout.sheet.section
    total, room = sum(table.widths), section.width - section.left - section.right
    floats = table.floats
    if floats is not None:
        base = 0.0 if floats.x_from == "page" else section.left
        space = section.width if floats.x_from == "page" else room
        align = {"center": 0.5, "right": 1.0, "outside": 1.0}.get(floats.x_align or "", 0.0)
        return base + floats.x if not floats.x_align else base + align * (space - total)
    if table.align in ("center", "right", "end"):
        return section.left + (room - total) * (0.5 if table.align == "center" else 1.0)
    return section.left + table.indent - (table.margins[0] if layout.shifts_left else 0.0)


def _float_top(sheet: Sheet, floats: Float, y: float) -> float:
    if floats.y_from == "page":
        return max(floats.y, y) if floats.y else y
    if floats.y_from == "margin":
        return max(sheet.section.top + floats.y, y)
    return y + max(floats.y, 0.0)


def _heads(table: TableBlock) -> int:
    """How many rows at the top Word repeats on every page."""
    count = 0
    for row in table.rows:
        if not row.is_header:
            break
        count += 1
    return count if count < len(table.rows) else 0


def _parts(
    layout: Layout, table: TableBlock, row: TableRow, height: float, *, is_first: bool
) -> tuple[float, float] | None:
    """The height of a row on this page and of its rest on the next; None: all on the next."""
    if layout.y <= layout.sheet.section.top:
        fits = layout.y + height <= layout.bottom or not row.may_split
        room = layout.bottom - layout.y
        return (None if fits else split_row(table, row, room)) or (height, 0.0)
    if any(_starts_page(cell) for cell in row.cells):
        return None
    if any(_breaks_inside(cell) for cell in row.cells):
        room = min(layout.sheet.bottom - layout.y, height - _LAST_LINE)
        return split_row(table, row, room) or (height, 0.0)
    if layout.y + height <= layout.bottom + 0.5:
        return height, 0.0
    if not row.may_split or row.rule == "exact" or is_first:
        return None
    return split_row(table, row, layout.bottom - layout.y)


def _breaks_inside(cell: TableCell) -> bool:
    """Whether Word last turned the page after the first words of the cell."""
    return any(
        isinstance(block, Paragraph) and (block.breaks_inside or (at and block.starts_page))
        for at, block in enumerate(cell.blocks)
    )


def _starts_page(cell: TableCell) -> bool:
    first = cell.blocks[0] if cell.blocks else None
    return isinstance(first, Paragraph) and (first.starts_page or first.breaks_before)


def _lay_row(
    layout: Layout, piece: Piece, table: TableBlock, at: int, height: float, *, is_again: bool
) -> None:
    row, place = table.rows[at], len(piece.tops)
    piece.tops.append(layout.y)
    piece.bottoms.append(layout.y + height)
    piece.is_head.append(row.is_header or is_again)
    for cell in row.cells:
        above = _open_above(piece, place, cell) if cell.continues_above else None
        if above is not None:
            above.row_span = place - above.row + 1
        else:
            text = "" if cell.continues_above else _cell_text(cell)
            piece.cells.append(LaidCell(place, cell.column, cell.span, text))
        if not is_again and _carries(cell):
            _lay_cell(layout, piece, table, cell, height)
    layout.y += height


def _open_above(piece: Piece, place: int, cell: TableCell) -> LaidCell | None:
    for found in reversed(piece.cells):
        if found.column == cell.column and found.row + found.row_span == place:
            return found
    return None


def _carries(cell: TableCell) -> bool:
    """Whether something other than words is in the cell."""
    return any(not isinstance(block, Paragraph) or block.drawings for block in cell.blocks)


def _lay_cell(
    layout: Layout, piece: Piece, table: TableBlock, cell: TableCell, height: float
) -> None:
    """Hangs the drawings of a cell where its paragraphs come to lie; lays its own tables out."""
    margins = table.margins
    left = piece.edges[cell.column]
    right = piece.edges[min(cell.column + cell.span, len(piece.edges) - 1)]
    home = Home(piece, len(piece.tops) - 1, cell.column, cell.span, left, right)
    inner_left, inner_right = left + margins[0], right - margins[2]
    content_height = blocks_height(cell.blocks, inner_right - inner_left)
    spare = max(height - content_height - margins[1] - margins[3], 0.0)
    y = layout.y + margins[1] + {"center": spare / 2, "bottom": spare}.get(cell.align, 0.0)
    for block, (before, after) in zip(cell.blocks, gaps(cell.blocks), strict=True):
        if isinstance(block, Paragraph):
            y += before
            _hang(layout, block, y, (inner_left, inner_right), home)
            y += tall(block, inner_right - inner_left) + after
        else:
            y = _lay_nested(layout, block, home, inner_left, y)


def _lay_nested(layout: Layout, table: TableBlock, home: Home, left: float, y: float) -> float:
    """A table within a cell: its own table when it is large, else its drawings only."""
    edges = [left]
    for width in table.widths:
        edges.append(edges[-1] + width)
    piece = Piece(tuple(edges), _NESTED)
    if _stands_alone(table):
        layout.sheet.pieces.append(piece)
    outer, layout.y = layout.y, y
    for at, height in enumerate(row_heights(table)):
        _lay_row(layout, piece, table, at, height, is_again=False)
    inner, layout.y = layout.y, outer
    if not _stands_alone(table):
        layout.sheet.hangings = [
            replace(hanging, home=home)
            if hanging.home is not None and hanging.home.piece is piece
            else hanging
            for hanging in layout.sheet.hangings
        ]
    return inner


def _stands_alone(table: TableBlock) -> bool:
    is_wide = len(table.widths) >= _WIDE_NESTED
    return len(table.rows) >= _LONG_NESTED and (is_wide or holds_identity((table,)))


def _cell_text(cell: TableCell) -> str:
    """The words of a cell; those of a small table within it row by row."""
    lines = []
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            lines.append(_tidy_text(block.text))
        elif not _stands_alone(block):
            lines += [
                " ".join(filter(None, (_cell_text(inner) for inner in row.cells)))
                for row in block.rows
            ]
    return "\n".join(lines).strip("\n")

"""Laying a Word file out on pages, near enough to tell which row of a table a drawing is over.

Columns come out exact; heights are estimates from the type sizes, and are mended afterwards by
the drawings themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from runut.core.sop.canvas import Box, Words
from runut.files.read.docx_blocks import Block, Float, Section, TableBlock, TableCell, TableRow
from runut.files.read.docx_columns import tidy
from runut.files.read.docx_drawn import Drawing, drawing_of
from runut.files.read.docx_sheets import Hanging, Home, LaidCell, Piece, Sheet
from runut.files.read.docx_vml import Glue, drawings_in
from runut.files.read.docx_words import Paragraph
from runut.files.read.docx_wrap import line_height, paragraph_height
from runut.files.read.docx_xml import WP, Element

_WIDE_NESTED, _LONG_NESTED = 4, 3
"""A nested table of that many columns and rows is a table of its own, not words in a cell."""

_OVER = 1.3
"""How far past the bottom our estimate may run where Word itself noted its page breaks."""

_SPLIT_LINES = 2


@dataclass
class Layout:
    """The pages so far and the place where the next thing goes."""

    glue: Glue
    is_noted: bool
    shifts_left: bool
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


def lay_out(sections: tuple[Section, ...], glue: Glue, *, shifts_left: bool) -> tuple[Sheet, ...]:
    """The pages. ``shifts_left``: the words, not the border, of a table stand on the margin."""
    layout = Layout(glue, any(_notes(section.blocks) for section in sections), shifts_left)
    for section in sections:
        if layout.sheets and section.is_continuous:
            layout.sheet.section = replace(section, height=layout.sheet.section.height)
        else:
            layout.turn_page(section)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                _lay_paragraph(layout, block)
            else:
                _lay_table(layout, tidy(block))
    return tuple(layout.sheets)


def _notes(blocks: tuple[Block, ...]) -> bool:
    return any(
        block.starts_page
        if isinstance(block, Paragraph)
        else any(_notes(cell.blocks) for row in block.rows for cell in row.cells)
        for block in blocks
    )


def _lay_paragraph(layout: Layout, paragraph: Paragraph) -> None:
    section = layout.sheet.section
    left, right = section.left, section.width - section.right
    height = _tall(layout, paragraph, right - left)
    is_begun = layout.y > section.top
    is_set = paragraph.breaks_before or paragraph.starts_page
    if is_begun and (is_set or layout.y + height > layout.bottom):
        layout.turn_page()
    top = layout.y + paragraph.spacing.before
    _hang(layout, paragraph, top, (left, right))
    if paragraph.text.strip():
        box = Box(left + paragraph.spacing.left, top, right, top + height)
        layout.sheet.words.append(Words(_tidy_text(paragraph.text), box))
    layout.y = top + height + paragraph.spacing.after
    if paragraph.breaks_after:
        layout.turn_page()


def _tall(layout: Layout, paragraph: Paragraph, width: float) -> float:
    """The height of a paragraph with the drawings that stand in its line."""
    words = paragraph_height(paragraph, width)
    inline = [drawing.height for drawing in _drawings(layout, paragraph) if drawing.across is None]
    line = line_height(paragraph.letters, paragraph.spacing)
    return words + max(0.0, max(inline, default=0.0) - line * 0.8)


def _drawings(layout: Layout, paragraph: Paragraph) -> Iterator[Drawing]:
    for element in paragraph.drawings:
        yield from _drawings_of(element, layout.glue)


def _drawings_of(element: Element, glue: Glue) -> Iterator[Drawing]:
    if element.tag in (WP + "anchor", WP + "inline"):
        found = drawing_of(element)
        if found is not None:
            yield found
    else:
        yield from drawings_in(element, glue)


def _hang(
    layout: Layout,
    paragraph: Paragraph,
    top: float,
    sides: tuple[float, float],
    home: Home | None = None,
) -> None:
    left, right = sides
    spacing = paragraph.spacing
    for drawing in _drawings(layout, paragraph):
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
    heights = _row_heights(layout, table)
    if table.floats is not None:
        layout.y = _float_top(layout.sheet, table.floats, layout.y)
    heads = _heads(table)
    piece = _new_piece(layout, edges)
    for at, row in enumerate(table.rows):
        if _needs_page(layout, table, row, heights[at], is_first=not piece.tops):
            layout.turn_page()
            piece = _new_piece(layout, edges)
            if at >= heads:
                for head in range(heads):
                    _lay_row(layout, piece, table, head, heights[head], is_again=True)
        _lay_row(layout, piece, table, at, heights[at], is_again=False)


def _new_piece(layout: Layout, edges: list[float]) -> Piece:
    piece = Piece(tuple(edges))
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


def _needs_page(
    layout: Layout, table: TableBlock, row: TableRow, height: float, *, is_first: bool
) -> bool:
    if layout.y <= layout.sheet.section.top:
        return False
    if any(_starts_page(cell) for cell in row.cells):
        return True
    if layout.y + height <= layout.bottom + 0.5:
        return False
    fits_some = layout.y + _SPLIT_LINES * 14.0 + table.margins[1] <= layout.bottom
    is_longer = row.rule == "auto" or (row.rule == "atLeast" and height > row.height + 1.0)
    return not (row.may_split and is_longer and fits_some and height > 60.0) or (
        is_first and height < layout.bottom - layout.sheet.section.top
    )


def _starts_page(cell: TableCell) -> bool:
    first = cell.blocks[0] if cell.blocks else None
    return isinstance(first, Paragraph) and (first.starts_page or first.breaks_before)


def _row_heights(layout: Layout, table: TableBlock) -> list[float]:
    """Each row as high as its highest cell; a cell merged over rows stretches the last of them."""
    heights: list[float] = []
    open_cells: dict[int, list[float]] = {}
    for at, row in enumerate(table.rows):
        needed = 0.0
        for cell in row.cells:
            if cell.continues_above and cell.column in open_cells:
                continue
            wanted = _cell_height(layout, table, cell)
            if _continues(table, at, cell):
                open_cells[cell.column] = [wanted, float(at)]
            else:
                open_cells.pop(cell.column, None)
                needed = max(needed, wanted)
        height = _ruled(row, needed)
        for cell in row.cells:
            waiting = open_cells.get(cell.column)
            if waiting and cell.continues_above and not _continues(table, at, cell):
                above = sum(heights[int(waiting[1]) :])
                if row.rule != "exact":
                    height = max(height, waiting[0] - above)
                del open_cells[cell.column]
        heights.append(height)
    return heights


def _ruled(row: TableRow, needed: float) -> float:
    if row.rule == "exact":
        return row.height
    return max(needed, row.height, 1.0)


def _continues(table: TableBlock, at: int, cell: TableCell) -> bool:
    if at + 1 >= len(table.rows):
        return False
    return any(
        below.continues_above and below.column == cell.column for below in table.rows[at + 1].cells
    )


def _cell_height(layout: Layout, table: TableBlock, cell: TableCell) -> float:
    left, top, right, bottom = table.margins
    width = sum(table.widths[cell.column : cell.column + cell.span]) - left - right
    if cell.is_turned:
        return top + bottom + 12.0
    return top + bottom + 0.5 + _blocks_height(layout, cell.blocks, width)


def _blocks_height(layout: Layout, blocks: tuple[Block, ...], width: float) -> float:
    total = 0.0
    for block in blocks:
        if isinstance(block, Paragraph):
            total += _tall(layout, block, width) + block.spacing.before + block.spacing.after
        else:
            total += sum(_row_heights(layout, block))
    return total


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
        if not is_again:
            _lay_cell(layout, piece, table, cell, height)
    layout.y += height


def _open_above(piece: Piece, place: int, cell: TableCell) -> LaidCell | None:
    for found in reversed(piece.cells):
        if found.column == cell.column and found.row + found.row_span == place:
            return found
    return None


def _lay_cell(
    layout: Layout, piece: Piece, table: TableBlock, cell: TableCell, height: float
) -> None:
    """Hangs the drawings of a cell where its paragraphs come to lie; lays its own tables out."""
    margins = table.margins
    left = piece.edges[cell.column]
    right = piece.edges[min(cell.column + cell.span, len(piece.edges) - 1)]
    home = Home(piece, len(piece.tops) - 1, cell.column, cell.span, left, right)
    inner_left, inner_right = left + margins[0], right - margins[2]
    content_height = _blocks_height(layout, cell.blocks, inner_right - inner_left)
    spare = max(height - content_height - margins[1] - margins[3], 0.0)
    y = layout.y + margins[1] + {"center": spare / 2, "bottom": spare}.get(cell.align, 0.0)
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            y += block.spacing.before
            _hang(layout, block, y, (inner_left, inner_right), home)
            y += _tall(layout, block, inner_right - inner_left) + block.spacing.after
        else:
            y = _lay_nested(layout, block, home, inner_left, y)


def _lay_nested(layout: Layout, table: TableBlock, home: Home, left: float, y: float) -> float:
    """A table within a cell: its own table when it is large, else its drawings only."""
    table = tidy(table)
    edges = [left]
    for width in table.widths:
        edges.append(edges[-1] + width)
    piece = Piece(tuple(edges))
    if _stands_alone(table):
        layout.sheet.pieces.append(piece)
    outer, layout.y = layout.y, y
    for at, height in enumerate(_row_heights(layout, table)):
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
    return len(table.widths) >= _WIDE_NESTED and len(table.rows) >= _LONG_NESTED


def _cell_text(cell: TableCell) -> str:
    """The words of a cell; those of a small table within it row by row."""
    lines = []
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            lines.append(_tidy_text(block.text))
        elif not _stands_alone(tidy(block)):
            lines += [
                " ".join(filter(None, (_cell_text(inner) for inner in row.cells)))
                for row in block.rows
            ]
    return "\n".join(lines).strip("\n")

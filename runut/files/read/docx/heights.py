"""How high the rows of a table stand, line by line, where the file leaves it to Word."""

from functools import lru_cache

from runut.files.read.docx.blocks import Block, TableBlock, TableCell, TableRow
from runut.files.read.docx.words import Paragraph
from runut.files.read.docx.wrap import line_height, paragraph_lines

_BORDER, _TURNED, _ABOVE_BASE = 0.5, 12.0, 0.8


@lru_cache(maxsize=32)
def row_heights(table: TableBlock) -> tuple[float, ...]:
    """Each row as high as its highest cell; a cell merged over rows stretches the last of them."""
    heights: list[float] = []
    merged_on = _merged_on(table)
    open_cells: dict[int, list[float]] = {}
    for at, row in enumerate(table.rows):
        needed = 0.0
        for cell in row.cells:
            if cell.continues_above and cell.column in open_cells:
                continue
            wanted = _cell_height(table, cell)
            if cell.column in merged_on[at]:
                open_cells[cell.column] = [wanted, float(at)]
            else:
                open_cells.pop(cell.column, None)
                needed = max(needed, wanted)
        height = _ruled(row, needed)
        for cell in row.cells:
            waiting = open_cells.get(cell.column)
            if waiting and cell.continues_above and cell.column not in merged_on[at]:
                above = sum(heights[int(waiting[1]) :])
                if row.rule != "exact":
                    height = max(height, waiting[0] - above)
                del open_cells[cell.column]
        heights.append(height)
    return tuple(heights)


def _ruled(row: TableRow, needed: float) -> float:
    if row.rule == "exact":
        return row.height
    return max(needed, row.height, 1.0)


def _merged_on(table: TableBlock) -> list[set[int]]:
    """For each row, the columns of its cells that go on in the row below."""
    above = [{cell.column for cell in row.cells if cell.continues_above} for row in table.rows]
    return [*above[1:], set()]


def _cell_height(table: TableBlock, cell: TableCell) -> float:
    _, top, _, bottom = table.margins
    return top + bottom + _BORDER + sum(_lines(table, cell))


def _lines(table: TableBlock, cell: TableCell) -> list[float]:
    """The heights of what stands in a cell, line by line."""
    if cell.is_turned:
        return [_TURNED]
    left, _, right, _ = table.margins
    width = sum(table.widths[cell.column : cell.column + cell.span]) - left - right
    return _stacked(cell.blocks, width)


def _stacked(blocks: tuple[Block, ...], width: float) -> list[float]:
    """The lines of blocks one below the other, the gaps between them included."""
    lines: list[float] = []
    for block, (before, after) in zip(blocks, gaps(blocks), strict=True):
        if isinstance(block, Paragraph):
            found = tall_lines(block, width)
            found[0] += before
            found[-1] += after
            lines += found
        else:
            lines += row_heights(block)
    return lines


def gaps(blocks: tuple[Block, ...]) -> list[tuple[float, float]]:
    """The gap before and after each block; none between items of one list that join alike."""
    found = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            found.append((0.0, 0.0))
            continue
        above = blocks[at - 1] if at else None
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        found.append(
            (
                0.0 if _joined(block, above) else block.spacing.before,
                0.0 if _joined(block, below) else block.spacing.after,
            )
        )
    return found


def _joined(block: Paragraph, neighbour: Block | None) -> bool:
    return (
        block.spacing.joins_alike
        and isinstance(neighbour, Paragraph)
        and neighbour.style == block.style
    )


def blocks_height(blocks: tuple[Block, ...], width: float) -> float:
    """How high the content of a cell of that width stands."""
    return sum(_stacked(blocks, width))


def tall(paragraph: Paragraph, width: float) -> float:
    """The height of a paragraph without the gaps before and after it."""
    return sum(tall_lines(paragraph, width))


def tall_lines(paragraph: Paragraph, width: float) -> list[float]:
    """The lines of a paragraph; the first carries the drawings that stand in it."""
    lines = paragraph_lines(paragraph, width)
    inline = [drawing.height for drawing in paragraph.drawings if drawing.across is None]
    if inline:
        line = line_height(paragraph.letters, paragraph.spacing)
        lines[0] += max(0.0, max(inline) - _ABOVE_BASE * line)
    return lines


def split_row(table: TableBlock, row: TableRow, room: float) -> tuple[float, float] | None:
    """How a row breaks over two pages when ``room`` is left on the first; None: it does not."""
    _, top, _, bottom = table.margins
    first = rest = 0.0
    for cell in row.cells:
        if cell.continues_above:
            continue
        lines = _lines(table, cell)
        fitting = 0.0
        for line in lines:
            if fitting + line > room - top - bottom:
                break
            fitting += line
        if lines and not fitting:
            return None
        first, rest = max(first, fitting), max(rest, sum(lines) - fitting)
    if not rest:
        return None
    return first + top + bottom + _BORDER, rest + top + bottom + _BORDER

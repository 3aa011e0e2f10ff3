"""Reading the body of a Word file: its sections, its tables, and the paragraphs in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from runut.files.read.docx.blocks import (
    Block,
    Float,
    Section,
    TableBlock,
    TableCell,
    TableRow,
    TooMuch,
    holds_identity,
)
from runut.files.read.docx.columns import tidy
from runut.files.read.docx.heights import blocks_height
from runut.files.read.docx.numbering import lists_of
from runut.files.read.docx.styles import chain, styles_of
from runut.files.read.docx.vml import glue_of
from runut.files.read.docx.words import Writing, paragraph_of
from runut.files.read.docx.xml import TWIPS, Element, Parts, R, W, content, is_on, number, value

MOST_CELLS = 20_000


@dataclass
class _Reader:
    writing: Writing
    headers: Mapping[str, Element]
    cells: int = 0


def sections_of(parts: Parts) -> tuple[Section, ...]:
    """The sections of the file in order. Raises TooMuch and ValueError (no body)."""
    body = parts.document.find(W + "body")
    if body is None:
        raise ValueError
    glue = glue_of(parts.settings, parts.document)
    reader = _Reader(Writing(styles_of(parts), lists_of(parts), glue), parts.headers)
    found: list[Section] = []
    blocks: list[Block] = []
    for element in content(body):
        blocks.extend(_block(element, reader, None))
        end = element.find(f"{W}pPr/{W}sectPr") if element.tag == W + "p" else None
        if end is not None:
            found.append(_section(end, blocks, reader))
            blocks = []
    end = body.find(W + "sectPr")
    if blocks or not found:
        found.append(_section(end, blocks, reader))
    return tuple(found)


def _block(element: Element, reader: _Reader, table_style: str | None) -> Iterator[Block]:
    if element.tag == W + "p":
        yield paragraph_of(element, reader.writing, table_style)
    elif element.tag == W + "tbl":
        yield tidy(_table(element, reader))


def _section(properties: Element | None, blocks: list[Block], reader: _Reader) -> Section:
    if properties is None:
        return Section(tuple(blocks))
    size, margins = properties.find(W + "pgSz"), properties.find(W + "pgMar")

    def twips(element: Element | None, name: str, usual: float) -> float:
        found = number(value(element, "", W + name), TWIPS)
        return usual if found is None else found

    section = Section(
        tuple(blocks),
        max(twips(size, "w", 595.3), 72.0),
        max(twips(size, "h", 841.9), 72.0),
        twips(margins, "left", 72.0) + twips(margins, "gutter", 0.0),
        abs(twips(margins, "top", 72.0)),
        twips(margins, "right", 72.0),
        abs(twips(margins, "bottom", 72.0)),
        value(properties, W + "type") == "continuous",
    )
    head, from_top = _head(properties, reader), twips(margins, "header", 36.0)
    height = blocks_height(head, section.width - section.left - section.right) if head else 0.0
    if height < section.height / 2 and holds_identity(head):
        tables = tuple(block for block in head if isinstance(block, TableBlock))
        section = replace(section, head=tables, head_top=from_top)
    if twips(margins, "top", 72.0) < 0:
        return section
    return replace(section, top=min(max(section.top, from_top + height), section.height / 2))


def _head(properties: Element, reader: _Reader) -> tuple[Block, ...]:
    """The page header of a section; a high one pushes the text down."""
    for reference in properties.iterfind(W + "headerReference"):
        header = reader.headers.get(reference.get(R + "id") or "")
        if header is not None and reference.get(W + "type") == "default":
            return tuple(block for part in content(header) for block in _block(part, reader, None))
    return ()


def _table(element: Element, reader: _Reader) -> TableBlock:
    properties = element.find(W + "tblPr")
    style = value(properties, W + "tblStyle")
    rows = tuple(_rows(element, reader, style or reader.writing.styles.default_ids.get("table")))
    indent = number(value(properties, W + "tblInd", W + "w"), TWIPS)
    return TableBlock(
        _widths(element, rows),
        rows,
        indent or 0.0,
        value(properties, W + "jc") or "left",
        _margins(properties, style, reader),
        _floats(properties),
    )


def _rows(element: Element, reader: _Reader, style: str | None) -> Iterator[TableRow]:
    for row in content(element):
        properties = row.find(W + "trPr")
        if row.tag != W + "tr" or (properties is not None and _is_deleted(properties)):
            continue
        height = properties.find(W + "trHeight") if properties is not None else None
        length = number(value(height), TWIPS)
        yield TableRow(
            tuple(_cells(row, properties, reader, style)),
            length or 0.0,
            (value(height, "", W + "hRule") or "atLeast") if length else "auto",
            bool(is_on(properties, W + "tblHeader")),
            not is_on(properties, W + "cantSplit"),
        )


def _is_deleted(properties: Element) -> bool:
    return properties.find(W + "del") is not None


def _cells(
    row: Element, row_properties: Element | None, reader: _Reader, style: str | None
) -> Iterator[TableCell]:
    column = _count(value(row_properties, W + "gridBefore"), 0)
    for cell in content(row):
        if cell.tag != W + "tc":
            continue
        reader.cells += 1
        if reader.cells > MOST_CELLS:
            raise TooMuch
        properties = cell.find(W + "tcPr")
        span = _count(value(properties, W + "gridSpan"), 1)
        merge = properties.find(W + "vMerge") if properties is not None else None
        width = properties.find(W + "tcW") if properties is not None else None
        is_length = value(width, "", W + "type") in ("dxa", None)
        yield TableCell(
            column,
            span,
            tuple(block for part in content(cell) for block in _block(part, reader, style)),
            merge is not None and merge.get(W + "val") != "restart",
            number(value(width, "", W + "w"), TWIPS) if is_length else None,
            value(properties, W + "vAlign") or "top",
            value(properties, W + "textDirection") in ("btLr", "tbRl", "tbRlV", "tbLrV"),
        )
        column += span


_MOST_COLUMNS = 200


def _count(text: str | None, usual: int) -> int:
    found = number(text)
    return usual if found is None else min(max(int(found), usual), _MOST_COLUMNS)


def _widths(element: Element, rows: tuple[TableRow, ...]) -> tuple[float, ...]:
    """The columns' widths: the grid of the file, unless its cells unanimously say otherwise."""
    grid = [
        number(column.get(W + "w"), TWIPS) or 0.0
        for column in element.iterfind(f"{W}tblGrid/{W}gridCol")
    ]
    count = max((cell.column + cell.span for row in rows for cell in row.cells), default=0)
    grid = [*grid, *[0.0] * (count - len(grid))][: max(count, 1)]
    said: dict[int, list[float]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.span == 1 and cell.width:
                said.setdefault(cell.column, []).append(cell.width)
    widths = [_column_width(grid[at], said.get(at, [])) for at in range(len(grid))]
    unknown = [at for at, width in enumerate(widths) if width <= 0]
    known = [width for width in widths if width > 0]
    for at in unknown:
        widths[at] = sum(known) / len(known) if known else 60.0
    return tuple(widths)


def _column_width(grid: float, said: list[float]) -> float:
    if not said:
        return grid
    middle = sorted(said)[len(said) // 2]
    return grid if grid and abs(grid - middle) < 0.25 * grid else middle


def _margins(
    properties: Element | None, style: str | None, reader: _Reader
) -> tuple[float, float, float, float]:
    left, top, right, bottom = 5.4, 0.0, 5.4, 0.0
    sources = [
        found.find(f"{W}tblPr/{W}tblCellMar")
        for found in chain(reader.writing.styles, style, "table")
    ]
    own = properties.find(W + "tblCellMar") if properties is not None else None
    for source in [*sources, own]:
        if source is None:
            continue

        def side(names: tuple[str, ...], usual: float, holder: Element = source) -> float:
            for name in names:
                found = number(value(holder, W + name, W + "w"), TWIPS)
                if found is not None:
                    return found
            return usual

        left, right = side(("left", "start"), left), side(("right", "end"), right)
        top, bottom = side(("top",), top), side(("bottom",), bottom)
    return left, top, right, bottom


def _floats(properties: Element | None) -> Float | None:
    found = properties.find(W + "tblpPr") if properties is not None else None
    if found is None:
        return None
    return Float(
        number(found.get(W + "tblpX"), TWIPS) or 0.0,
        number(found.get(W + "tblpY"), TWIPS) or 0.0,
        found.get(W + "horzAnchor") or "text",
        found.get(W + "vertAnchor") or "text",
        found.get(W + "tblpXSpec"),
    )

"""Tables in a DOCX: repeated heads, rows that are never cut, cells that span."""

from collections.abc import Iterator, Sequence

from runut.core.report.blocks import Align, Table
from runut.files.write.docx.styles import HAIR, SHADE, twips
from runut.files.write.docx.words import line, paragraph
from runut.files.write.layout.breaks import Breaks
from runut.files.write.layout.fit import KEPT_ROWS, Fit, Row, Spot, is_column_number
from runut.files.write.layout.rhythm import cell_rooms

_JUSTIFY = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def table(block: Table, fitted: Fit, broken: Breaks, *, keep: bool = False) -> str:
    """The table without its caption, parted where ``broken`` allows it.

    The last row stays with the notes under the table; with ``keep`` with what follows.
    """
    widths = [round(w * 20) for w in fitted.widths]
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    draw = _Rows(block, fitted, widths)
    head = "".join(
        draw.row(row, covered, is_head=True, keep=True, tall=False)
        for row, covered in _with_covered(fitted.head)
    )
    kept = _kept_with_next(fitted, broken, follows=keep or bool(block.notes))
    body = "".join(
        draw.row(row, covered, is_head=False, keep=kept[n], tall=fitted.tall[n])
        for n, (row, covered) in enumerate(_with_covered(fitted.rows))
    )
    properties = _properties(widths, fitted, frame=block.frame)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"


def _kept_with_next(fitted: Fit, broken: Breaks, *, follows: bool) -> list[bool]:
    """Rows that stay with the next: of short tables, heads of groups, the first and the last rows,
    merged rows, and the very last with what ``follows``."""
    count = len(fitted.rows)
    kept = [
        broken.is_whole or level > 0 or n < broken.first - 1 or n >= count - broken.last
        for n, level in enumerate(broken.levels)
    ]
    for n, row in enumerate(fitted.rows):
        for spot in row:
            if 1 < spot.rows <= KEPT_ROWS:
                kept[n : n + spot.rows - 1] = [True] * (spot.rows - 1)
    return [*kept[:-1], follows] if kept else []


def _properties(widths: Sequence[int], fitted: Fit, *, frame: bool) -> str:
    """A table without a head is a form of label and value, which must not claim a head row."""
    first, look = ("1", "0020") if fitted.head else ("0", "0000")
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    kind = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"' if frame else 'w:val="nil"'
    borders = "".join(f"<w:{side} {kind}/>" for side in sides)
    top, bottom = (round(20 * room) for room in cell_rooms(fitted.size, framed=frame))
    sideways = 80 if frame else 40
    return (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{top}" w:type="dxa"/>'
        f'<w:left w:w="{sideways}" w:type="dxa"/><w:bottom w:w="{bottom}" w:type="dxa"/>'
        f'<w:right w:w="{sideways}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="{look}" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _with_covered(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Spot]]]:
    """Each row with the cells from above that still cover it: Word wants them written too."""
    running: list[tuple[int, Spot]] = []
    for n, row in enumerate(rows):
        yield row, [spot for end, spot in running if end > n]
        running += [(n + spot.rows, spot) for spot in row if spot.rows > 1]


class _Rows:
    """Draws the rows of one table."""

    def __init__(self, block: Table, fitted: Fit, widths: Sequence[int]) -> None:
        self.block = block
        self.size = fitted.size
        self.widths = widths

    def row(
        self, row: Row, covered: Sequence[Spot], *, is_head: bool, keep: bool, tall: bool
    ) -> str:
        cells = {spot.column: self.cell(spot, is_head=is_head, keep=keep) for spot in row}
        cells |= {spot.column: self.under(spot, is_head=is_head, keep=keep) for spot in covered}
        least = twips(self.block.row_mm) if self.block.row_mm and not is_head else 0
        height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
        rules = ("" if tall else "<w:cantSplit/>") + height + ("<w:tblHeader/>" if is_head else "")
        inner = "".join(cells[column] for column in sorted(cells))
        return f"<w:tr>{f'<w:trPr>{rules}</w:trPr>' if rules else ''}{inner}</w:tr>"

    def cell(self, spot: Spot, *, is_head: bool, keep: bool) -> str:
        bold = spot.cell.bold or (is_head and not is_column_number(spot.cell))
        align: Align = "center" if is_head else spot.cell.align
        dress = ("<w:keepNext/>" if keep else "") + f'<w:jc w:val="{_JUSTIFY[align]}"/>'
        lines = [line(one, size=self.size, bold=bold) for one in spot.cell.lines] or [""]
        words = "".join(paragraph(one, "IsiTabel", dress) for one in lines)
        merge = '<w:vMerge w:val="restart"/>' if spot.rows > 1 else ""
        return self.open(spot, merge, is_head) + words + "</w:tc>"

    def under(self, spot: Spot, *, is_head: bool, keep: bool) -> str:
        empty = paragraph("", "IsiTabel", "<w:keepNext/>" if keep else "")
        return self.open(spot, "<w:vMerge/>", is_head) + empty + "</w:tc>"

    def open(self, spot: Spot, merge: str, is_head: bool) -> str:
        width = sum(self.widths[spot.column : spot.column + spot.span])
        span = f'<w:gridSpan w:val="{spot.span}"/>' if spot.span > 1 else ""
        shade = (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
            if is_head and self.block.frame
            else ""
        )
        middle = '<w:vAlign w:val="center"/>' if is_head or self.block.row_mm else ""
        size = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{size}{span}{merge}{shade}{middle}</w:tcPr>"

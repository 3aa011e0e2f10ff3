"""The official form of an SOP for Word: real tables with repeated heads, real drawing shapes."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from typing import Final

from runut.core.sop.drawing.sheet.form import describe_flow
from runut.core.sop.drawing.sheet.model import (
    LINE_HEIGHT,
    PAD,
    Cell,
    Form,
    FormPage,
    Notes,
    Paragraph,
)
from runut.core.sop.model import SOP
from runut.files.write.docx.package import NAMESPACES, Parts, Properties, package, xml_part
from runut.files.write.docx.sop_shapes import SHAPE_NAMESPACES, draw_page
from runut.files.write.docx.styles import settings_part
from runut.files.write.docx.words import paragraph, run
from runut.files.write.form.sheet import PaperName, date_of, form_of
from runut.files.write.layout.letters import legal

_FONT: Final = "Arial"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ANCHOR: Final = 1.0
"""Height of the paragraph that holds the shapes of a page, right above its table."""
_END: Final = 2.0
"""Height of the paragraph that Word wants after a table."""
_SLACK: Final = 10.0
"""Left free at the foot of a page: Word may make a row as much taller as its border is thick."""
_HEAD_FILL: Final = "EEEEEE"
_WIDER: Final = 1.01


def docx_of_sop(sop: SOP, paper: PaperName = "a4", *, created: datetime | None = None) -> bytes:
    """The form. ``created`` is written into the file; by default the date of the SOP itself."""
    below = _ANCHOR + _END + _SLACK
    form = form_of(sop, paper, clean=legal, wider=_WIDER, bottom=34 + below)
    words = describe_flow(sop)
    parts = Parts()
    body = "".join(
        _page(page, words, parts, is_first=place == 0) for place, page in enumerate(form.pages)
    )
    parts.relate("styles", "styles.xml", _styles())
    parts.relate("settings", "settings.xml", settings_part(has_lists=False))
    document = (
        f"{_DECLARATION}<w:document {NAMESPACES} {SHAPE_NAMESPACES}><w:body>{body}"
        f"{_section(form, below)}</w:body></w:document>"
    ).encode()
    moment = (created or datetime.combine(date_of(sop), time(), UTC)).astimezone(UTC)
    office = legal(", ".join(sop.instansi))
    return package(parts, document, Properties(f"SOP {form.title}", "", office, "", moment))


def _page(page: FormPage, words: dict[str, str], parts: Parts, *, is_first: bool) -> str:
    above = [notes for notes in page.notes if notes.box.top < page.top]
    below = [notes for notes in page.notes if notes.box.top >= page.top]
    content: list[str] = []
    for notes in above:
        content += _notes(notes, is_new_page=not is_first and not content)
    if page.cells:
        shapes = draw_page(page, words, parts, page.top - _ANCHOR)
        content.append(_thin(_ANCHOR, shapes, is_new_page=not is_first and not content))
        content += [_table(page), _thin(_END)]
    for notes in below:
        content += _notes(notes, is_new_page=not is_first and not content)
    return "".join(content)


def _thin(height: float, content: str = "", *, is_new_page: bool = False) -> str:
    start = "<w:pageBreakBefore/>" if is_new_page else ""
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{_twips(height)}" w:lineRule="exact"/>'
    size = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
    return paragraph(content, "", start + spacing + size)


def _notes(notes: Notes, *, is_new_page: bool) -> list[str]:
    height = notes.box.bottom - notes.box.top
    rest = height - sum(len(p.lines) * notes.size * LINE_HEIGHT for p in notes.paragraphs)
    last = len(notes.paragraphs) - 1
    return [
        _words(
            one,
            notes.size,
            start="<w:pageBreakBefore/>" if is_new_page and place == 0 else "",
            after=rest if place == last else 0,
            is_centred=notes.is_centred,
        )
        for place, one in enumerate(notes.paragraphs)
    ]


def _words(
    one: Paragraph,
    size: float,
    *,
    start: str = "",
    before: float = 0,
    after: float = 0,
    is_centred: bool = False,
) -> str:
    spacing = (
        f'<w:spacing w:before="{_twips(one.gap + before)}" w:after="{_twips(after)}" '
        f'w:line="{_twips(size * LINE_HEIGHT)}" w:lineRule="exact"/>'
    )
    indent = _twips(one.indent)
    hanging = f'<w:ind w:left="{indent}" w:hanging="{indent}"/>' if one.mark else ""
    if one.indent and not one.mark:
        hanging = f'<w:ind w:left="{indent}"/>'
    justify = '<w:jc w:val="center"/>' if is_centred else ""
    text = f"{one.mark} {one.text}" if one.mark else one.text
    return paragraph(
        run(text, bold=one.is_bold, size=_half_points(size)),
        "",
        start + spacing + hanging + justify,
    )


def _half_points(size: float) -> float:
    """Word knows half points only; down, so that no line grows longer."""
    return int(size * 2) / 2


def _table(page: FormPage) -> str:
    widths = [_twips(width) for width in page.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(page, row, widths) for row in range(len(page.rows)))
    return f"<w:tbl>{_table_properties(sum(widths))}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _table_properties(width: int) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    ink = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
    borders = "".join(f"<w:{side} {ink}/>" for side in sides)
    pad = _twips(PAD)
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:top w:w="0" w:type="dxa"/><w:left w:w="{pad}" w:type="dxa"/>'
        f'<w:bottom w:w="0" w:type="dxa"/><w:right w:w="{pad}" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
    )


def _row(page: FormPage, row: int, widths: Sequence[int]) -> str:
    head = "<w:tblHeader/>" if row < page.heads else ""
    height = f'<w:trHeight w:val="{_twips(page.rows[row])}" w:hRule="atLeast"/>'
    cells = "".join(_cell(cell, row, widths) for cell in _cells_of(page, row))
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{head}</w:trPr>{cells}</w:tr>"


def _cells_of(page: FormPage, row: int) -> Iterable[Cell]:
    """The cells of a row from left to right, with those that come down from rows above."""
    here = [cell for cell in page.cells if cell.row <= row < cell.row + cell.row_span]
    return sorted(here, key=lambda cell: cell.column)


def _cell(cell: Cell, row: int, widths: Sequence[int]) -> str:
    width = sum(widths[cell.column : cell.column + cell.column_span])
    span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    merge = ""
    if cell.row_span > 1:
        merge = '<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>"
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_HEAD_FILL}"/>' if cell.is_head else ""
    turn = '<w:textDirection w:val="btLr"/>' if cell.is_turned else ""
    middle = '<w:vAlign w:val="center"/>' if cell.is_middle else ""
    properties = (
        f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}{turn}{middle}</w:tcPr>'
    )
    content = _cell_words(cell) if row == cell.row else ""
    return f"<w:tc>{properties}{content or _empty(cell)}</w:tc>"


def _cell_words(cell: Cell) -> str:
    top = 0.0 if cell.is_middle else PAD
    return "".join(
        _words(one, cell.size, before=top if place == 0 else 0, is_centred=cell.is_centred)
        for place, one in enumerate(cell.paragraphs)
        if one.text or one.gap
    )


def _empty(cell: Cell) -> str:
    return _words(Paragraph(("",)), cell.size)


def _section(form: Form, below: float) -> str:
    paper = form.paper
    margins = {
        "top": paper.top,
        "right": paper.right,
        "bottom": max(0, paper.bottom - below),
        "left": paper.left,
    }
    sides = " ".join(f'w:{side}="{_twips(value)}"' for side, value in margins.items())
    return (
        f'<w:sectPr><w:pgSz w:w="{_twips(paper.width)}" w:h="{_twips(paper.height)}" '
        f'w:orient="landscape"/><w:pgMar {sides} w:header="300" w:footer="300" w:gutter="0"/>'
        "</w:sectPr>"
    )


def _styles() -> bytes:
    fonts = f'w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}" w:eastAsia="{_FONT}"'
    return xml_part(
        "w:styles",
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>",
    )


def _twips(points: float) -> int:
    return round(points * 20)

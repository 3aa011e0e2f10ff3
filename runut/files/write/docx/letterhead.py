"""The letterhead in a DOCX: lines of different weight, the lambang beside them, the double line."""

from runut.core.report.blocks import Letterhead
from runut.files.write.docx.package import Parts
from runut.files.write.docx.styles import twips
from runut.files.write.docx.words import paragraph, picture, run
from runut.files.write.layout.emblem import emblem_png, emblem_size
from runut.files.write.layout.sheets import POINTS_PER_MM, Page

_GOVERNMENT, _UNIT, _SMALL = 12.0, 16.0, 9.0
"""Sizes in points: the unit that writes stands to what is above it as 4 to 3."""
_EMBLEM_MM, _BALANCE_MM = 27, 12
_RULE = '<w:bottom w:val="thickThinSmallGap" w:sz="18" w:space="4" w:color="000000"/>'
_END = f'<w:pBdr>{_RULE}</w:pBdr><w:spacing w:before="0" w:after="240"/>'


def letterhead(block: Letterhead, page: Page, parts: Parts) -> str:
    """The lines, with the lambang at their left where the office has one."""
    texts = _texts(block)
    if not block.lambang:
        last = len(texts) - 1
        return "".join(
            paragraph(one, "Kop", _END if n == last else "") for n, one in enumerate(texts)
        )
    png = emblem_png(block)
    drawn = picture(parts.picture(png), parts.next_drawing(), *emblem_size(png), "Lambang")
    middle = page.room / POINTS_PER_MM - _EMBLEM_MM - _BALANCE_MM
    cells = (
        _cell(paragraph(drawn, "Kop", '<w:jc w:val="left"/>'), _EMBLEM_MM),
        _cell("".join(paragraph(one, "Kop") for one in texts), middle),
        _cell(paragraph("", "Kop"), _BALANCE_MM),
    )
    grid = "".join(f'<w:gridCol w:w="{twips(w)}"/>' for w in (_EMBLEM_MM, middle, _BALANCE_MM))
    room = twips(page.room / POINTS_PER_MM)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{room}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr></w:tbl>"
    )
    return table + paragraph("", "Jarak", f"<w:keepNext/>{_END}")


def _texts(block: Letterhead) -> list[str]:
    last = len(block.lines) - 1
    lines = [
        run(text, size=_UNIT if n == last else _GOVERNMENT, bold=n == last)
        for n, text in enumerate(block.lines)
    ]
    return [*lines, *(run(text, size=_SMALL) for text in block.small_lines)]


def _cell(words: str, width: float) -> str:
    size = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    return f'<w:tc><w:tcPr>{size}<w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>'

"""The cover of a report in a DOCX, spread over the page as in the PDF."""

from math import ceil

from runut.core.report.blocks import Cover
from runut.files.typeface import width_of
from runut.files.write.docx.styles import ACCENT, twips
from runut.files.write.docx.words import paragraph, run
from runut.files.write.layout.letters import legal
from runut.files.write.layout.sheets import POINTS_PER_MM, Page

_LINE = 1.2
_SAFETY = 20.0


def cover(block: Cover, page: Page) -> str:
    """Office on top, title in the upper middle, place and year at the foot."""
    office = [(text, 13.0, n == len(block.office)) for n, text in enumerate(block.office, 1)]
    title = [(text, 30.0 if n == 0 else 20.0, n == 0) for n, text in enumerate(block.title)]
    used = sum(_height(*one, page.room) for one in (*office, *title)) + 50
    free = max(page.depth - used - _SAFETY - (60 if block.notice else 0), 0)
    drawn = [_line(text, size, bold, 0) for text, size, bold in office]
    for n, (text, size, bold) in enumerate(title):
        drawn.append(_line(text, size, bold, free / 3 if n == 0 else 6))
    drawn.append(_accent(page))
    before_place = free * 2 / 3
    if block.notice:
        dress = f'<w:spacing w:before="{round(before_place * 20)}" w:after="200"/>'
        drawn.append(paragraph(run(block.notice, bold=True), "KotakPeringatan", dress))
        before_place = 0
    drawn.append(_line(block.place_year, 13, False, before_place))
    return "".join(drawn)


def _height(text: str, size: float, bold: bool, room: float) -> float:
    return ceil(width_of(legal(text), size, bold) * 1.05 / room) * size * _LINE


def _line(text: str, size: float, bold: bool, before: float) -> str:
    spacing = f'<w:spacing w:before="{round(before * 20)}"/>'
    return paragraph(run(text, size=size, bold=bold), "Sampul", spacing)


def _accent(page: Page) -> str:
    """A short blue line: the border of an empty paragraph that ends early."""
    right = twips(page.room / POINTS_PER_MM - 40)
    border = f'<w:pBdr><w:top w:val="single" w:sz="16" w:space="1" w:color="{ACCENT}"/></w:pBdr>'
    ends = f'<w:spacing w:before="240"/><w:ind w:right="{right}"/>'
    return paragraph("", "Sampul", border + ends)

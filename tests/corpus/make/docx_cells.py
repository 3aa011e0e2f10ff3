"""Cells, paragraphs and lists of a Word file, and a file without the moment of its making."""

import io
import zipfile
from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import parse_xml
from docx.shared import Pt

from tests.corpus.make.docx_shapes import NS


def paragraph(document: Any, text: str, height: float) -> Any:
    found = document.add_paragraph(text)
    found.paragraph_format.line_spacing = Pt(height)
    return found


def write(cell: Any, text: str) -> None:
    """Lines as paragraphs, the way a typist makes them."""
    parts = text.split("\n")
    cell.paragraphs[0].text = parts[0]
    for part in parts[1:]:
        cell.add_paragraph(part)


def write_plain(cell: Any, values: tuple[str, ...]) -> None:
    for paragraph_, value in zip(cell.paragraphs, values, strict=True):
        paragraph_.text = value


def new_table(document: Any, rows: int, widths: list[float], *, lined: bool = True) -> Any:
    table = document.add_table(rows=rows, cols=len(widths))
    if lined:
        table.style = "Table Grid"
    table.autofit = False
    properties = table._tbl.tblPr
    properties.append(parse_xml(f'<w:tblInd {NS} w:w="0" w:type="dxa"/>'))
    properties.append(
        parse_xml(
            f'<w:tblCellMar {NS}><w:left w:w="80" w:type="dxa"/><w:right w:w="80" '
            'w:type="dxa"/></w:tblCellMar>'
        )
    )
    for i, width in enumerate(widths):
        table.columns[i].width = Pt(width)
        for cell in table.columns[i].cells:
            cell.width = Pt(width)
    return table


def set_height(row: Any, height: float, *, exact: bool) -> None:
    row.height = Pt(height)
    row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY if exact else WD_ROW_HEIGHT_RULE.AT_LEAST


def centre(cell: Any) -> None:
    for paragraph_ in cell.paragraphs:
        paragraph_.alignment = 1
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:vAlign {NS} w:val="center"/>'))


def clear(paragraph_: Any) -> None:
    for run_ in list(paragraph_.r_lst):
        paragraph_.remove(run_)


def split_name(name: str) -> str:
    """A head typed over lines, a long word broken by hand."""
    return "\n".join(name.split())


def mark(cell: Any, sign: str) -> None:
    if sign.startswith("sym:"):
        cell.paragraphs[0]._p.append(
            parse_xml(f'<w:r {NS}><w:sym w:font="Wingdings" w:char="{sign[4:]}"/></w:r>')
        )
        return
    cell.paragraphs[0].text = sign
    cell.paragraphs[0].alignment = 1


def numbered(paragraph_: Any, list_number: int) -> None:
    """Numbered by Word itself: the number is nowhere in the text."""
    paragraph_._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {NS}><w:ilvl w:val="0"/><w:numId w:val="{list_number}"/></w:numPr>')
    )


def add_numbering(document: Any) -> None:
    """Lists that count from one: number 2 for the rows, from 10 on one for each list."""
    element = document.part.numbering_part.element
    for old in list(element):
        element.remove(old)
    for number in (2, *range(10, 16)):
        element.append(
            parse_xml(
                f'<w:abstractNum {NS} w:abstractNumId="{number}"><w:multiLevelType '
                'w:val="hybridMultilevel"/>'
                '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
                '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
                '<w:pPr><w:ind w:left="200" w:hanging="200"/></w:pPr></w:lvl></w:abstractNum>'
            )
        )
    for number in (2, *range(10, 16)):
        element.append(
            parse_xml(f'<w:num {NS} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


def shade(table: Any) -> None:
    """Grey behind the head, as most offices have it."""
    for row in table.rows:
        for tc in row._tr.tc_lst:
            tc.get_or_add_tcPr().append(
                parse_xml(f'<w:shd {NS} w:val="clear" w:color="auto" w:fill="BFBFBF"/>')
            )


def frozen(document: Any) -> bytes:
    """The file with fixed times, so that the same corpus gives the same bytes."""
    document.core_properties.author = ""
    document.core_properties.comments = ""
    raw = io.BytesIO()
    document.save(raw)
    return refrozen(raw.getvalue())


def refrozen(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, source.read(name))
    return target.getvalue()

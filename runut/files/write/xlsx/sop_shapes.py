"""Symbols and arrows of the form as Excel's own shapes: connectors glued to their symbols."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from io import BytesIO
from typing import Final

from runut.core.sop.drawing.sheet.model import FormPage, Label
from runut.core.sop.reading.canvas import Box, Connector, Shape
from runut.files.geometry import box_of, emu_of
from runut.files.write.form.office import PRESETS, Bent, bent, glued_at, name_of_symbol, name_of_way
from runut.files.write.xlsx.sop_grid import Grid, Move, anchor, upright

_DRAWING: Final = "xl/drawings/drawing1.xml"
_NAMESPACES: Final = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:xdr14="http://schemas.microsoft.com/office/excel/2010/spreadsheetDrawing"'
)
_BLACK: Final = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_EASE: Final = 4.0


def draw_shapes(
    pages: Sequence[tuple[FormPage, Mapping[int, int]]],
    grid: Grid,
    left: float,
    words: Mapping[str, str],
) -> str:
    """The drawing of a sheet. ``pages`` come with the rows of the sheet their own rows are on.

    ``words`` say, by number of the step, what its symbol means.
    """
    anchors: list[str] = []
    for page, rows in pages:
        move = Move(page, rows, grid, left)
        anchors += _page(page, move, grid, words, len(anchors))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<xdr:wsDr {_NAMESPACES}>{''.join(anchors)}</xdr:wsDr>"
    )


def _page(
    page: FormPage, move: Move, grid: Grid, words: Mapping[str, str], before: int
) -> list[str]:
    shapes = [replace(shape, box=move.box(shape.box)) for shape in page.shapes]
    boxes = {shape.key: shape.box for shape in shapes}
    numbers = {shape.key: before + 2 + n for n, shape in enumerate(shapes)}
    anchors = [
        anchor(shape.box, _symbol(shape, numbers[shape.key], words, page.label_size), grid)
        for shape in shapes
    ]
    next_number = before + 2 + len(shapes)
    for n, one in enumerate(page.connectors):
        moved = replace(one, points=tuple(move.point(x, y) for x, y in one.points))
        line = bent(moved.points)
        body = _way(moved, line, next_number + n, numbers, boxes)
        glued = anchor(upright(line), body, grid)
        anchors.append(_either(glued, moved, line, next_number + n, grid))
    next_number += len(page.connectors)
    for n, label in enumerate(page.labels):
        box = move.box(label.box)
        wide = Box(box.left - _EASE, box.top - 1, box.right + _EASE, box.bottom + 1)
        anchors.append(anchor(wide, _label(label, wide, next_number + n, page.label_size), grid))
    return anchors


def _either(glued: str, connector: Connector, line: Bent, number: int, grid: Grid) -> str:
    """The glued connector for Excel, and the same line drawn freely for programs that would
    lead a bent connector their own way, through symbols (LibreOffice does)."""
    if not line.adjustments and line.preset != "bentConnector2":
        return glued
    box = box_of(connector.points)
    free = anchor(box, _free(connector, box, number), grid)
    return (
        f'<mc:AlternateContent><mc:Choice Requires="xdr14">{glued}</mc:Choice>'
        f"<mc:Fallback>{free}</mc:Fallback></mc:AlternateContent>"
    )


def _free(connector: Connector, box: Box, number: int) -> str:
    """A way as a line through its corners."""
    corners = [
        f'<a:pt x="{emu_of(x - box.left)}" y="{emu_of(y - box.top)}"/>' for x, y in connector.points
    ]
    path = f"<a:moveTo>{corners[0]}</a:moveTo>" + "".join(
        f"<a:lnTo>{corner}</a:lnTo>" for corner in corners[1:]
    )
    size = f'w="{emu_of(box.right - box.left)}" h="{emu_of(box.bottom - box.top)}"'
    head = '<a:tailEnd type="triangle"/>' if connector.has_head_at_end else ""
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" '
        f'name="{escape(name_of_way(connector))}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
        f"{_transform(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path {size} fill="none">{path}</a:path>'
        f'</a:pathLst></a:custGeom><a:noFill/><a:ln w="10160">{_BLACK}<a:miter lim="800000"/>'
        f"{head}</a:ln></xdr:spPr></xdr:sp>"
    )


def _symbol(shape: Shape, number: int, words: Mapping[str, str], size: float) -> str:
    step = shape.key.rpartition(":")[0]
    said = f' descr="{escape(words[step])}"' if step in words else ""
    letter = _text(shape.text, size, bold=True) if shape.text else ""
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" '
        f'name="{escape(name_of_symbol(shape))}"{said}/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
        f'{_transform(shape.box)}<a:prstGeom prst="{PRESETS[shape.kind]}"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
        f'<a:ln w="12700">{_BLACK}<a:miter lim="800000"/></a:ln></xdr:spPr>{letter}</xdr:sp>'
    )


def _text(text: str, size: float, *, bold: bool = False) -> str:
    weight = ' b="1"' if bold else ""
    return (
        '<xdr:txBody><a:bodyPr vertOverflow="overflow" horzOverflow="overflow" wrap="none" '
        'lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p>'
        f'<a:pPr algn="ctr"/><a:r><a:rPr lang="id-ID" sz="{round(size * 100)}"{weight}>{_BLACK}'
        f'<a:latin typeface="Arial"/></a:rPr><a:t>{escape(text, quote=False)}</a:t></a:r></a:p>'
        "</xdr:txBody>"
    )


def _way(
    connector: Connector,
    line: Bent,
    number: int,
    numbers: Mapping[str, int],
    boxes: Mapping[str, Box],
) -> str:
    start, end = connector.start or "", connector.end or ""
    guides = "".join(
        f'<a:gd name="adj{count}" fmla="val {value}"/>'
        for count, value in enumerate(line.adjustments, start=1)
    )
    head = '<a:tailEnd type="triangle"/>' if connector.has_head_at_end else ""
    return (
        f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" '
        f'name="{escape(name_of_way(connector))}"/>'
        f'<xdr:cNvCxnSpPr><a:stCxn id="{numbers[start]}" '
        f'idx="{glued_at(connector.points[0], boxes[start])}"/><a:endCxn id="{numbers[end]}" '
        f'idx="{glued_at(connector.points[-1], boxes[end])}"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
        f"<xdr:spPr>{_transform(line.box, line.transform)}"
        f'<a:prstGeom prst="{line.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
        f'<a:ln w="10160">{_BLACK}<a:miter lim="800000"/>{head}</a:ln></xdr:spPr></xdr:cxnSp>'
    )


def _label(label: Label, box: Box, number: int, size: float) -> str:
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" '
        f'name="{escape(f"Label {label.text}")}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>'
        f'<xdr:spPr>{_transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f"<a:ln><a:noFill/></a:ln></xdr:spPr>{_text(label.text, size)}</xdr:sp>"
    )


def _transform(box: Box, more: str = "") -> str:
    return (
        f'<a:xfrm{more}><a:off x="{emu_of(box.left)}" y="{emu_of(box.top)}"/>'
        f'<a:ext cx="{emu_of(box.right - box.left)}" cy="{emu_of(box.bottom - box.top)}"/></a:xfrm>'
    )


def with_drawing(book: bytes, drawing: str) -> bytes:
    """The workbook with this drawing in the place of the one that only held it open."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = drawing.encode() if entry.filename == _DRAWING else old.read(entry)
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()

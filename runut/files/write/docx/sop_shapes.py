"""Symbols, arrows and labels of the form as Word's own drawing shapes, which people can edit.

Every shape hangs on the paragraph above its page's table: its place is an offset from there.
"""

from dataclasses import dataclass
from html import escape
from typing import Final

from runut.core.sop.drawing.sheet.model import FormPage, Label
from runut.core.sop.reading.canvas import Box, Connector, Shape
from runut.files.geometry import emu_of
from runut.files.write.docx.package import Parts
from runut.files.write.docx.words import paragraph, run
from runut.files.write.form.office import PRESETS, bent, glued_at, name_of_symbol, name_of_way

_WPS: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
SHAPE_NAMESPACES: Final = (
    f'xmlns:wps="{_WPS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_LINE: Final = (
    '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:miter lim="800000"/>'
    "</a:ln>"
)
_EASE: Final = 4.0
"""More room at both sides of a label than its word takes."""
_NO_INSETS: Final = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def draw_page(page: FormPage, words: dict[str, str], parts: Parts, anchor_top: float) -> str:
    """All shapes of a page as runs for one paragraph whose top lies at ``anchor_top``.

    ``words`` say, by number of the step, what its symbol means.
    """
    left = min((cell.box.left for cell in page.cells), default=0.0)
    numbers = {shape.key: parts.next_drawing() for shape in page.shapes}
    drawn = [
        _Drawing(
            one.box,
            numbers[one.key],
            name_of_symbol(one),
            words.get(_step(one), ""),
            _symbol(one, page.label_size),
        )
        for one in page.shapes
    ]
    drawn += [
        _way(one, numbers, {shape.key: shape.box for shape in page.shapes}, parts.next_drawing())
        for one in page.connectors
    ]
    drawn += [_label(one, page.label_size, parts.next_drawing()) for one in page.labels]
    return "".join(one.at(left, anchor_top) for one in drawn)


@dataclass(frozen=True)
class _Drawing:
    """A shape with its place on the page, not yet moved to its anchor."""

    box: Box
    number: int
    name: str
    words: str
    shape: str

    def at(self, left: float, top: float) -> str:
        width, height = self.box.right - self.box.left, self.box.bottom - self.box.top
        words = f' descr="{escape(self.words)}"' if self.words else ""
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" '
            f'distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{1000 + self.number}" '
            'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="column"><wp:posOffset>{emu_of(self.box.left - left)}'
            f'</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>'
            f"{emu_of(self.box.top - top)}</wp:posOffset></wp:positionV>"
            f'<wp:extent cx="{emu_of(width)}" cy="{emu_of(height)}"/>'
            '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{self.number}" name="{escape(self.name)}"{words}/>'
            f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_WPS}">{self.shape}'
            "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            "</mc:AlternateContent></w:r>"
        )


def _step(shape: Shape) -> str:
    return shape.key.rpartition(":")[0]


def _symbol(shape: Shape, size: float) -> str:
    box = shape.box
    words = ""
    if shape.text:
        words = (
            "<wps:txbx><w:txbxContent>"
            + paragraph(
                run(shape.text, bold=True, size=round(size * 2) / 2),
                "",
                '<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>',
            )
            + "</w:txbxContent></wps:txbx>"
        )
    return (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr>{_transform(box)}"
        f'<a:prstGeom prst="{PRESETS[shape.kind]}"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:srgbClr val="FFFFFF"/></a:solidFill>{_LINE}</wps:spPr>{words}'
        f'<wps:bodyPr rot="0" vert="horz" wrap="square" {_NO_INSETS} anchor="ctr" anchorCtr="0">'
        "<a:noAutofit/></wps:bodyPr></wps:wsp>"
    )


def _transform(box: Box, more: str = "") -> str:
    width, height = box.right - box.left, box.bottom - box.top
    return (
        f'<a:xfrm{more}><a:off x="0" y="0"/><a:ext cx="{emu_of(width)}" cy="{emu_of(height)}"/>'
        "</a:xfrm>"
    )


def _way(
    connector: Connector, numbers: dict[str, int], boxes: dict[str, Box], number: int
) -> _Drawing:
    line = bent(connector.points)
    start, end = connector.start or "", connector.end or ""
    glue = (
        f'<a:stCxn id="{numbers[start]}" idx="{glued_at(connector.points[0], boxes[start])}"/>'
        f'<a:endCxn id="{numbers[end]}" idx="{glued_at(connector.points[-1], boxes[end])}"/>'
    )
    guides = "".join(
        f'<a:gd name="adj{count}" fmla="val {value}"/>'
        for count, value in enumerate(line.adjustments, start=1)
    )
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if connector.has_head_at_end else ""
    place = _transform(line.box, line.transform)
    shape = (
        f"<wps:wsp><wps:cNvCnPr>{glue}</wps:cNvCnPr><wps:spPr>{place}"
        f'<a:prstGeom prst="{line.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
        '<a:ln w="10160"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f'<a:miter lim="800000"/>{head}</a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )
    return _Drawing(line.box, number, name_of_way(connector), "", shape)


def _label(label: Label, size: float, number: int) -> _Drawing:
    box = Box(
        label.box.left - _EASE, label.box.top - 1, label.box.right + _EASE, label.box.bottom + 1
    )
    words = paragraph(
        run(label.text, size=round(size * 2) / 2),
        "",
        '<w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>',
    )
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>{_transform(box)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr rot="0" vert="horz" wrap="none" {_NO_INSETS} anchor="ctr" anchorCtr="0">'
        "<a:noAutofit/></wps:bodyPr></wps:wsp>"
    )
    return _Drawing(box, number, f"Label {label.text}", "", shape)

"""Raw drawing XML for Word: DrawingML with its VML twin, groups and canvases."""

from itertools import count

from tests.corpus.make.docx_anchor import Anchor, text_xml
from tests.corpus.make.docx_vml import vml, vml_style
from tests.corpus.make.frames import Frame, emu, scaled

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WPC = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WPC_NS = f'xmlns:wpc="{WPC}"'
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


class Ids:
    """Numbers of shapes, in the order they are written."""

    def __init__(self, picture: str = "") -> None:
        self.next = count(2)
        self.picture = picture  # the relation to the picture that stands for symbols


def wsp(frame: Frame, number: int, *, in_group: bool, off: tuple[float, float]) -> str:
    """One ``wps:wsp``."""
    flips = (' flipH="1"' if frame.flip_h else "") + (' flipV="1"' if frame.flip_v else "")
    turn = f' rot="{frame.rot}"' if frame.rot else ""
    adj = f'<a:gd name="adj1" fmla="val {frame.adj}"/>' if frame.adj is not None else ""
    names = f'<wps:cNvPr id="{number}" name="Bentuk {number}"/>' if in_group else ""
    about = "<wps:cNvCnPr/>" if frame.is_line else "<wps:cNvSpPr/>"
    if frame.is_label:
        paint = "<a:noFill/><a:ln><a:noFill/></a:ln>"
    elif frame.is_line:
        heads = {
            "tailEnd": '<a:tailEnd type="triangle"/>',
            "headEnd": '<a:headEnd type="triangle"/>',
        }
        paint = (
            '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
            f"{heads.get(frame.head, '')}</a:ln>"
        )
    elif frame.fill:
        paint = (
            f'<a:solidFill><a:srgbClr val="{frame.fill}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        )
    else:
        paint = (
            '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
            '<a:ln w="12700"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        )
    words = f"<wps:txbx>{text_xml(frame)}</wps:txbx>" if frame.text else ""
    body = (
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        if words
        else "<wps:bodyPr/>"
    )
    return (
        f"<wps:wsp>{names}{about}<wps:spPr><a:xfrm{turn}{flips}>"
        f'<a:off x="{emu(off[0])}" y="{emu(off[1])}"/>'
        f'<a:ext cx="{emu(frame.width)}" cy="{emu(frame.height)}"/></a:xfrm>'
        f"{geometry_xml(frame, adj)}{paint}</wps:spPr>"
        f"{words}{body}</wps:wsp>"
    )


def pic(frame: Frame, ids: Ids) -> str:
    """A picture in place of a symbol."""
    size = f'<a:off x="0" y="0"/><a:ext cx="{emu(frame.width)}" cy="{emu(frame.height)}"/>'
    return (
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr id="0" name="Gambar"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{REL}" '
        f'r:embed="{ids.picture}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm>{size}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic>"
    )


def geometry_xml(frame: Frame, adj: str) -> str:
    if not frame.path:
        return f'<a:prstGeom prst="{frame.prst}"><a:avLst>{adj}</a:avLst></a:prstGeom>'
    points = [f'<a:pt x="{emu(x)}" y="{emu(y)}"/>' for x, y in frame.path]
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(frame.width)}" h="{emu(frame.height)}" fill="none">'
        f"<a:moveTo>{points[0]}</a:moveTo>{lines}</a:path></a:pathLst></a:custGeom>"
    )


def anchored(frame: Frame, anchor: Anchor, ids: Ids, graphic: str, uri: str) -> str:
    number = next(ids.next)
    return (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="{251658240 + number * 1024}" behindDoc="0" locked="0" '
        f'layoutInCell="{int(anchor.in_cell)}" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{anchor.horizontal}"><wp:posOffset>'
        f"{emu(frame.left - anchor.x)}"
        f'</wp:posOffset></wp:positionH><wp:positionV relativeFrom="{anchor.vertical}">'
        f"<wp:posOffset>{emu(frame.top - anchor.y)}</wp:posOffset></wp:positionV>"
        f'<wp:extent cx="{emu(frame.width)}" cy="{emu(frame.height)}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Bentuk {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{uri}">{graphic}</a:graphicData></a:graphic>'
        f"</wp:anchor></w:drawing>"
    )


def inline(frame: Frame, ids: Ids) -> str:
    """A shape that stands in the line of text of its cell."""
    number = next(ids.next)
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(frame.width)}" cy="{emu(frame.height)}"/>'
        f'<wp:docPr id="{number}" name="Bentuk {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{WPS}">{wsp(frame, number, in_group=False, off=(0, 0))}'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def run(content: str) -> str:
    return f"<w:r {NS}><w:rPr><w:noProof/></w:rPr>{content}</w:r>"


def run_of(frame: Frame, anchor: Anchor | None, ids: Ids, how: str) -> str:
    """One frame as one run. ``how``: mc (both twins) | vml | dml; no anchor means inline."""
    number = next(ids.next)
    if ids.picture and frame.kind == "gambar" and anchor is not None:
        return run(anchored(frame, anchor, ids, pic(frame, ids), PIC))
    old = f"<w:pict>{vml(frame, anchor, number)}</w:pict>"
    if how == "vml":
        return run(old)
    new = (
        inline(frame, ids)
        if anchor is None
        else anchored(frame, anchor, ids, wsp(frame, number, in_group=False, off=(0, 0)), WPS)
    )
    if how == "dml":
        return run(new)
    return run(
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )


def run_of_group(frames: list[Frame], anchor: Anchor, ids: Ids, how: str) -> str:
    """Several frames in one group, whose inner coordinates are scaled and shifted."""
    left, top = min(f.left for f in frames), min(f.top for f in frames)
    width = max(f.left + f.width for f in frames) - left
    height = max(f.top + f.height for f in frames) - top
    whole = Frame(left, top, width, height, "")
    number = next(ids.next)
    children = "".join(vml(f, None, next(ids.next), inside=True) for f in frames)
    style = vml_style(whole, anchor, number, False)
    outside = "" if anchor.in_cell else ' o:allowincell="f"'
    old = (
        f'<w:pict><v:group id="_x0000_s{1024 + number}" style="{style}"{outside} '
        f'coordorigin="{round(left * 20)},{round(top * 20)}" '
        f'coordsize="{round(width * 20)},{round(height * 20)}">{children}</v:group></w:pict>'
    )
    if how == "vml":
        return run(old)
    inner = "".join(
        wsp(scaled(f), next(ids.next), in_group=True, off=(scaled(f).left, scaled(f).top))
        for f in frames
    )
    group = (
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{emu(width)}" cy="{emu(height)}"/>'
        f'<a:chOff x="{emu(left * 2)}" y="{emu(top * 2)}"/>'
        f'<a:chExt cx="{emu(width * 2)}" cy="{emu(height * 2)}"/></a:xfrm></wpg:grpSpPr>'
        f"{inner}</wpg:wgp>"
    )
    new = anchored(whole, anchor, ids, group, WPG)
    return run(
        f'<mc:AlternateContent><mc:Choice Requires="wpg">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )


def run_of_canvas(frames: list[Frame], anchor: Anchor, ids: Ids) -> str:
    """All frames of a page on one drawing canvas."""
    left, top = min(f.left for f in frames) - 4, min(f.top for f in frames) - 4
    width = max(f.left + f.width for f in frames) - left + 4
    height = max(f.top + f.height for f in frames) - top + 4
    whole = Frame(left, top, width, height, "")
    number = next(ids.next)
    children = "".join(vml(f, None, next(ids.next), inside=True) for f in frames)
    style = vml_style(whole, anchor, number, False)
    old = (
        f'<w:pict><v:group id="_x0000_s{1024 + number}" editas="canvas" style="{style}" '
        f'coordorigin="{round(left * 20)},{round(top * 20)}" '
        f'coordsize="{round(width * 20)},{round(height * 20)}">{children}</v:group></w:pict>'
    )
    inner = "".join(
        wsp(f, next(ids.next), in_group=True, off=(f.left - left, f.top - top)) for f in frames
    )
    canvas = f"<wpc:wpc {WPC_NS}><wpc:bg/><wpc:whole/>{inner}</wpc:wpc>"
    new = anchored(whole, anchor, ids, canvas, WPC)
    return run(
        f'<mc:AlternateContent><mc:Choice {WPC_NS} Requires="wpc">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )

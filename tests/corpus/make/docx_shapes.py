"""Raw drawing XML for Word: DrawingML with its VML twin, VML alone, and groups of both."""

from dataclasses import dataclass
from itertools import count

from tests.corpus.make.geometry import Con, Shp

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
WPC_NS = f'xmlns:wpc="{WPC}"'
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
EMU = 12700
GEOMETRY = {
    "flowchart": {
        "mulai": "flowChartTerminator",
        "selesai": "flowChartTerminator",
        "proses": "flowChartProcess",
        "keputusan": "flowChartDecision",
        "halaman": "flowChartOffpageConnector",
    },
    "dasar": {
        "mulai": "roundRect",
        "selesai": "roundRect",
        "proses": "rect",
        "keputusan": "diamond",
        "halaman": "flowChartOffpageConnector",
    },
    "elips": {
        "mulai": "ellipse",
        "selesai": "ellipse",
        "proses": "flowChartPredefinedProcess",
        "keputusan": "flowChartDecision",
        "halaman": "flowChartOffpageConnector",
    },
    "campur": {
        "mulai": "flowChartTerminator",
        "selesai": "roundRect",
        "proses": "rect",
        "keputusan": "flowChartDecision",
        "halaman": "flowChartOffpageConnector",
    },
}
VML_TYPES = {
    "mulai": 116,
    "selesai": 116,
    "proses": 109,
    "keputusan": 110,
    "halaman": 177,
}
VML_PATHS = {
    116: "m3475,qx,10800,3475,21600l18125,21600qx21600,10800,18125,xe",
    109: "m,l,21600r21600,l21600,xe",
    110: "m10800,l,10800,10800,21600,21600,10800xe",
    4: "m10800,l,10800,10800,21600,21600,10800xe",
    177: "m,l21600,r,17255l10800,21600,,17255xe",
    202: "m,l,21600r21600,l21600,xe",
    32: "m,l21600,21600e",
    34: "m,l@0,0@0,21600,21600,21600e",
    33: "m,l21600,r,21600e",
}


@dataclass(frozen=True)
class Frame:
    """One drawn thing as Word keeps it: unrotated box, geometry, turn, mirror, arrowheads."""

    left: float
    top: float
    width: float
    height: float
    prst: str
    is_line: bool = False
    rot: int = 0
    flip_h: bool = False
    flip_v: bool = False
    adj: int | None = None
    head: str = ""  # headEnd | tailEnd | both | (none)
    text: str = ""
    is_label: bool = False
    kind: str = ""
    path: tuple[tuple[float, float], ...] = ()  # a line drawn by hand, from its own corner


def freeform(con: Con) -> Frame:
    """An arrow as one line drawn with the pen, corner by corner."""
    xs, ys = [x for x, _ in con.points], [y for _, y in con.points]
    left, top = min(xs), min(ys)
    path = tuple((x - left, y - top) for x, y in con.points)
    size = (max(max(xs) - left, 0.1), max(max(ys) - top, 0.1))
    return Frame(left, top, *size, "", is_line=True, head="tailEnd", path=path)


def frame_of_shape(shape: Shp, names: str) -> Frame:
    return Frame(
        shape.left,
        shape.top,
        shape.right - shape.left,
        shape.bottom - shape.top,
        GEOMETRY[names][shape.kind],
        text=shape.text,
        kind=shape.kind,
    )


def frames_of_connector(con: Con, *, pieces: bool = False, headless: bool = False) -> list[Frame]:
    """The line of an arrow, as one bent connector or as straight pieces in a row."""
    end = "" if headless else "tailEnd"
    p = con.points
    if len(p) == 2 or pieces:
        segments = list(zip(p, p[1:], strict=False))
        return [
            straight(a, b, end if i == len(segments) - 1 else "")
            for i, (a, b) in enumerate(segments)
        ]
    if len(p) == 3:
        if p[0][1] == p[1][1]:
            return [bent2(p[0], p[2], end)]
        return [bent2(p[2], p[0], "headEnd" if end else "")]
    if p[0][1] == p[1][1]:
        return [bent_hvh(p, end)]
    return [bent_vhv(p, end)]


def straight(a: tuple[float, float], b: tuple[float, float], head: str) -> Frame:
    return Frame(
        min(a[0], b[0]),
        min(a[1], b[1]),
        abs(b[0] - a[0]),
        abs(b[1] - a[1]),
        "straightConnector1",
        is_line=True,
        flip_h=b[0] < a[0],
        flip_v=b[1] < a[1],
        head=head,
    )


def bent2(a: tuple[float, float], b: tuple[float, float], head: str) -> Frame:
    """Across, then up or down."""
    base = straight(a, b, head)
    return Frame(
        base.left, base.top, base.width, base.height, "bentConnector2",
        is_line=True, flip_h=base.flip_h, flip_v=base.flip_v, head=head,
    )  # fmt: skip


def bent_hvh(p: tuple[tuple[float, float], ...], head: str) -> Frame:
    """Across to the lane, along it, across to the target."""
    a, b, lane = p[0], p[3], p[1][0]
    width = max(abs(b[0] - a[0]), 1.0)
    flip = b[0] < a[0]
    adj = round((a[0] - lane if flip else lane - a[0]) / width * 100000)
    return Frame(
        min(a[0], b[0]), min(a[1], b[1]), width, abs(b[1] - a[1]), "bentConnector3",
        is_line=True, flip_h=flip, flip_v=b[1] < a[1], adj=adj, head=head,
    )  # fmt: skip


def bent_vhv(p: tuple[tuple[float, float], ...], head: str) -> Frame:
    """Down, across, down: the same connector turned by a quarter."""
    a, b, middle = p[0], p[3], p[1][1]
    length, breadth = abs(b[1] - a[1]), abs(b[0] - a[0])
    cx, cy = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    adj = round((middle - a[1]) / length * 100000)
    return Frame(
        cx - length / 2, cy - breadth / 2, length, breadth, "bentConnector3",
        is_line=True, rot=5400000, flip_v=b[0] > a[0], adj=adj, head=head,
    )  # fmt: skip


def frame_of_label(con: Con) -> Frame:
    left, top, right, bottom = con.label_at or (0, 0, 0, 0)
    return Frame(left, top, right - left, bottom - top, "rect", text=con.label, is_label=True)


def emu(points: float) -> int:
    return round(points * EMU)


class Ids:
    """Numbers of shapes, in the order they are written."""

    def __init__(self) -> None:
        self.next = count(2)


def text_xml(frame: Frame) -> str:
    if not frame.text:
        return ""
    size = 13 if frame.is_label else 14
    return (
        '<w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>{frame.text}</w:t></w:r></w:p></w:txbxContent>'
    )


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
        paint = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{heads.get(frame.head, "")}</a:ln>'
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


@dataclass(frozen=True)
class Anchor:
    """What offsets are measured from: words of Word, and the place of that origin on the page."""

    horizontal: str
    vertical: str
    x: float
    y: float
    in_cell: bool = True


def anchored(frame: Frame, anchor: Anchor, ids: Ids, graphic: str, uri: str) -> str:
    number = next(ids.next)
    return (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        f'relativeHeight="{251658240 + number * 1024}" behindDoc="0" locked="0" '
        f'layoutInCell="{int(anchor.in_cell)}" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{anchor.horizontal}"><wp:posOffset>{emu(frame.left - anchor.x)}'
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


VML_RELATIVE = {"column": "text", "paragraph": "text", "page": "page", "margin": "margin"}


def vml(frame: Frame, anchor: Anchor | None, number: int, *, inside: bool = False) -> str:
    """One VML shape; ``inside`` a group its numbers are the group's own coordinates."""
    style = vml_style(frame, anchor, number, inside)
    outside = ' o:allowincell="f"' if anchor is not None and not anchor.in_cell else ""
    words = ""
    if frame.text:
        words = f'<v:textbox inset="0,0,0,0">{text_xml(frame)}</v:textbox>'
    if frame.kind == "v:line":
        return vml_line(frame, anchor, number, inside=inside)
    if frame.path:
        corners = [f"{round(x * 20)},{round(y * 20)}" for x, y in frame.path]
        return (
            f'<v:shape id="_x0000_s{1024 + number}" style="{style}" coordsize="'
            f'{round(frame.width * 20)},{round(frame.height * 20)}" path="m{corners[0]}l'
            f'{",".join(corners[1:])}e" filled="f"{outside}><v:stroke endarrow="block"/></v:shape>'
        )
    if frame.is_line:
        arrow = {"tailEnd": ' endarrow="block"', "headEnd": ' startarrow="block"'}.get(
            frame.head, ""
        )
        type_no, kind = {
            "straightConnector1": (32, "straight"),
            "bentConnector2": (33, "elbow"),
            "bentConnector3": (34, "elbow"),
        }[frame.prst]
        adj = f' adj="{round((frame.adj or 0) * 0.216)}"' if type_no == 34 else ""
        return (
            f'<v:shape id="_x0000_s{1024 + number}" type="#_x0000_t{type_no}" style="{style}"{outside}'
            f'{adj} o:connectortype="{kind}"><v:stroke{arrow}/></v:shape>'
        )
    if frame.is_label:
        return (
            f'<v:shape id="_x0000_s{1024 + number}" type="#_x0000_t202" style="{style}"{outside} '
            f'filled="f" stroked="f">{words}</v:shape>'
        )
    if frame.prst == "rect":
        return f'<v:rect id="_x0000_s{1024 + number}" style="{style}"{outside}>{words}</v:rect>'
    if frame.prst == "roundRect":
        return f'<v:roundrect id="_x0000_s{1024 + number}" style="{style}"{outside} arcsize="10923f">{words}</v:roundrect>'
    type_no = 4 if frame.prst == "diamond" else VML_TYPES[frame.kind]
    return f'<v:shape id="_x0000_s{1024 + number}" type="#_x0000_t{type_no}" style="{style}"{outside}>{words}</v:shape>'


def vml_line(frame: Frame, anchor: Anchor | None, number: int, *, inside: bool) -> str:
    """A line as old Word keeps it: from upper left to lower right, mirrored if need be."""
    x1, x2 = frame.left, frame.left + frame.width
    y1, y2 = frame.top, frame.top + frame.height
    flip = ("x" if frame.flip_h else "") + (" y" if frame.flip_v else "")
    mirror = f";flip:{flip.strip()}" if flip else ""
    arrow = ' endarrow="block"' if frame.head == "tailEnd" else ""
    if inside or anchor is None:
        ends = f'from="{round(x1 * 20)},{round(y1 * 20)}" to="{round(x2 * 20)},{round(y2 * 20)}"'
        style = f"position:absolute{mirror}"
    else:
        dx, dy = anchor.x, anchor.y
        ends = f'from="{x1 - dx:.2f}pt,{y1 - dy:.2f}pt" to="{x2 - dx:.2f}pt,{y2 - dy:.2f}pt"'
        style = (
            f"position:absolute{mirror};z-index:{251658240 + number};"
            f"mso-position-horizontal-relative:{VML_RELATIVE[anchor.horizontal]};"
            f"mso-position-vertical-relative:{VML_RELATIVE[anchor.vertical]}"
        )
    return (
        f'<v:line id="_x0000_s{1024 + number}" style="{style}" {ends}><v:stroke{arrow}/></v:line>'
    )


def vml_style(frame: Frame, anchor: Anchor | None, number: int, inside: bool) -> str:
    flip = ("x" if frame.flip_h else "") + ("y" if frame.flip_v else "")
    degrees = frame.rot // 60000
    if frame.flip_h != frame.flip_v:  # VML mirrors after the turn, DrawingML before it
        degrees = -degrees
    turn = f";rotation:{degrees}" if frame.rot else ""
    mirror = f";flip:{flip}" if flip else ""
    if inside:
        return (
            f"position:absolute;left:{round(frame.left * 20)};top:{round(frame.top * 20)};"
            f"width:{round(frame.width * 20)};height:{round(frame.height * 20)}{turn}{mirror}"
        )
    if anchor is None:
        return f"width:{frame.width:.2f}pt;height:{frame.height:.2f}pt;mso-position-horizontal-relative:char"
    return (
        f"position:absolute;margin-left:{frame.left - anchor.x:.2f}pt;"
        f"margin-top:{frame.top - anchor.y:.2f}pt;width:{frame.width:.2f}pt;"
        f"height:{frame.height:.2f}pt{turn}{mirror};z-index:{251658240 + number};visibility:visible;"
        f"mso-position-horizontal-relative:{VML_RELATIVE[anchor.horizontal]};"
        f"mso-position-vertical-relative:{VML_RELATIVE[anchor.vertical]}"
    )


def vml_types() -> str:
    """The definitions every VML shape refers to."""
    found = ""
    for number, path in VML_PATHS.items():
        adj = ' adj="10800"' if number == 34 else ""
        formulas = '<v:formulas><v:f eqn="val #0"/></v:formulas>' if number == 34 else ""
        line = ' filled="f" o:oned="t"' if number in (32, 33, 34) else ""
        found += (
            f'<v:shapetype id="_x0000_t{number}" coordsize="21600,21600" o:spt="{number}"{adj} '
            f'path="{path}"{line}>{formulas}<v:stroke joinstyle="miter"/></v:shapetype>'
        )
    return found


def run(content: str) -> str:
    return f"<w:r {NS}><w:rPr><w:noProof/></w:rPr>{content}</w:r>"


def run_of(frame: Frame, anchor: Anchor | None, ids: Ids, how: str) -> str:
    """One frame as one run. ``how``: mc (both twins) | vml | dml; no anchor means inline."""
    number = next(ids.next)
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
        f'<a:chExt cx="{emu(width * 2)}" cy="{emu(height * 2)}"/></a:xfrm></wpg:grpSpPr>{inner}</wpg:wgp>'
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


def scaled(f: Frame) -> Frame:
    return Frame(
        f.left * 2, f.top * 2, f.width * 2, f.height * 2, f.prst, f.is_line, f.rot, f.flip_h,
        f.flip_v, f.adj, f.head, f.text, f.is_label, f.kind, f.path,
    )  # fmt: skip

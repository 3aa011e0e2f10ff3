"""Raw drawing XML for a worksheet: anchored shapes, groups, and connectors glued at both ends."""

from dataclasses import dataclass

from tests.corpus.make.frames import Frame, emu, frame_of_shape, frames_of_connector
from tests.corpus.make.geometry import Con, Drawing

NS = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SIDES = {"t": 0, "l": 1, "b": 2, "r": 3}


@dataclass(frozen=True)
class Sheet:
    """Edges of all columns and rows of a sheet, in points, hidden ones with no width."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def corner(self, x: float, y: float) -> str:
        column = max(i for i, edge in enumerate(self.columns[:-1]) if edge <= x + 1e-6)
        row = max(i for i, edge in enumerate(self.rows[:-1]) if edge <= y + 1e-6)
        return (
            f"<xdr:col>{column}</xdr:col><xdr:colOff>{emu(x - self.columns[column])}</xdr:colOff>"
            f"<xdr:row>{row}</xdr:row><xdr:rowOff>{emu(y - self.rows[row])}</xdr:rowOff>"
        )


def anchor(frame: Frame, sheet: Sheet, how: str, content: str) -> str:
    """``how``: one, two or absolute. A box turned by a quarter is anchored as it looks."""
    left, top, width, height = frame.left, frame.top, frame.width, frame.height
    size = f'<xdr:ext cx="{emu(width)}" cy="{emu(height)}"/>'
    if how == "absolute":
        return (
            f'<xdr:absoluteAnchor><xdr:pos x="{emu(left)}" y="{emu(top)}"/>{size}{content}'
            "<xdr:clientData/></xdr:absoluteAnchor>"
        )
    if how == "one":
        return (
            f"<xdr:oneCellAnchor><xdr:from>{sheet.corner(left, top)}</xdr:from>{size}{content}"
            "<xdr:clientData/></xdr:oneCellAnchor>"
        )
    if frame.rot:
        cx, cy = left + width / 2, top + height / 2
        left, top, width, height = cx - height / 2, cy - width / 2, height, width
    return (
        f"<xdr:twoCellAnchor><xdr:from>{sheet.corner(left, top)}</xdr:from>"
        f"<xdr:to>{sheet.corner(left + width, top + height)}</xdr:to>{content}"
        "<xdr:clientData/></xdr:twoCellAnchor>"
    )


def xfrm(frame: Frame) -> str:
    flips = (' flipH="1"' if frame.flip_h else "") + (' flipV="1"' if frame.flip_v else "")
    turn = f' rot="{frame.rot}"' if frame.rot else ""
    return (
        f'<a:xfrm{turn}{flips}><a:off x="{emu(frame.left)}" y="{emu(frame.top)}"/>'
        f'<a:ext cx="{emu(frame.width)}" cy="{emu(frame.height)}"/></a:xfrm>'
    )


def shape_xml(frame: Frame, number: int, name: str) -> str:
    words = (
        '<a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="id-ID" sz="650"><a:solidFill><a:srgbClr '
        'val="000000"/>'
        f"</a:solidFill></a:rPr><a:t>{frame.text}</a:t></a:r></a:p>"
        if frame.text
        else '<a:p><a:endParaRPr lang="id-ID" sz="800"/></a:p>'
    )
    if frame.is_label:
        paint = "<a:noFill/><a:ln><a:noFill/></a:ln>"
    elif frame.fill:
        paint = (
            f'<a:solidFill><a:srgbClr val="{frame.fill}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
        )
    else:
        paint = (
            '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
            '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        )
    box = ' txBox="1"' if frame.is_label else ""
    return (
        f'<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="{name} '
        f'{number}"/>'
        f"<xdr:cNvSpPr{box}/></xdr:nvSpPr><xdr:spPr>{xfrm(frame)}"
        f'<a:prstGeom prst="{frame.prst}"><a:avLst/></a:prstGeom>{paint}</xdr:spPr>'
        '<xdr:txBody><a:bodyPr vertOverflow="overflow" horzOverflow="overflow" wrap="none" '
        'lIns="0" '
        f'tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>{words}</xdr:txBody></xdr:sp>'
    )


def picture_xml(frame: Frame, number: int) -> str:
    """A picture in place of a symbol."""
    return (
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number}" name="Gambar {number}"/><xdr:cNvPicPr/>'
        f'</xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="{REL}" r:embed="rId1"/><a:stretch>'
        f"<a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>{xfrm(frame)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
    )


def connector_xml(frame: Frame, number: int, glue: str) -> str:
    heads = {"tailEnd": '<a:tailEnd type="triangle"/>', "headEnd": '<a:headEnd type="triangle"/>'}
    adj = f'<a:gd name="adj1" fmla="val {frame.adj}"/>' if frame.adj is not None else ""
    return (
        f'<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Konektor {number}"/>'
        f"<xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>{xfrm(frame)}"
        f'<a:prstGeom prst="{frame.prst}"><a:avLst>{adj}</a:avLst></a:prstGeom>'
        f'<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f"{heads.get(frame.head, '')}</a:ln></xdr:spPr></xdr:cxnSp>"
    )


def glue_of(con: Con, frame: Frame, ids: dict[str, int]) -> str:
    start = f'<a:stCxn id="{ids[con.start]}" idx="{SIDES[con.keluar]}"/>'
    end = f'<a:endCxn id="{ids[con.end]}" idx="{SIDES[con.masuk]}"/>'
    if frame.head == "headEnd":
        start = f'<a:stCxn id="{ids[con.end]}" idx="{SIDES[con.masuk]}"/>'
        end = f'<a:endCxn id="{ids[con.start]}" idx="{SIDES[con.keluar]}"/>'
    return start + end


@dataclass(frozen=True)
class Look:
    """How the drawing of one sheet is written."""

    jangkar: str = "two"
    nama_bentuk: str = "flowchart"
    lem: bool = True
    potong: bool = False
    tanpa_kepala: bool = False
    grup: int = 0
    bersarang: bool = False  # groups within groups
    basi: bool = False  # what the shape says of its place is older than its anchor
    ganda: bool = False  # every shape twice, for new and for old programs


def drawing_xml(drawing: Drawing, labels: list[Frame], sheet: Sheet, look: Look) -> bytes:
    """The whole drawing part of a sheet."""
    ids = {shape.key: i for i, shape in enumerate(drawing.shapes, 2)}
    frames = [frame_of_shape(s, look.nama_bentuk, drawing.filled) for s in drawing.shapes]
    things = [
        (
            frame,
            picture_xml(frame, ids[s.key])
            if s.kind == "gambar"
            else shape_xml(frame, ids[s.key], "Bentuk"),
        )
        for s, frame in zip(drawing.shapes, frames, strict=True)
    ]
    number = len(ids) + 2
    for con in drawing.connectors:
        for frame in frames_of_connector(con, pieces=look.potong, headless=look.tanpa_kepala):
            glue = glue_of(con, frame, ids) if look.lem and not look.potong else ""
            things.append((frame, connector_xml(frame, number, glue)))
            number += 1
    for frame in labels:
        things.append((frame, shape_xml(frame, number, "TextBox")))
        number += 1
    if look.grup:
        parts = groups(things, sheet, look, number)
    else:
        parts = [
            anchor(frame, sheet, look.jangkar, stale(xml, frame) if look.basi else xml)
            for frame, xml in things
        ]
    if look.ganda:
        parts = [doubled(part) for part in parts]
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<xdr:wsDr {NS}>{''.join(parts)}</xdr:wsDr>".encode()


def groups(things: list[tuple[Frame, str]], sheet: Sheet, look: Look, number: int) -> list[str]:
    """Things by the handful in groups whose inner coordinates are shifted, as after a move."""
    found = []
    for i in range(0, len(things), look.grup):
        part = things[i : i + look.grup]
        left, top = min(f.left for f, _ in part), min(f.top for f, _ in part)
        right = max(f.left + f.width for f, _ in part)
        bottom = max(f.top + f.height for f, _ in part)
        whole = Frame(left, top, right - left, bottom - top, "")
        shift = 100.0
        inner = "".join(moved(xml, f, shift) for f, xml in part)
        xml = (
            f'<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="{number + i}" name="Grup '
            f'{number + i}"/><xdr:cNvGrpSpPr/>'
            f'</xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="{emu(left)}" y="{emu(top)}"/>'
            f'<a:ext cx="{emu(right - left)}" cy="{emu(bottom - top)}"/>'
            f'<a:chOff x="{emu(left + shift)}" y="{emu(top + shift)}"/>'
            f'<a:chExt cx="{emu(right - left)}" cy="{emu(bottom - top)}"/></a:xfrm><'
            f"/xdr:grpSpPr>{inner}</xdr:grpSp>"
        )
        found.append(
            anchor(whole, sheet, look.jangkar, nested(xml, whole) if look.bersarang else xml)
        )
    return found


def nested(xml: str, whole: Frame) -> str:
    """The group within a group of twice its scale."""
    box = (
        f'<a:off x="{emu(whole.left)}" y="{emu(whole.top)}"/><a:ext cx="{emu(whole.width)}" '
        f'cy="{emu(whole.height)}"/>'
    )
    inner = xml.replace(
        box,
        f'<a:off x="{emu(whole.left * 2)}" y="{emu(whole.top * 2)}"/>'
        f'<a:ext cx="{emu(whole.width * 2)}" cy="{emu(whole.height * 2)}"/>',
        1,
    )
    outer = (
        f'{box}<a:chOff x="{emu(whole.left * 2)}" y="{emu(whole.top * 2)}"/>'
        f'<a:chExt cx="{emu(whole.width * 2)}" cy="{emu(whole.height * 2)}"/>'
    )
    return (
        '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="9000" name="Grup luar"/><xdr:cNvGrpSpPr/><'
        "/xdr:nvGrpSpPr>"
        f"<xdr:grpSpPr><a:xfrm>{outer}</a:xfrm></xdr:grpSpPr>{inner}</xdr:grpSp>"
    )


def stale(xml: str, frame: Frame) -> str:
    """The shape with a place that was right before rows and columns were changed."""
    return xml.replace(
        f'<a:off x="{emu(frame.left)}" y="{emu(frame.top)}"/>'
        f'<a:ext cx="{emu(frame.width)}" cy="{emu(frame.height)}"/>',
        f'<a:off x="{emu(frame.left * 0.6)}" y="{emu(frame.top * 0.5 + 90)}"/>'
        f'<a:ext cx="{emu(frame.width * 0.8)}" cy="{emu(frame.height * 0.7)}"/>',
        1,
    )


def doubled(part: str) -> str:
    return (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" '
        'Requires="a14">'
        f"{part}</mc:Choice><mc:Fallback>{part}</mc:Fallback></mc:AlternateContent>"
    )


def moved(xml: str, frame: Frame, shift: float) -> str:
    old = f'<a:off x="{emu(frame.left)}" y="{emu(frame.top)}"/>'
    return xml.replace(
        old, f'<a:off x="{emu(frame.left + shift)}" y="{emu(frame.top + shift)}"/>', 1
    )

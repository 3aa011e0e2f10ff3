"""Workbooks for tests: openpyxl writes the cells, the drawing is raw XML beside them."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from runut.core.sop.reading.canvas import Page
from runut.files.read.xlsx.sop import canvas_of_xlsx

EMU = 12_700
_NAMES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_INK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"


def workbook(fill: Callable[[Worksheet], object], drawing: str = "", name: str = "SOP") -> bytes:
    """One sheet, filled by ``fill``, with ``drawing`` (anchors as XML) over it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    fill(sheet)
    return with_drawing(saved(book), drawing)


def saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def with_drawing(data: bytes, drawing: str, sheet: int = 1) -> bytes:
    """The file with a drawing part over its ``sheet``."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "[Content_Types].xml":
                kind = f'<Override PartName="/xl/drawings/d1.xml" ContentType="{_DRAWING_TYPE}"/>'
                content = content.replace(b"</Types>", kind.encode() + b"</Types>")
            if part == f"xl/worksheets/sheet{sheet}.xml":
                mark = f'<drawing xmlns:r="{_OFFICE}" r:id="rId9"/></worksheet>'
                content = content.replace(b"</worksheet>", mark.encode())
            new.writestr(part, content)
        new.writestr(
            f"xl/worksheets/_rels/sheet{sheet}.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId9" '
            f'Type="{_OFFICE}/drawing" Target="../drawings/d1.xml"/></Relationships>',
        )
        new.writestr("xl/drawings/d1.xml", f"<xdr:wsDr {_NAMES}>{drawing}</xdr:wsDr>")
    return target.getvalue()


def page_of(data: bytes) -> Page:
    """The only page, when nothing was odd about the file."""
    canvas, findings = canvas_of_xlsx(data)
    assert {f.kode for f in findings} <= {"baca.baris-tersembunyi"}
    assert canvas is not None
    (page,) = canvas.pages
    return page


def two_cell(
    begin: tuple[int, float, int, float], end: tuple[int, float, int, float], what: str
) -> str:
    """Anchored from (column, points, row, points) to the same."""
    markers = f"{_marker('from', *begin)}{_marker('to', *end)}"
    return f"<xdr:twoCellAnchor>{markers}{what}<xdr:clientData/></xdr:twoCellAnchor>"


def one_cell(begin: tuple[int, float, int, float], size: tuple[float, float], what: str) -> str:
    ext = f'<xdr:ext cx="{emu(size[0])}" cy="{emu(size[1])}"/>'
    marker = _marker("from", *begin)
    return f"<xdr:oneCellAnchor>{marker}{ext}{what}<xdr:clientData/></xdr:oneCellAnchor>"


def absolute(left: float, top: float, size: tuple[float, float], what: str) -> str:
    pos = f'<xdr:pos x="{emu(left)}" y="{emu(top)}"/>'
    ext = f'<xdr:ext cx="{emu(size[0])}" cy="{emu(size[1])}"/>'
    return f"<xdr:absoluteAnchor>{pos}{ext}{what}<xdr:clientData/></xdr:absoluteAnchor>"


def shape(
    key: int,
    preset: str,
    box: tuple[float, float, float, float] = (0, 0, 0, 0),
    text: str = "",
    *,
    turn: str = "",
    properties: str = "",
    line: str = f"<a:ln>{_INK}</a:ln>",
    geometry: str = "",
) -> str:
    """A closed shape; ``box`` is left, top, width, height of its stored measure."""
    geometry = geometry or f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{key}" name="Bentuk {key}"/>'
        f"<xdr:cNvSpPr {properties}/></xdr:nvSpPr><xdr:spPr>{xfrm(box, turn)}{geometry}{line}"
        f"</xdr:spPr>{_words(text)}</xdr:sp>"
    )


def connector(
    key: int,
    preset: str = "straightConnector1",
    box: tuple[float, float, float, float] = (0, 0, 0, 0),
    *,
    turn: str = "",
    start: int | None = None,
    end: int | None = None,
    heads: str = '<a:tailEnd type="triangle"/>',
    guides: str = "",
) -> str:
    """A line; ``heads`` are its arrowheads as written (tailEnd is at its end)."""
    glue = f'<a:stCxn id="{start}" idx="2"/>' if start is not None else ""
    glue += f'<a:endCxn id="{end}" idx="0"/>' if end is not None else ""
    return (
        f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{key}" name="Panah {key}"/>'
        f"<xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>{xfrm(box, turn)}"
        f'<a:prstGeom prst="{preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
        f"<a:ln>{_INK}{heads}</a:ln></xdr:spPr></xdr:cxnSp>"
    )


def group(
    box: tuple[float, float, float, float],
    own: tuple[float, float, float, float],
    *members: str,
    turn: str = "",
) -> str:
    """A group: ``own`` is the measure its members use."""
    left, top, width, height = (emu(value) for value in own)
    inner = f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{width}" cy="{height}"/>'
    return (
        '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="90" name="Grup"/><xdr:cNvGrpSpPr/>'
        f"</xdr:nvGrpSpPr><xdr:grpSpPr>{xfrm(box, turn, inner)}</xdr:grpSpPr>"
        f"{''.join(members)}</xdr:grpSp>"
    )


def xfrm(box: tuple[float, float, float, float], turn: str = "", inner: str = "") -> str:
    left, top, width, height = (emu(value) for value in box)
    return (
        f'<a:xfrm {turn}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/>'
        f"{inner}</a:xfrm>"
    )


def emu(points: float) -> int:
    return round(points * EMU)


def _marker(name: str, column: int, x: float, row: int, y: float) -> str:
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{emu(x)}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{emu(y)}</xdr:rowOff></xdr:{name}>"
    )


def _words(text: str) -> str:
    lines = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text.split("\n"))
    return f"<xdr:txBody><a:bodyPr/>{lines}</xdr:txBody>" if text else ""

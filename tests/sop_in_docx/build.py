"""Word files from raw XML, as Word itself stores them."""

from io import BytesIO
from zipfile import ZipFile

from runut.core.sop.reading.canvas import Canvas, Cell, Shape
from runut.files.read.docx.sop import canvas_of_docx

_SCHEMAS = "http://schemas.openxmlformats.org"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": f"{_SCHEMAS}/wordprocessingml/2006/main",
        "wp": f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing",
        "a": f"{_SCHEMAS}/drawingml/2006/main",
        "mc": f"{_SCHEMAS}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
LINE = "<a:ln><a:solidFill><a:srgbClr val='000000'/></a:solidFill>{ends}</a:ln>"
PAPER = '<w:sectPr><w:pgSz w:w="16840" w:h="11900"/><w:pgMar w:top="1000" w:right="1000" '
PAPER += 'w:bottom="1000" w:left="1000"/></w:sectPr>'
"""842 by 595 points; 50 points on every side."""


def package(body: str, **parts: str) -> bytes:
    """A file of this body; ``parts`` are ``numbering``, ``styles`` or ``settings``."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        )
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {NAMES}>{text}</w:{name}>")
    return out.getvalue()


def canvas(body: str, **parts: str) -> Canvas:
    """What the reader makes of it."""
    found, findings = canvas_of_docx(package(body + PAPER, **parts))
    assert found is not None, findings
    return found


def p(text: str = "", extra: str = "", properties: str = "") -> str:
    """A paragraph of one run; ``extra`` is further runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r>{extra}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell; words alone are a paragraph."""
    inner = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, height: float = 0, properties: str = "") -> str:
    """A row, of an exact height in points if so told."""
    rule = f'<w:trHeight w:val="{height * 20:.0f}" w:hRule="exact"/>' if height else ""
    return f"<w:tr><w:trPr>{rule}{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(widths: tuple[float, ...], *rows: str) -> str:
    """A table whose border begins at 50 points from the left of the paper."""
    grid = "".join(f'<w:gridCol w:w="{width * 20:.0f}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblInd w:w="108" w:type="dxa"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def wsp(
    geometry: str,
    box: tuple[float, float, float, float] = (0, 0, 0, 0),
    *,
    key: int = 1,
    turned: str = "",
    ends: str = "",
    line: str = LINE,
    inner: str = "",
) -> str:
    """A DrawingML shape; ``box`` is left, top, width, height within its group, in points."""
    left, top, width, height = (round(length * 12_700) for length in box)
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name=""/><wps:cNvSpPr/><wps:spPr><a:xfrm {turned}>'
        f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{line.format(ends=ends)}'
        f"</wps:spPr>{inner}<wps:bodyPr/></wps:wsp>"
    )


def words(text: str) -> str:
    """The text box of a shape."""
    return f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>"


def anchor(
    what: str,
    place: tuple[float, float],
    size: tuple[float, float] = (30, 16),
    *,
    across: str = "page",
    down: str = "page",
    key: int = 1,
) -> str:
    """A run that holds a floating drawing."""
    x, y, width, height = (round(length * 12_700) for length in (*place, *size))
    return (
        '<w:r><w:drawing><wp:anchor layoutInCell="1">'
        f'<wp:positionH relativeFrom="{across}"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{down}"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{key}" name=""/>'
        f"<a:graphic><a:graphicData>{what}</a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
    )


def shape(
    geometry: str,
    place: tuple[float, float],
    size: tuple[float, float] = (30, 16),
    *,
    across: str = "page",
    down: str = "page",
    key: int = 1,
) -> str:
    """A run that holds one floating DrawingML shape."""
    whole = wsp(geometry, (0, 0, *size), key=key)
    return anchor(whole, place, size, across=across, down=down, key=key)


def vml(inner: str) -> str:
    """A run that holds a VML drawing."""
    return f"<w:r><w:pict>{inner}</w:pict></w:r>"


def cells(found: Canvas, table: int = 0) -> dict[tuple[int, int], Cell]:
    """The cells of a table of the first page, by row and column."""
    return {(cell.row, cell.column): cell for cell in found.pages[0].tables[table].cells}


def place_of(found: Canvas, one: Shape, page: int = 0) -> tuple[int, int]:
    """The cell over which the middle of a shape lies."""
    x, y = one.box.centre
    for cell in found.pages[page].tables[0].cells:
        box = cell.box
        assert box is not None
        if box.left <= x <= box.right and box.top <= y <= box.bottom:
            return cell.row, cell.column
    raise AssertionError(one)

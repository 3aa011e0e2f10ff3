"""Words in a DOCX: runs, paragraphs, fields, bookmarks and pictures as WordprocessingML."""

from xml.sax.saxutils import escape, quoteattr

from runut.core.report.blocks import Figure, Gap, Inline, Line
from runut.files.write.docx.styles import AMBER, AMBER_WASH
from runut.files.write.layout.fit import stays_together
from runut.files.write.layout.letters import legal, whole_dates

_EMU_PER_MM = 36000


_CHANGES = {
    "": ("", ""),
    "baru": ("", '<w:u w:val="single"/>'),
    "hilang": ("<w:strike/>", ""),
}
"""What came and what went: before the size of the letters and after it, as the schema orders."""


def run(
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 0,
    more: str = "",
    change: str = "",
) -> str:
    """A run; line ends and tabs inside become Word's own. ``size`` in points, ``more`` run XML."""
    struck, underlined = _CHANGES[change]
    dress = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    tail = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    inner = dress + struck + more + tail + underlined
    return f"<w:r>{_properties(inner)}{_text(words)}</w:r>" if words else ""


def line(parts: Line, *, size: float = 0, bold: bool = False) -> str:
    return "".join(_inline(part, size, bold) for part in parts)


def _inline(part: Inline, size: float, bold: bool) -> str:
    match part:
        case Gap(ask=ask):
            more = f'<w:color w:val="{AMBER}"/>'
            shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{AMBER_WASH}"/>'
            return _gap(f"[BELUM DIISI: {ask}]", more, shade, size)
        case Figure(text=text, bold=heavy):
            words = text.replace(" ", "\u00a0") if stays_together(part) else text
            return run(words, bold=bold or heavy, size=size)
    heavy = bold or part.bold
    return run(part.text, bold=heavy, italic=part.italic, size=size, change=part.change)


def _gap(words: str, colour: str, shade: str, size: float) -> str:
    tail = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    return f"<w:r>{_properties(f'<w:b/><w:bCs/>{colour}{tail}{shade}')}{_text(words)}</w:r>"


def _properties(inner: str) -> str:
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _text(words: str) -> str:
    pieces = []
    for n, one in enumerate(whole_dates(legal(words)).split("\n")):
        pieces += ["<w:br/>"] if n else []
        for m, part in enumerate(one.split("\t")):
            pieces += ["<w:tab/>"] if m else []
            pieces += [f'<w:t xml:space="preserve">{escape(part)}</w:t>'] if part else []
    return "".join(pieces)


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """``properties`` in the order of the schema: keepNext, spacing, ind, jc and so on."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = name + properties
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{content}</w:p>"


def bookmark(number: int, content: str) -> str:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(number)}"/>'
    return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def bookmark_name(number: int) -> str:
    return f"_Toc{number:08}"


def field(instruction: str, cached: str) -> str:
    """A field with the result that is shown until Word renews it."""
    return field_start(instruction) + cached + field_end()


def field_start(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def link(number: int, content: str) -> str:
    return f'<w:hyperlink w:anchor="{bookmark_name(number)}" w:history="1">{content}</w:hyperlink>'


def picture(relation: str, number: int, width_mm: float, height_mm: float, alt: str) -> str:
    """A picture standing in the line, with its words for who cannot see it."""
    size = f'cx="{round(width_mm * _EMU_PER_MM)}" cy="{round(height_mm * _EMU_PER_MM)}"'
    name = f'id="{number}" name="Gambar {number}" descr={quoteattr(legal(alt))}'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f"<wp:docPr {name}/><wp:cNvGraphicFramePr/><a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )

"""Sections of a DOCX: upright and lying pages, roman then arabic numbers, header and footer."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from runut.core.report.blocks import Paper
from runut.files.write.docx.package import Parts, xml_part
from runut.files.write.docx.styles import ACCENT, INK, twips
from runut.files.write.docx.words import field, paragraph, run
from runut.files.write.layout.rhythm import first_line_room
from runut.files.write.layout.sheets import Page

_MARGIN_TO_EDGE = 12.5
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


@dataclass
class Sections:
    """Writes section properties; one header and one footer for each width of page."""

    paper: Paper
    parts: Parts

    def cover(self, page: Page) -> str:
        """A page of its own with a blue bar at the edge, without header, footer or number."""
        bar = (
            '<w:pgBorders w:offsetFrom="page"><w:left w:val="single" w:sz="96" w:space="0" '
            f'w:color="{ACCENT}"/></w:pgBorders>'
        )
        across = ""
        if self.paper.watermark:
            part = xml_part("w:hdr", paragraph(watermark(self.paper.watermark), "Header"))
            relation = self.parts.relate("header", "header3.xml", part)
            across = f'<w:headerReference w:type="default" r:id="{relation}"/>'
        return f"<w:sectPr>{across}{_kind()}{_size(page)}{bar}</w:sectPr>"

    def pages(self, page: Page, *, roman: bool, first: bool) -> str:
        """Pages of one orientation; ``first`` starts the numbers again from i or 1."""
        start = ' w:start="1"' if first else ""
        numbers = f'<w:pgNumType w:fmt="{"lowerRoman" if roman else "decimal"}"{start}/>'
        return f"<w:sectPr>{self._references(page)}{_kind()}{_size(page)}{numbers}</w:sectPr>"

    def _references(self, page: Page) -> str:
        n = 1 if page.width < page.height else 2
        found = ""
        if self.paper.header or self.paper.watermark:
            across = watermark(self.paper.watermark) if self.paper.watermark else ""
            part = xml_part("w:hdr", paragraph(across + run(self.paper.header), "Header"))
            relation = self.parts.relate("header", f"header{n}.xml", part)
            found += f'<w:headerReference w:type="default" r:id="{relation}"/>'
        if self.paper.footer or self.paper.show_page_numbers:
            part = xml_part("w:ftr", self._footer(page))
            relation = self.parts.relate("footer", f"footer{n}.xml", part)
            found += f'<w:footerReference w:type="default" r:id="{relation}"/>'
        return found

    def _footer(self, page: Page) -> str:
        number = ""
        if self.paper.show_page_numbers:
            shown = run("1", size=9.5, more=f'<w:color w:val="{INK}"/>')
            number = "<w:r><w:tab/></w:r>" + field("PAGE", shown)
        room = twips(page.width - page.left - page.right)
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{room}"/></w:tabs>'
        return paragraph(run(self.paper.footer) + number, "Footer", tabs)


def watermark(word: str) -> str:
    """A word across the page as Word itself draws it: a shape of letters in the page header."""
    place = (
        "position:absolute;margin-left:0;margin-top:0;width:400pt;height:150pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        f"<w:r {_VML}><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>'
        "</v:shapetype>"
        f'<v:shape id="TandaAir" o:spid="_x0000_s2049" type="#_x0000_t136" alt={quoteattr(word)} '
        f'style="{place}" o:allowincell="f" fillcolor="#c3cad3" stroked="f">'
        '<v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" '
        f"string={quoteattr(word)}/></v:shape></w:pict></w:r>"
    )


def _kind() -> str:
    return '<w:type w:val="nextPage"/>'


def _size(page: Page) -> str:
    lying = ' w:orient="landscape"' if page.width > page.height else ""
    edge = twips(_MARGIN_TO_EDGE)
    over = round(20 * first_line_room())
    return (
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{lying}/>'
        f'<w:pgMar w:top="{twips(page.top) - over}" w:right="{twips(page.right)}" '
        f'w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
    )

"""Sections of a DOCX: upright and lying pages, roman then arabic numbers, header and footer."""

from dataclasses import dataclass

from runut.core.report.blocks import Paper
from runut.files.write.docx.package import Parts, xml_part
from runut.files.write.docx.styles import ACCENT, INK, twips
from runut.files.write.docx.words import field, paragraph, run
from runut.files.write.layout.sheets import Page

_MARGIN_TO_EDGE = 12.5


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
        return f"<w:sectPr>{_kind()}{_size(page)}{bar}</w:sectPr>"

    def pages(self, page: Page, *, roman: bool, first: bool) -> str:
        """Pages of one orientation; ``first`` starts the numbers again from i or 1."""
        start = ' w:start="1"' if first else ""
        numbers = f'<w:pgNumType w:fmt="{"lowerRoman" if roman else "decimal"}"{start}/>'
        return f"<w:sectPr>{self._references(page)}{_kind()}{_size(page)}{numbers}</w:sectPr>"

    def _references(self, page: Page) -> str:
        n = 1 if page.width < page.height else 2
        found = ""
        if self.paper.header:
            part = xml_part("w:hdr", paragraph(run(self.paper.header), "Header"))
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


def _kind() -> str:
    return '<w:type w:val="nextPage"/>'


def _size(page: Page) -> str:
    lying = ' w:orient="landscape"' if page.width > page.height else ""
    edge = twips(_MARGIN_TO_EDGE)
    return (
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{lying}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" '
        f'w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
    )

"""A paper as DOCX for Word: real headings, fields with results already in them, stable bytes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from lxml import etree

from runut.core.report.blocks import Lists, Paper, blocks_of
from runut.files.write.docx.blocks import Blocks
from runut.files.write.docx.cover import cover
from runut.files.write.docx.marks import Marks
from runut.files.write.docx.package import NAMESPACES, Parts, Properties, W, package, xml_part
from runut.files.write.docx.sections import Sections
from runut.files.write.docx.styles import numbering_part, settings_part, styles_part, twips
from runut.files.write.docx.words import paragraph
from runut.files.write.layout.letters import legal
from runut.files.write.layout.outline import NumberedBlock, outline
from runut.files.write.layout.sheets import Page, Sheet, page_of, sheets

_BEFORE_PAGE_BREAK = ("pStyle", "keepNext", "keepLines")


def draw_docx(
    paper: Paper,
    *,
    created: date | datetime,
    pages: Mapping[str, str],
    begin: Collection[str] = (),
    sections: Mapping[str, int] | None = None,
) -> bytes:
    """The paper as a Word file whose lists hold these page numbers, by anchor.

    ``begin``: anchors of sections that begin a page.
    ``sections``: it is a copy to be edited, with marks by which it is read again; the number of
    each section of people's words, by its key.
    """
    has_lists = any(isinstance(block, Lists) for block in blocks_of(paper))
    marks = Marks(sections) if sections is not None else None
    body = _Body(paper, pages, begin, marks)
    document = body.document()
    upright = page_of(paper.paper, paper.landscape)
    room = twips(upright.width - upright.left - upright.right)
    body.parts.relate(
        "styles", "styles.xml", styles_part(report=paper.cover is not None, room_twips=room)
    )
    body.parts.relate("settings", "settings.xml", settings_part(has_lists=has_lists))
    body.parts.relate("numbering", "numbering.xml", numbering_part(body.blocks.lists))
    return package(body.parts, document, properties_of(paper, created))


def properties_of(paper: Paper, created: date | datetime) -> Properties:
    """What the file of a paper says of itself."""
    if not isinstance(created, datetime):
        created = datetime.combine(created, time(), UTC)
    moment = created.astimezone(UTC) if created.tzinfo else created.replace(tzinfo=UTC)
    texts = (paper.title, paper.subject, paper.author, ", ".join(paper.keywords))
    title, subject, author, keywords = (legal(text) for text in texts)
    return Properties(title, subject, author, keywords, moment)


@dataclass
class _Body:
    """The document while it is put together, section after section."""

    paper: Paper
    pages: Mapping[str, str]
    begin: Collection[str] = ()
    marks: Marks | None = None
    parts: Parts = field(default_factory=Parts)

    def __post_init__(self) -> None:
        self.outlined = outline(self.paper)
        self.blocks = Blocks(self.paper, self.outlined, self.pages, self.parts)
        self.sections = Sections(self.paper, self.parts)

    def document(self) -> bytes:
        drawn: list[tuple[list[etree._Element], str]] = []
        if self.paper.cover:
            page = page_of(self.paper.paper, landscape=False)
            elements = _elements(cover(self.paper.cover, page))
            drawn.append((elements, self.sections.cover(page)))
        drawn += self.run_of_pages(self.outlined.front, roman=True)
        drawn += self.run_of_pages(self.outlined.body, roman=False)
        if not drawn:
            page = page_of(self.paper.paper, self.paper.landscape)
            drawn = [(_elements(paragraph("")), self.sections.pages(page, roman=False, first=True))]
        return _document(drawn)

    def run_of_pages(
        self, placed: Sequence[NumberedBlock], *, roman: bool
    ) -> list[tuple[list[etree._Element], str]]:
        cut = sheets(placed, landscape=self.paper.landscape, chapters=self.paper.cover is not None)
        drawn = []
        for n, sheet in enumerate(cut):
            page = page_of(self.paper.paper, sheet.landscape)
            properties = self.sections.pages(page, roman=roman, first=n == 0)
            drawn.append((self.sheet(sheet, page), properties))
        return drawn

    def sheet(self, sheet: Sheet, page: Page) -> list[etree._Element]:
        found: list[etree._Element] = []
        for n, placed in enumerate(sheet.placed):
            elements = _elements(self.blocks.draw(placed, page))
            if n in sheet.breaks or placed.anchor in self.begin:
                elements = _on_new_page(elements)
            if self.marks:
                self.marks.add(placed.block, elements)
            found += elements
        return found


def _elements(xml: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>"))


def _on_new_page(elements: list[etree._Element]) -> list[etree._Element]:
    """Start a page with the first paragraph; before a table stands an empty one that does."""
    if not elements or elements[0].tag != f"{{{W}}}p":
        elements = [*_elements(paragraph("", "Jarak")), *elements]
    properties = _paragraph_properties(elements[0])
    known = [child.tag.rpartition("}")[2] in _BEFORE_PAGE_BREAK for child in properties]
    properties.insert(sum(known), etree.Element(f"{{{W}}}pageBreakBefore"))
    return elements


def _paragraph_properties(paragraph_element: etree._Element) -> etree._Element:
    found = paragraph_element.find(f"{{{W}}}pPr")
    if found is None:
        found = etree.Element(f"{{{W}}}pPr")
        paragraph_element.insert(0, found)
    return found


def _document(sections: Sequence[tuple[list[etree._Element], str]]) -> bytes:
    """All sections; each ends in the properties of its last paragraph, the last in the body's."""
    body: list[etree._Element] = []
    for n, (elements, properties) in enumerate(sections, 1):
        section = _elements(properties)[0]
        if n == len(sections):
            body += [*elements, section]
            continue
        body += elements
        if not elements or elements[-1].tag != f"{{{W}}}p":
            body += _elements(paragraph("", "Jarak"))
        _paragraph_properties(body[-1]).append(section)
    inner = "".join(etree.tostring(element, encoding="unicode") for element in body)
    return xml_part("w:document", f"<w:body>{inner.replace(f' {NAMESPACES}', '')}</w:body>")

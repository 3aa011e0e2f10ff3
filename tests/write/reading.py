"""Read back what was written, with libraries that had no part in writing it."""

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import docx
import pypdf
import pypdfium2

from runut.core.report.blocks import (
    Block,
    Boxed,
    Bullets,
    Chart,
    Heading,
    Letterhead,
    Lists,
    Paper,
    Paragraph,
    Signatures,
    Table,
    blocks_of,
)
from runut.core.report.text import line_text


def strings_of(paper: Paper) -> Iterator[str]:
    """Every string of a paper that a reader must see, whatever the format."""
    if paper.cover:
        yield from (*paper.cover.title, *paper.cover.office, paper.cover.place_year)
    for block in blocks_of(paper):
        yield from (text for text in _strings(block) if text)


def _strings(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text, number=number):
            yield from (number, text)
        case Paragraph(line=line):
            yield line_text(line)
        case Bullets(items=lines) | Boxed(lines=lines):
            yield from map(line_text, lines)
        case Table(head=head, rows=rows, caption=caption, notes=notes):
            yield caption
            for row in (*head, *rows):
                for cell in row:
                    yield from map(line_text, cell.lines)
            yield from map(line_text, notes)
        case Chart(caption=text) | Lists(title=text):
            yield text
        case Letterhead(lines=lines, address=address):
            yield from (*lines, address)
        case Signatures(blocks=blocks):
            for one in blocks:
                yield from (one.place_date, one.jabatan, one.nama, one.pangkat)


def squeezed(text: str) -> str:
    """The text without any space, so that line ends do not matter."""
    return re.sub(r"[\s\u00a0\u200b]+", "", text)


def pdf_pages(pdf: bytes) -> list[str]:
    """The text of each page; pdfium marks a hyphen at the end of a line in its own way."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded().replace("\x02", "-") for page in document]
    finally:
        document.close()


def pdf_text(pdf: bytes, paper: Paper) -> str:
    """The text of the whole, without header, footer and page numbers, squeezed."""
    labels = pypdf.PdfReader(io.BytesIO(pdf)).page_labels
    pages = []
    for text, label in zip(pdf_pages(pdf), labels, strict=True):
        pages.append(own_text(text, paper, label))
    return squeezed("".join(pages))


def own_text(page: str, paper: Paper, label: str) -> str:
    """The text of a page without its header, footer and number."""
    lines = [line.strip() for line in page.splitlines()]
    around = {paper.header, paper.footer, label, f"{paper.footer} {label}"}
    return "\n".join(line for line in lines if line not in around)


def docx_text(content: bytes) -> str:
    """The text of the document in its order, squeezed; nested tables included."""
    document = docx.Document(io.BytesIO(content))
    return squeezed("".join(node.text or "" for node in document.element.body.iter(f"{_W}t")))


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def html_text(html: str) -> str:
    """The words a browser would show, squeezed."""
    parser = _Words()
    parser.feed(html)
    return squeezed("".join(parser.words))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside_style = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.inside_style = False

    def handle_data(self, data: str) -> None:
        if not self.inside_style:
            self.words.append(data)

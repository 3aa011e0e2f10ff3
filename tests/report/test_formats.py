"""PDF, DOCX, HTML and text say the same: they are drawn from one tree."""

import re
import zipfile
from datetime import date
from html import unescape
from io import BytesIO

import pypdfium2
import pytest

from runut.core.report.blocks import Heading, Table, blocks_of
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.text import write_text
from runut.files.write.html import write_html
from runut.files.write.paper import write_docx
from runut.files.write.pdf.paper import write_pdf
from tests.report.sample import DATA, EMPTY_WORDS

CREATED = date(2026, 2, 2)


def squeezed(text: str) -> str:
    """Words without spaces, line breaks, soft hyphens: how they are set is the writer's affair."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe]+", "", text)


def pdf_words(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return squeezed("".join(page.get_textpage().get_text_range() for page in pages))


def docx_words(data: bytes) -> str:
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    return squeezed(unescape(re.sub(r"<[^>]+>", "", xml)))


@pytest.mark.parametrize("data", [DATA, EMPTY_WORDS], ids=["written", "gaps"])
def test_all_four_formats_have_the_same_headings_captions_and_gaps(data) -> None:  # type: ignore[no-untyped-def]
    paper = compose_lakip(data, {})
    drawn = {
        "txt": squeezed(write_text(paper)),
        "html": squeezed(unescape(re.sub(r"<[^>]+>", "", write_html(paper)))),
        "docx": docx_words(write_docx(paper, created=CREATED)),
        "pdf": pdf_words(write_pdf(paper, created=CREATED)),
    }
    wanted = [b.text for b in blocks_of(paper) if isinstance(b, Heading)]
    wanted += [b.caption for b in blocks_of(paper) if isinstance(b, Table) and b.caption]
    missing = {
        name: [text for text in wanted if squeezed(text) not in words]
        for name, words in drawn.items()
    }
    assert missing == {"txt": [], "html": [], "docx": [], "pdf": []}

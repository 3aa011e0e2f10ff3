"""A paper as the files that leave the office: the PDF, and the Word file that agrees with it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import pypdfium2

from runut.core.report.blocks import Lists, Paper, blocks_of
from runut.files.write.docx.paper import draw_docx
from runut.files.write.pdf.paper import page_numbers, write_pdf

__all__ = ["write_docx", "write_pdf", "write_within"]


def write_within(
    papers: Iterable[Paper], pages: int, *, created: date | datetime
) -> tuple[Paper, bytes]:
    """The first of these papers that has no more pages, with its PDF; where none fits, the last."""
    for paper in papers:
        found = paper, write_pdf(paper, created=created)
        if len(pypdfium2.PdfDocument(found[1])) <= pages:
            break
    return found


def write_docx(
    paper: Paper,
    *,
    created: date | datetime,
    sections: Mapping[str, int] | None = None,
) -> bytes:
    """Draw the paper for Word. The same paper and the same ``created`` give the same bytes.

    Its lists of contents, tables and figures hold the page numbers of the PDF until Word renews
    them, which it offers when the file is opened. ``sections`` make it a copy to be edited: the
    number of each section of people's words, by its key.
    """
    has_lists = any(isinstance(block, Lists) for block in blocks_of(paper))
    pages = page_numbers(paper, created=created) if has_lists else {}
    return draw_docx(paper, created=created, pages=pages, sections=sections)

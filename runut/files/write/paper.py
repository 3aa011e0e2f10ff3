"""A paper as the files that leave the office: the PDF, and the Word file that agrees with it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

import pypdfium2

from runut.core.report.blocks import Lists, Paper, blocks_of
from runut.files.write.docx.paper import draw_docx
from runut.files.write.pdf.paper import Pages, pages_of, write_pdf

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
    them, which it offers when the file is opened. A section that begins a page of the PDF because
    it did not fit on the one before does so in Word. ``sections`` make it a copy to be edited, in
    which all flows: the number of each section of people's words, by its key.
    """
    has_lists = any(isinstance(block, Lists) for block in blocks_of(paper))
    pages = pages_of(paper, created=created) if has_lists else Pages()
    if sections is not None:
        pages = replace(pages, pushed=frozenset())
    return draw_docx(
        paper, created=created, pages=pages.numbers, begin=pages.pushed, sections=sections
    )

"""A paper as the files that leave the office: the PDF, and the Word file that agrees with it."""

from datetime import date, datetime

from runut.core.report.blocks import Lists, Paper, blocks_of
from runut.files.write.docx.paper import draw_docx
from runut.files.write.pdf.paper import page_numbers, write_pdf

__all__ = ["write_docx", "write_pdf"]


def write_docx(paper: Paper, *, created: date | datetime) -> bytes:
    """Draw the paper for Word. The same paper and the same ``created`` give the same bytes.

    Its lists of contents, tables and figures hold the page numbers of the PDF until Word renews
    them, which it offers when the file is opened.
    """
    has_lists = any(isinstance(block, Lists) for block in blocks_of(paper))
    pages = page_numbers(paper, created=created) if has_lists else {}
    return draw_docx(paper, created=created, pages=pages)

"""A paper written in every format and read back from what was written."""

from datetime import date

from runut.core.report.blocks import Paper
from runut.core.report.text import write_text
from runut.files.write.html import write_page
from runut.files.write.paper import write_docx, write_pdf
from tests.printed.flow import Shown
from tests.printed.from_docx import read_docx
from tests.printed.from_html import read_html
from tests.printed.from_pdf import read_pdf
from tests.printed.from_text import read_text

CREATED = date(2026, 1, 31)


def read_back(paper: Paper) -> dict[str, list[Shown]]:
    """What each file shows, by its format."""
    return {
        "docx": read_docx(write_docx(paper, created=CREATED)),
        "html": read_html(write_page(paper)),
        "pdf": read_pdf(write_pdf(paper, created=CREATED)),
        "txt": read_text(write_text(paper)),
    }

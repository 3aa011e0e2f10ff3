"""The page numbers in the lists of a Word file are right within one page where LibreOffice lays it
out: it draws as the PDF does, so nobody need renew them first."""

import os
import shutil
from pathlib import Path

import pytest

from runut.core.report.blocks import Paper, Paragraph, line
from runut.files.write.paper import write_docx, write_pdf
from tests.printed.drift import drifts, entries_of, pages_apart, printed_by
from tests.printed.files import CREATED
from tests.printed.offices import Kind, report_of
from tests.write.sample import report

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice (soffice) tidak terpasang"
)
KINDS = (
    (Kind(8, written=0.8), 2),
    (Kind(10, written=1, pictures=True, f4=True), 2),
    (Kind(14, written=0.4), 2),
    (Kind(40, written=0.9, pictures=True), 103),
    (Kind(40, written=0.5, f4=True), 104),
    (Kind(95, written=0.4), 105),
)


def far(found: dict[str, int]) -> dict[str, int]:
    """The entries that stand more than a page from where the lists say."""
    return {anchor: pages for anchor, pages in found.items() if abs(pages) > 1}


def test_the_lists_are_right_in_libreoffice_and_a_word_file_with_more_in_it_is_found_out(
    tmp_path: Path,
) -> None:
    paper = report()
    assert far(drifts(paper, SOFFICE or "soffice", tmp_path)) == {}
    longer = Paper(
        paper.title,
        (paper.body[0], *[Paragraph(line(f"Alinea {n}.")) for n in range(200)], *paper.body[1:]),
        front=paper.front,
        cover=paper.cover,
    )
    (tmp_path / "laporan.docx").write_bytes(write_docx(longer, created=CREATED))
    by_word = printed_by(SOFFICE or "soffice", tmp_path)
    printed = write_pdf(paper, created=CREATED)
    assert far(pages_apart(entries_of(paper), printed, by_word))


@pytest.mark.gate
@pytest.mark.parametrize(("kind", "seed"), KINDS)
def test_they_are_right_in_reports_of_every_size(kind: Kind, seed: int, tmp_path: Path) -> None:
    assert far(drifts(report_of(kind, seed), SOFFICE or "soffice", tmp_path)) == {}

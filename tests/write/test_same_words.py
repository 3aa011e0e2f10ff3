"""Word, PDF, HTML and plain text say the same, word for word."""

from datetime import date

import pytest

from runut.core.report.blocks import Paper
from runut.core.report.text import write_text
from runut.files.write.docx.paper import draw_docx
from runut.files.write.html import write_html
from runut.files.write.paper import write_docx
from runut.files.write.pdf.paper import write_pdf
from tests.write.reading import docx_text, html_text, pdf_text, squeezed, strings_of
from tests.write.sample import attendance, letter, report

CREATED = date(2026, 2, 27)
PAPERS = {"report": report(), "letter": letter(), "attendance": attendance()}


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
def test_every_string_of_a_paper_is_in_all_four_renderings(paper: Paper) -> None:
    drawn = {
        "pdf": pdf_text(write_pdf(paper, created=CREATED), paper),
        "docx": docx_text(draw_docx(paper, created=CREATED, pages={})),
        "html": html_text(write_html(paper)),
    }
    for string in strings_of(paper):
        for name, text in drawn.items():
            wanted = squeezed(string if name != "pdf" else string.replace("✓", "√"))
            assert wanted in text, f"{name} lacks: {string}"


def test_the_numbers_of_tables_and_figures_agree() -> None:
    paper = report()
    drawn = (
        pdf_text(write_pdf(paper, created=CREATED), paper),
        docx_text(draw_docx(paper, created=CREATED, pages={})),
        html_text(write_html(paper)),
        squeezed(write_text(paper)),
    )
    for text in drawn:
        assert "Tabel12.Daftarkegiatanyangdidokumentasikan" in text
        assert "Gambar8.Perkembangancapaianlimatahunbagianke-7" in text


def test_a_nip_is_printed_in_its_four_groups_after_the_name() -> None:
    paper = letter()
    for text in (
        pdf_text(write_pdf(paper, created=CREATED), paper),
        docx_text(write_docx(paper, created=CREATED)),
        html_text(write_html(paper)),
    ):
        end = text[text.index("Pontianak,27Februari2026") :]
        order = ["KEPALABIRO", "Drs.BudiSantoso", "PembinaUtamaMuda", "NIP197001011995031001"]
        assert [end.index(part) for part in order] == sorted(end.index(part) for part in order)
    assert "NIP 19700101 199503 1 001" in write_html(paper)

"""Dots, lines, digits and addresses of 300 signs stay on the page, wherever they stand."""

from collections.abc import Iterator
from datetime import date

import pypdfium2
import pytest

from runut.core.report.blocks import (
    Block,
    Boxed,
    Bullets,
    Figure,
    Gap,
    Heading,
    Letterhead,
    Paper,
    Paragraph,
    Signature,
    Signatures,
    Table,
    Text,
    line,
)
from runut.files.write.pdf.paper import write_pdf
from tests.write.sample import cell, head

RUNS = {
    "dots": "." * 300,
    "lines": "_" * 300,
    "digits": "1234567890" * 30,
    "address": "https://contoh.go.id/" + "abc/def?x=1&y=2" * 19,
    "letters": "m" * 300,
    "hyphens": "-" * 300,
    "digits and hyphens": "12-34-" * 50,
}
MARGIN = 40


def _everywhere(run: str) -> Iterator[Block]:
    yield Letterhead(lines=("PEMERINTAH", run), address=run)
    yield Heading(1, run)
    yield Heading(3, run)
    yield Paragraph(line(run))
    yield Paragraph((Text("Nama"), Text(run, bold=True), Text("ya")))
    yield Paragraph(tuple(Text(run[n : n + 5], bold=n % 2 == 0) for n in range(0, len(run), 5)))
    yield Paragraph((Figure(run, "angka"),))
    yield Paragraph((Gap("isi", run),))
    yield Bullets((line(run),))
    yield Boxed((line(run),))
    yield Table(head("Uraian", run), ((cell(run), cell("b")),), (0.5, 0.5), caption=run)
    yield Signatures((Signature(run, run, run),))


@pytest.mark.parametrize("kind", RUNS)
def test_a_run_without_a_blank_never_leaves_the_page(kind: str) -> None:
    run = RUNS[kind]
    paper = Paper(title="Uji", body=tuple(_everywhere(run)), header=run, footer=run)
    document = pypdfium2.PdfDocument(write_pdf(paper, created=date(2026, 1, 1)))
    outside = [
        (number, box)
        for number, page in enumerate(document, start=1)
        for words in [page.get_textpage()]
        for box in map(words.get_charbox, range(words.count_chars()))
        if box[0] < MARGIN or box[2] > page.get_width() - MARGIN
    ]
    document.close()
    assert outside == []

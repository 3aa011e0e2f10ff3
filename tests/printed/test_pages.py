"""Every page of a report as a printer sees it: nothing stands alone, and no page is nearly empty.

The judge reads the tags of the PDF; each of its complaints is provoked here once.
"""

from dataclasses import replace

import pytest

from runut.core.report.blocks import (
    Cell,
    Chart,
    Cover,
    Heading,
    Lists,
    Node,
    Paper,
    Paragraph,
    Table,
    line,
)
from runut.files.write.layout.breaks import Breaks
from runut.files.write.pdf import paper as drawing
from runut.files.write.pdf import tables
from runut.files.write.pdf.paper import write_pdf
from tests.printed.files import CREATED
from tests.printed.offices import Kind, report_of
from tests.printed.pages import faults

LINES = 45
"""Parts of a chapter whose list of contents is one line longer than a page."""
SMALL = Kind(8, written=0.8)
PICTURES_ON_F4 = Kind(10, written=1, pictures=True, f4=True)
HALF_EMPTY = Kind(14, written=0.4)
KINDS = (
    SMALL,
    PICTURES_ON_F4,
    HALF_EMPTY,
    Kind(40, written=0.9, pictures=True),
    Kind(40, written=0.5, f4=True),
    Kind(95, written=0.4),
)


@pytest.mark.parametrize("kind", [SMALL, PICTURES_ON_F4, HALF_EMPTY])
def test_nothing_stands_alone_in_the_report_of_a_random_office(kind: Kind) -> None:
    assert faults(write_pdf(report_of(kind, 2), created=CREATED)) == []


@pytest.mark.gate
@pytest.mark.parametrize("seed", range(100, 136))
def test_nothing_stands_alone_in_many_reports(seed: int) -> None:
    report = report_of(KINDS[seed % len(KINDS)], seed)
    assert faults(write_pdf(report, created=CREATED)) == []


def cell(words: str, span: int = 1) -> Cell:
    return Cell((line(words),), span=span)


def table(rows: int = 24) -> Table:
    """Groups of four rows under a head, and two notes."""
    drawn = [
        (cell(f"Kelompok {n // 5 + 1}", 2),) if n % 5 == 0 else (cell(str(n)), cell(f"Baris {n}"))
        for n in range(rows)
    ]
    head = ((cell("No"), cell("Uraian")),)
    notes = (line("Catatan pertama."), line("Catatan kedua."))
    return Table(head, tuple(drawn), (0.2, 0.8), caption="Rincian", notes=notes, key="rincian")


def paper(*blocks: object) -> Paper:
    return Paper("Uji", tuple(blocks), cover=Cover(("UJI",), ("KANTOR",)))  # type: ignore[arg-type]


def pushed_down(lines: int) -> Paper:
    """A table that begins lower and lower, so that every place of it meets the end of a page."""
    filler = [Paragraph(line(f"Alinea {n}.")) for n in range(lines)]
    return paper(Heading(1, "PENDAHULUAN"), *filler, Heading(2, "Rincian"), table())


def all_faults() -> str:
    return "\n".join(
        one for n in range(9, 15) for one in faults(write_pdf(pushed_down(n), created=CREATED))
    )


def test_wherever_a_table_begins_its_heads_rows_and_notes_stay_together() -> None:
    assert all_faults() == ""


def test_the_judge_names_what_a_table_without_care_leaves_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def carelessly(_table: object, fitted: object, _page: object) -> Breaks:
        rows = fitted.rows  # type: ignore[attr-defined]
        return Breaks(rows, (0,) * len(rows), False, False, 0, 0, 2)

    monkeypatch.setattr(tables, "breaks_of", carelessly)
    said = all_faults()
    for complaint in ("kelompok di kaki", "catatan tabel di kepala", "satu baris tabel sendirian"):
        assert complaint in said


def test_a_large_drawing_leaves_no_empty_page_and_the_judge_would_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tree = Node("Tujuan", "", tuple(Node(f"Sasaran {n}") for n in range(40)))
    chart = Chart("tree", "Penjenjangan", (), (), "", "Penjenjangan", tree=(tree,))
    words = [Paragraph(line(f"Alinea {n}.")) for n in range(30)]
    pages = paper(Heading(1, "PENDAHULUAN"), *words[:8], chart, *words)
    assert faults(write_pdf(pages, created=CREATED)) == []
    monkeypatch.setattr(drawing, "fills_a_page", lambda *_: False)
    assert "terisi" in "\n".join(faults(write_pdf(pages, created=CREATED)))


def test_the_last_page_of_a_list_is_never_one_line_and_the_judge_would_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = [
        one for n in range(LINES) for one in (Heading(2, f"Bagian {n}"), Paragraph(line("Alinea.")))
    ]
    front = (Lists("isi", "DAFTAR ISI"),)
    whole = replace(paper(Heading(1, "PENDAHULUAN"), *parts), front=front)
    assert faults(write_pdf(whole, created=CREATED)) == []
    monkeypatch.setattr(drawing, "_LISTED_LAST", 0)
    assert "hanya 1 baris daftar" in "\n".join(faults(write_pdf(whole, created=CREATED)))

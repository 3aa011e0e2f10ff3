"""Wide tables turn the page without leaving a heading, a signature or a blank page behind."""

from runut.core.report.blocks import Block, Heading, PageBreak, Paper, Paragraph, Signatures, line
from runut.files.write.layout.outline import outline
from runut.files.write.layout.sheets import Sheet, sheets
from tests.write.sample import PROSE, leader, measured, wide_table

LONG = Paragraph(line(PROSE * 9))
SHORT = Paragraph(line("Rencana aksi adalah sebagai berikut:"))


def cut(*blocks: Block, chapters: bool = True) -> list[Sheet]:
    placed = outline(Paper(title="Uji", body=blocks)).body
    return sheets(placed, landscape=False, chapters=chapters)


def kinds(sheet: Sheet) -> list[str]:
    return [type(p.block).__name__ for p in sheet.placed]


def test_text_before_a_wide_table_keeps_its_upright_page() -> None:
    found = cut(Heading(1, "BAB"), LONG, wide_table(1))
    assert [sheet.landscape for sheet in found] == [False, True]


def test_the_heading_and_its_short_introduction_turn_with_the_table() -> None:
    found = cut(LONG, Heading(2, "A"), Heading(3, "1"), SHORT, wide_table(1))
    assert kinds(found[1]) == ["Heading", "Heading", "Paragraph", "Table"]


def test_neighbouring_wide_tables_share_lying_pages() -> None:
    found = cut(wide_table(1), SHORT, wide_table(2), Heading(2, "B"), wide_table(3))
    assert len(found) == 1


def test_a_signature_after_a_wide_table_stays_with_it() -> None:
    found = cut(wide_table(1), leader(), Heading(1, "LAMPIRAN 2"), LONG)
    assert kinds(found[0]) == ["Table", "Signatures"]
    assert isinstance(leader(), Signatures)


def test_long_text_after_a_wide_table_stands_upright_again() -> None:
    assert [s.landscape for s in cut(wide_table(1), LONG, measured(1))] == [True, False]


def test_a_break_next_to_a_turn_of_the_page_is_not_a_second_break() -> None:
    found = cut(LONG, PageBreak(), wide_table(1), PageBreak(), PageBreak(), Heading(1, "BAB"), LONG)
    assert [sheet.breaks for sheet in found] == [frozenset()] * 3
    assert "PageBreak" not in [kind for sheet in found for kind in kinds(sheet)]


def test_a_break_before_a_chapter_is_one_break() -> None:
    (sheet,) = cut(LONG, PageBreak(), Heading(1, "BAB II"), LONG)
    assert sheet.breaks == {1}


def test_breaks_alone_make_no_page() -> None:
    assert cut(PageBreak(), PageBreak()) == []


def test_headings_of_a_letter_do_not_start_pages() -> None:
    (sheet,) = cut(LONG, Heading(1, "NOTULA"), chapters=False)
    assert not sheet.breaks

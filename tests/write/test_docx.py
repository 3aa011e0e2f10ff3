"""A report as DOCX: what Word needs to treat it as a real document, and nothing that stops it."""

import io
import re
import zipfile
from datetime import date
from functools import cache

import docx
import pytest
from docx.enum.section import WD_ORIENT
from lxml import etree

from runut.core.report.blocks import Figure, Gap, Heading, Paper, Paragraph, Table, line
from runut.files.write.paper import write_docx
from runut.files.write.pdf.paper import pages_of
from tests.write.reading import docx_text
from tests.write.sample import attendance, cell, head, letter, report, wide_table

CREATED = date(2026, 2, 27)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def drawn() -> bytes:
    return write_docx(report(), created=CREATED)


def part(name: str, content: bytes | None = None) -> str:
    with zipfile.ZipFile(io.BytesIO(content or drawn())) as archive:
        return archive.read(name).decode("utf-8")


def body(content: bytes | None = None) -> etree._Element:
    return etree.fromstring(part("word/document.xml", content).encode())


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert write_docx(report(), created=CREATED) == drawn()
    with zipfile.ZipFile(io.BytesIO(drawn())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_headings_are_words_own_headings_in_order() -> None:
    document = docx.Document(io.BytesIO(drawn()))
    found = [p for p in document.paragraphs if p.style.name.startswith("Heading")]
    wanted = [b for b in (*report().front, *report().body) if isinstance(b, Heading)]
    texts = [p.text for p in found if "DAFTAR" not in p.text]
    assert len(texts) == len(wanted)
    assert "BAB I\nPENDAHULUAN" in texts
    assert "A.\tLatar Belakang" in texts


def test_a_heading_outside_the_contents_is_not_one_of_words_headings() -> None:
    document = docx.Document(io.BytesIO(write_docx(attendance(), created=CREATED)))
    title = next(p for p in document.paragraphs if p.text == "DAFTAR HADIR")
    assert title.style.name == "Judul lepas 1"
    assert 'w:outlineLvl w:val="9"' in etree.tostring(title.style.element, encoding="unicode")


def test_the_lists_are_filled_before_word_renews_them() -> None:
    pages = pages_of(report(), created=CREATED).numbers
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(drawn())).paragraphs)
    assert f"BAB IV  PENUTUP\t{pages['bab-4']}" in text
    assert "KATA PENGANTAR\ti" in text
    assert f"Tabel 12. Daftar kegiatan yang didokumentasikan selama tahun berjalan\t{pages['tabel-12']}" in text  # fmt: skip  # noqa: E501


def test_every_link_of_a_list_has_its_bookmark() -> None:
    document = body()
    marks = {node.get(f"{W}name") for node in document.iter(f"{W}bookmarkStart")}
    links = [node.get(f"{W}anchor") for node in document.iter(f"{W}hyperlink")]
    assert len(links) > 40
    assert set(links) <= marks


def test_fields_are_closed_and_captions_count_by_themselves() -> None:
    document = body()
    kinds = [node.get(f"{W}fldCharType") for node in document.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    orders = [node.text or "" for node in document.iter(f"{W}instrText")]
    assert sum("SEQ Tabel" in order for order in orders) == 13
    assert sum("SEQ Gambar" in order for order in orders) == 8


def test_word_is_asked_to_renew_only_where_there_are_lists() -> None:
    settings = part("word/settings.xml")
    assert settings.index("characterSpacingControl") < settings.index("updateFields")
    assert settings.index("updateFields") < settings.index("<w:compat>")
    assert "updateFields" not in part("word/settings.xml", write_docx(letter(), created=CREATED))


def test_numbers_of_pages_are_roman_then_arabic_from_1() -> None:
    found = re.findall(r"<w:pgNumType [^>]*>", part("word/document.xml"))
    assert found[0] == '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'
    assert found[1] == '<w:pgNumType w:fmt="decimal" w:start="1"/>'
    assert set(found[2:]) == {'<w:pgNumType w:fmt="decimal"/>'}
    cover = body().find(f".//{W}sectPr")
    assert cover is not None
    assert cover.find(f"{W}footerReference") is None


def test_wide_tables_lie_and_the_text_stands_again_afterwards() -> None:
    sections = docx.Document(io.BytesIO(drawn())).sections
    lying = [section.orientation == WD_ORIENT.LANDSCAPE for section in sections]
    assert lying == [False, False, False, True, False, True, False]
    assert all(
        (s.page_width > s.page_height) == one for s, one in zip(sections, lying, strict=True)
    )


def test_heads_repeat_and_rows_are_not_cut() -> None:
    tables = [t for t in body().iter(f"{W}tbl") if "Uraian kegiatan" in "".join(t.itertext())]
    rows = list(tables[0].iter(f"{W}tr"))
    assert len(rows) == 121
    assert rows[0].find(f".//{W}tblHeader") is not None
    assert all(row.find(f".//{W}cantSplit") is not None for row in rows)


def test_merged_cells_leave_every_row_full() -> None:
    content = write_docx(Paper(title="Uji", body=(wide_table(1),)), created=CREATED)
    for row in body(content).iter(f"{W}tr"):
        spans = [node.get(f"{W}val") for node in row.iter(f"{W}gridSpan")]
        cells = len(row.findall(f"{W}tc"))
        assert cells + sum(int(span or 1) - 1 for span in spans) == 12


def test_the_typeface_is_arial_and_no_theme_overrules_it() -> None:
    styles = part("word/styles.xml")
    assert 'w:ascii="Arial"' in styles
    assert "Theme" not in styles
    assert 'w:val="id-ID"' in styles


def test_pictures_have_their_words_and_numbers_of_their_own() -> None:
    names = re.findall(
        r'<wp:docPr id="(\d+)" name="[^"]*" descr="([^"]*)"', part("word/document.xml")
    )
    assert len(names) == 10  # eight charts, one picture, one QR
    assert len({number for number, _ in names}) == len(names)
    assert all(words for _, words in names)


def test_lists_start_again_from_one() -> None:
    numbers = re.findall(r'<w:numId w:val="(\d+)"/>', part("word/document.xml"))
    assert len(set(numbers)) == 10
    assert part("word/numbering.xml").count("startOverride") == 10


def test_the_properties_name_title_and_date() -> None:
    properties = docx.Document(io.BytesIO(drawn())).core_properties
    assert properties.title == report().title
    assert properties.created.date() == CREATED
    assert properties.language == "id-ID"


@pytest.mark.parametrize(
    "words", ["<w:p/>", "&amp;", "]]>", '"', "a\x00b", "pasangan \ud800", "a\tb"]
)
def test_words_of_people_are_never_xml(words: str) -> None:
    paper = Paper(
        title=words,
        header=words,
        footer=words,
        author=words,
        body=(
            Heading(1, words, words, words),
            Paragraph(line(words, Figure(words, words), Gap(words, words))),
            Table(head(words), ((cell(words),),), (1.0,), caption=words),
        ),
    )
    shown = docx_text(write_docx(paper, created=CREATED))
    wanted = words.replace("\x00", "").replace("\ud800", "").replace("\t", "").replace(" ", "")
    assert shown.count(wanted) >= 6


def test_a_gap_is_shaded_so_that_nobody_overlooks_it() -> None:
    paper = Paper(title="Uji", body=(Paragraph(line(Gap("a", "tulis sebab"))),))
    xml = part("word/document.xml", write_docx(paper, created=CREATED))
    assert "[BELUM DIISI: tulis sebab]" in xml
    assert 'w:fill="FDF1D6"' in xml

"""A report as PDF: valid for the archive, complete, and with every page where the lists say."""

import io
import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

import pypdf
import pypdfium2
import pytest

from runut.core.report.blocks import (
    Cell,
    Figure,
    Gap,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Table,
    Text,
    line,
)
from runut.files.write.pdf.paper import pages_of, write_pdf
from tests.write.reading import own_text, pdf_pages, pdf_text, squeezed
from tests.write.sample import attendance, cell, head, leader, letter, long_table, report

CREATED = date(2026, 2, 27)


@cache
def drawn() -> bytes:
    return write_pdf(report(), created=CREATED)


def reader() -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(drawn()))


def short(*blocks: object) -> Paper:
    return Paper(title="Uji", body=tuple(blocks))  # type: ignore[arg-type]


def test_it_declares_pdf_a_2a_and_pdf_ua_1_and_is_tagged() -> None:
    root = reader().trailer["/Root"]
    xmp = root["/Metadata"].get_data().decode("utf-8")
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "id-ID"
    assert reader().metadata.title == "Laporan Kinerja Instansi Pemerintah Tahun 2025"


def test_the_same_paper_gives_the_same_bytes_and_ends_in_a_newline() -> None:
    assert write_pdf(report(), created=CREATED) == drawn()
    assert drawn().endswith(b"%%EOF\n")
    assert write_pdf(report(), created=date(2026, 2, 28)) != drawn()


def test_a_moment_means_the_same_in_every_time_zone() -> None:
    noon = datetime(2026, 2, 27, 12, tzinfo=UTC)
    west = noon.astimezone(timezone(timedelta(hours=7)))
    assert write_pdf(letter(), created=noon) == write_pdf(letter(), created=west)


def test_all_fonts_are_embedded_and_are_the_office_typeface() -> None:
    names = set()
    for page in reader().pages:
        for font in page["/Resources"].get("/Font", {}).values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            names.add(str(descriptor["/FontName"]).partition("+")[2])
    assert {"Arimo", "Arimo-Bold"} <= names
    assert all(name.startswith("Arimo") for name in names)


def test_the_cover_has_no_number_the_front_is_roman_and_the_body_starts_at_1() -> None:
    labels = reader().page_labels
    chapter = next(n for n, text in enumerate(pdf_pages(drawn())) if "BAB I\r" in text[:200])
    assert labels[1:chapter] == ["i", "ii", "iii", "iv"]
    assert labels[chapter] == "1"
    assert labels[-1] == str(len(labels) - chapter)
    assert report().footer not in pdf_pages(drawn())[0]


def test_the_lists_name_the_true_page_of_every_heading_table_and_figure() -> None:
    pages, labels = pdf_pages(drawn()), reader().page_labels
    lists = "\n".join(pages[labels.index("iii") : labels.index("iv") + 1])
    found = re.findall(r"^(.+?) ?(?:\. ?){3,} ?(\w+)\s*$", lists, re.MULTILINE)
    assert len(found) >= 40
    for words, page in found:
        assert squeezed(words) in squeezed(pages[labels.index(page)]), f"{words} tidak di {page}"


def test_page_numbers_for_word_are_those_of_the_pdf() -> None:
    numbers = pages_of(report(), created=CREATED).numbers
    pages, labels = pdf_pages(drawn()), reader().page_labels
    assert "PENUTUP" in pages[labels.index(numbers["bab-4"])]
    assert numbers["kata-pengantar"] == "i"


def test_the_outline_holds_every_heading_in_order() -> None:
    titles = [item.title for item in _flat(reader().outline)]
    wanted = ["KATA PENGANTAR", "BAB I PENDAHULUAN", "A. Latar Belakang", "BAB IV PENUTUP"]
    assert [title for title in titles if title in wanted] == wanted


def test_no_page_is_blank_though_wide_tables_breaks_and_chapters_meet() -> None:
    paper = report()
    for text, label in zip(pdf_pages(drawn()), reader().page_labels, strict=True):
        assert own_text(text, paper, label).strip(), f"halaman {label} kosong"
    assert 24 <= len(reader().pages) <= 40


def test_wide_tables_share_lying_pages_and_turn_back() -> None:
    lying = [page.mediabox.width > page.mediabox.height for page in reader().pages]
    pages = pdf_pages(drawn())
    first = next(n for n, one in enumerate(lying) if one)
    assert "Tabel 2." in pages[first]
    assert "Rencana Aksi dan Anggaran" in pages[first]  # the heading turned with its table
    neighbour = next(n for n, one in enumerate(pages) if "Tabel 3." in one and n >= first)
    assert all(lying[first : neighbour + 1])  # and so did the neighbour
    annex = next(text for text in pages if text.find("LAMPIRAN 1\r") in range(120))
    assert "Drs. Budi Santoso" in annex  # the signature stays with the wide table


def test_a_long_table_repeats_its_head_and_cuts_no_row() -> None:
    pages = pdf_pages(write_pdf(short(long_table(120)), created=CREATED))
    assert len(pages) > 5
    seen = []
    for text in pages:
        flat = squeezed(text)
        assert "Uraiankegiatan" in flat
        starts = re.findall(r"Bariske-(\d{3})awal", flat)
        assert starts == re.findall(r"Akhirke-(\d{3})", flat)
        seen += starts
    assert seen == [f"{i:03}" for i in range(1, 121)]


def test_a_row_taller_than_a_page_breaks_and_loses_nothing() -> None:
    words = " ".join(f"kata{i}" for i in range(3000))
    paper = short(Table(head("Uraian", "Isi"), ((cell("a"), cell(words)),), (0.3, 0.7)))
    text = pdf_text(write_pdf(paper, created=CREATED), paper)
    assert text.count("kata2999") == 1
    assert "kata1500" in text


def test_a_word_wider_than_its_column_stays_inside() -> None:
    address = "https://contoh.go.id/" + "x" * 300
    row = (cell("1"), cell(address), cell("Penanggungjawab"))
    paper = short(Table(head("No", "Tautan", "Ket"), (row,), (0.05, 0.2, 0.75)))
    pdf = write_pdf(paper, created=CREATED)
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    boxes = [page.get_textpage().get_charbox(i) for i in range(page.get_textpage().count_chars())]
    assert max(box[2] for box in boxes) <= page.get_width() - 20 / 25.4 * 72 + 1
    assert squeezed(address) in pdf_text(pdf, paper)
    document.close()


HOSTILE = ["#panic()", "[x]", "$a$", "\\", "@ref", "<label>", "*tebal*", "`kode`", "// k", "/* k"]


@pytest.mark.parametrize("words", [*HOSTILE, '"', "{{ x }}", "#let x = 1", "= Judul", "\\u{41}"])
def test_words_of_people_are_never_markup(words: str) -> None:
    paper = Paper(
        title=words,
        header=words,
        footer=words,
        body=(
            Heading(1, words, words, words),
            Paragraph(line(Text(words, bold=True), Figure(words, words), Gap(words, words))),
            Table(((cell(words),),), ((cell(words),),), (1.0,), caption=words, key=words),
        ),
    )
    text = squeezed("".join(pdf_pages(write_pdf(paper, created=CREATED))))
    assert text.count(squeezed(words)) >= 8


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\x00b\x07c", "abc"),
        ("bulatan \uf0b7 Wingdings", "bulatan•Wingdings"),
        ("selesai ✓ belum ✗", "selesai√belumx"),
        ("emoji 😀 dan 漢字", "emoji□dan□□"),
        ("pasangan \ud800 rusak", "pasanganrusak"),
        ("baris\r\nbaru\tkolom", "barisbarukolom"),
    ],
)
def test_characters_without_a_glyph_never_stop_a_report(given: str, shown: str) -> None:
    paper = short(Heading(1, given), Paragraph(line(given)))
    assert shown in pdf_text(write_pdf(paper, created=CREATED), paper)


def test_a_skipped_heading_level_does_not_stop_a_report() -> None:
    paper = short(Heading(3, "Tiga"), Heading(1, "Satu"), Heading(4, "Empat"))
    assert "Empat" in pdf_text(write_pdf(paper, created=CREATED), paper)


def test_crooked_tables_are_drawn_whole() -> None:
    lone = Cell((line("sendiri"),), span=9, rows=9)
    table = Table(head("a", "b", "c"), ((lone,), (), (cell("x"),)), (0.5, 0.5), caption="Miring")
    paper = short(table, Table((), (), ()), Table((), ((),), (0.0, 0.0)))
    text = pdf_text(write_pdf(paper, created=CREATED), paper)
    assert "sendiri" in text
    assert "x" in text


def test_an_empty_paper_and_a_broken_drawing_are_still_a_document() -> None:
    assert len(pdf_pages(write_pdf(short(), created=CREATED))) == 1
    assert write_pdf(short(Picture("<svg", 50, "rusak")), created=CREATED)


def test_letters_are_f4_and_reports_a4() -> None:
    def size(pdf: bytes) -> tuple[int, int]:
        box = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
        return round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)

    assert size(write_pdf(letter(), created=CREATED)) == (215, 330)
    assert size(drawn()) == (210, 297)


def test_a_signature_never_stands_alone_on_a_page() -> None:
    for lines in range(36, 48):
        filler = [Paragraph(line(f"baris {n}")) for n in range(lines)]
        paper = short(*filler, Paragraph(line("Demikian laporan ini.")), leader())
        signed = [t for t in pdf_pages(write_pdf(paper, created=CREATED)) if "Budi Santoso" in t]
        assert "Demikian laporan ini." in signed[0]


def test_people_who_sign_have_room_for_it() -> None:
    pages = pdf_pages(write_pdf(attendance(30), created=CREATED))
    assert len(pages) == 2
    assert "Tanda Tangan" in pages[1]
    assert "Joko Susilo" in pages[1]


def _flat(items: list[object]) -> list[pypdf.generic.Destination]:
    found: list[pypdf.generic.Destination] = []
    for item in items:
        found += _flat(item) if isinstance(item, list) else [item]  # type: ignore[list-item]
    return found

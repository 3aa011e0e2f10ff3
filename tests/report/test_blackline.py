"""A comparison of two papers loses nothing of either, and tells came from went without colour."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pypdf

from runut.core.report.blackline.paper import SAMA, compare_as_paper
from runut.core.report.blocks import Heading, Paper, Paragraph, Table, Text, blocks_of, lines_of
from runut.core.report.cells import cell, head_row
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.text import write_text
from runut.files.write.html import write_html
from runut.files.write.paper import write_docx, write_pdf
from tests.report.sample import DATA

AT = datetime(2026, 2, 2, tzinfo=UTC)
OLD = compose_lakip(DATA, {"penutup": "Hasil tahun ini baik.\n\nKami belajar darinya."})
NEW = compose_lakip(
    DATA, {"penutup": "Hasil tahun ini sangat baik.\n\nIni sisipan.\n\nKami belajar darinya."}
)
NEXT_YEAR = compose_lakip(replace(DATA, tahun=2026), {"penutup": "Hasil tahun ini buruk."})


def marks(paper: Paper, change: str) -> list[str]:
    runs = (part for block in blocks_of(paper) for line in lines_of(block) for part in line)
    return [one.text.strip() for one in runs if isinstance(one, Text) and one.change == change]


def test_only_the_section_that_differs_is_told_with_those_above_it() -> None:
    found = compare_as_paper(OLD, NEW, "Versi 1", "Versi 2")
    headings = [one.text for one in blocks_of(found) if isinstance(one, Heading)]
    assert headings == ["PERBANDINGAN", "PENUTUP", "Simpulan"]
    assert "1 dari 50 bagian berubah" in write_text(found)
    assert marks(found, "baru") == ["sangat", "Ini sisipan."]
    assert marks(found, "hilang") == []


def test_the_same_paper_twice_differs_nowhere() -> None:
    found = compare_as_paper(OLD, OLD, "Versi 1", "Versi 1")
    assert SAMA in write_text(found)


def test_sections_of_two_years_are_matched_by_what_they_are_about() -> None:
    found = compare_as_paper(OLD, NEXT_YEAR, "LAKIP 2025", "LAKIP 2026")
    words = write_text(found)
    assert "Bagian ini" not in words, "no section is taken for another one"
    assert "[-2025 -][+2026+]" in words
    assert "[-baik. -][+buruk.+]" in words or "[-baik.-]" in words


def words_of(paper: Paper, without: str) -> Iterator[str]:
    for block in blocks_of(paper):
        for line in lines_of(block):
            said = "".join(
                ""
                if without and getattr(one, "change", "") == without
                else getattr(one, "text", "")
                for one in line
            )
            if said.strip():
                yield " ".join(said.split())


def test_nothing_of_either_paper_is_lost() -> None:
    """Every line of a changed section stands in the comparison, before as after."""
    found = compare_as_paper(OLD, NEXT_YEAR, "LAKIP 2025", "LAKIP 2026")
    both = set(words_of(OLD, "")) & set(words_of(NEXT_YEAR, ""))
    for paper, other in ((OLD, "baru"), (NEXT_YEAR, "hilang")):
        told = set(words_of(found, other))
        alone = [one for one in words_of(paper, "") if one not in both]
        assert alone and [one for one in alone if one not in told] == []


def sections(*told: tuple[str, str]) -> Paper:
    return Paper(
        "Bagian",
        tuple(b for head, words in told for b in (Heading(1, head), Paragraph((Text(words),)))),
    )


def test_a_section_that_went_and_one_that_came_are_told_in_their_places() -> None:
    before = sections(("Awal", "Tetap."), ("Lama", "Isi lama."), ("Akhir", "Tetap."))
    after = sections(("Awal", "Tetap."), ("Akhir", "Tetap."), ("Baru", "Isi baru."))
    found = compare_as_paper(before, after, "Versi 1", "Versi 2")
    assert marks(found, "hilang") == ["Bagian ini dihapus.", "Isi lama."]
    assert marks(found, "baru") == ["Bagian ini baru.", "Isi baru."]


def test_a_heading_that_names_its_year_is_the_same_section_next_year() -> None:
    before, after = (sections((f"Capaian Tahun {year}", f"{year} baik.")) for year in (2025, 2026))
    found = compare_as_paper(before, after, "LAKIP 2025", "LAKIP 2026")
    assert "Bagian ini" not in write_text(found)
    assert "2025" in marks(found, "hilang") and "2026" in marks(found, "baru")


def test_rows_of_a_table_are_told_one_by_one() -> None:
    def paper(*rows: tuple[str, str]) -> Paper:
        body = tuple((cell(name), cell(value)) for name, value in rows)
        return Paper("Tabel", (Table((head_row("Nama", "Nilai"),), body, (0.5, 0.5)),))

    before = paper(("Satu", "1"), ("Dua", "2"), ("Tiga", "3"))
    after = paper(("Satu", "1"), ("Tiga", "4"), ("Empat", "5"))
    found = compare_as_paper(before, after, "Lama", "Baru")
    assert marks(found, "hilang") == ["Dua", "2", "3"]
    assert marks(found, "baru") == ["4", "Empat", "5"]


def test_each_writer_marks_them_without_colour() -> None:
    body = (
        Paragraph((Text("Hasil "), Text("baik ", change="hilang"), Text("cukup", change="baru"))),
    )
    paper = Paper("Perbandingan", body)
    assert "Hasil <del>baik </del><ins>cukup</ins>" in write_html(paper)
    word = zipfile.ZipFile(io.BytesIO(write_docx(paper, created=AT))).read("word/document.xml")
    assert b"<w:strike/>" in word and b'<w:u w:val="single"/>' in word
    page = pypdf.PdfReader(io.BytesIO(write_pdf(paper, created=AT))).pages[0]
    plain = pypdf.PdfReader(
        io.BytesIO(
            write_pdf(Paper("Perbandingan", (Paragraph((Text("Hasil baik cukup"),)),)), created=AT)
        )
    ).pages[0]
    assert " ".join(page.extract_text().split()).startswith("Hasil baik cukup")
    drawn, bare = (one.get_contents().get_data().count(b" l\n") for one in (page, plain))
    assert drawn - bare >= 2, "a line under what came, and one through what went"

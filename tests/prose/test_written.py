"""What people write, drawn by every writer: lists under lists, emphasis, tables, figures."""

import io
import zipfile
from datetime import date

import pytest

from runut.core.report.blocks import Figure, Gap, Paper, Photo, Table, figures_of, gaps_of
from runut.core.report.prose.read import read_prose
from runut.core.report.prose.resolve import LiveFigure, PhotoData, resolve_paper
from runut.core.report.text import write_text
from runut.files.write.html import write_html
from runut.files.write.paper import write_docx, write_pdf

PHOTO = PhotoData(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==",
    400,
    300,
)
LIVE = {"capaian iku1": LiveFigure("capaian IKU1", "Capaian", Figure("98,95%", "Indikator!E7"))}
TEXT = """Capaian *sangat baik* yaitu {capaian IKU-1}, lihat _Renstra_.

1. Rapat dipercepat
  a. bulan Juli
  b. bulan Agustus
    - pekan kedua
2. Data diperiksa
Tabel: Sebaran dokumen
| Bagian | Dokumen |
| Protokol | 12 |
| Materi *rapat* | {capaian IKU1} |
[gambar abcdef123456 | Rapat tim | Delapan orang di sekeliling meja]
"""


def paper_of(text: str) -> Paper:
    paper = Paper("Uji", read_prose(text, "bab1").blocks)
    return resolve_paper(paper, LIVE, {"abcdef123456": PHOTO})


@pytest.fixture(scope="module")
def paper() -> Paper:
    return paper_of(TEXT)


def test_html_draws_lists_under_lists_emphasis_tables_and_pictures(paper: Paper) -> None:
    html = write_html(paper)

    assert "<b>sangat baik</b>" in html
    assert "<i>Renstra</i>" in html
    below = '<ol class="huruf" type="a"><li>bulan Juli</li>'
    assert f"<ol><li>Rapat dipercepat{below}" in html
    assert "<li>bulan Agustus<ul><li>pekan kedua</li></ul></li></ol></li><li>Data" in html
    assert "<b>Tabel 1.</b> Sebaran dokumen" in html
    assert 'alt="Delapan orang di sekeliling meja"' in html
    assert "98,95%" in html and "{" not in html


def test_word_has_lists_under_lists_and_the_picture_as_real_ones(paper: Paper) -> None:
    archive = zipfile.ZipFile(io.BytesIO(write_docx(paper, created=date(2026, 1, 2))))
    document = archive.read("word/document.xml").decode()
    numbering = archive.read("word/numbering.xml").decode()

    assert document.count('<w:ilvl w:val="0"/>') == 2
    assert document.count('<w:ilvl w:val="1"/>') == 2
    assert document.count('<w:ilvl w:val="2"/>') == 1
    assert '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2."/>' in numbering
    assert any(name.endswith(".jpeg") for name in archive.namelist())
    assert "98,95%" in document


def test_text_and_pdf_draw_the_same_words(paper: Paper) -> None:
    text = write_text(paper)

    assert "1. Rapat dipercepat\n   a. bulan Juli\n   b. bulan Agustus\n      - pekan" in text
    assert "Gambar 1. Rapat tim\nDelapan orang" in text
    assert write_pdf(paper, created=date(2026, 1, 2)).startswith(b"%PDF")


def test_a_figure_keeps_its_name_and_says_where_it_comes_from(paper: Paper) -> None:
    figures = figures_of(paper)

    assert [(one.text, one.source) for one in figures] == [("98,95%", "Indikator!E7")] * 2


def test_an_unknown_figure_and_a_lost_picture_are_gaps_and_never_printed_as_marks() -> None:
    paper = paper_of("Naik {capaian XY}.\n[gambar 000000000000 | Foto | Uraian]")

    assert [gap.ask for gap in gaps_of(paper)] == [
        "angka “capaian XY” tidak dikenal, pilih dari daftar angka",
        "gambar 000000000000 tidak ditemukan, sisipkan lagi",
    ]
    assert isinstance(gaps_of(paper)[0], Gap)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("**tebal** sekali", "tebal sekali"),
        ("## Hasil tahun ini", "Hasil tahun ini"),
        ("> kutipan", "kutipan"),
        ("<p>Satu &amp; dua</p>", "Satu & dua"),
        ("Lihat [laman](https://contoh.go.id)", "Lihat laman (https://contoh.go.id)"),
        ("`kode`", "kode"),
        ("data_kinerja_2025 dan 2 * 3 * 4", "data_kinerja_2025 dan 2 * 3 * 4"),
        ("*) Sumber: Biro*)", "*) Sumber: Biro*)"),
        ("Nomor: ______", "Nomor: ______"),
        ("5 < 7 dan 9 > 8", "5 < 7 dan 9 > 8"),
        ("a.n. Gubernur", "a.n. Gubernur"),
    ],
)
def test_marks_of_other_systems_are_not_printed_and_signs_that_are_none_stay(
    typed: str, printed: str
) -> None:
    assert write_text(paper_of(typed)).strip() == printed


def test_what_is_odd_is_told_with_its_line() -> None:
    found = read_prose("Satu.\n| a | b |\n| 1 | 2 | 3 |\n[gambar abcdef123456 | Rapat]", "bab1")

    assert [(one.letak.baris, one.letak.bagian) for one in found.findings] == [
        (3, "bab1"),
        (4, "bab1"),
    ]
    assert "berisi 3 kolom, kepala tabelnya 2" in found.findings[0].pesan


def test_the_first_number_of_a_list_is_the_one_that_was_typed() -> None:
    assert "5. lima\n6. enam" in write_text(paper_of("5. lima\n6. enam"))


def test_columns_of_numbers_stand_right_and_the_first_row_is_the_head() -> None:
    table = paper_of("| Bagian | Nilai |\n|---|---|\n| Satu | 1.234,5 |").body[0]

    assert isinstance(table, Table)
    assert [cell.align for cell in table.rows[0]] == ["left", "right"]
    assert len(table.head) == 1 and len(table.rows) == 1


def test_a_picture_is_known_by_the_beginning_of_its_hash() -> None:
    photo = read_prose(f"[gambar {'ab' * 32} | Rapat | Uraian]").blocks[0]

    assert photo == Photo("abababababab", "Rapat", "Uraian")

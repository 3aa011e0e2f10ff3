"""Three workbooks of the shapes that real offices have: imported, reported, nothing refutable."""

import html
import re

import pytest

from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.text import write_text
from runut.files.read.workbook.year import read_workbook
from runut.files.write.html import write_page
from runut.files.write.paper import write_docx
from tests.printed import shapes
from tests.printed.files import CREATED
from tests.printed.from_docx import read_docx
from tests.printed.from_html import read_html
from tests.printed.from_text import read_text
from tests.printed.law import broken_rows, rows_of, scale_of
from tests.printed.sums import broken_sums, overview


def read(book: bytes) -> DataKinerja:
    data, findings = read_workbook(book, "buku.xlsx")
    assert data is not None, findings
    return data


@pytest.mark.parametrize("build", [shapes.directorate, shapes.halfway, shapes.in_words])
def test_nothing_in_the_report_of_a_real_shape_can_be_refuted(build) -> None:  # type: ignore[no-untyped-def]
    data = read(build())
    paper = compose_lakip(data, {})
    codes = tuple(one.id for one in data.indikators)
    for flow in (
        read_html(write_page(paper)),
        read_text(write_text(paper)),
        read_docx(write_docx(paper, created=CREATED)),
    ):
        rows = list(rows_of(flow, codes))
        assert [row.code for row in overview(rows)] == list(codes)
        assert broken_rows(rows, scale_of(flow)) == []
        assert broken_sums(flow, overview(rows)) == []


def test_ninety_two_of_ninety_five_reached_before_the_last_quarter() -> None:
    words = words_of(compose_lakip(read(shapes.directorate()), {}))
    assert "Dari 95 indikator, 92 mencapai atau melebihi target dan 3 belum." in words


def test_money_at_kegiatan_is_counted_and_what_is_shared_is_said() -> None:
    words = words_of(compose_lakip(read(shapes.directorate()), {}))
    assert "Dari pagu anggaran Rp5.600.000.000.000" in words
    assert "Anggaran dicatat pada tingkat kegiatan." in words
    assert "Rp402.000.000.000 dipakai bersama sasaran lain tanpa pembagian" in words
    assert "Rp402.000.000.000" in words


def test_half_a_year_is_nowhere_a_result_of_the_year() -> None:
    words = words_of(compose_lakip(read(shapes.halfway()), {}))
    assert words.count("Dari 17 indikator, belum ada yang dapat dinilai setahun penuh (17") == 1
    assert "Rata-rata capaian 17" not in words
    assert "s.d. TW II terealisasi 59 dari 64, atau 97,04% dari target s.d. TW II 95%" in words
    assert "efisiensi tidak dinilai" in words.lower()


def test_targets_are_printed_as_they_were_written() -> None:
    page = re.sub(r"<[^>]+>", "", write_page(compose_lakip(read(shapes.in_words()), {})))
    words = html.unescape(re.sub(r"\s+", " ", page))
    for target in (
        "100 dari 110 Organisasi",
        "140 Kelompok (1400 orang)",
        "2 hari",
        "minimal 80%",
        "maksimal 3 temuan",
        "31 Maret 2025",
        "Level 3",
        "BB (75,48)",
        "Tersusunnya dokumen",
    ):
        assert target in words, target


def test_just_missed_is_missed_and_not_rounded_up() -> None:
    words = words_of(compose_lakip(read(shapes.in_words()), {}))
    said = "belum mencapai target 2025: kurang 0,004 poin persen dari minimal 80% (capaian 99,995%)"
    assert said in words


def words_of(paper: object) -> str:
    """The words of the text file; lines are joined, tables stay as they are drawn."""
    return re.sub(r"\s+", " ", re.sub(r"[-+ ]*\n", " ", write_text(paper)).replace("|", " "))  # type: ignore[arg-type]

"""The report of a quarter: a part of the year is called so, and its rows follow from themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.kinerja.model import DataKinerja
from runut.core.report.blocks import Heading, PageBreak
from runut.core.report.text import write_text
from runut.core.report.triwulan.compose import compose_triwulan
from runut.files.read.workbook.year import read_workbook
from runut.files.write.html import write_page
from tests.depth import examples
from tests.printed import shapes
from tests.printed.files import read_back
from tests.printed.from_html import read_html
from tests.printed.quarters import quarter_complaints
from tests.printed.test_printed_rows import QUIET, data_of
from tests.printed.years import Typed, years


def read(book: bytes) -> DataKinerja:
    data, findings = read_workbook(book, "buku.xlsx")
    assert data is not None, findings
    return data


@settings(max_examples=examples(40), deadline=None, suppress_health_check=QUIET)
@given(years(), st.sampled_from((1, 2, 3, 4)))
def test_every_row_of_a_quarter_follows_from_itself(typed: Typed, triwulan: int) -> None:
    data = data_of(typed)
    assert data is not None
    flow = read_html(write_page(compose_triwulan(data, triwulan)))
    assert quarter_complaints(flow, typed.codes) == []


@pytest.mark.gate
@settings(max_examples=60, deadline=None, suppress_health_check=QUIET)
@given(years(), st.sampled_from((1, 2, 3, 4)))
def test_every_file_of_random_quarters_holds_the_law(typed: Typed, triwulan: int) -> None:
    data = data_of(typed)
    assert data is not None
    for name, flow in read_back(compose_triwulan(data, triwulan)).items():
        assert quarter_complaints(flow, typed.codes) == [], name


def test_the_four_files_of_a_quarter_hold_the_law() -> None:
    codes = tuple(f"IKU-{n}" for n in range(1, 18))
    for name, flow in read_back(compose_triwulan(read(shapes.halfway()), 2)).items():
        assert quarter_complaints(flow, codes) == [], name


def test_each_sasaran_has_a_page_of_its_own() -> None:
    body = compose_triwulan(read(shapes.halfway()), 2).body
    after = [body[n + 1] for n, one in enumerate(body) if isinstance(one, PageBreak)]
    assert [one.text[:9] for one in after if isinstance(one, Heading)] == [
        "Sasaran 1",
        "Sasaran 2",
        "Sasaran 3",
    ]


def test_a_quarter_that_is_still_empty_is_not_made_of_the_one_before() -> None:
    words = write_text(compose_triwulan(read(shapes.halfway()), 3))
    assert "0 mencapai target s.d. TW III, 0 di bawahnya, dan 17 belum" in words
    assert "Baru terisi s.d. TW II: IKU-1, IKU-2" in words


@pytest.mark.parametrize("triwulan", [3, 4])
def test_a_target_that_ends_at_zero_is_the_one_reached_before(triwulan: int) -> None:
    words = write_text(compose_triwulan(read(shapes.directorate()), triwulan))
    roman = {3: "III", 4: "IV"}[triwulan]
    assert f"92 mencapai target s.d. TW {roman}, 3 di bawahnya, dan 0 belum" in words


def test_a_year_without_quarters_says_what_is_not_filled_in() -> None:
    words = write_text(compose_triwulan(read(shapes.in_words()), 1))
    assert "Belum diisi s.d. TW I: IKU-1, IKU-2" in words
    assert "Realisasi anggaran per triwulan belum diisi" in words

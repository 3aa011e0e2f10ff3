"""Numbers as Indonesian officials type them and as official papers print them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.kinerja.angka import (
    format_angka,
    format_exact,
    format_plain,
    format_rupiah,
    read_angka,
    read_rentang,
    read_rupiah,
    round_half_up,
)


@pytest.mark.parametrize(
    ("text", "angka"),
    [
        ("1.234,5", "1234.5"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("93,75%", "93.75"),
        ("93,75 %", "93.75"),
        ("Rp 1.000.000", "1000000"),
        ("Rp1.250.000,-", "1250000"),
        ("Rp. 5.000", "5000"),
        ("1.234.567", "1234567"),
        ("1.234", "1.234"),
        ("-2,5", "-2.5"),
        ("−2,5", "-2.5"),
        ("\u00a012 ", "12"),
        ("007", "7"),
    ],
)
def test_a_dot_means_thousands_only_beside_a_comma_or_in_groups(text: str, angka: str) -> None:
    assert read_angka(text) == Decimal(angka)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "sembilan",
        "1,234.5",
        "1.23,5",
        "12.34.567",
        "1e5",
        "NaN",
        "٣",
        "1 234",
        "--5",
        "=5",
    ],
)
def test_what_is_no_number_for_certain_is_not_guessed(text: str) -> None:
    assert read_angka(text) is None


@given(st.decimals(-(10**15), 10**15, places=4))
def test_a_printed_number_reads_back(nilai: Decimal) -> None:
    assert read_angka(format_plain(nilai)) == nilai
    if "," in format_exact(nilai):
        assert read_angka(format_exact(nilai)) == nilai


@given(st.integers(0, 10**15))
def test_printed_rupiah_reads_back(nilai: int) -> None:
    assert read_rupiah(format_rupiah(Decimal(nilai))) == nilai


@given(st.text(max_size=60))
def test_any_text_at_all_is_answered(text: str) -> None:
    for read in (read_angka, read_rupiah, read_rentang):
        read(text)


def test_half_goes_up_and_whole_numbers_stay_whole() -> None:
    assert [format_angka(Decimal(t)) for t in ("0.125", "0.124", "87.5", "100.00", "99.995")] == [
        "0,13",
        "0,12",
        "87,50",
        "100",
        "100",
    ]
    assert round_half_up(Decimal("-0.125")) == Decimal("-0.13")


def test_ranges_are_read_in_the_ways_they_are_written() -> None:
    for text in (
        "80 s.d. 90",
        "80 s/d 90",
        "80–90",
        "80-90",
        "80 - 90",
        "80 sampai 90",
        "80% – 90%",
    ):
        rentang = read_rentang(text)
        assert rentang is not None, text
        assert (rentang.low, rentang.high) == (80, 90)
    assert read_rentang("-5") is None
    assert read_rentang("90 s.d. 80") is None

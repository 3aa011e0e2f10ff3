"""The calendar of 2022 to 2028 against facts checked by hand: each SKB, and Perpres 21/2023."""

from datetime import date

import pytest

from runut.core.calendar.working_time import (
    Calendar,
    is_working_day,
    last_working_day_on_or_before,
    years_without_cuti_bersama,
)
from runut.core.case.plan import due_date_of
from runut.files.read.holidays import NO_DECREE, SKB, STATED_AGAIN, holidays_of, ramadan_of

YEARS = range(2022, 2029)
DAYS = tuple(holidays_of(YEARS))
CALENDAR = Calendar(
    holidays=frozenset(day.tanggal for day in DAYS),
    cuti_bersama=frozenset(day.tanggal for day in DAYS if day.jenis == "cuti_bersama"),
    ramadan=tuple(ramadan_of(YEARS)),
)


def days(year: int, jenis: str) -> list[date]:
    return [day.tanggal for day in DAYS if (day.tanggal.year, day.jenis) == (year, jenis)]


@pytest.mark.parametrize(
    ("year", "libur", "bersama"),
    [
        (2022, 16, 4),
        (2023, 16, 11),
        (2024, 19, 10),
        (2025, 17, 11),
        (2026, 17, 8),
        (2027, 18, 8),
        (2028, 17, 0),
    ],
)
def test_each_year_has_the_days_of_its_decree(year: int, libur: int, bersama: int) -> None:
    assert (len(days(year, "libur")), len(days(year, "cuti_bersama"))) == (libur, bersama)


@pytest.mark.parametrize(("year", "count"), [(2024, 238), (2025, 237), (2026, 240), (2027, 242)])
def test_each_year_has_its_working_days(year: int, count: int) -> None:
    first, after = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
    worked = [n for n in range(first, after) if is_working_day(CALENDAR, date.fromordinal(n))]
    assert len(worked) == count


def test_the_collective_leave_of_2026_and_2027_is_that_of_the_decrees() -> None:
    assert days(2026, "cuti_bersama") == [
        date(2026, 2, 16),
        date(2026, 3, 18),
        date(2026, 3, 20),
        date(2026, 3, 23),
        date(2026, 3, 24),
        date(2026, 5, 15),
        date(2026, 5, 28),
        date(2026, 12, 24),
    ]
    assert days(2027, "cuti_bersama") == [
        date(2027, 2, 5),
        date(2027, 3, 9),
        date(2027, 3, 12),
        date(2027, 3, 15),
        date(2027, 3, 25),
        date(2027, 5, 18),
        date(2027, 5, 19),
        date(2027, 12, 24),
    ]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2024, 2, 14), "Hari Pemilihan Umum"),
        (date(2024, 11, 27), "Hari Pemilihan Kepala Daerah"),
        (date(2025, 8, 18), "Cuti Bersama Hari Kemerdekaan Republik Indonesia"),
        (date(2023, 6, 2), "Cuti Bersama Hari Raya Waisak"),
    ],
)
def test_days_decreed_late_are_there(day: date, why: str) -> None:
    assert [one.nama for one in DAYS if one.tanggal == day] == [why]


@pytest.mark.parametrize(
    ("tahun", "due", "working"),
    [
        (2021, date(2022, 2, 28), date(2022, 2, 25)),  # Isra Mikraj
        (2022, date(2023, 2, 28), date(2023, 2, 28)),
        (2023, date(2024, 2, 29), date(2024, 2, 29)),
        (2024, date(2025, 2, 28), date(2025, 2, 28)),
        (2025, date(2026, 2, 28), date(2026, 2, 27)),  # Saturday
        (2026, date(2027, 2, 28), date(2027, 2, 26)),  # Sunday
        (2027, date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_the_legal_date_and_the_working_day_that_counts(
    tahun: int, due: date, working: date
) -> None:
    assert due_date_of(tahun) == due
    assert last_working_day_on_or_before(CALENDAR, due) == working


def test_a_year_without_decree_is_known_as_such() -> None:
    assert years_without_cuti_bersama(CALENDAR, date(2022, 1, 1), date(2028, 12, 31)) == (2028,)
    assert {day.sumber for day in DAYS if day.tanggal.year == 2028} == {NO_DECREE}


def test_what_the_decree_leaves_to_the_minister_says_so_and_nothing_else_does() -> None:
    open_days = [day for day in DAYS if day.catatan]
    assert [(day.tanggal, day.catatan) for day in open_days] == [
        (date(2026, 3, 21), STATED_AGAIN),
        (date(2026, 3, 22), STATED_AGAIN),
        (date(2026, 5, 27), STATED_AGAIN),
        (date(2027, 3, 10), STATED_AGAIN),
        (date(2027, 3, 11), STATED_AGAIN),
        (date(2027, 5, 17), STATED_AGAIN),
    ]
    assert STATED_AGAIN == "menurut SKB; ditetapkan lagi oleh Menteri Agama"
    assert not any("perkiraan" in day.nama for day in DAYS)


def test_the_days_of_2026_and_2027_name_their_decree() -> None:
    assert {day.sumber for day in DAYS if day.tanggal.year in SKB} == set(SKB.values())
    assert SKB[2026] == "SKB Nomor 1497, 2, dan 5 Tahun 2025 (19 September 2025)"
    assert SKB[2027] == "SKB Nomor 1205, 3, dan 2 Tahun 2026 (15 September 2026)"


def test_ramadan_ends_the_day_before_the_feast() -> None:
    ends = [last for _, last in ramadan_of([2026, 2027])]
    assert ends == [date(2026, 3, 20), date(2027, 3, 9)]

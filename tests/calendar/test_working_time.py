from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.calendar.hours import OfficeHours, WorkHours, five_days
from runut.core.calendar.working_time import (
    Calendar,
    add_minutes,
    is_working_day,
    last_working_day_on_or_before,
    minutes_between,
    next_working_day,
    next_working_moment,
    subtract_minutes,
    time_between,
    years_without_cuti_bersama,
)
from tests.calendar.days import OFFICE, PLAIN, at, moments

SCHOOL_DAY = five_days("07.15-12.00", "07.15-11.00").week
SIX_DAYS = Calendar(
    hours=OfficeHours(
        biasa=WorkHours((*SCHOOL_DAY[:5], SCHOOL_DAY[4], ())), ramadan=PLAIN.hours.ramadan
    )
)
calendars = st.sampled_from([PLAIN, OFFICE, SIX_DAYS])
lengths = st.integers(0, 6000)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        ("2026-01-12 08.00", 10, "2026-01-12 08.10"),
        ("2026-01-12 11.30", 60, "2026-01-12 13.30"),
        ("2026-01-12 11.30", 30, "2026-01-12 12.00"),
        ("2026-01-12 15.30", 60, "2026-01-13 08.00"),
        ("2026-01-12 07.30", 450, "2026-01-12 16.00"),
        ("2026-01-12 06.00", 30, "2026-01-12 08.00"),
        ("2026-01-12 22.00", 30, "2026-01-13 08.00"),
        ("2026-01-09 11.00", 60, "2026-01-09 13.30"),
        ("2026-01-09 16.00", 60, "2026-01-12 08.00"),
        ("2026-01-15 15.30", 60, "2026-01-19 08.00"),
        ("2026-02-13 16.00", 60, "2026-02-18 08.30"),
        ("2026-02-18 08.00", 390, "2026-02-18 15.00"),
        ("2026-02-20 11.00", 60, "2026-02-20 13.00"),
        ("2026-12-31 15.30", 60, "2027-01-04 08.00"),
    ],
    ids=[
        "within the morning",
        "over the noon break",
        "ends at the break, not after it",
        "over night",
        "a whole day ends at its closing",
        "before the opening",
        "after the closing",
        "over the long break of Friday",
        "over a weekend",
        "over a long weekend: Friday is a holiday",
        "over a weekend, a collective leave and a holiday into Ramadan",
        "a whole day of Ramadan has 390 minutes",
        "Friday in Ramadan",
        "over the year's end",
    ],
)
def test_work_runs_only_while_the_office_works(start: str, minutes: int, end: str) -> None:
    assert add_minutes(OFFICE, at(start), minutes) == at(end)
    assert minutes_between(OFFICE, at(start), at(end)) == minutes


def test_work_must_begin_early_enough() -> None:
    assert subtract_minutes(OFFICE, at("2026-01-13 08.00"), 60) == at("2026-01-12 15.30")
    assert subtract_minutes(OFFICE, at("2026-01-12 13.30"), 30) == at("2026-01-12 13.00")
    assert subtract_minutes(OFFICE, at("2026-01-19 07.45"), 30) == at("2026-01-15 15.45")
    assert subtract_minutes(OFFICE, at("2026-01-18 12.00"), 450) == at("2026-01-15 07.30")


def test_work_goes_on_from_the_opening_but_not_at_the_closing() -> None:
    assert next_working_moment(OFFICE, at("2026-01-12 07.30")) == at("2026-01-12 07.30")
    assert next_working_moment(OFFICE, at("2026-01-12 12.30")) == at("2026-01-12 13.00")
    assert next_working_moment(OFFICE, at("2026-01-12 16.00")) == at("2026-01-13 07.30")
    assert next_working_moment(OFFICE, at("2026-01-12 09.17")) == at("2026-01-12 09.17")


def test_days_off_are_weekends_holidays_and_collective_leave() -> None:
    days = [date(2026, 1, 15 + n) for n in range(5)]
    assert [is_working_day(OFFICE, day) for day in days] == [True, False, False, False, True]
    assert not is_working_day(OFFICE, date(2026, 2, 16))
    assert next_working_day(OFFICE, date(2026, 2, 13)) == date(2026, 2, 18)
    assert last_working_day_on_or_before(OFFICE, date(2026, 2, 28)) == date(2026, 2, 27)
    assert last_working_day_on_or_before(OFFICE, date(2026, 2, 27)) == date(2026, 2, 27)


def test_time_back_is_negative_and_a_clock_set_back_gives_no_time() -> None:
    assert minutes_between(OFFICE, at("2026-01-12 09.00"), at("2026-01-12 08.00")) == -60
    assert time_between(OFFICE, at("2026-01-12 09.00"), at("2026-01-12 08.00")) == timedelta()


def test_a_moment_of_another_zone_is_read_in_the_zone_of_the_first() -> None:
    utc = datetime(2026, 1, 12, 2, 0, tzinfo=UTC)
    assert minutes_between(OFFICE, at("2026-01-12 08.00"), utc) == 60


def test_the_zone_a_moment_came_in_is_kept() -> None:
    makassar = ZoneInfo("Asia/Makassar")
    start = datetime(2026, 1, 12, 15, 30, tzinfo=makassar)
    end = add_minutes(OFFICE, start, 60)
    assert end.tzinfo is makassar
    assert end == datetime(2026, 1, 13, 8, 0, tzinfo=makassar)


def test_a_time_without_a_zone_and_negative_work_are_mistakes_of_the_caller() -> None:
    naive = datetime(2026, 1, 12, 8, 0)  # noqa: DTZ001 - the mistake under test
    for wrong in (
        lambda: add_minutes(OFFICE, naive, 1),
        lambda: subtract_minutes(OFFICE, naive, 1),
        lambda: time_between(OFFICE, at("2026-01-12 08.00"), naive),
        lambda: add_minutes(OFFICE, at("2026-01-12 08.00"), -1),
    ):
        with pytest.raises(ValueError, match=r"zone|negative"):
            wrong()


def test_an_office_that_never_works_is_told_and_not_waited_for() -> None:
    never = Calendar(hours=OfficeHours(WorkHours(((),) * 7), WorkHours(((),) * 7)))
    with pytest.raises(ValueError, match="no working day"):
        add_minutes(never, at("2026-01-12 08.00"), 1)


def test_a_week_has_seven_days() -> None:
    with pytest.raises(ValueError, match="seven"):
        WorkHours(((),) * 6)


def test_the_periods_of_a_day_follow_one_another() -> None:
    with pytest.raises(ValueError, match="follow"):
        five_days("08.00-12.00 11.00-15.00", "08.00-12.00")


def test_hours_add_up_to_the_weeks_of_the_decree() -> None:
    monday, friday = at("2026-01-05 00.00"), at("2026-01-09 23.00")
    assert minutes_between(PLAIN, monday, friday) == 37 * 60 + 30
    monday, friday = at("2026-02-23 00.00"), at("2026-02-27 23.00")
    assert minutes_between(OFFICE, monday, friday) == 32 * 60 + 30


def test_ramadan_runs_from_its_first_to_its_last_day() -> None:
    month = Calendar(ramadan=((date(2026, 2, 18), date(2026, 3, 18)),))
    days = [date(2026, 2, 17), date(2026, 2, 18), date(2026, 3, 18), date(2026, 3, 19)]
    worked = [minutes_between(month, at(f"{day} 00.00"), at(f"{day} 23.59")) for day in days]
    assert worked == [450, 390, 390, 450]


def test_a_year_without_collective_leave_is_uncertain() -> None:
    first, last = date(2026, 12, 1), date(2028, 2, 29)
    assert years_without_cuti_bersama(OFFICE, first, last) == (2027, 2028)


@given(calendars, moments, lengths)
def test_adding_and_then_measuring_gives_the_minutes(
    calendar: Calendar, start: datetime, minutes: int
) -> None:
    assert minutes_between(calendar, start, add_minutes(calendar, start, minutes)) == minutes


@given(calendars, moments, lengths)
def test_subtracting_and_then_measuring_gives_the_minutes(
    calendar: Calendar, end: datetime, minutes: int
) -> None:
    assert minutes_between(calendar, subtract_minutes(calendar, end, minutes), end) == minutes


@given(calendars, moments, lengths)
def test_subtracting_undoes_adding_at_working_moments(
    calendar: Calendar, moment: datetime, minutes: int
) -> None:
    start = next_working_moment(calendar, moment)
    if minutes:
        assert subtract_minutes(calendar, add_minutes(calendar, start, minutes), minutes) == start
    end = subtract_minutes(calendar, moment, 0)
    if minutes:
        assert add_minutes(calendar, subtract_minutes(calendar, end, minutes), minutes) == end


@given(calendars, moments, lengths)
def test_work_never_ends_outside_working_hours(
    calendar: Calendar, start: datetime, minutes: int
) -> None:
    end = add_minutes(calendar, start, minutes + 1)
    last = end - timedelta(microseconds=1)
    assert next_working_moment(calendar, last) == last
    begin = subtract_minutes(calendar, start, minutes + 1)
    assert next_working_moment(calendar, begin) == begin


@given(calendars, moments, moments, moments)
def test_time_adds_up_over_a_point_between(
    calendar: Calendar, one: datetime, two: datetime, three: datetime
) -> None:
    a, b, c = sorted((one, two, three))
    whole = time_between(calendar, a, c)
    assert time_between(calendar, a, b) + time_between(calendar, b, c) == whole

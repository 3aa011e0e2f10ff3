from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from runut.core.calendar.standard_time import (
    after_standard_time,
    before_standard_time,
    due_by_standard_time,
)
from runut.core.calendar.working_time import add_minutes, subtract_minutes
from tests.calendar.days import OFFICE, PLAIN, at, moments

HARI = 450


def test_a_step_of_one_day_takes_one_day_in_ramadan_too() -> None:
    opening = at("2026-02-19 08.00")
    assert after_standard_time(OFFICE, opening, HARI) == at("2026-02-19 15.00")
    assert add_minutes(OFFICE, opening, HARI) == at("2026-02-20 09.00")
    assert after_standard_time(OFFICE, at("2026-02-19 10.00"), HARI) == at("2026-02-20 10.00")


def test_a_step_of_two_hours_takes_two_real_hours_in_ramadan() -> None:
    assert after_standard_time(OFFICE, at("2026-02-19 14.00"), 120) == at("2026-02-20 09.00")


def test_between_days_of_unequal_length_a_moment_keeps_its_share_of_the_day() -> None:
    # Friday 13 February, 3 h 45 min of 7 h 30 min gone; the next working day is in Ramadan.
    half_day = at("2026-02-13 11.15")
    assert after_standard_time(OFFICE, half_day, HARI) == at("2026-02-18 11.15")
    assert before_standard_time(OFFICE, at("2026-02-18 11.15"), HARI) == half_day


def test_a_day_that_must_end_by_the_closing_must_begin_by_the_opening() -> None:
    assert before_standard_time(OFFICE, at("2026-02-19 15.00"), HARI) == at("2026-02-19 08.00")
    assert before_standard_time(OFFICE, at("2026-02-20 08.00"), 2 * HARI) == at("2026-02-18 08.00")
    assert after_standard_time(OFFICE, at("2026-02-13 16.30"), HARI) == at("2026-02-18 15.00")


def test_days_count_from_the_next_working_day_and_end_with_the_day() -> None:
    assert due_by_standard_time(OFFICE, at("2026-01-12 08.00"), HARI) == at("2026-01-13 16.00")
    assert due_by_standard_time(OFFICE, at("2026-01-12 07.30"), 2 * HARI) == at("2026-01-14 16.00")
    assert due_by_standard_time(OFFICE, at("2026-01-15 10.00"), HARI) == at("2026-01-19 16.00")
    assert due_by_standard_time(OFFICE, at("2026-01-17 10.00"), HARI) == at("2026-01-19 16.00")
    assert due_by_standard_time(OFFICE, at("2026-02-18 10.00"), HARI) == at("2026-02-19 15.00")


def test_minutes_and_hours_may_end_on_the_same_day() -> None:
    assert due_by_standard_time(OFFICE, at("2026-01-12 08.00"), 120) == at("2026-01-12 10.00")
    assert due_by_standard_time(OFFICE, at("2026-01-12 15.00"), 120) == at("2026-01-13 08.30")


def test_a_day_and_two_hours_end_two_hours_into_the_day_after() -> None:
    due = due_by_standard_time(OFFICE, at("2026-01-12 10.00"), HARI + 120)
    assert due == at("2026-01-14 09.30")


def test_a_step_without_time_takes_none() -> None:
    night = at("2026-01-12 22.00")
    assert after_standard_time(OFFICE, night, 0) == night
    assert before_standard_time(OFFICE, night, 0) == night


@given(moments, st.integers(1, 6000))
def test_on_days_of_equal_length_days_are_just_their_minutes(start: datetime, menit: int) -> None:
    assert after_standard_time(PLAIN, start, menit) == add_minutes(PLAIN, start, menit)
    assert before_standard_time(PLAIN, start, menit) == subtract_minutes(PLAIN, start, menit)


@given(moments, st.integers(0, 6000))
def test_who_begins_by_the_latest_safe_start_is_done_in_time(due: datetime, menit: int) -> None:
    start = before_standard_time(OFFICE, due, menit)
    assert after_standard_time(OFFICE, start, menit) <= due


@given(moments, moments, st.integers(0, 6000))
def test_who_begins_later_is_never_done_earlier(one: datetime, two: datetime, menit: int) -> None:
    first, second = sorted((one, two))
    assert after_standard_time(OFFICE, first, menit) <= after_standard_time(OFFICE, second, menit)

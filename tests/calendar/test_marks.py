"""Marks before and after a limit: in working days, each on one day, none on a day off."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.calendar.marks import Mark, mark_of, working_days
from runut.core.calendar.working_time import is_working_day
from tests.calendar.days import OFFICE

OPENED, LIMIT = date(2026, 1, 5), date(2026, 1, 28)  # Monday; Wednesday
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 1))


def mark(today: date, opened: date = OPENED, limit: date = LIMIT) -> Mark | None:
    return mark_of(OFFICE, opened, limit, today)


@pytest.mark.parametrize(
    ("today", "name", "words"),
    [
        # Friday 16 January is a holiday: seven working days before Wednesday 28 is Monday 19
        (date(2026, 1, 15), None, ""),
        (date(2026, 1, 19), "H-7", "tinggal 7 hari kerja"),
        (date(2026, 1, 22), "H-7", "tinggal 4 hari kerja"),
        (date(2026, 1, 23), "H-3", "tinggal 3 hari kerja"),
        (date(2026, 1, 27), "H-1", "tinggal 1 hari kerja"),
        (date(2026, 1, 28), "H-1", "batasnya hari ini"),
        (date(2026, 1, 29), "H+1", "lewat 1 hari kerja"),
        (date(2026, 1, 30), "H+2", "lewat 2 hari kerja"),
        (date(2026, 2, 5), "H+2", "lewat 6 hari kerja"),
        (date(2026, 2, 6), "H+7", "lewat 7 hari kerja"),
        (date(2026, 2, 13), "H+12", "lewat 12 hari kerja"),
    ],
)
def test_marks_are_working_days_before_and_after(today: date, name: str | None, words: str) -> None:
    found = mark(today)
    assert (found.name if found else None, found.words if found else "") == (name, words)


def test_only_what_is_late_for_two_days_is_told_to_the_superior() -> None:
    told = [bool((found := mark(LIMIT + timedelta(n))) and found.is_for_superior) for n in range(4)]
    assert told == [False, False, True, True]


def test_who_has_just_got_the_work_is_not_reminded_of_what_he_knows() -> None:
    assert mark(date(2026, 1, 26), opened=date(2026, 1, 26)) is None, "two days were given"
    late_start = mark(date(2026, 1, 27), opened=date(2026, 1, 26))
    assert late_start is not None
    assert late_start.name == "H-1"
    assert mark(date(2026, 1, 28), opened=date(2026, 1, 27)) is None, "one day was given"


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_every_mark_begins_on_a_working_day(opened: date, given_days: int, on: int) -> None:
    limit = opened + timedelta(days=given_days)
    today = opened + timedelta(days=on)
    found = mark_of(OFFICE, opened, limit, today)
    before = mark_of(OFFICE, opened, limit, today - timedelta(days=1)) if on else None
    if found and (before is None or before.name != found.name):
        assert is_working_day(OFFICE, today), "a new mark on a day off"


@given(DAYS, DAYS)
def test_working_days_are_counted_after_the_first_until_the_last(one: date, two: date) -> None:
    first, last = sorted((one, two))
    span = (last - first).days
    days = [first + timedelta(n + 1) for n in range(span)]
    assert working_days(OFFICE, first, last) == sum(is_working_day(OFFICE, day) for day in days)

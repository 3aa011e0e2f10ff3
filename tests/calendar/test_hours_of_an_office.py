"""Hours that an office states: read, refused by the day, and counted like those of the decree."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.calendar.aturan import JAM_KERJA
from runut.core.calendar.hours import OfficeHours, WorkHours, hours_of, stated_hours
from runut.core.calendar.standard_time import (
    after_standard_time,
    before_standard_time,
    standard_minutes_between,
)
from runut.core.calendar.working_time import Calendar, add_minutes, minutes_between
from tests.calendar.days import CUTI_BERSAMA, LIBUR, OFFICE, RAMADAN, at, moments


def test_the_hours_of_the_decree_state_and_read_back_the_same() -> None:
    for week in (JAM_KERJA.nilai.biasa, JAM_KERJA.nilai.ramadan):
        assert hours_of(stated_hours(week)) == week
    assert JAM_KERJA.nilai.biasa.week_minutes == 37 * 60 + 30
    assert JAM_KERJA.nilai.ramadan.week_minutes == 32 * 60 + 30


def test_a_day_without_a_break_and_a_short_saturday() -> None:
    week = hours_of({"0": ["07.15", "", "", "14.00"], "5": ["08:00", "", "", "11.30"]})
    assert week.week[5][0].end == time(11, 30)
    assert week.week_minutes == 405 + 210


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({}, "sedikitnya satu hari"),
        ({"0": ["07.30", "12.00", "", "16.00"]}, "Senin: isi jam masuk"),
        ({"1": ["07.30", "16.00"]}, "Selasa: isi jam masuk"),
        ({"2": ["16.00", "", "", "07.30"]}, "Rabu: jam-jamnya harus berurutan"),
        ({"3": ["07.30", "12.00", "11.00", "16.00"]}, "Kamis: jam-jamnya"),
        ({"4": ["pagi", "", "", "16.00"]}, "Jumat: “pagi” bukan jam"),
        ({"4": ["-1.00", "", "", "16.00"]}, "Jumat: “-1.00” bukan jam"),
        ({"7": ["07.30", "", "", "16.00"]}, "Hari “7” tidak dikenal"),
    ],
)
def test_hours_that_are_no_week_are_refused_by_the_day(
    stated: dict[str, list[str]], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        hours_of(stated)


@st.composite
def weeks(draw: st.DrawFn) -> WorkHours:
    """Any week that a form can state."""
    stated = {}
    for day in draw(st.sets(st.integers(0, 6), min_size=1)):
        edges = sorted(draw(st.sets(st.integers(0, 24 * 60 - 1), min_size=4, max_size=4)))
        words = [f"{edge // 60:02d}.{edge % 60:02d}" for edge in edges]
        stated[str(day)] = words if draw(st.booleans()) else [words[0], "", "", words[3]]
    return hours_of(stated)


calendars = st.builds(
    lambda biasa, ramadan: Calendar(LIBUR, RAMADAN, CUTI_BERSAMA, OfficeHours(biasa, ramadan)),
    weeks(),
    weeks(),
)


@given(calendars, moments, st.integers(0, 2000))
def test_whatever_the_hours_adding_and_measuring_agree(
    calendar: Calendar, start: datetime, minutes: int
) -> None:
    assert minutes_between(calendar, start, add_minutes(calendar, start, minutes)) == minutes


@given(weeks())
def test_whatever_the_week_it_is_stated_and_read_back(week: WorkHours) -> None:
    assert hours_of(stated_hours(week)) == week


@given(calendars, moments, st.integers(0, 2000))
def test_whatever_the_hours_who_begins_in_time_is_done_in_time(
    calendar: Calendar, due: datetime, menit: int
) -> None:
    start = before_standard_time(calendar, due, menit)
    assert after_standard_time(calendar, start, menit) <= due


def test_a_day_counts_as_a_day_in_ramadan_too() -> None:
    a, b = at("2026-02-19 08.00"), at("2026-02-20 15.30")
    assert standard_minutes_between(OFFICE, a, b) == 900
    assert standard_minutes_between(OFFICE, at("2026-02-19 08.00"), at("2026-02-19 11.15")) == 225
    assert standard_minutes_between(OFFICE, b, a) == 0


@given(moments, st.integers(0, 20))
def test_whole_standard_days_measure_as_they_were_added(start: datetime, count: int) -> None:
    end = after_standard_time(OFFICE, start, count * 450)
    assert abs(standard_minutes_between(OFFICE, start, end) - count * 450) <= 2

"""Working time: minutes that run only while the office works.

All moments are aware and stay in the zone they came in; the office's zone is the caller's matter.
Minutes here are real minutes: a day of Ramadan holds 390 of them. What a standard time of an SOP
means in days is the subject of standard_time.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from runut.core.calendar.aturan import JAM_KERJA
from runut.core.calendar.hours import OfficeHours, Period

LONGEST_GAP = 366
"""A calendar in which an office does not work for more days than this is broken."""

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Calendar:
    """When one office works. ``ramadan`` holds the first and last day of each fasting month.

    ``holidays`` are all days off; ``cuti_bersama`` are the collective leave days among them
    (or besides them: they are days off too), kept apart because the decree on them comes late.
    """

    holidays: frozenset[date] = frozenset()
    ramadan: tuple[tuple[date, date], ...] = ()
    cuti_bersama: frozenset[date] = frozenset()
    hours: OfficeHours = JAM_KERJA.nilai

    def periods(self, day: date) -> tuple[Period, ...]:
        """When the office works on ``day``; empty on a day off."""
        if day in self.holidays or day in self.cuti_bersama:
            return ()
        is_ramadan = any(first <= day <= last for first, last in self.ramadan)
        profile = self.hours.ramadan if is_ramadan else self.hours.biasa
        return profile.week[day.weekday()]


def is_working_day(calendar: Calendar, day: date) -> bool:
    return bool(calendar.periods(day))


def next_working_day(calendar: Calendar, day: date) -> date:
    """The first working day after ``day``."""
    return next(_working_days(calendar, day + _DAY, _DAY))


def last_working_day_on_or_before(calendar: Calendar, day: date) -> date:
    """``day`` itself, or the last working day before it: where a legal date must be met early."""
    return next(_working_days(calendar, day, -_DAY))


def opening_of(calendar: Calendar, day: date, like: datetime) -> datetime:
    """When the office opens on a working day, in the zone of ``like``."""
    return _spans(calendar, day, like)[0][0]


def closing_of(calendar: Calendar, day: date, like: datetime) -> datetime:
    """When the office closes on a working day, in the zone of ``like``."""
    return _spans(calendar, day, like)[-1][1]


def next_working_moment(calendar: Calendar, moment: datetime) -> datetime:
    """``moment`` itself while the office works, else when it works next."""
    return add_minutes(calendar, moment, 0)


def add_minutes(calendar: Calendar, start: datetime, minutes: int) -> datetime:
    """When ``minutes`` of work begun at ``start`` end, at the earliest.

    Work that ends with the day ends at its closing, not at the next opening. Raises ValueError
    for a time without a zone, for negative minutes, and for a calendar without working days.
    """
    return add_time(calendar, start, minutes * _MINUTE)


def subtract_minutes(calendar: Calendar, end: datetime, minutes: int) -> datetime:
    """When ``minutes`` of work must begin, at the latest, to end by ``end``.

    Work that has to begin with the day begins at its opening. Raises as ``add_minutes`` does.
    """
    return subtract_time(calendar, end, minutes * _MINUTE)


def minutes_between(calendar: Calendar, a: datetime, b: datetime) -> int:
    """The whole minutes of work from ``a`` to ``b``; negative where ``b`` comes first."""
    if b < a:
        return -minutes_between(calendar, b, a)
    return time_between(calendar, a, b) // _MINUTE


def add_time(calendar: Calendar, start: datetime, rest: timedelta) -> datetime:
    """``add_minutes`` for any length of time."""
    _demand(start, rest)
    for day in _working_days(calendar, start.date(), _DAY):
        for opens, closes in _spans(calendar, day, start):
            begin = max(opens, start)
            if begin < closes and rest <= closes - begin:
                return begin + rest
            rest -= max(closes - begin, timedelta())
    raise AssertionError("working days never end")


def subtract_time(calendar: Calendar, end: datetime, rest: timedelta) -> datetime:
    """``subtract_minutes`` for any length of time."""
    _demand(end, rest)
    for day in _working_days(calendar, end.date(), -_DAY):
        for opens, closes in reversed(_spans(calendar, day, end)):
            finish = min(closes, end)
            if finish > opens and rest <= finish - opens:
                return finish - rest
            rest -= max(finish - opens, timedelta())
    raise AssertionError("working days never end")


def time_between(calendar: Calendar, a: datetime, b: datetime) -> timedelta:
    """The working time from ``a`` to ``b``, in the zone of ``a``; none where ``b`` comes first."""
    _demand(a, timedelta())
    _demand(b, timedelta())
    b = b.astimezone(a.tzinfo)
    total = timedelta()
    for offset in range((b.date() - a.date()).days + 1):
        for opens, closes in _spans(calendar, a.date() + offset * _DAY, a):
            total += max(min(closes, b) - max(opens, a), timedelta())
    return total


def years_without_cuti_bersama(calendar: Calendar, first: date, last: date) -> tuple[int, ...]:
    """The years between two days for which no collective leave is known yet: their working days
    are too many, and every date computed in them is too early."""
    known = {day.year for day in calendar.cuti_bersama}
    return tuple(year for year in range(first.year, last.year + 1) if year not in known)


def _demand(moment: datetime, length: timedelta) -> None:
    if moment.utcoffset() is None:
        raise ValueError(f"the time {moment.isoformat()} has no zone")
    if length < timedelta():
        raise ValueError("a length of work is never negative")


def _working_days(calendar: Calendar, day: date, step: timedelta) -> Iterator[date]:
    gap = 0
    while gap <= LONGEST_GAP:
        gap += 1
        if calendar.periods(day):
            gap = 0
            yield day
        day += step
    raise ValueError("the calendar has no working day within a year")


def _spans(calendar: Calendar, day: date, like: datetime) -> list[tuple[datetime, datetime]]:
    return [
        (
            datetime.combine(day, period.start, like.tzinfo),
            datetime.combine(day, period.end, like.tzinfo),
        )
        for period in calendar.periods(day)
    ]

"""When an office works within a week: a profile of periods per weekday, and one for Ramadan."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise


@dataclass(frozen=True)
class Period:
    """A stretch of work without a break, within one day."""

    start: time
    end: time

    @property
    def length(self) -> timedelta:
        return datetime.combine(date.min, self.end) - datetime.combine(date.min, self.start)


@dataclass(frozen=True)
class WorkHours:
    """The periods of work of each weekday, Monday first; a day without any is no working day.

    Raises ValueError unless there are seven days, each with its periods in order.
    """

    week: tuple[tuple[Period, ...], ...]

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError("a week has seven days")
        for day in self.week:
            edges = [edge for period in day for edge in (period.start, period.end)]
            if any(later <= earlier for earlier, later in pairwise(edges)):
                raise ValueError("the periods of a day follow one another")


@dataclass(frozen=True)
class OfficeHours:
    """The profile of ordinary weeks and the shorter one of Ramadan."""

    biasa: WorkHours
    ramadan: WorkHours


def five_days(senin_kamis: str, jumat: str) -> WorkHours:
    """A week of five days from the words of a decree.

    >>> week = five_days("07.30-12.00 13.00-16.00", "07.30-11.30 13.00-16.30").week
    >>> len(week[0]), week[4][1].end, week[5]
    (2, datetime.time(16, 30), ())
    """
    ordinary, friday = _periods(senin_kamis), _periods(jumat)
    return WorkHours((ordinary, ordinary, ordinary, ordinary, friday, (), ()))


def _periods(words: str) -> tuple[Period, ...]:
    pairs = (word.split("-") for word in words.split())
    return tuple(Period(_clock(start), _clock(end)) for start, end in pairs)


def _clock(word: str) -> time:
    hour, minute = word.split(".")
    return time(int(hour), int(minute))

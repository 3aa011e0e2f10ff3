"""When an office works within a week: a profile of periods per weekday, and one for Ramadan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from runut.core.words.dates import HARI


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

    @property
    def week_minutes(self) -> int:
        """How long the office works in a week without days off."""
        return sum(
            (period.length for day in self.week for period in day), timedelta()
        ) // timedelta(minutes=1)


@dataclass(frozen=True)
class OfficeHours:
    """The profile of ordinary weeks and the shorter one of Ramadan."""

    biasa: WorkHours
    ramadan: WorkHours


DayHours = Sequence[str]
"""The hours of a weekday as an office states them: opening, start of the break, end of the break,
closing ("07.30"); without a break the two in the middle are "", a day off has none at all."""


def hours_of(stated: Mapping[str, DayHours]) -> WorkHours:
    """The week that an office states, by the number of the weekday ("0" is Monday).

    Raises ValueError, in Indonesian, for hours that are no week of work.

    >>> hours_of({"0": ("07.30", "12.00", "13.00", "16.00")}).week_minutes
    450
    """
    if unknown := set(stated) - {str(day) for day in range(7)}:
        raise ValueError(f"Hari “{min(unknown)}” tidak dikenal.")
    week = tuple(_day(HARI[day], stated.get(str(day), ())) for day in range(7))
    if not any(week):
        raise ValueError("Isi jam kerja sedikitnya satu hari.")
    return WorkHours(week)


def stated_hours(hours: WorkHours) -> dict[str, list[str]]:
    """A week as an office would state it; days off are left out.

    Raises ValueError for a day with more than one break: no form states such a day.
    """
    stated = {}
    for number, day in enumerate(hours.week):
        if len(day) > 2:
            raise ValueError("a day with more than one break cannot be stated")
        if day:
            middle = (day[0].end, day[1].start) if len(day) == 2 else (None, None)
            edges = (day[0].start, *middle, day[-1].end)
            stated[str(number)] = [f"{edge:%H.%M}" if edge else "" for edge in edges]
    return stated


def _day(name: str, stated: DayHours) -> tuple[Period, ...]:
    words = [word.strip() for word in stated]
    if not any(words):
        return ()
    if len(words) != 4 or not words[0] or not words[3] or bool(words[1]) != bool(words[2]):
        raise ValueError(
            f"{name}: isi jam masuk dan jam pulang, serta kedua jam istirahat atau "
            "tidak sama sekali."
        )
    edges = [_stated_clock(name, word) for word in words if word]
    if any(later <= earlier for earlier, later in pairwise(edges)):
        raise ValueError(f"{name}: jam-jamnya harus berurutan, dari masuk sampai pulang.")
    return tuple(Period(*edges[at : at + 2]) for at in range(0, len(edges), 2))


def _stated_clock(name: str, word: str) -> time:
    try:
        return _clock(word.replace(":", "."))
    except ValueError:
        raise ValueError(f"{name}: “{word}” bukan jam. Tulis seperti 07.30.") from None


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
    if not (hour + minute).isdecimal():
        raise ValueError(word)
    return time(int(hour), int(minute))

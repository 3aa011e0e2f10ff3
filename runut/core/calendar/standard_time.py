"""A standard time of an SOP on the calendar of an office: days stay days.

An SOP says "1 hari" or "2 jam", and both reach us as working minutes, 450 a day. So whole days
are taken out of the minutes and moved as days: a step of one day takes one day in Ramadan too,
though that has 390 minutes; the rest runs as real minutes. On days of equal length this is the
same as adding the minutes. Between days of unequal length a moment keeps its share of the day.
"""

from datetime import date, datetime, timedelta

from runut.core.calendar.aturan import MENIT_HARI_KERJA
from runut.core.calendar.working_time import (
    Calendar,
    add_minutes,
    add_time,
    closing_of,
    last_working_day_on_or_before,
    next_working_day,
    next_working_moment,
    opening_of,
    subtract_minutes,
    subtract_time,
    time_between,
)

_ONE_DAY = timedelta(days=1)
_TICK = timedelta.resolution
_ROUGH_DAYS = 10


def after_standard_time(calendar: Calendar, start: datetime, waktu_menit: int) -> datetime:
    """When a step of ``waktu_menit`` begun at ``start`` is done, working at the standard pace."""
    days, rest = divmod(waktu_menit, MENIT_HARI_KERJA.nilai)
    moment = _days_on(calendar, start, days) if days else start
    return add_minutes(calendar, moment, rest) if rest else moment


def before_standard_time(calendar: Calendar, end: datetime, waktu_menit: int) -> datetime:
    """When a step of ``waktu_menit`` must begin, at the latest, to be done by ``end``."""
    days, rest = divmod(waktu_menit, MENIT_HARI_KERJA.nilai)
    moment = subtract_minutes(calendar, end, rest) if rest else end
    return _days_back(calendar, moment, days) if days else moment


def due_by_standard_time(calendar: Calendar, opened_at: datetime, waktu_menit: int) -> datetime:
    """Until when a step may take. Days are counted from the next working day and end with the
    day; only minutes and hours may end on the same day (our convention for due dates)."""
    days, rest = divmod(waktu_menit, MENIT_HARI_KERJA.nilai)
    if not days:
        return add_minutes(calendar, opened_at, rest)
    day = opened_at.date()
    for _ in range(days):
        day = next_working_day(calendar, day)
    closing = closing_of(calendar, day, opened_at)
    return add_minutes(calendar, closing, rest) if rest else closing


def _days_on(calendar: Calendar, start: datetime, days: int) -> datetime:
    """``days`` full days of work; begun at an opening, they end at the closing of the last."""
    start = next_working_moment(calendar, start)
    worked, whole = _worked_on(calendar, start)
    day = start.date()
    for _ in range(days if worked else days - 1):
        day = next_working_day(calendar, day)
    if not worked:
        return closing_of(calendar, day, start)
    opening = opening_of(calendar, day, start)
    share = -(-worked * (_length_of(calendar, day) // _TICK) // whole)
    return add_time(calendar, opening, share * _TICK)


def _days_back(calendar: Calendar, end: datetime, days: int) -> datetime:
    """The mirror of ``_days_on``; a share of a day is rounded to the side of beginning early."""
    end = subtract_minutes(calendar, end, 0)
    worked, whole = _worked_on(calendar, end)
    day = end.date()
    for _ in range(days if worked < whole else days - 1):
        day = last_working_day_on_or_before(calendar, day - _ONE_DAY)
    if worked == whole:
        return opening_of(calendar, day, end)
    length = _length_of(calendar, day)
    share = worked * (length // _TICK) // whole
    return subtract_time(calendar, closing_of(calendar, day, end), length - share * _TICK)


def _worked_on(calendar: Calendar, moment: datetime) -> tuple[int, int]:
    """How much of its working day has gone by at ``moment``, and the whole of the day, in ticks."""
    opening = opening_of(calendar, moment.date(), moment)
    worked = time_between(calendar, opening, moment)
    return worked // _TICK, _length_of(calendar, moment.date()) // _TICK


def _length_of(calendar: Calendar, day: date) -> timedelta:
    return sum((period.length for period in calendar.periods(day)), timedelta())


def standard_minutes_between(calendar: Calendar, a: datetime, b: datetime) -> int:
    """The working time from ``a`` to ``b`` as an SOP counts it: every working day is 450 minutes,
    however long it is, and a part of a day its share of them. None where ``b`` comes first."""
    b = b.astimezone(a.tzinfo)
    whole = MENIT_HARI_KERJA.nilai
    total = 0
    for offset in range((b.date() - a.date()).days + 1):
        day = a.date() + offset * _ONE_DAY
        length = _length_of(calendar, day)
        if length:
            opens, closes = opening_of(calendar, day, a), closing_of(calendar, day, a)
            worked = time_between(calendar, max(opens, a), min(closes, b))
            total += whole * (worked // _TICK) // (length // _TICK)
    return total


def words_of(menit: int) -> str:
    """Working minutes in words; 450 minutes are a working day.

    A negative time, as a clock set back leaves it, counts as none.

    >>> words_of(6), words_of(80), words_of(900), words_of(570)
    ('6 menit', '1 jam 20 menit', '2 hari kerja', '1 hari 2 jam')
    """
    days, rest = divmod(max(menit, 0), MENIT_HARI_KERJA.nilai)
    hours, minutes = divmod(rest, 60)
    if days and not rest:
        return f"{days} hari kerja"
    parts = ((days, "hari"), (hours, "jam"), (minutes, "menit"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 menit"


def roughly(menit: int) -> str:
    """Working minutes as a glance needs them: no minutes beyond a day, no hours beyond ten.

    >>> roughly(80), roughly(570 + 25), roughly(48 * 450 + 25)
    ('1 jam 20 menit', '1 hari 2 jam', '48 hari kerja')
    """
    days, rest = divmod(max(menit, 0), MENIT_HARI_KERJA.nilai)
    shown = rest if not days else rest // 60 * 60 if days < _ROUGH_DAYS else 0
    return words_of(days * MENIT_HARI_KERJA.nilai + shown)

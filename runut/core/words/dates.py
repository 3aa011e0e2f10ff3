"""Dates and times as official papers write them, and as people write them on forms.

The caller says which zone the times are in.
"""

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Final

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

BULAN_SINGKAT: Final = {name[:3]: index for index, name in enumerate(BULAN, start=1)} | {
    "Ags": 8,
    "Agt": 8,
    "Sept": 9,
    "Nop": 11,
}
"""Short names of the months, as tables write them, with the number of the month."""

_MONTHS: Final = (
    {name.casefold(): index for index, name in enumerate(BULAN, start=1)}
    | {name.casefold(): index for name, index in BULAN_SINGKAT.items()}
    | {"pebruari": 2, "nopember": 11, "may": 5, "aug": 8, "oct": 10, "dec": 12}
)
_WORDS: Final = re.compile(r"(?:[a-z']+, ?)?(\d{1,2}) ([a-z]+)\.? (\d{4})")
_SHORT: Final = re.compile(r"(\d{1,2})[-/. ]([a-z]{3,})\.?[-/. ](\d{4}|\d{2})")
_DAY_FIRST: Final = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})")
_CLOCK: Final = re.compile(r",? (?:pukul )?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?$")
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_UNTIL: Final = re.compile(
    r"^(?:paling lambat|selambat-lambatnya|sampai dengan|s\.d\.) (?:tanggal )?", re.IGNORECASE
)
_MONTH: Final = re.compile(r"(?:akhir )?(?:bulan )?([a-z]+)\.? (\d{4})")


def format_date(day: date) -> str:
    """The date in a letter.

    >>> format_date(date(2026, 1, 12))
    '12 Januari 2026'
    """
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def format_day(day: date) -> str:
    """The date with its weekday, as an invitation says it.

    >>> format_day(date(2026, 1, 12))
    'Senin, 12 Januari 2026'
    """
    return f"{HARI[day.weekday()]}, {format_date(day)}"


def format_clock(moment: datetime, zona: str = "WIB") -> str:
    """The time of day, with a point and the zone.

    >>> format_clock(datetime(2026, 1, 12, 8, 10))
    '08.10 WIB'
    """
    return f"{moment.hour:02d}.{moment.minute:02d} {zona}"


def format_moment(moment: datetime, zona: str = "WIB") -> str:
    """Day and time together, as a record of an act says it.

    >>> format_moment(datetime(2026, 1, 12, 8, 10))
    '12 Januari 2026 pukul 08.10 WIB'
    """
    return f"{format_date(moment)} pukul {format_clock(moment, zona)}"


def format_hours(start: datetime, end: datetime | None, zona: str = "WIB") -> str:
    """From when till when; without an end, "s.d. selesai".

    >>> format_hours(datetime(2026, 1, 12, 8, 0), None)
    '08.00 WIB s.d. selesai'
    >>> format_hours(datetime(2026, 1, 12, 8, 0), datetime(2026, 1, 12, 15, 30))
    '08.00 s.d. 15.30 WIB'
    """
    if end is None:
        return f"{format_clock(start, zona)} s.d. selesai"
    return f"{start.hour:02d}.{start.minute:02d} s.d. {format_clock(end, zona)}"


def format_minutes(menit: int) -> str:
    """Working time in hours and minutes.

    >>> format_minutes(130), format_minutes(45), format_minutes(120)
    ('2 jam 10 menit', '45 menit', '2 jam')
    """
    hours, minutes = divmod(menit, 60)
    parts = [f"{hours} jam"] if hours else []
    if minutes or not hours:
        parts.append(f"{minutes} menit")
    return " ".join(parts)


def parse_date(text: str) -> date | None:
    """The date that the words say, or ``None`` if they say none; an hour beside it is left out.

    >>> parse_date("3 Januari 2022"), parse_date("03-01-2022")
    (datetime.date(2022, 1, 3), datetime.date(2022, 1, 3))
    >>> parse_date("12-Jan-26"), parse_date("Desember 2013")
    (datetime.date(2026, 1, 12), None)
    """
    words = _CLOCK.sub("", " ".join(text.split()).casefold())
    if found := _WORDS.fullmatch(words):
        return _date(int(found[3]), _MONTHS.get(found[2], 0), int(found[1]))
    if found := _SHORT.fullmatch(words):
        year = int(found[3]) if len(found[3]) > 2 else 2000 + int(found[3])
        return _date(year, _MONTHS.get(found[2], 0), int(found[1]))
    if found := _DAY_FIRST.fullmatch(words):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _YEAR_FIRST.fullmatch(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    return None


def parse_due(text: str) -> date | None:
    """The last day that the words of a deadline allow; of a month alone its last day.

    >>> parse_due("Paling lambat 31 Maret 2026"), parse_due("akhir Februari 2026")
    (datetime.date(2026, 3, 31), datetime.date(2026, 2, 28))
    >>> parse_due("Triwulan II"), parse_due("sebelum Maret 2026")
    (None, None)
    """
    words = _UNTIL.sub("", " ".join(text.split()).rstrip("."))
    if day := parse_date(words):
        return day
    found = _MONTH.fullmatch(words.casefold())
    month = _MONTHS.get(found[1], 0) if found else 0
    if not found or not month or not int(found[2]):
        return None
    year = int(found[2])
    return date(year, month, monthrange(year, month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

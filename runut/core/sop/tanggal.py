"""Dates as SOP forms write them: "3 Januari 2022", "03-01-2022", "2022-01-03"."""

import re
from datetime import date
from typing import Final

from runut.core.report.tanggal import BULAN

_MONTHS: Final = {name.casefold(): index for index, name in enumerate(BULAN, start=1)} | {
    name.casefold()[:3]: index for index, name in enumerate(BULAN, start=1)
}
_MONTHS_OTHER: Final = {"pebruari": 2, "nopember": 11, "agt": 8, "sept": 9, "nop": 11}
_WORDS: Final = re.compile(r"(?:[a-z']+, ?)?(\d{1,2}) ([a-z]+)\.? (\d{4})")
_DAY_FIRST: Final = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4})")
_CLOCK: Final = re.compile(r",? (?:pukul )?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?$")
_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def parse_date(text: str) -> date | None:
    """The date that the words say, or ``None`` if they say none; an hour beside it is left out.

    >>> parse_date("3 Januari 2022"), parse_date("03-01-2022")
    (datetime.date(2022, 1, 3), datetime.date(2022, 1, 3))
    >>> parse_date("Desember 2013") is None
    True
    """
    words = _CLOCK.sub("", " ".join(text.split()).casefold())
    if found := _WORDS.fullmatch(words):
        month = _MONTHS.get(found[2]) or _MONTHS_OTHER.get(found[2], 0)
        return _date(int(found[3]), month, int(found[1]))
    if found := _DAY_FIRST.fullmatch(words):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _YEAR_FIRST.fullmatch(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

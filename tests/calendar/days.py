"""The calendar the tests work by: 2026 and 2027 as decreed, in western Indonesian time."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from runut.core.calendar.working_time import Calendar

WIB = timezone(timedelta(hours=7))

LIBUR = frozenset(
    {
        date(2026, 1, 1),
        date(2026, 1, 16),
        date(2026, 2, 17),
        date(2026, 3, 19),
        date(2026, 3, 20),
        date(2026, 4, 3),
        date(2026, 5, 1),
        date(2026, 12, 25),
        date(2027, 1, 1),
    }
)
CUTI_BERSAMA = frozenset({date(2026, 2, 16), date(2026, 3, 23), date(2026, 3, 24)})
RAMADAN = ((date(2026, 2, 18), date(2026, 3, 19)),)

PLAIN = Calendar()
OFFICE = Calendar(holidays=LIBUR, ramadan=RAMADAN, cuti_bersama=CUTI_BERSAMA)


def at(text: str) -> datetime:
    """A moment in the office's zone, as one would note it: ``at("2026-01-12 08.10")``."""
    return datetime.strptime(text, "%Y-%m-%d %H.%M").replace(tzinfo=WIB)


moments = st.integers(0, 420 * 24 * 3600 * 10).map(
    lambda tenths: at("2026-01-01 00.00") + timedelta(seconds=tenths / 10)
)
"""Any tenth of a second from 2026 into the spring of 2027."""

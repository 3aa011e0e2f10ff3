"""Which copies stay: the newest of each of the last 7 days, 5 weeks and 12 months that have one,
and the last three whenever they were made.

Days are counted where there is a copy, not from today: an office that was closed for a month, or
whose clock is wrong, does not lose the copies it has.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

LATEST, DAYS, WEEKS, MONTHS = 3, 7, 5, 12

_PERIODS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (DAYS, lambda at: at.date()),
    (WEEKS, lambda at: at.isocalendar()[:2]),
    (MONTHS, lambda at: (at.year, at.month)),
)


def staying(times: Iterable[datetime]) -> set[datetime]:
    """Of the moments at which copies were made, those whose copy is kept.

    >>> made = [datetime(2026, 1, day, hour) for day in range(1, 31) for hour in (8, 20)]
    >>> [f"{at:%d.%H}" for at in sorted(staying(made))][:4]
    ['04.20', '11.20', '18.20', '24.20']
    >>> [f"{at:%d.%H}" for at in sorted(staying(made))][-4:]
    ['28.20', '29.20', '30.08', '30.20']
    """
    newest_first = sorted(set(times), reverse=True)
    kept = set(newest_first[:LATEST])
    for most, period_of in _PERIODS:
        newest: dict[object, datetime] = {}
        for at in newest_first:
            newest.setdefault(period_of(at), at)
        kept.update(list(newest.values())[:most])
    return kept

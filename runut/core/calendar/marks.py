"""When somebody is reminded of a limit: marks in working days before it, and after it is missed."""

from dataclasses import dataclass
from datetime import date, timedelta

from runut.core.calendar.working_time import Calendar, is_working_day

BEFORE = (7, 3, 1)
"""Working days before a limit on which it is told: H-7, H-3, H-1."""
TO_SUPERIOR = 2
"""So many working days late, it is told to the superior too."""
AGAIN_EVERY = 5
"""From then on it is told again once in so many working days."""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mark:
    """``days`` are the working days left (late: since the limit); ``name`` is that of the mark
    reached, which is told once for a limit."""

    name: str
    days: int
    is_late: bool

    @property
    def is_for_superior(self) -> bool:
        return self.is_late and self.days >= TO_SUPERIOR

    @property
    def words(self) -> str:
        """How it stands: "tinggal 3 hari kerja", "batasnya hari ini", "lewat 2 hari kerja"."""
        if self.is_late:
            return f"lewat {self.days} hari kerja"
        return f"tinggal {self.days} hari kerja" if self.days else "batasnya hari ini"


def mark_of(calendar: Calendar, opened: date, limit: date, today: date) -> Mark | None:
    """The mark that a limit has reached ``today``; None while none is near.

    A mark that lay behind when the work began is none: who has just got it knows.
    """
    if today > limit:
        late = working_days(calendar, limit, today)
        return Mark(f"H+{_stage(late)}", late, True) if late else None
    left = working_days(calendar, today, limit)
    given = working_days(calendar, opened, limit)
    reached = [before for before in BEFORE if left <= before < given]
    return Mark(f"H-{min(reached)}", left, False) if reached else None


def working_days(calendar: Calendar, after: date, until: date) -> int:
    """The working days after one day until another, the last one included."""
    days = range(1, (until - after).days + 1)
    return sum(is_working_day(calendar, after + n * _DAY) for n in days)


def _stage(late: int) -> int:
    """Told on the first day, on the second, and once in five days then."""
    if late < TO_SUPERIOR:
        return late
    return TO_SUPERIOR + (late - TO_SUPERIOR) // AGAIN_EVERY * AGAIN_EVERY

"""How likely a case will be in time: many possible courses, drawn from how long steps really took.

Steps that nobody has measured yet are drawn around their standard time, and the answer says so.
The same question has the same answer: chance comes from a seed, never from the machine.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from runut.core.calendar.aturan import MENIT_HARI_KERJA
from runut.core.calendar.standard_time import standard_minutes_between
from runut.core.calendar.working_time import Calendar, closing_of, is_working_day
from runut.core.case.model import CaseState, Definition, Step
from runut.core.case.plan import due_moment, main_path
from runut.core.words.dates import BULAN, format_date

DRAWS = 1000
WORK = 15_000
"""Draws of single steps that one forecast makes at most: so it never takes long."""
ENOUGH = 3
"""So many measured times of a step tell more than its standard time does."""
SPREAD = (50, 100, 200)
"""Where nothing was measured: from half the standard time to twice it, in percent."""
FURTHEST_DAYS = 3 * 366
_LIKELY = (25, 75)
_MASK = 2**64 - 1

Samples = Mapping[str, Sequence[int]]
"""How long each step really took before, in standard minutes (450 a working day)."""


@dataclass(frozen=True)
class Forecast:
    """``days``: on how many of ``draws`` courses the case ends on which day, in order. ``first``
    and ``last`` hold the middle half of them. ``by_standard``: steps drawn around their standard
    time; ``timeless``: steps without any time, drawn as none."""

    draws: int
    due: date
    days: tuple[tuple[date, int], ...]
    first: date
    last: date
    in_time: int
    measured: tuple[str, ...]
    by_standard: tuple[str, ...]
    timeless: tuple[str, ...]

    @property
    def percent(self) -> int:
        """Courses in time, in percent; never 100 or 0 unless all or none of them are."""
        percent = round(100 * self.in_time / self.draws)
        if 0 < self.in_time < self.draws:
            return min(99, max(1, percent))
        return percent

    @property
    def sentence(self) -> str:
        draws = f"{self.draws:,}".replace(",", ".")
        return (
            f"Dari {draws} kemungkinan, {self.percent} % selesai paling lambat "
            f"{format_date(self.due)}; paling mungkin {span_words(self.first, self.last)}."
        )

    @property
    def basis(self) -> str:
        """What it rests on, and what it leaves out."""
        if not self.measured:
            words = (
                "Belum ada waktu nyata yang cukup: dihitung dari waktu baku SOP, dengan rentang "
                "setengah sampai dua kali waktu baku."
            )
        elif self.by_standard:
            words = (
                f"Langkah {', '.join(self.measured)} dari waktu nyata pelaksanaan lain; langkah "
                f"{', '.join(self.by_standard)} dari waktu baku, setengah sampai dua kalinya."
            )
        else:
            words = "Dihitung dari waktu nyata langkah yang sama pada pelaksanaan lain."
        if self.timeless:
            words += f" Langkah {', '.join(self.timeless)} tanpa waktu baku dan dihitung nol."
        return words + " Kemungkinan naskah dikembalikan belum diperhitungkan."


def forecast_of(
    calendar: Calendar,
    definition: Definition,
    state: CaseState,
    now: datetime,
    due_date: date,
    *,
    samples: Samples,
    seed: int,
) -> Forecast | None:
    """The forecast of a running case; None where no step is open."""
    path = main_path(definition, state.open_steps)
    if not path:
        return None
    measured = tuple(step.no for step in path if len(samples.get(step.no, ())) >= ENOUGH)

    def since(no: str) -> tuple[int, int]:
        opened, begun = state.step(no).opened_at, state.step(no).started_at
        if no not in state.open_steps:
            return 0, 0
        moments = (moment.astimezone(now.tzinfo) if moment else now for moment in (opened, begun))
        opened_for, worked = (standard_minutes_between(calendar, one, now) for one in moments)
        return opened_for, worked

    draws = max(1, min(DRAWS, WORK // len(path)))
    chance = _chance(seed)
    ahead = [
        _ahead(step, after, tuple(samples[step.no]) if step.no in measured else (), since(step.no))
        for step, after in _ways(path)
    ]
    totals = sorted(_course(ahead, chance) for _ in range(draws))
    days = _days(calendar, now, totals)
    due = due_moment(calendar, due_date, now).date()
    counted = _counted(days)
    quarter = (days[draws * _LIKELY[0] // 100], days[min(draws - 1, draws * _LIKELY[1] // 100)])
    rest = [step for step in path if step.no not in measured]
    return Forecast(
        draws=draws,
        due=due,
        days=counted,
        first=quarter[0],
        last=quarter[1],
        in_time=sum(count for day, count in counted if day <= due),
        measured=measured,
        by_standard=tuple(step.no for step in rest if step.waktu_menit),
        timeless=tuple(step.no for step in rest if not step.waktu_menit),
    )


def span_words(first: date, last: date) -> str:
    """Two days as one would say them.

    >>> span_words(date(2026, 2, 20), date(2026, 2, 24))
    '20–24 Februari 2026'
    >>> span_words(date(2026, 2, 27), date(2026, 3, 2)), span_words(*[date(2026, 3, 2)] * 2)
    ('27 Februari–2 Maret 2026', '2 Maret 2026')
    """
    if first == last:
        return format_date(first)
    if first.year != last.year:
        return f"{format_date(first)}–{format_date(last)}"
    if first.month != last.month:
        return f"{first.day} {BULAN[first.month - 1]}–{format_date(last)}"
    return f"{first.day}–{format_date(last)}"


@dataclass(frozen=True)
class _Ahead:
    """A step still to be done: what it waits for, its measured times if they are enough, and how
    long somebody has worked on it already."""

    step: Step
    after: tuple[str, ...]
    times: tuple[int, ...]
    spent: int


def _ahead(
    step: Step, after: tuple[str, ...], times: tuple[int, ...], since: tuple[int, int]
) -> _Ahead:
    """What is left of a step. Measured times run from its opening: of them only the longer ones
    are still possible; where it already lasts longer than ever, it counts as just opened."""
    opened_for, worked = since
    if not times:
        return _Ahead(step, after, (), worked)
    longer = tuple(menit for menit in times if menit > opened_for)
    return _Ahead(step, after, longer or times, opened_for if longer else 0)


def _course(ahead: Sequence[_Ahead], chance: Iterator[int]) -> int:
    """One possible course: in how many standard minutes from now on everything is done."""
    ends: dict[str, int] = {}
    for one in ahead:
        drawn = next(chance)
        if one.times:
            menit = one.times[drawn % len(one.times)]
        else:
            menit = _around(one.step.waktu_menit or 0, drawn)
        begin = max((ends[before] for before in one.after), default=0)
        ends[one.step.no] = begin + max(0, menit - one.spent)
    return max(ends.values())


def _ways(path: tuple[Step, ...]) -> Iterator[tuple[Step, tuple[str, ...]]]:
    """Each step of the path with those that come directly before it."""
    for at, step in enumerate(path):
        before = (one.no for one in path[:at] if any(way.ke == step.no for way in one.exits))
        yield step, tuple(before)


def _around(menit: int, drawn: int) -> int:
    """A time around the standard one: half of the courses below it, half above, none far off."""
    low, middle, high = SPREAD
    place = drawn % 2_000
    share = low + (middle - low) * place // 1_000
    if place >= 1_000:
        share = middle + (high - middle) * (place - 1_000) // 1_000
    return menit * share // 100


def _days(calendar: Calendar, now: datetime, totals: Sequence[int]) -> list[date]:
    """The days on which the courses end, walking the calendar once for all of them."""
    whole = MENIT_HARI_KERJA.nilai
    days: list[date] = []
    done: list[int] = []
    left, day = 0, now.date()
    for _ in range(FURTHEST_DAYS):
        if is_working_day(calendar, day):
            is_today = day == now.date()
            closing = closing_of(calendar, day, now)
            left += standard_minutes_between(calendar, now, closing) if is_today else whole
            days.append(day)
            done.append(left)
            if left >= totals[-1]:
                break
        day += timedelta(days=1)
    return [days[min(bisect_left(done, total), len(days) - 1)] for total in totals]


def _counted(days: Sequence[date]) -> tuple[tuple[date, int], ...]:
    counted: dict[date, int] = {}
    for day in days:
        counted[day] = counted.get(day, 0) + 1
    return tuple(sorted(counted.items()))


def _chance(seed: int) -> Iterator[int]:
    """SplitMix64: numbers that look like chance and follow from the seed alone."""
    state = seed & _MASK
    while True:
        state = (state + 0x9E3779B97F4A7C15) & _MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        yield mixed ^ (mixed >> 31)

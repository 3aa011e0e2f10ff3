"""The forecast as a small picture: one bar a day, the due day marked. No script draws it."""

from dataclasses import dataclass
from datetime import date, timedelta

from runut.core.case.forecast import Forecast
from runut.core.words.dates import BULAN_SINGKAT, format_date

WIDTH, HEIGHT, FOOT = 640, 120, 32
MOST_BARS = 60
_SHORT = {number: name for name, number in reversed(BULAN_SINGKAT.items())}


@dataclass(frozen=True)
class Bar:
    """A day, or a few where the forecast spans many: where it stands and what it says."""

    x: float
    y: float
    width: float
    height: float
    is_late: bool
    words: str


@dataclass(frozen=True)
class Picture:
    """``due_x`` is where the due day ends; None where it lies outside. ``words`` say it all."""

    bars: tuple[Bar, ...]
    due_x: float | None
    labels: tuple[tuple[float, str, str], ...]
    words: str
    width: int = WIDTH
    height: int = HEIGHT + FOOT
    base: int = HEIGHT


def picture_of(forecast: Forecast) -> Picture:
    """The bars of a forecast, from the first possible day to the last."""
    counted = dict(forecast.days)
    first, last = forecast.days[0][0], forecast.days[-1][0]
    last = max(last, min(forecast.due, first + timedelta(days=MOST_BARS)))
    span = (last - first).days + 1
    per_bar = -(-span // MOST_BARS)
    count = -(-span // per_bar)
    wide = WIDTH / max(count, 8)
    groups = [
        [first + timedelta(days=at * per_bar + off) for off in range(per_bar)]
        for at in range(count)
    ]
    sums = [sum(counted.get(day, 0) for day in group) for group in groups]
    most = max(sums)
    bars = tuple(
        _bar(at, wide, group, total / most, forecast)
        for at, (group, total) in enumerate(zip(groups, sums, strict=True))
        if total
    )
    place = ((forecast.due - first).days + 1) / per_bar
    return Picture(
        bars=bars,
        due_x=round(place * wide, 1) if 0 <= place <= count else None,
        labels=_labels(groups, wide),
        words=_words(forecast),
    )


def _bar(at: int, wide: float, group: list[date], share: float, forecast: Forecast) -> Bar:
    height = max(2.0, (HEIGHT - 14) * share)
    total = sum(count for day, count in forecast.days if day in group)
    days = format_date(group[0])
    if len(group) > 1:
        days += f" sampai {format_date(group[-1])}"
    return Bar(
        x=round(at * wide + wide * 0.1, 1),
        y=round(HEIGHT - height, 1),
        width=round(wide * 0.8, 1),
        height=round(height, 1),
        is_late=group[0] > forecast.due,
        words=f"{days}: {100 * total / forecast.draws:.0f} %",
    )


def _labels(groups: list[list[date]], wide: float) -> tuple[tuple[float, str, str], ...]:
    """The first and the last day, and one between where there is room."""
    places = sorted(
        {0, len(groups) // 2, len(groups) - 1} if len(groups) > 8 else {0, len(groups) - 1}
    )
    found = []
    for at in places:
        day = groups[at][0]
        anchor = "start" if at == 0 else "end" if at == len(groups) - 1 else "middle"
        x = at * wide + {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        found.append((round(x, 1), f"{day.day} {_SHORT[day.month]}", anchor))
    return tuple(found)


def _words(forecast: Forecast) -> str:
    late = forecast.draws - forecast.in_time
    share = round(100 * late / forecast.draws)
    words = f"Sebaran hari selesai, dari {format_date(forecast.days[0][0])} sampai "
    words += f"{format_date(forecast.days[-1][0])}"
    return f"{words}; {share} % sesudah batas." if late else f"{words}; semua dalam batas."

"""Line charts over years: a broken line where a year has no value, the last value in words."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from runut.core.report.blocks import Chart, Series
from runut.files.typeface import width_of
from runut.files.write.charts.marks import (
    ACCENT,
    HAIR,
    INK,
    MUTE,
    SIZE,
    ChartPoint,
    circle,
    hline,
    number,
    path,
    text,
    wrap,
)
from runut.files.write.charts.parts import (
    PLOT,
    TOP,
    WIDTH,
    colours,
    frame,
    legend,
    levels,
    unit,
    value_at,
)

PointAt = Callable[[int, Decimal], ChartPoint]
_SHORT_NAME = 12
_DASHES = ("", "7 3", "2 3", "7 3 2 3")
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class _Look:
    colour: str
    dash: str


def lines(chart: Chart) -> str:
    """One line for each series; the reported one is blue and in front."""
    ticks = ticks_for(levels(chart))
    left = max(width_of(number(t), SIZE) for t in ticks) + 8
    right = WIDTH - _room_for_ends(chart)
    step = (right - left - 24) / max(len(chart.labels) - 1, 1)

    def at(i: int, value: Decimal) -> ChartPoint:
        share = float((ticks[-1] - value) / (ticks[-1] - ticks[0]))
        return ChartPoint(left + 12 + step * i, TOP + share * PLOT)

    marks = unit(chart) if _names_at_ends(chart) else legend(chart)
    for tick in ticks:
        y = at(0, tick).y
        marks.append(hline(left, right, y, HAIR, 0.6))
        marks.append(text(ChartPoint(left - 6, y + 3), number(tick), MUTE, "end"))
    for i, label in enumerate(chart.labels):
        for k, one in enumerate(wrap(label, max(step - 6, 24))):
            under = ChartPoint(at(i, ticks[0]).x, TOP + PLOT + 15 + k * 11)
            marks.append(text(under, one, INK, "middle"))
    if chart.reference is not None:
        marks.append(hline(left, right, at(0, chart.reference).y, INK, 0.9, dashed=True))
    marks += _curves(chart, at) + _end_labels(chart, at)
    return frame(TOP + PLOT + 34, marks, chart)


def _room_for_ends(chart: Chart) -> float:
    widest = 0.0
    for series in chart.series:
        for value in series.values:
            if value is not None:
                words = _end_words(chart, series, value)
                widest = max(widest, width_of(words, SIZE, bold=True))
    return widest + 4


def ticks_for(values: list[Decimal]) -> list[Decimal]:
    """Three to six round levels around the values.

    >>> [str(t) for t in ticks_for([Decimal("88.5"), Decimal("96.1")])]
    ['88', '90', '92', '94', '96', '98']
    """
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or Decimal(1)
    power = Decimal(10) ** (span / 4).adjusted()
    step = next(s * power for s in _STEPS if s * power >= span / 4)
    first, last = floor(low / step), ceil(high / step)
    levels = [step * n for n in range(first, max(last, first + 1) + 1)]
    return [Decimal(f"{level.normalize():f}") for level in levels]


def _curves(chart: Chart, at: PointAt) -> list[str]:
    drawn = list(zip(chart.series, _looks(chart), strict=True))
    drawn.sort(key=lambda pair: pair[1].colour == ACCENT)  # the reported line is in front
    return [mark for series, look in drawn for mark in _curve(series, look, at)]


def _looks(chart: Chart) -> list[_Look]:
    """Colour and dashes: grey lines differ by their dashes, not by their shade alone."""
    dashes = iter(_DASHES * len(chart.series))
    return [_Look(colour, "" if colour == ACCENT else next(dashes)) for colour in colours(chart)]


def _curve(series: Series, look: _Look, at: PointAt) -> list[str]:
    marks: list[str] = []
    run: list[ChartPoint] = []
    for i in range(len(series.values) + 1):
        value = value_at(series, i)
        if value is not None:
            run.append(at(i, value))
            continue
        if len(run) > 1:
            marks.append(path(run, look.colour, 2, look.dash))
        marks += [circle(point, 2.6, look.colour) for point in run]
        run = []
    return marks


def _end_labels(chart: Chart, at: PointAt) -> list[str]:
    """The last value of each line beside it, with its name where names are short; none overlap."""
    ends: list[tuple[ChartPoint, str, bool]] = []
    for series, look in zip(chart.series, _looks(chart), strict=True):
        known = [(i, v) for i, v in enumerate(series.values) if v is not None]
        if known:
            words = _end_words(chart, series, known[-1][1])
            ends.append((at(*known[-1]), words, look.colour == ACCENT))
    ends.sort(key=lambda end: end[0].y)
    marks: list[str] = []
    lowest = 0.0
    for point, words, main in ends:
        y = max(point.y + 3, lowest)
        more = ' font-weight="bold"' if main else ""
        marks.append(text(ChartPoint(point.x + 7, y), words, INK, "start", more))
        lowest = y + SIZE + 1
    return marks


def _end_words(chart: Chart, series: Series, value: Decimal) -> str:
    return f"{series.name} {number(value)}" if _names_at_ends(chart) else number(value)


def _names_at_ends(chart: Chart) -> bool:
    return len(chart.series) > 1 and all(len(s.name) <= _SHORT_NAME for s in chart.series)

"""Line charts over years: a broken line where a year has no value, the last value in words."""

from collections.abc import Callable
from decimal import Decimal
from math import ceil, floor

from runut.core.report.blocks import Chart, Series
from runut.files.write.chart_marks import (
    ACCENT,
    HAIR,
    INK,
    MUTE,
    SIZE,
    Point,
    circle,
    hline,
    number,
    path,
    text,
    value_text,
    wrap,
)
from runut.files.write.chart_parts import (
    PLOT,
    TOP,
    WIDTH,
    colours,
    frame,
    legend,
    levels,
    value_at,
)
from runut.files.write.typeface import width_of

Place = Callable[[int, Decimal], Point]
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def lines(chart: Chart) -> str:
    """One line for each series; the reported one is blue and in front."""
    ticks = ticks_for(levels(chart))
    left = max(width_of(number(t), SIZE) for t in ticks) + 8
    right = WIDTH - max(width_of(number(v), SIZE, bold=True) for v in levels(chart)) - 12
    gaps = max(len(chart.labels) - 1, 1)
    step = (right - left - 24) / gaps

    def at(i: int, value: Decimal) -> Point:
        share = float((ticks[-1] - value) / (ticks[-1] - ticks[0]))
        return Point(left + 12 + step * i, TOP + share * PLOT)

    marks = legend(chart)
    for tick in ticks:
        y = at(0, tick).y
        marks.append(hline(left, right, y, HAIR, 0.6))
        marks.append(text(Point(left - 6, y + 3), number(tick), MUTE, "end"))
    for i, label in enumerate(chart.labels):
        for k, one in enumerate(wrap(label, max(step - 6, 24))):
            under = Point(at(i, ticks[0]).x, TOP + PLOT + 15 + k * 11)
            marks.append(text(under, one, INK, "middle"))
    if chart.reference is not None:
        marks.append(hline(left, right, at(0, chart.reference).y, INK, 0.9, dashed=True))
    return frame(TOP + PLOT + 34, [*marks, *_curves(chart, at, right)], chart)


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


def _curves(chart: Chart, at: Place, right: float) -> list[str]:
    drawn = sorted(
        zip(chart.series, colours(chart), strict=True), key=lambda pair: pair[1] == ACCENT
    )
    marks: list[str] = []
    taken: list[float] = []
    for series, colour in reversed(drawn):
        marks = _curve(series, colour, at) + marks
        marks += _last_value(series, colour, at, taken, right)
    return marks


def _curve(series: Series, colour: str, at: Place) -> list[str]:
    marks: list[str] = []
    run: list[Point] = []
    for i in range(len(series.values) + 1):
        value = value_at(series, i)
        if value is not None:
            run.append(at(i, value))
            continue
        if len(run) > 1:
            marks.append(path(run, colour, 2))
        marks += [circle(point, 2.6, colour) for point in run]
        run = []
    return marks


def _last_value(
    series: Series, colour: str, at: Place, taken: list[float], right: float
) -> list[str]:
    """The last value beside the line, unless a more important one stands there already."""
    known = [(i, v) for i, v in enumerate(series.values) if v is not None]
    if not known:
        return []
    point = at(*known[-1])
    if any(abs(point.y - y) < SIZE + 1 for y in taken):
        return []
    taken.append(point.y)
    beside = Point(min(point.x + 7, right + 6), point.y + 3)
    return [value_text(beside, known[-1][1], "start", main=colour == ACCENT)]

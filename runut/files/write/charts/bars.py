"""Bar charts: standing for years and short names, lying for the long names of indicators."""

from dataclasses import dataclass
from decimal import Decimal

from runut.core.report.blocks import Chart
from runut.files.typeface import width_of
from runut.files.write.charts.marks import (
    ACCENT,
    INK,
    SIZE,
    Anchor,
    ChartPoint,
    hline,
    number,
    rect,
    text,
    value_text,
    vline,
    white_behind,
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
    present,
    value_at,
)

_NAMES = (150.0, 190.0, 230.0)
"""Room for the names beside lying bars: the least in which none takes more than two lines."""
_THICK = 13.0
_WIDEST = 46.0
_LINE = 11.0


@dataclass(frozen=True)
class _Scale:
    """Where a value stands between two places; bars always start from zero."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        span = self.high - self.low or Decimal(1)
        return self.start + float((value - self.low) / span) * (self.end - self.start)


def _scale(chart: Chart, start: float, end: float) -> _Scale:
    zero = Decimal(0)
    return _Scale(min(zero, *levels(chart)), max(zero, *levels(chart)), start, end)


def needs_lying_bars(chart: Chart) -> bool:
    """Whether names or values would not fit under and over standing bars."""
    room = WIDTH / max(len(chart.labels), 1) - 8
    names = [wrap(label, room) for label in chart.labels]
    if any(len(name) > 2 or any(width_of(one, SIZE) > room for one in name) for name in names):
        return True
    widest = max(width_of(number(v), SIZE, bold=True) for v in present(chart)) + 2
    return widest * len(chart.series) > room


def standing_bars(chart: Chart) -> str:
    """Columns over short names; the value over each."""
    y = _scale(chart, TOP + PLOT, TOP)
    group = WIDTH / len(chart.labels)
    foot = TOP + PLOT + (12 if y.low < 0 else 0)
    marks = legend(chart)
    if chart.reference is not None:
        label, level = number(chart.reference), y.at(chart.reference)
        marks.append(hline(0, WIDTH - width_of(label, SIZE) - 6, level, INK, 0.9, dashed=True))
        marks.append(text(ChartPoint(WIDTH, level + 3), label, INK, "end"))
    for i, label in enumerate(chart.labels):
        marks += _column_group(chart, i, y, group)
        for k, one in enumerate(wrap(label, group - 8)):
            under = ChartPoint(group * (i + 0.5), foot + 14 + k * _LINE)
            marks.append(text(under, one, INK, "middle"))
    marks.append(hline(0, WIDTH, y.at(Decimal(0)), INK, 0.8))
    return frame(foot + 32, marks, chart)


def _column_group(chart: Chart, i: int, y: _Scale, group: float) -> list[str]:
    wide = min(_WIDEST, group * 0.72 / len(chart.series))
    left = group * (i + 0.5) - wide * len(chart.series) / 2
    base = y.at(Decimal(0))
    marks: list[str] = []
    for j, (series, colour) in enumerate(zip(chart.series, colours(chart), strict=True)):
        value = value_at(series, i)
        if value is None:
            continue
        top = y.at(value)
        marks.append(rect(left + wide * j + 1, min(base, top), wide - 2, abs(base - top), colour))
        over = ChartPoint(left + wide * (j + 0.5), top - 4 if value >= 0 else top + SIZE + 1)
        if chart.reference is not None and abs(y.at(chart.reference) - over.y + 3) < SIZE:
            marks.append(white_behind(over, value, "middle"))
        marks.append(value_text(over, value, "middle", main=colour == ACCENT))
    return marks


def lying_bars(chart: Chart) -> str:
    """Bars from left to right, each beside the name of its indicator."""
    room = max(width_of(number(v), SIZE, bold=True) for v in present(chart)) + 8
    below_zero = any(v < 0 for v in present(chart))
    names = next((n for n in _NAMES if _most_lines(chart, n) <= 2), _NAMES[-1])
    x = _scale(chart, names + 10 + (room if below_zero else 0), WIDTH - room)
    marks: list[str] = []
    top = 24.0
    thick = _THICK * len(chart.series)
    for i, label in enumerate(chart.labels):
        name = wrap(label, names - 2)
        deep = max(thick, _LINE * len(name))
        for k, one in enumerate(name):
            y = top + deep / 2 + 3 + (k - (len(name) - 1) / 2) * _LINE
            marks.append(text(ChartPoint(names, y), one, INK, "end"))
        marks += _bar_group(chart, i, x, top + (deep - thick) / 2)
        top += deep + 9
    marks.append(vline(x.at(Decimal(0)), 20, top - 4, INK, 0.8))
    behind: list[str] = []
    if chart.reference is not None:
        level = x.at(chart.reference)
        behind.append(vline(level, 20, top - 2, INK, 0.9, dashed=True))
        behind.append(text(ChartPoint(level, top + 8), number(chart.reference), INK, "middle"))
        top += 12
    return frame(top, [*legend(chart), *behind, *marks], chart)


def _most_lines(chart: Chart, names: float) -> int:
    return max((len(wrap(label, names - 2)) for label in chart.labels), default=0)


def _bar_group(chart: Chart, i: int, x: _Scale, top: float) -> list[str]:
    base = x.at(Decimal(0))
    marks: list[str] = []
    for j, (series, colour) in enumerate(zip(chart.series, colours(chart), strict=True)):
        value = value_at(series, i)
        if value is None:
            continue
        end, y = x.at(value), top + _THICK * j
        marks.append(rect(min(base, end), y + 1, abs(end - base), _THICK - 2, colour))
        beside = ChartPoint(end + (4 if value >= 0 else -4), y + _THICK - 3.5)
        side: Anchor = "start" if value >= 0 else "end"
        if chart.reference is not None:
            marks.append(white_behind(beside, value, side))
        marks.append(value_text(beside, value, side, main=colour == ACCENT))
    return marks

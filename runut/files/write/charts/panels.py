"""Several small charts side by side: realisasi beside target, each in the unit of its indicator.

The realisasi is a blue line with its first and last value; a target is a dashed step in ink. Where
an axis does not begin at zero it is marked as cut.
"""

from dataclasses import dataclass
from decimal import Decimal

from runut.core.report.blocks import Chart, Series
from runut.files.typeface import width_of
from runut.files.write.charts.lines import PointAt, ticks_for
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
from runut.files.write.charts.parts import WIDTH, frame, levels, present, value_at

_GAP = 22.0
_BOLD = 1.09
"""How much wider bold words are than the plain ones that are measured."""
_PLOT = 78.0
_LINE = 11.0
_TARGET, _OLD = "7 3", "2 3"
_DASHED = {"Target": _TARGET, "Target, batas bawah": _TARGET, "Target, batas atas": _TARGET}


@dataclass(frozen=True)
class _Spot:
    """Where one panel stands, and how wide it is."""

    left: float
    top: float
    wide: float
    head: int
    """Lines of its caption; the same for a row of panels."""


def panels(chart: Chart) -> str:
    """Two in a row; one alone takes the whole width."""
    across = 2 if len(chart.panels) > 1 else 1
    wide = (WIDTH - _GAP * (across - 1)) / across
    marks = _key(chart)
    top = 20.0 if marks else 4.0
    for first in range(0, len(chart.panels), across):
        row = chart.panels[first : first + across]
        head = max(len(_caption(one, wide)) for one in row)
        for place, one in enumerate(row):
            marks += _panel(one, _Spot(place * (wide + _GAP), top, wide, head))
        top += head * _LINE + _PLOT + 40
    return frame(top, marks, chart)


def _key(chart: Chart) -> list[str]:
    """What line and dashes mean, once for all panels."""
    names = list(dict.fromkeys(s.name for one in chart.panels for s in one.series))
    shown = [
        (name.partition(",")[0], _look(name)) for name in names if name != "Target, batas atas"
    ]
    marks: list[str] = []
    x = 0.0
    for name, (colour, dash) in dict(shown).items():
        marks.append(path([ChartPoint(x, 8), ChartPoint(x + 20, 8)], colour, 2, dash))
        marks.append(text(ChartPoint(x + 25, 11), name, INK))
        x += width_of(name, SIZE) + 42
    if any(_is_cut(one) for one in chart.panels):
        words = "sumbu tidak mulai dari nol"
        marks.append(text(ChartPoint(WIDTH, 11), words, MUTE, "end"))
        marks.append(_cut(WIDTH - width_of(words, SIZE) - 8, 12))
    return marks


def _look(name: str) -> tuple[str, str]:
    if name in _DASHED:
        return INK, _DASHED[name]
    return (MUTE, _OLD) if name == "Definisi lama" else (ACCENT, "")


def _caption(chart: Chart, wide: float) -> list[str]:
    unit = f" ({chart.unit})" if chart.unit else ""
    return wrap(f"{chart.caption}{unit}", wide / _BOLD)


def _is_cut(chart: Chart) -> bool:
    ticks = ticks_for(levels(chart))
    return ticks[0] > 0 or ticks[-1] < 0


def _panel(chart: Chart, spot: _Spot) -> list[str]:
    ticks = _few(ticks_for(levels(chart)))
    left = spot.left + max(width_of(number(t), SIZE) for t in ticks) + 10
    right = spot.left + spot.wide - max(width_of(number(v), SIZE) for v in present(chart)) - 8
    top = spot.top + spot.head * _LINE + 8
    step = (right - left - 12) / max(len(chart.labels) - 1, 1)

    def at(i: int, value: Decimal) -> ChartPoint:
        share = float((ticks[-1] - value) / (ticks[-1] - ticks[0]))
        return ChartPoint(left + 6 + step * i, top + share * _PLOT)

    marks = [
        text(
            ChartPoint(spot.left, spot.top + 8 + n * _LINE),
            one,
            INK,
            "start",
            ' font-weight="bold"',
        )
        for n, one in enumerate(_caption(chart, spot.wide))
    ]
    for tick in ticks:
        y = at(0, tick).y
        marks.append(hline(left, right, y, HAIR, 0.6))
        marks.append(text(ChartPoint(left - 7, y + 3), number(tick), MUTE, "end"))
    if _is_cut(chart):
        marks.append(_cut(left, top + _PLOT))
    for i in _shown_labels(chart, step):
        under = ChartPoint(at(i, ticks[0]).x, top + _PLOT + 14)
        marks.append(text(under, chart.labels[i], INK, "middle"))
    for series in chart.series:
        marks += _curve(series, chart, at)
    return marks + _ends(chart, at)


def _cut(x: float, foot: float) -> str:
    """A crooked foot of the axis: it does not begin at zero."""
    steps = ((0.0, 0.0), (-2.5, -2.5), (2.5, -5.0), (0.0, -7.5))
    return path([ChartPoint(x + dx, foot + dy) for dx, dy in steps], INK, 1)


def _few(ticks: list[Decimal]) -> list[Decimal]:
    """Every second level where there would be many; the ends stay."""
    if len(ticks) <= 4:
        return ticks
    return ticks[::2] if len(ticks) % 2 else [*ticks[::2], ticks[-1] + ticks[1] - ticks[0]]


def _shown_labels(chart: Chart, step: float) -> list[int]:
    """All years, or every second one where they would touch; the last always stands."""
    widest = max(width_of(label, SIZE) for label in chart.labels)
    every = 1 if widest + 4 <= step or len(chart.labels) < 2 else 2
    last = len(chart.labels) - 1
    return [i for i in range(len(chart.labels)) if (last - i) % every == 0]


def _curve(series: Series, chart: Chart, at: PointAt) -> list[str]:
    colour, dash = _look(series.name)
    marks: list[str] = []
    run: list[ChartPoint] = []
    for i in range(len(chart.labels) + 1):
        value = value_at(series, i) if i < len(chart.labels) else None
        if value is not None:
            run.append(at(i, value))
            continue
        if len(run) > 1:
            marks.append(path(run, colour, 1.2 if dash else 2, dash))
        elif run and dash:
            marks.append(hline(run[0].x - 5, run[0].x + 5, run[0].y, colour, 1.2))
        if not dash or series.name == "Definisi lama":
            marks += [circle(point, 2.4, colour) for point in run]
        run = []
    return marks


def _ends(chart: Chart, at: PointAt) -> list[str]:
    """The last value of each line at its right; two that would touch are moved apart."""
    ends: list[tuple[ChartPoint, str, bool]] = []
    for series in chart.series:
        known = [(i, v) for i, v in enumerate(series.values) if v is not None]
        if known and known[-1][0] == len(chart.labels) - 1:
            i, value = known[-1]
            ends.append((at(i, value), number(value), series.name == "Realisasi"))
    ends.sort(key=lambda end: end[0].y)
    marks: list[str] = []
    lowest = 0.0
    said: set[str] = set()
    for point, words, is_main in ends:
        if words in said:
            continue
        said.add(words)
        y = max(point.y + 3, lowest)
        more = ' font-weight="bold"' if is_main else ""
        marks.append(text(ChartPoint(point.x + 6, y), words, INK, "start", more))
        lowest = y + SIZE + 1
    return marks

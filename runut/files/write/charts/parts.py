"""What every chart shares: its frame, its colours, the line with unit and names on top."""

from collections.abc import Sequence
from decimal import Decimal
from xml.sax.saxutils import quoteattr

from runut.core.report.blocks import Chart, Series
from runut.files.typeface import FAMILY, width_of
from runut.files.write.charts.marks import ACCENT, INK, MUTE, SIZE, ChartPoint, rect, text
from runut.files.write.layout.letters import drawable

WIDTH = 454.0
"""160 mm in points: words in a chart are as large as they say."""
TOP = 34.0
PLOT = 150.0
_EDGE = 3
_GREYS = ("#b4bec9", "#8a96a3", "#66727f", "#c9d1d9")


def frame(height: float, marks: Sequence[str], chart: Chart) -> str:
    """The marks as one SVG that says in words what it shows."""
    label = quoteattr(drawable(chart.alt or chart.caption).replace("\n", " "))
    width = WIDTH + 2 * _EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-_EDGE} 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" role="img" aria-label={label} '
        f'font-family="{FAMILY}, Arial, sans-serif">{"".join(marks)}</svg>'
    )


def present(chart: Chart) -> list[Decimal]:
    """All values there are."""
    return [v for series in chart.series for v in series.values if v is not None]


def levels(chart: Chart) -> list[Decimal]:
    """All heights the drawing must reach: the values and the reference."""
    return present(chart) + ([] if chart.reference is None else [chart.reference])


def value_at(series: Series, i: int) -> Decimal | None:
    return series.values[i] if i < len(series.values) else None


def colours(chart: Chart) -> list[str]:
    """Blue for what is reported; grey for earlier years and for targets."""
    told = [i for i, s in enumerate(chart.series) if not s.name.casefold().startswith("target")]
    main = told[-1] if told else len(chart.series) - 1
    greys = iter(_GREYS * len(chart.series))
    return [ACCENT if i == main else next(greys) for i in range(len(chart.series))]


def unit(chart: Chart) -> list[str]:
    """What the numbers count, at the left on top."""
    return [text(ChartPoint(0, 11), f"dalam {chart.unit}", MUTE)] if chart.unit else []


def legend(chart: Chart) -> list[str]:
    """The unit at the left and the names of several series at the right."""
    marks = unit(chart)
    if len(chart.series) < 2:
        return marks
    x = WIDTH - sum(width_of(s.name, SIZE) + 26 for s in chart.series) + 11
    for series, colour in zip(chart.series, colours(chart), strict=True):
        marks += [rect(x, 3, 9, 9, colour), text(ChartPoint(x + 13, 11), series.name, INK)]
        x += width_of(series.name, SIZE) + 26
    return marks

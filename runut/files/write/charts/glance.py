"""The year on one page: tiles of numbers, stacked bars by sasaran, money, and who missed."""

from collections.abc import Sequence
from decimal import Decimal

from runut.core.report.blocks import Chart, Node
from runut.files.typeface import width_of
from runut.files.write.charts.marks import (
    ACCENT,
    HAIR,
    INK,
    MUTE,
    SIZE,
    ChartPoint,
    number,
    path,
    rect,
    text,
    wrap,
)
from runut.files.write.charts.parts import WIDTH, frame
from runut.files.write.layout.letters import drawable

_LINE = 11.0
_NAMES = 190.0
_THICK = 15.0
_LIGHT = "#eef4fb"
_BIG = 19.0
_FILLS = {"mencapai target": ACCENT, "belum mencapai": "#ffffff", "belum dinilai": "#c9d1d9"}
"""Told apart by more than shade: full, hatched, grey."""


def glance(chart: Chart) -> str:
    """Parts one under the other; each only where there is something to show."""
    found = {node.kind: node.children for node in chart.tree}
    marks, y = _tiles(found.get("angka", ()))
    for panel in chart.panels:
        more, y = _bars(panel, y + 20)
        marks += more
    if found.get("belum"):
        more, y = _named(found["belum"], y + 20)
        marks += more
    return frame(y + 4, marks, chart)


def _tiles(tiles: Sequence[Node]) -> tuple[list[str], float]:
    marks: list[str] = []
    if not tiles:
        return marks, 0.0
    wide = (WIDTH - 8 * (len(tiles) - 1)) / len(tiles)
    words = [wrap(tile.kind, wide - 12) for tile in tiles]
    deep = 40 + max(map(len, words)) * _LINE
    for n, (tile, lines) in enumerate(zip(tiles, words, strict=True)):
        left = n * (wide + 8)
        marks.append(rect(left, 0, wide, deep, _LIGHT))
        marks.append(rect(left, 0, 3, deep, ACCENT))
        size = min(_BIG, _BIG * (wide - 14) / max(width_of(tile.text, _BIG, bold=True), 1))
        marks.append(
            f'<text x="{left + 9:.1f}" y="27" font-size="{size:.1f}" fill="{INK}" '
            f'font-weight="bold">{drawable(tile.text)}</text>'
        )
        for k, one in enumerate(lines):
            marks.append(text(ChartPoint(left + 9, 41 + k * _LINE), one, MUTE))
    return marks, deep


def _bars(chart: Chart, top: float) -> tuple[list[str], float]:
    marks = [_title(chart.caption, top)]
    y = top + 12
    if len(chart.series) > 1:
        marks += _legend(chart, y)
        y += 20
    left, right = _NAMES + 8, WIDTH - 44
    least = Decimal(1) if chart.reference is None else chart.reference
    sums = [sum(_values(chart, i), Decimal(0)) for i in range(len(chart.labels))]
    most = max([least, *sums])
    for i, label in enumerate(chart.labels):
        lines = wrap(label, _NAMES - 4)
        deep = max(_THICK, _LINE * len(lines))
        for k, one in enumerate(lines):
            at = ChartPoint(0, y + deep / 2 + 3 + (k - (len(lines) - 1) / 2) * _LINE)
            marks.append(text(at, one, INK))
        x = left
        for series, value in zip(chart.series, _values(chart, i), strict=True):
            long = float(value / most) * (right - left)
            marks += _bar(x, y + (deep - _THICK) / 2, long, _FILLS.get(series.name, ACCENT))
            x += long
        said = " + ".join(number(value) for value in _values(chart, i) if value)
        words = f"{said}{chart.unit}"
        marks.append(text(ChartPoint(x + 5, y + deep / 2 + 3), words, INK))
        y += deep + 7
    return marks, y


def _values(chart: Chart, i: int) -> list[Decimal]:
    return [series.values[i] or Decimal(0) for series in chart.series]


def _bar(x: float, y: float, long: float, fill: str) -> list[str]:
    """White is hatched, so that it is seen on any paper."""
    if long <= 0:
        return []
    marks = [rect(x, y, long, _THICK, fill)]
    if fill == "#ffffff":
        corners = [(x, y), (x + long, y), (x + long, y + _THICK), (x, y + _THICK), (x, y)]
        marks.append(path([ChartPoint(a, b) for a, b in corners], INK, 0.8))
        step = x + 4
        while step < x + long + _THICK:
            start = ChartPoint(min(step, x + long), y + max(0.0, step - x - long))
            end = ChartPoint(max(step - _THICK, x), y + min(_THICK, step - x))
            marks.append(path([start, end], INK, 0.6))
            step += 5
    return marks


def _legend(chart: Chart, y: float) -> list[str]:
    marks: list[str] = []
    x = 0.0
    for series in chart.series:
        marks += _bar(x, y - 2, 14, _FILLS.get(series.name, ACCENT))
        marks.append(text(ChartPoint(x + 19, y + 9), series.name, INK))
        x += width_of(series.name, SIZE) + 40
    return [*marks]


def _named(nodes: Sequence[Node], top: float) -> tuple[list[str], float]:
    marks = [_title("Belum mencapai target", top)]
    y = top + 18
    for node in nodes:
        lines = wrap(node.text, WIDTH - 70)
        for k, one in enumerate(lines):
            marks.append(text(ChartPoint(0, y + k * _LINE), one, INK))
        marks.append(text(ChartPoint(WIDTH, y), node.kind, INK, "end", ' font-weight="bold"'))
        y += len(lines) * _LINE + 3
        marks.append(path([ChartPoint(0, y - 8), ChartPoint(WIDTH, y - 8)], HAIR, 0.5))
        y += 4
    return marks, y - 8


def _title(words: str, y: float) -> str:
    return text(ChartPoint(0, y + 4), words, INK, "start", ' font-weight="bold"')

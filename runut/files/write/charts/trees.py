"""Trees drawn from data: boxes of an organisation, and a cascade as indented lines."""

from collections.abc import Iterator, Sequence

from runut.core.report.blocks import Chart, Node
from runut.files.typeface import width_of
from runut.files.write.charts.marks import (
    ACCENT,
    HAIR,
    INK,
    MUTE,
    SIZE,
    ChartPoint,
    path,
    rect,
    text,
    wrap,
)
from runut.files.write.charts.parts import WIDTH, frame

_LINE = 11.0
_PAD = 6.0
_ACROSS = 4
_GAP = 10.0
_STEP = 14.0
_LIGHT = "#eef4fb"


def organisation(chart: Chart) -> str:
    """The head on top, those below in rows, and what stands under each stacked beneath it."""
    root = chart.tree[0]
    marks, foot = _box(root.text, WIDTH / 2 - 110, 4.0, 220.0, is_head=True)
    top = foot
    for first in range(0, len(root.children), _ACROSS):
        row = root.children[first : first + _ACROSS]
        top = _row(row, top, foot, marks)
    return frame(top + 6, marks, chart)


def _row(row: Sequence[Node], top: float, foot: float, marks: list[str]) -> float:
    wide = min(220.0, (WIDTH - _GAP * (len(row) - 1)) / len(row))
    left = (WIDTH - wide * len(row) - _GAP * (len(row) - 1)) / 2
    bar, under = top + 12, top + 24
    centres = [left + n * (wide + _GAP) + wide / 2 for n in range(len(row))]
    if top == foot:
        marks.append(path([ChartPoint(WIDTH / 2, foot), ChartPoint(WIDTH / 2, bar)], MUTE, 0.8))
    ends = (min([*centres, WIDTH / 2]), max([*centres, WIDTH / 2]))
    marks.append(path([ChartPoint(ends[0], bar), ChartPoint(ends[1], bar)], MUTE, 0.8))
    lowest = under
    for node, centre in zip(row, centres, strict=True):
        marks.append(path([ChartPoint(centre, bar), ChartPoint(centre, under)], MUTE, 0.8))
        box, y = _box(node.text, centre - wide / 2, under, wide)
        marks += box
        for deep, below in _flat(node.children, 1):
            more, y = _box(below.text, centre - wide / 2 + 8 * deep, y + 5, wide - 8 * deep)
            marks += more
        lowest = max(lowest, y)
    return lowest


def _flat(nodes: Sequence[Node], deep: int) -> Iterator[tuple[int, Node]]:
    for node in nodes:
        yield deep, node
        yield from _flat(node.children, min(deep + 1, 4))


def _box(
    words: str, left: float, top: float, wide: float, *, is_head: bool = False
) -> tuple[list[str], float]:
    """A box with its words in the middle; answers also where it ends."""
    lines = wrap(words, wide - 2 * _PAD)
    deep = len(lines) * _LINE + 2 * _PAD
    edge = ACCENT if is_head else MUTE
    marks = [rect(left, top, wide, deep, edge), rect(left + 1, top + 1, wide - 2, deep - 2, "#fff")]
    if is_head:
        marks[1] = rect(left + 1, top + 1, wide - 2, deep - 2, _LIGHT)
    more = ' font-weight="bold"' if is_head else ""
    for n, one in enumerate(lines):
        at = ChartPoint(left + wide / 2, top + _PAD + 8 + n * _LINE)
        marks.append(text(at, one, INK, "middle", more))
    return marks, top + deep


def cascade(chart: Chart) -> str:
    """Each node a line under the one above, tied to it; what it is stands at the right."""
    rows = list(_flat_deep(chart.tree, 0))
    kinds = [node.kind for _, node in rows]
    room = max((width_of(kind, SIZE) for kind in kinds), default=0) + 10
    marks: list[str] = []
    tops: dict[int, float] = {}
    y = 4.0
    for deep, node in rows:
        left = deep * _STEP + (10 if deep else 0)
        lines = wrap(node.text, WIDTH - left - room)
        at = y + 8
        if deep and deep - 1 in tops:
            stem = (deep - 1) * _STEP + (14 if deep > 1 else 4)
            points = [
                ChartPoint(stem, tops[deep - 1] + 4),
                ChartPoint(stem, at - 3),
                ChartPoint(left - 3, at - 3),
            ]
            marks.append(path(points, HAIR, 0.8))
        more = ' font-weight="bold"' if node.kind in ("Misi", "Tujuan", "Sasaran") else ""
        for n, one in enumerate(lines):
            marks.append(text(ChartPoint(left, at + n * _LINE), one, INK, "start", more))
        marks.append(text(ChartPoint(WIDTH, at), node.kind, MUTE, "end"))
        tops[deep] = at + (len(lines) - 1) * _LINE
        y += len(lines) * _LINE + 3.5
    return frame(y + 4, marks, chart)


def _flat_deep(nodes: Sequence[Node], deep: int) -> Iterator[tuple[int, Node]]:
    for node in nodes:
        yield deep, node
        yield from _flat_deep(node.children, deep + 1)

"""Charts as SVG drawn by hand, and as PNG for Word: ink on white, one blue, values at the marks.

Drawn here and not by a chart library: twenty charts then cost milliseconds, and the drawing
carries no style or script that a strict page policy would refuse.
"""

from functools import lru_cache
from pathlib import Path

import typst

from runut.core.report.blocks import Chart
from runut.files.typeface import office_fonts
from runut.files.write.charts.bars import lying_bars, needs_lying_bars, standing_bars
from runut.files.write.charts.glance import glance
from runut.files.write.charts.lines import lines
from runut.files.write.charts.marks import MUTE, ChartPoint, text
from runut.files.write.charts.panels import panels
from runut.files.write.charts.parts import WIDTH, frame, present
from runut.files.write.charts.trees import cascade, organisation
from runut.files.write.layout.drawings import size_of

TEMPLATE = Path(__file__).parent / "drawing.typ"


def draw_svg(chart: Chart) -> str:
    """The chart as one SVG element. An empty value leaves a hole; the same chart, the same text."""
    if chart.kind == "glance":
        return glance(chart)
    if chart.panels:
        return panels(chart)
    if chart.tree:
        return organisation(chart) if chart.kind == "org" else cascade(chart)
    if not present(chart):
        return frame(40, [text(ChartPoint(WIDTH / 2, 24), "Belum ada data", MUTE, "middle")], chart)
    if chart.kind == "line" and len(chart.labels) > 1:
        return lines(chart)
    return lying_bars(chart) if needs_lying_bars(chart) else standing_bars(chart)


def draw_png(chart: Chart, width_px: int) -> bytes:
    """The chart as a picture this many pixels wide, for papers that cannot hold a drawing."""
    svg = draw_svg(chart)
    return svg_to_png(svg, size_of(svg)[0], width_px)


@lru_cache(maxsize=64)
def svg_to_png(svg: str, width_pt: float, width_px: int) -> bytes:
    """A drawing of ours as pixels, in the office typeface whatever the machine has."""
    return typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=office_fonts(),
        format="png",
        ppi=width_px / width_pt * 72,
        sys_inputs={"svg": svg, "width": f"{width_pt:g}"},
    )

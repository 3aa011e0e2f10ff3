"""The names and paths of drawn geometries, and what each means in a flowchart of the form."""

from collections.abc import Mapping, Sequence
from math import hypot
from typing import Final

from lxml import etree

from runut.core.sop.reading.canvas import Box, ShapeKind
from runut.files.geometry import Point, unit_square

Node = etree._Element
Meaning = tuple[ShapeKind, float]

_MEANINGS: dict[str, Meaning] = {
    "rect": (ShapeKind.PROCESS, 1.0),
    "flowChartProcess": (ShapeKind.PROCESS, 1.0),
    "diamond": (ShapeKind.DECISION, 1.0),
    "flowChartDecision": (ShapeKind.DECISION, 1.0),
    "flowChartTerminator": (ShapeKind.TERMINATOR, 1.0),
    "roundRect": (ShapeKind.TERMINATOR, 0.9),
    "ellipse": (ShapeKind.TERMINATOR, 0.7),
    "flowChartAlternateProcess": (ShapeKind.TERMINATOR, 0.7),
    "round2SameRect": (ShapeKind.TERMINATOR, 0.6),
    "round2DiagRect": (ShapeKind.TERMINATOR, 0.6),
    "flowChartDelay": (ShapeKind.TERMINATOR, 0.6),
    "flowChartOffpageConnector": (ShapeKind.OFF_PAGE, 1.0),
    "flowChartConnector": (ShapeKind.OFF_PAGE, 0.8),
    "homePlate": (ShapeKind.OFF_PAGE, 0.8),
    "pentagon": (ShapeKind.OFF_PAGE, 0.7),
    "textBox": (ShapeKind.PROCESS, 0.7),
    "flowChartPredefinedProcess": (ShapeKind.PROCESS, 0.9),
    "flowChartDocument": (ShapeKind.PROCESS, 0.6),
    "flowChartMultidocument": (ShapeKind.PROCESS, 0.6),
    "flowChartInputOutput": (ShapeKind.PROCESS, 0.6),
    "flowChartManualOperation": (ShapeKind.PROCESS, 0.6),
    "flowChartManualInput": (ShapeKind.PROCESS, 0.6),
    "flowChartInternalStorage": (ShapeKind.PROCESS, 0.6),
    "flowChartPreparation": (ShapeKind.PROCESS, 0.5),
    "foldedCorner": (ShapeKind.PROCESS, 0.6),
    "parallelogram": (ShapeKind.PROCESS, 0.6),
    "snip1Rect": (ShapeKind.PROCESS, 0.6),
    "snip2SameRect": (ShapeKind.PROCESS, 0.6),
    "round1Rect": (ShapeKind.PROCESS, 0.6),
    "plaque": (ShapeKind.PROCESS, 0.5),
    "bevel": (ShapeKind.PROCESS, 0.6),
    "can": (ShapeKind.PROCESS, 0.5),
    "cube": (ShapeKind.PROCESS, 0.5),
    "hexagon": (ShapeKind.PROCESS, 0.5),
    "octagon": (ShapeKind.PROCESS, 0.5),
}
BY_NUMBER: Final = {
    1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 7: "parallelogram", 13: "rightArrow",
    15: "homePlate", 20: "line", 32: "straightConnector1", 33: "bentConnector2",
    34: "bentConnector3", 35: "bentConnector4", 36: "bentConnector5", 37: "curvedConnector2",
    38: "curvedConnector3", 39: "curvedConnector4", 40: "curvedConnector5", 56: "pentagon",
    65: "foldedCorner", 66: "leftArrow", 67: "downArrow", 68: "upArrow", 69: "leftRightArrow",
    70: "upDownArrow", 75: "picture", 90: "bentUpArrow", 91: "bentArrow",
    109: "flowChartProcess", 110: "flowChartDecision", 111: "flowChartInputOutput",
    112: "flowChartPredefinedProcess", 113: "flowChartInternalStorage", 114: "flowChartDocument",
    115: "flowChartMultidocument", 116: "flowChartTerminator", 117: "flowChartPreparation",
    118: "flowChartManualInput", 119: "flowChartManualOperation", 120: "flowChartConnector",
    135: "flowChartDelay", 176: "flowChartAlternateProcess", 177: "flowChartOffpageConnector",
    202: "textBox",
}  # fmt: skip
"""VML's numbers of geometries (``o:spt``, ``#_x0000_t109``)."""


_LINES = ("line", "straightConnector", "bentConnector", "curvedConnector", "lineInv")

_MIDDLE_LEFT, _MIDDLE_RIGHT = (0.0, 0.5), (1.0, 0.5)
_MIDDLE_TOP, _MIDDLE_BOTTOM = (0.5, 0.0), (0.5, 1.0)
_ACROSS, _DOWN = (_MIDDLE_LEFT, _MIDDLE_RIGHT), (_MIDDLE_TOP, _MIDDLE_BOTTOM)
_BLOCK_ARROWS: dict[str, tuple[Point, ...]] = {
    "rightArrow": _ACROSS,
    "leftArrow": _ACROSS[::-1],
    "downArrow": _DOWN,
    "upArrow": _DOWN[::-1],
    "notchedRightArrow": _ACROSS,
    "stripedRightArrow": _ACROSS,
    "curvedRightArrow": ((1.0, 0.1), (0.0, 0.5), (1.0, 0.8)),
    "curvedLeftArrow": ((0.0, 0.1), (1.0, 0.5), (0.0, 0.8)),
    "curvedDownArrow": ((0.1, 1.0), (0.5, 0.0), (0.8, 1.0)),
    "curvedUpArrow": ((0.1, 0.0), (0.5, 1.0), (0.8, 0.0)),
    "bentArrow": ((0.1, 1.0), (0.1, 0.25), (1.0, 0.25)),
    "bentUpArrow": ((0.0, 0.9), (0.75, 0.9), (0.75, 0.0)),
    "uturnArrow": ((0.1, 1.0), (0.1, 0.1), (0.75, 0.1), (0.75, 0.75)),
    "leftRightArrow": _ACROSS,
    "upDownArrow": _DOWN,
}
_OTHER: Meaning = ShapeKind.OTHER, 0.5
_BOTH_WAYS = ("leftRightArrow", "upDownArrow")
_WIDE = 1.4
_NEAR = 0.12
"""Of the size of a path: how far a corner may lie from where it belongs."""

_CURVES = ("cubicBezTo", "quadBezTo", "arcTo")
_MOST_PATH_POINTS = 400
_MOST_CORNERS = 9
"""Of a capsule drawn as a path."""


def meaning_of(name: str, box: Box) -> Meaning:
    """What a closed preset geometry means; what the form does not know is OTHER. An ellipse that
    is wide is drawn for a capsule; a circle may be a connector."""
    if name == "ellipse" and box.width >= _WIDE * box.height:
        return ShapeKind.TERMINATOR, 0.9
    return _MEANINGS.get(name, _OTHER)


def is_line(name: str) -> bool:
    return name.startswith(_LINES)


def block_arrow(name: str) -> tuple[Point, ...]:
    """The way of a thick arrow in parts of its box; empty for everything else."""
    return _BLOCK_ARROWS.get(name, ())


def points_both_ways(name: str) -> bool:
    return name in _BOTH_WAYS


def line_points(name: str, adjusted: Mapping[int, float]) -> tuple[Point, ...]:
    """The corners of a line geometry in parts of its box (presetShapeDefinitions of ECMA-376).

    ``adjusted`` moves the bends, by number from 0.

    >>> line_points("bentConnector3", {0: 0.5})
    ((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (1.0, 1.0))
    """
    first, second, third = (adjusted.get(at, 0.5) for at in range(3))
    middle: dict[str, tuple[Point, ...]] = {
        "2": ((1.0, 0.0),),
        "3": ((first, 0.0), (first, 1.0)),
        "4": ((first, 0.0), (first, second), (1.0, second)),
        "5": ((first, 0.0), (first, second), (third, second), (third, 1.0)),
    }
    is_bent = name.startswith(("bentConnector", "curvedConnector"))
    if name == "lineInv":
        return (0.0, 1.0), (1.0, 0.0)
    return (0.0, 0.0), *(middle.get(name[-1], ()) if is_bent else ()), (1.0, 1.0)


def adjustments(geometry: Node | None) -> dict[int, float]:
    """The values that bend a preset geometry, 1 being its whole width or height."""
    values: dict[int, float] = {}
    for guide in geometry.iterfind("{*}avLst/{*}gd") if geometry is not None else ():
        name, words = guide.get("name", "").removeprefix("adj"), guide.get("fmla", "").split()
        is_plain = len(words) == 2 and words[0] == "val" and words[1].lstrip("-").isdecimal()
        if is_plain and name in ("", "1", "2", "3"):
            values[int(name or 1) - 1] = min(max(int(words[1]) / 100_000, -50.0), 50.0)
    return values


def path_points(geometry: Node) -> tuple[tuple[Point, ...], bool, bool]:
    """The corners of a path of its own, in parts of its box; is it closed; has it curves?"""
    path = geometry.find("{*}pathLst/{*}path")
    if path is None:
        return (), False, False
    raw: list[Point] = []
    is_closed = has_curves = False
    for step in path:
        name = str(step.tag).rpartition("}")[2]
        is_closed = is_closed or name == "close"
        has_curves = has_curves or name in _CURVES
        ends = [_path_point(node) for node in step.iterfind("{*}pt")]
        raw.extend(point for point in ends[-1:] if point is not None)
        if len(raw) > _MOST_PATH_POINTS:
            break
    width = _size(path.get("w"), [x for x, _ in raw])
    height = _size(path.get("h"), [y for _, y in raw])
    points = [(x / width, y / height) for x, y in raw]
    return _without_repeats(points), is_closed or _meets_itself(points), has_curves


def meaning_of_path(points: Sequence[Point], *, has_curves: bool) -> Meaning:
    """What a closed path of its own means, judged by its corners."""
    if not points:
        return _OTHER
    corners = unit_square(points)
    corners = corners[:-1] if len(points) > 1 and _are_near(corners[0], corners[-1]) else corners
    if has_curves:
        return (ShapeKind.TERMINATOR, 0.7) if len(corners) <= _MOST_CORNERS else _OTHER
    if len(corners) == 4:
        middles = (_MIDDLE_LEFT, _MIDDLE_RIGHT, _MIDDLE_TOP, _MIDDLE_BOTTOM)
        if all(any(_are_near(corner, at) for at in middles) for corner in corners):
            return ShapeKind.DECISION, 0.9
        return ShapeKind.PROCESS, 0.8
    if len(corners) == 5:
        return ShapeKind.OFF_PAGE, 0.8
    return _OTHER


def _path_point(node: Node) -> Point | None:
    try:
        x, y = float(node.get("x", "")), float(node.get("y", ""))
    except ValueError:
        return None
    return (x, y) if hypot(x, y) < 1e12 else None


def _size(written: str | None, values: Sequence[float]) -> float:
    if written and written.isdecimal() and int(written) > 0:
        return float(written)
    return max([value for value in values if value > 0], default=1.0)


def _meets_itself(points: Sequence[Point]) -> bool:
    return len(points) > 3 and _are_near(points[0], points[-1])


def _without_repeats(points: Sequence[Point]) -> tuple[Point, ...]:
    kept: list[Point] = []
    for point in points:
        if not kept or hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) > 1e-6:
            kept.append(point)
    return tuple(kept)


def _are_near(one: Point, other: Point) -> bool:
    return hypot(one[0] - other[0], one[1] - other[1]) <= _NEAR

"""What a drawn geometry means in the form, by the many names Word has for it."""

from typing import Final

from runut.core.sop.reading.canvas import ShapeKind

_KINDS: Final[dict[str, tuple[ShapeKind, float]]] = {
    "flowChartProcess": (ShapeKind.PROCESS, 1.0),
    "rect": (ShapeKind.PROCESS, 1.0),
    "textBox": (ShapeKind.PROCESS, 0.7),
    "flowChartPredefinedProcess": (ShapeKind.PROCESS, 0.7),
    "flowChartInternalStorage": (ShapeKind.PROCESS, 0.6),
    "flowChartDocument": (ShapeKind.PROCESS, 0.6),
    "flowChartMultidocument": (ShapeKind.PROCESS, 0.6),
    "flowChartInputOutput": (ShapeKind.PROCESS, 0.6),
    "flowChartManualInput": (ShapeKind.PROCESS, 0.6),
    "flowChartManualOperation": (ShapeKind.PROCESS, 0.6),
    "flowChartPreparation": (ShapeKind.PROCESS, 0.6),
    "parallelogram": (ShapeKind.PROCESS, 0.6),
    "snip1Rect": (ShapeKind.PROCESS, 0.6),
    "foldedCorner": (ShapeKind.PROCESS, 0.6),
    "flowChartDecision": (ShapeKind.DECISION, 1.0),
    "diamond": (ShapeKind.DECISION, 1.0),
    "flowChartTerminator": (ShapeKind.TERMINATOR, 1.0),
    "roundRect": (ShapeKind.TERMINATOR, 0.9),
    "ellipse": (ShapeKind.TERMINATOR, 0.7),
    "flowChartAlternateProcess": (ShapeKind.TERMINATOR, 0.7),
    "round2SameRect": (ShapeKind.TERMINATOR, 0.7),
    "flowChartDelay": (ShapeKind.TERMINATOR, 0.6),
    "flowChartOffpageConnector": (ShapeKind.OFF_PAGE, 1.0),
    "homePlate": (ShapeKind.OFF_PAGE, 0.8),
    "pentagon": (ShapeKind.OFF_PAGE, 0.8),
    "flowChartConnector": (ShapeKind.OFF_PAGE, 0.8),
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

_PATHS: Final[dict[int, tuple[tuple[int, ...], tuple[int, ...]]]] = {
    # Which adjustment gives x and y of each point; -1 is the near side, -2 the far side.
    2: ((-1, -2, -2), (-1, -1, -2)),
    3: ((-1, 0, 0, -2), (-1, -1, -2, -2)),
    4: ((-1, 0, 0, -2, -2), (-1, -1, 1, 1, -2)),
    5: ((-1, 0, 0, 2, 2, -2), (-1, -1, 1, 1, -2, -2)),
}
_ARROWS: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "rightArrow": ((0, 0.5), (1, 0.5)),
    "leftArrow": ((1, 0.5), (0, 0.5)),
    "downArrow": ((0.5, 0), (0.5, 1)),
    "upArrow": ((0.5, 1), (0.5, 0)),
    "leftRightArrow": ((0, 0.5), (1, 0.5)),
    "upDownArrow": ((0.5, 0), (0.5, 1)),
    "stripedRightArrow": ((0, 0.5), (1, 0.5)),
    "notchedRightArrow": ((0, 0.5), (1, 0.5)),
    "bentUpArrow": ((0, 0.9), (0.75, 0.9), (0.75, 0)),
    "bentArrow": ((0.1, 1), (0.1, 0.2), (1, 0.2)),
}
_BOTH_WAYS: Final = ("leftRightArrow", "upDownArrow")


def shape_kind(geometry: str) -> tuple[ShapeKind, float]:
    """What a closed geometry means and how sure that is.

    >>> shape_kind("diamond")
    (<ShapeKind.DECISION: 'keputusan'>, 1.0)
    """
    return _KINDS.get(geometry, (ShapeKind.OTHER, 0.5))


def is_line(geometry: str) -> bool:
    """A line or a connector, drawn from one point to another."""
    return geometry in ("line", "lineInv") or "Connector" in geometry[:-1].removeprefix("flowChart")


def is_block_arrow(geometry: str) -> bool:
    """An arrow drawn as an area."""
    return geometry in _ARROWS


def has_two_heads(geometry: str) -> bool:
    """A block arrow that points both ways."""
    return geometry in _BOTH_WAYS


def unit_points(geometry: str, adjusted: dict[int, float]) -> tuple[tuple[float, float], ...]:
    """The points of a line or a block arrow in a square of side one, from its start to its end.

    ``adjusted`` moves the bends, in shares of the side, by number from 0.
    """
    if geometry in _ARROWS:
        return _ARROWS[geometry]
    bends = int(geometry[-1]) if geometry[-1].isdigit() else 1
    if geometry == "lineInv":
        return (0, 1), (1, 0)
    if bends not in _PATHS:
        return (0, 0), (1, 1)
    places = {-1: 0.0, -2: 1.0, 0: 0.5, 1: 0.5, 2: 0.5} | adjusted
    xs, ys = _PATHS[bends]
    return tuple((places[x], places[y]) for x, y in zip(xs, ys, strict=True))


def outline_kind(
    corners: tuple[tuple[float, float], ...], has_curves: bool
) -> tuple[ShapeKind, float]:
    """What a free outline means, by its corners in a square of side one."""
    if has_curves:
        return (ShapeKind.TERMINATOR, 0.6) if len(corners) <= _MOST_CORNERS else _OTHER
    if len(corners) == 4:
        level = sum(min(x, 1 - x) < 0.2 and min(y, 1 - y) < 0.2 for x, y in corners)
        return (ShapeKind.PROCESS if level >= 3 else ShapeKind.DECISION), 0.8
    return (ShapeKind.OFF_PAGE, 0.8) if len(corners) == 5 else _OTHER


_MOST_CORNERS = 9
_OTHER = ShapeKind.OTHER, 0.5

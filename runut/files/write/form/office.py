"""Symbols and ways of the form as Word and Excel know them: presets, bent connectors, names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from runut.core.sop.reading.canvas import Box, Connector, Shape, ShapeKind
from runut.files.geometry import Point, box_of

PRESETS: Final = {
    ShapeKind.PROCESS: "flowChartProcess",
    ShapeKind.DECISION: "flowChartDecision",
    ShapeKind.TERMINATOR: "flowChartTerminator",
    ShapeKind.OFF_PAGE: "flowChartOffpageConnector",
}
_NAMES: Final = {
    ShapeKind.PROCESS: "Kotak",
    ShapeKind.DECISION: "Belah ketupat",
    ShapeKind.TERMINATOR: "Kapsul",
    ShapeKind.OFF_PAGE: "Penghubung halaman",
}
_THIN: Final = 1.0
"""A connector without width has no handles, so it gets a point: less is rounded too much."""
_BENDS: Final = {
    2: "straightConnector1",
    3: "bentConnector2",
    4: "bentConnector3",
    5: "bentConnector4",
    6: "bentConnector5",
}
_TURNS: Final = {
    (1, 1): (16200000, True),
    (1, -1): (5400000, False),
    (-1, 1): (16200000, False),
    (-1, -1): (5400000, True),
}
"""For a connector that starts downwards or upwards, by the senses of its end (down, right)."""
TOP, LEFT, BOTTOM, RIGHT = range(4)
"""Where a line may be glued to a symbol, as Office counts."""


@dataclass(frozen=True)
class Bent:
    """A connector as DrawingML writes it: box before turning (points), turn, mirror, handles."""

    preset: str
    box: Box
    rotation: int = 0
    is_flipped_across: bool = False
    is_flipped_down: bool = False
    adjustments: tuple[int, ...] = ()

    @property
    def transform(self) -> str:
        """The attributes of ``a:xfrom``."""
        rotation = f' rot="{self.rotation}"' if self.rotation else ""
        across = ' flipH="1"' if self.is_flipped_across else ""
        down = ' flipV="1"' if self.is_flipped_down else ""
        return rotation + across + down


def bent(points: Sequence[Point]) -> Bent:
    """The preset connector that runs through exactly these corners."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    across, down = x1 - x0, y1 - y0
    if len(points) == 2 or points[0][1] == points[1][1]:
        box = box_of((points[0], points[-1]))
        local = [((x - x0) * _sense(across), (y - y0) * _sense(down)) for x, y in points]
        return Bent(
            _BENDS[len(points)],
            _wide(box, len(points)),
            0,
            across < 0,
            down < 0,
            _adjustments(local),
        )
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    width, height = max(abs(down), _THIN), max(abs(across), _THIN)
    box = Box(
        middle[0] - width / 2, middle[1] - height / 2, middle[0] + width / 2, middle[1] + height / 2
    )
    local = [((y - y0) * _sense(down), (x - x0) * _sense(across)) for x, y in points]
    rotation, flipped = _TURNS[_sense(down), _sense(across)]
    return Bent(_BENDS[len(points)], box, rotation, flipped, False, _adjustments(local))


def glued_at(point: Point, box: Box) -> int:
    """The side of a symbol's box on which a line ends."""
    x, y = point
    gaps = {
        TOP: abs(y - box.top),
        LEFT: abs(x - box.left),
        BOTTOM: abs(y - box.bottom),
        RIGHT: abs(x - box.right),
    }
    return min(gaps, key=lambda side: gaps[side])


def name_of_symbol(shape: Shape) -> str:
    """What a symbol is called in the list of things on the page."""
    step = shape.key.rpartition(":")[0]
    return f"{_NAMES[shape.kind]} {shape.text or f'langkah {step}'}"


def name_of_way(connector: Connector) -> str:
    """What an arrow is called in the list of things on the page."""
    ends = (connector.start or "", connector.end or "")
    source, target = (key.rpartition(":")[0].lstrip("\0") for key in ends)
    name = f"Panah {source} ke {target}" if source != target else f"Garis langkah {source}"
    return name + (f": {connector.text}" if connector.text else "")


def _sense(length: float) -> int:
    return -1 if length < 0 else 1


def _wide(box: Box, corners: int) -> Box:
    if corners == 2:
        return box
    return Box(
        box.left,
        box.top,
        max(box.right, box.left + _THIN),
        max(box.bottom, box.top + _THIN),
    )


def _adjustments(local: Sequence[Point]) -> tuple[int, ...]:
    """The handles: every second corner's place, in 1/100 000 of width or height."""
    width = max(abs(local[-1][0]), _THIN)
    height = max(abs(local[-1][1]), _THIN)
    inner = local[1:-2] if len(local) > 3 else ()
    shares = [(x / width if place % 2 == 0 else y / height) for place, (x, y) in enumerate(inner)]
    return tuple(round(share * 100000) for share in shares)

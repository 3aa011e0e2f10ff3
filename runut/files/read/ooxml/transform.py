"""Where a DrawingML thing says it stands: the box and the turn written at its ``xfrm``."""

from typing import Final

from lxml import etree

from runut.core.sop.reading.canvas import Box
from runut.files.geometry import EMU, Turn

Node = etree._Element

_UNITS_PER_DEGREE: Final = 60_000
_FARTHEST: Final = 1e7
"""Points; a place beyond it is a broken number, no drawing."""


def read_turn(xfrm: Node | None) -> Turn:
    """The turn written at a ``xfrm``."""
    if xfrm is None:
        return Turn()
    on = ("1", "true")
    return Turn(
        _number(xfrm.get("rot")) / _UNITS_PER_DEGREE % 360,
        xfrm.get("flipH") in on,
        xfrm.get("flipV") in on,
    )


def read_box(xfrm: Node | None, place: str = "off", size: str = "ext") -> Box | None:
    """The box written at a ``xfrm`` (``chOff`` and ``chExt``: a group's own measure), in points."""
    if xfrm is None:
        return None
    off, ext = xfrm.find(f"{{*}}{place}"), xfrm.find(f"{{*}}{size}")
    if off is None or ext is None:
        return None
    left, top = emu(off.get("x")), emu(off.get("y"))
    width, height = max(emu(ext.get("cx")), 0.0), max(emu(ext.get("cy")), 0.0)
    return Box(left, top, left + width, top + height)


def emu(value: str | None) -> float:
    """A length written in EMU (914,400 to the inch), in points."""
    return _number(value) / EMU


def _number(value: str | None) -> float:
    try:
        number = float(value or 0)
    except ValueError:
        return 0.0
    return number if abs(number) < _FARTHEST * EMU else 0.0

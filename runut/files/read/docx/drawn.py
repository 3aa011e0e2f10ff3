"""Drawings of a Word file (DrawingML): shapes, lines and groups, measured from their own corner."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import cos, radians, sin

from runut.core.sop.reading.canvas import Box, ShapeKind
from runut.files.read.docx.kinds import (
    has_two_heads,
    is_block_arrow,
    is_line,
    outline_kind,
    shape_kind,
    unit_points,
)
from runut.files.read.docx.xml import (
    EMU,
    PIC,
    WP,
    WPC,
    WPG,
    WPS,
    A,
    Element,
    W,
    content,
    descendants,
    number,
    value,
)

Point = tuple[float, float]


@dataclass(frozen=True)
class Drawn:
    """One shape or line. ``kind`` None is a line; its ``points`` run from its start to its end.

    ``start``, ``end`` and ``key`` are the ids of the file. ``is_bare``: neither line nor fill.
    """

    key: str
    kind: ShapeKind | None
    box: Box
    text: str = ""
    keyakinan: float = 1.0
    points: tuple[Point, ...] = ()
    start: str | None = None
    end: str | None = None
    has_head_at_start: bool = False
    has_head_at_end: bool = False
    is_bare: bool = False
    is_picture: bool = False


@dataclass(frozen=True)
class Side:
    """Where a drawing stands along one direction: an offset or an alignment from something."""

    offset: float = 0.0
    relative: str = ""
    align: str | None = None


@dataclass(frozen=True)
class Drawing:
    """What hangs on a paragraph as one. Without ``across`` and ``down`` it stands in the line."""

    parts: tuple[Drawn, ...]
    width: float
    height: float
    across: Side | None = None
    down: Side | None = None
    in_cell: bool = True


@dataclass(frozen=True)
class Scale:
    """From the points within a group to those outside."""

    x: float = 0.0
    y: float = 0.0
    by_x: float = 1.0
    by_y: float = 1.0

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        x, y = self.x + left * self.by_x, self.y + top * self.by_y
        return Box(x, y, x + abs(width * self.by_x), y + abs(height * self.by_y))


def drawing_of(holder: Element) -> Drawing | None:
    """The drawing ``wp:anchor`` or ``wp:inline``; None when nothing of it shows."""
    about = holder.find(WP + "docPr")
    if about is not None and about.get("hidden") in ("1", "true"):
        return None
    extent = holder.find(WP + "extent")
    width = number(value(extent, "", "cx"), EMU) or 0.0
    height = number(value(extent, "", "cy"), EMU) or 0.0
    parts: list[Drawn] = []
    for data in holder.iterfind(f"{A}graphic/{A}graphicData"):
        for element in content(data):
            parts += _whole(element, width, height, value(about, "", "id") or "")
    if not parts:
        return None
    if holder.tag == WP + "inline":
        return Drawing(tuple(parts), width, height)
    return Drawing(
        tuple(parts),
        width,
        height,
        _side(holder.find(WP + "positionH")),
        _side(holder.find(WP + "positionV")),
        holder.get("layoutInCell") not in ("0", "false"),
    )


def _side(position: Element | None) -> Side:
    if position is None:
        return Side()
    offset = position.findtext(WP + "posOffset")
    align = position.findtext(WP + "align")
    return Side(
        number(offset, EMU) or 0.0,
        position.get("relativeFrom") or "",
        align.strip() if align else None,
    )


def _whole(element: Element, width: float, height: float, key: str) -> Iterator[Drawn]:
    """A shape or a group that fills its drawing, wherever its own numbers say it stands."""
    if element.tag == WPC + "wpc":
        yield from _members(element, Scale())
    elif element.tag == WPG + "wgp":
        yield from _members(element, _inner(element, Box(0, 0, width, height)))
    elif element.tag == WPS + "wsp":
        found = _shape(element, Scale(), Box(0, 0, width, height))
        if found is not None:
            yield replace(found, key=key or found.key)
    elif element.tag == PIC + "pic":
        yield Drawn(key, ShapeKind.OTHER, Box(0, 0, width, height), is_picture=True)


def _members(group: Element, scale: Scale) -> Iterator[Drawn]:
    for element in content(group):
        if element.tag in (WPG + "grpSp", WPG + "wgp"):
            transform = element.find(f"{WPG}grpSpPr/{A}xfrm")
            yield from _members(element, _inner(element, _frame(transform, scale)))
        elif element.tag in (WPS + "wsp", WPS + "cxnSp"):
            found = _shape(element, scale, None)
            if found is not None:
                yield found
        elif element.tag == PIC + "pic":
            frame = _frame(element.find(f"{PIC}spPr/{A}xfrm"), scale)
            yield Drawn("", ShapeKind.OTHER, frame, is_picture=True)


def _inner(group: Element, frame: Box) -> Scale:
    """The scale of what is inside a group that fills ``frame``."""
    transform = group.find(f"{WPG}grpSpPr/{A}xfrm")
    if transform is None:
        return Scale(frame.left, frame.top)
    x, y = _pair(transform, "chOff", ("x", "y"))
    wide, high = _pair(transform, "chExt", ("cx", "cy"))
    by_x = (frame.right - frame.left) / wide if wide else 1.0
    by_y = (frame.bottom - frame.top) / high if high else 1.0
    return Scale(frame.left - x * by_x, frame.top - y * by_y, by_x, by_y)


def _pair(transform: Element | None, name: str, names: tuple[str, str]) -> Point:
    found = transform.find(A + name) if transform is not None else None
    first, second = (number(value(found, "", side), EMU) for side in names)
    return first or 0.0, second or 0.0


def _frame(transform: Element | None, scale: Scale) -> Box:
    left, top = _pair(transform, "off", ("x", "y"))
    width, height = _pair(transform, "ext", ("cx", "cy"))
    return scale.box(left, top, width, height)


def _shape(element: Element, scale: Scale, frame: Box | None) -> Drawn | None:
    properties = element.find(WPS + "spPr")
    transform = properties.find(A + "xfrm") if properties is not None else None
    box = frame if frame is not None else _frame(transform, scale)
    about = element.find(WPS + "cNvPr")
    if about is not None and about.get("hidden") in ("1", "true"):
        return None
    key = value(about, "", "id") or ""
    geometry = value(properties, A + "prstGeom", "prst") or ""
    text = words_in(element)
    is_stroked, is_filled = _is_stroked(element, properties), _is_filled(element, properties)
    is_bare = not is_stroked and not is_filled
    if is_line(geometry) or element.tag == WPS + "cxnSp":
        return _line(element, geometry or "line", box, Drawn(key, None, box, text))
    turned = turn(box, _angle(transform))
    if is_block_arrow(geometry):
        points = placed(unit_points(geometry, {}), box, transform_flips(transform))
        points = tuple(rotated(point, box, _angle(transform)) for point in points)
        return Drawn(
            key, None, turned, text, 0.9, points,
            has_head_at_start=has_two_heads(geometry), has_head_at_end=True,
        )  # fmt: skip
    free = properties.find(A + "custGeom") if properties is not None else None
    if free is not None:
        return _free(element, free, Drawn(key, None, turned, text, is_bare=is_bare), box)
    kind, keyakinan = shape_kind(geometry)
    is_text_box = element.find(f"{WPS}cNvSpPr") is not None and (
        value(element, f"{WPS}cNvSpPr", "txBox") in ("1", "true")
    )
    if is_text_box and geometry == "rect":
        keyakinan = 0.7
    return Drawn(key, kind, turned, text, keyakinan, is_bare=is_bare)


def _line(element: Element, geometry: str, box: Box, drawn: Drawn) -> Drawn:
    transform = element.find(f"{WPS}spPr/{A}xfrm")
    adjusted = _adjustments(element.find(f"{WPS}spPr/{A}prstGeom"))
    flat = placed(unit_points(geometry, adjusted), box, transform_flips(transform))
    points = tuple(rotated(point, box, _angle(transform)) for point in flat)
    ends = element.find(WPS + "cNvCnPr")
    line = element.find(f"{WPS}spPr/{A}ln")
    return replace(
        drawn,
        points=points,
        box=around(points),
        start=value(ends, A + "stCxn", "id") if ends is not None else None,
        end=value(ends, A + "endCxn", "id") if ends is not None else None,
        has_head_at_start=_has_head(line, "headEnd"),
        has_head_at_end=_has_head(line, "tailEnd"),
    )


def _has_head(line: Element | None, name: str) -> bool:
    return (value(line, A + name, "type") or "none") != "none" if line is not None else False


def _adjustments(geometry: Element | None) -> dict[int, float]:
    found: dict[int, float] = {}
    for guide in geometry.iterfind(f"{A}avLst/{A}gd") if geometry is not None else ():
        name, formula = guide.get("name") or "", (guide.get("fmla") or "").split()
        amount = number(formula[-1] if formula else None, 100_000)
        if amount is not None and name.startswith("adj") and name[3:] in ("", "1", "2", "3"):
            found[int(name[3:] or 1) - 1] = amount
    return found


def _free(element: Element, free: Element, drawn: Drawn, box: Box) -> Drawn:
    """A free outline: a closed one is a shape, an open one a line."""
    path = free.find(f"{A}pathLst/{A}path")
    corners: list[Point] = []
    has_curves = is_closed = False
    for step in path if path is not None else ():
        name = str(step.tag).removeprefix(A)
        has_curves |= name in ("arcTo", "cubicBezTo", "quadBezTo")
        is_closed |= name == "close"
        last = step.findall(A + "pt")[-1:]
        corners += [_corner(point) for point in last]
    corners = unit_square(corners)
    is_closed |= len(corners) > 3 and near(corners[0], corners[-1])
    transform = element.find(f"{WPS}spPr/{A}xfrm")
    if not is_closed and len(corners) > 1:
        flat = placed(tuple(corners), box, transform_flips(transform))
        line = element.find(f"{WPS}spPr/{A}ln")
        return replace(
            drawn,
            points=tuple(rotated(point, box, _angle(transform)) for point in flat),
            has_head_at_start=_has_head(line, "headEnd"),
            has_head_at_end=_has_head(line, "tailEnd"),
        )
    kind, keyakinan = outline_kind(without_doubles(corners), has_curves)
    return replace(drawn, kind=kind, keyakinan=keyakinan)


def _corner(point: Element) -> Point:
    try:
        return float(point.get("x") or 0), float(point.get("y") or 0)
    except ValueError:
        return 0.0, 0.0


def unit_square(corners: list[Point]) -> list[Point]:
    """The corners as shares of the square that holds them all."""
    if not corners:
        return []
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    wide = max(x for x, _ in corners) - left or 1.0
    high = max(y for _, y in corners) - top or 1.0
    return [((x - left) / wide, (y - top) / high) for x, y in corners]


def without_doubles(corners: list[Point]) -> tuple[Point, ...]:
    """The corners without those that stand on the one before, or the last on the first."""
    kept: list[Point] = []
    for corner in corners:
        if not kept or not near(kept[-1], corner):
            kept.append(corner)
    if len(kept) > 1 and near(kept[0], kept[-1]):
        kept.pop()
    return tuple(kept)


def near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 0.02 and abs(one[1] - other[1]) < 0.02


def transform_flips(transform: Element | None) -> tuple[bool, bool]:
    if transform is None:
        return False, False
    return transform.get("flipH") in ("1", "true"), transform.get("flipV") in ("1", "true")


def _angle(transform: Element | None) -> float:
    return number(value(transform, "", "rot"), 60_000) or 0.0


def placed(points: tuple[Point, ...], box: Box, flips: tuple[bool, bool]) -> tuple[Point, ...]:
    """Points of a unit square in a box, mirrored as the flips say."""
    wide, high = box.right - box.left, box.bottom - box.top
    return tuple(
        (
            box.left + wide * (1 - x if flips[0] else x),
            box.top + high * (1 - y if flips[1] else y),
        )
        for x, y in points
    )


def rotated(point: Point, box: Box, degrees: float) -> Point:
    """A point turned clockwise around the middle of a box."""
    if not degrees:
        return point
    (x, y), angle = box.centre, radians(degrees)
    dx, dy = point[0] - x, point[1] - y
    return x + dx * cos(angle) - dy * sin(angle), y + dx * sin(angle) + dy * cos(angle)


def turn(box: Box, degrees: float) -> Box:
    """A box lying on its side when it is turned by more than 45 degrees."""
    if not 45 <= degrees % 180 < 135:
        return box
    (x, y), half_w, half_h = box.centre, (box.right - box.left) / 2, (box.bottom - box.top) / 2
    return Box(x - half_h, y - half_w, x + half_h, y + half_w)


def around(points: tuple[Point, ...]) -> Box:
    """The smallest box that holds the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _is_stroked(element: Element, properties: Element | None) -> bool:
    line = properties.find(A + "ln") if properties is not None else None
    if line is not None:
        if line.find(A + "noFill") is not None:
            return False
        if len(line):
            return True
    return (value(element, f"{WPS}style/{A}lnRef", "idx") or "0") != "0"


def _is_filled(element: Element, properties: Element | None) -> bool:
    if properties is not None:
        if properties.find(A + "noFill") is not None or _is_white(properties):
            return False
        if any(properties.find(A + name) is not None for name in _FILLS):
            return True
    return (value(element, f"{WPS}style/{A}fillRef", "idx") or "0") != "0"


def _is_white(properties: Element) -> bool:
    """Filled with the colour of the paper, which hides what lies behind and shows nothing."""
    fill = properties.find(A + "solidFill")
    colour = next(iter(fill), None) if fill is not None else None
    if colour is None or len(colour):
        return False
    return (colour.get("val") or "").casefold() in _PAPER or colour.get("lastClr") == "FFFFFF"


_PAPER = ("ffffff", "bg1", "lt1", "white", "window")
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill")


def words_in(element: Element) -> str:
    """The words in the text box of a shape, its lines parted by newlines."""
    lines = []
    for holder in descendants(element, W + "txbxContent"):
        for paragraph in descendants(holder, W + "p"):
            runs = descendants(paragraph, W + "t", W + "tab", W + "br")
            lines.append("".join(part.text or " " for part in runs).strip())
    return "\n".join(line for line in lines if line)

"""Drawings of older Word files (VML): the same shapes and lines, told in styles and numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from runut.core.sop.reading.canvas import Box, ShapeKind
from runut.files.geometry import Affine, Point, Turn, box_of, fit, unit_square
from runut.files.read.docx.drawn import Drawing, Drawn, Side, words_in
from runut.files.read.docx.xml import Element, O, V, content, number, value
from runut.files.read.ooxml.presets import (
    BY_NUMBER,
    block_arrow,
    is_line,
    line_points,
    meaning_of,
    meaning_of_path,
    points_both_ways,
)

_UNITS: Final = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "px": 0.75}
_LENGTH: Final = re.compile(r"\s*(-?[0-9]*\.?[0-9]+)\s*(pt|in|cm|mm|pc|px|em)?\s*")
_TYPE: Final = re.compile(r"#?_x0000_t([0-9]{1,3})")
_STEP: Final = re.compile(r"[a-z]+|-?[0-9]+|,|@[0-9]+")
_SHAPES: Final = {
    V + "rect": "rect",
    V + "roundrect": "roundRect",
    V + "oval": "ellipse",
    V + "line": "line",
    V + "polyline": "",
    V + "shape": "",
    V + "curve": "line",
}
_SIDES: Final = ("left", "top", "width", "height")
_BEND_UNIT: Final = 21_600

Style = dict[str, str]


@dataclass(frozen=True)
class Glue:
    """Which shapes a connector joins, by the ids of the file (kept apart from the connectors)."""

    ends: dict[str, tuple[str | None, str | None]]


def glue_of(settings: Element | None, document: Element) -> Glue:
    """The rules that glue VML connectors to shapes."""
    ends: dict[str, tuple[str | None, str | None]] = {}
    for tree in (settings, document):
        for rule in tree.iter(O + "r") if tree is not None else ():
            if rule.get("type") != "connector":
                continue
            start = end = None
            for proxy in rule.iter(O + "proxy"):
                start = proxy.get("idref") if proxy.get("start") is not None else start
                end = proxy.get("idref") if proxy.get("end") is not None else end
            ends[(rule.get("idref") or "").lstrip("#")] = _bare(start), _bare(end)
    return Glue(ends)


def _bare(key: str | None) -> str | None:
    return key.lstrip("#") if key else None


def drawings_in(holder: Element, glue: Glue) -> Iterator[Drawing]:
    """The drawings of one ``w:pict``: each shape or group stands for itself."""
    for element in content(holder):
        if element.tag == V + "group" or element.tag in _SHAPES:
            drawing = _drawing(element, glue)
            if drawing is not None:
                yield drawing


def _drawing(element: Element, glue: Glue) -> Drawing | None:
    style = _style(element)
    if style.get("visibility") == "hidden" or style.get("display") == "none":
        return None
    width, height = _length(style.get("width")), _length(style.get("height"))
    left = _length(style.get("margin-left")) + _length(style.get("left"))
    top = _length(style.get("margin-top")) + _length(style.get("top"))
    if element.tag == V + "group":
        parts = tuple(_members(element, Box(0, 0, width, height), glue))
    else:
        found = _shape(element, style, Box(0, 0, width, height), Affine(), glue)
        parts = (found,) if found is not None else ()
    if not parts:
        return None
    if style.get("position") not in ("absolute", "relative"):
        return Drawing(parts, width, height)
    in_cell = element.get(O + "allowincell", "t") not in ("f", "false")
    return Drawing(
        parts,
        width,
        height,
        Side(left, _relative(style, "horizontal", "text"), _align(style, "horizontal")),
        Side(top, _relative(style, "vertical", "text"), _align(style, "vertical")),
        in_cell,
    )


def _relative(style: Style, direction: str, usual: str) -> str:
    found = style.get(f"mso-position-{direction}-relative", usual)
    return {
        "text": "column" if direction == "horizontal" else "paragraph",
        "char": "character",
    }.get(found, found.replace("-margin-area", "Margin"))


def _align(style: Style, direction: str) -> str | None:
    found = style.get(f"mso-position-{direction}", "absolute")
    return None if found == "absolute" else found


def _style(element: Element) -> Style:
    parts = (part.partition(":") for part in (element.get("style") or "").split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in parts if name.strip()}


def _length(text: str | None) -> float:
    found = _LENGTH.match(text or "")
    if found is None:
        return 0.0
    unit = found[2] or ("pt" if float(found[1]) == 0 else "px")
    return (number(found[1]) or 0.0) * _UNITS.get(unit, 1.0)


def _members(group: Element, frame: Box, glue: Glue) -> Iterator[Drawn]:
    wide, high = _numbers(group.get("coordsize"), (1000.0, 1000.0))
    x, y = _numbers(group.get("coordorigin"), (0.0, 0.0))
    outer = fit(Box(x, y, x + wide, y + high), frame)
    for element in content(group):
        style = _style(element)
        left, top, across, down = (_plain(style.get(side)) for side in _SIDES)
        box = outer.bounds(Box(left, top, left + across, top + down))
        if element.tag == V + "group":
            yield from _members(element, box, glue)
        elif element.tag in _SHAPES:
            found = _shape(element, style, box, outer, glue)
            if found is not None:
                yield found


def _plain(text: str | None) -> float:
    found = _LENGTH.match(text or "")
    if found is None:
        return 0.0
    return _length(text) if found[2] else float(found[1])


def _numbers(text: str | None, usual: Point) -> Point:
    parts = (text or "").split(",")
    if len(parts) != 2:
        return usual
    first, second = (number(part.strip() or "0") for part in parts)
    return (first or 0.0), (second or 0.0)


def _shape(element: Element, style: Style, box: Box, outer: Affine, glue: Glue) -> Drawn | None:
    if element.find(V + "imagedata") is not None:
        return Drawn("", ShapeKind.OTHER, box, is_picture=True)
    key = element.get(O + "spid") or element.get("id") or ""
    geometry = _geometry(element)
    if geometry in ("picture", "") and element.get("path") is None and element.tag == V + "shape":
        return None
    drawn = Drawn(key, None, box, words_in(element), is_bare=_is_bare(element))
    flips = "x" in style.get("flip", ""), "y" in style.get("flip", "")
    if element.tag == V + "line":
        points = _turned_round(_from_to(element, outer), flips)
        return _headed(element, replace(drawn, points=points), glue)
    # VML flips what it has turned: the same as turning the other way what is flipped once.
    angle = _angle(style) * (-1 if flips[0] != flips[1] else 1)
    turn = Turn(angle, *flips)
    if is_line(geometry):
        points = turn.seen(box, line_points(geometry, _bends(element)))
        return _headed(element, replace(drawn, points=points), glue)
    if arrow := block_arrow(geometry):
        heads = points_both_ways(geometry)
        points = turn.seen(box, arrow)
        return replace(drawn, points=points, has_head_at_end=True, has_head_at_start=heads)
    if element.tag == V + "polyline" or (not geometry and element.get("path")):
        return _free(element, drawn, outer, glue)
    kind, keyakinan = meaning_of(geometry, turn.lies(box))
    if geometry == "rect" and element.find(V + "textbox") is not None and drawn.text:
        keyakinan = 0.9
    return replace(drawn, kind=kind, keyakinan=keyakinan, box=turn.lies(box))


def _geometry(element: Element) -> str:
    known = _SHAPES[str(element.tag)]
    if known:
        return known
    for text in (element.get(O + "spt"), element.get("type"), element.get("id")):
        found = _TYPE.fullmatch(text or "") or re.fullmatch(r"([0-9]{1,3})(?:\.0)?", text or "")
        if found is not None and int(found[1]):
            return BY_NUMBER.get(int(found[1]), f"t{found[1]}")
    return _named_type(element)


def _named_type(element: Element) -> str:
    """A geometry defined beside the shape under a name of its own."""
    name = (element.get("type") or "").lstrip("#")
    if not name:
        return ""
    for kind in element.getroottree().iter(V + "shapetype"):
        if kind.get("id") == name:
            spt = number(kind.get(O + "spt"))
            return BY_NUMBER.get(int(spt), f"t{int(spt)}") if spt else ""
    return ""


_WHITE = ("white", "#fff", "#ffffff", "window")


def _is_bare(element: Element) -> bool:
    stroke, fill = element.find(V + "stroke"), element.find(V + "fill")
    no_stroke = element.get("stroked") in ("f", "false") or value(stroke, "", "on") in (
        "f",
        "false",
    )
    no_fill = (
        element.get("filled") in ("f", "false")
        or value(fill, "", "on") in ("f", "false")
        or (element.get("fillcolor") or "").split(" ")[0].casefold() in _WHITE
    )
    return no_stroke and (no_fill or element.find(V + "textbox") is not None)


def _from_to(element: Element, outer: Affine) -> tuple[Point, ...]:
    ends = []
    for name in ("from", "to"):
        x, _, y = (element.get(name) or "0,0").partition(",")
        if "t" in x + y or "i" in x + y or "m" in x + y or "px" in x + y or outer == Affine():
            ends.append((outer.e + _length(x), outer.f + _length(y)))
        else:
            ends.append(outer((_plain(x), _plain(y))))
    return tuple(ends)


def _turned_round(points: tuple[Point, ...], flips: tuple[bool, bool]) -> tuple[Point, ...]:
    """Word writes ``from`` above and left of ``to``; what it flips begins at the other side."""
    (x, y), (to_x, to_y) = points
    if flips[0] and x <= to_x:
        x, to_x = to_x, x
    if flips[1] and y <= to_y:
        y, to_y = to_y, y
    return (x, y), (to_x, to_y)


def _bends(element: Element) -> dict[int, float]:
    found: dict[int, float] = {}
    for at, part in enumerate((element.get("adj") or "").split(",")[:3]):
        amount = number(part.strip() or None, _BEND_UNIT)
        if amount is not None:
            found[at] = amount
    return found


def _headed(element: Element, drawn: Drawn, glue: Glue) -> Drawn:
    stroke = element.find(V + "stroke")
    ends: tuple[str | None, str | None] = (None, None)
    for key in (element.get("id"), element.get(O + "spid")):
        ends = glue.ends.get(key or "", ends)
    return replace(
        drawn,
        box=box_of(drawn.points),
        has_head_at_start=(value(stroke, "", "startarrow") or "none") != "none",
        has_head_at_end=(value(stroke, "", "endarrow") or "none") != "none",
        start=ends[0],
        end=ends[1],
    )


def _angle(style: Style) -> float:
    text = style.get("rotation", "0")
    return (
        number(text.removesuffix("fd"), 65_536) or 0.0
        if text.endswith("fd")
        else (number(text) or 0.0)
    )


def _free(element: Element, drawn: Drawn, outer: Affine, glue: Glue) -> Drawn | None:
    """A free outline: a closed one is a shape, an open one a line."""
    corners, has_curves, is_closed = _outline(element, outer)
    if len(corners) < 2:
        return None
    is_closed |= len(corners) > 3 and _are_near(*(unit_square(corners)[at] for at in (0, -1)))
    box = box_of(corners) if element.tag == V + "polyline" else drawn.box
    if not is_closed:
        points = tuple(corners)
        if element.tag != V + "polyline":
            points = Turn().seen(box, unit_square(corners))
        return _headed(element, replace(drawn, points=points), glue)
    kind, keyakinan = meaning_of_path(_without_doubles(unit_square(corners)), has_curves=has_curves)
    return replace(drawn, kind=kind, keyakinan=keyakinan, box=box)


def _outline(element: Element, outer: Affine) -> tuple[list[Point], bool, bool]:
    if element.tag == V + "polyline":
        numbers = [part for part in re.split(r"[,\s]+", element.get("points") or "") if part]
        pairs = zip(numbers[::2], numbers[1::2], strict=False)
        if outer == Affine():
            return [(_length(x), _length(y)) for x, y in pairs], False, False
        return (
            [outer((_plain(x), _plain(y))) for x, y in pairs],
            False,
            False,
        )
    return _path(element.get("path") or "")


def _path(path: str) -> tuple[list[Point], bool, bool]:
    """Where the strokes of a VML path end."""
    corners: list[Point] = []
    has_curves = is_closed = False
    for found in re.finditer(r"([a-z]{1,2})([^a-z]*)", path):
        name = found[1]
        numbers = [float(part) if part.strip() else 0.0 for part in _split(found[2])]
        points = list(zip(numbers[::2], numbers[1::2], strict=False))
        has_curves |= name in ("c", "v", "qx", "qy", "at", "ar", "wa", "wr", "ae", "al", "qb")
        is_closed |= "x" in name and name != "qx"
        if name in ("m", "l", "qx", "qy"):
            corners += points
        elif name in ("r", "t"):
            for x, y in points:
                last = corners[-1] if corners else (0.0, 0.0)
                corners.append((last[0] + x, last[1] + y))
        elif name == "c":
            corners += points[2::3]
        elif name == "v":
            start = corners[-1] if corners else (0.0, 0.0)
            corners += [(start[0] + x, start[1] + y) for x, y in points[2::3]]
    return corners, has_curves, is_closed


def _split(text: str) -> list[str]:
    parts = re.split(r"[,\s]", text.strip()) if text.strip() else []
    return [part if re.fullmatch(r"-?[0-9]*\.?[0-9]+", part) else "" for part in parts]


def _without_doubles(corners: Sequence[Point]) -> tuple[Point, ...]:
    """The corners without those that stand on the one before, or the last on the first."""
    kept: list[Point] = []
    for corner in corners:
        if not kept or not _are_near(kept[-1], corner):
            kept.append(corner)
    if len(kept) > 1 and _are_near(kept[0], kept[-1]):
        kept.pop()
    return tuple(kept)


def _are_near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < 0.02 and abs(one[1] - other[1]) < 0.02

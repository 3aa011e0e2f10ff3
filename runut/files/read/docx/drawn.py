"""Drawings of a Word file (DrawingML): shapes, lines and groups, measured from their own corner."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from runut.core.sop.reading.canvas import Box, ShapeKind
from runut.files.geometry import Affine, Point, Turn, box_of, fit, shift
from runut.files.read.docx.xml import (
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
    value,
)
from runut.files.read.ooxml.paint import is_white
from runut.files.read.ooxml.presets import (
    adjustments,
    block_arrow,
    is_line,
    line_points,
    meaning_of,
    meaning_of_path,
    path_points,
    points_both_ways,
)
from runut.files.read.ooxml.transform import emu, read_box, read_turn


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


def drawing_of(holder: Element) -> Drawing | None:
    """The drawing ``wp:anchor`` or ``wp:inline``; None when nothing of it shows."""
    about = holder.find(WP + "docPr")
    if about is not None and about.get("hidden") in ("1", "true"):
        return None
    extent = holder.find(WP + "extent")
    width = emu(value(extent, "", "cx"))
    height = emu(value(extent, "", "cy"))
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
        emu(offset),
        position.get("relativeFrom") or "",
        align.strip() if align else None,
    )


def _whole(element: Element, width: float, height: float, key: str) -> Iterator[Drawn]:
    """A shape or a group that fills its drawing, wherever its own numbers say it stands."""
    if element.tag == WPC + "wpc":
        yield from _members(element, Affine())
    elif element.tag == WPG + "wgp":
        yield from _members(element, _inner(element, Box(0, 0, width, height)))
    elif element.tag == WPS + "wsp":
        found = _shape(element, Affine(), Box(0, 0, width, height))
        if found is not None:
            yield replace(found, key=key or found.key)
    elif element.tag == PIC + "pic":
        yield Drawn(key, ShapeKind.OTHER, Box(0, 0, width, height), is_picture=True)


def _members(group: Element, outer: Affine) -> Iterator[Drawn]:
    for element in content(group):
        if element.tag in (WPG + "grpSp", WPG + "wgp"):
            transform = element.find(f"{WPG}grpSpPr/{A}xfrm")
            yield from _members(element, _inner(element, _frame(transform, outer)))
        elif element.tag in (WPS + "wsp", WPS + "cxnSp"):
            found = _shape(element, outer, None)
            if found is not None:
                yield found
        elif element.tag == PIC + "pic":
            frame = _frame(element.find(f"{PIC}spPr/{A}xfrm"), outer)
            yield Drawn("", ShapeKind.OTHER, frame, is_picture=True)


def _inner(group: Element, frame: Box) -> Affine:
    """The way out of a group that fills ``frame``."""
    own = read_box(group.find(f"{WPG}grpSpPr/{A}xfrm"), "chOff", "chExt")
    return fit(own, frame) if own is not None else shift(frame.left, frame.top)


def _frame(transform: Element | None, outer: Affine) -> Box:
    return outer.bounds(read_box(transform) or Box(0, 0, 0, 0))


def _shape(element: Element, outer: Affine, frame: Box | None) -> Drawn | None:
    properties = element.find(WPS + "spPr")
    transform = properties.find(A + "xfrm") if properties is not None else None
    box = frame if frame is not None else _frame(transform, outer)
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
    turn = read_turn(transform)
    turned = turn.lies(box)
    if arrow := block_arrow(geometry):
        return Drawn(
            key, None, turned, text, 0.9, turn.seen(box, arrow),
            has_head_at_start=points_both_ways(geometry), has_head_at_end=True,
        )  # fmt: skip
    free = properties.find(A + "custGeom") if properties is not None else None
    if free is not None:
        return _free(element, free, Drawn(key, None, turned, text, is_bare=is_bare), turn, box)
    kind, keyakinan = meaning_of(geometry, turned)
    is_text_box = element.find(f"{WPS}cNvSpPr") is not None and (
        value(element, f"{WPS}cNvSpPr", "txBox") in ("1", "true")
    )
    if is_text_box and geometry == "rect":
        keyakinan = 0.7
    return Drawn(key, kind, turned, text, keyakinan, is_bare=is_bare)


def _line(element: Element, geometry: str, box: Box, drawn: Drawn) -> Drawn:
    parts = line_points(geometry, adjustments(element.find(f"{WPS}spPr/{A}prstGeom")))
    points = read_turn(element.find(f"{WPS}spPr/{A}xfrm")).seen(box, parts)
    ends = element.find(WPS + "cNvCnPr")
    line = element.find(f"{WPS}spPr/{A}ln")
    return replace(
        drawn,
        points=points,
        box=box_of(points),
        start=value(ends, A + "stCxn", "id") if ends is not None else None,
        end=value(ends, A + "endCxn", "id") if ends is not None else None,
        has_head_at_start=_has_head(line, "headEnd"),
        has_head_at_end=_has_head(line, "tailEnd"),
    )


def _has_head(line: Element | None, name: str) -> bool:
    return (value(line, A + name, "type") or "none") != "none" if line is not None else False


def _free(element: Element, free: Element, drawn: Drawn, turn: Turn, box: Box) -> Drawn:
    """A free outline: a closed one is a shape, an open one a line."""
    corners, is_closed, has_curves = path_points(free)
    if not is_closed and len(corners) > 1:
        line = element.find(f"{WPS}spPr/{A}ln")
        return replace(
            drawn,
            points=turn.seen(box, corners),
            has_head_at_start=_has_head(line, "headEnd"),
            has_head_at_end=_has_head(line, "tailEnd"),
        )
    kind, keyakinan = meaning_of_path(corners, has_curves=has_curves)
    return replace(drawn, kind=kind, keyakinan=keyakinan)


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
        if properties.find(A + "noFill") is not None or is_white(properties):
            return False
        if any(properties.find(A + name) is not None for name in _FILLS):
            return True
    return (value(element, f"{WPS}style/{A}fillRef", "idx") or "0") != "0"


_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill")


def words_in(element: Element) -> str:
    """The words in the text box of a shape, its lines parted by newlines."""
    lines = []
    for holder in descendants(element, W + "txbxContent"):
        for paragraph in descendants(holder, W + "p"):
            runs = descendants(paragraph, W + "t", W + "tab", W + "br")
            lines.append("".join(part.text or " " for part in runs).strip())
    return "\n".join(line for line in lines if line)

"""What is drawn over a sheet, each thing once and where it is seen: shapes, lines, words, pictures.

A thing stands where its anchor cells stand: programs move shapes with the cells and may leave the
measures stored beside them as they were.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from runut.core.sop.reading.canvas import Box, Connector, Shape, ShapeKind, Words
from runut.files.geometry import Affine, Point, Turn, fit, part_of, swapped
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
from runut.files.read.xlsx.axis import Axis
from runut.files.read.xlsx.parts import Node, tag_of
from runut.files.read.xlsx.words import drawn_text

_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_PICTURES = ("pic", "graphicFrame")
_KNOWN = ("sp", "cxnSp", "grpSp", *_PICTURES)
_DEEPEST_GROUP = 20
_TILTED = (30.0, 60.0)
_SHORT_TEXT = 2
_SMALLEST_PICTURE, _LARGEST = 6.0, 150.0
"""Points: the sizes of pictures that stand for symbols."""
_LEAST_SIZE = 0.5
"""Points; a shape in hidden rows or columns has no size."""


@dataclass
class Drawn:
    """Everything drawn over one sheet, in the order of the file."""

    shapes: list[Shape] = field(default_factory=list)
    connectors: list[Connector] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    otherwise: dict[int, Connector] = field(default_factory=dict)
    """Sideways lines, by place in ``connectors``, as they run if their anchor means the other
    of the two boxes that writers mean by it."""


@dataclass(frozen=True)
class DrawnNode:
    """A drawn node, its own upright box, and the way from there to paper."""

    node: Node
    box: Box
    turn: Turn
    outer: Affine

    @property
    def move(self) -> Affine:
        return self.outer.after(self.turn.around(self.box))

    @property
    def seen(self) -> Box:
        return self.move.bounds(self.box)

    def at(self, part: Point) -> Point:
        """A place given in parts of the box, on paper."""
        return self.move(part_of(self.box, part))


def read_drawing(root: Node, rows: Axis, columns: Axis) -> Drawn:
    """All that one drawing part shows."""
    drawn = Drawn()
    for anchor in _anchors(root):
        box = _anchor_box(anchor, rows, columns)
        for node in _content(anchor):
            placed = _place_on_sheet(node, box)
            if placed is not None:
                _take(placed, drawn, 0)
                if placed.turn.is_sideways and _is_seen_line(placed.node):
                    other = replace(placed, box=swapped(placed.box))
                    drawn.otherwise[len(drawn.connectors) - 1] = _line_connector(other)
    return drawn


def _anchors(root: Node) -> Iterator[Node]:
    for node in root:
        if tag_of(node) in _ANCHORS:
            yield node
        elif tag_of(node) == "AlternateContent":
            yield from _anchors(_alternative(node, _ANCHORS))


def _content(parent: Node) -> Iterator[Node]:
    """The drawn things directly in an anchor or a group; of alternatives, one."""
    for node in parent:
        if tag_of(node) in _KNOWN:
            yield node
        elif tag_of(node) == "AlternateContent":
            yield from _content(_alternative(node, _KNOWN))


def _alternative(node: Node, wanted: tuple[str, ...]) -> Node:
    """The first alternative that holds something wanted: each says the same thing once more."""
    for option in node:
        if any(tag_of(child) in (*wanted, "AlternateContent") for child in option):
            return option
    return node[0] if len(node) else node


def _anchor_box(anchor: Node, rows: Axis, columns: Axis) -> Box | None:
    begin, end = anchor.find("{*}from"), anchor.find("{*}to")
    ext, pos = anchor.find("{*}ext"), anchor.find("{*}pos")
    if begin is not None:
        left, top = _marker(begin, rows, columns)
    elif pos is not None:
        left, top = emu(pos.get("x")), emu(pos.get("y"))
    else:
        return None
    if end is not None:
        if begin is not None and _numbers(begin) == _numbers(end):
            return None
        right, bottom = _marker(end, rows, columns)
    elif ext is not None:
        right, bottom = left + emu(ext.get("cx")), top + emu(ext.get("cy"))
    else:
        return None
    return Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom))


def _marker(node: Node, rows: Axis, columns: Axis) -> Point:
    return (
        columns.inside(_line(node, "col"), emu(node.findtext("{*}colOff"))),
        rows.inside(_line(node, "row"), emu(node.findtext("{*}rowOff"))),
    )


def _numbers(marker: Node) -> list[str]:
    return [(node.text or "").strip() for node in marker]


def _line(node: Node, name: str) -> int:
    text = (node.findtext(f"{{*}}{name}") or "").strip()
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _place_on_sheet(node: Node, anchored: Box | None) -> DrawnNode | None:
    xfrm = _xfrm(node)
    stored, turn = read_box(xfrm), read_turn(xfrm)
    if anchored is None:
        # Some writers fill in no anchor that spans anything; what they stored must do.
        return DrawnNode(node, stored, turn, Affine()) if stored is not None else None
    if turn.is_sideways and not _is_written_unturned(anchored, stored):
        anchored = swapped(anchored)
    return DrawnNode(node, anchored, turn, Affine())


def _is_written_unturned(anchored: Box, stored: Box | None) -> bool:
    """Some writers anchor a turned shape by the box it had before it was turned."""
    if stored is None:
        return False
    width, height = _size(anchored)
    own_width, own_height = _size(stored)
    as_written = abs(width - own_width) + abs(height - own_height)
    return as_written + 1 < abs(width - own_height) + abs(height - own_width)


def _take(placed: DrawnNode, drawn: Drawn, depth: int) -> None:
    name = tag_of(placed.node)
    if _is_hidden(placed.node) or depth > _DEEPEST_GROUP:
        return
    if name == "grpSp":
        _take_group(placed, drawn, depth)
    elif name in _PICTURES:
        drawn.pictures.append(placed.seen)
        if min(_size(placed.seen)) >= _SMALLEST_PICTURE and max(_size(placed.seen)) <= _LARGEST:
            key = f"gambar {len(drawn.pictures)}"
            drawn.shapes.append(Shape(key, ShapeKind.PICTURE, placed.seen))
    elif _is_line_node(placed.node):
        drawn.connectors.append(_line_connector(placed))
    else:
        _take_shape(placed, drawn)


def _is_line_node(node: Node) -> bool:
    return tag_of(node) == "cxnSp" or (tag_of(node) == "sp" and is_line(_preset(node)))


def _is_seen_line(node: Node) -> bool:
    return _is_line_node(node) and not _is_hidden(node)


def _take_group(placed: DrawnNode, drawn: Drawn, depth: int) -> None:
    own = read_box(_xfrm(placed.node), "chOff", "chExt")
    inner = placed.move.after(fit(own, placed.box)) if own is not None else placed.outer
    for child in _content(placed.node):
        xfrm = _xfrm(child)
        box = read_box(xfrm)
        if box is not None:
            _take(DrawnNode(child, box, read_turn(xfrm), inner), drawn, depth + 1)


def _take_shape(placed: DrawnNode, drawn: Drawn) -> None:
    preset = _preset(placed.node)
    text = drawn_text(placed.node.find("{*}txBody"))
    if block_arrow(preset):
        drawn.connectors.append(_thick_arrow(placed, preset, text))
        return
    kind, keyakinan = meaning_of(preset, placed.seen)
    geometry = placed.node.find("{*}spPr/{*}custGeom")
    if geometry is not None:
        points, is_closed, has_curves = path_points(geometry)
        if len(points) > 1 and not is_closed:
            drawn.connectors.append(_connector(placed, points))
            return
        kind, keyakinan = meaning_of_path(points, has_curves=has_curves)
    if _has_no_outline(placed.node) and not _is_coloured(placed.node):
        if text:
            drawn.words.append(Words(text, placed.seen))
        return
    if min(_size(placed.seen)) < _LEAST_SIZE:
        return
    kind, keyakinan = _judged_again(placed, preset, text, (kind, keyakinan))
    drawn.shapes.append(Shape(_key(placed.node), kind, placed.seen, text, keyakinan))


def _judged_again(
    placed: DrawnNode, preset: str, text: str, meaning: tuple[ShapeKind, float]
) -> tuple[ShapeKind, float]:
    """What the geometry alone does not say: a square on its corner, a circle round a letter."""
    low, high = _TILTED
    if meaning[0] is ShapeKind.PROCESS and low < placed.turn.degrees % 90 < high:
        return ShapeKind.DECISION, 0.7
    if preset == "ellipse" and 0 < len(text) <= _SHORT_TEXT:
        return ShapeKind.OFF_PAGE, 0.7
    if preset == "rect" and _is_text_box(placed.node) and not text:
        return ShapeKind.PROCESS, 0.8
    return meaning


def _line_connector(placed: DrawnNode) -> Connector:
    geometry = placed.node.find("{*}spPr/{*}prstGeom")
    if geometry is not None:
        return _connector(placed, line_points(_preset(placed.node), adjustments(geometry)))
    own = placed.node.find("{*}spPr/{*}custGeom")
    points = path_points(own)[0] if own is not None else ()
    return _connector(placed, points if len(points) > 1 else ((0.0, 0.0), (1.0, 1.0)))


def _connector(placed: DrawnNode, parts: tuple[Point, ...]) -> Connector:
    line = placed.node.find("{*}spPr/{*}ln")
    ends = placed.node.find("{*}nvCxnSpPr/{*}cNvCxnSpPr")
    return Connector(
        points=tuple(placed.at(part) for part in parts),
        start=_glued(ends, "stCxn"),
        end=_glued(ends, "endCxn"),
        has_head_at_start=_has_head(line, "headEnd"),
        has_head_at_end=_has_head(line, "tailEnd"),
        text=drawn_text(placed.node.find("{*}txBody")),
    )


def _thick_arrow(placed: DrawnNode, preset: str, text: str) -> Connector:
    return Connector(
        points=tuple(placed.at(part) for part in block_arrow(preset)),
        has_head_at_start=points_both_ways(preset),
        has_head_at_end=True,
        text=text,
    )


def _glued(ends: Node | None, name: str) -> str | None:
    node = ends.find(f"{{*}}{name}") if ends is not None else None
    return node.get("id") if node is not None else None


def _has_head(line: Node | None, name: str) -> bool:
    node = line.find(f"{{*}}{name}") if line is not None else None
    return node is not None and node.get("type", "none") != "none"


def _xfrm(node: Node) -> Node | None:
    for path in ("{*}spPr/{*}xfrm", "{*}grpSpPr/{*}xfrm", "{*}xfrm"):
        found = node.find(path)
        if found is not None:
            return found
    return None


def _properties(node: Node) -> Node | None:
    return next(node.iterfind("*/{*}cNvPr"), None)


def _key(node: Node) -> str:
    properties = _properties(node)
    return properties.get("id", "") if properties is not None else ""


def _is_hidden(node: Node) -> bool:
    properties = _properties(node)
    return properties is not None and properties.get("hidden") in ("1", "true")


def _preset(node: Node) -> str:
    geometry = node.find("{*}spPr/{*}prstGeom")
    return geometry.get("prst", "") if geometry is not None else ""


def _is_text_box(node: Node) -> bool:
    properties = node.find("{*}nvSpPr/{*}cNvSpPr")
    return properties is not None and properties.get("txBox") in ("1", "true")


def _has_no_outline(node: Node) -> bool:
    """Whether only the words of a shape are seen."""
    line = node.find("{*}spPr/{*}ln")
    if line is None:
        return _is_text_box(node) or node.find("{*}style") is None
    return line.find("{*}noFill") is not None


def _is_coloured(node: Node) -> bool:
    """Whether a shape is painted in another colour than the paper."""
    properties = node.find("{*}spPr")
    if properties is None or is_white(properties) or properties.find("{*}noFill") is not None:
        return False
    fills = ("solidFill", "gradFill", "pattFill", "blipFill")
    if any(properties.find(f"{{*}}{name}") is not None for name in fills):
        return True
    return node.find("{*}style") is not None and not _is_text_box(node)


def _size(box: Box) -> tuple[float, float]:
    return box.width, box.height

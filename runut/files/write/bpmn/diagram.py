"""The diagram of a BPMN plan: every node in a column of its own, arrows only between the nodes.

Level pieces of an arrow run in the upper or lower margin of a lane, upright ones between two
columns: so no arrow runs through a node.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from runut.files.bpmn_names import BPMNDI, DC, DI
from runut.files.write.bpmn.plan import TASK, Flow, Node, Plan, lane_id

_SIZES = {"startEvent": (36, 36), "endEvent": (36, 36)}
_TASK_WIDTH, _LEAST_TASK_HEIGHT = 150, 84
_LETTERS_A_LINE, _LINE_HEIGHT = 22, 15
_GATEWAY = (50, 50)
_LEFT, _TOP, _HEAD = 160, 80, 30
_GUTTER = 40
_LINE_GAP = 8
_MARGIN = 22
_NODE_BAND = 90
"""The least room between the margins of a lane."""

Point = tuple[int, int]


@dataclass(frozen=True)
class NodeBox:
    """Where a node is drawn."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> Point:
        return self.left + self.width // 2, self.top + self.height // 2


@dataclass
class _Sheet:
    """Lengths of the drawing while it grows: lines within gutters and lane margins."""

    plan: Plan
    column: dict[str, int]
    nodes: dict[str, Node]
    tracks: dict[tuple[int, bool], list[list[range]]] = field(default_factory=dict)
    gutters: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Way:
    """An arrow in terms of gutters and tracks: (gutter, line), (lane, is_lower, track)."""

    flow: Flow
    leaves_below: bool
    out: tuple[int, int] | None
    level: tuple[int, bool, int] | None
    into: tuple[int, int] | None


def add_diagram(root: etree._Element, plan: Plan, pool: str) -> None:
    """Adds shapes, arrows and labels for everything in the plan."""
    diagram = etree.SubElement(root, f"{{{BPMNDI}}}BPMNDiagram", id="Diagram")
    plane = etree.SubElement(diagram, f"{{{BPMNDI}}}BPMNPlane", id="Bidang")
    plane.set("bpmnElement", "Kolaborasi")
    sheet = _Sheet(plan, {n.id: i for i, n in enumerate(plan.nodes)}, {n.id: n for n in plan.nodes})
    ways = [_route(sheet, flow) for flow in plan.flows]
    lefts = _column_lefts(sheet)
    lanes = _lane_places(sheet, lefts[-1])
    places = {node.id: _place(sheet, node, lefts, lanes) for node in plan.nodes}
    bottom = lanes[-1].top + lanes[-1].height if lanes else _TOP + _NODE_BAND
    whole = NodeBox(_LEFT - _HEAD, _TOP, lefts[-1] - _LEFT + _HEAD, bottom - _TOP)
    _shape(plane, pool, whole, is_level=True)
    if plan.nodes:
        for number, lane in enumerate(lanes):
            _shape(plane, lane_id(number), lane, is_level=True)
    for node in plan.nodes:
        _node_shape(plane, node, places[node.id])
    for way in ways:
        _edge(plane, way, _points(sheet, way, places, lefts, lanes))


def _route(sheet: _Sheet, flow: Flow) -> _Way:
    source, target = sheet.nodes[flow.source], sheet.nodes[flow.target]
    here, there = sheet.column[source.id], sheet.column[target.id]
    if there == here + 1 and source.lane == target.lane:
        return _Way(flow, False, None, None, None)
    order = [one.id for one in sheet.plan.outgoing(source)].index(flow.id)
    leaves_below = order > 0 and source.kind != TASK
    if there == here + 1 and not leaves_below:
        return _Way(flow, False, None, None, _gutter_line(sheet, there))
    is_lower = leaves_below or there <= here
    lane = source.lane if is_lower else target.lane
    out = None if leaves_below else _gutter_line(sheet, here + 1)
    into = _gutter_line(sheet, there)
    begin, end = sorted((here if leaves_below else here + 1, there))
    track = _free_track(sheet, lane, is_lower, range(begin, end + 1))
    return _Way(flow, leaves_below, out, (lane, is_lower, track), into)


def _gutter_line(sheet: _Sheet, gutter: int) -> tuple[int, int]:
    """A line of its own in the gutter left of a column."""
    line = sheet.gutters.get(gutter, 0)
    sheet.gutters[gutter] = line + 1
    return gutter, line


def _free_track(sheet: _Sheet, lane: int, is_lower: bool, span: range) -> int:
    """The first track in a lane's margin where nothing else runs over these columns."""
    tracks = sheet.tracks.setdefault((lane, is_lower), [])
    for number, taken in enumerate(tracks):
        if all(span.stop <= other.start or other.stop <= span.start for other in taken):
            taken.append(span)
            return number
    tracks.append([span])
    return len(tracks) - 1


def _column_lefts(sheet: _Sheet) -> list[int]:
    """Where each column begins, and at last where the drawing ends; gutters come before."""
    lefts, x = [], _LEFT + _HEAD
    for column, node in enumerate(sheet.plan.nodes):
        x += _GUTTER + sheet.gutters.get(column, 0) * _LINE_GAP
        lefts.append(x)
        x += _size(node)[0]
    after = sheet.gutters.get(len(sheet.plan.nodes), 0)
    return [*lefts, x + _GUTTER + after * _LINE_GAP]


def _lane_places(sheet: _Sheet, right: int) -> list[NodeBox]:
    places, y = [], _TOP
    for number in range(len(sheet.plan.lanes)):
        tracks = [len(sheet.tracks.get((number, side), ())) for side in (False, True)]
        height = _band(sheet, number) + 2 * _MARGIN + sum(tracks) * _LINE_GAP
        places.append(NodeBox(_LEFT, y, right - _LEFT, height))
        y += height
    return places


def _place(sheet: _Sheet, node: Node, lefts: list[int], lanes: list[NodeBox]) -> NodeBox:
    width, height = _size(node)
    middle = _middle_line(sheet, node.lane, lanes)
    return NodeBox(lefts[sheet.column[node.id]], middle - height // 2, width, height)


def _middle_line(sheet: _Sheet, lane: int, lanes: list[NodeBox]) -> int:
    above = len(sheet.tracks.get((lane, False), ())) * _LINE_GAP
    return lanes[lane].top + _MARGIN + above + _band(sheet, lane) // 2


def _band(sheet: _Sheet, lane: int) -> int:
    """The height that the tallest node of a lane needs."""
    heights = [_size(node)[1] + 6 for node in sheet.plan.nodes if node.lane == lane]
    return max([_NODE_BAND, *heights])


def _points(
    sheet: _Sheet, way: _Way, places: dict[str, NodeBox], lefts: list[int], lanes: list[NodeBox]
) -> list[Point]:
    source, target = places[way.flow.source], places[way.flow.target]
    begin = (source.left + source.width, source.middle[1])
    end = (target.left, target.middle[1])
    if way.into is None:
        return [begin, end]
    into = _gutter_x(sheet, way.into, lefts)
    if way.level is None:
        return [begin, (into, begin[1]), (into, end[1]), end]
    lane, is_lower, track = way.level
    middle = _middle_line(sheet, lane, lanes)
    away = _band(sheet, lane) // 2 + _LINE_GAP * (track + 1)
    level = middle + away if is_lower else middle - away
    if way.out is None:
        down = (source.middle[0], source.top + source.height)
        path = [down, (down[0], level)]
    else:
        out = _gutter_x(sheet, way.out, lefts)
        path = [begin, (out, begin[1]), (out, level)]
    return _straightened([*path, (into, level), (into, end[1]), end])


def _straightened(points: list[Point]) -> list[Point]:
    kept = [points[0]]
    for point in points[1:]:
        if point != kept[-1]:
            kept.append(point)
    return kept


def _gutter_x(sheet: _Sheet, line: tuple[int, int], lefts: list[int]) -> int:
    gutter, number = line
    lines = sheet.gutters[gutter]
    if gutter < len(sheet.plan.nodes):
        return lefts[gutter] - _GUTTER // 2 - (lines - 1 - number) * _LINE_GAP
    return lefts[-1] - _GUTTER // 2 - (lines - 1 - number) * _LINE_GAP


def _size(node: Node) -> tuple[int, int]:
    if node.kind == TASK:
        lines = sum(-(-len(line) // _LETTERS_A_LINE) for line in node.name.split("\n")) + 1
        return _TASK_WIDTH, max(_LEAST_TASK_HEIGHT, (lines * _LINE_HEIGHT + 24) // 2 * 2)
    return _SIZES.get(node.kind, _GATEWAY)


def _shape(plane: etree._Element, of: str, place: NodeBox, *, is_level: bool) -> etree._Element:
    shape = etree.SubElement(plane, f"{{{BPMNDI}}}BPMNShape", id=f"{of}_di", bpmnElement=of)
    if is_level:
        shape.set("isHorizontal", "true")
    _bounds(shape, place)
    return shape


def _node_shape(plane: etree._Element, node: Node, place: NodeBox) -> None:
    shape = _shape(plane, node.id, place, is_level=False)
    if node.kind.endswith("Gateway"):
        shape.set("isMarkerVisible", "true")
    if node.kind != TASK and node.name:
        below = NodeBox(place.middle[0] - 45, place.top + place.height + 4, 90, 14)
        above = NodeBox(place.middle[0] - 45, place.top - 18, 90, 14)
        _label(shape, above if node.kind.endswith("Gateway") else below)


def _edge(plane: etree._Element, way: _Way, points: Iterable[Point]) -> None:
    edge = etree.SubElement(plane, f"{{{BPMNDI}}}BPMNEdge", id=f"{way.flow.id}_di")
    edge.set("bpmnElement", way.flow.id)
    corners = list(points)
    for x, y in corners:
        etree.SubElement(edge, f"{{{DI}}}waypoint", x=str(x), y=str(y))
    if way.flow.answer:
        x, y = corners[0]
        width = 8 + 6 * len(way.flow.answer)
        at = (
            NodeBox(x + 5, y + 4, width, 14)
            if way.leaves_below
            else NodeBox(x + 3, y - 17, width, 14)
        )
        _label(edge, at)


def _label(parent: etree._Element, place: NodeBox) -> None:
    _bounds(etree.SubElement(parent, f"{{{BPMNDI}}}BPMNLabel"), place)


def _bounds(parent: etree._Element, place: NodeBox) -> None:
    bounds = etree.SubElement(parent, f"{{{DC}}}Bounds", x=str(place.left), y=str(place.top))
    bounds.set("width", str(place.width))
    bounds.set("height", str(place.height))

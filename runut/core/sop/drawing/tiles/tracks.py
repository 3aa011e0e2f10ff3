"""Which tracks the ways of a form take, so that no line runs through a symbol or along another.

A way down the form leaves its step below (further labelled exits at the sides), runs down one
track and enters its target from above. A way back runs in the gutter, in a lane of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from runut.core.sop.drawing.tiles.model import GUTTER, State, TileStep, Way

BEND_COST = 0.3
LANE_COST = 1.2
SIDE_OFFSET = 0.4


class Port(StrEnum):
    """Where a way leaves its step."""

    BOTTOM = "bawah"
    RIGHT = "kanan"
    LEFT = "kiri"


@dataclass(frozen=True)
class StepRow:
    """A step with its row and the columns of its symbols; ``lead`` is where lines come and go."""

    row: int
    step: TileStep
    columns: tuple[int, ...]

    @property
    def lead(self) -> int:
        return self.columns[0]

    @property
    def left(self) -> int:
        return min(self.columns)

    @property
    def right(self) -> int:
        return max(self.columns)


@dataclass(frozen=True)
class Track:
    """A vertical course: the middle of a column (``side`` 0) or a lane at its left or right."""

    column: int
    side: int = 0
    lane: int = 0

    @property
    def position(self) -> float:
        return self.column + self.side * SIDE_OFFSET


@dataclass(frozen=True)
class Route:
    """A way with its course. Ways back have their lane in ``track.lane`` and no port."""

    source: StepRow
    target: StepRow
    way: Way
    port: Port
    track: Track = Track(GUTTER)

    @property
    def is_back(self) -> bool:
        return self.target.row <= self.source.row

    @property
    def pair(self) -> tuple[str, str]:
        return self.source.step.no, self.target.step.no

    def may_share_with(self, other: "Route") -> bool:
        """Lines may run together towards one step (a join) or out of one exit (a fork)."""
        if self.target.row == other.target.row:
            return True
        return self.source.row == other.source.row and self.port == other.port

    def overlaps(self, other: "Route") -> bool:
        """Whether both run beside a same half row: lower half of the source to upper of target."""
        return self.source.row < other.target.row and other.source.row < self.target.row


def place(steps: Sequence[TileStep], actors: Sequence[str]) -> dict[str, StepRow]:
    """The steps that have at least one symbol, by number."""
    placed = {}
    for row, step in enumerate(steps):
        columns = tuple(actors.index(actor) for actor in step.actors if actor in actors)
        if columns:
            placed[step.no] = StepRow(row, step, tuple(dict.fromkeys(columns)))
    return placed


def plan(placed: dict[str, StepRow], columns: int) -> tuple[Route, ...]:
    """A course for every way between drawn steps."""
    ways = [route for source in placed.values() for route in _leaving(source, placed)]
    back = _gutter_lanes([route for route in ways if route.is_back])
    forward: list[Route] = []
    for route in sorted(
        (route for route in ways if not route.is_back),
        key=lambda route: (route.target.row - route.source.row, route.source.row),
    ):
        forward.append(replace(route, track=_best_track(route, placed, columns, forward)))
    return (*forward, *back)


def _leaving(source: StepRow, placed: dict[str, StepRow]) -> list[Route]:
    """The ways out of a step, ways to one target made one, each at its port."""
    ways: dict[str, Way] = {}
    for way in source.step.ways:
        if way.to in placed:
            known = ways.get(way.to)
            ways[way.to] = _joined(known, way) if known else way
    routes = [Route(source, placed[way.to], way, Port.LEFT) for way in ways.values()]
    forward = sorted(
        (route for route in routes if not route.is_back), key=lambda route: route.target.row
    )
    back = [route for route in routes if route.is_back]
    ports = _ports(forward, is_left_free=not back and not _is_returned_to(source, placed))
    return back + [replace(route, port=port) for route, port in zip(forward, ports, strict=True)]


def _joined(one: Way, other: Way) -> Way:
    labels = [label for label in (one.label, other.label) if label]
    return Way(one.to, " / ".join(labels), State(max(one.state, other.state)))


def _ports(forward: list[Route], *, is_left_free: bool) -> list[Port]:
    """Below for the nearest target; labelled exits part at the sides as long as there are sides."""
    sides = [Port.RIGHT, Port.LEFT] if is_left_free else [Port.RIGHT]
    ports: list[Port] = []
    for route in forward:
        if not ports or not route.way.label:
            ports.append(Port.BOTTOM)
        else:
            ports.append(sides.pop(0) if sides else ports[-1])
    return ports


def _is_returned_to(step: StepRow, placed: dict[str, StepRow]) -> bool:
    return any(
        way.to == step.step.no and other.row >= step.row
        for other in placed.values()
        for way in other.step.ways
    )


def _gutter_lanes(back: Iterable[Route]) -> list[Route]:
    """Lanes for the ways back: short ones inside (lane 0 lies next to the form)."""
    laid: list[Route] = []
    for route in sorted(back, key=lambda r: (r.source.row - r.target.row, r.source.row)):
        taken = {
            other.track.lane
            for other in laid
            if other.target.row <= route.source.row and route.target.row <= other.source.row
        }
        inner = [
            other.track.lane
            for other in laid
            if other.target.row >= route.target.row and other.source.row <= route.source.row
        ]
        lane = max(inner, default=-1) + 1
        while lane in taken:
            lane += 1
        laid.append(replace(route, track=Track(GUTTER, 0, lane)))
    return laid


def _best_track(route: Route, placed: dict[str, StepRow], columns: int, laid: list[Route]) -> Track:
    """The cheapest free track: straight before bent, near before far, middle before side."""
    symbols = {(step.row, column) for step in placed.values() for column in step.columns}
    middles = [Track(column) for column in range(columns)]
    free = [
        track
        for track in middles
        if _is_reachable(route, track)
        and not any((row, track.column) in symbols for row in _rows_between(route))
        and _is_free(route, track, laid)
    ]
    free += [
        _first_free_lane(route, Track(column, side), laid)
        for column in range(columns)
        for side in (1, -1)
        if _is_reachable(route, Track(column, side))
    ]
    return min(free, key=lambda track: _cost(route, track))


def _rows_between(route: Route) -> range:
    return range(route.source.row + 1, route.target.row)


def _is_reachable(route: Route, track: Track) -> bool:
    """From a side exit, only tracks on that side can be reached without crossing the symbol."""
    if route.port is Port.RIGHT:
        return track.position > route.source.right
    if route.port is Port.LEFT:
        return track.position < route.source.left
    return True


def _is_free(route: Route, track: Track, laid: list[Route]) -> bool:
    return all(
        other.track != track or not route.overlaps(other) or route.may_share_with(other)
        for other in laid
    )


def _first_free_lane(route: Route, track: Track, laid: list[Route]) -> Track:
    while not _is_free(route, track, laid):
        track = replace(track, lane=track.lane + 1)
    return track


def _cost(route: Route, track: Track) -> float:
    start = {
        Port.BOTTOM: route.source.lead,
        Port.RIGHT: route.source.right,
        Port.LEFT: route.source.left,
    }[route.port]
    end = route.target.lead
    sideways = abs(track.position - start) + abs(track.position - end)
    bends = 2 * (track.position != start) + 2 * (track.position != end)
    lane = LANE_COST + 0.2 * track.lane if track.side else 0.0
    late_turn = 0.1 * (track.position != end)
    return sideways + bends * BEND_COST + lane + late_turn

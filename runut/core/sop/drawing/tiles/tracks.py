"""Which tracks the ways of a form take, so that no line runs through a symbol or along another.

A way down the form leaves its step below (further labelled exits at the sides), runs down one
track and enters its target from above. A way back runs in the gutter, in a lane of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from runut.core.sop.drawing.tiles.model import GUTTER, State, TileStep, Way
from runut.core.sop.model import Bentuk

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
    """A step with its row and the columns of its symbols; ``lead`` is where lines come and go.

    ``places`` are the columns of its actors by name.
    """

    row: int
    step: TileStep
    columns: tuple[int, ...]
    places: tuple[tuple[str, int], ...] = ()

    @property
    def lead(self) -> int:
        return self.columns[0]

    @property
    def entry(self) -> int:
        """The column at whose symbol lines come in."""
        return self.column_of(self.step.entry)

    @property
    def is_parted(self) -> bool:
        """Whether its symbols stand each for itself, with arrows among them."""
        return bool(self.step.inner)

    def column_of(self, actor: str) -> int:
        """The column of one of its actors, that of the lead for anybody else."""
        return dict(self.places).get(actor, self.lead)

    def actor_at(self, column: int) -> str:
        """The actor whose symbol stands in a column, "" where nobody's does."""
        return next((actor for actor, place in self.places if place == column), "")

    def bentuk_at(self, column: int) -> Bentuk:
        """The symbol in a column."""
        actor = self.actor_at(column)
        if not self.step.symbols or actor not in self.step.actors:
            return self.step.bentuk
        return self.step.symbols[self.step.actors.index(actor)]

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
    def start(self) -> int:
        """The column of the symbol at which it leaves its port."""
        own = self.source.column_of(self.way.leaves)
        if self.port is Port.BOTTOM or self.source.is_parted:
            return own
        return self.source.right if self.port is Port.RIGHT else self.source.left

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
        places = tuple((actor, actors.index(actor)) for actor in step.actors if actor in actors)
        if places:
            columns = tuple(dict.fromkeys(column for _, column in places))
            placed[step.no] = StepRow(row, step, columns, places)
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
    is_left_free = not back and not _is_returned_to(source, placed)
    if source.is_parted:
        back = [replace(route, port=_port_back(route)) for route in back]
        ports = _parted_ports(forward, back, is_left_free=is_left_free)
    else:
        ports = _ports(forward, is_left_free=is_left_free)
    return back + [replace(route, port=port) for route, port in zip(forward, ports, strict=True)]


def _port_back(route: Route) -> Port:
    """To the left where no other symbol of the row stands in the way, else below."""
    own = route.source.column_of(route.way.leaves)
    return Port.LEFT if own == route.source.left else Port.BOTTOM


def _parted_ports(forward: list[Route], back: list[Route], *, is_left_free: bool) -> list[Port]:
    """As for one symbol, for each symbol of the row: its sides are those that face no other, and
    where no labelled way back leaves."""
    ports: list[Port] = []
    begun: dict[int, list[Port]] = {}
    for route in back:
        if route.way.label:
            begun.setdefault(route.start, []).append(route.port)
    for route in forward:
        own = route.source.column_of(route.way.leaves)
        taken = begun.setdefault(own, [])
        free = [Port.BOTTOM]
        free += [Port.RIGHT] if own == route.source.right and route.way.label else []
        is_free = is_left_free and own == route.source.left and route.way.label
        free += [Port.LEFT] if is_free else []
        port = next((one for one in free if one not in taken), Port.BOTTOM)
        taken.append(port)
        ports.append(port)
    return ports


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
        return track.position > route.start
    if route.port is Port.LEFT:
        return track.position < route.start
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
    start, end = route.start, route.target.entry
    sideways = abs(track.position - start) + abs(track.position - end)
    bends = 2 * (track.position != start) + 2 * (track.position != end)
    lane = LANE_COST + 0.2 * track.lane if track.side else 0.0
    late_turn = 0.1 * (track.position != end)
    return sideways + bends * BEND_COST + lane + late_turn

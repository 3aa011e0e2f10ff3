"""Where the symbols and arrows of an SOP lie, given its columns and rows. In points."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tests.corpus.definitions import Definition, Step
from tests.corpus.make.variant import Variant

SIZES = {
    "mulai": (32.0, 14.0),
    "selesai": (32.0, 14.0),
    "proses": (30.0, 16.0),
    "keputusan": (32.0, 22.0),
    "halaman": (14.0, 14.0),
}
LANE = 6.0
Point = tuple[float, float]


@dataclass(frozen=True)
class Shp:
    """One symbol. ``halaman`` counts from 0."""

    key: str
    kind: str
    halaman: int
    left: float
    top: float
    right: float
    bottom: float
    no: str
    text: str = ""

    @property
    def cx(self) -> float:
        return (self.left + self.right) / 2

    @property
    def cy(self) -> float:
        return (self.top + self.bottom) / 2

    def side(self, name: str) -> Point:
        return {
            "t": (self.cx, self.top),
            "b": (self.cx, self.bottom),
            "l": (self.left, self.cy),
            "r": (self.right, self.cy),
        }[name]


@dataclass(frozen=True)
class Con:
    """One arrow, drawn in the order of its points; ``keluar``/``masuk`` are sides t, b, l, r."""

    key: str
    halaman: int
    start: str
    end: str
    keluar: str
    masuk: str
    points: tuple[Point, ...]
    label: str = ""
    label_at: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class RowBox:
    """One step row as it lies on its page, with room kept for off-page connectors."""

    no: str
    halaman: int
    top: float
    bottom: float
    ruang_atas: float = 0.0
    ruang_bawah: float = 0.0

    @property
    def cy(self) -> float:
        return (self.top + self.ruang_atas + self.bottom - self.ruang_bawah) / 2


@dataclass
class Drawing:
    """All symbols and arrows of one file."""

    shapes: list[Shp] = field(default_factory=list)
    connectors: list[Con] = field(default_factory=list)
    undrawn: set[str] = field(default_factory=set)  # steps whose way out is not in the drawing
    filled: str = ""  # the colour of symbols without an outline

    def of_step(self, no: str) -> list[Shp]:
        return [shape for shape in self.shapes if shape.no == no]


@dataclass(frozen=True)
class Plan:
    """The frame of the drawing: column of every actor, row of every step, edges of the table."""

    columns: dict[str, tuple[float, float]]
    rows: dict[str, RowBox]
    body: dict[int, tuple[float, float]]  # page -> top of its first, bottom of its last step row


def place(key: str, kind: str, page: int, at: Point, *, no: str, text: str = "") -> Shp:
    width, height = SIZES[kind]
    x, y = at
    return Shp(
        key, kind, page, x - width / 2, y - height / 2, x + width / 2, y + height / 2, no, text
    )


def draw(sop: Definition, plan: Plan, variant: Variant) -> Drawing:
    """The whole drawing of an SOP over its table."""
    drawing = Drawing()
    for step in sop.langkah:
        drawing.shapes.extend(shapes_of(step, plan, variant))
    if variant.ceroboh:
        drawing.shapes = [shaken(s, i) for i, s in enumerate(drawing.shapes)]
    if variant.isi_bentuk:
        drawing.shapes = [replace(s, text=INSIDE.get(s.kind, s.no)) for s in drawing.shapes]
    if variant.tanpa_panah:
        drawing.undrawn.update(step.no for step in sop.langkah)
        return drawing
    for step in sop.langkah:
        inner(step, drawing, variant)
    letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for step in sop.langkah:
        for target, label in step.lanjut:
            edge(step, target, label or "", drawing, Rules(plan, variant, letters))
    if variant.ceroboh:
        drawing.connectors = [loose(con) for con in drawing.connectors]
    if "legenda" in variant.pilihan:
        drawing.shapes += legend(plan)
    return drawing


def legend(plan: Plan) -> list[Shp]:
    """The meaning of the symbols, drawn once more under the table."""
    page = max(plan.body)
    y = plan.body[page][1] + 30
    left = min(edge for edge, _ in plan.columns.values())
    kinds = (("mulai", "Mulai"), ("proses", "Proses"), ("keputusan", "Ya?"))
    return [
        place(f"l{i}", kind, page, (left + 25 + 60 * i, y), no="", text=words)
        for i, (kind, words) in enumerate(kinds)
    ]


DOUBLE = {
    "mulai": ("mulai", "proses"),
    "selesai": ("proses", "selesai"),
    "keputusan": ("proses", "keputusan"),
}
INSIDE = {"mulai": "Mulai", "selesai": "Selesai", "keputusan": ""}


def shaken(s: Shp, i: int) -> Shp:
    """The symbol a little off its place and size, as drawn by hand; the same every time."""
    dx, dy = ((i * 7) % 11 - 5) * 0.9, ((i * 5) % 9 - 4) * 0.9
    wide, high = ((i * 3) % 5 - 2) * 0.8, ((i * 4) % 5 - 2) * 0.6
    return replace(
        s,
        left=s.left + dx - wide,
        right=s.right + dx + wide,
        top=s.top + dy - high,
        bottom=s.bottom + dy + high,
    )


def loose(con: Con) -> Con:
    """The arrow with gaps of two points at both of its ends."""
    points = list(con.points)
    points[0] = towards(points[0], points[1], 2.0)
    points[-1] = towards(points[-1], points[-2], 2.0)
    return replace(con, points=tuple(points))


def towards(a: Point, b: Point, by: float) -> Point:
    far = math.hypot(b[0] - a[0], b[1] - a[1])
    if far <= 2 * by:
        return a
    return a[0] + (b[0] - a[0]) / far * by, a[1] + (b[1] - a[1]) / far * by


def shapes_of(step: Step, plan: Plan, variant: Variant) -> list[Shp]:
    row = plan.rows[step.no]
    for no, left, right in variant.di_antara:
        if no == step.no:
            x = (plan.columns[left][1] + plan.columns[right][0]) / 2
            return [place(f"s{step.no}", step.bentuk, row.halaman, (x, row.cy), no=step.no)]
    found = []
    for i, actor in enumerate(step.pelaksana):
        x = sum(plan.columns[actor]) / 2
        if step.no in variant.dua_bentuk:
            upper, lower = DOUBLE[step.bentuk]
            found.append(place(f"s{step.no}a{i}", upper, row.halaman, (x, row.cy - 19), no=step.no))
            found.append(place(f"s{step.no}b{i}", lower, row.halaman, (x, row.cy + 13), no=step.no))
        else:
            found.append(
                place(f"s{step.no}-{i}", step.bentuk, row.halaman, (x, row.cy), no=step.no)
            )
    return found


def inner(step: Step, drawing: Drawing, variant: Variant) -> None:
    """Arrows between the symbols of one step: a chain along the row, or down the cell."""
    shapes = drawing.of_step(step.no)
    if step.no in variant.dua_bentuk:
        a, b = shapes[0], shapes[1]
        add(drawing, (a, b), "bt", (a.side("b"), b.side("t")))
        return
    if variant.sejajar:
        return
    for a, b in pairwise(shapes):
        out, into = ("r", "l") if b.cx > a.cx else ("l", "r")
        add(drawing, (a, b), out + into, (a.side(out), b.side(into)))


@dataclass(frozen=True)
class Rules:
    """What the drawing of every arrow of one file follows."""

    plan: Plan
    variant: Variant
    letters: Iterator[str]


def edge(step: Step, target: str, label: str, drawing: Drawing, rules: Rules) -> None:
    """The arrows for one way from step to step, over the pages if needed."""
    plan, variant = rules.plan, rules.variant
    sources, targets = drawing.of_step(step.no), drawing.of_step(target)
    if variant.sejajar:
        pairs = [(a, b) for a in sources for b in targets]
    else:
        pairs = [(sources[-1], targets[0])]
    if plan.rows[step.no].halaman != plan.rows[target].halaman:
        if variant.penghubung is None:
            drawing.undrawn.add(step.no)
            return
        across(*pairs[0], label, drawing, rules)
        return
    order = list(plan.rows)
    adjacent = order.index(target) - order.index(step.no) == 1
    for i, (a, b) in enumerate(pairs):
        words = label if i == 0 else ""
        if adjacent:
            forward(a, b, words, drawing, variant)
        else:
            around(a, b, words, drawing, plan)
            if variant.siku == "bertemu":
                drawing.connectors[-1] = meeting(drawing.connectors[-1], b, drawing)


def forward(a: Shp, b: Shp, label: str, drawing: Drawing, variant: Variant) -> None:
    """To the next row: straight down, or bent."""
    if variant.siku == "miring":
        add(drawing, (a, b), "bt", (a.side("b"), b.side("t")), label)
        return
    used = {con.keluar for con in drawing.connectors if con.start == a.key}
    if abs(a.cx - b.cx) < (12 if variant.ceroboh else 1):
        points = (a.side("b"), b.side("t"))
        add(drawing, (a, b), "bt", points, label)
        return
    side = "r" if b.cx > a.cx else "l"
    blocked = a.kind == "keputusan" or any(
        s.no == a.no and s.key != a.key and (s.cx - a.cx) * (b.cx - a.cx) > 0
        for s in drawing.shapes
    )
    if variant.siku == "hv" and not blocked and side not in used and a.side(side)[0] != b.cx:
        start = a.side(side)
        add(drawing, (a, b), side + "t", (start, (b.cx, start[1]), b.side("t")), label)
        return
    (ax, ay), (bx, by) = a.side("b"), b.side("t")
    middle = ay + (by - ay) * 0.7
    add(drawing, (a, b), "bt", ((ax, ay), (ax, middle), (bx, middle), (bx, by)), label)


def lane_of(a: Shp, b: Shp, plan: Plan, count: int) -> tuple[float, str, str]:
    """The x of the vertical part beside ``b``, the side it leaves ``a`` and enters ``b``."""
    left, right = column_of(b, plan)
    shift = (count % 2) * 2.5
    if abs(a.cx - b.cx) < 12:
        return right - LANE + shift, "r", "r"
    if b.cx < a.cx:
        return right - LANE + shift, "l", "r"
    return left + LANE - shift, "r", "l"


def meeting(con: Con, b: Shp, drawing: Drawing) -> Con:
    """The arrow ends on the arrow that already runs into the same symbol, where there is one."""
    into = [c for c in drawing.connectors[:-1] if c.end == b.key and c.masuk == "t"]
    if not into or len(con.points) != 4:
        return con
    start, turn, _, _ = con.points
    y = b.top - 6
    return replace(con, points=(start, turn, (turn[0], y), (b.cx, y)))


def column_of(shape: Shp, plan: Plan) -> tuple[float, float]:
    for left, right in plan.columns.values():
        if left < shape.cx < right and abs((left + right) / 2 - shape.cx) < 8:
            return left, right
    return shape.left - 10, shape.right + 10


def around(a: Shp, b: Shp, label: str, drawing: Drawing, plan: Plan) -> None:
    """To a row further down or back up: out of the side, along a lane, into the side."""
    count = sum(con.end == b.key for con in drawing.connectors)
    lane, out, into = lane_of(a, b, plan, count)
    start, end = a.side(out), b.side(into)
    points = (start, (lane, start[1]), (lane, end[1]), end)
    add(drawing, (a, b), out + into, points, label)


def across(a: Shp, b: Shp, label: str, drawing: Drawing, rules: Rules) -> None:
    """Over the page: to a lettered pentagon, and on from its twin on the other page."""
    plan, letter = rules.plan, next(rules.letters)
    forwards = a.halaman < b.halaman
    straight_out = forwards and is_edge_row(a, plan, last=True) and a.kind != "keputusan"
    straight_in = forwards and is_edge_row(b, plan, last=False)
    leave = pentagon(a, f"{letter}1", drawing, rules, below=forwards, lane=not straight_out)
    drawing.shapes.append(leave)
    arrive = pentagon(b, f"{letter}2", drawing, rules, below=not forwards, lane=not straight_in)
    drawing.shapes.append(arrive)
    near, far = ("t", "b") if forwards else ("b", "t")
    if straight_out:
        add(drawing, (a, leave), "bt", (a.side("b"), leave.side("t")), label)
    else:
        start, end = a.side("r"), leave.side(near)
        add(drawing, (a, leave), "r" + near, (start, (end[0], start[1]), end), label)
    if straight_in:
        add(drawing, (arrive, b), "bt", (arrive.side("b"), b.side("t")))
    else:
        start, end = arrive.side(far), b.side("r")
        add(drawing, (arrive, b), far + "r", (start, (start[0], end[1]), end))


def is_edge_row(s: Shp, plan: Plan, *, last: bool) -> bool:
    """Whether the symbol stands in the last (or first) row of its page."""
    top, bottom = plan.body[s.halaman]
    row = plan.rows[s.no]
    return abs(row.bottom - bottom) < 1 if last else abs(row.top - top) < 1


def pentagon(s: Shp, name: str, drawing: Drawing, rules: Rules, *, below: bool, lane: bool) -> Shp:
    """An off-page connector at the foot or the head of the page, straight or beside the symbol."""
    top, bottom = rules.plan.body[s.halaman]
    outside = rules.variant.penghubung == "luar"
    x = column_of(s, rules.plan)[1] - 8 if lane else s.cx
    y = (bottom + 12 if outside else bottom - 10) if below else (top - 12 if outside else top + 10)
    taken = [p for p in drawing.shapes if p.kind == "halaman" and p.halaman == s.halaman]
    while any(abs(p.cx - x) < 15 and abs(p.cy - y) < 15 for p in taken):
        x += 16
    return place(f"p{name}", "halaman", s.halaman, (x, y), no="", text=name[0])


def add(
    drawing: Drawing, ends: tuple[Shp, Shp], sides: str, points: tuple[Point, ...], label: str = ""
) -> None:
    """One arrow between two symbols; ``sides`` are the letters of where it leaves and enters."""
    a, b = ends
    key = f"c{len(drawing.connectors) + 1}"
    at = label_box(points[0], sides[0], label) if label else None
    drawing.connectors.append(
        Con(key, a.halaman, a.key, b.key, sides[0], sides[1], points, label, at)
    )


def label_box(start: Point, out: str, label: str) -> tuple[float, float, float, float]:
    x, y = start
    width = 5 + 3.6 * len(label)
    if out == "b":
        return x + 1, y - 1, x + 1 + width, y + 9
    if out == "r":
        return x, y - 11, x + width, y - 1
    return x - width, y - 11, x, y - 1

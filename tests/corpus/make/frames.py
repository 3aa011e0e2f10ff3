"""Drawn things as office programs keep them: unrotated boxes with turns, mirrors and heads."""

from dataclasses import dataclass
from itertools import pairwise

from tests.corpus.make.geometry import Con, Shp

EMU = 12700
GEOMETRY = {
    "flowchart": {
        "mulai": "flowChartTerminator",
        "selesai": "flowChartTerminator",
        "proses": "flowChartProcess",
        "keputusan": "flowChartDecision",
        "halaman": "flowChartOffpageConnector",
        "dokumen": "flowChartDocument",
        "data": "flowChartInputOutput",
        "bulat": "flowChartConnector",
    },
    "dasar": {
        "mulai": "roundRect",
        "selesai": "roundRect",
        "proses": "rect",
        "keputusan": "diamond",
        "halaman": "flowChartOffpageConnector",
        "dokumen": "flowChartDocument",
        "data": "flowChartInputOutput",
        "bulat": "flowChartConnector",
    },
    "elips": {
        "mulai": "ellipse",
        "selesai": "ellipse",
        "proses": "flowChartPredefinedProcess",
        "keputusan": "flowChartDecision",
        "halaman": "flowChartOffpageConnector",
        "dokumen": "flowChartDocument",
        "data": "flowChartInputOutput",
        "bulat": "flowChartConnector",
    },
    "campur": {
        "mulai": "flowChartTerminator",
        "selesai": "roundRect",
        "proses": "rect",
        "keputusan": "flowChartDecision",
        "halaman": "flowChartOffpageConnector",
        "dokumen": "flowChartDocument",
        "data": "flowChartInputOutput",
        "bulat": "flowChartConnector",
    },
}


for _names in GEOMETRY.values():
    _names |= {
        "gambar": "rect",
        "putih": "rect",
        "segitiga b": "flowChartMerge",
        "segitiga t": "triangle",
        "segitiga r": "triangle",
        "segitiga l": "triangle",
    }
TURNS = {"segitiga r": 5400000, "segitiga l": 16200000}


@dataclass(frozen=True)
class Frame:
    """One drawn thing as Word keeps it: unrotated box, geometry, turn, mirror, arrowheads."""

    left: float
    top: float
    width: float
    height: float
    prst: str
    is_line: bool = False
    rot: int = 0
    flip_h: bool = False
    flip_v: bool = False
    adj: int | None = None
    head: str = ""  # headEnd | tailEnd | both | (none)
    text: str = ""
    is_label: bool = False
    kind: str = ""
    path: tuple[tuple[float, float], ...] = ()  # a line drawn by hand, from its own corner
    fill: str = ""  # a colour without an outline


def freeform(con: Con) -> Frame:
    """An arrow as one line drawn with the pen, corner by corner."""
    xs, ys = [x for x, _ in con.points], [y for _, y in con.points]
    left, top = min(xs), min(ys)
    path = tuple((x - left, y - top) for x, y in con.points)
    size = (max(max(xs) - left, 0.1), max(max(ys) - top, 0.1))
    return Frame(left, top, *size, "", is_line=True, head="tailEnd", path=path)


def frame_of_shape(shape: Shp, names: str, coloured: str = "") -> Frame:
    """``coloured``: the one colour of all symbols, which have no outline then."""
    fill = "FFFFFF" if shape.kind == "putih" else coloured
    return Frame(
        shape.left,
        shape.top,
        shape.right - shape.left,
        shape.bottom - shape.top,
        GEOMETRY[names][shape.kind],
        text=shape.text,
        kind=shape.kind,
        rot=TURNS.get(shape.kind, 0),
        fill="000000" if shape.kind.startswith("segitiga") else fill,
    )


def frames_of_connector(con: Con, *, pieces: bool = False, headless: bool = False) -> list[Frame]:
    """The line of an arrow, as one bent connector or as straight pieces in a row."""
    end = "" if headless else "tailEnd"
    p = con.points
    if len(p) == 2 or pieces:
        segments = list(pairwise(p))
        return [
            straight(a, b, end if i == len(segments) - 1 else "")
            for i, (a, b) in enumerate(segments)
        ]
    if len(p) == 3:
        if p[0][1] == p[1][1]:
            return [bent2(p[0], p[2], end)]
        return [bent2(p[2], p[0], "headEnd" if end else "")]
    if p[0][1] == p[1][1]:
        return [bent_hvh(p, end)]
    return [bent_vhv(p, end)]


def straight(a: tuple[float, float], b: tuple[float, float], head: str) -> Frame:
    return Frame(
        min(a[0], b[0]),
        min(a[1], b[1]),
        abs(b[0] - a[0]),
        abs(b[1] - a[1]),
        "straightConnector1",
        is_line=True,
        flip_h=b[0] < a[0],
        flip_v=b[1] < a[1],
        head=head,
    )


def bent2(a: tuple[float, float], b: tuple[float, float], head: str) -> Frame:
    """Across, then up or down."""
    base = straight(a, b, head)
    return Frame(
        base.left, base.top, base.width, base.height, "bentConnector2",
        is_line=True, flip_h=base.flip_h, flip_v=base.flip_v, head=head,
    )  # fmt: skip


def bent_hvh(p: tuple[tuple[float, float], ...], head: str) -> Frame:
    """Across to the lane, along it, across to the target."""
    a, b, lane = p[0], p[3], p[1][0]
    width = max(abs(b[0] - a[0]), 1.0)
    flip = b[0] < a[0]
    adj = round((a[0] - lane if flip else lane - a[0]) / width * 100000)
    return Frame(
        min(a[0], b[0]), min(a[1], b[1]), width, abs(b[1] - a[1]), "bentConnector3",
        is_line=True, flip_h=flip, flip_v=b[1] < a[1], adj=adj, head=head,
    )  # fmt: skip


def bent_vhv(p: tuple[tuple[float, float], ...], head: str) -> Frame:
    """Down, across, down: the same connector turned by a quarter."""
    a, b, middle = p[0], p[3], p[1][1]
    length, breadth = abs(b[1] - a[1]), abs(b[0] - a[0])
    cx, cy = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    adj = round((middle - a[1]) / length * 100000)
    return Frame(
        cx - length / 2, cy - breadth / 2, length, breadth, "bentConnector3",
        is_line=True, rot=5400000, flip_v=b[0] > a[0], adj=adj, head=head,
    )  # fmt: skip


def frame_of_label(con: Con) -> Frame:
    left, top, right, bottom = con.label_at or (0, 0, 0, 0)
    return Frame(left, top, right - left, bottom - top, "rect", text=con.label, is_label=True)


def emu(points: float) -> int:
    return round(points * EMU)


def scaled(f: Frame) -> Frame:
    return Frame(
        f.left * 2, f.top * 2, f.width * 2, f.height * 2, f.prst, f.is_line, f.rot, f.flip_h,
        f.flip_v, f.adj, f.head, f.text, f.is_label, f.kind, f.path, f.fill,
    )  # fmt: skip

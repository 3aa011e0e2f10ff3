"""Operators on symbols and arrows, over all formats."""

from dataclasses import replace
from random import Random
from typing import Any

from tests.corpus.make.geometry import Shp


def pictures_as_symbols(host: Any, random: Random) -> None:
    """One or two symbols are pictures: the actor is sure, the kind is asked."""
    own = [s for s in host.drawing.shapes if s.no]
    for shape in random.sample(own, k=min(len(own), random.choice((1, 2)))):
        host.kinds[shape.key] = "gambar"


def heads_as_triangles(host: Any, random: Random) -> None:
    """Lines without heads; every head is a triangle of its own."""
    del random
    for con in host.drawing.connectors:
        (x, y), (bx, by) = con.points[-1], con.points[-2]
        side = ("r" if x > bx else "l") if abs(x - bx) > abs(y - by) else ("b" if y > by else "t")
        dx, dy = {"r": (-2, 0), "l": (2, 0), "b": (0, -2), "t": (0, 2)}[side]
        cx, cy = x + dx, y + dy
        box = (cx - 2, cy - 2, cx + 2, cy + 2)
        host.drawing.shapes.append(Shp(f"t{con.key}", f"segitiga {side}", con.halaman, *box, ""))


def white_boxes(host: Any, random: Random) -> None:
    """White boxes without an outline, over free cells: something lay there once."""
    rows = list(host.rows.values())
    for i, row in enumerate(random.sample(rows, k=min(2, len(rows)))):
        taken = [s for s in host.drawing.shapes if s.no == row.no]
        free = [(a, b) for a, b in host.columns if not any(a - 2 < s.cx < b + 2 for s in taken)]
        free = [span for span in free if is_quiet(host, row.halaman, span, row.cy)]
        if free:
            left, right = random.choice(free)
            box = (left + 6, row.cy - 8, right - 6, row.cy + 8)
            host.drawing.shapes.append(Shp(f"w{i}", "putih", row.halaman, *box, ""))


def is_quiet(host: Any, page: int, span: tuple[float, float], y: float) -> bool:
    """Whether no arrow passes where the box would lie."""
    for con in host.drawing.connectors:
        if con.halaman != page:
            continue
        for (ax, ay), (bx, by) in zip(con.points, con.points[1:], strict=False):
            is_across = max(ax, bx) >= span[0] and min(ax, bx) <= span[1]
            if is_across and max(ay, by) >= y - 10 and min(ay, by) <= y + 10:
                return False
    return True


def symbols_fill_cells(host: Any, random: Random) -> None:
    """Boxes almost as large as their cells."""
    inset = random.choice((1.5, 3.0))
    for shape in list(host.drawing.shapes):
        row = host.rows.get(shape.no)
        if shape.kind != "proses" or row is None or len(host.drawing.of_step(shape.no)) > 1:
            continue
        left, right = next((a, b) for a, b in host.columns if a <= shape.cx <= b)
        if shape.right - shape.left > right - left:
            continue  # over two columns
        high = min(row.bottom - row.ruang_bawah - row.cy, row.cy - row.top - row.ruang_atas) - inset
        moved(host, shape, (left + inset, row.cy - high, right - inset, row.cy + high))


def symbols_at_the_edge(host: Any, random: Random) -> None:
    """Boxes that touch the line at the left or right of their column."""
    for shape in random.sample(list(host.drawing.shapes), k=min(3, len(host.drawing.shapes))):
        if shape.kind != "proses" or not shape.no:
            continue
        left, right = next((a, b) for a, b in host.columns if a <= shape.cx <= b)
        by = random.choice((left - shape.left, right - shape.right))
        moved(host, shape, (shape.left + by, shape.top, shape.right + by, shape.bottom))


def moved(host: Any, shape: Shp, box: tuple[float, float, float, float]) -> None:
    """The symbol in another box, and the ends of its arrows with it."""
    left, top, right, bottom = box
    new = replace(shape, left=left, top=top, right=right, bottom=bottom)
    host.drawing.shapes[:] = [new if s.key == shape.key else s for s in host.drawing.shapes]
    for i, con in enumerate(host.drawing.connectors):
        points = list(con.points)
        for end, at, side in ((con.start, 0, con.keluar), (con.end, -1, con.masuk)):
            if end != shape.key:
                continue
            x, y = new.side(side)
            beside = 1 if at == 0 else -2
            if len(points) > 2:
                bx, by = points[beside]
                points[beside] = (x, by) if side in "tb" else (bx, y)
            points[at] = (x, y)
        host.drawing.connectors[i] = replace(con, points=tuple(points))


def questions_in_diamonds(host: Any, random: Random) -> None:
    """The question stands in the diamond: "Lengkap?"."""
    for shape in list(host.drawing.shapes):
        if shape.kind == "keputusan":
            asked = replace(shape, text=random.choice(("Lengkap?", "Sesuai?", "OK?", "Setuju?")))
            host.drawing.shapes[:] = [
                asked if s.key == shape.key else s for s in host.drawing.shapes
            ]


def filled_symbols(host: Any, random: Random) -> None:
    """Symbols of one colour without an outline."""
    host.coloured = random.choice(("4472C4", "BDD7EE", "70AD47"))

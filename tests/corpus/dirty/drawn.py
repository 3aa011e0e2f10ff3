"""Operators on the symbols and arrows of the drawing."""

from dataclasses import replace
from random import Random

from tests.corpus.dirty.paper import Paper
from tests.corpus.make.geometry import Con, Shp


def heads_in_one_path(paper: Paper, random: Random) -> None:
    del random
    paper.arrows = "satu"


def heads_in_three_paths(paper: Paper, random: Random) -> None:
    del random
    paper.arrows = "tiga"


def steps_of_truth(paper: Paper) -> dict[str, dict[str, object]]:
    return {step["no"]: step for step in paper.truth["sop"]["langkah"]}


def box_over_two_columns(paper: Paper, random: Random) -> None:
    """A box that lies over the columns of two neighbouring actors, which both do the step."""
    names, spans = list(paper.sop.pelaksana), paper.columns
    choices = [
        s
        for s in paper.drawing.shapes
        if s.kind == "proses" and s.no and len(paper.drawing.of_step(s.no)) == 1
    ]
    if not choices or len(names) < 2:
        return
    shape = random.choice(choices)
    column = next(i for i in range(len(names)) if spans[i][0] < shape.cx < spans[i][1])
    other = column + 1 if column + 1 < len(names) else column - 1
    left, right = sorted((column, other))
    wide = replace(shape, left=spans[left][0] + 12, right=spans[right][1] - 12)
    swap(paper, wide)
    steps_of_truth(paper)[shape.no]["pelaksana"] = [names[left], names[right]]


def swap(paper: Paper, shape: Shp) -> None:
    """The symbol in place of the one of the same key; arrows at its sides follow."""
    old = next(s for s in paper.drawing.shapes if s.key == shape.key)
    paper.drawing.shapes = [shape if s.key == shape.key else s for s in paper.drawing.shapes]
    for i, con in enumerate(paper.drawing.connectors):
        points = list(con.points)
        if con.start == shape.key and con.keluar in "lr":
            points[0] = shape.side(con.keluar)
        if con.end == shape.key and con.masuk in "lr":
            points[-1] = shape.side(con.masuk)
        paper.drawing.connectors[i] = replace(con, points=tuple(points))
    assert old.no == shape.no


def pictures_as_symbols(paper: Paper, random: Random) -> None:
    """One symbol is a small picture: the actor is sure, the shape is asked."""
    shape = random.choice([s for s in paper.drawing.shapes if s.no])
    paper.kinds[shape.key] = "gambar"


def other_symbols(paper: Paper, random: Random) -> None:
    """A document or a parallelogram where the form knows only a box."""
    boxes = [s for s in paper.drawing.shapes if s.kind == "proses" and s.no]
    for shape in random.sample(boxes, k=min(2, len(boxes))):
        paper.kinds[shape.key] = random.choice(("dokumen", "data"))


def label_between_exits(paper: Paper, random: Random) -> None:
    """The label of one exit lies as near to the other exit."""
    del random
    for con in paper.drawing.connectors:
        others = [c for c in paper.drawing.connectors if c.start == con.start and c is not con]
        if con.label and con.label_at and others:
            (ax, ay), (bx, by) = con.points[0], others[0].points[0]
            x, y = (ax + bx) / 2, (ay + by) / 2
            wide = con.label_at[2] - con.label_at[0]
            at = (x - wide / 2, y - 5, x + wide / 2, y + 5)
            put(paper, replace(con, label_at=at))
            return


def put(paper: Paper, con: Con) -> None:
    found = paper.drawing.connectors
    paper.drawing.connectors = [con if c.key == con.key else c for c in found]


def several_symbols(paper: Paper, random: Random) -> None:
    """A second symbol in the row, with an arrow to it from the first; it leads on to nothing."""
    added = neighbour(paper, random, ("proses", "mulai"))
    if added is None:
        return
    first, second = added
    out, into = ("r", "l") if second.cx > first.cx else ("l", "r")
    points = (first.side(out), second.side(into))
    key = f"d{len(paper.drawing.connectors)}"
    paper.drawing.connectors.append(
        Con(key, first.halaman, first.key, second.key, out, into, points)
    )
    add_inner(paper, first.no, None)


def loop_in_row(paper: Paper, random: Random) -> None:
    """A decision that goes to a box of its own row, and back from it."""
    added = neighbour(paper, random, ("keputusan",))
    if added is None:
        return
    first, second = added
    out, into = ("r", "l") if second.cx > first.cx else ("l", "r")
    there = (first.side(out), second.side(into))
    key = f"d{len(paper.drawing.connectors)}"
    paper.drawing.connectors.append(
        Con(key, first.halaman, first.key, second.key, out, into, there, "Perbaiki")
    )
    add_inner(paper, first.no, "Perbaiki")


def add_inner(paper: Paper, no: str, label: str | None) -> None:
    """The truth of an arrow from the first to the second actor of a row."""
    step = steps_of_truth(paper)[no]
    first, second = step["pelaksana"][:2]  # type: ignore[index]
    step["dalam"] = [[first, second, label]]


def neighbour(paper: Paper, random: Random, kinds: tuple[str, ...]) -> tuple[Shp, Shp] | None:
    """A symbol that stands alone in its row, and a new box in the free column beside it."""
    names, spans = list(paper.sop.pelaksana), paper.columns
    for shape in random.sample(paper.drawing.shapes, k=len(paper.drawing.shapes)):
        if shape.kind not in kinds or not shape.no or len(paper.drawing.of_step(shape.no)) > 1:
            continue
        if any(e[0] == shape.key and e[1] in "lr" for e in ends(paper)):
            continue
        column = next((i for i in range(len(names)) if spans[i][0] < shape.cx < spans[i][1]), None)
        if column is None:  # a box over two columns
            continue
        free = [i for i in (column + 1, column - 1) if 0 <= i < len(names)]
        free = [i for i in free if not crossed(paper, shape, i)]
        if not free:
            continue
        other = free[0]
        x = sum(spans[other]) / 2
        new = replace(shape, key=f"{shape.key}+", kind="proses", left=x - 15, right=x + 15, text="")
        paper.drawing.shapes.append(new)
        step = steps_of_truth(paper)[shape.no]
        step["pelaksana"] = [*step["pelaksana"], names[other]]  # type: ignore[misc]
        return shape, new
    return None


def ends(paper: Paper) -> list[tuple[str, str]]:
    cons = paper.drawing.connectors
    return [(c.start, c.keluar) for c in cons] + [(c.end, c.masuk) for c in cons]


def crossed(paper: Paper, shape: Shp, column: int) -> bool:
    """Whether an arrow passes through the cell in which the new symbol would stand."""
    left, right = paper.columns[column]
    top, bottom = shape.top - 6, shape.bottom + 6
    for con in paper.drawing.connectors:
        if con.halaman != shape.halaman:
            continue
        for (ax, ay), (bx, by) in zip(con.points, con.points[1:], strict=False):
            is_across = max(ax, bx) > left and min(ax, bx) < right
            if is_across and max(ay, by) > top and min(ay, by) < bottom:
                return True
    return False


def numbered_connectors(paper: Paper, random: Random) -> None:
    """A far arrow in two halves, each with a small circle that bears the same number."""
    far = [
        c
        for c in paper.drawing.connectors
        if len(c.points) == 4
        and c.keluar in "lr"
        and c.masuk in "lr"
        and abs(c.points[1][1] - c.points[2][1]) > 70
    ]
    if not far:
        return
    con = random.choice(far)
    paper.drawing.connectors = [c for c in paper.drawing.connectors if c.key != con.key]
    for half, (end, turn) in enumerate(
        ((con.points[0], con.points[1]), (con.points[3], con.points[2]))
    ):
        side = 1 if turn[0] > end[0] else -1
        x, y = end[0] + side * 14, end[1]
        circle = Shp(
            f"n{con.key}{half}", "halaman", con.halaman, x - 5, y - 5, x + 5, y + 5, "", "1"
        )
        paper.drawing.shapes.append(circle)
        paper.kinds[circle.key] = "bulat"
        near = (x - side * 5, y)
        key = f"{con.key}{half}"
        if half == 0:
            label = con.label
            new = Con(key, con.halaman, con.start, circle.key, con.keluar, "l", (end, near), label)
            paper.drawing.connectors.append(replace(new, label_at=con.label_at))
        else:
            new = Con(key, con.halaman, circle.key, con.end, "r", con.masuk, (near, end))
            paper.drawing.connectors.append(new)

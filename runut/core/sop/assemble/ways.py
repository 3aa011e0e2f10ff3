"""Drawn ways understood as flow: which step leads to which, under which condition."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from runut.core.sop.assemble.columns_of import Columned
from runut.core.sop.assemble.nets import Point, Way, border_gap, draw_ways
from runut.core.sop.assemble.places import Placed
from runut.core.sop.canvas import Box, Page, ShapeKind
from runut.core.sop.items import listed, normal

_YES: Final = listed(
    "ya y yes iya setuju disetujui sesuai lengkap memenuhi layak ok oke benar valid diterima"
)
_NO_WORDS: Final = listed("tidak t tdk no tolak ditolak revisi belum kurang")
_PRINTED: Final = {"y": "Ya", "yes": "Ya", "iya": "Ya", "ya": "Ya", "t": "Tidak", "no": "Tidak"}
_LONGEST_LABEL: Final = 30
_LABEL_REACH: Final = 60.0
"""Points from the beginning of a line within which its label is looked for."""


@dataclass(frozen=True)
class Label:
    """A word that names an exit of a decision, and where it stands."""

    text: str
    halaman: int
    box: Box


@dataclass(frozen=True)
class Exit:
    """A way from one step to another (counted from 0)."""

    start: int
    end: int
    jika: str | None
    keyakinan: float
    alasan: str = ""


def exit_label(text: str) -> str | None:
    """The label of a decision's exit as we print it, or ``None``.

    >>> exit_label("Tdk"), exit_label("tidak setuju"), exit_label("Kasubag")
    ('Tidak', 'Tidak setuju', None)
    """
    plain = normal(text).strip(" .:()[]/-")
    words = re.findall(r"[a-z]+", plain.casefold())
    if not words or len(plain) > _LONGEST_LABEL or len(words) > 3:
        return None
    if words == ["tdk"]:
        return "Tidak"
    if words[0] in _YES | _NO_WORDS and (
        len(words) == 1 or words[0] in {"tidak", "ya", "tdk", "belum"}
    ):
        return _PRINTED.get(plain.casefold(), plain[:1].upper() + plain[1:].lower())
    return None


def is_no(label: str | None) -> bool:
    """Whether a label refuses."""
    return bool(label) and normal(label or "").casefold().split()[0] in _NO_WORDS


def read_exits(
    pages: Sequence[Page], placed: Sequence[Placed], columned: Sequence[Columned]
) -> tuple[Exit, ...]:
    """The ways between steps over all pages; connectors between pages are followed."""
    edges: list[tuple[Placed, Placed, Way, str | None]] = []
    for page in pages:
        own = [one for one in placed if one.halaman == page.number and _can_hold(one)]
        ways = draw_ways([one.shape for one in own], page.connectors)
        named = _with_labels(ways, own, _labels(page, columned))
        edges.extend((own[way.start], own[way.end], way, jika) for way, jika in named)
    return _between_steps(_over_pages(edges, placed))


def _can_hold(one: Placed) -> bool:
    return one.step is not None or one.shape.kind is ShapeKind.OFF_PAGE


def _labels(page: Page, columned: Sequence[Columned]) -> list[Label]:
    found = [
        Label(label, page.number, words.box)
        for words in page.words
        if words.box and (label := exit_label(words.text))
    ]
    found += [
        Label(label, page.number, shape.box)
        for shape in page.shapes
        if shape.kind is ShapeKind.OTHER and (label := exit_label(shape.text))
    ]
    for one in columned:
        if one.grid.page.number == page.number:
            found += _labels_in_cells(one)
    return list(dict.fromkeys(found))


def _labels_in_cells(one: Columned) -> list[Label]:
    return [
        Label(label, one.grid.page.number, cell.box)
        for cell in one.grid.table.cells
        if cell.box and cell.row >= one.start and one.column_of_cell(cell) in one.head.actors
        for line in cell.text.split("\n")
        if (label := exit_label(line))
    ]


def _with_labels(
    ways: Sequence[Way], own: Sequence[Placed], labels: Sequence[Label]
) -> list[tuple[Way, str | None]]:
    """Each way out of a decision with the label nearest to its beginning; a label is used once."""
    named: dict[int, str] = {}
    pairs: list[tuple[float, int, int]] = []
    for place, way in enumerate(ways):
        if said := exit_label(way.text):
            named[place] = said
        elif own[way.start].shape.kind is ShapeKind.DECISION:
            pairs += [
                (gap, place, count)
                for count, label in enumerate(labels)
                if (gap := _label_gap(label, way.line)) <= _LABEL_REACH
            ]
    used: set[int] = set()
    for _, place, count in sorted(pairs):
        if place not in named and count not in used:
            named[place] = labels[count].text
            used.add(count)
    return [(way, named.get(place)) for place, way in enumerate(ways)]


def _label_gap(label: Label, line: Sequence[Point]) -> float:
    """How far a label stands from the first part of a line."""
    points = [line[0]]
    for a, b in pairwise(line):
        points += [
            (a[0] + (b[0] - a[0]) * s / 4, a[1] + (b[1] - a[1]) * s / 4) for s in (1, 2, 3, 4)
        ]
    return min(max(border_gap(p, label.box), 0) + 2.0 * count for count, p in enumerate(points))


def _over_pages(
    edges: Sequence[tuple[Placed, Placed, Way, str | None]], placed: Sequence[Placed]
) -> list[Exit]:
    """The ways with each pair of connectors between pages taken out."""
    found: list[Exit] = []
    into: list[tuple[Placed, Placed, Way, str | None]] = []
    out: list[tuple[Placed, Placed, Way, str | None]] = []
    for edge in edges:
        start, end, way, jika = edge
        if end.step is None and start.step is not None:
            into.append(edge)
        elif start.step is None and end.step is not None:
            out.append(edge)
        elif start.step is not None and end.step is not None:
            sure = min(way.keyakinan, start.keyakinan, end.keyakinan)
            found.append(Exit(start.step, end.step, jika, sure))
    for one, other in _paired(into, out):
        start, end = one[0], other[1]
        if start.step is not None and end.step is not None:
            sure = min(one[2].keyakinan, other[2].keyakinan, start.keyakinan, end.keyakinan)
            found.append(Exit(start.step, end.step, one[3] or other[3], sure))
    return found


def _paired(
    into: Sequence[tuple[Placed, Placed, Way, str | None]],
    out: Sequence[tuple[Placed, Placed, Way, str | None]],
) -> Iterable[
    tuple[tuple[Placed, Placed, Way, str | None], tuple[Placed, Placed, Way, str | None]]
]:
    """By their letter where both have one; else the next page's, in the order of the page."""
    free = list(out)
    for one in sorted(into, key=lambda edge: (edge[1].halaman, edge[1].shape.box.left)):
        name = normal(one[1].shape.text).casefold()
        alike = [o for o in free if name and normal(o[0].shape.text).casefold() == name]
        near = [
            o
            for o in free
            if o[0].halaman == one[1].halaman + 1 and not (name and o[0].shape.text.strip())
        ]
        chosen = alike or sorted(near, key=lambda o: o[0].shape.box.left)[:1]
        for other in chosen[:1]:
            yield one, other
            free = [o for o in free if o[0] is not other[0]] if not alike else free


def _between_steps(found: Sequence[Exit]) -> tuple[Exit, ...]:
    """Each way once; a way within one step is none."""
    best: dict[tuple[int, int, str | None], Exit] = {}
    for one in found:
        key = (one.start, one.end, one.jika)
        if one.start != one.end and (key not in best or best[key].keyakinan < one.keyakinan):
            best[key] = one
    labelled = {(start, end) for start, end, jika in best if jika}
    return tuple(
        replace(one)
        for (start, end, jika), one in best.items()
        if jika or (start, end) not in labelled
    )

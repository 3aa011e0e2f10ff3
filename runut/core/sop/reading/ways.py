"""Drawn ways understood as flow: which step leads to which, under which condition."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeAlias

from runut.core.sop.form.labels import letters
from runut.core.sop.reading.canvas import Box, Page, ShapeKind
from runut.core.sop.reading.columns import Columned
from runut.core.sop.reading.nets import Point, Way, border_gap, draw_ways
from runut.core.sop.reading.places import PlacedShape
from runut.core.words.items import listed, normal

_YES: Final = listed(
    "ya y yes iya setuju disetujui sesuai lengkap memenuhi layak ok oke benar valid diterima"
)
_NO_WORDS: Final = listed("tidak t tdk no tolak ditolak revisi belum kurang")
_BEFORE_WORDS: Final = listed("tidak ya tdk belum")
_PRINTED: Final = {
    **dict.fromkeys(("y", "yes", "iya", "ya"), "Ya"),
    **dict.fromkeys(("t", "no", "tdk", "tidak"), "Tidak"),
}
_AROUND: Final = " .:()[]/-?!"
_LESS_LIKELY: Final = 4.0
"""Points by which a word of no known meaning must be nearer to a line than Ya or Tidak."""
_LONGEST_LABEL: Final = 30
_MOST_LABELS: Final = 200
_LABEL_REACH: Final = 60.0
"""Points from the beginning of a line within which its label is looked for."""

_SAME_PLACE: Final = 8.0
"""Points within which two lines leave a symbol at one place."""
_BESIDE_ONE_ANOTHER: Final = 0.6
_TOGETHER: Final = "Kedua panahnya keluar di tempat yang sama, jadi labelnya dapat tertukar."
_ONE_GOAL: Final = "Semua jawabannya terbaca menuju langkah yang sama."
_AS_NEAR: Final = 3.0
_BETWEEN: Final = "Labelnya tertulis sama dekat dengan dua panah, jadi dapat tertukar."
_HEADED: Final = 0.9
"""How sure a line with an arrowhead is; one without joins the symbols of one step."""
_BESIDE: Final = 18.0
"""Points from a decision to the middle of a label that no line claims, and yet is its own."""

Edge: TypeAlias = tuple[PlacedShape, PlacedShape, Way, str | None]


@dataclass(frozen=True)
class Label:
    """A word that names an exit of a decision, and where it stands.

    ``is_known``: it answers by itself (Ya, Tidak); other words only answer beside a decision.
    ``is_placed``: its own place is known, not only that of the symbol it belongs to.
    """

    text: str
    said: str
    halaman: int
    box: Box
    is_known: bool
    is_placed: bool = True


@dataclass(frozen=True)
class Exit:
    """A way from one step to another (counted from 0)."""

    start: int
    end: int
    jika: str | None
    keyakinan: float
    alasan: str = ""


@dataclass(frozen=True)
class Inner:
    """A way inside one step (counted from 0) between the columns (of the head) of two actors."""

    step: int
    dari: int
    ke: int
    jika: str | None


@dataclass(frozen=True)
class Exits:
    """All ways between steps, and the words (their letters) that were read as labels of ways.

    ``unled`` are labels (step, Ya or Tidak) beside a decision from which no line leads on.
    """

    ways: tuple[Exit, ...]
    said: frozenset[str]
    unled: tuple[tuple[int, str], ...] = ()
    inner: tuple[Inner, ...] = ()


def exit_label(text: str) -> str | None:
    """The label of a decision's exit as we print it, or ``None``.

    >>> exit_label("Tdk"), exit_label("tidak setuju"), exit_label("Verifikator")
    ('Tidak', 'Tidak setuju', None)
    """
    plain = normal(text).strip(_AROUND)
    whole = _PRINTED.get(letters(plain))
    if whole:
        return whole
    words = re.findall(r"[a-z]+", plain.casefold())
    if not words or len(plain) > _LONGEST_LABEL or len(words) > 3:
        return None
    if words[0] in _YES | _NO_WORDS and (len(words) == 1 or words[0] in _BEFORE_WORDS):
        return plain[:1].upper() + plain[1:].lower()
    return None


def may_answer(text: str) -> bool:
    """Whether words beside a line that leaves a decision can be its answer: Lama, Perlu revisi."""
    plain = normal(text).strip(_AROUND)
    is_short = 1 < len(plain) <= _LONGEST_LABEL and len(plain.split()) <= 3
    return is_short and all(sign.isalpha() or sign in " -/()" for sign in plain)


def is_no(label: str | None) -> bool:
    """Whether a label refuses."""
    return bool(label) and normal(label or "").casefold().split()[0] in _NO_WORDS


def read_exits(
    pages: Sequence[Page], placed: Sequence[PlacedShape], columned: Sequence[Columned]
) -> Exits:
    """The ways between steps over all pages; connectors between pages are followed."""
    edges: list[Edge] = []
    said: set[str] = set()
    unled: list[tuple[int, str]] = []
    for page in pages:
        on_page = (one for one in placed if one.halaman == page.number and _can_hold(one))
        own = list({id(one.shape): one for one in on_page}.values())
        ways = draw_ways([one.shape for one in own], page.connectors)
        labels = _labels(page, own, columned)
        named = _with_labels(ways, own, labels)
        for way, label in _asked(named):
            edges.append((own[way.start], own[way.end], way, label.text if label else None))
            said |= {letters(label.said)} if label else set()
        used = {id(label) for _, label in named if label}
        unled += _unled(own, [label for label in labels if id(label) not in used])
    said |= {letters(text) for _, text in unled}
    between = _doubted(_between_steps(_over_pages(edges, placed)))
    return Exits(between, frozenset(said), tuple(unled), _within(edges))


def _doubted(ways: Sequence[Exit]) -> tuple[Exit, ...]:
    """Answers of one decision that all lead to the same step decide nothing: one was misread."""
    goals: dict[int, set[int]] = {}
    answers: dict[int, set[str]] = {}
    for way in ways:
        goals.setdefault(way.start, set()).add(way.end)
        answers.setdefault(way.start, set()).update([way.jika] if way.jika else [])
    return tuple(
        replace(way, keyakinan=min(way.keyakinan, _BESIDE_ONE_ANOTHER), alasan=_ONE_GOAL)
        if len(goals[way.start]) == 1 and len(answers[way.start]) > 1
        else way
        for way in ways
    )


def _within(edges: Sequence[Edge]) -> tuple[Inner, ...]:
    """The ways between two actors of one step."""
    found = [
        Inner(start.step, start.actor, end.actor, jika)
        for start, end, way, jika in edges
        if start.step is not None and start.step == end.step and way.keyakinan >= _HEADED
        if start.actor is not None and end.actor is not None and start.actor != end.actor
    ]
    return tuple(dict.fromkeys(found))


def _asked(named: Sequence[tuple[Way, Label | None]]) -> list[tuple[Way, Label | None]]:
    """Ways out of one symbol that begin beside one another: which answer is whose is asked."""
    found = []
    for way, label in named:
        is_beside = any(
            other is not way and other.start == way.start and other.end != way.end and said
            and _leave_together(way.line, other.line)
            for other, said in named
        )  # fmt: skip
        is_between = bool(label) and not is_beside and _is_between(way, label, named)
        why = _TOGETHER if is_beside else _BETWEEN
        doubtful = replace(way, keyakinan=min(way.keyakinan, _BESIDE_ONE_ANOTHER), alasan=why)
        found.append((doubtful if label and (is_beside or is_between) else way, label))
    return found


def _is_between(way: Way, label: Label | None, named: Sequence[tuple[Way, Label | None]]) -> bool:
    """Whether a label stands as near to another way out of its symbol."""
    if label is None or not label.is_placed:
        return False
    own = _label_gap(label, way.line)
    others = [o for o, _ in named if o is not way and o.start == way.start and o.end != way.end]
    return any(abs(_label_gap(label, other.line) - own) < _AS_NEAR for other in others)


def _leave_together(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether two lines begin at the same place and run the same way."""
    if math.dist(one[0], other[0]) > _SAME_PLACE or min(len(one), len(other)) < 2:
        return False
    ways = [(line[1][0] - line[0][0], line[1][1] - line[0][1]) for line in (one, other)]
    return ways[0][0] * ways[1][0] + ways[0][1] * ways[1][1] > 0


def _unled(own: Sequence[PlacedShape], free: Sequence[Label]) -> list[tuple[int, str]]:
    """Answers that stand beside a decision though no line begins there."""
    decided = [one for one in own if one.shape.kind is ShapeKind.DECISION and one.step is not None]
    found = []
    for label in free:
        gaps = [(border_gap(_middle(label.box), one.shape.box), one.step) for one in decided]
        gap, step = min(gaps, key=lambda pair: pair[0], default=(_BESIDE + 1, None))
        if label.is_known and step is not None and gap <= _BESIDE:
            found.append((step, label.text))
    return found


def _middle(box: Box) -> Point:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _can_hold(one: PlacedShape) -> bool:
    return one.step is not None or one.shape.kind is ShapeKind.OFF_PAGE


def _labels(page: Page, own: Sequence[PlacedShape], columned: Sequence[Columned]) -> list[Label]:
    """Words of a page that may name an exit: loose ones, in boxes, in cells with a decision."""
    pieces = [(words.text, words.box) for words in page.words]
    pieces += [(s.text, s.box) for s in page.shapes if s.kind is ShapeKind.OTHER]
    for one in columned:
        if one.grid.page.number == page.number:
            pieces += _pieces_in_cells(one, own)
    found = (_label(text, page.number, box) for text, box in pieces if box)
    return list(dict.fromkeys(label for label in found if label))[:_MOST_LABELS]


def _label(text: str, halaman: int, box: Box) -> Label | None:
    if known := exit_label(text):
        return Label(known, text, halaman, box, is_known=True)
    if may_answer(text):
        return Label(normal(text).strip(_AROUND), text, halaman, box, is_known=False)
    return None


def _pieces_in_cells(one: Columned, own: Sequence[PlacedShape]) -> list[tuple[str, Box | None]]:
    """The lines in actors' cells, each in its share of the cell; only a decision's cell may say
    more than Ya and Tidak."""
    decided = [placed.shape.box for placed in own if placed.shape.kind is ShapeKind.DECISION]
    found: list[tuple[str, Box | None]] = []
    for cell in one.grid.table.cells:
        if not cell.box or cell.row < one.start or one.column_of_cell(cell) not in one.head.actors:
            continue
        lines = [line for line in cell.text.split("\n") if line.strip()]
        high = (cell.box.bottom - cell.box.top) / max(len(lines), 1)
        has_decision = any(_meet(cell.box, box) for box in decided)
        for count, line in enumerate(lines):
            top = cell.box.top + count * high
            box = Box(cell.box.left, top, cell.box.right, top + high)
            if exit_label(line) or has_decision:
                found.append((line, box))
    return found


def _meet(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > 0 and min(one.bottom, other.bottom) > max(one.top, other.top)


def _with_labels(
    ways: Sequence[Way], own: Sequence[PlacedShape], labels: Sequence[Label]
) -> list[tuple[Way, Label | None]]:
    """Each way out of a decision with the label nearest to its beginning; a label is used once."""
    named: dict[int, Label] = {}
    pairs: list[tuple[float, int, int]] = []
    for place, way in enumerate(ways):
        is_decided = own[way.start].shape.kind is ShapeKind.DECISION
        written = _label(way.text, own[way.start].halaman, own[way.start].shape.box)
        if written and (written.is_known or is_decided):
            named[place] = replace(written, is_placed=False)
        elif is_decided:
            pairs += _near(place, way, labels)
    used: set[int] = set()
    for _, place, count in sorted(pairs):
        if place not in named and count not in used:
            named[place] = labels[count]
            used.add(count)
    return [(way, named.get(place)) for place, way in enumerate(ways)]


def _near(place: int, way: Way, labels: Sequence[Label]) -> list[tuple[float, int, int]]:
    gaps = [
        (_label_gap(label, way.line) + (0.0 if label.is_known else _LESS_LIKELY), place, count)
        for count, label in enumerate(labels)
    ]
    return [one for one in gaps if one[0] <= _LABEL_REACH]


def _label_gap(label: Label, line: Sequence[Point]) -> float:
    """How far a label stands from the first part of a line."""
    points = [line[0]]
    for a, b in pairwise(line):
        points += [
            (a[0] + (b[0] - a[0]) * s / 4, a[1] + (b[1] - a[1]) * s / 4) for s in (1, 2, 3, 4)
        ]
    return min(max(border_gap(p, label.box), 0) + 2.0 * count for count, p in enumerate(points))


def _over_pages(edges: Sequence[Edge], placed: Sequence[PlacedShape]) -> list[Exit]:
    """The ways with each pair of connectors between pages taken out."""
    found: list[Exit] = []
    into: list[Edge] = []
    out: list[Edge] = []
    for edge in edges:
        start, end, way, jika = edge
        if end.step is None and start.step is not None:
            into.append(edge)
        elif start.step is None and end.step is not None:
            out.append(edge)
        elif start.step is not None and end.step is not None:
            sure = min(way.keyakinan, start.keyakinan, end.keyakinan)
            found.append(Exit(start.step, end.step, jika, sure, way.alasan))
    for one, other in _paired(into, out):
        start, end = one[0], other[1]
        if start.step is not None and end.step is not None:
            sure = min(one[2].keyakinan, other[2].keyakinan, start.keyakinan, end.keyakinan)
            found.append(Exit(start.step, end.step, one[3] or other[3], sure, one[2].alasan))
    return found


def _paired(
    into: Sequence[Edge],
    out: Sequence[Edge],
) -> Iterable[
    tuple[
        tuple[PlacedShape, PlacedShape, Way, str | None],
        tuple[PlacedShape, PlacedShape, Way, str | None],
    ]
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

"""Where the step table breaks over pages, and the off-page connectors that bridge the breaks.

PermenPANRB 35/2012: the pentagon links symbols on different pages. Every way that crosses a break
gets a letter of its own, at its start and at its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from runut.core.sop.drawing.tiles.model import TileStep, Way
from runut.core.sop.model import Bentuk

OFF_PAGE: Final = "\0"
"""Begins the number of a row that is a connector; no step of a form is numbered so."""


@dataclass(frozen=True)
class Crossing:
    """A way whose ends lie on different pages. Rows count from 0."""

    letter: str
    source: int
    target: int
    label: str

    @property
    def is_back(self) -> bool:
        return self.target < self.source


@dataclass(frozen=True)
class Part:
    """The rows of one page: connectors above, steps ``first`` to before ``last``, connectors below.

    The connectors belong to the first and the last row of the table on that page.
    """

    first: int
    last: int
    above: tuple[TileStep, ...]
    steps: tuple[TileStep, ...]
    below: tuple[TileStep, ...]

    @property
    def rows(self) -> tuple[TileStep, ...]:
        return self.above + self.steps + self.below


@dataclass(frozen=True)
class Room:
    """Heights in points: of each step's row, a connector's row, the page below its head.

    ``tail`` is what follows the last row of the form.
    """

    rows: tuple[float, ...]
    connector: float
    page: float
    tail: float = 0.0


def ways_of(steps: Sequence[TileStep], actors: Sequence[str]) -> tuple[tuple[int, int, str], ...]:
    """The ways that can be drawn, as rows of source and target and the label of the exit."""
    rows = {step.no: row for row, step in enumerate(steps) if set(step.actors) & set(actors)}
    found: dict[tuple[int, int], list[str]] = {}
    for step in steps:
        for way in step.ways:
            if step.no in rows and way.to in rows:
                labels = found.setdefault((rows[step.no], rows[way.to]), [])
                labels += [way.label] if way.label else []
    return tuple((*ends, " / ".join(labels)) for ends, labels in found.items())


def split(ways: Sequence[tuple[int, int, str]], room: Room) -> tuple[tuple[int, int], ...]:
    """The pages as (first, last) rows: the fewest pages, then the fewest crossings, then even.

    A row taller than a page stands alone on one.
    """
    count = len(room.rows)

    @cache
    def best(first: int) -> tuple[tuple[int, int, float], tuple[tuple[int, int], ...]]:
        if first == count:
            return (0, 0, 0.0), ()
        found = []
        for last in range(first + 1, count + 1):
            crossings = sum((first <= s < last) != (first <= t < last) for s, t, _ in ways)
            left = _left(first, last, crossings, room)
            if sum(room.rows[first:last]) > room.page and last > first + 1:
                break
            if left < 0 and last > first + 1:
                continue
            (pages, letters, uneven), rest = best(last)
            cost = (pages + 1, letters + crossings, uneven + left**2)
            found.append((cost, ((first, last), *rest)))
        return min(found)

    for first in range(count, -1, -1):
        best(first)
    return best(0)[1]


def _left(first: int, last: int, crossings: int, room: Room) -> float:
    tail = room.tail if last == len(room.rows) else 0.0
    return room.page - sum(room.rows[first:last]) - crossings * room.connector - tail


def parts(
    steps: Sequence[TileStep], actors: Sequence[str], pages: Sequence[tuple[int, int]]
) -> tuple[Part, ...]:
    """The rows of every page, with their connectors."""
    page_of = {row: page for page, ends in enumerate(pages) for row in range(*ends)}
    across = [way for way in ways_of(steps, actors) if page_of[way[0]] != page_of[way[1]]]
    crossings = [Crossing(letter(n), *way) for n, way in enumerate(sorted(across))]
    return tuple(_part(steps, actors, ends, crossings) for ends in pages)


def letter(number: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …

    >>> [letter(n) for n in (0, 25, 26)]
    ['A', 'Z', 'AA']
    """
    head = letter(number // 26 - 1) if number >= 26 else ""
    return head + chr(ord("A") + number % 26)


def _part(
    steps: Sequence[TileStep],
    actors: Sequence[str],
    ends: tuple[int, int],
    crossings: Sequence[Crossing],
) -> Part:
    here = range(*ends)
    leaving = [c for c in crossings if c.source in here]
    coming = [c for c in crossings if c.target in here]
    outs = [_out(c, steps, actors) for c in leaving if c.is_back]
    ins = [_into(c, steps, actors) for c in coming if not c.is_back]
    downs = [_out(c, steps, actors) for c in leaving if not c.is_back]
    backs = [_into(c, steps, actors) for c in coming if c.is_back]
    inside = tuple(_with_letters(steps, row, leaving) for row in here)
    return Part(*ends, (*outs, *ins), inside, (*downs, *backs))


def _out(crossing: Crossing, steps: Sequence[TileStep], actors: Sequence[str]) -> TileStep:
    """The connector where a way leaves the page: below its step, or above all if it goes back."""
    actor = actors[0] if crossing.is_back else _lead(steps[crossing.source], actors)
    return TileStep(OFF_PAGE + crossing.letter, (actor,), Bentuk.PROSES)


def _into(crossing: Crossing, steps: Sequence[TileStep], actors: Sequence[str]) -> TileStep:
    """The connector where a way comes in from another page."""
    target = steps[crossing.target]
    actor = actors[0] if crossing.is_back else _lead(target, actors)
    return TileStep(OFF_PAGE + crossing.letter, (actor,), Bentuk.PROSES, (Way(target.no),))


def _lead(step: TileStep, actors: Sequence[str]) -> str:
    return next(actor for actor in step.actors if actor in actors)


def _with_letters(steps: Sequence[TileStep], row: int, leaving: Sequence[Crossing]) -> TileStep:
    """The step with its ways to other pages led to their connectors."""
    step = steps[row]
    to = {steps[c.target].no: c for c in leaving if c.source == row}
    ways = [
        Way(OFF_PAGE + to[way.to].letter, way.label) if way.to in to else way for way in step.ways
    ]
    return replace(step, ways=tuple(ways))

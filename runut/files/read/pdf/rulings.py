"""Which lines of a page rule its tables: those that end on one another, not on shapes."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from runut.files.read.pdf.strips import Strip, joined, touches

MOST_RULINGS: Final = 1_500
_SLACK: Final = 1.8
"""Points by which the end of a ruling may miss the ruling it ends on."""
_LONG: Final = 0.25
"""Lines over this share of the page's width may end in the open: tables without outer borders."""


def rulings_of(strips: Sequence[Strip], page_width: float) -> list[list[Strip]]:
    """The rulings of every table on the page, table by table, the largest first."""
    lines = joined(strips)
    if len(lines) > MOST_RULINGS:
        lines = sorted(lines, key=lambda s: -s.length)[:MOST_RULINGS]
    lines += _open_sides(lines, page_width)
    lines = _held(lines)
    tables = [group for group in _groups(lines) if _is_table(group)]
    return sorted(tables, key=lambda group: -sum(s.length for s in group))


def _open_sides(lines: Sequence[Strip], page_width: float) -> list[Strip]:
    """Borders that are not drawn: where three long lines end below one another in the open."""
    long = [s for s in lines if not s.is_upright and s.length >= _LONG * page_width]
    upright = [s for s in lines if s.is_upright]
    found = []
    for is_left in (True, False):
        ends = sorted((s.low if is_left else s.high, s.at) for s in long)
        for group in _near(ends):
            x, top, bottom = group[0][0], min(y for _, y in group), max(y for _, y in group)
            drawn = any(
                abs(s.at - x) <= 3 and s.low < bottom - 3 and s.high > top + 3 for s in upright
            )
            if len(group) >= 3 and not drawn:
                found.append(Strip(x, top, bottom, True))
    return found


def _near(ends: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    groups: list[list[tuple[float, float]]] = []
    for end in ends:
        if groups and end[0] - groups[-1][0][0] <= 1.5:
            groups[-1].append(end)
        else:
            groups.append([end])
    return groups


def _held(lines: list[Strip]) -> list[Strip]:
    """Without the lines that end in the open, again and again until none does."""
    kept = lines
    while True:
        index = {is_upright: _Index(kept, is_upright=is_upright) for is_upright in (False, True)}
        held = [
            line for line in kept if all(index[not line.is_upright].holds(p) for p in line.ends)
        ]
        if len(held) == len(kept):
            return held
        kept = held


class _Index:
    """The lines of one direction by their place, to find those at a point."""

    def __init__(self, lines: Iterable[Strip], *, is_upright: bool) -> None:
        own = (s for s in lines if s.is_upright is is_upright)
        self.lines = sorted(own, key=lambda s: s.at)
        self.places = [s.at for s in self.lines]
        self.is_upright = is_upright

    def at(self, point: tuple[float, float]) -> list[Strip]:
        across = point[0] if self.is_upright else point[1]
        first = bisect_left(self.places, across - _SLACK)
        last = bisect_left(self.places, across + _SLACK + 0.001)
        return [s for s in self.lines[first:last] if touches(point, s, _SLACK)]

    def holds(self, point: tuple[float, float]) -> bool:
        return bool(self.at(point))


def _groups(lines: Sequence[Strip]) -> list[list[Strip]]:
    """Lines that hang together: one ends on the other, or they cross."""
    flat = [s for s in lines if not s.is_upright]
    upright = sorted((s for s in lines if s.is_upright), key=lambda s: s.at)
    places = [s.at for s in upright]
    parent = {id(s): s for s in lines}

    def root(line: Strip) -> Strip:
        while parent[id(line)] is not line:
            line = parent[id(line)]
        return line

    for line in flat:
        first = bisect_left(places, line.low - _SLACK)
        last = bisect_left(places, line.high + _SLACK)
        for other in upright[first:last]:
            if other.low - _SLACK <= line.at <= other.high + _SLACK:
                one, two = root(line), root(other)
                parent[id(one)] = two
    found: dict[int, list[Strip]] = {}
    for line in lines:
        found.setdefault(id(root(line)), []).append(line)
    return list(found.values())


def _is_table(group: Sequence[Strip]) -> bool:
    upright = sum(s.is_upright for s in group)
    return upright >= 2 and len(group) - upright >= 2


def is_ruling(strip: Strip, rulings: Iterable[Strip]) -> bool:
    """Whether a painted line is a piece of a ruling."""
    return any(
        strip.is_upright is ruling.is_upright
        and abs(strip.at - ruling.at) <= 1.0
        and strip.low >= ruling.low - 1.0
        and strip.high <= ruling.high + 1.0
        for ruling in rulings
    )

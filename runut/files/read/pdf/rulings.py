"""Which lines of a page rule its tables: those that end on one another, not on shapes."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from runut.core.sop.reading.canvas import Box
from runut.files.read.pdf.strips import Strip, joined, touches

MOST_RULINGS: Final = 1_500
_SLACK: Final = 1.8
"""Points by which the end of a ruling may miss the ruling it ends on."""
_LONG: Final = 0.25
"""Lines over this share of the page's width may end in the open: tables without outer borders."""
_SHORTEST: Final = 6.0
"""Points: the shortest piece of a border that rules anything by itself."""
_OPEN: Final = 5.0
"""Points beyond the last line of a table from which on its sides enclose one more row."""
_ENDING: Final = 3
"""So many rows or columns, each across as many lines, end on a border and never on an arrow."""


def rulings_of(
    strips: Sequence[Strip], page_width: float, symbols: Sequence[Box] = ()
) -> list[list[Strip]]:
    """The rulings of every table on the page, table by table, the largest first.

    A line whose two ends are held by others is one for sure. From those on, a line that is held at
    one end only (too short, too long, broken by a stamp) is one too, unless it leads to a symbol.
    """
    lines = joined(strips)
    if len(lines) > MOST_RULINGS:
        lines = sorted(lines, key=lambda s: -s.length)[:MOST_RULINGS]
    lines += _open_sides(lines, page_width)
    core = _held(lines, _edges(lines))
    core = _grown(core, lines, symbols)
    loose = [line for line in lines if line not in set(core)]
    broken = _broken_off(loose, page_width)
    core += _held_at_one_end(_without_ways(loose, symbols, broken))
    tables = [_closed(group) for group in _groups(core) if _is_table(group)]
    return sorted(tables, key=lambda group: -sum(s.length for s in group))


def _grown(core: list[Strip], lines: Sequence[Strip], symbols: Sequence[Box]) -> list[Strip]:
    """Sure rulings and the lines that end on one of them or cross two, again and again."""
    kept = list(core)
    index = {is_upright: _Index(core, is_upright=is_upright) for is_upright in (False, True)}
    broken = {line for line in lines if _is_broken_off(line, index[not line.is_upright])}
    left = [line for line in _without_ways(lines, symbols, broken) if line not in set(core)]
    while kept and left:
        index = {is_upright: _Index(kept, is_upright=is_upright) for is_upright in (False, True)}
        new = [line for line in left if _meets(line, index[not line.is_upright])]
        if not new:
            break
        kept += new
        left = [line for line in left if line not in set(new)]
    return kept


def _broken_off(lines: Sequence[Strip], page_width: float) -> set[Strip]:
    """Borders that a stamp interrupts, in a table that no line closes: they hang on a long line."""
    long = [s for s in lines if s.length >= _LONG * page_width]
    index = {is_upright: _Index(lines, is_upright=is_upright) for is_upright in (False, True)}
    held = {is_upright: _Index(long, is_upright=is_upright) for is_upright in (False, True)}
    return {
        line
        for line in lines
        if len(index[not line.is_upright].crossed(line)) >= 2
        and any(
            not _bends(line, other)
            for end in line.ends
            for other in held[not line.is_upright].at(end)
        )
    }


def _is_broken_off(line: Strip, across: "_Index") -> bool:
    """Whether a line ends on a ruling and crosses another one: the rest of a border that a stamp
    interrupts, though it ends at the stamp as a way ends at a symbol."""
    return any(across.holds(end) for end in line.ends) and len(across.crossed(line)) >= 2


def _edges(lines: Sequence[Strip]) -> set[Strip]:
    """Pieces of the outer border, of which a stamp may have left no more: several rows or columns
    end on them. Arrows that meet on a line are never so many that cross the table."""
    index = {is_upright: _Index(lines, is_upright=is_upright) for is_upright in (False, True)}
    ended: Counter[Strip] = Counter()
    for line in lines:
        across = index[not line.is_upright]
        if len(across.crossed(line)) >= _ENDING:
            ended.update(edge for end in line.ends for edge in across.at(end))
    return {edge for edge, count in ended.items() if count >= _ENDING}


def _meets(line: Strip, across: "_Index") -> bool:
    """Whether a line ends on one of some rulings and goes along a cell, or crosses two."""
    if line.length < _SHORTEST:
        return False
    return any(across.holds(end) for end in line.ends) or len(across.crossed(line)) >= 2


def _held_at_one_end(lines: list[Strip]) -> list[Strip]:
    """Lines that end on one another or cross, where no two borders meet as they should."""
    kept = lines
    while True:
        index = {is_upright: _Index(kept, is_upright=is_upright) for is_upright in (False, True)}
        held = [line for line in kept if len(index[not line.is_upright].crossed(line)) >= 2]
        if len(held) == len(kept):
            return held
        kept = held


def _without_ways(
    lines: Sequence[Strip], symbols: Sequence[Box], borders: Collection[Strip] = ()
) -> list[Strip]:
    """Lines without those that lead from symbol to symbol, bend by bend; ``borders`` are none."""
    ways = [
        line
        for line in lines
        if line not in borders and any(_leads_to(line, box) for box in symbols)
    ]
    found, waiting = set(ways), list(ways)
    while waiting:
        way = waiting.pop()
        for other in lines:
            if other not in found and other.is_upright is not way.is_upright and _bends(way, other):
                found.add(other)
                waiting.append(other)
    return [line for line in lines if line not in found]


def _leads_to(line: Strip, box: Box) -> bool:
    """Whether a line ends on a side of a symbol, away from its corners."""
    low, high = (box.left, box.right) if line.is_upright else (box.top, box.bottom)
    first, last = (box.top, box.bottom) if line.is_upright else (box.left, box.right)
    inset = 0.15 * (high - low)
    is_beside = low + inset <= line.at <= high - inset
    return is_beside and (
        abs(line.high - first) <= _SLACK
        or abs(line.low - last) <= _SLACK
        or first < line.low < last
        or first < line.high < last
    )


def _bends(one: Strip, other: Strip) -> bool:
    """Whether two lines meet end to end."""
    return any(
        abs(a[0] - b[0]) <= _SLACK and abs(a[1] - b[1]) <= _SLACK
        for a in one.ends
        for b in other.ends
    )


def _closed(group: list[Strip]) -> list[Strip]:
    """A table with the outer border that is missing where three or more of its lines end."""
    found = list(group)
    for is_upright in (True, False):
        own = [s for s in group if s.is_upright is is_upright]
        across = [s.at for s in group if s.is_upright is not is_upright]
        for is_low in (True, False):
            edge = min(across) if is_low else max(across)
            ends = sorted((s.low if is_low else s.high, s.at) for s in own)
            open_ends = [e for e in ends if (edge - e[0] if is_low else e[0] - edge) > _OPEN]
            near = max(_near(open_ends), key=len, default=[])
            if len(near) >= 3:
                places = [at for _, at in near]
                found.append(Strip(near[0][0], min(places), max(places), not is_upright))
    return found


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


def _held(lines: list[Strip], edges: Collection[Strip]) -> list[Strip]:
    """Without the lines that end in the open, again and again until none but ``edges`` does."""
    kept = lines
    while True:
        index = {is_upright: _Index(kept, is_upright=is_upright) for is_upright in (False, True)}
        held = [
            line
            for line in kept
            if line in edges or all(index[not line.is_upright].holds(p) for p in line.ends)
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

    def crossed(self, line: Strip) -> list[Strip]:
        """The lines that cross another one or that it ends on, each place once."""
        first = bisect_left(self.places, line.low - _SLACK)
        last = bisect_left(self.places, line.high + _SLACK + 0.001)
        found: list[Strip] = []
        for other in self.lines[first:last]:
            if other.low - _SLACK <= line.at <= other.high + _SLACK and (
                not found or other.at - found[-1].at > 2 * _SLACK
            ):
                found.append(other)
        return found

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

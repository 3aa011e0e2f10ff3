"""Which unit of the file that came back is which unit of the copy that left.

Bookmarks say it where they are still there; words say it everywhere. Neither is trusted alone: a
bookmark can be carried away with a paste, and one sentence can stand in two places.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from runut.core.report.word.flow import Unit

_ALIKE = 0.5
"""Shared words of two paragraphs, as a part of all their words, from which they are one."""
_LARGEST_GAP = 6_000
"""Pairs that are looked at between two places that are sure; beyond that only equal words count."""


@dataclass(frozen=True)
class Alignment:
    """``of[n]``: the base unit that unit ``n`` is, or None; ``moved``: those out of their order."""

    of: tuple[int | None, ...]
    moved: frozenset[int]


def align(base: Sequence[Unit], new: Sequence[Unit]) -> Alignment:
    """Pair the units of both files; no base unit is given twice."""
    pairs = _sure(base, new)
    backbone = _longest_rising(sorted(pairs.items()))
    moved = {n: b for n, b in pairs.items() if n not in backbone}
    taken = set(moved.values())
    found = dict(backbone)
    spots = [(-1, -1), *sorted(backbone.items()), (len(new), len(base))]
    for (n1, b1), (n2, b2) in pairwise(spots):
        left = [b for b in range(b1 + 1, b2) if b not in taken]
        right = [n for n in range(n1 + 1, n2) if n not in moved]
        found.update(_between(base, new, left, right))
    found.update(moved)
    return Alignment(tuple(found.get(n) for n in range(len(new))), frozenset(moved))


def _sure(base: Sequence[Unit], new: Sequence[Unit]) -> dict[int, int]:
    """Words that occur once in both, then bookmarks, for what the words did not say."""
    pairs: dict[int, int] = {}
    used: set[int] = set()
    here, there = _once([one.text for one in base]), Counter(one.text for one in new)
    for n, one in enumerate(new):
        for text in dict.fromkeys((one.text, one.before)):
            is_free = n not in pairs and here.get(text) not in used
            if (
                text in here
                and is_free
                and there[text] <= 1
                and type(base[here[text]]) is type(one)
            ):
                pairs[n] = here[text]
                used.add(here[text])
    marked = {mark: b for b, one in enumerate(base) for mark in one.marks}
    for n, one in enumerate(new):
        for mark in one.marks:
            b = marked.get(mark)
            fits = b is not None and b not in used and type(base[b]) is type(one)
            if n not in pairs and fits and (one.text or one.before):
                pairs[n] = b  # type: ignore[assignment]
                used.add(pairs[n])
    return pairs


def _once(texts: Sequence[str]) -> dict[str, int]:
    counted = Counter(texts)
    return {text: at for at, text in enumerate(texts) if text and counted[text] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """The most pairs that keep their order in both files."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, b) in enumerate(pairs):
        length = bisect_left(tails, b)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [b]
        ends[length : length + 1] = [at]
    found: dict[int, int] = {}
    at = ends[-1] if ends else -1
    while at >= 0:
        n, b = pairs[at]
        found[n] = b
        at = before[at]
    return found


def _between(
    base: Sequence[Unit], new: Sequence[Unit], left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    """The best pairs, in order, of what lies between two sure places."""
    if not left or not right:
        return {}
    exact = len(left) * len(right) > _LARGEST_GAP
    words = {b: Counter(base[b].text.split()) for b in left}
    scores = [[_alike(base[b], words[b], new[n], exact=exact) for b in left] for n in right]
    best = [[0.0] * (len(left) + 1) for _ in range(len(right) + 1)]
    for i in reversed(range(len(right))):
        for j in reversed(range(len(left))):
            here = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], here)
    found, i, j = {}, 0, 0
    while i < len(right) and j < len(left):
        if scores[i][j] and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found[right[i]] = left[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _alike(one: Unit, words: Counter[str], other: Unit, *, exact: bool) -> float:
    """How much of two units is the same, 0 where it is too little to call them one."""
    if type(one) is not type(other):
        return 0.0
    if one.text in (other.text, other.before):
        return 2.0
    if exact:
        return 0.0
    return max(_shared(words, other.text), _shared(words, other.before))


def _shared(words: Counter[str], text: str) -> float:
    theirs = Counter(text.split())
    total = words.total() + theirs.total()
    part = 2 * (words & theirs).total() / total if total else 0.0
    return part if part >= _ALIKE else 0.0

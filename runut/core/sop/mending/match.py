"""Which step of a new version of an SOP is which step of the old one, though numbers changed."""

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from runut.core.sop.model import Langkah

Pairs: TypeAlias = dict[int, int]
"""Row of the new version -> row of the old one."""
_Steps: TypeAlias = tuple[Langkah, ...]

_ALIKE: Final = 0.6
"""Share of common letters from which two activities are taken to be one step."""
_MOST: Final = 80
"""Steps left over on a side above which wordings are compared under the same number only."""


def match_steps(old: _Steps, new: _Steps) -> Pairs:
    """Pairs of rows that are one step: same words first, then like words, then the same papers."""
    pairs: Pairs = {}
    _pair(old, new, pairs, lambda one, other: one == other)
    _pair(old, new, pairs, lambda one, other: one.no == other.no and _same_words(one, other))
    _pair(old, new, pairs, _same_words)
    _pair_alike(old, new, pairs)
    _pair(old, new, pairs, lambda one, other: one.no == other.no and _same_papers(one, other))
    return dict(sorted(pairs.items()))


def moved_rows(pairs: Pairs) -> frozenset[int]:
    """Rows of the new version that stand in another order than before; as few as possible."""
    rows = list(pairs)
    best: list[list[int]] = []
    for place, row in enumerate(rows):
        before = [best[i] for i in range(place) if pairs[rows[i]] < pairs[row]]
        best.append([*max(before, key=len, default=[]), row])
    kept = max(best, key=len, default=[])
    return frozenset(rows) - frozenset(kept)


def _pair(
    old: _Steps, new: _Steps, pairs: Pairs, is_one: Callable[[Langkah, Langkah], bool]
) -> None:
    taken = set(pairs.values())
    for row, step in enumerate(new):
        free = (at for at, one in enumerate(old) if at not in taken and is_one(one, step))
        if row not in pairs and (found := next(free, None)) is not None:
            pairs[row] = found
            taken.add(found)


def _pair_alike(old: _Steps, new: _Steps, pairs: Pairs) -> None:
    """The most alike first; of equally alike ones those with the same number, then the nearest."""
    taken = set(pairs.values())
    rows = [row for row in range(len(new)) if row not in pairs]
    free = [at for at in range(len(old)) if at not in taken]
    is_many = max(len(rows), len(free)) > _MOST
    found = []
    for row in rows:
        for at in free:
            is_same_no = old[at].no == new[row].no
            if is_many and not is_same_no:
                continue
            if alike := _likeness(old[at], new[row]):
                found.append((-alike, not is_same_no, abs(row - at), row, at))
    for _, _, _, row, at in sorted(found):
        if row not in pairs and at not in taken:
            pairs[row] = at
            taken.add(at)


def _same_words(one: Langkah, other: Langkah) -> bool:
    return one.kegiatan.casefold() == other.kegiatan.casefold()


def _likeness(one: Langkah, other: Langkah) -> float:
    """The share of common letters of two activities; 0 where they are too far apart."""
    matcher = SequenceMatcher(None, one.kegiatan.casefold(), other.kegiatan.casefold())
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    alike = matcher.ratio()
    return alike if alike >= _ALIKE else 0.0


def _same_papers(one: Langkah, other: Langkah) -> bool:
    has_papers = bool(one.kelengkapan or one.output)
    return has_papers and (one.kelengkapan == other.kelengkapan or one.output == other.output)

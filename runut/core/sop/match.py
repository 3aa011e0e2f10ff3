"""Which step of a new version of an SOP is which step of the old one, though numbers changed."""

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from runut.core.sop.model import Langkah

Pairs: TypeAlias = dict[int, int]
"""Row of the new version -> row of the old one."""

_ALIKE: Final = 0.6
"""Share of common letters from which two activities are taken to be one step."""
_MOST: Final = 80
"""Steps on a side above which unlike wordings are compared under the same number only."""


def match_steps(old: tuple[Langkah, ...], new: tuple[Langkah, ...]) -> Pairs:
    """Pairs of rows that are one step: same words first, then like words, then the same row."""
    pairs: Pairs = {}
    _pair(old, new, pairs, lambda one, other: one == other)
    _pair(old, new, pairs, lambda one, other: one.no == other.no and _same_words(one, other))
    _pair(old, new, pairs, _same_words)
    _pair(old, new, pairs, lambda one, other: one.no == other.no and _is_like(one, other))
    if max(len(old), len(new)) - len(pairs) <= _MOST:
        _pair(old, new, pairs, _is_like)
    _pair(old, new, pairs, lambda one, other: one.no == other.no and _same_rest(one, other))
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
    old: tuple[Langkah, ...],
    new: tuple[Langkah, ...],
    pairs: Pairs,
    is_one: Callable[[Langkah, Langkah], bool],
) -> None:
    taken = set(pairs.values())
    for row, step in enumerate(new):
        free = (at for at, one in enumerate(old) if at not in taken and is_one(one, step))
        if row not in pairs and (found := next(free, None)) is not None:
            pairs[row] = found
            taken.add(found)


def _same_words(one: Langkah, other: Langkah) -> bool:
    return one.kegiatan.casefold() == other.kegiatan.casefold()


def _is_like(one: Langkah, other: Langkah) -> bool:
    matcher = SequenceMatcher(None, one.kegiatan.casefold(), other.kegiatan.casefold())
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _same_rest(one: Langkah, other: Langkah) -> bool:
    has_words = bool(one.kelengkapan or one.output)
    return has_words and (one.kelengkapan == other.kelengkapan or one.output == other.output)

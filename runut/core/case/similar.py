"""Whether two names of papers mean the same paper: forms seldom repeat a name word for word."""

from typing import Final

from runut.core.words.verbs import act_key, keys, words

_STAGES: Final = keys("awal akhir")
"""A first and a final draft are two papers, however much else their names share."""

_MANNERS: Final = keys("lisan tertulis tercatat")
"""How an assignment was given does not make it another one."""


def is_similar(one: str, other: str) -> bool:
    """Whether two thirds of the shorter name agree; a single word must open both names.

    A convention of ours.

    >>> is_similar("Laporan kesiapan bahan dan ruangan rapat", "Kesiapan bahan dan ruangan rapat")
    True
    >>> is_similar("Penugasan rapat", "Penugasan lisan")
    True
    >>> is_similar("Draft awal LAKIP", "Draft akhir LAKIP")
    False
    """
    first, second = keys(one) - _MANNERS, keys(other) - _MANNERS
    if not first or not second or len(_STAGES & (first | second)) > 1:
        return False
    shared = len(first & second)
    is_most = 3 * shared >= 2 * min(len(first), len(second))
    return is_most and (shared >= 2 or _opening(one) == _opening(other))


def _opening(name: str) -> str:
    return act_key(words(name)[0])

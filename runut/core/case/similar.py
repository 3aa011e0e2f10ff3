"""Whether two names of papers mean the same paper: forms seldom repeat a name word for word."""

import re

_FILLERS = frozenset(
    {"yang", "dan", "atau", "sudah", "telah", "hasil", "di", "ke", "dari", "untuk", "oleh", "pada"}
)
_MANNERS = frozenset({"lisan", "tertulis", "tercatat"})
"""How an assignment was given does not make it another one."""
_STAGES = frozenset({"awal", "akhir"})
"""A first and a final draft are two papers, however much else their names share."""


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
    first, second = _words(one), _words(other)
    if not first or not second or len(_STAGES.intersection(first + second)) > 1:
        return False
    shared = len(set(first) & set(second))
    shorter = min(len(set(first)), len(set(second)))
    return 3 * shared >= 2 * shorter and (shared >= 2 or first[0] == second[0])


def _words(name: str) -> list[str]:
    words = re.findall(r"\w+", name.casefold())
    return [word for word in words if word not in _FILLERS | _MANNERS]

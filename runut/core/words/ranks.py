"""Ranks of civil servants, as far as they tell who stands above whom."""

import re
from typing import Final

_GOLONGAN: Final = re.compile(r"\b(IV|III|II|I)\s*/\s*([a-e])\b")
_ORDER: Final = ("I", "II", "III", "IV")


def rank_of(pangkat: str) -> tuple[int, int]:
    """Golongan and ruang as numbers that compare; (0, 0) where none is written.

    >>> rank_of("Pembina Utama Muda (IV/c)") > rank_of("Penata Tingkat I (III/d)")
    True
    >>> rank_of("")
    (0, 0)
    """
    found = _GOLONGAN.search(pangkat)
    if found is None:
        return (0, 0)
    return (_ORDER.index(found[1]) + 1, "abcde".index(found[2]) + 1)

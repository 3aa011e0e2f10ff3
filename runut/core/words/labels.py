"""The labels of a decision's exits: which of them say no."""

from typing import Final

from runut.core.words.verbs import words

_NO: Final = frozenset(
    ("tidak", "tdk", "belum", "bukan", "tolak", "ditolak", "kurang", "salah", "revisi", "perbaikan")
)


def is_negative(label: str) -> bool:
    """Whether an answer says that something is not in order.

    >>> is_negative("Tidak"), is_negative("Belum lengkap"), is_negative("Ya"), is_negative("")
    (True, True, False, False)
    """
    return bool(_NO & set(words(label)[:1]))

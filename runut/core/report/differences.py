"""Two states of one text side by side: which words went and which came, in reading order."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True)
class Piece:
    """A run of words that both states have (``sama``), only the first, or only the second."""

    kind: Literal["sama", "hilang", "baru"]
    text: str


def mark_differences(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both states, marked.

    >>> [(one.kind, one.text) for one in mark_differences("Hasil baik.", "Hasil sangat baik.")]
    [('sama', 'Hasil '), ('baru', 'sangat '), ('sama', 'baik.')]
    """
    old, new = _words(before), _words(after)
    found: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("sama", "".join(old[i1:i2])))
            continue
        if i2 > i1:
            found.append(Piece("hilang", "".join(old[i1:i2])))
        if j2 > j1:
            found.append(Piece("baru", "".join(new[j1:j2])))
    return tuple(found)


def _words(text: str) -> list[str]:
    return re.findall(r"\S+\s*|\s+", text.replace("\r\n", "\n"))

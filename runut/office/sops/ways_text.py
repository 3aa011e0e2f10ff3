"""Where a step leads, as an officer types it: "Ya 8; Tidak 6", or nothing for the row below."""

import re
from typing import Final

from runut.core.sop.flow import next_row
from runut.core.sop.form.marks import STEP_NO
from runut.core.sop.model import Bentuk, Lanjut

NOWHERE: Final = "berhenti"
_WAY: Final = re.compile(
    rf"(?P<jika>[^\d→;,:<>\[\]()]*?)\s*(?:→|->|=>|:|\bke(?: langkah)?\b)?\s*(?P<ke>{STEP_NO})\.?"
)
_PARTS: Final = re.compile(r"[;,\n]|\bdan\b")


def ways_as_text(ways: tuple[Lanjut, ...], nos: list[str], place: int, bentuk: Bentuk) -> str:
    """The words for the ways out of the step at ``place``; nothing where it leads to the next."""
    if ways == next_row(nos, place, bentuk):
        return ""
    return "; ".join(f"{way.jika or ''} {way.ke}".strip() for way in ways) or NOWHERE


def read_ways(text: str, nos: list[str], place: int, bentuk: Bentuk) -> tuple[Lanjut, ...] | str:
    """The ways out that the words name, or what is wrong with them in one plain sentence.

    >>> read_ways("Ya 3; Tidak ke 1", ["1", "2", "3"], 1, Bentuk.KEPUTUSAN)
    (Lanjut(ke='3', jika='Ya'), Lanjut(ke='1', jika='Tidak'))
    >>> read_ways("Ya 9", ["1", "2"], 0, Bentuk.KEPUTUSAN)
    'Langkah 9 tidak ada dalam SOP ini.'
    """
    words = " ".join(text.split())
    if not words:
        return next_row(nos, place, bentuk)
    if words.casefold() == NOWHERE:
        return ()
    ways = []
    for part in _PARTS.split(words):
        found = _WAY.fullmatch(part.strip())
        if found is None:
            return f"“{part.strip()}” tidak dipahami. Tulis seperti: Ya 8; Tidak 6."
        if found["ke"] not in nos:
            return f"Langkah {found['ke']} tidak ada dalam SOP ini."
        ways.append(Lanjut(found["ke"], found["jika"].strip() or None))
    return tuple(ways)

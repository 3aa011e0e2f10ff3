"""Which actor stands above which, from the words that posts are made of and from the text itself.

No list of posts: an office's own titles are data. *Kepala*, *sub*, *bagian* are ordinary words.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from runut.core.sop.model import SOP
from runut.core.words.acts import ASSIGNING, acts
from runut.core.words.verbs import act_key, words

TOP: Final = 1.0
_LEVELS: Final = (
    (re.compile(r"gubernur|bupati|wali ?kota|menteri|presiden"), 1.0),
    (re.compile(r"(?:kepala|ka\.?) ?(?:sub|seksi|sie?\b|ur)|ka(?:sub|si)\w*|pengawas"), 0.5),
    (re.compile(r"(?:kepala|ka\.?) ?(?:bag|bid)\w*|koordinator|administrator"), 0.65),
    (re.compile(r"sekretaris|sek[a-z]{2,4}\b"), 0.75),
    (re.compile(r"kepala|ka\b|ka[a-z]{2,5}\b|pimpinan|direktur|camat|lurah|inspektur"), 0.9),
    (
        re.compile(
            r"staf|pelaksana|pengadministrasi|operator|petugas|arsiparis|pranata|caraka|"
            r"pengelola|penyusun|analis|bendahara|jabatan fungsional|pramu|pengemudi|agendaris"
        ),
        0.15,
    ),
)
_COLLECTIVE: Final = re.compile(r"\b(?:tim|panitia|pokja|kelompok|peserta|forum|komite|anggota)\b")
_ASSIGNER: Final = 0.6
_ASSIGNED: Final = 0.2


def is_collective(name: str) -> bool:
    """Whether an actor is several people together, such as a team."""
    return _COLLECTIVE.search(name.casefold()) is not None


def abbreviates(name: str, post: str) -> bool:
    """Whether a name stands for a post: the same words, or pieces of its first words.

    A piece ends a word of the post, or has its first letter and others of it in their order.

    >>> abbreviates("Kadis", "KEPALA DINAS KESEHATAN"), abbreviates("Staf", "KEPALA DINAS")
    (True, False)
    """
    short, long = words(name), words(post)
    if len(short) == 1 and len(long) > 1 and len(short[0]) <= 10:
        return _pieces(short[0], long)
    return bool(short) and short == long[: len(short)]


def ranks(sop: SOP) -> Mapping[str, float]:
    """How high each actor stands, 0 to 1; who cannot be placed is in the middle (0.4).

    The one whose post authorised the SOP is highest; who assigns stands above the assigned.
    """
    found = {name: _rank(name) for name in sop.pelaksana}
    for above, below in _assignments(sop):
        found[above] = found[above] or _ASSIGNER
        found[below] = found[below] or _ASSIGNED
    for name in sop.pelaksana:
        if abbreviates(name, sop.disahkan_oleh.jabatan):
            found[name] = TOP
    return {name: 0.4 if rank is None else rank for name, rank in found.items()}


def is_by_rank(sop: SOP) -> bool:
    """Whether the columns stand in the order of rank, so that their order says nothing else."""
    single = [name for name in sop.pelaksana if not is_collective(name)]
    known = [rank for name in single if (rank := _rank(name)) is not None]
    return len(known) > 2 and known in (sorted(known), sorted(known, reverse=True))


def _rank(name: str) -> float | None:
    plain = name.casefold()
    if is_collective(name):
        return 0.3
    return next((level for pattern, level in _LEVELS if pattern.match(plain)), None)


def _pieces(short: str, long: list[str]) -> bool:
    if not short:
        return True
    if not long:
        return False
    return any(
        _is_piece(short[:size], long[0]) and _pieces(short[size:], long[1:])
        for size in range(2, len(short) + 1)
    )


def _is_piece(piece: str, word: str) -> bool:
    letters = iter(word)
    is_in_order = word[0] == piece[0] and all(letter in letters for letter in piece)
    return is_in_order or word.endswith(piece)


def _assignments(sop: SOP) -> list[tuple[str, str]]:
    """Pairs (assigner, assigned) that the words state: "Penugasan A", after "menugaskan B"."""
    pairs = []
    for step, following in zip(sop.langkah, sop.langkah[1:], strict=False):
        if not ASSIGNING & set(acts(step.kegiatan)):
            continue
        inputs = " ; ".join(following.kelengkapan)
        assigned = [name for name in sop.pelaksana if _is_after_order(step.kegiatan, name)]
        assigners = [name for name in sop.pelaksana if _is_after_order(inputs, name)]
        pairs += [(above, below) for above in assigners for below in assigned if above != below]
    return pairs


def _is_after_order(text: str, name: str) -> bool:
    return any(before in ASSIGNING for before in keys_before(text, name))


def keys_before(text: str, name: str) -> list[str]:
    """Keys of the words that stand right before each mention of a name, with no sign between."""
    return [act_key(found[1].casefold()) for found in _before(name).finditer(text)]


@lru_cache(maxsize=1024)
def _before(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b([^\W\d_]+) {re.escape(name)}(?!\w)", re.IGNORECASE)

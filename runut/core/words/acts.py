"""Kinds of acts in a procedure, by their verbs: checking, assigning, making, handing on."""

import re
from functools import lru_cache
from typing import Final

from runut.core.words.verbs import act_key, verb_keys, words


def _kind(verbs: str) -> frozenset[str]:
    return frozenset(act_key(verb) for verb in verbs.split())


CHECKING: Final = _kind(
    "memeriksa menelaah mereviu memaraf menandatangani mengoreksi memverifikasi"
)
SIGNING: Final = _kind("menandatangani mengesahkan menetapkan")
DECIDING: Final = CHECKING | _kind(
    "mengesahkan menetapkan menyetujui memutuskan memimpin mengarahkan memvalidasi"
)
ASSIGNING: Final = _kind("menugaskan memerintahkan mendisposisikan menunjuk menginstruksikan")
LEADING: Final = _kind("memimpin membuka")
MAKING: Final = _kind(
    "menyusun membuat menyempurnakan memperbaiki mengetik merancang merevisi mengolah mengonsep"
)
IMPROVING: Final = _kind("menyempurnakan memperbaiki merevisi")
DESK: Final = _kind(
    "mengetik mengagendakan mencatat menggandakan mengarsipkan menginput mendokumentasikan "
    "membagikan mengantar menomori"
)
"""Work at the desk of a clerk, never of a head."""
CLERICAL: Final = (
    MAKING
    | DESK
    | _kind(
        "mendistribusikan menyiapkan mengirim merekap mengumpulkan menghimpun menerima mengunggah "
        "melengkapi"
    )
)
MEETING: Final = _kind("membahas mendiskusikan bermusyawarah")
HANDOVER: Final = _kind(
    "menyampaikan menyerahkan meneruskan mengirim mengajukan melaporkan mengembalikan"
)
REPORTING: Final = _kind("melaporkan")
COLLECTING: Final = _kind("mengumpulkan menghimpun merekap mengompilasi")

_PURPOSE: Final = re.compile(r"\s(?:untuk|agar|supaya|guna)\s", re.IGNORECASE)
_NO_DECISION: Final = re.compile(r"menandatangani (?:daftar hadir|tanda terima|absen)")


@lru_cache(maxsize=4096)
def acts(kegiatan: str) -> tuple[str, ...]:
    """Keys of the acts of a step: its active verbs, or its first word where that is a noun.

    What somebody else is to do ("menugaskan X untuk memeriksa") is no act of the step.
    """
    own = _PURPOSE.split(kegiatan, maxsplit=1)[0]
    found = verb_keys(own)
    first = words(own)[:1]
    if first and act_key(first[0]) not in found:
        found.insert(0, act_key(first[0]))
    return tuple(found)


def decisive_acts(kegiatan: str) -> tuple[str, ...]:
    """The acts of a step, but signing an attendance list or a receipt decides nothing."""
    return acts(_NO_DECISION.sub("", kegiatan.casefold()))


def main_act(kegiatan: str) -> str:
    """Key of the first act of a step: the one that says whose work it is."""
    return next(iter(acts(kegiatan)), "")


def does(kegiatan: str, kind: frozenset[str]) -> bool:
    """Whether a step does an act of that kind.

    >>> does("Memeriksa draft dan memaraf", CHECKING), does("Menyusun draft", CHECKING)
    (True, False)
    """
    return any(act in kind for act in decisive_acts(kegiatan))

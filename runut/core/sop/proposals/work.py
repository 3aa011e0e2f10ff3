"""Which work of the software serves a step: the assignment, the invitation, the paraf, …"""

import re
from enum import StrEnum
from typing import Final

from runut.core.sop.model import Langkah
from runut.core.words.acts import ASSIGNING, CHECKING, IMPROVING, LEADING, SIGNING, does, main_act
from runut.core.words.verbs import act_key, keys


class Work(StrEnum):
    """The pages that exist for a step; ``umum`` is the plain one."""

    PENUGASAN = "penugasan"
    UNDANGAN = "undangan"
    KESIAPAN = "kesiapan"
    BUKA_RAPAT = "buka_rapat"
    BAHAS = "bahas"
    SEMPURNAKAN = "sempurnakan"
    PERIKSA = "periksa"
    TANDATANGAN = "tandatangan"
    UMUM = "umum"


_INVITATION: Final = re.compile(r"\bundangan\b", re.IGNORECASE)
_READINESS: Final = re.compile(
    r"\b(?:ruang(?:an)?\b.*\brapat|daftar hadir|kesiapan(?:nya)? rapat|bahan rapat)", re.IGNORECASE
)
_MEETING: Final = re.compile(r"\b(?:rapat|pertemuan|musyawarah)\b", re.IGNORECASE)
_DISCUSSION: Final = frozenset(act_key(word) for word in ("membahas", "mendiskusikan"))
_PREPARING: Final = frozenset(act_key(word) for word in ("menyiapkan", "menyediakan", "menata"))


def propose_work(langkah: Langkah) -> Work:
    """The page for a step, by the words of its activity; the owner may choose another."""
    kegiatan = langkah.kegiatan
    act = main_act(kegiatan)
    if act in ASSIGNING:
        return Work.PENUGASAN
    if act in LEADING and _MEETING.search(kegiatan):
        return Work.BUKA_RAPAT
    if _INVITATION.search(kegiatan) and act not in CHECKING:
        return Work.UNDANGAN
    if _READINESS.search(kegiatan) and act in _PREPARING:
        return Work.KESIAPAN
    if does(kegiatan, SIGNING):
        return Work.TANDATANGAN
    if does(kegiatan, CHECKING):
        return Work.PERIKSA
    if keys(kegiatan) & _DISCUSSION:
        return Work.BAHAS
    if act in IMPROVING:
        return Work.SEMPURNAKAN
    return Work.UMUM

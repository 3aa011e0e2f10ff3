"""Which page does the real work of a step, proposed from the words of its row."""

from enum import StrEnum

from runut.core.sop.acts import CHECKING, IMPROVING, LEADING, MEETING, SIGNING, does, main_act
from runut.core.sop.acts import ASSIGNING
from runut.core.sop.bahasa import keys
from runut.core.sop.model import Langkah


class Work(StrEnum):
    """The kinds of work that have a page of their own; ``UMUM`` serves every other step."""

    PENUGASAN = "penugasan"
    UNDANGAN = "undangan"
    KESIAPAN = "kesiapan"
    BUKA_RAPAT = "buka_rapat"
    BAHAS = "bahas"
    SEMPURNAKAN = "sempurnakan"
    PERIKSA = "periksa"
    TANDATANGAN = "tandatangan"
    UMUM = "umum"


def propose_work(langkah: Langkah) -> Work:
    """The page that fits a step best; the owner of the SOP confirms it when adopting."""
    kegiatan = langkah.kegiatan
    said = keys(kegiatan)
    if does(kegiatan, SIGNING):
        return Work.TANDATANGAN
    if does(kegiatan, CHECKING):
        return Work.PERIKSA
    if does(kegiatan, LEADING) and keys("rapat") <= said:
        return Work.BUKA_RAPAT
    if does(kegiatan, MEETING) or keys("pembahasan") <= said:
        return Work.BAHAS
    if main_act(kegiatan) in ASSIGNING:
        return Work.PENUGASAN
    if keys("undangan") <= said:
        return Work.UNDANGAN
    if keys("daftar hadir") <= said or keys("ruangan") <= said:
        return Work.KESIAPAN
    if does(kegiatan, IMPROVING):
        return Work.SEMPURNAKAN
    return Work.UMUM

"""Where a checked document goes when it is not accepted, proposed where the SOP forgot to say."""

from dataclasses import dataclass
from functools import lru_cache

from runut.core.sop.flow import back_edges
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.words.acts import CHECKING, IMPROVING, MAKING, does, main_act
from runut.core.words.verbs import keys


@dataclass(frozen=True)
class WayBack:
    """A proposed exit *Tidak*: from a checking step to the step that mends what was found."""

    from_no: str
    to_no: str
    alasan: str


def is_checking(langkah: Langkah) -> bool:
    """Whether a step checks or signs, so that it must be able to return what it was given.

    The verbs are memeriksa, menelaah, mereviu, memaraf, menandatangani, mengoreksi and
    memverifikasi; signing an attendance list or a receipt is not meant.
    """
    return does(langkah.kegiatan, CHECKING)


@lru_cache(maxsize=64)
def propose_ways_back(sop: SOP) -> tuple[WayBack, ...]:
    """For each checking step without a way back: the nearest earlier step that mends its object.

    A check whose answer is given in a diamond, here or as the question that follows it, has its
    ways.
    """
    has_way_back = {no for no, _ in back_edges(sop)}
    found = []
    for row, step in enumerate(sop.langkah):
        is_open = row and is_checking(step) and step.no not in has_way_back
        if is_open and not _is_answered(sop, step):
            found.append(_way_back(sop, row))
    return tuple(found)


def _is_answered(sop: SOP, step: Langkah) -> bool:
    is_alone = len(step.lanjut) == 1
    after = [one for one in sop.langkah if one.no == step.lanjut[0].ke] if is_alone else []
    questions = [one for one in after if not is_checking(one) or _lead(one) == _lead(step)]
    return any(
        one.bentuk is Bentuk.KEPUTUSAN and len(_targets(one)) > 1 for one in (step, *questions)
    )


def _targets(step: Langkah) -> frozenset[str]:
    """Where the answers of a decision lead: to other rows, or to other symbols of its own."""
    inner = (one.ke for one in step.dalam if one.jika)
    return frozenset((*(way.ke for way in step.lanjut if way.jika), *inner))


def _lead(step: Langkah) -> str:
    return step.pelaksana[0].nama if step.pelaksana else step.no


def _way_back(sop: SOP, row: int) -> WayBack:
    step = sop.langkah[row]
    earlier = sop.langkah[row - 1 :: -1]
    about = _object(step)
    for other in earlier:
        if main_act(other.kegiatan) in MAKING and about & _object(other):
            verb = "menyempurnakan" if main_act(other.kegiatan) in IMPROVING else "membuat"
            alasan = f"Langkah {other.no} {verb} dokumen yang diperiksa pada langkah {step.no}."
            return WayBack(step.no, other.no, alasan)
    for other in earlier:
        if not is_checking(other) and about & keys(" ".join(other.output)):
            alasan = f"Langkah {other.no} menghasilkan yang diperiksa pada langkah {step.no}."
            return WayBack(step.no, other.no, alasan)
    return WayBack(step.no, earlier[0].no, f"Langkah {earlier[0].no} mendahului pemeriksaan ini.")


def _object(step: Langkah) -> frozenset[str]:
    """What a step is about: the words of its activity without the acts themselves."""
    words = f"{step.kegiatan} {' '.join(step.kelengkapan)}" if is_checking(step) else step.kegiatan
    return keys(words) - CHECKING - MAKING

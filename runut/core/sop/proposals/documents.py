"""Which step of an SOP makes the document that another one examines."""

from runut.core.sop.model import SOP, Langkah
from runut.core.sop.proposals.ways_back import is_checking, propose_ways_back
from runut.core.words.acts import IMPROVING, MAKING, does, main_act
from runut.core.words.verbs import keys, words

_ORAL = frozenset(("lisan", "verbal"))


def leaves_document(langkah: Langkah) -> bool:
    """Whether something written comes out of a step: what is said by mouth is no document."""
    return any(not _ORAL & set(words(name)) for name in langkah.output)


def makes_document(langkah: Langkah) -> bool:
    """Whether a step writes, types or improves what it leaves behind."""
    return leaves_document(langkah) and does(langkah.kegiatan, MAKING)


def mends(langkah: Langkah, maker: Langkah) -> bool:
    """Whether a step improves the written work of an earlier one, by their words."""
    is_meant = leaves_document(langkah) and main_act(langkah.kegiatan) in IMPROVING
    about = keys(" ".join((langkah.kegiatan, *langkah.output))) - IMPROVING
    return is_meant and bool(about & keys(" ".join((maker.kegiatan, *maker.output))))


def maker_of(sop: SOP, langkah: Langkah) -> Langkah | None:
    """The earlier step whose written output ``langkah`` examines; None where there is none.

    The step that a way back leads to (drawn or proposed), if it leaves a document; else the
    nearest one whose output the step names; else the nearest one that writes anything.
    """
    row = sop.langkah.index(langkah)
    earlier = [one for one in sop.langkah[:row][::-1] if not is_checking(one)]
    written = [one for one in earlier if leaves_document(one)]
    backs = {way.ke for way in langkah.lanjut}
    backs |= {way.to_no for way in propose_ways_back(sop) if way.from_no == langkah.no}
    about = keys(" ".join((langkah.kegiatan, *langkah.kelengkapan)))
    for candidates in (
        [one for one in written if one.no in backs],
        [one for one in written if about & keys(" ".join(one.output))],
        [one for one in written if makes_document(one)],
    ):
        if candidates:
            return candidates[0]
    return None

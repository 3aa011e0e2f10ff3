"""Checks of where papers come from and where they go: made too late, by nobody, for nobody."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.langkah import LEFT_UNWRITTEN
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.sop.proposals.ways_back import is_checking
from runut.core.words.acts import HANDOVER, acts, does
from runut.core.words.items import join_words, listed
from runut.core.words.verbs import act_key, is_verb, keys, words

_DASAR: Final = "PermenPANRB 35/2012, bagian bagan alir: kelengkapan dan output"
_WORK_PRODUCTS: Final = listed(
    "laporan notulen notula notulensi disposisi rekomendasi rekapitulasi rekap telaahan undangan "
    "penugasan persetujuan hasil"
)
_DONE_TO: Final = re.compile(
    r"\b(?:sudah|telah) (?:di|ter|ber)\w+|\bbertanda ?tangan|\bberparaf|\bberdisposisi|"
    r"\bter(?:verifikasi|validasi|koreksi)",
    re.IGNORECASE,
)
"""Words which say that work was done on a paper before."""
_NO_USER: Final = frozenset({Bentuk.SELESAI, Bentuk.KEPUTUSAN})
"""What ends a procedure needs no user, and what a decision rests on is used by its answer."""
_GIVING: Final = HANDOVER | {
    act_key(word) for word in ("mendistribusikan", "membagikan", "mengumumkan", "memublikasikan")
}
"""What is given away may be used outside the procedure."""
_ORIGIN_TOLD: Final = re.compile(r"\b(?:dari|berasal|diterima|terlampir|lampiran)\b", re.IGNORECASE)
_ALIKE: Final = 0.6
"""Share of common words from which two names are taken to mean one document."""


def _made_too_late(sop: SOP) -> Iterable[Hit]:
    """A step needs exactly what only a later step makes, and no way leads back from there."""
    made = _made(sop)
    for row, step in enumerate(sop.langkah):
        for item in step.kelengkapan:
            makers = made.get(keys(item), [])
            if not makers or min(makers) <= row:
                continue
            had = any(_has(_items(one), item) for one in sop.langkah[:row])
            if not had and not any(row in _reach(sop, at) for at in makers):
                yield Hit(
                    f"Langkah {step.no} memerlukan “{item}”, yang baru dihasilkan langkah "
                    f"{sop.langkah[makers[0]].no}.",
                    step.no,
                    tentang=item,
                )


def _from_nowhere(sop: SOP) -> Iterable[Hit]:
    """A product of office work that no earlier step makes and the form does not place elsewhere."""
    actors = keys(" ; ".join(sop.pelaksana))
    known = set(_named_outside(sop))
    for row, step in enumerate(sop.langkah):
        if row and step.bentuk is not Bentuk.MULAI and not _ORIGIN_TOLD.search(step.keterangan):
            lost = [
                item
                for item in step.kelengkapan
                if _is_from_nowhere(sop, row, item, keys(item) - actors - known)
            ]
            is_broken = bool(lost) and _takes_nothing_over(sop, row)
            said = keys(step.kegiatan)
            named = [
                item for item in lost if _is_product(item) or (is_broken and not keys(item) <= said)
            ]
            if named:
                is_sure = is_checking(step) or any(map(_is_product, named))
                yield Hit(
                    f"Langkah {step.no} memerlukan {_quoted(named)}, yang tidak dihasilkan langkah "
                    "mana pun sebelumnya.",
                    step.no,
                    tentang=named[0],
                    tingkat=Level.WARNING if is_sure else Level.INFO,
                )
        known |= _words_of(step)


def _is_from_nowhere(sop: SOP, row: int, item: str, unknown: frozenset[str]) -> bool:
    if not unknown or _is_known(item, sop.langkah[:row]):
        return False
    return not any(_has(one.output, item) for one in sop.langkah[row:])


def _is_product(item: str) -> bool:
    """By its name, or because it says that something was done to it."""
    return next(iter(words(item)), "") in _WORK_PRODUCTS or _DONE_TO.search(item) is not None


def _takes_nothing_over(sop: SOP, row: int) -> bool:
    """The chain breaks here: the steps before leave papers that nobody uses, and this one needs
    only others."""
    step = sop.langkah[row]
    before = [at for at in range(row) if any(way.ke == step.no for way in sop.langkah[at].lanjut)]
    left = [item for at in before for item in sop.langkah[at].output if not _is_used(sop, at, item)]
    earlier = sop.langkah[:row]
    return bool(left and step.kelengkapan) and not any(
        _is_known(item, earlier) or _is_part_of_one(item, earlier) for item in step.kelengkapan
    )


def _is_part_of_one(item: str, earlier: Iterable[Langkah]) -> bool:
    """Whether an earlier paper is called by a part of this name, or the other way round."""
    wanted = keys(item)
    found = (keys(one) for step in earlier for one in _items(step))
    return any(one and (one <= wanted or wanted <= one) for one in found)


def _for_nobody(sop: SOP) -> Iterable[Hit]:
    """An output before the end that no other step takes up and no record keeps."""
    about = keys(f"{sop.judul} {sop.judul_prosedur}")
    kept = keys(" ; ".join((*sop.pencatatan, *sop.keterkaitan)))
    for row, step in enumerate(sop.langkah[:-1]):
        if step.bentuk in _NO_USER or not step.lanjut or does(step.kegiatan, _GIVING):
            continue
        unused = [
            item
            for item in step.output
            if (own := keys(item) - about) - set(acts(step.kegiatan))
            and not own & kept
            and not _is_told(item)
            and not _is_used(sop, row, item)
        ]
        if unused:
            yield Hit(
                f"Output langkah {step.no}, {_quoted(unused)}, tidak dipakai langkah mana pun dan "
                "tidak dicatat.",
                step.no,
                tentang=unused[0],
            )


def _quoted(items: Sequence[str]) -> str:
    return join_words([f"“{item}”" for item in items])


def _is_used(sop: SOP, row: int, item: str) -> bool:
    """Whether a step that the case can come to afterwards takes it up.

    What that step needs and a step in between makes is no use of this one. A step that says what
    it needs uses nothing else, unless its activity or its note names the whole of it.
    """
    whole = keys(item)
    own = whole - keys(f"{sop.judul} {sop.judul_prosedur}") or whole
    return any(at != row and _takes(sop, row, at, own) for at in _reach(sop, row))


def _takes(sop: SOP, row: int, at: int, own: frozenset[str]) -> bool:
    step = sop.langkah[at]
    others = (one for place, one in enumerate(sop.langkah) if place not in (row, at))
    made = {keys(item) for one in others for item in one.output}
    if any(own & keys(item) and keys(item) not in made for item in step.kelengkapan):
        return True
    if any(own <= keys(item) for item in step.kelengkapan):
        return True
    said = keys(f"{step.kegiatan} ; {step.keterangan}")
    return own <= said if step.kelengkapan else bool(own & _words_of(step))


def _is_told(item: str) -> bool:
    """An output that leaves nothing to use is told of by itself: an act, a spoken word."""
    return is_verb(next(iter(words(item)), "")) or LEFT_UNWRITTEN.search(item) is not None


def _reach(sop: SOP, start: int) -> set[int]:
    """The rows that some way leads to from this one, up or down; of a doubled number the row below
    is meant, else the first one."""
    first = {step.no: place for place, step in reversed([*enumerate(sop.langkah)])}
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        below = {one.no: here + 1 for one in sop.langkah[here + 1 : here + 2]}
        targets = (below.get(way.ke, first.get(way.ke)) for way in sop.langkah[here].lanjut)
        onward = {target for target in targets if target is not None} - seen
        seen |= onward
        waiting.extend(onward)
    return seen


def _words_of(step: Langkah) -> frozenset[str]:
    """The keys of all that a step says."""
    texts = (step.kegiatan, *_items(step), step.keterangan)
    return frozenset().union(*map(keys, texts))


def _items(step: Langkah) -> tuple[str, ...]:
    return (*step.kelengkapan, *step.output)


def _has(items: Iterable[str], item: str) -> bool:
    wanted = keys(item)
    return bool(wanted) and any(keys(one) == wanted for one in items)


def _made(sop: SOP) -> dict[frozenset[str], list[int]]:
    """The rows that make a paper, by its words; an output the activity is silent on is no product
    of the step."""
    made: dict[frozenset[str], list[int]] = {}
    for at, one in enumerate(sop.langkah):
        for item in one.output:
            if keys(item) and keys(item) <= keys(one.kegiatan):
                made.setdefault(keys(item), []).append(at)
    return made


def _is_known(item: str, earlier: Iterable[Langkah]) -> bool:
    wanted = keys(item)
    found = (keys(one) for step in earlier for one in _items(step))
    return any(len(wanted & one) / max(len(wanted), len(one), 1) >= _ALIKE for one in found)


def _named_outside(sop: SOP) -> frozenset[str]:
    """What the identity block says to come from other SOPs, or to lie ready."""
    return keys(" ; ".join((*sop.keterkaitan, *sop.peralatan, *sop.dasar_hukum)))


CHECKS_PEMAKAIAN: Final = (
    Check(
        "data.masukan-dibuat-kemudian",
        "Masukan baru dibuat kemudian",
        "Langkah memerlukan sesuatu yang baru dihasilkan langkah sesudahnya.",
        Level.WARNING,
        "Pindahkan langkah yang membuatnya ke depan, atau perbaiki Kelengkapan langkah ini.",
        _DASAR,
        _made_too_late,
    ),
    Check(
        "data.masukan-tanpa-asal",
        "Masukan tanpa asal",
        "Langkah memerlukan hasil kerja yang tidak dihasilkan langkah mana pun; keterangan saja "
        "bila mungkin berasal dari luar.",
        Level.WARNING,
        "Samakan namanya dengan Output langkah yang menghasilkannya; bila berasal dari luar, "
        "sebutkan asalnya di Keterangan.",
        _DASAR,
        _from_nowhere,
    ),
    Check(
        "data.output-tidak-dipakai",
        "Output tidak dipakai",
        "Output tidak dipakai langkah mana pun, bukan hasil akhir, dan tidak dicatat.",
        Level.INFO,
        "Sebutkan di Kelengkapan langkah yang memakainya atau di PENCATATAN DAN PENDATAAN; bila "
        "tidak diperlukan, hapus.",
        _DASAR,
        _for_nobody,
    ),
)

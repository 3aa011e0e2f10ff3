"""Checks of where papers come from and where they go: made too late, by nobody, for nobody."""

import re
from collections.abc import Iterable
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.langkah import LEFT_UNWRITTEN
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.words.acts import HANDOVER, acts, does
from runut.core.words.items import listed
from runut.core.words.verbs import act_key, is_verb, keys, words

_DASAR: Final = "PermenPANRB 35/2012, bagian bagan alir: kelengkapan dan output"
_WORK_PRODUCTS: Final = listed(
    "laporan notulen notula notulensi disposisi rekomendasi rekapitulasi rekap telaahan undangan "
    "penugasan persetujuan hasil"
)
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
            for item in step.kelengkapan:
                if _is_from_nowhere(sop, row, item, keys(item) - actors - known):
                    yield Hit(
                        f"Langkah {step.no} memerlukan “{item}”, yang tidak dihasilkan langkah "
                        "mana pun sebelumnya.",
                        step.no,
                        tentang=item,
                    )
        known |= _words_of(step)


def _is_from_nowhere(sop: SOP, row: int, item: str, unknown: frozenset[str]) -> bool:
    is_product = next(iter(words(item)), "") in _WORK_PRODUCTS
    if not is_product or not unknown or _is_known(item, sop.langkah[:row]):
        return False
    return not any(_has(one.output, item) for one in sop.langkah[row:])


def _for_nobody(sop: SOP) -> Iterable[Hit]:
    """An output before the end that no other step takes up and no record keeps."""
    about = keys(f"{sop.judul} {sop.judul_prosedur}")
    kept = keys(" ; ".join((*sop.pencatatan, *sop.keterkaitan)))
    for row, step in enumerate(sop.langkah[:-1]):
        if step.bentuk is Bentuk.SELESAI or not step.lanjut or does(step.kegiatan, _GIVING):
            continue
        for item in step.output:
            own = keys(item) - about
            is_more = bool(own - set(acts(step.kegiatan)))
            if is_more and not own & kept and not _is_told(item) and not _is_used(sop, row, own):
                yield Hit(
                    f"Output langkah {step.no}, “{item}”, tidak dipakai langkah mana pun dan tidak "
                    "dicatat.",
                    step.no,
                    tentang=item,
                )


def _is_used(sop: SOP, row: int, own: frozenset[str]) -> bool:
    """Whether a step that the case can come to afterwards speaks of it."""
    return any(at != row and own & _words_of(sop.langkah[at]) for at in _reach(sop, row))


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
        "Langkah memerlukan hasil kerja yang tidak dihasilkan langkah mana pun.",
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

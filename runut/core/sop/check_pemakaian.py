"""Checks of where papers come from and where they go: made too late, by nobody, for nobody."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from runut.core.findings import Level
from runut.core.sop.acts import HANDOVER, acts, does
from runut.core.sop.bahasa import act_key, is_verb, keys, words
from runut.core.sop.check_langkah import LEFT_UNWRITTEN
from runut.core.sop.check_model import Check, Hit
from runut.core.sop.items import listed
from runut.core.sop.model import SOP, Bentuk, Langkah

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
    for row, step in enumerate(sop.langkah):
        for item in step.kelengkapan:
            makers = [at for at, one in enumerate(sop.langkah) if _makes(one, item)]
            is_late = makers and min(makers) > row
            had = any(_has(_items(one), item) for one in sop.langkah[:row])
            if is_late and not had and not any(_leads(sop, at, row) for at in makers):
                yield Hit(
                    f"Langkah {step.no} memerlukan “{item}”, yang baru dihasilkan langkah "
                    f"{sop.langkah[makers[0]].no}.",
                    step.no,
                    tentang=item,
                )


def _from_nowhere(sop: SOP) -> Iterable[Hit]:
    """A product of office work that no earlier step makes and the form does not place elsewhere."""
    named = _named_outside(sop)
    actors = keys(" ; ".join(sop.pelaksana))
    for row, step in enumerate(sop.langkah):
        if not row or step.bentuk is Bentuk.MULAI or _ORIGIN_TOLD.search(step.keterangan):
            continue
        earlier = sop.langkah[:row]
        known = named | keys(" ; ".join(text for one in earlier for text in _texts(one)))
        for item in step.kelengkapan:
            first = next(iter(words(item)), "")
            if first not in _WORK_PRODUCTS or keys(item) - actors <= known:
                continue
            if not _is_known(item, earlier) and not _is_made_later(sop, row, item):
                yield Hit(
                    f"Langkah {step.no} memerlukan “{item}”, yang tidak dihasilkan langkah mana "
                    "pun sebelumnya.",
                    step.no,
                    tentang=item,
                )


def _for_nobody(sop: SOP) -> Iterable[Hit]:
    """An output before the end that no other step takes up and no record keeps."""
    if len({step.no for step in sop.langkah}) < len(sop.langkah):
        return
    about = keys(f"{sop.judul} {sop.judul_prosedur}")
    kept = keys(" ; ".join((*sop.pencatatan, *sop.keterkaitan)))
    for row, step in enumerate(sop.langkah[:-1]):
        if step.bentuk is Bentuk.SELESAI or not step.lanjut or does(step.kegiatan, _GIVING):
            continue
        used = kept | keys(" ; ".join(_used_after(sop, row)))
        for item in step.output:
            own = keys(item) - about - set(acts(step.kegiatan))
            if own and not own & used and not _is_told(item):
                yield Hit(
                    f"Output langkah {step.no}, “{item}”, tidak dipakai langkah mana pun dan tidak "
                    "dicatat.",
                    step.no,
                    tentang=item,
                )


def _is_told(item: str) -> bool:
    """An output that leaves nothing to use is told of by itself: an act, a spoken word."""
    return is_verb(next(iter(words(item)), "")) or LEFT_UNWRITTEN.search(item) is not None


def _used_after(sop: SOP, row: int) -> Iterator[str]:
    """The words of every step the case can come to after this one."""
    for at, one in enumerate(sop.langkah):
        if at != row and _leads(sop, row, at):
            yield from (one.kegiatan, *one.kelengkapan, *one.output, one.keterangan)


def _leads(sop: SOP, start: int, goal: int) -> bool:
    """Whether some way leads from one row to another, up or down."""
    row = {step.no: place for place, step in enumerate(sop.langkah)}
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        onward = {row[way.ke] for way in sop.langkah[here].lanjut if way.ke in row} - seen
        if goal in onward:
            return True
        seen |= onward
        waiting.extend(onward)
    return False


def _items(step: Langkah) -> tuple[str, ...]:
    return (*step.kelengkapan, *step.output)


def _texts(step: Langkah) -> tuple[str, ...]:
    return (step.kegiatan, *_items(step), step.keterangan)


def _has(items: Iterable[str], item: str) -> bool:
    wanted = keys(item)
    return bool(wanted) and any(keys(one) == wanted for one in items)


def _makes(step: Langkah, item: str) -> bool:
    """Whether it is an output, and the activity speaks of it; else it is no product of the step."""
    return _has(step.output, item) and keys(item) <= keys(step.kegiatan)


def _is_known(item: str, earlier: Iterable[Langkah]) -> bool:
    wanted = keys(item)
    found = (keys(one) for step in earlier for one in _items(step))
    return any(len(wanted & one) / max(len(wanted), len(one), 1) >= _ALIKE for one in found)


def _is_made_later(sop: SOP, row: int, item: str) -> bool:
    return any(_has(one.output, item) for one in sop.langkah[row:])


def _named_outside(sop: SOP) -> frozenset[str]:
    """What the identity block says to come from other SOPs, or to lie ready."""
    return keys(" ; ".join((*sop.keterkaitan, *sop.peralatan, *sop.dasar_hukum)))


CHECKS_PEMAKAIAN: Final = (
    Check(
        "data.masukan-dibuat-kemudian",
        Level.WARNING,
        "Pindahkan langkah yang membuatnya ke depan, atau perbaiki Kelengkapan langkah ini.",
        _DASAR,
        _made_too_late,
    ),
    Check(
        "data.masukan-tanpa-asal",
        Level.WARNING,
        "Samakan namanya dengan Output langkah yang menghasilkannya; bila berasal dari luar, "
        "sebutkan asalnya di Keterangan.",
        _DASAR,
        _from_nowhere,
    ),
    Check(
        "data.output-tidak-dipakai",
        Level.INFO,
        "Sebutkan di Kelengkapan langkah yang memakainya atau di PENCATATAN DAN PENDATAAN; bila "
        "tidak diperlukan, hapus.",
        _DASAR,
        _for_nobody,
    ),
)

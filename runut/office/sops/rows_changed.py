"""A row that was read although it is no step, and a step whose row was missed."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from runut.core.sop.flow import next_row
from runut.core.sop.model import SOP, Langkah, Lanjut


def without_rows(sop: SOP, nos: Collection[str]) -> SOP:
    """The SOP without these rows; what led to one of them leads on to where it led."""
    removed = {step.no: step for step in sop.langkah if step.no in nos}
    kept = tuple(
        replace(step, lanjut=tuple(dict.fromkeys(_led_on(step.lanjut, removed, frozenset()))))
        for step in sop.langkah
        if step.no not in removed
    )
    return replace(sop, langkah=kept)


def with_row_after(sop: SOP, no: str, kegiatan: str) -> SOP:
    """The SOP with a new step below ``no``, called like it with a letter; its cells are empty.

    Where ``no`` led to the row below, it now leads to the new step, and that to the row below.
    """
    nos = [step.no for step in sop.langkah]
    place = nos.index(no)
    before = sop.langkah[place]
    added = Langkah(_free_number(no, nos), kegiatan, lanjut=next_row(nos, place, before.bentuk))
    if before.lanjut == next_row(nos, place, before.bentuk):
        before = replace(before, lanjut=(Lanjut(added.no),))
    langkah = (*sop.langkah[:place], before, added, *sop.langkah[place + 1 :])
    return replace(sop, langkah=langkah)


def _led_on(
    ways: tuple[Lanjut, ...], removed: dict[str, Langkah], passed: frozenset[str]
) -> Iterator[Lanjut]:
    for way in ways:
        if way.ke not in removed:
            yield way
        elif way.ke not in passed:
            onward = _led_on(removed[way.ke].lanjut, removed, passed | {way.ke})
            yield from (Lanjut(other.ke, way.jika or other.jika) for other in onward)


def _free_number(no: str, nos: list[str]) -> str:
    """ "3a" below "3"; "3b" where that is taken; below "3a" again "3b"."""
    stem = no.rstrip("abcdefghijklmnopqrstuvwxyz")
    letters = (f"{stem}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    return next((free for free in letters if free not in nos), f"{len(nos) + 1}000")

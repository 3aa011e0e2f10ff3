"""The steps of an SOP as a graph: which step follows which, where it starts, ends and goes back.

In the form, flow is top to bottom; whatever else happens is written at the step as its exits.
"""

from collections.abc import Sequence
from dataclasses import replace

from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut


def next_row(nos: Sequence[str], place: int, bentuk: Bentuk) -> tuple[Lanjut, ...]:
    """The way out where none is written: the row below; a last or ending step has none."""
    if bentuk is Bentuk.SELESAI or place + 1 >= len(nos):
        return ()
    return (Lanjut(nos[place + 1]),)


def with_next_rows(langkah: Sequence[Langkah], written: Sequence[bool]) -> tuple[Langkah, ...]:
    """The steps with the row below as way out wherever nothing was ``written``."""
    nos = [step.no for step in langkah]
    return tuple(
        step if is_written else replace(step, lanjut=next_row(nos, place, step.bentuk))
        for place, (step, is_written) in enumerate(zip(langkah, written, strict=True))
    )


def exits(sop: SOP) -> dict[str, tuple[Lanjut, ...]]:
    """The ways out of each step, in the order of the form."""
    return {step.no: step.lanjut for step in sop.langkah}


def back_edges(sop: SOP) -> tuple[tuple[str, str], ...]:
    """Pairs of steps (from, to) where the flow goes back up to an earlier row, or to itself."""
    place = {step.no: row for row, step in enumerate(sop.langkah)}
    return tuple(
        (step.no, way.ke)
        for row, step in enumerate(sop.langkah)
        for way in step.lanjut
        if place.get(way.ke, len(place)) <= row
    )


def ends(sop: SOP) -> tuple[str, ...]:
    """The steps at which a case ends: the closing capsules, else the last row."""
    capsules = tuple(step.no for step in sop.langkah if step.bentuk is Bentuk.SELESAI)
    return capsules or tuple(step.no for step in sop.langkah[-1:])


def starts(sop: SOP) -> tuple[str, ...]:
    """The steps at which a case starts: the opening capsules, else the first row."""
    capsules = tuple(step.no for step in sop.langkah if step.bentuk is Bentuk.MULAI)
    return capsules or tuple(step.no for step in sop.langkah[:1])

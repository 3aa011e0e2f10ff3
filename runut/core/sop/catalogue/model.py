"""One entry of the catalogue of findings: what a code means, with an example that raises it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from runut.core.findings import Level
from runut.core.sop.model import SOP, Pelaksana


@dataclass(frozen=True)
class Entry:
    """A code, its name, what it means in the office's work, and a fault that raises it.

    ``contoh`` says in words what was done to the clean SOP, ``spoil`` does it.
    """

    kode: str
    nama: str
    arti: str
    contoh: str
    spoil: Callable[[SOP], SOP]


@dataclass(frozen=True)
class ReadEntry:
    """A code that the reading of a file can give. ``garble`` turns the text of the clean SOP into
    one that raises it; files other than text have no such example."""

    kode: str
    tingkat: Level
    nama: str
    arti: str
    contoh: str = ""
    garble: Callable[[str], str] | None = None


def field(**fields: Any) -> Callable[[SOP], SOP]:
    """Spoils fields of the identity block."""
    return lambda sop: replace(sop, **fields)


def step(no: str, **fields: Any) -> Callable[[SOP], SOP]:
    """Spoils fields of one step."""

    def spoil(sop: SOP) -> SOP:
        langkah = tuple(replace(one, **fields) if one.no == no else one for one in sop.langkah)
        return replace(sop, langkah=langkah)

    return spoil


def both(*spoils: Callable[[SOP], SOP]) -> Callable[[SOP], SOP]:
    """Spoils one thing after the other."""

    def spoil(sop: SOP) -> SOP:
        for one in spoils:
            sop = one(sop)
        return sop

    return spoil


def without_steps(*numbers: str) -> Callable[[SOP], SOP]:
    """Leaves steps out; what led to them leads to where they led, and all is numbered anew."""

    def spoil(sop: SOP) -> SOP:
        onward = {one.no: one.lanjut[0].ke for one in sop.langkah if one.lanjut}
        kept = [one for one in sop.langkah if one.no not in numbers]
        new = {one.no: str(count) for count, one in enumerate(kept, start=1)}

        def target(no: str) -> str:
            while no in numbers:
                no = onward[no]
            return new[no]

        langkah = tuple(
            replace(
                one,
                no=new[one.no],
                lanjut=tuple(replace(way, ke=target(way.ke)) for way in one.lanjut),
            )
            for one in kept
        )
        return replace(sop, langkah=langkah)

    return spoil


def acted_by(*names: str) -> tuple[Pelaksana, ...]:
    """Marks in the columns of these actors."""
    return tuple(Pelaksana(name) for name in names)

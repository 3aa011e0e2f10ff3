"""One example of a finding: what was broken, in words and as a function."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from runut.core.sop.model import SOP, Pelaksana


@dataclass(frozen=True)
class Example:
    """A fault that raises the code of a check.

    ``contoh`` says in words what was done to the clean SOP, ``spoil`` does it.
    """

    kode: str
    contoh: str
    spoil: Callable[[SOP], SOP]


@dataclass(frozen=True)
class Garbled:
    """A fault of a text that raises a code of reading: ``garble`` makes it from the clean text."""

    kode: str
    contoh: str
    garble: Callable[[str], str]


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

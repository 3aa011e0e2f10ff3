"""The steps of an SOP as a graph: which step follows which, where it starts, ends and goes back.

In the form, flow is top to bottom; whatever else happens is written at the step as its exits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from runut.core.sop.model import SOP, Bentuk, Dalam, Langkah, Lanjut, Pelaksana


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


def with_actors(
    step: Langkah, names: Sequence[str], renamed: Mapping[str, str] | None = None
) -> Langkah:
    """The step done by these actors, the first of them leading, each confirmed by a person.

    An actor who stays keeps the symbol in his column, and the arrows between those who stay are
    kept; ``renamed`` gives earlier names their new ones.
    """
    now = renamed or {}
    own = {now.get(one.nama, one.nama): one.bentuk for one in step.pelaksana}
    dalam = (Dalam(now.get(a.dari, a.dari), now.get(a.ke, a.ke), a.jika) for a in step.dalam)
    return replace(
        step,
        pelaksana=tuple(Pelaksana(name, bentuk=own.get(name)) for name in names),
        dalam=tuple(arrow for arrow in dalam if arrow.dari in names and arrow.ke in names),
    )


def with_kinds(step: Langkah, kinds: Mapping[str, Bentuk]) -> Langkah:
    """The step with these symbols of its actors; who has the one that says most, leads.

    An actor who is not named keeps his symbol.
    """
    if not step.pelaksana:
        return step
    own = {one.nama: kinds.get(one.nama, step.symbol_of(one)) for one in step.pelaksana}
    most = max(own.values(), key=_says)
    ranked = sorted(step.pelaksana, key=lambda one: own[one.nama] is not most)
    pelaksana = tuple(
        replace(one, bentuk=None if own[one.nama] is most else own[one.nama]) for one in ranked
    )
    return replace(step, bentuk=most, pelaksana=pelaksana)


def _says(bentuk: Bentuk) -> int:
    """A decision says more than a capsule, a capsule more than a box."""
    return 2 if bentuk is Bentuk.KEPUTUSAN else int(bentuk is not Bentuk.PROSES)


def entered_at(step: Langkah) -> str | None:
    """The actor at whose symbol the arrows from other rows end: the one from which the arrows of
    the row begin; the lead where there is none, or more than one."""
    begun = {one.dari for one in step.dalam} - {one.ke for one in step.dalam}
    return begun.pop() if len(begun) == 1 else _lead(step)


def left_at(step: Langkah, way: Lanjut) -> str | None:
    """The actor from whose symbol a way leaves the row: the decision for its answers, else the
    symbol at which the arrows of the row end."""
    if way.jika and step.bentuk is Bentuk.KEPUTUSAN:
        return _lead(step)
    closed = {one.nama for one in step.pelaksana if step.symbol_of(one) is Bentuk.SELESAI}
    return _ended(step, closed)


def ended_at(step: Langkah) -> str | None:
    """The actor whose symbol is the last of the row by its arrows, a capsule too; the lead where
    there is none, or more than one."""
    return _ended(step, set())


def _ended(step: Langkah, closed: set[str]) -> str | None:
    ended = {one.ke for one in step.dalam} - {one.dari for one in step.dalam} - closed
    return ended.pop() if len(ended) == 1 else _lead(step)


def answers(step: Langkah) -> tuple[str | None, ...]:
    """The answers of a decision: on the ways out of its row and on the arrows inside it."""
    inner = (one.jika for one in step.dalam if one.dari == _lead(step))
    return (*(way.jika for way in step.lanjut if left_at(step, way) == _lead(step)), *inner)


def outward(step: Langkah) -> tuple[Lanjut, ...]:
    """The ways out of a step as a case takes them, with the answers given inside its row.

    An answer that leads to another symbol of the row goes where that symbol leads; where it leads
    nowhere, or back to the decision, the step is done once more, unless the same answer leads out
    of the row as well.
    """
    lead = _lead(step)
    inner = [one for one in step.dalam if one.dari == lead and one.jika]
    if step.bentuk is not Bentuk.KEPUTUSAN or not inner:
        return step.lanjut
    plain = [way for way in step.lanjut if left_at(step, way) == lead]
    found = {(way.ke, way.jika): way for way in plain}
    for arrow in inner:
        onward = [way for way in step.lanjut if way not in plain and left_at(step, way) == arrow.ke]
        leads_out = any(way.jika == arrow.jika for way in plain)
        for way in onward or ([] if leads_out else [Lanjut(step.no)]):
            found[way.ke, arrow.jika] = Lanjut(way.ke, arrow.jika)
    return tuple(found.values())


def run_dry(step: Langkah) -> tuple[str, ...]:
    """The actors whose symbols an arrow of the row leads to and nothing leads on from, though
    they end nothing."""
    ended = {one.ke for one in step.dalam} - {one.dari for one in step.dalam}
    led_on = {left_at(step, way) for way in step.lanjut}
    return tuple(
        one.nama
        for one in step.pelaksana
        if one.nama in ended - led_on and step.symbol_of(one) is not Bentuk.SELESAI
    )


def _lead(step: Langkah) -> str | None:
    return step.pelaksana[0].nama if step.pelaksana else None


def symbols(step: Langkah) -> frozenset[Bentuk]:
    """Every symbol that stands in a row."""
    return frozenset((step.bentuk, *(step.symbol_of(one) for one in step.pelaksana)))


def ends(sop: SOP) -> tuple[str, ...]:
    """The steps at which a case ends: the closing capsules, else the last row."""
    capsules = tuple(step.no for step in sop.langkah if Bentuk.SELESAI in symbols(step))
    return capsules or tuple(step.no for step in sop.langkah[-1:])


def starts(sop: SOP) -> tuple[str, ...]:
    """The steps at which a case starts: the opening capsules, else the first row."""
    capsules = tuple(step.no for step in sop.langkah if Bentuk.MULAI in symbols(step))
    return capsules or tuple(step.no for step in sop.langkah[:1])

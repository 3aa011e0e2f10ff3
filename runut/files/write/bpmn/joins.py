"""How the ways into a step come together: one of them, all of them, or those that were taken.

Found by running the SOP through our own rules of routing, in all states a case can be in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from runut.core.case.model import CaseState, Definition, Step, StepState, StepStatus
from runut.core.case.route import first_steps, is_forward, onward, targets_of
from runut.core.sop.flow import next_row, outward
from runut.core.sop.model import SOP, Langkah, Lanjut

MOST_STATES = 4_000
State = tuple[frozenset[str], frozenset[tuple[str, str]]]


class Join(StrEnum):
    """The gateway where several ways into a step meet."""

    ONE = "exclusiveGateway"
    ALL = "parallelGateway"
    TAKEN = "inclusiveGateway"


@dataclass(frozen=True)
class Move:
    """A step completed with an answer, and the states before and after."""

    state: CaseState
    no: str
    answer: str
    following: CaseState


def ways_out(sop: SOP, place: int) -> tuple[Lanjut, ...]:
    """The ways out of the step in row ``place`` as a case runs them: as drawn, else the row below.

    An answer that leads to a symbol of the same row is a way to the step itself. A way to a step
    that is not there leads nowhere.
    """
    step = sop.langkah[place]
    nos = [other.no for other in sop.langkah]
    known = tuple(dict.fromkeys(way for way in outward(step) if way.ke in nos))
    return known or next_row(nos, place, step.bentuk)


def routing_of(sop: SOP) -> Definition:
    """The SOP as the rules of routing see it, ways back among the ways out."""
    steps = [_step(step, ways_out(sop, place)) for place, step in enumerate(sop.langkah)]
    return Definition("", sop.judul, tuple(steps))


def joins_of(definition: Definition) -> dict[str, Join]:
    """The join before each step that several ways lead down to."""
    entries = _entries(definition)
    met = _meetings(definition)
    return {
        no: _join(sources, met.get(no, set()) if met is not None else None)
        for no, sources in entries.items()
        if len(sources) > 1
    }


def taken_back(definition: Definition) -> dict[tuple[str, str], tuple[str, ...]]:
    """The steps in other branches that an answer takes back: (step, answer) → steps.

    BPMN has no gateway for it: a way back out of a branch leaves the other branches running.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for move in _moves(definition) or ():
        gone = set(move.state.open_steps) - set(move.following.open_steps) - {move.no}
        if gone:
            found.setdefault((move.no, move.answer), set()).update(gone)
    order = definition.position
    return {key: tuple(sorted(gone, key=order)) for key, gone in sorted(found.items())}


def after(definition: Definition, state: CaseState, no: str, answer: str) -> CaseState:
    """The state when the open step ``no`` was completed with ``answer``."""
    step = definition.step(no)
    targets = targets_of(step, answer) if step is not None else ()
    ahead = onward(definition, state, no, targets)
    steps = dict(state.steps)
    for closed in (no, *ahead.withdraws):
        steps[closed] = replace(steps[closed], status=StepStatus.SELESAI)
    for opening in ahead.opens:
        steps[opening.no] = StepState(StepStatus.TERBUKA, opening.round)
    return CaseState(steps=steps, waiting=ahead.waiting)


def beginning(definition: Definition) -> CaseState:
    """The state of a case that has just begun."""
    first = first_steps(definition)
    return CaseState(steps={no: StepState(StepStatus.TERBUKA, 1) for no in first})


def answers_of(step: Step) -> tuple[str, ...]:
    """The answers that complete a step; one empty answer where nothing is asked."""
    return tuple(dict.fromkeys(way.jika for way in step.exits if way.jika is not None)) or ("",)


def state_key(state: CaseState) -> State:
    """What two states must share to go on alike."""
    waiting = frozenset((arrival.origin, arrival.to) for arrival in state.waiting)
    return frozenset(state.open_steps), waiting


def _step(langkah: Langkah, exits: tuple[Lanjut, ...]) -> Step:
    actors = tuple(one.nama for one in langkah.pelaksana)
    return Step(langkah.no, langkah.kegiatan, actors, langkah.bentuk, exits)


def _entries(definition: Definition) -> Mapping[str, list[str]]:
    """The steps, and the beginning (""), from which a way leads down to each step."""
    entries: dict[str, list[str]] = {no: [""] for no in first_steps(definition)}
    for step in definition.steps:
        for way in step.exits:
            if is_forward(definition, step.no, way.ke):
                entries.setdefault(way.ke, []).append(step.no)
    return entries


def _moves(definition: Definition) -> list[Move] | None:
    """Every completion of a step in every state of a case; None where there are too many."""
    begin = beginning(definition)
    seen, waiting, moves = {state_key(begin)}, [begin], []
    while waiting:
        state = waiting.pop()
        for no in state.open_steps:
            step = definition.step(no)
            for answer in answers_of(step) if step is not None else ():
                move = Move(state, no, answer, after(definition, state, no, answer))
                moves.append(move)
                if state_key(move.following) not in seen:
                    seen.add(state_key(move.following))
                    waiting.append(move.following)
        if len(seen) > MOST_STATES:
            return None
    return moves


def _meetings(definition: Definition) -> dict[str, set[frozenset[str]]] | None:
    """Which steps' work met whenever a step opened; None where there are too many states."""
    moves = _moves(definition)
    if moves is None:
        return None
    met: dict[str, set[frozenset[str]]] = {}
    for no in beginning(definition).open_steps:
        met.setdefault(no, set()).add(frozenset([""]))
    for move in moves:
        for opened, sources in _met_now(definition, move):
            met.setdefault(opened, set()).add(sources)
    return met


def _met_now(definition: Definition, move: Move) -> Iterator[tuple[str, frozenset[str]]]:
    """The steps that opened when a step was done, each with the steps whose work met there."""
    step = definition.step(move.no)
    arrivals = {(arrival.origin, arrival.to) for arrival in move.state.waiting}
    arrivals |= {(move.no, target) for target in (targets_of(step, move.answer) if step else ())}
    for opened in move.following.open_steps:
        if move.following.step(opened).round == move.state.step(opened).round:
            continue
        sources = {o for o, to in arrivals if to == opened and is_forward(definition, o, opened)}
        if sources:
            yield opened, frozenset(sources)


def _join(sources: list[str], met: set[frozenset[str]] | None) -> Join:
    if met is None:
        return Join.TAKEN
    if all(len(together) == 1 for together in met):
        return Join.ONE
    is_always_all = met == {frozenset(sources)} and len(set(sources)) == len(sources)
    return Join.ALL if is_always_all else Join.TAKEN

"""Which steps open next: splits, joins and ways back in the graph of a definition.

What holds at all times: no open step lies ahead of another open step. A join therefore waits for
every branch that can still come to it, and a way back takes back all that lies ahead of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from runut.core.case.model import Arrival, CaseState, Definition, Opening, Step
from runut.core.sop.model import Bentuk


@dataclass(frozen=True)
class Onward:
    """What a step that ends sets going: steps that open, arrivals that wait, steps taken back."""

    opens: tuple[Opening, ...]
    waiting: tuple[Arrival, ...]
    withdraws: tuple[str, ...]


def is_forward(definition: Definition, origin: str, target: str) -> bool:
    """Whether the way from ``origin`` to ``target`` leads down the form."""
    return definition.position(target) > definition.position(origin)


def forward_reach(definition: Definition, no: str) -> frozenset[str]:
    """All steps that lie ahead of ``no``, following only ways that lead down the form."""
    seen: set[str] = set()
    todo = [no]
    while todo:
        here = todo.pop()
        step = definition.step(here)
        for way in step.exits if step else ():
            if way.ke not in seen and is_forward(definition, here, way.ke):
                seen.add(way.ke)
                todo.append(way.ke)
    return frozenset(seen)


def targets_of(step: Step, exit_label: str) -> tuple[str, ...]:
    """Where an exit leads. Ways without a label are taken always (a split)."""
    return tuple(way.ke for way in step.exits if way.jika is None or way.jika == exit_label)


def first_steps(definition: Definition) -> tuple[str, ...]:
    """The steps a case begins with: the first row, and every other row that no way leads to.

    A starting capsule further down is one also where a way back leads up to it.
    """
    entered: set[str] = set()
    entered_from_above: set[str] = set()
    for step in definition.steps:
        for way in step.exits:
            entered.add(way.ke)
            if is_forward(definition, step.no, way.ke):
                entered_from_above.add(way.ke)
    return tuple(
        step.no
        for position, step in enumerate(definition.steps)
        if position == 0
        or step.no not in entered
        or (step.bentuk is Bentuk.MULAI and step.no not in entered_from_above)
    )


def onward(definition: Definition, state: CaseState, no: str, targets: tuple[str, ...]) -> Onward:
    """What follows when the open step ``no`` ends and its work goes to ``targets``.

    A step opens when no open step can still come to it; until then the arrival waits. A target
    up the form is a way back: what lies ahead of it will be done again, so open steps there are
    withdrawn, and so are arrivals from there.
    """
    redone = _redone(definition, no, targets)
    withdraws = _in_order(definition, (o for o in state.open_steps if o != no and o in redone))
    running = [o for o in state.open_steps if o != no and o not in redone]
    arrivals = [a for a in state.waiting if a.origin not in redone]
    arrivals += [Arrival(no, target) for target in targets]
    ahead = {target for other in running for target in forward_reach(definition, other)}
    opens: list[Opening] = []
    for target in _in_order(definition, {a.to for a in arrivals} - set(running)):
        if target not in ahead:
            opens.append(reopening(state, target))
            running.append(target)
            ahead |= forward_reach(definition, target)
    waiting = tuple(dict.fromkeys(a for a in arrivals if a.to not in running))
    return Onward(tuple(opens), waiting, withdraws)


def reopening(state: CaseState, no: str) -> Opening:
    """A step opens once per round; every opening is a new round."""
    return Opening(no, state.step(no).round + 1)


def is_still_ahead(definition: Definition, state: CaseState, no: str, besides: str = "") -> bool:
    """Whether an open step, other than ``besides``, can still come to ``no``."""
    others = (other for other in state.open_steps if other != besides)
    return any(no in forward_reach(definition, other) for other in others)


def _redone(definition: Definition, no: str, targets: tuple[str, ...]) -> set[str]:
    redone: set[str] = set()
    for target in targets:
        if not is_forward(definition, no, target):
            redone |= {target} | forward_reach(definition, target)
    return redone


def _in_order(definition: Definition, numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(numbers, key=definition.position))

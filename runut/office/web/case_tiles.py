"""How a running case colours the drawing of its SOP: which steps and ways are done, now, later."""

from collections.abc import Collection

from runut.core.case.model import CaseState, Definition, Step, StepStatus
from runut.core.case.route import forward_reach
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.sop.tile import State, TileStep, Way

Return = tuple[str, str]
"""A step that sent work back, and where to."""


def steps_of_case(
    sop: SOP, definition: Definition, state: CaseState, returned: Collection[Return] = ()
) -> tuple[TileStep, ...]:
    """The rows of ``sop`` with the state of the case; ``returned``: ways back taken so far."""
    states = {step.no: step_state(definition, state, step.no) for step in definition.steps}
    return tuple(
        _tile_step(langkah, step, states, state, returned)
        for langkah, step in zip(sop.langkah, definition.steps, strict=True)
    )


def step_state(definition: Definition, state: CaseState, no: str) -> State:
    """How a step stands. What was done but lies ahead of an open step has to be done again."""
    step = state.step(no)
    if step.status is StepStatus.TERBUKA:
        return State.NOW
    if step.status is StepStatus.DIKEMBALIKAN:
        return State.RETURNED
    is_ahead = any(no in forward_reach(definition, other) for other in state.open_steps)
    if step.status is StepStatus.SELESAI and not is_ahead:
        return State.DONE
    return State.LATER


def _tile_step(
    langkah: Langkah,
    step: Step,
    states: dict[str, State],
    state: CaseState,
    returned: Collection[Return],
) -> TileStep:
    ways = tuple(
        Way(to, label, _way_state((step.no, to), label, states, state, returned))
        for to, label in _drawn_ways(langkah, step)
    )
    return TileStep(step.no, step.actors, step.bentuk, ways, states[step.no])


def _drawn_ways(langkah: Langkah, step: Step) -> list[tuple[str, str]]:
    """The ways as the form draws them, and the ways back its owner confirmed beside it."""
    ways = [(lanjut.ke, lanjut.jika or "") for lanjut in langkah.lanjut]
    ways = ways or [(lanjut.ke, lanjut.jika or "") for lanjut in step.exits]
    label = "Tidak" if step.bentuk is Bentuk.KEPUTUSAN else ""
    known = {to for to, _ in ways}
    return ways + [(to, label) for to in step.return_to if to not in known]


def _way_state(
    pair: Return,
    label: str,
    states: dict[str, State],
    state: CaseState,
    returned: Collection[Return],
) -> State:
    source, target = pair
    if pair in returned:
        return State.RETURNED
    taken = state.step(source).exit
    is_taken = not label or not taken or taken == label
    is_reached = states.get(target, State.LATER) is not State.LATER
    return State.DONE if states[source] is State.DONE and is_taken and is_reached else State.LATER

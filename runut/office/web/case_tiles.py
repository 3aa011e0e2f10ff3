"""How a running case colours the drawing of its SOP: which steps and ways are done, now, later."""

from collections.abc import Collection
from itertools import takewhile

from runut.core.case.inner import refuse_before_turn, to_confirm
from runut.core.case.model import CaseState, Definition, Step, StepStatus
from runut.core.case.route import forward_reach
from runut.core.sop.drawing.tiles.layout import tile_step
from runut.core.sop.drawing.tiles.model import State, TileStep, Way
from runut.core.sop.model import SOP, Bentuk, Langkah

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
    above = [*takewhile(lambda no: no != step.no, states), step.no]
    ways = []
    for to, label in _drawn_ways(langkah, step):
        if to in above:
            way_state = State.RETURNED if (step.no, to) in returned else State.LATER
        else:
            way_state = _state_down(step.no, to, label, states, state)
        ways.append(Way(to, label, way_state))
    return tile_step(langkah, ways, states[step.no], actor_states(step, state))


def actor_states(step: Step, state: CaseState) -> dict[str, State]:
    """How far each of several actors of an open step is: done, due, or waiting for another or for
    an answer. Who completes the step is due once nobody else is."""
    now = state.step(step.no)
    if now.status is not StepStatus.TERBUKA or len(step.actors) < 2:
        return {}
    due = to_confirm(step, state)
    left = [actor for actor in due if actor not in now.confirmed]
    found = {}
    for actor in step.actors[1:]:
        is_due = actor in left and refuse_before_turn(step, state, actor) is None
        waits = State.NOW if is_due else State.LATER
        found[actor] = State.DONE if actor in due and actor not in left else waits
    waits_for_row = bool(step.inner and left)
    return {step.actors[0]: State.LATER if waits_for_row else State.NOW, **found}


def _drawn_ways(langkah: Langkah, step: Step) -> list[tuple[str, str]]:
    """The ways as the form draws them, and the ways back its owner confirmed beside it."""
    ways = [(lanjut.ke, lanjut.jika or "") for lanjut in langkah.lanjut]
    ways = ways or [(lanjut.ke, lanjut.jika or "") for lanjut in step.exits]
    label = "Tidak" if step.bentuk is Bentuk.KEPUTUSAN else ""
    known = {to for to, _ in ways}
    return ways + [(to, label) for to in step.return_to if to not in known]


def _state_down(no: str, to: str, label: str, states: dict[str, State], state: CaseState) -> State:
    """A way down the form is done where its step is done, by this exit, and led on."""
    exit_taken = state.step(no).exit
    is_taken = not label or not exit_taken or exit_taken == label
    has_led_on = states.get(to, State.LATER) is not State.LATER
    return State.DONE if states[no] is State.DONE and is_taken and has_led_on else State.LATER

"""Which steps open next: splits, joins and ways back in the graph of a definition."""

from runut.core.case.model import CaseState, Definition, Opening, Step, StepStatus


def is_forward(definition: Definition, origin: str, target: str) -> bool:
    """Whether the way from ``origin`` to ``target`` leads down the form."""
    return definition.position(target) > definition.position(origin)


def forward_reach(definition: Definition, no: str) -> frozenset[str]:
    """All steps that lie ahead of ``no``, following only ways that lead down the form."""
    seen: set[str] = set()
    todo = [no]
    while todo:
        step = definition.step(todo.pop())
        for lanjut in step.exits if step else ():
            if is_forward(definition, no, lanjut.ke) and lanjut.ke not in seen:
                seen.add(lanjut.ke)
                todo.append(lanjut.ke)
    return frozenset(seen)


def targets_of(step: Step, exit_label: str) -> tuple[str, ...]:
    """Where an exit leads. Ways without a label are taken always (a split)."""
    return tuple(way.ke for way in step.exits if way.jika is None or way.jika == exit_label)


def first_steps(definition: Definition) -> tuple[str, ...]:
    """The steps no way leads to: there the case begins (the first row if all have one)."""
    entered = {
        way.ke
        for step in definition.steps
        for way in step.exits
        if is_forward(definition, step.no, way.ke)
    }
    starts = tuple(step.no for step in definition.steps if step.no not in entered)
    return starts or tuple(step.no for step in definition.steps[:1])


def openings_after(
    definition: Definition, state: CaseState, no: str, exit_label: str
) -> tuple[Opening, ...]:
    """The steps that open when ``no`` is completed by ``exit_label``.

    A join waits: a step does not open while another open step still leads to it, so several
    arrows into one step mean "when all of them that run have arrived".
    """
    step = definition.step(no)
    if step is None:
        return ()
    still_open = [other for other in state.open_steps if other != no]
    return tuple(
        reopening(state, target)
        for target in targets_of(step, exit_label)
        if state.step(target).status is not StepStatus.TERBUKA
        and not _awaits_another(definition, still_open, no, target)
    )


def reopening(state: CaseState, no: str) -> Opening:
    """A step opens once per round; every opening is a new round."""
    return Opening(no, state.step(no).round + 1)


def withdrawn_by_return(
    definition: Definition, state: CaseState, no: str, to: str
) -> tuple[str, ...]:
    """Open steps in other branches that a return to ``to`` makes pointless."""
    ahead = forward_reach(definition, to)
    return tuple(other for other in state.open_steps if other != no and other in ahead)


def _awaits_another(
    definition: Definition, still_open: list[str], origin: str, target: str
) -> bool:
    if not is_forward(definition, origin, target):
        return False
    return any(target in forward_reach(definition, other) for other in still_open)

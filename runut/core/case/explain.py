"""How a case stands, for the pages that show it: who holds it, how far it is, who may act."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from runut.core.case.inner import mends_inside, refuse_before_turn, to_confirm
from runut.core.case.model import (
    CaseState,
    CompleteStep,
    Definition,
    Output,
    Request,
    Step,
    StepStatus,
)
from runut.core.case.rights import (
    acting_for,
    is_in_force,
    refuse_confirmed,
    refuse_foreign,
    refuse_not_open,
    refuse_own_work,
    refuse_unless_running,
)
from runut.core.case.route import forward_reach, is_still_ahead
from runut.core.case.similar import is_similar
from runut.core.findings import Refused


@dataclass(frozen=True)
class Holding:
    """An open step: the actors who still have to act, the people who may, since when."""

    no: str
    actors: tuple[str, ...]
    people: tuple[str, ...]
    since: datetime | None


class Progress(NamedTuple):
    """Steps done and to be done in all; ``rounds`` is 1 until something was returned."""

    done: int
    total: int
    rounds: int


def holders_now(definition: Definition, state: CaseState) -> tuple[Holding, ...]:
    """Who holds the case: one entry per open step, in the order of the form."""
    holdings = []
    for step in definition.steps:
        now = state.step(step.no)
        if now.status is StepStatus.TERBUKA:
            waiting = (*step.actors[:1], *to_confirm(step, state))
            actors = tuple(actor for actor in waiting if actor not in now.confirmed)
            people = people_who_may(definition, state, step.no)
            holdings.append(Holding(step.no, actors, people, now.opened_at))
    return tuple(holdings)


def progress(definition: Definition, state: CaseState) -> Progress:
    """How far the case is. What lies ahead of an open step will be done again and is not done;
    what the way of this case leads around does not count."""
    ahead = {no for open_step in state.open_steps for no in forward_reach(definition, open_step)}
    done = [
        step.no
        for step in definition.steps
        if state.step(step.no).status is StepStatus.SELESAI and step.no not in ahead
    ]
    avoided = [
        step.no
        for step in definition.steps
        if state.started_at is not None
        and not state.step(step.no).round
        and not is_still_ahead(definition, state, step.no)
    ]
    rounds = max((step.round for step in state.steps.values()), default=0)
    return Progress(len(done), len(definition.steps) - len(avoided), rounds)


def kelengkapan_known(definition: Definition, state: CaseState, no: str) -> Mapping[str, Output]:
    """Which of the things that step ``no`` needs an earlier step already left, by their names.

    The nearest step before ``no`` with an output of a similar name gives it. A proposal: the
    person at the step still says what is there.
    """
    step = definition.step(no)
    earlier = [s.no for s in definition.steps if no in forward_reach(definition, s.no)]
    left = [out for before in reversed(earlier) for out in state.step(before).outputs]
    found = {
        name: next((out for out in left if is_similar(name, out.nama)), None)
        for name in (step.kelengkapan if step else ())
    }
    return {name: out for name, out in found.items() if out is not None}


def may_act(
    definition: Definition, state: CaseState, no: str, person: str, at: datetime
) -> Refused | None:
    """Why ``person`` may not act on step ``no``, or None if he may, also for somebody else.

    Asks what ``decide`` asks, except what depends on the contents of the form sent in.
    """
    if acts_for(definition, state, no, person, at):
        return None
    behalves = _behalves(state, person, at)
    refusals = [_refuse(definition, state, no, _probe(state, no, person, at, b)) for b in behalves]
    told = [refused for refused in refusals if refused]
    return next((refused for refused in told if refused.kode != "bukan_pelaksana"), told[0])


def acts_for(
    definition: Definition, state: CaseState, no: str, person: str, at: datetime
) -> tuple[str, ...]:
    """On whose behalf ``person`` may act on step ``no`` at ``at``: "" means in his own right."""
    return tuple(
        holder
        for holder in _behalves(state, person, at)
        if _refuse(definition, state, no, _probe(state, no, person, at, holder)) is None
    )


def people_who_may(
    definition: Definition, state: CaseState, no: str, at: datetime | None = None
) -> tuple[str, ...]:
    """In whose inbox an open step lies: the holders of its roles, without those who would check
    their own work. With ``at`` as it is then: what a substitute has taken over lies with him, and
    no longer with the holder. A pause empties no inbox."""
    step = definition.step(no)
    if step is None or state.started_at is None:
        return ()
    started_at = state.started_at
    if at is None:
        state = replace(state, delegations=())
    people = [person for actor in step.actors for person in state.roles.get(actor, ())]
    if at is not None:
        people += [given.substitute for given in state.delegations]
    moment = at if at is not None else started_at
    return tuple(
        person
        for person in dict.fromkeys(people)
        if any(
            _refuse_step(definition, step, state, _probe(state, no, person, moment, holder)) is None
            for holder in (_behalves(state, person, moment) if at else ("",))
        )
    )


def _behalves(state: CaseState, person: str, at: datetime) -> tuple[str, ...]:
    holders = [given.holder for given in state.delegations if given.substitute == person]
    day = at.date()
    in_force = (h for h in dict.fromkeys(holders) if is_in_force(state, h, person, day))
    return ("", *in_force)


def _probe(state: CaseState, no: str, person: str, at: datetime, on_behalf_of: str) -> CompleteStep:
    return CompleteStep(
        by=person, at=at, on_behalf_of=on_behalf_of, no=no, round=state.step(no).round
    )


def _refuse(definition: Definition, state: CaseState, no: str, request: Request) -> Refused | None:
    step = definition.step(no)
    refused = refuse_unless_running(state)
    if refused or step is None:
        return refused or refuse_not_open(step, state, no, 0)
    return _refuse_step(definition, step, state, request)


def _refuse_step(
    definition: Definition, step: Step, state: CaseState, request: Request
) -> Refused | None:
    refused = refuse_not_open(step, state, step.no, state.step(step.no).round) or refuse_foreign(
        step, state, request
    )
    if refused:
        return refused
    actor = acting_for(step, state, request)
    if not mends_inside(step, actor) and (own := refuse_own_work(definition, step, state, request)):
        return own
    return refuse_confirmed(step, state, actor) or refuse_before_turn(step, state, actor)


def on_behalf_of(
    definition: Definition, state: CaseState, no: str, person: str, at: datetime
) -> str:
    """For whom ``person`` acts on a step: "" in his own right, which goes before everything."""
    return next(iter(acts_for(definition, state, no, person, at)), "")


def leads_step(
    definition: Definition, state: CaseState, no: str, person: str, at: datetime
) -> bool:
    """Whether ``person`` acts on a step as its leading actor; the others confirm their part."""
    step = definition.step(no)
    if step is None or not step.actors:
        return True
    behalf = on_behalf_of(definition, state, no, person, at)
    return acting_for(step, state, _probe(state, no, person, at, behalf)) == step.actors[0]

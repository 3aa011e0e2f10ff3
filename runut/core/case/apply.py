"""What an event makes of a case. A fold of these over all events is the case."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from runut.core.case.model import (
    CaseCancelled,
    CasePaused,
    CaseResumed,
    CaseStarted,
    CaseState,
    CaseStatus,
    Event,
    Mark,
    Opening,
    RoleDelegated,
    StepAssigned,
    StepCompleted,
    StepConfirmed,
    StepReturned,
    StepStarted,
    StepState,
    StepStatus,
)


def apply(state: CaseState, event: Event) -> CaseState:
    """The state after ``event``. Never refuses: what happened, happened.

    Raises TypeError for an event that this version does not know: a promise is broken.
    """
    match event:
        case CaseStarted():
            started = replace(state, roles=event.roles, started_by=event.by, started_at=event.at)
            return _open(started, event.opens, event)
        case StepStarted():
            return _change(state, event.no, started_at=event.at, started_by=event.by)
        case StepConfirmed():
            confirmed = (*state.step(event.no).confirmed, event.actor)
            return _change(state, event.no, confirmed=confirmed)
        case StepAssigned():
            return _change(state, event.no, assignee=event.person)
        case StepCompleted():
            return _complete(state, event)
        case StepReturned():
            return _send_back(state, event)
        case RoleDelegated():
            return replace(state, delegations=(*state.delegations, event.delegation))
        case CasePaused():
            return replace(state, status=CaseStatus.DITUNDA, reason=event.reason)
        case CaseResumed():
            return replace(state, status=CaseStatus.BERJALAN, reason="")
        case CaseCancelled():
            return replace(state, status=CaseStatus.DIBATALKAN, reason=event.reason)
    raise TypeError(f"unknown event {type(event).__name__}")


def replay(events: Iterable[Event]) -> CaseState:
    """The case that a list of events tells."""
    state = CaseState()
    for event in events:
        state = apply(state, event)
    return state


def _change(state: CaseState, no: str, **changes: object) -> CaseState:
    step: StepState = replace(state.step(no), **changes)  # type: ignore[arg-type]
    return replace(state, steps=MappingProxyType({**state.steps, no: step}))


def _complete(state: CaseState, event: StepCompleted) -> CaseState:
    who = event.paper.who if event.paper else event.by
    state = _change(
        state,
        event.no,
        status=StepStatus.SELESAI,
        done_at=event.paper.when if event.paper else event.at,
        done_by=who,
        on_behalf_of=event.on_behalf_of,
        outputs=event.outputs,
        exit=event.exit,
    )
    if event.mark:
        mark = Mark(
            kind=event.mark,
            no=event.no,
            round=event.round,
            sha256=event.read_sha256,
            by=who,
            on_behalf_of=event.on_behalf_of,
            at=event.at,
        )
        state = replace(state, marks=(*state.marks, mark))
    state = _open(state, event.opens, event)
    return replace(state, status=CaseStatus.SELESAI) if event.finishes else state


def _send_back(state: CaseState, event: StepReturned) -> CaseState:
    state = _change(
        state,
        event.no,
        status=StepStatus.DIKEMBALIKAN,
        done_at=event.at,
        done_by=event.by,
        on_behalf_of=event.on_behalf_of,
    )
    for no in event.withdraws:
        state = _change(state, no, status=StepStatus.DITARIK)
    return _open(state, event.opens, event, notes=event.notes)


def _open(state: CaseState, opens: tuple[Opening, ...], event: Event, notes: str = "") -> CaseState:
    """Open steps afresh. What the step left in its last round stays readable until it is redone."""
    for opening in opens:
        before = state.step(opening.no)
        fresh = StepState(
            status=StepStatus.TERBUKA,
            round=opening.round,
            opened_at=event.at,
            assignee=before.assignee,
            outputs=before.outputs,
            notes=notes,
        )
        state = replace(state, steps=MappingProxyType({**state.steps, opening.no: fresh}))
    return state

"""What an event makes of a case. A fold of these over all events is the case."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from runut.core.case.events import (
    CaseCancelled,
    CasePaused,
    CaseRenamed,
    CaseResumed,
    CaseStarted,
    DelegationEnded,
    DueChanged,
    Event,
    HoldersChanged,
    ManagerChanged,
    RoleDelegated,
    StepAssigned,
    StepCompleted,
    StepConfirmed,
    StepReturned,
    StepStarted,
    WorkChanged,
)
from runut.core.case.model import CaseState, CaseStatus, Mark, Opening, StepState, StepStatus


def apply(state: CaseState, event: Event) -> CaseState:
    """The state after ``event``. Never refuses: what happened, happened.

    Raises TypeError for an event that this version does not know: a promise is broken.
    """
    match event:
        case CaseStarted():
            return _start(state, event)
        case StepStarted():
            return _change(state, event.no, started_at=event.at, started_by=event.by)
        case StepConfirmed():
            return _confirm(state, event)
        case StepAssigned():
            return _change(state, event.no, assignee=event.person)
        case StepCompleted():
            return _complete(state, event)
        case StepReturned():
            return _send_back(state, event)
        case HoldersChanged():
            roles = MappingProxyType({**state.roles, event.actor: event.holders})
            return replace(state, roles=roles)
        case WorkChanged():
            works = MappingProxyType({**state.works, event.no: event.work})
            return replace(state, works=works)
    return _apply_keeping(state, event)


def _apply_keeping(state: CaseState, event: Event) -> CaseState:
    """What changes a case as a whole, whatever its SOP."""
    match event:
        case RoleDelegated():
            return replace(state, delegations=(*state.delegations, event.delegation))
        case DelegationEnded():
            return _end_delegation(state, event)
        case ManagerChanged():
            return replace(state, manager=event.person)
        case CaseRenamed():
            return replace(state, judul=event.judul)
        case DueChanged():
            return replace(state, due=event.due)
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


def _end_delegation(state: CaseState, event: DelegationEnded) -> CaseState:
    """It covers the days up to its new end, none where that lies before its first."""
    kept = (
        replace(given, last=event.last) if given == event.delegation else given
        for given in state.delegations
    )
    return replace(state, delegations=tuple(one for one in kept if one.first <= one.last))


def _start(state: CaseState, event: CaseStarted) -> CaseState:
    started = replace(
        state,
        sop_sha256=event.sop_sha256,
        roles=event.roles,
        started_by=event.by,
        started_at=event.at,
    )
    return _open(started, event.opens, event.at)


def _change(state: CaseState, no: str, **changes: object) -> CaseState:
    step: StepState = replace(state.step(no), **changes)  # type: ignore[arg-type]
    return replace(state, steps=MappingProxyType({**state.steps, no: step}))


def _who_and_when(event: StepConfirmed | StepCompleted | StepReturned) -> tuple[str, datetime]:
    """Whose act it is and when he did it; a paper act was done before it was recorded."""
    return (event.paper.who, event.paper.when) if event.paper else (event.by, event.at)


def _confirm(state: CaseState, event: StepConfirmed) -> CaseState:
    step = state.step(event.no)
    who, _ = _who_and_when(event)
    hands = (who, event.on_behalf_of) if event.on_behalf_of else (who,)
    names = {out.nama for out in event.outputs}
    return _change(
        state,
        event.no,
        confirmed=(*step.confirmed, event.actor),
        confirmed_by=(*step.confirmed_by, *hands),
        handed=(*(out for out in step.handed if out.nama not in names), *event.outputs),
    )


def _complete(state: CaseState, event: StepCompleted) -> CaseState:
    who, when = _who_and_when(event)
    state = _change(
        state,
        event.no,
        status=StepStatus.SELESAI,
        done_at=when,
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
            at=when,
        )
        state = replace(state, marks=(*state.marks, mark))
    state = _move_on(state, event)
    if any(opening.no == event.no for opening in event.opens):
        # the answer that sent the step round again says who works in it now
        state = _change(state, event.no, exit=event.exit)
    if event.notes:
        for opening in event.opens:
            state = _change(state, opening.no, notes=event.notes)
    return replace(state, status=CaseStatus.SELESAI) if event.finishes else state


def _send_back(state: CaseState, event: StepReturned) -> CaseState:
    who, when = _who_and_when(event)
    state = _change(
        state,
        event.no,
        status=StepStatus.DIKEMBALIKAN,
        done_at=when,
        done_by=who,
        on_behalf_of=event.on_behalf_of,
    )
    return _change(_move_on(state, event), event.to, notes=event.notes)


def _move_on(state: CaseState, event: StepCompleted | StepReturned) -> CaseState:
    for no in event.withdraws:
        state = _change(state, no, status=StepStatus.DITARIK)
    state = replace(state, waiting=event.waiting)
    return _open(state, event.opens, event.at)


def _open(state: CaseState, opens: tuple[Opening, ...], at: datetime) -> CaseState:
    """Open steps afresh. What the step left in its last round stays readable until it is redone."""
    for opening in opens:
        before = state.step(opening.no)
        fresh = StepState(
            status=StepStatus.TERBUKA,
            round=opening.round,
            opened_at=at,
            assignee=before.assignee,
            outputs=before.outputs,
        )
        state = replace(state, steps=MappingProxyType({**state.steps, opening.no: fresh}))
    return state

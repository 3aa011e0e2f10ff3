"""The rules of a case: a request is answered with events, or refused in plain words.

``decide(definition, state, request)`` changes nothing and knows no clock. Each kind of request
has one function, in the file of its subject.
"""

from runut.core.case.completing import complete_step, start_step
from runut.core.case.events import Decision
from runut.core.case.model import (
    AssignStep,
    CancelCase,
    CaseState,
    ChangeDue,
    ChangeHolders,
    ChangeManager,
    ChangeWork,
    CompleteStep,
    Definition,
    DelegateRole,
    EndDelegation,
    PauseCase,
    RenameCase,
    Request,
    ResumeCase,
    ReturnStep,
    StartCase,
    StartStep,
)
from runut.core.case.returning import return_step
from runut.core.case.running import (
    cancel_case,
    change_due,
    change_manager,
    pause_case,
    rename_case,
    resume_case,
    start_case,
)
from runut.core.case.staffing import (
    assign_step,
    change_holders,
    delegate_role,
    end_delegation,
)
from runut.core.case.working import change_work


def decide(definition: Definition, state: CaseState, request: Request) -> Decision:
    """Answer ``request`` with the events it causes, or with the reason why not.

    Raises TypeError for a request that this version does not know, and ValueError for a
    definition that is not the one this case was started with.
    """
    if state.started_at is not None and state.sop_sha256 != definition.sop_sha256:
        raise ValueError("a running case keeps the SOP it started with")
    match request:
        case StartCase():
            return start_case(definition, state, request)
        case StartStep():
            return start_step(definition, state, request)
        case CompleteStep():
            return complete_step(definition, state, request)
        case ReturnStep():
            return return_step(definition, state, request)
        case AssignStep():
            return assign_step(definition, state, request)
        case ChangeHolders():
            return change_holders(definition, state, request)
        case ChangeWork():
            return change_work(definition, state, request)
    return _decide_keeping(state, request)


def _decide_keeping(state: CaseState, request: Request) -> Decision:
    """What is asked about a case as a whole, whatever its SOP."""
    match request:
        case DelegateRole():
            return delegate_role(state, request)
        case EndDelegation():
            return end_delegation(state, request)
        case ChangeManager():
            return change_manager(state, request)
        case RenameCase():
            return rename_case(state, request)
        case ChangeDue():
            return change_due(state, request)
        case PauseCase():
            return pause_case(state, request)
        case ResumeCase():
            return resume_case(state, request)
        case CancelCase():
            return cancel_case(state, request)
    raise TypeError(f"unknown request {type(request).__name__}")

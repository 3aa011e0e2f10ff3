"""A checker sends the work back to an earlier step, with notes on what to mend."""

from runut.core.case import route
from runut.core.case.events import Decision, StepReturned
from runut.core.case.model import CaseState, Definition, ReturnStep, Step
from runut.core.case.rights import (
    refuse_foreign,
    refuse_not_open,
    refuse_own_work,
    refuse_stale_reading,
    refuse_unless_running,
)
from runut.core.findings import Refused


def return_step(definition: Definition, state: CaseState, request: ReturnStep) -> Decision:
    """End the round of a step by reopening an earlier one; what lies between is done again."""
    step = definition.step(request.no)
    refused = refuse_unless_running(state) or refuse_not_open(
        step, state, request.no, request.round
    )
    if refused:
        return refused
    assert step is not None  # noqa: S101 - refuse_not_open answered for None
    return (
        refuse_foreign(step, state, request)
        or refuse_own_work(definition, step, state, request)
        or refuse_stale_reading(step, state, request.read_sha256)
        or _refuse_way(step, request)
        or _returned(definition, state, request)
    )


def _refuse_way(step: Step, request: ReturnStep) -> Refused | None:
    if request.to not in step.return_to:
        return Refused(
            "bukan_jalan_kembali",
            f"Langkah {step.no} tidak dapat dikembalikan ke langkah {request.to}. Pilihan yang "
            f"ada: {', '.join(step.return_to) or 'tidak ada'}.",
        )
    if not request.notes.strip():
        return Refused(
            "tanpa_catatan",
            "Tuliskan catatan perbaikan, agar yang menerima tahu apa yang harus diperbaiki.",
        )
    return None


def _returned(definition: Definition, state: CaseState, request: ReturnStep) -> Decision:
    ahead = route.onward(definition, state, request.no, (request.to,))
    return (
        StepReturned(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=request.no,
            round=request.round,
            to=request.to,
            notes=request.notes.strip(),
            read_sha256=request.read_sha256,
            opens=ahead.opens,
            withdraws=ahead.withdraws,
            paper=request.paper,
            waiting=ahead.waiting,
        ),
    )

"""Doing a step: begin it, confirm one's part, complete it with what it must leave behind."""

from dataclasses import replace

from runut.core.case import route
from runut.core.case.events import Decision, StepCompleted, StepConfirmed, StepStarted
from runut.core.case.inner import mends_inside, refuse_before_turn, to_confirm
from runut.core.case.model import CaseState, CompleteStep, Definition, Output, StartStep, Step
from runut.core.case.rights import (
    acting_for,
    document_under_check,
    has_valid_mark,
    refuse_confirmed,
    refuse_foreign,
    refuse_not_open,
    refuse_own_work,
    refuse_stale_reading,
    refuse_unless_running,
    roles_in_force,
    who_acts,
)
from runut.core.case.stranding import refuse_stranding
from runut.core.findings import Refused
from runut.core.words.labels import is_negative


def start_step(definition: Definition, state: CaseState, request: StartStep) -> Decision:
    """Note that somebody took up the step. A second time changes nothing."""
    step = definition.step(request.no)
    refused = (
        refuse_unless_running(state)
        or refuse_not_open(step, state, request.no, request.round)
        or refuse_foreign(step, state, request)
    )
    if refused:
        return refused
    if state.step(request.no).started_at is not None:
        return ()
    return (
        StepStarted(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=request.no,
            round=request.round,
        ),
    )


def complete_step(definition: Definition, state: CaseState, request: CompleteStep) -> Decision:
    """Complete a step, or confirm the part of an actor who does not lead it."""
    step = definition.step(request.no)
    refused = refuse_unless_running(state) or refuse_not_open(
        step, state, request.no, request.round
    )
    if refused:
        return refused
    assert step is not None  # noqa: S101 - refuse_not_open answered for None
    if foreign := refuse_foreign(step, state, request):
        return foreign
    actor = acting_for(step, state, request)
    if mends_inside(step, actor):
        return _confirm(step, state, request, actor)
    refused = refuse_own_work(definition, step, state, request) or refuse_stale_reading(
        step, state, request.read_sha256
    )
    if refused:
        return refused
    if actor != step.actors[0]:
        return _confirm(step, state, request, actor)
    return (
        _refuse_unconfirmed(step, state, request)
        or _refuse_exit(definition, step, request)
        or _refuse_incomplete(definition, step, state, request)
        or _refuse_unmarked(definition, step, state, request)
        or refuse_stranding(definition, step, state, request, _outputs_of(step, state, request))
        or _completed(definition, step, state, request)
    )


def _completed(
    definition: Definition, step: Step, state: CaseState, request: CompleteStep
) -> Decision:
    targets = route.targets_of(step, request.exit)
    ahead = route.onward(definition, state, step.no, targets)
    others = [no for no in state.open_steps if no != step.no and no not in ahead.withdraws]
    return (
        StepCompleted(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=step.no,
            round=request.round,
            exit=request.exit if _exit_labels(step) else "",
            kelengkapan=request.kelengkapan,
            outputs=_outputs_of(step, state, request),
            opens=ahead.opens,
            mark="" if _says_no(definition, step, request.exit) else _mark_of(step, state),
            read_sha256=request.read_sha256,
            paper=request.paper,
            finishes=not ahead.opens and not others,
            withdraws=ahead.withdraws,
            waiting=ahead.waiting,
            notes=request.notes.strip() if _says_no(definition, step, request.exit) else "",
        ),
    )


def _confirm(step: Step, state: CaseState, request: CompleteStep, actor: str) -> Decision:
    return (
        refuse_confirmed(step, state, actor)
        or refuse_before_turn(step, state, actor)
        or _confirmed(step, state, request, actor)
    )


def _confirmed(step: Step, state: CaseState, request: CompleteStep, actor: str) -> Decision:
    return (
        StepConfirmed(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=step.no,
            round=request.round,
            actor=actor,
            paper=request.paper,
            outputs=tuple(o for o in request.outputs if step.inner and o.nama in step.output),
        ),
    )


def _outputs_of(step: Step, state: CaseState, request: CompleteStep) -> tuple[Output, ...]:
    """What the step leaves, in the order of the form, with everybody who had a hand in it.

    Work of an earlier round lives on in the next one, whoever hands that in.
    """
    order = {name: position for position, name in enumerate(step.output)}
    outputs = sorted(_left(step, state, request), key=lambda out: order.get(out.nama, len(order)))
    if document_under_check(step, state):
        return tuple(outputs)
    before = state.step(step.no)
    hands = [who_acts(request), request.on_behalf_of, *before.confirmed_by]
    earlier = [who for out in before.outputs if out.sha256 for who in out.authors]
    return tuple(
        replace(out, authors=tuple(dict.fromkeys(filter(None, (*out.authors, *hands, *earlier)))))
        if out.sha256
        else out
        for out in outputs
    )


def _left(step: Step, state: CaseState, request: CompleteStep) -> tuple[Output, ...]:
    """What the request brings, and what the other actors of the row handed in besides."""
    brought = {out.nama for out in request.outputs if out.sha256 or out.pernyataan.strip()}
    handed = {out.nama: out for out in state.step(step.no).handed if out.nama not in brought}
    return (*(out for out in request.outputs if out.nama not in handed), *handed.values())


def _mark_of(step: Step, state: CaseState) -> str:
    """What it puts on the document. Where none was left to examine, there is nothing to mark."""
    if document_under_check(step, state) is None:
        return ""
    return "tanda_tangan" if step.signs else "paraf"


def _exit_labels(step: Step) -> list[str]:
    return [way.jika for way in step.exits if way.jika is not None]


def _refuse_missing_kelengkapan(step: Step, request: CompleteStep) -> Refused | None:
    missing = [name for name in step.kelengkapan if name not in request.kelengkapan]
    if not missing:
        return None
    return Refused(
        "kelengkapan_kurang",
        f"Kelengkapan belum ada: {'; '.join(missing)}. Lengkapi dan tandai, lalu kirim lagi.",
    )


def _refuse_missing_output(step: Step, state: CaseState, request: CompleteStep) -> Refused | None:
    left = {out.nama for out in _left(step, state, request) if out.sha256 or out.pernyataan.strip()}
    missing = [name for name in step.output if name not in left]
    if not missing:
        return None
    return Refused(
        "output_kurang",
        f"Output langkah ini belum ada: {'; '.join(missing)}. Buat atau unggah dahulu.",
    )


def _refuse_unconfirmed(step: Step, state: CaseState, request: CompleteStep) -> Refused | None:
    """All actors confirm. Who leads and holds another of the roles too confirms that by his act."""
    confirmed = {*state.step(step.no).confirmed, *roles_in_force(step, state, request)}
    waiting = [actor for actor in to_confirm(step, state) if actor not in confirmed]
    if not waiting:
        return None
    return Refused(
        "belum_dikonfirmasi",
        f"Langkah ini masih menunggu {', '.join(waiting)} menyatakan bagiannya selesai.",
    )


def _refuse_exit(definition: Definition, step: Step, request: CompleteStep) -> Refused | None:
    labels = _exit_labels(step)
    if not labels:
        return None
    if request.exit not in labels:
        return Refused("tanpa_putusan", f"Pilih putusan langkah ini: {' atau '.join(labels)}.")
    is_again = set(route.targets_of(step, request.exit)) == {step.no}
    if step.is_checking and not is_again and _leads_back(definition, step, request.exit):
        return Refused(
            "pakai_kembalikan",
            "Putusan ini mengembalikan naskah. Pakai tombol Kembalikan dan tuliskan catatannya.",
        )
    return None


def _refuse_incomplete(
    definition: Definition, step: Step, state: CaseState, request: CompleteStep
) -> Refused | None:
    """A decision that leads the work back says that it is not complete: nothing is asked then."""
    if _says_no(definition, step, request.exit):
        return None
    return _refuse_missing_kelengkapan(step, request) or _refuse_missing_output(
        step, state, request
    )


def _says_no(definition: Definition, step: Step, exit_label: str) -> bool:
    """Whether the exit says that the work is not in order: it leads back up the form, or a check
    answers no and the form lets somebody mend it further down."""
    return _leads_back(definition, step, exit_label) or (
        step.is_checking and is_negative(exit_label)
    )


def _leads_back(definition: Definition, step: Step, exit_label: str) -> bool:
    """Whether a labelled way is taken that leads only up the form."""
    ways = route.targets_of(step, exit_label)
    return bool(exit_label and ways) and not any(
        route.is_forward(definition, step.no, to) for to in ways
    )


def _refuse_unmarked(
    definition: Definition, step: Step, state: CaseState, request: CompleteStep
) -> Refused | None:
    """Nobody signs what the checkers before did not give paraf on, in just these bytes.

    A checker whom the way of this case led around (by a decision drawn in the SOP) is not missed.
    """
    document = document_under_check(step, state)
    if not step.signs or document is None or _says_no(definition, step, request.exit):
        return None
    for other in definition.steps[: definition.position(step.no)]:
        if not other.is_checking or other.checks != step.checks:
            continue
        if _is_passed_over(definition, state, other, step):
            continue
        if is_negative(state.step(other.no).exit) and not step.returns:
            continue  # he said no, and the form leads on all the same: it draws no other way
        if not has_valid_mark(state, other.no, document.sha256):
            return Refused(
                "paraf_kurang",
                f"Naskah ini belum diparaf pada langkah {other.no}. Tanda tangan menunggu paraf "
                "atas naskah yang sama.",
            )
    return None


def _is_passed_over(definition: Definition, state: CaseState, checker: Step, signer: Step) -> bool:
    """Whether this pass leads around ``checker``: not opened since the document was taken in hand
    for the last time, and nothing that is open can still come to it."""
    if route.is_still_ahead(definition, state, checker.no, besides=signer.no):
        return False
    seen = state.step(checker.no).opened_at
    made = [at for no in checker.made_in if (at := state.step(no).opened_at)]
    return seen is None or (bool(made) and seen < max(made))

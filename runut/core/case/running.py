"""The life of a case as a whole: it starts, is paused and resumed, or is cancelled."""

from types import MappingProxyType

from runut.core.case import route
from runut.core.case.events import CaseCancelled, CasePaused, CaseResumed, CaseStarted, Decision
from runut.core.case.model import (
    CancelCase,
    CaseState,
    CaseStatus,
    Definition,
    PauseCase,
    Request,
    ResumeCase,
    StartCase,
)
from runut.core.case.rights import is_starter, refuse_nobody_left, refuse_unless_running
from runut.core.findings import Refused


def start_case(definition: Definition, state: CaseState, request: StartCase) -> Decision:
    """Open the first steps for the people who hold the roles. Every role needs somebody."""
    if state.started_at is not None:
        return Refused("sudah_mulai", "Pelaksanaan ini sudah dimulai.")
    if refused := _refuse_undriveable(definition):
        return refused
    needed = dict.fromkeys(actor for step in definition.steps for actor in step.actors)
    missing = [actor for actor in needed if not any(request.roles.get(actor, ()))]
    if missing:
        return Refused(
            "peran_kosong",
            f"Belum ada pegawai untuk peran {', '.join(missing)}. Pilih setidaknya satu "
            "pegawai untuk setiap peran.",
        )
    if unknown := [no for no in request.first if definition.step(no) is None]:
        return Refused("tidak_ada", f"Langkah {', '.join(unknown)} tidak ada dalam SOP ini.")
    if refused := refuse_nobody_left(definition, state, request.roles):
        return refused
    return (
        CaseStarted(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            sop_sha256=definition.sop_sha256,
            roles=MappingProxyType(
                {actor: tuple(dict.fromkeys(request.roles[actor])) for actor in needed}
            ),
            opens=tuple(
                route.reopening(state, no) for no in request.first or route.first_steps(definition)
            ),
        ),
    )


def pause_case(state: CaseState, request: PauseCase) -> Decision:
    refused = (
        refuse_unless_running(state)
        or _refuse_not_starter(state, request)
        or _refuse_without_reason(request.reason)
    )
    return refused or (
        CasePaused(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            reason=request.reason.strip(),
        ),
    )


def resume_case(state: CaseState, request: ResumeCase) -> Decision:
    if state.status is not CaseStatus.DITUNDA:
        return Refused("tidak_ditunda", "Pelaksanaan ini tidak sedang ditunda.")
    refused = _refuse_not_starter(state, request) or _refuse_without_reason(request.reason)
    return refused or (
        CaseResumed(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            reason=request.reason.strip(),
        ),
    )


def cancel_case(state: CaseState, request: CancelCase) -> Decision:
    if state.started_at is None:
        return Refused("tidak_berjalan", "Pelaksanaan ini belum dimulai.")
    if state.status not in (CaseStatus.BERJALAN, CaseStatus.DITUNDA):
        return Refused("tidak_berjalan", f"Pelaksanaan ini sudah {state.status}.")
    refused = _refuse_not_starter(state, request) or _refuse_without_reason(request.reason)
    return refused or (
        CaseCancelled(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            reason=request.reason.strip(),
        ),
    )


def _refuse_undriveable(definition: Definition) -> Refused | None:
    if not definition.steps:
        return Refused("tanpa_langkah", "SOP ini belum mempunyai langkah. Lengkapi SOP dahulu.")
    for step in definition.steps:
        if not step.actors:
            return Refused(
                "tanpa_pelaksana",
                f"Langkah {step.no} belum mempunyai pelaksana. Tetapkan pada halaman SOP, "
                "lalu mulai lagi.",
            )
    return None


def _refuse_not_starter(state: CaseState, request: Request) -> Refused | None:
    if is_starter(state, request):
        return None
    return Refused("bukan_pelaksana", "Hanya yang memulai pelaksanaan ini yang dapat melakukannya.")


def _refuse_without_reason(reason: str) -> Refused | None:
    if reason.strip():
        return None
    return Refused("tanpa_alasan", "Tuliskan alasannya; alasan itu dicatat dalam riwayat.")

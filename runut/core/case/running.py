"""The life of a case as a whole: it starts, is paused and resumed, or is cancelled."""

from types import MappingProxyType

from runut.core.case import route
from runut.core.case.events import (
    CaseCancelled,
    CasePaused,
    CaseRenamed,
    CaseResumed,
    CaseStarted,
    Decision,
    DueChanged,
    ManagerChanged,
)
from runut.core.case.model import (
    CancelCase,
    CaseState,
    CaseStatus,
    ChangeDue,
    ChangeManager,
    Definition,
    PauseCase,
    RenameCase,
    Request,
    ResumeCase,
    StartCase,
)
from runut.core.case.rights import (
    manager_of,
    manages,
    refuse_unless_alive,
    refuse_unless_running,
)
from runut.core.case.stranding import refuse_nobody_left
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
        or _refuse_unless_manager(state, request)
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
    refused = _refuse_unless_manager(state, request) or _refuse_without_reason(request.reason)
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
    refused = _refuse_unless_manager(state, request) or _refuse_without_reason(request.reason)
    return refused or (
        CaseCancelled(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            reason=request.reason.strip(),
        ),
    )


def change_manager(state: CaseState, request: ChangeManager) -> Decision:
    """Hand on the management of a case. Who started it stays written down as that."""
    if refused := _refuse_keeping(state, request, request.reason):
        return refused
    if not request.person:
        return Refused("tanpa_pengelola", "Pilih pegawai yang mengelola pelaksanaan ini.")
    if request.person == manager_of(state):
        return Refused("tidak_berubah", "Pegawai itu sudah mengelola pelaksanaan ini.")
    return (
        ManagerChanged(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            person=request.person,
            reason=request.reason.strip(),
        ),
    )


def rename_case(state: CaseState, request: RenameCase) -> Decision:
    """Call a case something else. Its papers keep the name they were drawn with."""
    if refused := _refuse_keeping(state, request, request.reason):
        return refused
    if not request.judul.strip():
        return Refused("tanpa_nama", "Isi nama pelaksanaan.")
    return (
        CaseRenamed(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            judul=request.judul.strip(),
            reason=request.reason.strip(),
        ),
    )


def change_due(state: CaseState, request: ChangeDue) -> Decision:
    """Give a case another day by which it is due; the plan follows it."""
    if refused := _refuse_keeping(state, request, request.reason):
        return refused
    if state.started_at is not None and request.due < state.started_at.date():
        return Refused(
            "tanggal_terbalik",
            "Batas waktu mendahului hari pelaksanaan ini dimulai. Betulkan tanggalnya.",
        )
    return (
        DueChanged(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            due=request.due,
            reason=request.reason.strip(),
        ),
    )


def _refuse_keeping(state: CaseState, request: Request, reason: str) -> Refused | None:
    return (
        refuse_unless_alive(state)
        or _refuse_unless_manager(state, request)
        or _refuse_without_reason(reason)
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


def _refuse_unless_manager(state: CaseState, request: Request) -> Refused | None:
    if manages(state, request):
        return None
    return Refused("bukan_pelaksana", "Hanya pengelola pelaksanaan ini yang dapat melakukannya.")


def _refuse_without_reason(reason: str) -> Refused | None:
    if reason.strip():
        return None
    return Refused("tanpa_alasan", "Tuliskan alasannya; alasan itu dicatat dalam riwayat.")

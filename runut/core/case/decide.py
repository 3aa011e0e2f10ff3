"""The rules of a case: a request is answered with events, or refused in plain words.

``decide(definition, state, request)`` changes nothing and knows no clock. Each kind of request
has one function; what they share are the questions at the end of the file.
"""

from runut.core.case import route
from runut.core.case.model import (
    AssignStep,
    CancelCase,
    CaseCancelled,
    CasePaused,
    CaseResumed,
    CaseStarted,
    CaseState,
    CaseStatus,
    CompleteStep,
    Definition,
    DelegateRole,
    Event,
    PauseCase,
    Request,
    ResumeCase,
    ReturnStep,
    RoleDelegated,
    StartCase,
    StartStep,
    Step,
    StepAssigned,
    StepCompleted,
    StepConfirmed,
    StepReturned,
    StepStarted,
)
from runut.core.case.rights import (
    acting_for,
    document_under_check,
    has_valid_mark,
    refuse_foreign,
    refuse_not_open,
    refuse_own_work,
    refuse_stale_reading,
    refuse_unless_running,
)
from runut.core.findings import Refused

Decision = tuple[Event, ...] | Refused


def decide(definition: Definition, state: CaseState, request: Request) -> Decision:
    """Answer ``request`` with the events it causes, or with the reason why not.

    Raises TypeError for a request that this version does not know.
    """
    match request:
        case StartCase():
            return _start_case(definition, state, request)
        case StartStep():
            return _start_step(definition, state, request)
        case CompleteStep():
            return _complete(definition, state, request)
        case ReturnStep():
            return _return(definition, state, request)
        case AssignStep():
            return _assign(definition, state, request)
        case DelegateRole():
            return _delegate(state, request)
        case PauseCase():
            return _pause(state, request)
        case ResumeCase():
            return _resume(state, request)
        case CancelCase():
            return _cancel(state, request)
    raise TypeError(f"unknown request {type(request).__name__}")


def _start_case(definition: Definition, state: CaseState, request: StartCase) -> Decision:
    if state.started_at is not None:
        return Refused("sudah_mulai", "Pelaksanaan ini sudah dimulai.")
    needed = dict.fromkeys(actor for step in definition.steps for actor in step.actors)
    for step in definition.steps:
        if not step.actors:
            return Refused(
                "tanpa_pelaksana",
                f"Langkah {step.no} belum mempunyai pelaksana. Tetapkan pada halaman SOP, "
                "lalu mulai lagi.",
            )
    missing = [actor for actor in needed if not request.roles.get(actor)]
    if missing:
        return Refused(
            "peran_kosong",
            f"Belum ada pegawai untuk peran {', '.join(missing)}. Pilih setidaknya satu "
            "pegawai untuk setiap peran.",
        )
    opens = tuple(route.reopening(state, no) for no in route.first_steps(definition))
    return (
        CaseStarted(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            sop_sha256=definition.sop_sha256,
            roles={actor: tuple(request.roles[actor]) for actor in needed},
            opens=opens,
        ),
    )


def _start_step(definition: Definition, state: CaseState, request: StartStep) -> Decision:
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


def _complete(definition: Definition, state: CaseState, request: CompleteStep) -> Decision:
    step = definition.step(request.no)
    refused = refuse_unless_running(state) or refuse_not_open(
        step, state, request.no, request.round
    )
    if refused:
        return refused
    assert step is not None  # noqa: S101 - refuse_not_open answered for None
    refused = (
        refuse_foreign(step, state, request)
        or refuse_own_work(definition, step, state, request)
        or refuse_stale_reading(definition, step, state, request.read_sha256)
        or _refuse_missing_kelengkapan(step, request)
    )
    if refused:
        return refused
    actor = acting_for(step, state, request)
    if actor != step.actors[0] and request.paper is None:
        return _confirm(step, state, request, actor)
    refused = (
        _refuse_unconfirmed(step, state)
        or _refuse_missing_output(step, request)
        or _refuse_exit(definition, step, request)
        or _refuse_unmarked(definition, step, state)
    )
    return refused or _completed(definition, step, state, request)


def _completed(
    definition: Definition, step: Step, state: CaseState, request: CompleteStep
) -> Decision:
    opens = route.openings_after(definition, state, step.no, request.exit)
    others = [no for no in state.open_steps if no != step.no]
    return (
        StepCompleted(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=step.no,
            round=request.round,
            exit=request.exit,
            kelengkapan=request.kelengkapan,
            outputs=request.outputs,
            opens=opens,
            mark=_mark_of(step),
            read_sha256=request.read_sha256,
            paper=request.paper,
            finishes=not opens and not others,
        ),
    )


def _confirm(step: Step, state: CaseState, request: CompleteStep, actor: str) -> Decision:
    if actor in state.step(step.no).confirmed:
        return Refused(
            "sudah_dikonfirmasi",
            f"{actor} sudah menyatakan bagiannya selesai. Langkah ini menunggu "
            f"{step.actors[0]} menyelesaikannya.",
        )
    return (
        StepConfirmed(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=step.no,
            round=request.round,
            actor=actor,
        ),
    )


def _return(definition: Definition, state: CaseState, request: ReturnStep) -> Decision:
    step = definition.step(request.no)
    refused = (
        refuse_unless_running(state)
        or refuse_not_open(step, state, request.no, request.round)
        or refuse_foreign(step, state, request)
    )
    if refused:
        return refused
    assert step is not None  # noqa: S101 - refuse_not_open answered for None
    refused = refuse_own_work(definition, step, state, request) or refuse_stale_reading(
        definition, step, state, request.read_sha256
    )
    if refused:
        return refused
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
    return (
        StepReturned(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=step.no,
            round=request.round,
            to=request.to,
            notes=request.notes.strip(),
            read_sha256=request.read_sha256,
            opens=(route.reopening(state, request.to),),
            withdraws=route.withdrawn_by_return(definition, state, step.no, request.to),
        ),
    )


def _assign(definition: Definition, state: CaseState, request: AssignStep) -> Decision:
    step = definition.step(request.no)
    refused = refuse_unless_running(state) or refuse_not_open(
        step, state, request.no, request.round
    )
    if refused:
        return refused
    assert step is not None  # noqa: S101 - refuse_not_open answered for None
    is_starter = request.by == state.started_by
    if not is_starter and (foreign := refuse_foreign(step, state, request)):
        return foreign
    if request.person not in state.roles.get(step.actors[0], ()):
        return Refused(
            "bukan_anggota",
            f"Pegawai itu tidak memegang peran {step.actors[0]}. Pilih salah satu pemegang "
            "peran itu.",
        )
    return (
        StepAssigned(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=request.no,
            round=request.round,
            person=request.person,
        ),
    )


def _delegate(state: CaseState, request: DelegateRole) -> Decision:
    given = request.delegation
    if refused := refuse_unless_running(state):
        return refused
    if request.by not in (given.holder, state.started_by):
        return Refused(
            "bukan_pelaksana",
            "Hanya pemegang peran itu atau yang memulai pelaksanaan ini yang dapat menunjuk "
            "pengganti.",
        )
    if given.holder not in state.roles.get(given.actor, ()):
        return Refused("bukan_anggota", f"Pegawai itu tidak memegang peran {given.actor}.")
    if given.substitute == given.holder:
        return Refused("pengganti_sama", "Pengganti harus orang lain daripada yang digantikan.")
    if given.last < given.first:
        return Refused(
            "tanggal_terbalik", "Tanggal akhir mendahului tanggal mulai. Betulkan tanggalnya."
        )
    if not given.sk.strip():
        return Refused("tanpa_sk", "Isi nomor surat keputusan atau surat perintah penggantian.")
    return (RoleDelegated(by=request.by, at=request.at, delegation=given),)


def _pause(state: CaseState, request: PauseCase) -> Decision:
    refused = (
        refuse_unless_running(state)
        or _refuse_not_starter(state, request)
        or _refuse_without_reason(request.reason)
    )
    if refused:
        return refused
    return (CasePaused(by=request.by, at=request.at, reason=request.reason.strip()),)


def _resume(state: CaseState, request: ResumeCase) -> Decision:
    if state.status is not CaseStatus.DITUNDA:
        return Refused("tidak_ditunda", "Pelaksanaan ini tidak sedang ditunda.")
    refused = _refuse_not_starter(state, request) or _refuse_without_reason(request.reason)
    if refused:
        return refused
    return (CaseResumed(by=request.by, at=request.at, reason=request.reason.strip()),)


def _cancel(state: CaseState, request: CancelCase) -> Decision:
    if state.status not in (CaseStatus.BERJALAN, CaseStatus.DITUNDA):
        return Refused("tidak_berjalan", f"Pelaksanaan ini sudah {state.status}.")
    refused = _refuse_not_starter(state, request) or _refuse_without_reason(request.reason)
    if refused:
        return refused
    return (CaseCancelled(by=request.by, at=request.at, reason=request.reason.strip()),)


def _mark_of(step: Step) -> str:
    if not step.is_checking:
        return ""
    return "tanda_tangan" if step.signs else "paraf"


def _refuse_missing_kelengkapan(step: Step, request: CompleteStep) -> Refused | None:
    missing = [name for name in step.kelengkapan if name not in request.kelengkapan]
    if not missing:
        return None
    return Refused(
        "kelengkapan_kurang",
        f"Kelengkapan belum ada: {'; '.join(missing)}. Lengkapi dan tandai, lalu kirim lagi.",
    )


def _refuse_missing_output(step: Step, request: CompleteStep) -> Refused | None:
    left = {out.nama for out in request.outputs if out.sha256 or out.pernyataan.strip()}
    missing = [name for name in step.output if name not in left]
    if not missing:
        return None
    return Refused(
        "output_kurang",
        f"Output langkah ini belum ada: {'; '.join(missing)}. Buat atau unggah dahulu.",
    )


def _refuse_unconfirmed(step: Step, state: CaseState) -> Refused | None:
    waiting = [a for a in step.actors[1:] if a not in state.step(step.no).confirmed]
    if not waiting:
        return None
    return Refused(
        "belum_dikonfirmasi",
        f"Langkah ini masih menunggu {', '.join(waiting)} menyatakan bagiannya selesai.",
    )


def _refuse_exit(definition: Definition, step: Step, request: CompleteStep) -> Refused | None:
    labels = [way.jika for way in step.exits if way.jika is not None]
    if not labels:
        return None
    if request.exit not in labels:
        return Refused("tanpa_putusan", f"Pilih putusan langkah ini: {' atau '.join(labels)}.")
    leads_back = any(
        not route.is_forward(definition, step.no, to) for to in route.targets_of(step, request.exit)
    )
    if step.is_checking and leads_back:
        return Refused(
            "pakai_kembalikan",
            "Putusan ini mengembalikan naskah. Pakai tombol Kembalikan dan tuliskan catatannya.",
        )
    return None


def _refuse_unmarked(definition: Definition, step: Step, state: CaseState) -> Refused | None:
    """Nobody signs what the checkers before did not give paraf on, in just these bytes."""
    if not step.signs:
        return None
    document = document_under_check(step, state)
    for other in definition.steps:
        is_before = definition.position(other.no) < definition.position(step.no)
        if not (is_before and other.is_checking and other.checks == step.checks):
            continue
        if document is None or not has_valid_mark(state, other.no, document.sha256):
            return Refused(
                "paraf_kurang",
                f"Naskah ini belum diparaf pada langkah {other.no}. Tanda tangan menunggu paraf "
                "atas naskah yang sama.",
            )
    return None


def _refuse_not_starter(state: CaseState, request: Request) -> Refused | None:
    if request.by == state.started_by:
        return None
    return Refused("bukan_pelaksana", "Hanya yang memulai pelaksanaan ini yang dapat melakukannya.")


def _refuse_without_reason(reason: str) -> Refused | None:
    if reason.strip():
        return None
    return Refused("tanpa_alasan", "Tuliskan alasannya; alasan itu dicatat dalam riwayat.")

"""Who may act on a step, and on which bytes: the questions every request is put to."""

from runut.core.case.model import (
    CaseState,
    CaseStatus,
    CompleteStep,
    Definition,
    Mark,
    Output,
    Request,
    Step,
    StepStatus,
)
from runut.core.findings import Refused


def document_under_check(step: Step, state: CaseState) -> Output | None:
    """The document that ``step`` examines: what the step it checks left in its last round."""
    if not step.checks:
        return None
    outputs = state.step(step.checks).outputs
    return next((out for out in outputs if out.sha256), None)


def has_valid_mark(state: CaseState, no: str, sha256: str) -> bool:
    """Whether step ``no`` gave its last mark on exactly these bytes. Other bytes: the mark fell."""
    marks = [mark for mark in state.marks if mark.no == no]
    return bool(marks) and marks[-1].sha256 == sha256


def fallen_marks(definition: Definition, state: CaseState) -> tuple[Mark, ...]:
    """The last mark of each checking step that fell because the document changed since."""
    fallen = []
    for step in definition.steps:
        document = document_under_check(step, state)
        marks = [mark for mark in state.marks if mark.no == step.no]
        if document and marks and marks[-1].sha256 != document.sha256:
            fallen.append(marks[-1])
    return tuple(fallen)


def acting_for(step: Step, state: CaseState, request: Request) -> str:
    """The actor ("pelaksana") in whose place the person stands, or "" if in none.

    A paper act is judged by who did it on paper, not by who typed it in.
    """
    holder = request.on_behalf_of or request.by
    if isinstance(request, CompleteStep) and request.paper:
        holder = request.paper.who
    return next((actor for actor in step.actors if holder in state.roles.get(actor, ())), "")


def refuse_unless_running(state: CaseState) -> Refused | None:
    if state.status is CaseStatus.BERJALAN and state.started_at is not None:
        return None
    why = f" Alasan: {state.reason}." if state.reason else ""
    word = state.status if state.started_at is not None else "belum dimulai"
    return Refused("tidak_berjalan", f"Pelaksanaan ini sedang tidak berjalan ({word}).{why}")


def refuse_not_open(step: Step | None, state: CaseState, no: str, round_: int) -> Refused | None:
    if step is None:
        return Refused("tidak_ada", f"Langkah {no} tidak ada dalam SOP ini.")
    now = state.step(no)
    if now.status is StepStatus.TERBUKA and now.round == round_:
        return None
    return Refused(
        "sudah_berubah",
        f"Langkah {no} sudah tidak terbuka: orang lain mungkin baru saja menyelesaikannya. "
        "Muat ulang halaman untuk melihat keadaan terakhir.",
    )


def refuse_foreign(step: Step | None, state: CaseState, request: Request) -> Refused | None:
    """Only a holder of one of the step's roles acts, or the substitute named for him."""
    if step is None or not acting_for(step, state, request):
        roles = " atau ".join(step.actors) if step else "pelaksana"
        return Refused("bukan_pelaksana", f"Langkah ini dikerjakan oleh {roles}.")
    if isinstance(request, CompleteStep) and request.paper:
        return _refuse_recorder(state, request)
    if request.on_behalf_of and not _is_substitute(step, state, request):
        return Refused(
            "bukan_pengganti",
            "Penunjukan sebagai pengganti tidak ditemukan atau tidak berlaku pada tanggal ini.",
        )
    assignee = state.step(step.no).assignee
    if assignee and (request.on_behalf_of or request.by) != assignee:
        return Refused(
            "bukan_pelaksana", "Langkah ini sudah ditugaskan kepada pegawai lain dalam peran ini."
        )
    return None


def refuse_own_work(
    definition: Definition, step: Step, state: CaseState, request: Request
) -> Refused | None:
    """Nobody checks own work, by no path: not as substitute, not for somebody, not on paper."""
    document = document_under_check(step, state)
    if document is None:
        return None
    made = {*document.authors, state.step(step.checks).done_by}
    persons = {request.by, request.on_behalf_of}
    if isinstance(request, CompleteStep) and request.paper:
        persons = {request.paper.who}
    if made & (persons - {""}):
        return Refused(
            "karya_sendiri",
            "Saudara ikut menyusun naskah ini, sehingga tidak dapat memeriksanya sendiri. "
            "Minta pegawai lain yang memegang peran ini.",
        )
    return None


def refuse_stale_reading(
    definition: Definition, step: Step, state: CaseState, read_sha256: str
) -> Refused | None:
    if not step.is_checking:
        return None
    document = document_under_check(step, state)
    if document is None:
        made_in = definition.step(step.checks)
        name = made_in.output[0] if made_in and made_in.output else "Naskah"
        return Refused("naskah_kosong", f"{name} belum ada, sehingga belum dapat diperiksa.")
    if document.sha256 == read_sha256:
        return None
    return Refused(
        "sudah_berubah",
        "Naskah sudah berubah sejak Saudara membukanya. Buka naskah yang terbaru, lalu putuskan.",
    )


def _refuse_recorder(state: CaseState, request: Request) -> Refused | None:
    """A paper act is typed in by somebody who holds a role in this case, never by a stranger."""
    if any(request.by in people for people in state.roles.values()):
        return None
    return Refused("bukan_pelaksana", "Hanya pelaksana dalam SOP ini yang dapat mencatatnya.")


def _is_substitute(step: Step, state: CaseState, request: Request) -> bool:
    day = request.at.date()
    return any(
        given.actor in step.actors
        and given.holder == request.on_behalf_of
        and given.substitute == request.by
        and given.first <= day <= given.last
        for given in state.delegations
    )

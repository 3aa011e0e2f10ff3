"""Who may act on a step, and on which bytes: the questions every request is put to."""

from collections.abc import Iterable
from datetime import date, datetime

from runut.core.case.model import (
    CaseState,
    CaseStatus,
    CompleteStep,
    Definition,
    Delegation,
    Output,
    PaperAct,
    Request,
    ReturnStep,
    Step,
    StepStatus,
)
from runut.core.findings import Refused
from runut.core.words.dates import format_date


def document_under_check(step: Step, state: CaseState) -> Output | None:
    """The document that ``step`` examines: what its maker, or who mended it since, left last."""
    found = [(no, out) for no in step.made_in if (out := _document_of(state, no))]
    return max(found, key=lambda one: _left_at(state, one[0]))[1] if found else None


def _document_of(state: CaseState, no: str) -> Output | None:
    return next((out for out in state.step(no).outputs if out.sha256), None)


def _left_at(state: CaseState, no: str) -> tuple[bool, float]:
    """When a step left what it left; what is being made anew is older than all else."""
    done = state.step(no).done_at
    return (done is not None, done.timestamp() if done else 0.0)


def has_valid_mark(state: CaseState, no: str, sha256: str) -> bool:
    """Whether step ``no`` gave its mark on exactly these bytes, in the round it was last opened.

    On other bytes the mark fell; where the step is open again it has to be renewed.
    """
    last_round = state.step(no).round
    return any(
        mark.no == no and mark.round == last_round and mark.sha256 == sha256 for mark in state.marks
    )


def paper_of(request: Request) -> PaperAct | None:
    return request.paper if isinstance(request, CompleteStep | ReturnStep) else None


def who_acts(request: Request) -> str:
    """The person whose act it is: on paper, not the one who typed it in."""
    paper = paper_of(request)
    return paper.who if paper else request.by


def when_acted(request: Request) -> datetime:
    paper = paper_of(request)
    return paper.when if paper else request.at


def acting_for(step: Step, state: CaseState, request: Request) -> str:
    """The actor ("pelaksana") in whose place the person stands, or "" if in none.

    A paper act is judged by who did it on paper, not by who typed it in. The leading actor goes
    before the others, unless the step is assigned to somebody else who holds that role; of the
    others the first that has not confirmed yet.
    """
    standings = standings_of(step, state, request)
    confirmed = state.step(step.no).confirmed
    to_do = (a for a in standings if a == step.actors[0] or a not in confirmed)
    return next(to_do, next(iter(standings), ""))


def roles_in_force(step: Step, state: CaseState, request: Request) -> tuple[str, ...]:
    """The roles in which the person may really act: a substitute only in those given to him, a
    holder only in those that no substitute has taken over on that day."""
    held = _roles_held(step, state, request)
    holder = request.on_behalf_of
    who, day = who_acts(request), when_acted(request).date()
    if not holder:
        return tuple(actor for actor in held if taken_over(step, state, who, actor, day) is None)
    return tuple(actor for actor in held if is_in_force(state, holder, who, day, (actor,)))


def taken_over(
    step: Step, state: CaseState, holder: str, actor: str, day: date
) -> Delegation | None:
    """The substitution by which what ``holder`` has to do on a step lies with another on ``day``.

    A substitute who may not do it himself, because he had a hand in what is checked, takes
    nothing over: it stays with the holder, so that no case stands still by it.
    """
    return next(
        (
            given
            for given in state.delegations
            if given.holder == holder
            and given.actor == actor
            and given.first <= day <= given.last
            and given.substitute not in makers_of(step, state)
        ),
        None,
    )


def is_in_force(
    state: CaseState, holder: str, substitute: str, day: date, actors: tuple[str, ...] | None = None
) -> bool:
    """Whether ``substitute`` may act for ``holder`` on ``day``, in one of ``actors`` if named."""
    return any(
        given.holder == holder
        and given.substitute == substitute
        and given.first <= day <= given.last
        and (actors is None or given.actor in actors)
        for given in state.delegations
    )


def manager_of(state: CaseState) -> str:
    """Who manages the case: who started it, or to whom that was handed on."""
    return state.manager or state.started_by


def manages(state: CaseState, request: Request) -> bool:
    """Whether the request comes from who manages the case, from his substitute, or from somebody
    whom the office lets manage its cases."""
    if not request.on_behalf_of:
        return request.by_right or request.by == manager_of(state)
    return request.on_behalf_of == manager_of(state) and is_in_force(
        state, manager_of(state), request.by, request.at.date()
    )


def assignee_of(step: Step, state: CaseState) -> str:
    """To whom the step is assigned; nobody if he no longer holds the leading role, or has had a
    hand in what he would check since it was assigned to him."""
    assignee = state.step(step.no).assignee
    if not assignee or assignee not in state.roles.get(step.actors[0], ()):
        return ""
    return "" if assignee in makers_of(step, state) else assignee


def makers_of(step: Step, state: CaseState) -> frozenset[str]:
    """All who had a hand in the document that ``step`` examines: none of them may check it."""
    if document_under_check(step, state) is None:
        return frozenset()
    return hands_in(state, step.made_in)


def hands_in(state: CaseState, made_in: Iterable[str]) -> frozenset[str]:
    """All who had a hand in the documents that these steps have left."""
    hands: set[str] = set()
    for no in made_in:
        left = _document_of(state, no)
        made = state.step(no)
        if left:
            hands |= {*left.authors, made.done_by, made.on_behalf_of}
    return frozenset(hands - {""})


def refuse_unless_running(state: CaseState) -> Refused | None:
    if state.status is CaseStatus.BERJALAN and state.started_at is not None:
        return None
    why = f" Alasan: {state.reason.rstrip('.')}." if state.reason else ""
    word = state.status if state.started_at is not None else "belum dimulai"
    return Refused("tidak_berjalan", f"Pelaksanaan ini sedang tidak berjalan ({word}).{why}")


def refuse_unless_alive(state: CaseState) -> Refused | None:
    """People come and go while a case is paused too; only what is over stays as it is."""
    if state.status is CaseStatus.DITUNDA:
        return None
    return refuse_unless_running(state)


def refuse_not_open(step: Step | None, state: CaseState, no: str, round_: int) -> Refused | None:
    if step is None:
        return Refused("tidak_ada", f"Langkah {no} tidak ada dalam SOP ini.")
    now = state.step(no)
    if now.status is StepStatus.TERBUKA and now.round == round_:
        return None
    if now.status is StepStatus.BELUM:
        waiting = ", ".join(state.open_steps)
        return Refused(
            "belum_terbuka",
            f"Langkah {no} belum terbuka. Gilirannya tiba setelah langkah sebelumnya selesai"
            + (f"; sekarang dikerjakan langkah {waiting}." if waiting else "."),
        )
    return Refused(
        "sudah_berubah",
        f"Langkah {no} sudah tidak terbuka: orang lain mungkin baru saja menyelesaikannya. "
        "Muat ulang halaman untuk melihat keadaan terakhir.",
    )


def refuse_foreign(step: Step | None, state: CaseState, request: Request) -> Refused | None:
    """Only a holder of one of the step's roles acts, or the substitute named for him."""
    if step is None or not _roles_held(step, state, request):
        roles = " atau ".join(step.actors) if step else "pelaksana"
        return Refused("bukan_pelaksana", f"Langkah ini dikerjakan oleh {roles}.")
    if request.on_behalf_of and not roles_in_force(step, state, request):
        return Refused(
            "bukan_pengganti",
            "Penunjukan sebagai pengganti tidak ditemukan atau tidak berlaku pada tanggal ini.",
        )
    if not roles_in_force(step, state, request):
        return _refuse_taken_over(step, state, request)
    if not acting_for(step, state, request):
        return Refused(
            "bukan_pelaksana",
            "Langkah ini sudah ditugaskan kepada pegawai lain dalam peran ini. Minta pemberi "
            "tugas mengalihkannya bila perlu.",
        )
    return _refuse_paper(state, request)


def _refuse_taken_over(step: Step, state: CaseState, request: Request) -> Refused:
    who, day = who_acts(request), when_acted(request).date()
    taken = (taken_over(step, state, who, actor, day) for actor in step.actors)
    last = max((given.last for given in taken if given), default=day)
    return Refused(
        "dialihkan",
        f"Tugas ini dialihkan kepada pengganti sampai dengan {format_date(last)}. Akhiri "
        "penggantian itu dahulu bila pemegangnya sudah kembali.",
    )


def refuse_own_work(
    definition: Definition, step: Step, state: CaseState, request: Request
) -> Refused | None:
    """Nobody checks own work, by no path: not as substitute, not for somebody, not on paper."""
    if not makers_of(step, state) & {who_acts(request), request.on_behalf_of}:
        return None
    return Refused(
        "karya_sendiri",
        "Penyusun naskah tidak dapat memeriksanya sendiri, juga tidak melalui pengganti. Minta "
        "pegawai lain yang memegang peran ini.",
    )


def refuse_confirmed(step: Step, state: CaseState, actor: str) -> Refused | None:
    """An actor who does not lead confirms once; then the step waits for the one who leads."""
    if actor == step.actors[0] or actor not in state.step(step.no).confirmed:
        return None
    return Refused(
        "sudah_dikonfirmasi",
        f"{actor} sudah menyatakan bagiannya selesai. Langkah ini menunggu "
        f"{step.actors[0]} menyelesaikannya.",
    )


def refuse_stale_reading(step: Step, state: CaseState, read_sha256: str) -> Refused | None:
    """A mark is put on the bytes that were read. Where no document was left, nothing is marked."""
    document = document_under_check(step, state)
    if document is None or document.sha256 == read_sha256:
        return None
    return Refused(
        "sudah_berubah",
        "Naskah sudah berubah sejak Saudara membukanya. Buka naskah yang terbaru, lalu putuskan.",
    )


def _roles_held(step: Step, state: CaseState, request: Request) -> tuple[str, ...]:
    holder = request.on_behalf_of or who_acts(request)
    return tuple(actor for actor in step.actors if holder in state.roles.get(actor, ()))


def standings_of(step: Step, state: CaseState, request: Request) -> tuple[str, ...]:
    roles = roles_in_force(step, state, request)
    assignee = assignee_of(step, state)
    if assignee and assignee != (request.on_behalf_of or who_acts(request)):
        return tuple(actor for actor in roles if actor != step.actors[0])
    return roles


def _refuse_paper(state: CaseState, request: Request) -> Refused | None:
    """A paper act is typed in by somebody who holds a role in this case, never by a stranger."""
    paper = paper_of(request)
    if paper is None:
        return None
    day = request.at.date()
    is_substitute = any(
        given.substitute == request.by and given.first <= day <= given.last
        for given in state.delegations
    )
    if not is_substitute and not any(request.by in people for people in state.roles.values()):
        return Refused("bukan_pelaksana", "Hanya pelaksana dalam SOP ini yang dapat mencatatnya.")
    if not paper.proof_sha256:
        return Refused("tanpa_bukti", "Lampirkan pindaian naskah kertasnya sebagai bukti.")
    if paper.when > request.at:
        return Refused(
            "tanggal_mendatang", "Tanggal pada naskah kertas belum tiba. Betulkan tanggalnya."
        )
    return None

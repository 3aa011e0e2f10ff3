"""Who does the work: a step assigned within its role, a substitute, a change of holders."""

from runut.core.case.events import (
    Decision,
    DelegationEnded,
    HoldersChanged,
    RoleDelegated,
    StepAssigned,
)
from runut.core.case.model import (
    AssignStep,
    CaseState,
    ChangeHolders,
    Definition,
    DelegateRole,
    Delegation,
    EndDelegation,
)
from runut.core.case.rights import (
    makers_of,
    manages,
    refuse_foreign,
    refuse_not_open,
    refuse_unless_alive,
    refuse_unless_running,
)
from runut.core.case.stranding import refuse_nobody_left
from runut.core.findings import Refused


def assign_step(definition: Definition, state: CaseState, request: AssignStep) -> Decision:
    """Give an open step to one holder of its leading role.

    Who manages the case may do it, and who could do the step himself.
    """
    step = definition.step(request.no)
    refused = refuse_unless_running(state) or refuse_not_open(
        step, state, request.no, request.round
    )
    if refused:
        return refused
    assert step is not None  # noqa: S101 - refuse_not_open answered for None
    if not manages(state, request) and (refused := refuse_foreign(step, state, request)):
        return refused
    if request.person not in state.roles[step.actors[0]]:
        return Refused(
            "bukan_anggota",
            f"Pegawai itu tidak memegang peran {step.actors[0]}. Pilih salah satu pemegang "
            "peran itu.",
        )
    if request.person in makers_of(step, state):
        return Refused(
            "karya_sendiri",
            "Pegawai itu ikut menyusun naskah ini, sehingga tidak dapat memeriksanya. Pilih "
            "pemegang peran yang lain.",
        )
    return (
        StepAssigned(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            no=request.no,
            round=request.round,
            person=request.person,
            reason=request.reason.strip(),
        ),
    )


def delegate_role(state: CaseState, request: DelegateRole) -> Decision:
    """Name a substitute (Plt/Plh) for a holder, between two dates, by a decree.

    The decree may be older than its record here: acts done on paper meanwhile then count.
    """
    given = request.delegation
    if refused := refuse_unless_alive(state) or _refuse_stranger(state, request, given):
        return refused
    return _refuse_delegation(state, given) or (
        RoleDelegated(
            by=request.by, at=request.at, on_behalf_of=request.on_behalf_of, delegation=given
        ),
    )


def end_delegation(state: CaseState, request: EndDelegation) -> Decision:
    """End a substitution before its time: the work goes back to its holder the day after."""
    given = request.delegation
    if refused := refuse_unless_alive(state) or _refuse_stranger(state, request, given):
        return refused
    if given not in state.delegations:
        return Refused("sudah_berubah", "Penggantian itu sudah berakhir atau diubah orang lain.")
    if request.last >= given.last:
        return Refused(
            "tanggal_terbalik",
            "Penggantian hanya dapat diakhiri lebih awal. Untuk memperpanjangnya, catat "
            "penggantian yang baru.",
        )
    if not request.reason.strip():
        return Refused("tanpa_alasan", "Tuliskan alasannya; alasan itu dicatat dalam riwayat.")
    return (
        DelegationEnded(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            delegation=given,
            last=request.last,
            reason=request.reason.strip(),
        ),
    )


def _refuse_stranger(
    state: CaseState, request: DelegateRole | EndDelegation, given: Delegation
) -> Refused | None:
    if request.by == given.holder or manages(state, request):
        return None
    return Refused(
        "bukan_pelaksana",
        "Hanya pemegang peran itu atau pengelola pelaksanaan ini yang dapat mengatur penggantinya.",
    )


def _refuse_delegation(state: CaseState, given: Delegation) -> Refused | None:
    if given.holder not in state.roles.get(given.actor, ()):
        return Refused("bukan_anggota", f"Pegawai itu tidak memegang peran {given.actor}.")
    if not given.substitute:
        return Refused("tanpa_pengganti", "Pilih pegawai yang menjadi pengganti.")
    if given.substitute == given.holder:
        return Refused("pengganti_sama", "Pengganti harus orang lain daripada yang digantikan.")
    if given.last < given.first:
        return Refused(
            "tanggal_terbalik", "Tanggal akhir mendahului tanggal mulai. Betulkan tanggalnya."
        )
    if not given.sk.strip():
        return Refused("tanpa_sk", "Isi nomor surat keputusan atau surat perintah penggantian.")
    return None


def change_holders(definition: Definition, state: CaseState, request: ChangeHolders) -> Decision:
    """Say who holds a role from now on, where people came or left. What they did stays theirs."""
    holders = tuple(dict.fromkeys(person for person in request.holders if person))
    if refused := refuse_unless_alive(state):
        return refused
    if not manages(state, request):
        return Refused(
            "bukan_pelaksana",
            "Hanya pengelola pelaksanaan ini yang dapat mengganti pemegang peran.",
        )
    if request.actor not in state.roles:
        return Refused("bukan_peran", f"SOP ini tidak mempunyai pelaksana {request.actor}.")
    if not holders:
        return Refused(
            "peran_kosong", f"Pilih setidaknya satu pegawai untuk peran {request.actor}."
        )
    if not request.reason.strip():
        return Refused("tanpa_alasan", "Tuliskan alasannya; alasan itu dicatat dalam riwayat.")
    roles = {**state.roles, request.actor: holders}
    if refused := refuse_nobody_left(definition, state, roles, request.actor):
        return refused
    return (
        HoldersChanged(
            by=request.by,
            at=request.at,
            on_behalf_of=request.on_behalf_of,
            actor=request.actor,
            holders=holders,
            reason=request.reason.strip(),
        ),
    )

"""Rows that answer for a case beside its tasks: name, due day, manager, members, stand-ins.

They change seldom; an act that leaves them alone asks the database nothing here.
"""

from runut.core.case.model import CaseState, Delegation
from runut.core.case.rights import manager_of
from runut.office.cases.models import Case, CaseMember, StandIn


def renew_rows(row: Case, before: CaseState, after: CaseState) -> None:
    """Bring the rows of a case up to its state. Call in the transaction of the act."""
    changed: dict[str, object] = {}
    if after.judul != before.judul:
        changed["judul"] = after.judul
    if after.due != before.due:
        changed["batas"] = after.due
    if after.manager != before.manager:
        changed["pengelola_id"] = int(after.manager)
    if changed:
        Case.objects.filter(office_id=row.office_id, pk=row.pk).update(**changed)
    if after.delegations != before.delegations:
        _renew_stand_ins(row, after)
    is_same = after.roles is before.roles and after.delegations is before.delegations
    if is_same and after.manager == before.manager:
        return
    if new := people_in(after) - people_in(before):
        CaseMember.objects.bulk_create(
            (
                CaseMember(office_id=row.office_id, person_id=int(ref), case=row)
                for ref in sorted(new, key=int)
            ),
            ignore_conflicts=True,
        )


def people_in(state: CaseState) -> set[str]:
    """Who has to do with a case: holders, substitutes, and who manages it."""
    found = {ref for people in state.roles.values() for ref in people}
    found |= {given.substitute for given in state.delegations}
    return (found | {manager_of(state)}) - {""}


def stand_ins_of(row: Case) -> set[Delegation]:
    """The substitutions in a case as its rows tell them."""
    return {
        as_delegation(one)
        for one in StandIn.objects.filter(office_id=row.office_id, case_id=row.pk)
    }


def as_delegation(one: StandIn) -> Delegation:
    return Delegation(
        actor=one.peran,
        holder=str(one.holder_id),
        substitute=str(one.substitute_id),
        kind=one.jenis,
        first=one.mulai,
        last=one.selesai,
        sk=one.sk,
    )


def _renew_stand_ins(row: Case, state: CaseState) -> None:
    StandIn.objects.filter(office_id=row.office_id, case=row).delete()
    StandIn.objects.bulk_create(
        StandIn(
            office_id=row.office_id,
            case=row,
            holder_id=int(given.holder),
            substitute_id=int(given.substitute),
            peran=given.actor,
            jenis=given.kind,
            sk=given.sk,
            mulai=given.first,
            selesai=given.last,
        )
        for given in state.delegations
    )

"""Recording that somebody is away and who stands in for him, and ending it before its time.

One act reaches everything that it concerns: the record, the post, every case that runs, and those
that start while it lasts.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from runut.core.case.model import (
    CaseStatus,
    DelegateRole,
    Delegation,
    EndDelegation,
    Request,
)
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, KeyUsed, recall, remember
from runut.office.cases.acting import OpenCase, act, state_of
from runut.office.cases.models import Case, StandIn
from runut.office.locks import lock_register
from runut.office.people.models import Appointment, Person, Right
from runut.office.people.rights import may
from runut.office.substitutes.models import IS_A_POST, Substitution
from runut.office.substitutes.rules import Facts, refuse
from runut.office.trust.append import Act, append

_LONGEST_ROLE = 80
NOT_YOURS = Refused(
    "bukan_pelaksana",
    "Pengganti dicatat oleh pengelola kantor. Minta bantuannya bila Saudara akan tidak di tempat.",
)


def substitute(facts: Facts, doer: Doer) -> Done | Refused:
    """Record that somebody is away, and who stands in for him from when to when."""
    return once(doer, lambda: _substitute(facts, doer))


def _substitute(facts: Facts, doer: Doer) -> Refused | None:
    if not may(doer.person, Right.KANTOR):
        return NOT_YOURS
    lock_register(doer.person.office_id)
    if refused := refuse(facts):
        return refused
    row = Substitution.objects.create(
        office_id=doer.person.office_id,
        holder=facts.holder,
        sebab=facts.sebab,
        jenis=facts.jenis,
        substitute=facts.substitute,
        peran=list(facts.peran) if facts.substitute else [],
        mulai=facts.mulai,
        selesai=facts.selesai,
        sk=facts.sk.strip(),
        sk_tanggal=facts.sk_tanggal,
        dicatat_oleh=doer.person,
        dicatat_pada=doer.at,
    )
    given, by = delegations_of(row), by_of(doer)

    def asked(case: OpenCase) -> Sequence[Request]:
        roles = case.state.roles
        mine = [one for one in given if one.holder in roles.get(one.actor, ())]
        return [DelegateRole(**by, delegation=one) for one in mine]

    if refused := in_every_case(facts.holder, doer, asked):
        return refused
    _stand_in_from_now_on(row, given)
    if row.jenis in IS_A_POST and (refused := _appoint(row, given)):
        return refused
    append(row.office_id, [_line("ditetapkan", row)], actor=doer.person.ref, at=doer.at)
    return None


def end(substitution_id: int, back_on: date, alasan: str, doer: Doer) -> Done | Refused:
    """End a substitution: the holder works again from ``back_on``.

    Raises Substitution.DoesNotExist for one that is not of the doer's office.
    """

    def ended() -> Refused | None:
        lock_register(doer.person.office_id)
        row = Substitution.objects.select_related("holder", "substitute").get(
            office_id=doer.person.office_id, pk=substitution_id
        )
        if row.holder_id != doer.person.pk and not may(doer.person, Right.KANTOR):
            return NOT_YOURS
        last = date.fromordinal(back_on.toordinal() - 1)
        if last >= row.last:
            return Refused(
                "tanggal_terbalik",
                f"Penggantian ini berakhir dengan sendirinya sesudah {row.days}. Isi hari kembali "
                "yang lebih awal.",
            )
        if not alasan.strip():
            return Refused("tanpa_alasan", "Tuliskan alasannya; alasan itu dicatat dalam riwayat.")
        return end_row(row, last, alasan.strip(), doer)

    return once(doer, ended)


def end_row(row: Substitution, last: date, alasan: str, doer: Doer) -> Refused | None:
    """End it wherever it reached. Call inside the transaction of an act."""
    given = {replace(one, last=last) for one in delegations_of(row)}
    by = by_of(doer)

    def asked(case: OpenCase) -> Sequence[Request]:
        return [
            EndDelegation(**by, delegation=one, last=last, reason=alasan)
            for one in case.state.delegations
            if one.last > last and replace(one, last=last) in given
        ]

    if refused := in_every_case(row.holder, doer, asked):
        return refused
    of_office = StandIn.objects.filter(
        office_id=row.office_id,
        case=None,
        holder_id=row.holder_id,
        substitute_id=row.substitute_id,
        mulai=row.mulai,
        peran__in=row.peran,
    )
    of_office.delete() if last < row.mulai else of_office.update(selesai=last)
    if row.substitute_id and row.jenis in IS_A_POST:
        Appointment.objects.filter(
            office_id=row.office_id,
            person_id=row.substitute_id,
            jenis=row.jenis,
            peran__in=row.peran,
            mulai=row.mulai,
        ).update(selesai=last)
    Substitution.objects.filter(office_id=row.office_id, pk=row.pk).update(
        diakhiri=last, alasan_akhir=alasan
    )
    row.diakhiri, row.alasan_akhir = last, alasan
    append(row.office_id, [_line("diakhiri", row)], actor=doer.person.ref, at=doer.at)
    return None


def in_every_case(
    holder: Person, doer: Doer, asked: Callable[[OpenCase], Sequence[Request]]
) -> Refused | None:
    """Ask the same of every case that is not over and in which ``holder`` has a role.

    Call inside a transaction. The cases are locked first, all in one order: the end of the audit
    chain comes after them (office.locks).
    """
    for case in cases_of(holder):
        quiet = replace(doer, sending=None)
        answer = act(case.pk, quiet, lambda now: list(asked(now)))
        if isinstance(answer, Refused):
            return Refused(answer.kode, f"“{case.judul}”: {answer.reason}")
    return None


def cases_of(person: Person) -> list[Case]:
    """The cases that are not over and in which the person plays a role, or that he manages."""
    alive = Case.objects.filter(
        office_id=person.office_id,
        status__in=[CaseStatus.BERJALAN, CaseStatus.DITUNDA],
        pk__in=Case.objects.filter(office_id=person.office_id, members__person=person).values("pk"),
    )
    rows = list(alive.select_for_update().order_by("pk"))
    return [row for row in rows if any(person.ref in who for who in state_of(row).roles.values())]


def delegations_of(row: Substitution) -> list[Delegation]:
    """What a case is told of it, one for each role. As it was recorded: an end is told apart."""
    if row.substitute is None:
        return []
    return [
        Delegation(
            actor=actor,
            holder=row.holder.ref,
            substitute=row.substitute.ref,
            kind=row.jenis,
            first=row.mulai,
            last=row.selesai,
            sk=row.surat,
        )
        for actor in row.peran
    ]


def _stand_in_from_now_on(row: Substitution, given: Sequence[Delegation]) -> None:
    StandIn.objects.bulk_create(
        StandIn(
            office_id=row.office_id,
            case=None,
            holder_id=row.holder_id,
            substitute_id=int(one.substitute),
            peran=one.actor,
            jenis=one.kind,
            sk=one.sk,
            mulai=one.first,
            selesai=one.last,
        )
        for one in given
    )


def _appoint(row: Substitution, given: Sequence[Delegation]) -> Refused | None:
    """The substitute holds the post for those days, beside his own."""
    posts = Appointment.objects.filter(office_id=row.office_id, person_id=row.holder_id)
    for one in given:
        actor, substitute_id = one.actor, int(one.substitute)
        if len(actor) > _LONGEST_ROLE:
            continue  # no post can be named so; the work moves all the same
        known = Appointment.objects.filter(
            office_id=row.office_id, person_id=substitute_id, peran=actor, mulai=row.mulai
        )
        if known.exists():
            return Refused(
                "bertumpuk",
                "Pengganti itu sudah memegang peran yang sama sejak hari yang sama. Pilih pegawai "
                "atau tanggal lain.",
            )
        post = posts.filter(peran=actor).order_by("-mulai", "pk").first()
        Appointment.objects.create(
            office_id=row.office_id,
            person_id=substitute_id,
            jabatan=post.jabatan if post else actor,
            peran=actor,
            jenis=row.jenis,
            mulai=row.mulai,
            selesai=row.selesai,
            sk=row.surat[:120],
        )
    return None


def once(doer: Doer, do: Callable[[], Refused | None]) -> Done | Refused:
    """Do it wholly or not at all, and once for a form that is sent twice."""
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            if refused := do():
                transaction.set_rollback(True)
                return refused
            remember(doer, doer.url)
            return Done(doer.url)
    except KeyUsed:
        return recall(doer) or Refused("sudah_berubah", "Formulir ini sudah dikirim.")


def by_of(doer: Doer) -> dict[str, Any]:
    """By whom a case is asked: a keeper of the office asks it by that right."""
    return {"by": doer.person.ref, "at": doer.at, "by_right": may(doer.person, Right.KANTOR)}


def _line(what: str, row: Substitution) -> Act:
    facts = {
        "pegawai": row.holder.nama,
        "sebab": row.sebab,
        "jenis": row.jenis,
        "pengganti": row.substitute.nama if row.substitute else "",
        "peran": list(row.peran),
        "mulai": row.mulai.isoformat(),
        "selesai": row.last.isoformat(),
        "sk": row.surat,
        "reason": row.alasan_akhir,
    }
    return Act(f"pengganti.{what}", f"pengganti:{row.pk}", facts)

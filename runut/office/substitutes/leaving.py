"""Somebody leaves the office: what he holds, and one act that hands it to people by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from runut.core.case.model import ChangeHolders, ChangeManager, Request
from runut.core.case.rights import manager_of
from runut.core.findings import Refused
from runut.core.words.dates import format_date
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, act, state_of
from runut.office.cases.models import Case, CaseMember
from runut.office.locks import lock_register
from runut.office.people.models import Appointment, Grant, Person, Right
from runut.office.people.rights import may, people_with
from runut.office.substitutes.acts import NOT_YOURS, by_of, end_row, once
from runut.office.substitutes.models import Substitution
from runut.office.trust.append import Act, append

ALIVE = ("berjalan", "ditunda")


@dataclass(frozen=True)
class HeldRole:
    """A role that somebody plays in cases that are not over. ``alone_in``: those in which nobody
    else plays it, so that it must be handed to somebody."""

    actor: str
    cases: tuple[str, ...]
    alone_in: tuple[str, ...]
    open_steps: tuple[str, ...]


@dataclass(frozen=True)
class Holdings:
    """Everything that somebody holds in the office."""

    roles: tuple[HeldRole, ...]
    managed: tuple[str, ...]
    posts: tuple[Appointment, ...]
    away: tuple[Substitution, ...]
    stands_in: tuple[Substitution, ...]
    rights: tuple[Right, ...]
    last_keeper_of: tuple[Right, ...]


@dataclass(frozen=True)
class HandOver:
    """To whom goes what. ``roles`` by the actor, ``rights`` by the right that he alone had."""

    sebab: str
    hari_terakhir: date
    sk: str
    alasan: str
    roles: Mapping[str, Person]
    manager: Person | None
    rights: Mapping[str, Person]


def holdings_of(person: Person, day: date) -> Holdings:
    """What the person holds on ``day``."""
    cases = _cases_of(person)
    posts = Appointment.objects.filter(
        Appointment.held_on(day), office_id=person.office_id, person=person
    )
    standing = Substitution.objects.filter(
        Substitution.touching(day, date.max), office_id=person.office_id
    ).select_related("holder", "substitute")
    rights = tuple(
        Right(one)
        for one in Grant.objects.filter(office_id=person.office_id, person=person)
        .order_by("right")
        .values_list("right", flat=True)
    )
    return Holdings(
        roles=_roles_of(person, cases),
        managed=tuple(one.judul for one in cases if manager_of(state_of(one)) == person.ref),
        posts=tuple(posts.order_by("mulai", "pk")),
        away=tuple(standing.filter(holder=person)),
        stands_in=tuple(standing.filter(substitute=person)),
        rights=rights,
        last_keeper_of=tuple(
            one for one in rights if people_with(person.office_id, one) in ([person], [])
        ),
    )


def _roles_of(person: Person, cases: Sequence[Case]) -> tuple[HeldRole, ...]:
    found: dict[str, list[Case]] = {}
    for case in cases:
        for actor, people in state_of(case).roles.items():
            if person.ref in people:
                found.setdefault(actor, []).append(case)
    return tuple(
        HeldRole(
            actor,
            tuple(one.judul for one in those),
            tuple(one.judul for one in those if len(state_of(one).roles[actor]) == 1),
            tuple(
                f"langkah {task.no} {one.judul}"
                for one in those
                for task in one.tasks.all()
                if any(held.person_id == person.pk for held in task.holders.all())
            ),
        )
        for actor, those in found.items()
    )


def hand_over(person: Person, given: HandOver, doer: Doer) -> Done | Refused:
    """End all that somebody holds and give it to the people named, in one act; then his account
    is closed."""
    return once(doer, lambda: _hand_over(person, given, doer))


def _hand_over(person: Person, given: HandOver, doer: Doer) -> Refused | None:
    if not may(doer.person, Right.KANTOR):
        return NOT_YOURS
    lock_register(person.office_id)
    # all that it may reach, before the end of the chain is taken for the first of them
    alive = Case.objects.filter(office_id=person.office_id, status__in=ALIVE)
    list(alive.select_for_update().order_by("pk").values_list("pk", flat=True))
    return (
        _refuse(person, given, doer)
        or _hand_over_cases(person, given, doer)
        or _end_substitutions(person, given, doer)
        or _leave(person, given, doer)
    )


def _refuse(person: Person, given: HandOver, doer: Doer) -> Refused | None:
    if not Person.objects.filter(office_id=person.office_id, pk=person.pk, is_active=True).exists():
        return Refused("sudah_berubah", f"Akun {person.nama} sudah ditutup.")
    today = doer.at.astimezone(person.office.zone).date()
    if given.hari_terakhir > today:
        return Refused(
            "tanggal_mendatang",
            f"Hari terakhirnya belum tiba. Catat serah terima ini pada "
            f"{format_date(given.hari_terakhir)} atau sesudahnya; akunnya ditutup saat itu juga.",
        )
    receivers = [*given.roles.values(), *given.rights.values()]
    receivers += [given.manager] if given.manager else []
    if any(one.pk == person.pk for one in receivers):
        return Refused("penerima_sama", f"Pilih penerima yang lain daripada {person.nama} sendiri.")
    for right in holdings_of(person, today).last_keeper_of:
        if right not in given.rights:
            return Refused(
                "pemegang_terakhir",
                f"{person.nama} satu-satunya yang berwenang “{right.label}”. Pilih pegawai yang "
                "menerimanya.",
            )
    return None


def _hand_over_cases(person: Person, given: HandOver, doer: Doer) -> Refused | None:
    by = by_of(doer)
    for case in _cases_of(person):
        answer = act(
            case.pk,
            replace(doer, sending=None),
            lambda now: _requests(now, person, given, by),
        )
        if isinstance(answer, Refused):
            return Refused(answer.kode, f"“{case.judul}”: {answer.reason}")
    return None


def _requests(
    case: OpenCase, person: Person, given: HandOver, by: dict[str, object]
) -> Sequence[Request] | Refused:
    requests: list[Request] = []
    reason = f"{given.alasan} ({person.nama} {given.sebab})"
    if manager_of(case.state) == person.ref:
        if given.manager is None:
            return Refused(
                "tanpa_pengelola", f"{person.nama} mengelola pelaksanaan ini. Pilih pengelolanya."
            )
        requests.append(ChangeManager(**by, person=given.manager.ref, reason=reason))  # type: ignore[arg-type]
    for actor, people in case.state.roles.items():
        if person.ref not in people:
            continue
        left = [ref for ref in people if ref != person.ref]
        receiver = given.roles.get(actor)
        if receiver and receiver.ref not in left:
            left.append(receiver.ref)
        if not left:
            return Refused(
                "peran_kosong",
                f"{person.nama} satu-satunya pemegang peran {actor}. Pilih penerima peran itu.",
            )
        requests.append(ChangeHolders(**by, actor=actor, holders=tuple(left), reason=reason))  # type: ignore[arg-type]
    return requests


def _end_substitutions(person: Person, given: HandOver, doer: Doer) -> Refused | None:
    holdings = holdings_of(person, given.hari_terakhir)
    for row in (*holdings.away, *holdings.stands_in):
        if row.last > given.hari_terakhir:
            reason = f"{given.alasan} ({person.nama} {given.sebab})"
            if refused := end_row(row, given.hari_terakhir, reason, doer):
                return refused
    return None


def _leave(person: Person, given: HandOver, doer: Doer) -> Refused | None:
    office_id = person.office_id
    later = Appointment.objects.filter(office_id=office_id, person=person)
    posts = list(later.filter(Appointment.held_on(given.hari_terakhir)))
    for post in posts:
        Appointment.objects.filter(office_id=office_id, pk=post.pk).update(
            selesai=given.hari_terakhir
        )
    for right, receiver in given.rights.items():
        Grant.objects.get_or_create(office_id=office_id, person=receiver, right=right)
    Grant.objects.filter(office_id=office_id, person=person).delete()
    Person.objects.filter(office_id=office_id, pk=person.pk).update(is_active=False)
    facts = {
        "pegawai": person.nama,
        "sebab": given.sebab,
        "hari_terakhir": given.hari_terakhir.isoformat(),
        "sk": given.sk,
        "jabatan": [post.jabatan for post in posts],
        "peran": {actor: one.nama for actor, one in given.roles.items()},
        "pengelola": given.manager.nama if given.manager else "",
        "hak": {right: one.nama for right, one in given.rights.items()},
        "reason": given.alasan,
    }
    line = Act("pegawai.serah_terima", f"pegawai:{person.pk}", facts)
    append(office_id, [line], actor=doer.person.ref, at=doer.at)
    return None


def _cases_of(person: Person) -> list[Case]:
    """The cases that are not over in which he plays a role, or that he manages."""
    members = CaseMember.objects.filter(office_id=person.office_id, person=person)
    his = Q(pk__in=members.values("case")) | Q(mulai_oleh=person)
    cases = Case.objects.filter(his, office_id=person.office_id, status__in=ALIVE).order_by("pk")
    found = []
    for case in cases.prefetch_related("tasks__holders"):
        state = state_of(case)
        plays = any(person.ref in people for people in state.roles.values())
        if plays or manager_of(state) == person.ref:
            found.append(case)
    return found

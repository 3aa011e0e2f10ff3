"""What "Kelola pelaksanaan" shows: open steps, roles and their holders, substitutions."""

from dataclasses import dataclass
from datetime import datetime

from runut.core.case.explain import people_who_may
from runut.core.case.rights import assignee_of, manager_of
from runut.core.words.dates import format_date
from runut.office.cases.acting import OpenCase
from runut.office.cases.manage.acts import may_manage
from runut.office.cases.standing import due_words
from runut.office.cases.standing_in import title_of
from runut.office.cases.standing_still import Halt, halts_of
from runut.office.people.models import Person, names_by_ref


@dataclass(frozen=True)
class OpenStep:
    no: str
    kegiatan: str
    people: str
    assignee: str
    may_hand_on: bool


@dataclass(frozen=True)
class Role:
    nomor: int
    actor: str
    people: str
    steps: str


@dataclass(frozen=True)
class Overview:
    """``may_manage``: the person may change everything; else only hand on what is his."""

    may_manage: bool
    manager: str
    started_by: str
    due: str
    steps: tuple[OpenStep, ...]
    roles: tuple[Role, ...]
    stand_ins: tuple[str, ...]
    halts: tuple[Halt, ...]


def people_to_choose(case: OpenCase) -> list[Person]:
    """Everybody who works in the office, by name."""
    people = Person.objects.filter(office_id=case.row.office_id, is_active=True)
    return list(people.order_by("nama", "pk"))


def overview(case: OpenCase, person: Person, now: datetime) -> Overview:
    people = list(Person.objects.filter(office_id=case.row.office_id).only("nama", "is_active"))
    names = names_by_ref(people)
    gone = frozenset(one.ref for one in people if not one.is_active)
    at = now.astimezone(case.row.office.zone)
    manages = may_manage(case, person)
    return Overview(
        may_manage=manages,
        manager=names.get(manager_of(case.state), ""),
        started_by=names.get(case.state.started_by, ""),
        due=due_words(case.row),
        steps=tuple(_steps(case, person, at, names, manages=manages)),
        roles=tuple(_roles(case, names, gone)),
        stand_ins=tuple(
            f"{names.get(one.substitute, '')} sebagai {title_of(one)} untuk "
            f"{names.get(one.holder, '')}, {format_date(one.first)} s.d. {format_date(one.last)}"
            for one in case.state.delegations
            if one.last >= at.date()
        ),
        halts=halts_of(case.row.pk, case.definition, case.state, at, names=names, gone=gone),
    )


def _steps(
    case: OpenCase, person: Person, at: datetime, names: dict[str, str], *, manages: bool
) -> list[OpenStep]:
    found = []
    for step in case.definition.steps:
        if step.no not in case.state.open_steps:
            continue
        people = people_who_may(case.definition, case.state, step.no, at)
        found.append(
            OpenStep(
                step.no,
                step.kegiatan,
                ", ".join(names.get(ref, "") for ref in people),
                names.get(assignee_of(step, case.state), ""),
                manages or person.ref in people,
            )
        )
    return found


def _roles(case: OpenCase, names: dict[str, str], gone: frozenset[str]) -> list[Role]:
    steps = case.definition.steps
    return [
        Role(
            nomor,
            actor,
            ", ".join(
                names.get(ref, "") + (" (tidak aktif)" if ref in gone else "") for ref in people
            ),
            ", ".join(step.no for step in steps if actor in step.actors),
        )
        for nomor, (actor, people) in enumerate(case.state.roles.items(), start=1)
    ]

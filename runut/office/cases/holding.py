"""Whose a task is at a moment: worked out when it is read, so that no clock has to move it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q

from runut.core.case.explain import on_behalf_of, people_who_may
from runut.core.case.model import Definition, Delegation, Step
from runut.core.case.rights import taken_over
from runut.office.cases.acting import definition_for, state_of
from runut.office.cases.models import StandIn, Task, TaskHolder
from runut.office.people.models import Person


@dataclass(frozen=True)
class Held:
    """A task in an inbox. ``behalf``: the reference of the holder for whom a substitute has it.
    ``given``: the substitution by which it lies with another, for the holder who sees where."""

    task: Task
    definition: Definition
    step: Step
    behalf: str = ""
    given: Delegation | None = None


def tasks_at(person: Person, now: datetime) -> list[Held]:
    """What the person has to do, the most urgent first; what a substitute does for him comes with
    that substitution."""
    day = now.astimezone(person.office.zone).date()
    standing = StandIn.objects.filter(
        office_id=person.office_id, substitute=person, mulai__lte=day, selesai__gte=day
    )
    own = TaskHolder.objects.filter(office_id=person.office_id, person=person)
    tasks = (
        Task.objects.filter(
            Q(pk__in=own.values("task")) | Q(case__in=standing.values("case")),
            office_id=person.office_id,
            case__status="berjalan",
        )
        .select_related("case", "case__sop_version", "case__office")
        .defer("case__sop_version__teks", "case__sop_version__halaman")
        .order_by(F("batas").asc(nulls_last=True), "dibuka_pada", "pk")
    )
    found = (_held(task, person.ref, now) for task in tasks)
    return [held for held in found if held]


def _held(task: Task, person: str, now: datetime) -> Held | None:
    state, at = state_of(task.case), now.astimezone(task.case.office.zone)
    definition = definition_for(task.case.sop_version, state.works)
    step = definition.step(task.no)
    if step is None:
        return None
    if person in people_who_may(definition, state, task.no, at):
        behalf = on_behalf_of(definition, state, task.no, person, at)
        return Held(task, definition, step, behalf)
    given = (taken_over(step, state, person, actor, at.date()) for actor in step.actors)
    taken = next((one for one in given if one), None)
    is_his = person in people_who_may(definition, state, task.no)
    return Held(task, definition, step, given=taken) if taken and is_his else None

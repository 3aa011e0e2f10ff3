"""What the pages of cases read: who sees what, and the state behind a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404

from runut.core.case.explain import kelengkapan_known, leads_step, may_act, on_behalf_of
from runut.core.case.inner import to_confirm
from runut.core.case.model import Output, Step, StepState
from runut.core.findings import Refused
from runut.office import clock
from runut.office.cases.acting import OpenCase, StepRef, load
from runut.office.cases.cached import people_in
from runut.office.cases.models import Case, Document
from runut.office.cases.standing_in import acts_as
from runut.office.people.models import Appointment, Grant, Office, Person, Right
from runut.office.people.rights import may

PLH = "plh"


@dataclass(frozen=True)
class StepPage:
    """All that a page of a step needs. ``refused``: why this person may not act here now."""

    case: OpenCase
    step: Step
    state: StepState
    refused: Refused | None
    known: tuple[str, ...]
    """Kelengkapan whose document an earlier step has left."""
    leads: bool = True
    """Whether the person acts as the leading actor; the others only confirm their part."""
    on_behalf_of: str = ""
    """The holder for whom the person acts as a substitute, "" where in his own right."""
    acts_as: str = ""
    """Those words for him, "" where in his own right: as what he acts here, and for whom."""

    @property
    def url(self) -> str:
        return f"/pelaksanaan/{self.case.row.pk}/langkah/{self.step.no}/"

    @property
    def waiting_for(self) -> list[str]:
        """The actors who still have to confirm before the leading one can complete the step."""
        due = to_confirm(self.step, self.case.state)
        return [one for one in due if one not in self.state.confirmed]

    @property
    def next_steps(self) -> list[Step]:
        """What waits for this step; not itself, which an answer may send round again."""
        return [one for one in next_steps(self.case, self.step.no) if one.no != self.step.no]

    def ref(self, round_: int) -> StepRef:
        """The step in the round that a page was opened on."""
        return StepRef(self.case.row.pk, self.step.no, round_)

    @property
    def case_url(self) -> str:
        return f"/pelaksanaan/{self.case.row.pk}/"


def open_case(case_id: int, person: Person) -> OpenCase:
    """A case that the person may see; to everybody else it does not exist (Http404)."""
    try:
        case = load(case_id, person.office_id)
    except Case.DoesNotExist as error:
        raise Http404 from error
    if not may_see(case, person):
        raise Http404
    return case


def may_see(case: OpenCase, person: Person) -> bool:
    """Those with a role in the case see it, who stands or stood in for them, who manages it, and
    those with a right in the office."""
    if person.ref in people_in(case.state):
        return True
    return Grant.objects.filter(office_id=person.office_id, person=person).exists()


def step_page(case_id: int, no: str, person: Person, *works: str) -> StepPage:
    """The page of a step. Http404 where the case is not the person's or has no such step.

    ``works``: the kinds of work that the page is for; a step of another kind has no such page,
    so that nothing is done out of its order.
    """
    case = open_case(case_id, person)
    step = case.definition.step(no)
    if step is None or (works and step.work not in works):
        raise Http404
    now = clock.now().astimezone(case.row.office.zone)
    asked = (case.definition, case.state, no, person.ref, now)
    behalf = on_behalf_of(*asked)
    return StepPage(
        case=case,
        step=step,
        state=case.state.step(no),
        refused=may_act(*asked),
        known=tuple(kelengkapan_known(case.definition, case.state, no)),
        leads=leads_step(*asked),
        on_behalf_of=behalf,
        acts_as=acts_as(case, no, person.ref, behalf, now.date()) if behalf else "",
    )


def documents_of(case: OpenCase) -> QuerySet[Document]:
    """The documents of a case, newest last."""
    return (
        Document.objects.filter(office_id=case.row.office_id, case=case.row)
        .select_related("dibuat_oleh", "signs")
        .prefetch_related("files", "signed")
        .order_by("dibuat_pada", "pk")
    )


def visible_cases(person: Person) -> QuerySet[Case]:
    """The cases that the person may see, newest first."""
    cases = Case.objects.filter(office_id=person.office_id).order_by("-mulai_pada", "-pk")
    if Grant.objects.filter(office_id=person.office_id, person=person).exists():
        return cases
    return cases.filter(members__person=person)


def may_start(person: Person) -> bool:
    """Whether the person may start SOPs of the office, and publish what they leave."""
    return may(person, Right.START)


def candidates_by_role(office: Office, day: date) -> dict[str, list[Person]]:
    """Who holds which role of the office's SOPs on ``day``; "" holds those without one."""
    found: dict[str, list[Person]] = {}
    posts = Appointment.objects.filter(
        Appointment.held_on(day), office=office, person__is_active=True
    ).exclude(jenis=PLH)  # who is away still holds the role; his substitute has it by that
    for post in posts.select_related("person").order_by("person__nama", "pk"):
        found.setdefault(post.peran, []).append(post.person)
    return found


def may_be_outside(steps: Sequence[Step]) -> bool:
    """Whether the actor of these steps can be somebody outside: he signs and checks nothing and
    writes nothing here, so that somebody of the office can write down what he brings."""
    return all(step.is_general for step in steps)


def people_of(case: OpenCase) -> dict[str, Person]:
    """Everybody with a role in the case, under his reference, in the order of the SOP's columns."""
    refs = dict.fromkeys(ref for people in case.state.roles.values() for ref in people)
    rows = Person.objects.filter(office_id=case.row.office_id, pk__in=[int(ref) for ref in refs])
    found = {person.ref: person for person in rows}
    return {ref: found[ref] for ref in refs if ref in found}


def next_steps(case: OpenCase, no: str) -> list[Step]:
    """The steps that follow directly on ``no``."""
    step = case.definition.step(no)
    found = (case.definition.step(way.ke) for way in (step.exits if step else ()))
    return [following for following in found if following]


def receivers(case: OpenCase, no: str) -> dict[str, Person]:
    """To whom a step can hand on the work: the holders of the leading role of what follows."""
    roles = [step.actors[0] for step in next_steps(case, no) if step.actors]
    refs = dict.fromkeys(ref for role in roles for ref in case.state.roles.get(role, ()))
    people = people_of(case)
    return {ref: people[ref] for ref in refs if ref in people} or people


def known_documents(page: StepPage) -> list[tuple[str, Output, Document | None]]:
    """What an earlier step left for this one: its name, the output, its document if it is one."""
    found = kelengkapan_known(page.case.definition, page.case.state, page.step.no)
    documents = {one.sha256: one for one in documents_of(page.case)} if found else {}
    return [(name, output, documents.get(output.sha256)) for name, output in found.items()]

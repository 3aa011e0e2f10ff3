"""What the pages of cases read: who sees what, and the state behind a page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404

from runut.core.case.explain import kelengkapan_known, may_act
from runut.core.case.model import Step, StepState
from runut.core.findings import Refused
from runut.office import clock
from runut.office.cases.acting import OpenCase, StepRef, load
from runut.office.cases.models import Case, Document
from runut.office.people.models import Appointment, Grant, Office, Person, Right


@dataclass(frozen=True)
class StepPage:
    """All that a page of a step needs. ``refused``: why this person may not act here now."""

    case: OpenCase
    step: Step
    state: StepState
    refused: Refused | None
    known: tuple[str, ...]
    """Kelengkapan whose document an earlier step has left."""

    @property
    def url(self) -> str:
        return f"/pelaksanaan/{self.case.row.pk}/langkah/{self.step.no}/"

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
    """Those with a role in the case see it, and those with a right in the office."""
    if any(person.ref in people for people in case.state.roles.values()):
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
    return StepPage(
        case=case,
        step=step,
        state=case.state.step(no),
        refused=may_act(case.definition, case.state, no, person.ref, clock.now()),
        known=tuple(kelengkapan_known(case.definition, case.state, no)),
    )


def documents_of(case: OpenCase) -> QuerySet[Document]:
    """The documents of a case, newest last."""
    return (
        Document.objects.filter(office_id=case.row.office_id, case=case.row)
        .select_related("dibuat_oleh")
        .prefetch_related("files")
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
    return Grant.objects.filter(
        office_id=person.office_id, person=person, right=Right.START
    ).exists()


def candidates_by_role(office: Office, day: date) -> dict[str, list[Person]]:
    """Who holds which role of the office's SOPs on ``day``; "" holds those without one."""
    found: dict[str, list[Person]] = {}
    posts = Appointment.objects.filter(Appointment.held_on(day), office=office)
    for post in posts.select_related("person").order_by("person__nama", "pk"):
        found.setdefault(post.peran, []).append(post.person)
    return found

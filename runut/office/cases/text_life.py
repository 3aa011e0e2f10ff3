"""Who may write the text that a case composes, and who checks it afterwards."""

from datetime import date

from runut.core.case.model import Step
from runut.core.case.rights import is_in_force
from runut.core.case.writing import (
    TextLife,
    composing_steps,
    life_of_text,
    refuse_unless_writable,
)
from runut.core.findings import Refused
from runut.office.cases.acting import OpenCase, load
from runut.office.cases.models import Case
from runut.office.people.models import Person

COMPOSING = "sempurnakan"
"""The kind of work that composes a report and freezes it for its checkers."""


def life_of(case: OpenCase) -> TextLife:
    return life_of_text(case.definition, case.state, COMPOSING)


def refuse_closed(case: OpenCase) -> Refused | None:
    """Why the words and figures of the case cannot be changed now."""
    return refuse_unless_writable(case.definition, case.state, COMPOSING)


def holders_of(case: OpenCase, step: Step) -> set[str]:
    """Everybody who holds a role of a step."""
    return {person for actor in step.actors for person in case.state.roles.get(actor, ())}


def checks_of_text(case: OpenCase) -> list[Step]:
    """The steps that check or sign what the composing steps freeze."""
    made = {step.no for step in composing_steps(case.definition, COMPOSING)}
    return [step for step in case.definition.steps if step.checks in made]


def writes_text(case: OpenCase, person: str, day: date) -> bool:
    """Whether the person holds the text: a role of a composing step, or for who holds it.

    Where no step composes it, everybody with a role in the case does.
    """
    composing = composing_steps(case.definition, COMPOSING)
    holders = {one for step in composing for one in holders_of(case, step)}
    if not composing:
        holders = {one for people in case.state.roles.values() for one in people}
    return person in holders or any(is_in_force(case.state, h, person, day) for h in holders)


def writers_of(case: OpenCase) -> list[Person]:
    """Those who hold the text: one of them answers a comment or a claim."""
    steps = composing_steps(case.definition, COMPOSING)
    refs = {person for step in steps for person in holders_of(case, step)}
    people = Person.objects.filter(office_id=case.row.office_id, pk__in=[int(r) for r in refs])
    return list(people.order_by("nama"))


def writers_words(case: OpenCase) -> str:
    """The roles that write the text, as a sentence names them."""
    composing = composing_steps(case.definition, COMPOSING)
    actors = dict.fromkeys(actor for step in composing for actor in step.actors)
    steps = ", ".join(step.no for step in composing)
    return f"{' dan '.join(actors)} (langkah {steps})" if composing else "pelaksana SOP ini"


def cases_of_year(office_id: int, tahun: int) -> list[OpenCase]:
    """The cases that report on a year's figures, the oldest first; cancelled ones left out."""
    rows = Case.objects.filter(office_id=office_id, tahun=tahun).exclude(laporan="")
    found = [load(pk, office_id) for pk in rows.order_by("pk").values_list("pk", flat=True)]
    return [case for case in found if case.row.status != "dibatalkan"]

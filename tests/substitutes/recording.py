"""A substitution as a keeper records it, and steps done by whoever has them."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from runut.core.case.explain import on_behalf_of, people_who_may
from runut.core.case.model import CompleteStep, Output
from runut.core.case.rights import document_under_check
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import act, load
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Person
from runut.office.substitutes.acts import substitute
from runut.office.substitutes.rules import Facts
from tests.kantor import MONDAY

LATER = MONDAY + timedelta(hours=3)


def plh(example: ExampleOffice, **changed: object) -> Facts:
    """Joko stands in for Hendra, Kabag, from Wednesday to Friday of MONDAY's week."""
    people = example.people
    facts = Facts(
        holder=people["hendra"],
        sebab="cuti",
        jenis="plh",
        substitute=people["joko"],
        peran=("Kabag",),
        mulai=date(2026, 1, 14),
        selesai=date(2026, 1, 16),
        sk="800/12/2026",
        sk_tanggal=date(2026, 1, 9),
    )
    return replace(facts, **changed)  # type: ignore[arg-type]


def recorded(example: ExampleOffice, at: datetime = LATER, **changed: object) -> Done | Refused:
    return substitute(plh(example, **changed), Doer(example.people["rina"], at, url="/x/"))


def go_on(case: Case, until: str, at: datetime = MONDAY) -> None:
    """Whoever may does the open steps, until ``until`` is open."""
    for minute in range(60):
        now = load(case.pk, case.office_id)
        open_ = now.state.open_steps
        if until in open_:
            return
        no, moment = open_[0], at + timedelta(minutes=minute)
        for ref in people_who_may(now.definition, now.state, no, moment):
            person = Person.objects.get(pk=int(ref))
            behalf = on_behalf_of(now.definition, now.state, no, ref, moment)
            if isinstance(complete(case, no, Doer(person, moment, on_behalf_of=behalf)), Done):
                break
    raise AssertionError(f"step {until} is not reached")


def complete(case: Case, no: str, doer: Doer) -> Done | Refused:
    """Complete a step with all it needs."""
    now = load(case.pk, case.office_id)
    step = now.definition.step(no)
    assert step is not None
    document = document_under_check(step, now.state)
    read = document.sha256 if document else ""
    left = read or sha256(f"{no}-{now.state.step(no).round}".encode()).hexdigest()
    labels = [way.jika for way in step.exits if way.jika]
    request = CompleteStep(
        by=doer.person.ref,
        at=doer.at,
        on_behalf_of=doer.on_behalf_of,
        no=no,
        round=now.state.step(no).round,
        outputs=tuple(Output(name, left) for name in step.output),
        kelengkapan=step.kelengkapan,
        exit=labels[0] if labels else "",
        read_sha256=read,
    )
    return act(case.pk, doer, [request])

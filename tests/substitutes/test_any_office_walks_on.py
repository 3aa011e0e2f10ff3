"""The example SOP with one holder to a role, in the database: people write, check, return, are
replaced, come back and leave, in all orders, by the acts of the office.

What must hold: each inbox is just who may act, a case without anybody names its ways out, the rows
say what the events tell.
"""

from datetime import timedelta
from hashlib import sha256

import hypothesis.strategies as st
import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from runut.core.case.apply import replay
from runut.core.case.explain import acts_for, people_who_may
from runut.core.case.model import CompleteStep, Output, ReturnStep
from runut.core.case.rights import document_under_check
from runut.core.findings import Refused
from runut.office.acts.sending import Doer
from runut.office.cases.acting import OpenCase, StepRef, act, load
from runut.office.cases.actions import start_case
from runut.office.cases.cached import stand_ins_of
from runut.office.cases.events import events_of
from runut.office.cases.inbox import tasks_of
from runut.office.cases.manage import acts as manage
from runut.office.cases.models import Case
from runut.office.cases.standing_still import halted
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Person
from runut.office.substitutes.acts import end, substitute
from runut.office.substitutes.leaving import HandOver, hand_over
from runut.office.substitutes.models import Substitution
from runut.office.substitutes.rules import Facts
from tests.kantor import MONDAY, kantor

NAMES = ("rina", "dewi", "joko", "budi", "hendra", "andreas", "maria")
ROLES = ("Kasubag", "Staf", "Tim", "Kabag", "Karo")
names, roles = st.sampled_from(NAMES), st.sampled_from(ROLES)


class Office(RuleBasedStateMachine):
    example: ExampleOffice

    @initialize(given=st.fixed_dictionaries(dict.fromkeys(ROLES, names)))
    def start(self, given: dict[str, str]) -> None:
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self.now = MONDAY
        people = self.example.people
        asked = {actor: [people[name]] for actor, name in given.items()}
        case = start_case(self.example.sop, "Uji", asked, self.doer("rina"))
        if isinstance(case, Refused):
            alone = {actor: [people[name]] for actor, name in zip(ROLES, NAMES, strict=False)}
            case = start_case(self.example.sop, "Uji", alone, self.doer("rina"))
        assert not isinstance(case, Refused), case
        self.case = case

    @rule(data=st.data(), hands=st.lists(names, max_size=2))
    @precondition(lambda self: self.is_running)
    def do_a_step(self, data: st.DataObject, hands: list[str]) -> None:
        """Who has it does it; whoever wants has a word in what it leaves."""
        now = self.load()
        no = data.draw(st.sampled_from(now.state.open_steps))
        may = [
            p
            for p in self.present
            if p.ref in people_who_may(now.definition, now.state, no, self.now)
        ]
        if not may:
            return
        person = data.draw(st.sampled_from(may))
        behalf = acts_for(now.definition, now.state, no, person.ref, self.now)[0]
        step = now.definition.step(no)
        assert step is not None
        document = document_under_check(step, now.state)
        read = document.sha256 if document else ""
        left = read or sha256(f"{no}{self.now}".encode()).hexdigest()
        authors = tuple(self.example.people[name].ref for name in hands) if not document else ()
        request = CompleteStep(
            by=person.ref, at=self.now, on_behalf_of=behalf, no=no, round=now.state.step(no).round,
            outputs=tuple(Output(name, left, authors=authors) for name in step.output),
            kelengkapan=step.kelengkapan, read_sha256=read,
            exit=next((way.jika for way in step.exits if way.jika), ""),
        )  # fmt: skip
        act(self.case.pk, Doer(person, self.now, on_behalf_of=behalf), [request])

    @rule(name=names)
    @precondition(lambda self: self.is_running)
    def give_back(self, name: str) -> None:
        now = self.load()
        for no in now.state.open_steps:
            step = now.definition.step(no)
            if step and step.return_to:
                document = document_under_check(step, now.state)
                person = self.example.people[name]
                behalves = acts_for(now.definition, now.state, no, person.ref, self.now)
                behalf = behalves[0] if behalves else ""
                request = ReturnStep(
                    by=person.ref, at=self.now, on_behalf_of=behalf, no=no,
                    round=now.state.step(no).round, to=step.return_to[0], notes="Perbaiki.",
                    read_sha256=document.sha256 if document else "",
                )  # fmt: skip
                act(self.case.pk, Doer(person, self.now, on_behalf_of=behalf), [request])

    @rule(
        holder=names,
        who=names,
        actor=roles,
        days=st.integers(0, 3),
        jenis=st.sampled_from(["plh", "pengganti"]),
    )
    def name_a_substitute(self, holder: str, who: str, actor: str, days: int, jenis: str) -> None:
        people, first = self.example.people, self.now.date()
        facts = Facts(
            holder=people[holder], sebab="cuti", jenis=jenis,
            substitute=Person.objects.get(pk=people[who].pk), peran=(actor,), mulai=first,
            selesai=first + timedelta(days=days), sk="800/1",
        )  # fmt: skip
        substitute(facts, self.doer("rina"))

    @rule()
    def come_back(self) -> None:
        row = Substitution.objects.filter(office=self.example.office).last()
        if row:
            end(row.pk, self.now.date(), "Kembali.", self.doer("rina"))

    @rule(actor=roles, chosen=st.lists(names, min_size=1, max_size=2))
    def change_holders(self, actor: str, chosen: list[str]) -> None:
        people = [self.example.people[name] for name in chosen]
        manage.change_holders(self.case.pk, self.doer("rina"), actor, people, "Mutasi.")

    @rule(name=names, data=st.data())
    @precondition(lambda self: self.is_running)
    def hand_a_step(self, name: str, data: st.DataObject) -> None:
        state = self.load().state
        no = data.draw(st.sampled_from(state.open_steps))
        ref = StepRef(self.case.pk, no, state.step(no).round)
        manage.hand_step(ref, self.doer("rina"), self.example.people[name], "Bergantian.")

    @rule(name=st.sampled_from(NAMES[1:]), to=names, is_handed=st.booleans())
    def leave(self, name: str, to: str, is_handed: bool) -> None:
        """With a hand-over, or by an account that is simply closed."""
        person, receiver = self.example.people[name], self.example.people[to]
        if not is_handed:
            if len(self.present) > len(NAMES) - 2:
                Person.objects.filter(pk=person.pk).update(is_active=False)
            return
        given = HandOver(
            "pindah tugas", self.now.date(), "", "Pindah.", dict.fromkeys(ROLES, receiver),
            receiver, dict.fromkeys(("mulai", "sop", "kinerja", "kantor", "audit"), receiver),
        )  # fmt: skip
        hand_over(person, given, self.doer("rina"))

    @rule(hours=st.integers(1, 40))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @invariant()
    def each_inbox_is_just_who_may(self) -> None:
        case = self.load()
        for person in self.present:
            may = {
                no
                for no in case.state.open_steps
                if person.ref in people_who_may(case.definition, case.state, no, self.now)
            }
            found = {task.no for task in tasks_of(person, self.now) if task.case_id == self.case.pk}
            assert found == (may if self.is_running else set())

    @invariant()
    def where_nobody_can_act_a_way_out_is_named(self) -> None:
        case = self.load()
        row = Case.objects.select_related("sop_version").get(pk=self.case.pk)
        found = halted([row], row.office_id, self.now).get(row.pk)
        present = {person.ref for person in self.present}
        for no in case.state.open_steps if self.is_running else ():
            if not set(people_who_may(case.definition, case.state, no, self.now)) & present:
                assert found and any(f"angkah {no} " in halt.words for halt in found.halts)
        for halt in found.halts if found else ():
            assert halt.ways
            assert halt.words.endswith(".")

    @invariant()
    def the_rows_say_what_the_events_tell(self) -> None:
        row = Case.objects.get(pk=self.case.pk)
        state = replay(events_of(row))
        assert state == self.load().state
        assert stand_ins_of(row) == set(state.delegations)
        assert (row.pengelola_id or row.mulai_oleh_id) == int(state.manager or state.started_by)

    def teardown(self) -> None:
        if hasattr(self, "savepoint"):
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)

    @property
    def is_running(self) -> bool:
        return self.load().row.status == "berjalan"

    @property
    def present(self) -> list[Person]:
        return list(
            Person.objects.filter(office=self.example.office, is_active=True).order_by("pk")
        )

    def load(self) -> OpenCase:
        return load(self.case.pk, self.case.office_id)

    def doer(self, name: str) -> Doer:
        self.now += timedelta(minutes=1)
        return Doer(self.example.people[name], self.now)


def _run(examples: int, length: int) -> None:
    class Machine(Office):
        pass

    Machine.example = kantor()
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=length,
            deadline=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.django_db
def test_any_office_walks_on() -> None:
    _run(12, 15)


@pytest.mark.gate
@pytest.mark.django_db
def test_any_office_walks_on_at_length() -> None:
    _run(600, 40)

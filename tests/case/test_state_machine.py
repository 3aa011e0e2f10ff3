"""Any requests by anybody on any procedure: what must hold at every moment of every case."""

import json
from collections.abc import Callable
from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import initialize, invariant, precondition, rule

from runut.core.case.apply import replay
from runut.core.case.codec import (
    event_from_dict,
    event_to_dict,
    state_from_text,
    state_to_dict,
    state_to_text,
)
from runut.core.case.events import StepCompleted, StepReturned
from runut.core.case.explain import acts_for, may_act, people_who_may
from runut.core.case.model import (
    AssignStep,
    CancelCase,
    CaseStatus,
    ChangeHolders,
    ChangeManager,
    CompleteStep,
    Definition,
    DelegateRole,
    Delegation,
    EndDelegation,
    Output,
    PaperAct,
    PauseCase,
    Request,
    ResumeCase,
    ReturnStep,
    StartCase,
    StartStep,
)
from runut.core.case.rights import document_under_check, makers_of
from runut.core.case.route import forward_reach
from runut.core.findings import Refused
from tests.case.random_cases import ACTORS, PEOPLE, definitions, roles
from tests.case.watching import Watched
from tests.depth import examples

people = st.sampled_from(PEOPLE)
sometimes = st.sampled_from([False, False, False, True])


class AnyCase(Watched):
    seldom = st.sampled_from(["", "", "", "", "", "Batal."])

    @initialize(definition=definitions(), given=roles)
    def start(self, definition: Definition, given: dict[str, tuple[str, ...]]) -> None:
        self.definition = definition
        answer = self.ask(StartCase(by="ani", at=self.clock, roles=given))
        if isinstance(answer, Refused):
            assert answer.kode == "tanpa_pemeriksa"
            everybody = dict.fromkeys(ACTORS, tuple(PEOPLE))
            answer = self.ask(StartCase(by="ani", at=self.clock, roles=everybody))
        assert not isinstance(answer, Refused)

    # What people ask

    @rule(data=st.data(), by=people)
    def take_up(self, data: st.DataObject, by: str) -> None:
        no = self.some_step(data)
        self.ask(StartStep(by=by, at=self.clock, no=no, round=self.state.step(no).round))

    @rule(data=st.data())
    def complete(self, data: st.DataObject) -> None:
        no = self.some_step(data)
        by, behalf = self.somebody(data, no)
        hands = tuple(data.draw(st.lists(people, max_size=2)))
        paper = None
        if data.draw(sometimes):
            who, when = data.draw(people), self.clock - timedelta(days=data.draw(st.integers(0, 4)))
            paper = PaperAct(who, when, data.draw(st.sampled_from(["pindaian", "pindaian", ""])))
        words = ["", "Ya", "Tidak"]
        self.ask(
            CompleteStep(
                by=by,
                at=self.clock,
                on_behalf_of=behalf,
                no=no,
                round=self.state.step(no).round,
                outputs=(Output("N", f"naskah-{data.draw(st.integers(1, 3))}", authors=hands),),
                exit=data.draw(st.sampled_from(words)),
                read_sha256=self.reading(data, no),
                paper=paper,
            )
        )

    @property
    def open_checks(self) -> list[str]:
        checks = [step.no for step in self.definition.steps if step.return_to]
        return [no for no in self.state.open_steps if no in checks]

    @rule(data=st.data())
    @precondition(lambda self: self.open_checks)
    def give_back(self, data: st.DataObject) -> None:
        no = data.draw(st.sampled_from(self.open_checks))
        by, behalf = self.somebody(data, no)
        step = self.definition.step(no)
        assert step is not None
        self.ask(
            ReturnStep(
                by=by,
                at=self.clock,
                on_behalf_of=behalf,
                no=no,
                round=self.state.step(no).round,
                to=data.draw(st.sampled_from([*step.return_to, *step.return_to, "1"])),
                notes="Perbaiki.",
                read_sha256=self.reading(data, no),
            )
        )

    @rule(data=st.data())
    @precondition(lambda self: self.state.status is CaseStatus.BERJALAN)
    def carry_on(self, data: st.DataObject) -> None:
        """Somebody who may does an open step as he should."""
        no = data.draw(st.sampled_from(self.state.open_steps))
        step = self.definition.step(no)
        may = people_who_may(self.definition, self.state, no, self.clock)
        if step is None or not may:
            return
        by = data.draw(st.sampled_from(may))
        behalf = data.draw(
            st.sampled_from(acts_for(self.definition, self.state, no, by, self.clock) or ("",))
        )
        labels = [way.jika for way in step.exits if way.jika]
        document = document_under_check(step, self.state)
        self.ask(
            CompleteStep(
                by=by,
                at=self.clock,
                on_behalf_of=behalf,
                no=no,
                round=self.state.step(no).round,
                outputs=(Output("N", f"naskah-{data.draw(st.integers(1, 2))}"),),
                exit=data.draw(st.sampled_from(labels)) if labels else "",
                read_sha256=document.sha256 if document else "",
            )
        )

    @rule(data=st.data())
    def manage(self, data: st.DataObject) -> None:
        """The rarer acts, in one rule so that they stay rare."""
        by = data.draw(st.sampled_from(["ani", *PEOPLE]))
        no = self.some_step(data)
        acts: list[Callable[[], Request]] = [
            lambda: AssignStep(
                by=by, at=self.clock, no=no, round=self.state.step(no).round,
                person=data.draw(people),
            ),
            lambda: DelegateRole(by=by, at=self.clock, delegation=self.some_delegation(data)),
            lambda: DelegateRole(by="ani", at=self.clock, delegation=self.some_delegation(data)),
            lambda: ChangeHolders(
                by=by, at=self.clock, actor=data.draw(st.sampled_from(ACTORS)),
                holders=tuple(data.draw(st.lists(people, max_size=3))), reason="Mutasi.",
            ),
            lambda: self.some_end(data, by),
            lambda: ChangeManager(by=by, at=self.clock, person=data.draw(people), reason="Pindah."),
            lambda: PauseCase(by=by, at=self.clock, reason="Menunggu."),
            lambda: CancelCase(by=by, at=self.clock, reason=data.draw(self.seldom)),
        ]  # fmt: skip
        self.ask(data.draw(st.sampled_from(acts))())

    @rule(by=st.sampled_from(["ani", "ani", "ani", "bima"]))
    @precondition(lambda self: self.state.status is CaseStatus.DITUNDA)
    def resume(self, by: str) -> None:
        self.ask(ResumeCase(by=by, at=self.clock, reason="Lanjut."))

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        self.clock += timedelta(hours=hours)

    # What must hold

    @invariant()
    def the_events_tell_the_state(self) -> None:
        assert replay(self.events) == self.state

    @invariant()
    def the_stored_case_is_the_case(self) -> None:
        stored = [json.dumps(event_to_dict(event)) for event in self.events]
        read = [event_from_dict(json.loads(text)) for text in stored]
        assert read == self.events
        assert replay(read) == self.state
        snapshot = state_to_text(self.state)
        assert state_from_text(snapshot) == self.state
        assert json.loads(snapshot) == state_to_dict(self.state)

    @invariant()
    def a_running_case_has_an_open_step_and_a_finished_one_none(self) -> None:
        if self.state.status in (CaseStatus.BERJALAN, CaseStatus.DITUNDA):
            assert self.state.open_steps
        if self.state.status is CaseStatus.SELESAI:
            assert not self.state.open_steps
            assert not self.state.waiting

    @invariant()
    def no_open_step_lies_ahead_of_another(self) -> None:
        for one in self.state.open_steps:
            assert not forward_reach(self.definition, one) & set(self.state.open_steps)

    @invariant()
    def who_waits_at_a_join_waits_for_something(self) -> None:
        for arrival in self.state.waiting:
            ahead = [forward_reach(self.definition, no) for no in self.state.open_steps]
            assert any(arrival.to in reach for reach in ahead)

    @invariant()
    def no_arrow_of_the_form_is_lost(self) -> None:
        """At the end, whatever a step led to was opened, unless work went back in between."""
        if self.state.status is not CaseStatus.SELESAI:
            return
        opened: set[str] = set()
        for event in reversed(self.events):
            if isinstance(event, StepReturned) or (
                isinstance(event, StepCompleted) and self.leads_back(event)
            ):
                return
            if isinstance(event, StepCompleted):
                opened |= {opening.no for opening in event.opens}
                assert set(self.targets(event)) <= opened

    @invariant()
    def an_inbox_holds_just_those_who_may(self) -> None:
        if self.state.status is not CaseStatus.BERJALAN:
            return
        case, now = (self.definition, self.state), self.clock
        for no in self.state.open_steps:
            may = {person for person in PEOPLE if may_act(*case, no, person, now) is None}
            assert may == set(people_who_may(*case, no, now)) & set(PEOPLE)
            away = {given.holder for given in self.state.delegations}
            assert may >= (set(people_who_may(*case, no)) - away) & set(PEOPLE)

    @invariant()
    def somebody_is_left_for_every_check(self) -> None:
        """Whoever holds the roles of a check: not all of them made the document it examines."""
        if self.state.status is not CaseStatus.BERJALAN:
            return
        for step in self.definition.steps:
            makers = makers_of(step, self.state)
            for actor in step.actors if makers else ():
                assert set(self.state.roles[actor]) - makers

    def teardown(self) -> None:
        """From wherever it stands, the case can be brought to its end."""
        if self.state.status is CaseStatus.DITUNDA:
            self.ask(ResumeCase(by="ani", at=self.clock, reason="Lanjut.", by_right=True))
        for _ in range(200):
            if self.state.status is not CaseStatus.BERJALAN:
                return
            if not any(self.push(no) for no in self.state.open_steps):
                assert any(self.return_to_maker(no) for no in self.state.open_steps)
        raise AssertionError("the case cannot be brought to its end")

    def some_delegation(self, data: st.DataObject) -> Delegation:
        actor = data.draw(st.sampled_from(ACTORS))
        holder = data.draw(st.sampled_from([*self.state.roles.get(actor, ()), *PEOPLE]))
        days = timedelta(days=data.draw(st.integers(-1, 4)))
        first = self.clock.date()
        return Delegation(actor, holder, data.draw(people), "Plh", first, first + days, "800/1")

    def some_end(self, data: st.DataObject, by: str) -> Request:
        given = data.draw(st.sampled_from(self.state.delegations or (self.some_delegation(data),)))
        last = self.clock.date() - timedelta(days=data.draw(st.integers(-1, 1)))
        return EndDelegation(by=by, at=self.clock, delegation=given, last=last, reason="Kembali.")

    def some_step(self, data: st.DataObject) -> str:
        everything = [step.no for step in self.definition.steps]
        return data.draw(st.sampled_from([*self.state.open_steps] * 4 + everything))

    def somebody(self, data: st.DataObject, no: str) -> tuple[str, str]:
        """Mostly somebody who may, else anybody; at times for another."""
        may = list(people_who_may(self.definition, self.state, no))
        by = data.draw(st.sampled_from(may * 4 + list(PEOPLE)))
        stands_in = [(d.substitute, d.holder) for d in self.state.delegations]
        return data.draw(st.sampled_from([(by, "")] * 3 + stands_in + [(by, PEOPLE[0])]))

    def reading(self, data: st.DataObject, no: str) -> str:
        step = self.definition.step(no)
        document = document_under_check(step, self.state) if step else None
        return "naskah-lama" if data.draw(sometimes) else document.sha256 if document else ""

    def push(self, no: str) -> bool:
        """Let people who never touched the case before do an open step, forwards."""
        step = self.definition.step(no)
        assert step is not None
        for actor in self.state.roles:
            self.fresh += 1
            newcomers = (f"baru{self.fresh}", f"cadangan{self.fresh}")
            self.ask(
                ChangeHolders(
                    by="ani",
                    at=self.clock,
                    actor=actor,
                    holders=newcomers,
                    reason="x",
                    by_right=True,
                )
            )
        document = document_under_check(step, self.state)
        labels = [way.jika for way in step.exits if way.jika and int(way.ke) > int(no)]
        before = len(self.events)
        for actor in reversed(step.actors):
            self.ask(
                CompleteStep(
                    by=self.state.roles[actor][0],
                    at=self.clock,
                    no=no,
                    round=self.state.step(no).round,
                    outputs=(Output("N", "naskah-akhir"),),
                    exit=labels[0] if labels else "",
                    read_sha256=document.sha256 if document else "",
                )
            )
        return any(isinstance(e, StepCompleted) for e in self.events[before:])

    def return_to_maker(self, no: str) -> bool:
        """Who can neither mark nor sign may send for the document."""
        step = self.definition.step(no)
        assert step is not None
        if not step.is_checking:
            return False
        document = document_under_check(step, self.state)
        request = ReturnStep(
            by=self.state.roles[step.actors[0]][0],
            at=self.clock,
            no=no,
            round=self.state.step(no).round,
            to=step.checks,
            notes="Ulangi.",
            read_sha256=document.sha256 if document else "",
        )
        return not isinstance(self.ask(request), Refused)


class AnyCaseAtLength(AnyCase):
    pass


TestAnyCase = AnyCase.TestCase
TestAnyCase.settings = settings(max_examples=examples(200), stateful_step_count=30, deadline=None)

TestAnyCaseAtLength = pytest.mark.gate(AnyCaseAtLength.TestCase)
TestAnyCaseAtLength.settings = settings(max_examples=5000, stateful_step_count=50, deadline=None)

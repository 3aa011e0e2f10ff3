"""Every role with one holder, who writes, checks, returns, substitutes and leaves, in all orders.

No running case stands still without a way out that is named and that works; nobody checks own
work; an inbox holds just the people whom the rules let act.
"""

from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import initialize, invariant, precondition, rule

from runut.core.case.apply import apply, replay
from runut.core.case.decide import decide
from runut.core.case.explain import acts_for, may_act, people_who_may
from runut.core.case.model import (
    AssignStep,
    CancelCase,
    CaseState,
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
    Request,
    ReturnStep,
    StartCase,
    Step,
)
from runut.core.case.rights import document_under_check, standings_of, taken_over
from runut.core.case.standstill import Standstill, Way, Why, standstills
from runut.core.findings import Refused
from tests.case.random_cases import ACTORS, PEOPLE, definitions
from tests.case.watching import Watched
from tests.depth import examples

people = st.sampled_from(PEOPLE)


class OneHolder(Watched):
    @initialize(
        definition=definitions(), given=st.fixed_dictionaries(dict.fromkeys(ACTORS, people))
    )
    def start(self, definition: Definition, given: dict[str, str]) -> None:
        self.definition, self.gone = definition, set[str]()
        alone = {actor: (holder,) for actor, holder in given.items()}
        if isinstance(self.ask(StartCase(by="ani", at=self.clock, roles=alone)), Refused):
            alone = {actor: (PEOPLE[at],) for at, actor in enumerate(ACTORS)}
            begun = self.ask(StartCase(by="ani", at=self.clock, roles=alone))
            if isinstance(begun, Refused):  # a check of one's own role: somebody beside
                pairs = {actor: (PEOPLE[at], PEOPLE[at + 1]) for at, actor in enumerate(ACTORS)}
                begun = self.ask(StartCase(by="ani", at=self.clock, roles=pairs))
            assert not isinstance(begun, Refused)

    # What they do

    @rule(data=st.data())
    @precondition(lambda self: self.is_running)
    def write_or_check(self, data: st.DataObject) -> None:
        """Somebody who may does an open step; whoever wants has a word in what it leaves."""
        no = data.draw(st.sampled_from(self.state.open_steps))
        may = [
            p
            for p in people_who_may(self.definition, self.state, no, self.clock)
            if p not in self.gone
        ]
        if not may:
            return
        by = data.draw(st.sampled_from(may))
        behalf = data.draw(st.sampled_from(self.acts_for(no, by)))
        paper = None
        if data.draw(st.sampled_from([False] * 4 + [True])):
            paper = PaperAct(data.draw(people), self.clock, "pindaian")
        self.ask(self.completion(no, by, behalf, data.draw(st.lists(people, max_size=2)), paper))

    @rule(data=st.data(), by=people, behalf=st.sampled_from(["", "", *PEOPLE]))
    @precondition(lambda self: self.is_running)
    def try_what_is_not_theirs(self, data: st.DataObject, by: str, behalf: str) -> None:
        no = data.draw(st.sampled_from(self.state.open_steps))
        self.ask(self.completion(no, by, behalf, []))

    @rule(data=st.data(), by=people, behalf=st.sampled_from(["", "", *PEOPLE]))
    @precondition(lambda self: self.is_running)
    def give_back(self, data: st.DataObject, by: str, behalf: str) -> None:
        no = data.draw(st.sampled_from(self.state.open_steps))
        step = self.step(no)
        if not step.return_to:
            return
        self.ask(
            ReturnStep(
                by=by, at=self.clock, on_behalf_of=behalf, no=no, round=self.state.step(no).round,
                to=data.draw(st.sampled_from(step.return_to)), notes="Perbaiki.",
                read_sha256=self.read(step),
            )
        )  # fmt: skip

    @rule(actor=st.sampled_from(ACTORS), substitute=people, days=st.integers(0, 3), by=people)
    def name_a_substitute(self, actor: str, substitute: str, days: int, by: str) -> None:
        holder = self.state.roles.get(actor, ("ani",))[0]
        first = self.clock.date()
        given = Delegation(
            actor, holder, substitute, "plh", first, first + timedelta(days=days), "800/1"
        )
        self.ask(DelegateRole(by=by, at=self.clock, delegation=given, by_right=True))

    @rule(data=st.data())
    @precondition(lambda self: self.state.delegations)
    def come_back_early(self, data: st.DataObject) -> None:
        given = data.draw(st.sampled_from(self.state.delegations))
        last = self.clock.date() - timedelta(days=1)
        self.ask(
            EndDelegation(
                by=given.holder, at=self.clock, delegation=given, last=last, reason="Kembali."
            )
        )

    @rule(data=st.data(), person=people)
    def assign(self, data: st.DataObject, person: str) -> None:
        no = data.draw(st.sampled_from([*self.state.open_steps, "1"]))
        self.ask(
            AssignStep(
                by="ani", at=self.clock, no=no, round=self.state.step(no).round, person=person
            )
        )

    @rule(actor=st.sampled_from(ACTORS), holders=st.lists(people, min_size=1, max_size=2))
    def change_holders(self, actor: str, holders: list[str]) -> None:
        self.ask(
            ChangeHolders(
                by="dodo", at=self.clock, actor=actor, holders=tuple(holders), reason="Mutasi.",
                by_right=True,
            )
        )  # fmt: skip

    @rule(person=st.sampled_from(PEOPLE))
    def leave(self, person: str) -> None:
        """Somebody closes an account without handing anything over."""
        if len(self.gone) < 2:
            self.gone.add(person)

    @rule(person=people)
    def hand_the_management_on(self, person: str) -> None:
        self.ask(ChangeManager(by="ani", at=self.clock, person=person, reason="Pindah."))

    @rule(hours=st.integers(1, 40))
    def time_passes(self, hours: int) -> None:
        self.clock += timedelta(hours=hours)

    # What must hold

    @invariant()
    def the_events_tell_the_state(self) -> None:
        assert replay(self.events) == self.state

    @invariant()
    def an_inbox_holds_just_those_who_may(self) -> None:
        for no in self.state.open_steps if self.is_running else ():
            may = {
                p for p in PEOPLE if may_act(self.definition, self.state, no, p, self.clock) is None
            }
            inbox = set(people_who_may(self.definition, self.state, no, self.clock))
            assert may == inbox & set(PEOPLE)

    @invariant()
    def nothing_stands_still_unnamed(self) -> None:
        if not self.is_running:
            return
        named = {(one.no, one.actor) for one in self.found() if one.why is not Why.DI_DEPAN}
        blocked = {one.no for one in self.found() if one.why is Why.DI_DEPAN}
        for no in self.state.open_steps:
            step = self.step(no)
            able = [(p, b) for p in self.present(no) for b in self.acts_for(no, p)]
            standing = {actor for pair in able for actor in self.standings(step, *pair)}
            missing = {a for a in step.actors if a not in self.state.step(no).confirmed} - standing
            assert {(no, actor) for actor in missing} <= named
            leads = [pair for pair in able if step.actors[0] in self.standings(step, *pair)]
            answers = [self.answer(self.completion(no, *pair, [])) for pair in leads]
            if answers and all(kode == "tanpa_pemeriksa" for kode in answers):
                assert no in blocked

    @invariant()
    def the_ways_out_that_are_named_lead_out(self) -> None:
        """Whoever follows the first one, and what is named then, is soon out; each can be gone."""
        if not self.is_running:
            return
        for one in self.found():
            assert one.ways[-1] is Way.BATAL
            for way in one.ways:
                self.after(self.state, self.way_out(self.state, one, way))
        state, turns = self.state, 0
        while left := standstills(self.definition, state, self.clock, frozenset(self.gone)):
            state = self.after(state, self.way_out(state, left[0], left[0].ways[0]))
            turns += 1
            assert turns <= 2 * len(self.definition.steps) * len(ACTORS), left

    # Small words

    @property
    def is_running(self) -> bool:
        return self.state.status is CaseStatus.BERJALAN and self.state.started_at is not None

    def found(self) -> tuple[Standstill, ...]:
        return standstills(self.definition, self.state, self.clock, frozenset(self.gone))

    def present(self, no: str) -> list[str]:
        may = people_who_may(self.definition, self.state, no, self.clock)
        return [person for person in may if person not in self.gone]

    def acts_for(self, no: str, person: str) -> tuple[str, ...]:
        return acts_for(self.definition, self.state, no, person, self.clock)

    def standings(self, step: Step, by: str, behalf: str) -> tuple[str, ...]:
        return standings_of(step, self.state, self.completion(step.no, by, behalf, []))

    def step(self, no: str) -> Step:
        step = self.definition.step(no)
        assert step is not None
        return step

    def read(self, step: Step) -> str:
        document = document_under_check(step, self.state)
        return document.sha256 if document else ""

    def completion(
        self, no: str, by: str, behalf: str, hands: list[str], paper: PaperAct | None = None
    ) -> CompleteStep:
        step = self.step(no)
        labels = [way.jika for way in step.exits if way.jika and int(way.ke) > int(no)]
        sha256 = self.read(step) or f"naskah-{len(self.events)}"
        return CompleteStep(
            by=by, at=self.clock, on_behalf_of=behalf, no=no, round=self.state.step(no).round,
            outputs=(Output("N", sha256, authors=tuple(hands)),),
            exit=labels[0] if labels else "", read_sha256=self.read(step), paper=paper,
        )  # fmt: skip

    def answer(self, request: Request) -> str:
        decided = decide(self.definition, self.state, request)
        return decided.kode if isinstance(decided, Refused) else ""

    def way_out(self, state: CaseState, one: Standstill, way: Way) -> Request:
        if way is Way.TAMBAH:
            self.fresh += 1
            holders = (*one.people, f"baru{self.fresh}")
            return ChangeHolders(
                by="k", at=self.clock, by_right=True, actor=one.actor, holders=holders, reason="x"
            )
        if way is Way.ALIHKAN:
            free = [
                p
                for p in one.people
                if p not in self.gone and not self.is_away(state, one.no, p, one.actor)
            ]
            asks = [self.assignment(state, one.no, person) for person in free]
            return next(
                a for a in asks if not isinstance(decide(self.definition, state, a), Refused)
            )
        if way is Way.PENGGANTI:
            day = self.clock.date()
            given = next(
                g
                for g in state.delegations
                if g.actor == one.actor and g.substitute in self.gone and g.first <= day <= g.last
            )
            last = given.first - timedelta(days=1)
            return EndDelegation(
                by="k", at=self.clock, by_right=True, delegation=given, last=last, reason="x"
            )
        assert way is Way.BATAL
        return CancelCase(by="k", at=self.clock, by_right=True, reason="Buntu.")

    def is_away(self, state: CaseState, no: str, person: str, actor: str) -> bool:
        """Whether what he has to do there lies with one who left. Of two substitutes of one holder
        the first has it; that the other left is no matter."""
        given = taken_over(self.step(no), state, person, actor, self.clock.date())
        return given is not None and given.substitute in self.gone

    def assignment(self, state: CaseState, no: str, person: str) -> AssignStep:
        round_ = state.step(no).round
        return AssignStep(by="k", at=self.clock, no=no, round=round_, person=person, by_right=True)

    def after(self, state: CaseState, request: Request) -> CaseState:
        decided = decide(self.definition, state, request)
        assert not isinstance(decided, Refused), decided
        for event in decided:
            state = apply(state, event)
        return state


class OneHolderAtLength(OneHolder):
    pass


TestOneHolder = OneHolder.TestCase
TestOneHolder.settings = settings(max_examples=examples(250), stateful_step_count=20, deadline=None)

TestOneHolderAtLength = pytest.mark.gate(OneHolderAtLength.TestCase)
TestOneHolderAtLength.settings = settings(max_examples=5000, stateful_step_count=50, deadline=None)

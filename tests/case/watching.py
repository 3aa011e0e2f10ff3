"""A case that is watched while anybody asks anything of it: each event against all before it.

What must hold is told again here in the events' own terms, not with the functions of the rules.
"""

import json
from collections import defaultdict
from datetime import timedelta

from hypothesis.stateful import RuleBasedStateMachine

from runut.core.case.apply import apply
from runut.core.case.codec import state_to_dict
from runut.core.case.decide import decide
from runut.core.case.events import (
    CaseStarted,
    Decision,
    Event,
    StepCompleted,
    StepConfirmed,
    StepReturned,
)
from runut.core.case.model import CaseState, Definition, Request
from runut.core.findings import Refused
from tests.case.driving import START


class Watched(RuleBasedStateMachine):
    definition: Definition

    def __init__(self) -> None:
        super().__init__()
        self.clock = START
        self.state = CaseState()
        self.events: list[Event] = []
        self.opened: set[tuple[str, int]] = set()
        self.hands: defaultdict[str, set[str]] = defaultdict(set)
        self.fresh = 0

    def ask(self, request: Request) -> Decision:
        before = json.dumps(state_to_dict(self.state))
        decided = decide(self.definition, self.state, request)
        assert json.dumps(state_to_dict(self.state)) == before, "asking changes nothing"
        self.clock += timedelta(minutes=7)
        if isinstance(decided, Refused):
            assert decided.kode
            assert decided.reason.endswith(".")
            return decided
        for event in decided:
            self.watch(event)
            self.state = apply(self.state, event)
            self.events.append(event)
        return decided

    def watch(self, event: Event) -> None:
        """Each event against all that happened before it."""
        if isinstance(event, CaseStarted | StepCompleted | StepReturned):
            for opening in event.opens:
                assert (opening.no, opening.round) not in self.opened, "opened twice"
                self.opened.add((opening.no, opening.round))
        if isinstance(event, StepCompleted | StepReturned | StepConfirmed):
            self.watch_rights(event)
        if isinstance(event, StepCompleted) and event.mark:
            self.watch_mark(event)
        if isinstance(event, StepCompleted | StepConfirmed):
            self.hands[event.no] |= {who(event), event.on_behalf_of} - {""}
        if isinstance(event, StepCompleted):
            self.hands[event.no] |= {name for out in event.outputs for name in out.authors}

    def watch_rights(self, event: StepCompleted | StepReturned | StepConfirmed) -> None:
        step = self.definition.step(event.no)
        assert step is not None
        holder = event.on_behalf_of or who(event)
        held = [actor for actor in step.actors if holder in self.state.roles[actor]]
        assert held, "acts in no role"
        if event.on_behalf_of:
            day = (event.paper.when if event.paper else event.at).date()
            assert any(
                (given.holder, given.substitute) == (holder, who(event))
                and given.actor in held
                and given.first <= day <= given.last
                for given in self.state.delegations
            ), "acts for somebody without a delegation"
        if step.is_checking:
            hands = {name for no in step.made_in for name in self.hands[no]}
            assert not {who(event), event.on_behalf_of} & hands, "own work"

    def watch_mark(self, event: StepCompleted) -> None:
        step = self.definition.step(event.no)
        assert step is not None
        made = {e.no: e for e in self.events if isinstance(e, StepCompleted)}
        left = {made[no].outputs[0].sha256 for no in step.made_in if no in made}
        assert event.read_sha256 in left, "marked what is not the document"
        if event.mark != "tanda_tangan":
            return
        for other in self.definition.steps:
            if other.no == event.no:
                return
            if other.checks == step.checks and self.is_met_on_the_way(other.no, other.made_in):
                assert self.last_of(other.no) == ("paraf", event.read_sha256), "paraf missing"

    def is_met_on_the_way(self, no: str, makers: tuple[str, ...]) -> bool:
        """Whether ``no`` was opened after one of ``makers`` was opened for the last time."""
        story = [
            opening.no
            for event in self.events
            if isinstance(event, CaseStarted | StepCompleted | StepReturned)
            for opening in event.opens
        ]
        last = max(at for at, opened in enumerate(story) if opened in makers)
        return no in story[last:]

    def last_of(self, no: str) -> tuple[str, str]:
        """The last thing that happened at a step: its paraf and on which bytes, or not."""
        last = ("", "")
        for event in self.events:
            if isinstance(event, StepCompleted) and event.no == no:
                last = ("paraf", event.read_sha256)
            elif isinstance(event, StepReturned) and event.no == no:
                last = ("kembali", event.read_sha256)
            elif isinstance(event, StepCompleted | StepReturned) and no in event.withdraws:
                last = ("ditarik", "")
        return last

    def targets(self, event: StepCompleted) -> list[str]:
        step = self.definition.step(event.no)
        assert step is not None
        return [way.ke for way in step.exits if way.jika in (None, event.exit)]

    def leads_back(self, event: StepCompleted) -> bool:
        return any(int(no) <= int(event.no) for no in self.targets(event))


def who(event: StepCompleted | StepReturned | StepConfirmed) -> str:
    return event.paper.who if event.paper else event.by

"""R6: any requests by anybody; the pure rules are the model, the database is the subject."""

import json
from datetime import datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from runut.core.case.apply import apply, replay
from runut.core.case.codec import state_to_dict
from runut.core.case.decide import decide
from runut.core.case.explain import people_who_may
from runut.core.case.model import (
    AssignStep,
    CancelCase,
    CompleteStep,
    Output,
    PauseCase,
    Request,
    ResumeCase,
    ReturnStep,
    StartStep,
)
from runut.core.case.rights import document_under_check
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Sending
from runut.office.cases.acting import act, load
from runut.office.cases.events import events_of
from runut.office.cases.models import Task, TaskHolder
from runut.office.example.office import ExampleOffice, start_example_case
from runut.office.trust.models import Entry
from tests.kantor import MONDAY, kantor

NAMES = st.sampled_from(["rina", "dewi", "joko", "budi", "sari", "hendra", "andreas", "maria"])
STEPS = st.sampled_from([str(n) for n in range(1, 11)])
EXAMPLES, LENGTH = 40, 30


class Office(RuleBasedStateMachine):
    """One case of the seed SOP, asked for anything, right or wrong, in any order."""

    example: ExampleOffice

    @initialize()
    def start(self) -> None:
        self.case = start_example_case(self.example, 2025, MONDAY)
        opened = load(self.case.pk, self.case.office_id)
        self.definition, self.state = opened.definition, opened.state
        self.minutes, self.keys = 0, 0

    @precondition(lambda self: self.state.open_steps)
    @rule(fresh=st.integers(0, 3))
    def go_on(self, fresh: int) -> None:
        """Somebody who may completes an open step: so that the machine gets far."""
        no = self.state.open_steps[0]
        able = people_who_may(self.definition, self.state, no)
        names = [name for name, p in self.example.people.items() if p.ref in able]
        if names:
            self.complete(names[0], no, is_whole=True, fresh=fresh)

    @rule(name=NAMES, no=STEPS, is_whole=st.booleans(), fresh=st.integers(0, 3))
    def complete(self, name: str, no: str, is_whole: bool, fresh: int) -> None:
        step = self.definition.step(no)
        document = document_under_check(step, self.state) if step else None
        read = document.sha256 if document else ""
        outputs = tuple(
            Output(nama=one, sha256=read or sha256(f"{no}-{fresh}".encode()).hexdigest())
            for one in (step.output if step else ())
        )
        self.ask(
            name,
            CompleteStep(
                by=self.ref(name),
                at=self.now(),
                no=no,
                round=self.state.step(no).round,
                outputs=outputs if is_whole else (),
                kelengkapan=step.kelengkapan if step else (),
                read_sha256=read,
            ),
        )

    @rule(name=NAMES, no=STEPS, to=STEPS, notes=st.sampled_from(["", "Perbaiki simpulan."]))
    def send_back(self, name: str, no: str, to: str, notes: str) -> None:
        step = self.definition.step(no)
        document = document_under_check(step, self.state) if step else None
        read = document.sha256 if document else ""
        self.ask(
            name,
            ReturnStep(
                by=self.ref(name),
                at=self.now(),
                no=no,
                round=self.state.step(no).round,
                to=to,
                notes=notes,
                read_sha256=read,
            ),
        )

    @rule(name=NAMES, no=STEPS)
    def begin(self, name: str, no: str) -> None:
        round_ = self.state.step(no).round
        self.ask(name, StartStep(by=self.ref(name), at=self.now(), no=no, round=round_))

    @rule(name=NAMES, no=STEPS, person=NAMES)
    def assign(self, name: str, no: str, person: str) -> None:
        round_ = self.state.step(no).round
        asked = AssignStep(
            by=self.ref(name), at=self.now(), no=no, round=round_, person=self.ref(person)
        )
        self.ask(name, asked)

    @rule(name=NAMES, kind=st.sampled_from([PauseCase, ResumeCase, ResumeCase]))
    def pause_or_resume(self, name: str, kind: type[PauseCase] | type[ResumeCase]) -> None:
        self.ask(name, kind(by=self.ref(name), at=self.now(), reason="Menunggu data."))

    @precondition(lambda self: self.minutes > 15)
    @rule(name=NAMES)
    def cancel(self, name: str) -> None:
        self.ask(name, CancelCase(by=self.ref(name), at=self.now(), reason="Tidak jadi."))

    @rule(name=NAMES, no=STEPS)
    def send_the_same_form_twice(self, name: str, no: str) -> None:
        """The second sending changes nothing, whatever the first was answered."""
        round_ = self.state.step(no).round
        asked = StartStep(by=self.ref(name), at=self.now(), no=no, round=round_)
        self.ask(name, asked)
        before = Entry.objects.count()
        doer = self.doer(name, asked, self.keys)
        again = act(self.case.pk, doer, [asked])
        assert Entry.objects.count() == before
        assert isinstance(again, Refused) or again.url == "/x/"

    @invariant()
    def the_row_is_what_the_rules_say(self) -> None:
        opened = load(self.case.pk, self.case.office_id)
        assert state_to_dict(opened.state) == state_to_dict(self.state)
        assert opened.row.status == self.state.status
        assert state_to_dict(replay(events_of(opened.row))) == json.loads(opened.row.snapshot)

    @invariant()
    def the_inboxes_are_the_open_steps(self) -> None:
        tasks = set(Task.objects.filter(case=self.case).values_list("no", "round"))
        assert tasks == {(no, self.state.step(no).round) for no in self.state.open_steps}
        assert not TaskHolder.objects.exclude(task__in=Task.objects.all()).exists()

    def ask(self, name: str, request: Request) -> None:
        """Put the request to the rules and to the office; both must answer alike."""
        decided = decide(self.definition, self.state, request)
        self.keys += 1
        answer = act(self.case.pk, self.doer(name, request, self.keys), [request])
        if isinstance(decided, Refused):
            assert answer == decided
            return
        assert not isinstance(answer, Refused), answer
        for event in decided:
            self.state = apply(self.state, event)

    def doer(self, name: str, request: Request, key: int) -> Doer:
        sending = Sending(f"{self.case.pk}-{key}", "0" * 64)
        return Doer(self.example.people[name], request.at, sending, "/x/")

    def ref(self, name: str) -> str:
        return self.example.people[name].ref

    def now(self) -> datetime:
        self.minutes += 1
        return MONDAY + timedelta(minutes=self.minutes)


@pytest.mark.django_db
def test_the_database_answers_as_the_rules_do() -> None:
    example = kantor()

    class Machine(Office):
        pass

    Machine.example = example
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=LENGTH,
            deadline=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )

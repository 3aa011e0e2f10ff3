"""A case under test: what is asked of it, and all that happened. No fixture, no database."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

from runut.core.case.apply import apply
from runut.core.case.decide import decide
from runut.core.case.events import Decision, Event
from runut.core.case.model import (
    CaseState,
    CompleteStep,
    Definition,
    Output,
    PaperAct,
    Request,
    ReturnStep,
    StartCase,
    Step,
)
from runut.core.case.rights import document_under_check
from runut.core.findings import Refused
from tests.people import RINA, ROLES

WIB = timezone(timedelta(hours=7))
START = datetime(2026, 1, 12, 8, 0, tzinfo=WIB)


class Driven:
    """``clock`` goes on by ten minutes with every request."""

    def __init__(
        self,
        definition: Definition,
        roles: Mapping[str, tuple[str, ...]] = ROLES,
        start: datetime = START,
    ) -> None:
        self.definition = definition
        self.state = CaseState()
        self.events: list[Event] = []
        self.clock = start
        self.ask(StartCase(by=RINA, at=start, roles=roles))

    def ask(self, request: Request) -> Decision:
        decided = decide(self.definition, self.state, request)
        self.clock += timedelta(minutes=10)
        if not isinstance(decided, Refused):
            for event in decided:
                self.state = apply(self.state, event)
                self.events.append(event)
        return decided

    def complete(
        self,
        no: str,
        by: str,
        *,
        bytes_: str = "",
        authors: tuple[str, ...] = (),
        exit_: str = "",
        behalf: str = "",
        paper: PaperAct | None = None,
        read: str | None = None,
    ) -> Decision:
        """Complete a step with all it needs; ``bytes_`` stands for the hash of its document."""
        step = self.step(no)
        document = document_under_check(step, self.state)
        sha256 = document.sha256 if document else bytes_ or f"naskah-{no}"
        return self.ask(
            CompleteStep(
                by=by,
                at=self.clock,
                on_behalf_of=behalf,
                no=no,
                round=self.state.step(no).round,
                outputs=tuple(Output(name, sha256, authors=authors) for name in step.output),
                kelengkapan=step.kelengkapan,
                exit=exit_,
                read_sha256=(document.sha256 if document else "") if read is None else read,
                paper=paper,
            )
        )

    def give_back(
        self, no: str, by: str, to: str, *, notes: str = "Perbaiki tabel 3.", behalf: str = ""
    ) -> Decision:
        document = document_under_check(self.step(no), self.state)
        return self.ask(
            ReturnStep(
                by=by,
                at=self.clock,
                on_behalf_of=behalf,
                no=no,
                round=self.state.step(no).round,
                to=to,
                notes=notes,
                read_sha256=document.sha256 if document else "",
            )
        )

    def run(self, *acts: str) -> None:
        """Complete steps one after the other: ``run("1 rina", "2 dewi")``. Each must succeed."""
        for act in acts:
            no, by = act.split()
            done = self.complete(no, by)
            assert not isinstance(done, Refused), f"{act}: {done}"

    def step(self, no: str) -> Step:
        step = self.definition.step(no)
        assert step is not None
        return step

    @property
    def open(self) -> set[str]:
        return set(self.state.open_steps)


def kode(decided: Decision) -> str:
    """Why a request was refused, "" where it was not."""
    return decided.kode if isinstance(decided, Refused) else ""

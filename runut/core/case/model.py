"""A running SOP: the definition it is pinned to, its state, and what may be asked of it.

People are opaque ids here, actors ("pelaksana") are the words of the SOP's columns, and time
comes in as ``at``. Nothing in this folder knows a title, a clock or a database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from runut.core.sop.model import Bentuk, Dalam, Lanjut


@dataclass(frozen=True)
class Step:
    """A step as a case runs it.

    ``actors``: the first leads, all confirm. ``exits`` are the ways on; on a step that examines
    nothing also those that lead back up the form. ``checks`` is the step whose document this one
    examines and marks ("" where it examines none), ``remade_in`` are the steps that mend it
    further on; ``returns`` are the ways by which it may send work back to an earlier step, with
    the label that the form gives them. ``signs``: its mark is a signature, not a paraf. ``work``
    names the kind of work that the step is. ``inner`` are the arrows among its actors.
    """

    no: str
    kegiatan: str
    actors: tuple[str, ...]
    bentuk: Bentuk
    exits: tuple[Lanjut, ...]
    kelengkapan: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    waktu_menit: int | None = None
    checks: str = ""
    remade_in: tuple[str, ...] = ()
    returns: tuple[Lanjut, ...] = ()
    signs: bool = False
    work: str = "umum"
    inner: tuple[Dalam, ...] = ()

    @property
    def is_general(self) -> bool:
        """Whether it is of no special kind: it leaves what it leaves, as a file or in words."""
        return self.work == "umum"

    @property
    def is_checking(self) -> bool:
        return bool(self.checks)

    @property
    def made_in(self) -> tuple[str, ...]:
        """The steps that leave the document which this one examines, its maker first."""
        return (self.checks, *self.remade_in) if self.checks else ()

    @property
    def return_to(self) -> tuple[str, ...]:
        """The earlier steps it may send work back to, the usual one first."""
        return tuple(way.ke for way in self.returns)


@dataclass(frozen=True)
class Definition:
    """The graph of a case, made once from an adopted SOP and never changed while it runs."""

    sop_sha256: str
    judul: str
    steps: tuple[Step, ...]

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {step.no: position for position, step in enumerate(self.steps)}

    def step(self, no: str) -> Step | None:
        position = self._positions.get(no)
        return None if position is None else self.steps[position]

    def position(self, no: str) -> int:
        """Its row in the form, counted from 0. Raises KeyError: callers know their numbers."""
        return self._positions[no]


class CaseStatus(StrEnum):
    BERJALAN = "berjalan"
    DITUNDA = "ditunda"
    SELESAI = "selesai"
    DIBATALKAN = "dibatalkan"


class StepStatus(StrEnum):
    BELUM = "belum"
    TERBUKA = "terbuka"
    SELESAI = "selesai"
    DIKEMBALIKAN = "dikembalikan"
    DITARIK = "ditarik"
    """Withdrawn: open in a branch when the work before the branch was sent back."""


@dataclass(frozen=True)
class Output:
    """What a step left behind: a stored document, or words where the SOP's output is oral.

    ``authors`` are all people whose work is in it: none of them may check it.
    """

    nama: str
    sha256: str = ""
    pernyataan: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mark:
    """A paraf or signature, bound to the SHA-256 of the document that was read."""

    kind: str
    no: str
    round: int
    sha256: str
    by: str
    on_behalf_of: str
    at: datetime


@dataclass(frozen=True)
class PaperAct:
    """An act done on paper and recorded here: who did it, when, and the scan that proves it."""

    who: str
    when: datetime
    proof_sha256: str


@dataclass(frozen=True)
class Opening:
    no: str
    round: int


@dataclass(frozen=True)
class Arrival:
    """The work of ``origin`` has come to the join ``to`` and waits there for another branch."""

    origin: str
    to: str


@dataclass(frozen=True)
class StepState:
    status: StepStatus = StepStatus.BELUM
    round: int = 0
    opened_at: datetime | None = None
    started_at: datetime | None = None
    started_by: str = ""
    done_at: datetime | None = None
    done_by: str = ""
    on_behalf_of: str = ""
    assignee: str = ""
    confirmed: tuple[str, ...] = ()
    confirmed_by: tuple[str, ...] = ()
    """All who had a hand in that: who confirmed, and in whose name."""
    outputs: tuple[Output, ...] = ()
    handed: tuple[Output, ...] = ()
    """What actors who do not lead have handed in with their part, in this round."""
    exit: str = ""
    notes: str = ""
    """Why the work came back to this step, in the checker's words."""

    @property
    def has_begun(self) -> bool:
        """Whether somebody has worked on it in this round, be it one of several actors."""
        if self.status is StepStatus.TERBUKA:
            return self.started_at is not None or bool(self.confirmed)
        return self.status is not StepStatus.BELUM


_UNTOUCHED = StepState()


@dataclass(frozen=True)
class WorkOfStep:
    """The kind of work of a step, and the mark that it puts on a document: ``paraf``,
    ``tanda_tangan`` or ""."""

    work: str
    mark: str = ""


@dataclass(frozen=True)
class Delegation:
    """Somebody acts for a holder of a role between two dates (Plt/Plh), by a decree (SK)."""

    actor: str
    holder: str
    substitute: str
    kind: str
    first: date
    last: date
    sk: str


@dataclass(frozen=True)
class CaseState:
    """The answer to "how does this case stand?"; always the fold of its events."""

    status: CaseStatus = CaseStatus.BERJALAN
    sop_sha256: str = ""
    started_by: str = ""
    started_at: datetime | None = None
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    works: Mapping[str, "WorkOfStep"] = field(default_factory=lambda: MappingProxyType({}))
    """Steps whose kind of work was changed after the case had started."""
    steps: Mapping[str, StepState] = field(default_factory=lambda: MappingProxyType({}))
    waiting: tuple[Arrival, ...] = ()
    marks: tuple[Mark, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    reason: str = ""
    """Why it is paused or cancelled."""
    manager: str = ""
    """Who manages it since it was handed on; "" while that is who started it."""
    judul: str = ""
    """What it is called since it was renamed, "" if never."""
    due: date | None = None
    """The day by which it is due since that was changed."""

    def step(self, no: str) -> StepState:
        return self.steps.get(no, _UNTOUCHED)

    @property
    def open_steps(self) -> tuple[str, ...]:
        return tuple(no for no, s in self.steps.items() if s.status is StepStatus.TERBUKA)


@dataclass(frozen=True, kw_only=True)
class Request:
    """What somebody asks of a case. ``by`` is the person at the keyboard; ``on_behalf_of`` the
    holder for whom a substitute acts, else "". ``at`` is aware and in the office's zone, because
    its date decides which substitution is in force. ``by_right``: the office gave the person a
    right to manage its cases; it lets nobody do a step, and nobody check own work."""

    by: str
    at: datetime
    on_behalf_of: str = ""
    by_right: bool = False


@dataclass(frozen=True, kw_only=True)
class StartCase(Request):
    """``first``: the steps it begins with, where not at the beginning (a ralat)."""

    roles: Mapping[str, tuple[str, ...]]
    first: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StartStep(Request):
    no: str
    round: int


@dataclass(frozen=True, kw_only=True)
class CompleteStep(Request):
    """``kelengkapan``: the inputs the person says are there. ``read_sha256``: the document read.
    ``notes`` go with the work where a decision leads it back up the form."""

    no: str
    round: int
    outputs: tuple[Output, ...] = ()
    kelengkapan: tuple[str, ...] = ()
    exit: str = ""
    notes: str = ""
    read_sha256: str = ""
    paper: PaperAct | None = None


@dataclass(frozen=True, kw_only=True)
class ReturnStep(Request):
    no: str
    round: int
    to: str
    notes: str
    read_sha256: str = ""
    paper: PaperAct | None = None


@dataclass(frozen=True, kw_only=True)
class AssignStep(Request):
    no: str
    round: int
    person: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class DelegateRole(Request):
    delegation: Delegation


@dataclass(frozen=True, kw_only=True)
class EndDelegation(Request):
    """A substitution ends before its time: ``last`` is its new last day."""

    delegation: Delegation
    last: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class ChangeHolders(Request):
    """People come to an office and leave it while a case runs: who holds a role from now on."""

    actor: str
    holders: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class ChangeManager(Request):
    """Somebody else manages the case from now on, with all that its starter may."""

    person: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RenameCase(Request):
    judul: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ChangeDue(Request):
    due: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class ChangeWork(Request):
    """Another kind of work for a step that has not begun."""

    no: str
    work: WorkOfStep
    reason: str


@dataclass(frozen=True, kw_only=True)
class PauseCase(Request):
    reason: str


@dataclass(frozen=True, kw_only=True)
class ResumeCase(Request):
    reason: str


@dataclass(frozen=True, kw_only=True)
class CancelCase(Request):
    reason: str

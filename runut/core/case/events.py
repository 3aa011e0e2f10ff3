"""What happened to a case: one official act, one event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from runut.core.case.model import Arrival, Delegation, Opening, Output, PaperAct, WorkOfStep
from runut.core.findings import Refused


@dataclass(frozen=True, kw_only=True)
class Event:
    """What happened. One official act is one event; what follows from it (steps that open, are
    withdrawn or still wait, the end of the case) is written in it: a replay needs no second
    opinion."""

    by: str
    at: datetime
    on_behalf_of: str = ""


@dataclass(frozen=True, kw_only=True)
class CaseStarted(Event):
    sop_sha256: str
    roles: Mapping[str, tuple[str, ...]]
    opens: tuple[Opening, ...]


@dataclass(frozen=True, kw_only=True)
class StepStarted(Event):
    no: str
    round: int


@dataclass(frozen=True, kw_only=True)
class StepConfirmed(Event):
    """One of several actors has done his part; the leading actor has not completed it yet.

    ``outputs`` are what he hands in with it, for the leading actor to take over.
    """

    no: str
    round: int
    actor: str
    paper: PaperAct | None = None
    outputs: tuple[Output, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StepCompleted(Event):
    no: str
    round: int
    exit: str
    kelengkapan: tuple[str, ...]
    outputs: tuple[Output, ...]
    opens: tuple[Opening, ...]
    mark: str
    """``paraf``, ``tanda_tangan`` or "" where the step checks nothing."""
    read_sha256: str
    paper: PaperAct | None
    finishes: bool
    withdraws: tuple[str, ...] = ()
    waiting: tuple[Arrival, ...] = ()
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class StepReturned(Event):
    no: str
    round: int
    to: str
    notes: str
    read_sha256: str
    opens: tuple[Opening, ...]
    withdraws: tuple[str, ...]
    paper: PaperAct | None = None
    waiting: tuple[Arrival, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StepAssigned(Event):
    no: str
    round: int
    person: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class RoleDelegated(Event):
    delegation: Delegation


@dataclass(frozen=True, kw_only=True)
class DelegationEnded(Event):
    delegation: Delegation
    last: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class HoldersChanged(Event):
    actor: str
    holders: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class ManagerChanged(Event):
    person: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class CaseRenamed(Event):
    judul: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DueChanged(Event):
    due: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class WorkChanged(Event):
    no: str
    work: WorkOfStep
    reason: str


@dataclass(frozen=True, kw_only=True)
class CasePaused(Event):
    reason: str


@dataclass(frozen=True, kw_only=True)
class CaseResumed(Event):
    reason: str


@dataclass(frozen=True, kw_only=True)
class CaseCancelled(Event):
    reason: str


Decision = tuple[Event, ...] | Refused
"""The answer to a request: the events it causes, or why not."""

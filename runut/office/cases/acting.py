"""One official act on a case: load, ask the rules, save events and snapshot in one transaction.

Every act of every page and command goes through ``act``; nobody else writes a case.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from django.db import transaction
from django.utils.module_loading import import_string

from runut.core.case.apply import apply
from runut.core.case.codec import event_to_dict, state_from_text, state_to_text
from runut.core.case.decide import decide
from runut.core.case.definition import Adoption, definition_of
from runut.core.case.events import Event
from runut.core.case.explain import people_who_may
from runut.core.case.model import CaseState, CaseStatus, Definition, Request, WorkOfStep
from runut.core.case.plan import deadline_of
from runut.core.findings import Refused
from runut.core.sop.model import SOP
from runut.core.sop.text.parse import read_sop_text
from runut.office.acts.sending import Doer, Done, KeyUsed, recall, remember
from runut.office.cases.cached import renew_rows
from runut.office.cases.models import Case
from runut.office.cases.rows import NewTask, add_task, drop_tasks, load_row, save_row
from runut.office.people.calendars import calendar_of
from runut.office.sops.models import SopVersion
from runut.office.trust.append import Act, append


@dataclass(frozen=True)
class StepRef:
    """A step of a case in one of its rounds: what a page was opened on."""

    case_id: int
    no: str
    round: int


@dataclass(frozen=True)
class OpenCase:
    """A case as an act finds it. ``events`` are those of the act itself, once decided."""

    row: Case
    definition: Definition
    state: CaseState
    events: tuple[Event, ...] = ()


GONE = Refused(
    "sudah_berubah",
    "Pelaksanaan ini baru saja diubah orang lain. Muat ulang halaman, lalu coba lagi.",
)
FOLLOWERS = ("runut.office.reports.register.case_ended",)
"""Functions from a case that has just gone through its last step, and who did that: what follows
in the same act, as lines of the chain. By dotted path: no arrow climbs."""
Requests = Sequence[Request] | Callable[[OpenCase], Sequence[Request] | Refused]
Also = Callable[[OpenCase], Sequence[Act] | Refused]


def act(
    case_id: int,
    doer: Doer,
    requests: Requests,
    *,
    also: Also | None = None,
    then: Callable[[OpenCase], None] | None = None,
) -> Done | Refused:
    """Do what is asked of a case, wholly or not at all; answer where to go on, or why not.

    ``also`` saves the rows that belong to the same act and names the lines they add to the audit
    chain; if it refuses, nothing of the act remains. ``then`` comes when the inboxes have been
    brought up to the case, within the same act. The same form sent again gets the first
    answer: its key cannot be stored twice, and what it asked for cannot be done twice.
    Raises Case.DoesNotExist for a case that is not of the doer's office.
    """
    try:
        with transaction.atomic():
            case = load_to_write(case_id, doer.person.office_id)
            after = _decide_all(case, requests)
            acts = _also(after, also)
            _save(case, after)
            if then:
                then(after)
            _write_chain(after, doer, [*acts, *_follow(case, after, doer)])
            remember(doer, doer.url)
            return Done(doer.url)
    except _Undo as undone:
        return recall(doer) or undone.refused
    except KeyUsed:
        return recall(doer) or GONE


def begin(
    row: Case, definition: Definition, requests: Sequence[Request], doer: Doer
) -> OpenCase | Refused:
    """Start a case whose row was just inserted. Call inside a transaction."""
    before = OpenCase(row, definition, CaseState())
    try:
        after = _decide_all(before, requests)
    except _Undo as undone:
        return undone.refused
    _save(before, after)
    _write_chain(after, doer, ())
    return after


def load(case_id: int, office_id: int) -> OpenCase:
    """A case with its definition and state. Raises Case.DoesNotExist."""
    return _opened(load_row(case_id, office_id))


def load_to_write(case_id: int, office_id: int) -> OpenCase:
    """The same for an act: whoever else acts on the case waits, and finds it as it is afterwards.

    Call inside the transaction, before anything else of the case. Raises Case.DoesNotExist.
    """
    return _opened(load_row(case_id, office_id, is_to_write=True))


def _opened(row: Case) -> OpenCase:
    state = state_of(row)
    return OpenCase(row, definition_for(row.sop_version, state.works), state)


def state_of(row: Case) -> CaseState:
    """The state that a case row answers with."""
    known = _states.get(row.snapshot)
    return known if known is not None else _keep(row.snapshot, state_from_text(row.snapshot))


_states: dict[str, CaseState] = {}
"""Snapshots as they were read or written last: the same text is the same state, for ever."""
_STATES_KEPT = 256


def _keep(snapshot: str, state: CaseState) -> CaseState:
    if len(_states) >= _STATES_KEPT:
        _states.clear()
    _states[snapshot] = state
    return state


def definition_for(
    version: SopVersion, works: Mapping[str, WorkOfStep] = MappingProxyType({})
) -> Definition:
    """The graph of an adopted SOP, with the kinds of work that a case gave to steps of its own.

    The text of a version never changes, so the answer is kept by its hash.
    """
    key = (version.sha256, tuple(works.items()))
    adopsi, definition = _definitions.get(key, (None, None))
    if definition is None or adopsi != version.adopsi:
        definition = _read_definition(version, works)
        if len(_definitions) >= _DEFINITIONS_KEPT:
            _definitions.clear()
        _definitions[key] = (version.adopsi, definition)
    return definition


_definitions: dict[tuple[str, tuple[tuple[str, WorkOfStep], ...]], tuple[object, Definition]] = {}
_DEFINITIONS_KEPT = 1024


def _read_definition(version: SopVersion, works: Mapping[str, WorkOfStep]) -> Definition:
    adoption = Adoption.from_dict(version.adopsi).with_works(works)
    return definition_of(sop_of(version), version.sha256, adoption)


def sop_of(version: SopVersion) -> SOP:
    """The SOP that a version's text says; the text never changes, so it is read once."""
    return _read(version.sha256, version.pk)


@lru_cache(maxsize=64)
def _read(sha256: str, version_id: int) -> SOP:
    teks = SopVersion.objects.values_list("teks", flat=True).get(pk=version_id, sha256=sha256)
    sop, problems = read_sop_text(teks)
    if sop is None:
        raise ValueError(f"adopted SOP {version_id} cannot be read: {problems}")
    return sop


def _decide_all(case: OpenCase, requests: Requests) -> OpenCase:
    asked = requests(case) if callable(requests) else requests
    if isinstance(asked, Refused):
        raise _Undo(asked)
    zone = case.row.office.zone
    for request in asked:
        # which substitution is in force is a matter of the day in the office
        told = replace(request, at=request.at.astimezone(zone))
        decided = decide(case.definition, case.state, told)
        if isinstance(decided, Refused):
            raise _Undo(decided)
        case = replace(case, state=_fold(case.state, decided), events=(*case.events, *decided))
    return case


def _fold(state: CaseState, events: Sequence[Event]) -> CaseState:
    for event in events:
        state = apply(state, event)
    return state


def _also(case: OpenCase, also: Also | None) -> Sequence[Act]:
    acts = also(case) if also else ()
    if isinstance(acts, Refused):
        raise _Undo(acts)
    return acts


def _follow(before: OpenCase, after: OpenCase, doer: Doer) -> Sequence[Act]:
    if CaseStatus.SELESAI not in {after.state.status} - {before.state.status}:
        return ()
    return [line for one in FOLLOWERS for line in import_string(one)(after, doer)]


def _save(before: OpenCase, after: OpenCase) -> None:
    """Write the snapshot if nobody wrote in between, and bring the inboxes up to it."""
    if not after.events:
        return
    snapshot = state_to_text(after.state)
    if not save_row(before.row, after.state.status, snapshot):
        raise _Undo(GONE)
    _keep(snapshot, after.state)
    renew_rows(before.row, before.state, after.state)
    _renew_tasks(before, after)


def _renew_tasks(before: OpenCase, after: OpenCase) -> None:
    """Tasks are the open steps; their holders are the people whom the rules would let act."""
    closed = {no for no in before.state.open_steps if _opening(before, no) != _opening(after, no)}
    drop_tasks(before.row, closed)
    for no in after.state.open_steps:
        if no in closed or no not in before.state.open_steps:
            _add_task(after, no)


def _opening(case: OpenCase, no: str) -> tuple[object, ...]:
    now, step = case.state.step(no), case.definition.step(no)
    holders = tuple(case.state.roles.get(actor) for actor in step.actors) if step else ()
    return (now.status, now.round, now.assignee, now.confirmed, holders)


def _add_task(case: OpenCase, no: str) -> None:
    step, state = case.definition.step(no), case.state.step(no)
    assert step is not None and state.opened_at is not None  # noqa: S101 - it is open
    opened_at = state.opened_at.astimezone(case.row.office.zone)
    due = deadline_of(calendar_of(case.row.office), opened_at, step.waktu_menit)
    people = people_who_may(case.definition, case.state, no)
    add_task(case.row, NewTask(no, state.round, opened_at, due, people))


def _write_chain(after: OpenCase, doer: Doer, acts: Sequence[Act]) -> None:
    append(
        after.row.office_id,
        [*(_chain_line(after.row, event) for event in after.events), *acts],
        actor=doer.person.ref,
        on_behalf_of=doer.on_behalf_of,
        at=doer.at,
    )


def _chain_line(row: Case, event: Event) -> Act:
    payload = event_to_dict(event)
    document = str(payload.get("read_sha256") or "")
    return Act(f"kasus.{payload['jenis']}", case_subject(row.pk), payload, document)


def case_subject(case_id: int) -> str:
    """How the audit chain calls a case."""
    return f"kasus:{case_id}"


class _Undo(Exception):
    """Carries a refusal out of the transaction, so that everything in it is rolled back."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.reason)
        self.refused = refused

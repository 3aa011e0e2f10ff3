"""A running case in which nobody can do what is to be done: where, why, and the ways out of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from runut.core.case.inner import mends_inside, to_confirm
from runut.core.case.model import CaseState, CaseStatus, CompleteStep, Definition, Step
from runut.core.case.rights import (
    document_under_check,
    hands_in,
    makers_of,
    refuse_own_work,
    standings_of,
    taken_over,
)
from runut.core.case.stranding import without_free_holder


class Why(StrEnum):
    KARYA_SENDIRI = "karya_sendiri"
    """All who hold the role had a hand in what they would check."""
    TIDAK_AKTIF = "tidak_aktif"
    """Nobody who holds the role works here any longer."""
    DITUGASKAN = "ditugaskan"
    """The step is assigned to somebody who does not work here any longer."""
    PENGGANTI_TIDAK_AKTIF = "pengganti_tidak_aktif"
    """It was handed to a substitute who does not work here any longer."""
    DI_DEPAN = "di_depan"
    """The step can be done but not handed on: nobody is left to check what it leaves."""
    TANPA_LANGKAH = "tanpa_langkah"
    """No step is open."""


class Way(StrEnum):
    """A way out, for who manages the case: another holder, another substitute or none, the step
    to another holder, the end of the case."""

    TAMBAH = "tambah"
    PENGGANTI = "pengganti"
    ALIHKAN = "alihkan"
    BATAL = "batal"


@dataclass(frozen=True)
class Standstill:
    """What waits for ``actor`` at step ``no`` in vain. ``people`` hold that role; ``check`` is the
    later step that nobody is left for, "" where it is this one."""

    no: str
    actor: str
    why: Why
    people: tuple[str, ...]
    ways: tuple[Way, ...]
    check: str = ""


@dataclass(frozen=True)
class _Now:
    """A case at a moment, and who does not work there any longer."""

    definition: Definition
    state: CaseState
    at: datetime
    gone: frozenset[str]


def standstills(
    definition: Definition, state: CaseState, at: datetime, gone: frozenset[str] = frozenset()
) -> tuple[Standstill, ...]:
    """Where the case stands still at ``at``. ``gone``: who does not work here any longer."""
    if state.started_at is None or state.status is not CaseStatus.BERJALAN:
        return ()
    if not state.open_steps:
        return (Standstill("", "", Why.TANPA_LANGKAH, (), (Way.BATAL,)),)
    now = _Now(definition, state, at, gone)
    steps = [one for one in definition.steps if one.no in state.open_steps]
    return tuple(
        found
        for step in steps
        for found in (
            *_without_actor(now, step),
            *_without_checker(now, step),
        )
    )


def _without_actor(now: _Now, step: Step) -> Iterator[Standstill]:
    """Every actor still to act must have somebody who may act for it."""
    state, gone = now.state, now.gone
    for actor in step.actors:
        is_done = actor != step.actors[0] and (
            actor in state.step(step.no).confirmed or actor not in to_confirm(step, state)
        )
        if is_done or _able(now, step, actor):
            continue
        people = state.roles.get(actor, ())
        free = [p for p in people if p not in gone and p not in makers_of(step, state)]
        taken = [taken_over(step, state, person, actor, now.at.date()) for person in free]
        if any(given is None or given.substitute not in gone for given in taken):
            yield Standstill(step.no, actor, Why.DITUGASKAN, people, (Way.ALIHKAN, Way.BATAL))
        elif free:
            ways = (Way.PENGGANTI, Way.BATAL)
            yield Standstill(step.no, actor, Why.PENGGANTI_TIDAK_AKTIF, people, ways)
        else:
            why = Why.TIDAK_AKTIF if set(people) <= gone else Why.KARYA_SENDIRI
            yield Standstill(step.no, actor, why, people, (Way.TAMBAH, Way.BATAL))


def _able(now: _Now, step: Step, actor: str) -> list[frozenset[str]]:
    """Who may act for ``actor``: each with the holder in whose name, since both have a hand in
    what is done."""
    state = now.state
    pairs = [(holder, "") for holder in state.roles.get(actor, ())]
    pairs += [(g.substitute, g.holder) for g in state.delegations if g.actor == actor]
    able = []
    for person, behalf in pairs:
        asked = CompleteStep(
            by=person, at=now.at, on_behalf_of=behalf, no=step.no, round=state.step(step.no).round
        )
        stands = person not in now.gone and actor in standings_of(step, state, asked)
        is_own = refuse_own_work(now.definition, step, state, asked)
        if stands and (mends_inside(step, actor) or not is_own):
            able.append(frozenset({person, behalf} - {""}))
    return able


def _without_checker(now: _Now, step: Step) -> Iterator[Standstill]:
    """Whoever does the step: what it leaves has no checker, since the hands in it are known."""
    state, stands = now.state, now.state.step(step.no)
    is_check = document_under_check(step, state) is not None
    left = () if is_check else (out for out in stands.outputs if out.sha256)
    hands = frozenset({*stands.confirmed_by, *(who for out in left for who in out.authors)})
    for actor in to_confirm(step, state):
        able = _able(now, step, actor)
        if len(able) == 1 and actor not in stands.confirmed:
            hands |= able[0]
    leads = _able(now, step, step.actors[0]) or [frozenset()]
    blocked = [_unchecked(now, step, hands | lead) for lead in leads]
    if found := blocked[0] if all(blocked) else None:
        check, actor = found
        people = state.roles.get(actor, ())
        yield Standstill(step.no, actor, Why.DI_DEPAN, people, (Way.TAMBAH, Way.BATAL), check)


def _unchecked(now: _Now, step: Step, hands: frozenset[str]) -> tuple[str, str] | None:
    """The later check, and its role, that nobody is left for with these hands in the document."""
    for later in now.definition.steps:
        if step.no in later.made_in:
            others = hands_in(now.state, (no for no in later.made_in if no != step.no))
            if actor := without_free_holder(later, now.state.roles, hands | others | now.gone):
                return later.no, actor
    return None

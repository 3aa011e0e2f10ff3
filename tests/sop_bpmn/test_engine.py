"""The traces that SpiffWorkflow allows for our BPMN are those that our own routing allows."""

from collections import deque
from pathlib import Path
from random import Random

import pytest

from runut.core.case.model import CaseState, Definition
from runut.core.sop.model import SOP
from runut.core.sop.text.parse import read_sop_text
from runut.files.write.bpmn.joins import (
    Join,
    after,
    answers_of,
    beginning,
    joins_of,
    routing_of,
    state_key,
)
from runut.files.write.bpmn.sop import bpmn_of_sop
from tests.sop.lain import ALL
from tests.sop_bpmn.engine import Act, Engine
from tests.sop_bpmn.generated import generated

EXAMPLES = Path(__file__).parents[2] / "examples" / "sop"
DRAWN = [generated(seed) for seed in range(14)]
LONGEST_WALK = 40


def example(name: str) -> SOP:
    sop, _ = read_sop_text((EXAMPLES / name).read_text(encoding="utf-8"))
    assert sop is not None
    return sop


SEED = example("penyusunan-lakip-diperbaiki.txt")
LETTER = example("pengelolaan-surat-masuk.txt")


def acts_in(definition: Definition, state: CaseState) -> list[Act]:
    """All that may be done in a state."""
    return [
        (no, answer)
        for no in state.open_steps
        if (step := definition.step(no)) is not None
        for answer in answers_of(step)
    ]


@pytest.mark.parametrize("sop", [SEED, LETTER, *ALL, *DRAWN], ids=lambda sop: sop.judul[:30])
def test_both_engines_open_the_same_steps_in_every_state(sop: SOP) -> None:
    definition, engine = routing_of(sop), Engine(bpmn_of_sop(sop))
    begin = beginning(definition)
    seen = {state_key(begin)}
    waiting: deque[tuple[CaseState, tuple[Act, ...]]] = deque([(begin, ())])
    while waiting:
        state, acts = waiting.popleft()
        assert engine.run(acts).open_steps == sorted(state.open_steps), acts
        for act in acts_in(definition, state):
            following = after(definition, state, *act)
            if state_key(following) not in seen:
                seen.add(state_key(following))
                waiting.append((following, (*acts, act)))


def joins_in_loops(sop: SOP) -> bool:
    """Whether work side by side can be done again and again.

    From the third time on SpiffWorkflow 3.2 lets such a join go after one branch only: it counts
    what was cancelled in an earlier round. The states themselves are compared above.
    """
    definition = routing_of(sop)
    return any(
        join is not Join.ONE and no in reach(definition, no)
        for no, join in joins_of(definition).items()
    )


def reach(definition: Definition, begin: str) -> set[str]:
    """All steps that follow a step, ways back included."""
    seen: set[str] = set()
    waiting = [begin]
    while waiting:
        step = definition.step(waiting.pop())
        fresh = [way.ke for way in (step.exits if step else ()) if way.ke not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return seen


WALKED = [sop for sop in (SEED, LETTER, *ALL, *DRAWN) if not joins_in_loops(sop)]


@pytest.mark.parametrize("sop", WALKED, ids=lambda sop: sop.judul[:30])
def test_both_engines_go_the_same_way_in_long_cases_with_many_returns(sop: SOP) -> None:
    definition, engine = routing_of(sop), Engine(bpmn_of_sop(sop))
    random = Random(sop.judul)
    for _ in range(3):
        state, run = beginning(definition), engine.run()
        for _ in range(LONGEST_WALK):
            assert run.open_steps == sorted(state.open_steps)
            acts = acts_in(definition, state)
            if not acts:
                break
            act = random.choice(acts)
            state = after(definition, state, *act)
            run.do(*act)


def test_the_drawn_ones_hold_every_kind_of_join() -> None:
    joins = [join for sop in DRAWN for join in joins_of(routing_of(sop)).values()]
    assert set(joins) == set(Join)


def test_the_seed_has_its_actors_and_its_returns() -> None:
    assert all(step.pelaksana for step in SEED.langkah)
    assert any(way.jika == "Tidak" for step in SEED.langkah for way in step.lanjut)

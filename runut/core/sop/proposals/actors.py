"""Proposes who does each step of an SOP whose marks were lost, with the reason and how sure.

All steps are judged together: the words of each step, what one step hands to the next, and the
order in which the columns first come into play. The owner of the SOP confirms or corrects.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, TypeAlias

from runut.core.sop.model import SOP, Langkah, Pelaksana, Sumber
from runut.core.sop.proposals.evidence import Evidence, gather, hands_on
from runut.core.sop.proposals.rank import is_by_rank, ranks
from runut.core.words.acts import (
    ASSIGNING,
    CHECKING,
    HANDOVER,
    IMPROVING,
    REPORTING,
    acts,
    does,
    main_act,
)
from runut.core.words.verbs import keys

UNSURE: Final = 0.75
"""Below this confidence a proposal has to be asked about by name."""

_CERTAIN: Final = 30.0
_FIRST_COLUMN: Final = 0.7
"""The first column begins the procedure, where columns stand in the order of appearance."""
_ROUNDS: Final = 3
_MAX_CONFIDENCE: Final = 0.97
_MAX_WORK: Final = 400_000
"""Steps × columns³ above which the order of the columns is left out of account."""


_NEVER: Final = -1e9
_Table: TypeAlias = list[list[float]]
"""Logarithms by actor, then by another actor or by how far the columns have come into play."""


@dataclass(frozen=True)
class Usulan:
    """Who may do one step, best first; their ``keyakinan`` adds up to at most 1."""

    langkah_no: str
    calon: tuple[Pelaksana, ...]

    @property
    def is_sure(self) -> bool:
        return bool(self.calon) and self.calon[0].keyakinan >= UNSURE


@lru_cache(maxsize=64)
def propose_actors(sop: SOP) -> tuple[Usulan, ...]:
    """One proposal for each step that has no actor yet. Steps with an actor are taken as given."""
    if not sop.pelaksana or all(step.pelaksana for step in sop.langkah):
        return ()
    evidence = gather(sop)
    heights = ranks(sop)
    pairs = [_pair(sop, row, heights) for row in range(len(sop.langkah) - 1)]
    table = _marginals(sop, evidence, pairs)
    found: tuple[Evidence, ...] = evidence
    for _ in range(_ROUNDS):
        found = (*evidence, *_from_others(sop, table))
        table = _marginals(sop, found, pairs)
    by_step: dict[int, list[Evidence]] = {}
    for piece in found:
        by_step.setdefault(piece.step, []).append(piece)
    return tuple(
        Usulan(step.no, _candidates(sop, table[row], by_step.get(row, ())))
        for row, step in enumerate(sop.langkah)
        if not step.pelaksana
    )


def apply_best(sop: SOP, usulan: Sequence[Usulan]) -> SOP:
    """The SOP with the best candidate as actor of each step that has none."""
    best = {one.langkah_no: one.calon[:1] for one in usulan}
    langkah = tuple(
        step if step.pelaksana else replace(step, pelaksana=best.get(step.no, ()))
        for step in sop.langkah
    )
    return replace(sop, langkah=langkah)


def _candidates(
    sop: SOP, chances: Sequence[float], found: Sequence[Evidence]
) -> tuple[Pelaksana, ...]:
    order = sorted(range(len(chances)), key=lambda actor: -chances[actor])
    return tuple(
        Pelaksana(
            sop.pelaksana[actor],
            Sumber.USULAN,
            round(min(chances[actor], _MAX_CONFIDENCE), 2),
            _reason(actor, found),
        )
        for actor in order
        if chances[actor] >= 0.05 or actor == order[0]
    )


def _reason(actor: int, found: Sequence[Evidence]) -> str:
    speaking = [e for e in found if e.actor == actor and e.weight > 0.3]
    strongest = sorted(speaking, key=lambda e: -e.weight)
    texts = list(dict.fromkeys(e.alasan for e in strongest if e.alasan))
    told = [text for text in texts if not any(_is_said_by(text, other) for other in texts)]
    return " ".join(told[:2]) or (
        "Tidak ada petunjuk langsung; disimpulkan dari langkah di sekitarnya dan urutan kolom."
    )


def _is_said_by(text: str, other: str) -> bool:
    return other != text and other.startswith(text.removesuffix("."))


def _from_others(sop: SOP, table: Sequence[Sequence[float]]) -> list[Evidence]:
    """What follows from who most likely does the other steps, weighed by how likely that is."""
    found: list[Evidence] = []
    for row in range(1, len(sop.langkah)):
        for source, weight, alasan in _ties(sop, row):
            found += [
                Evidence(row, actor, weight * chance, alasan)
                for actor, chance in enumerate(table[source])
            ]
    return found


def _ties(sop: SOP, row: int) -> list[tuple[int, float, str]]:
    """Earlier steps which the same actor most likely did: (step, weight, reason)."""
    step, before = sop.langkah[row], sop.langkah[row - 1]
    ties: list[tuple[int, float, str]] = []
    orders = [r for r in range(row) if ASSIGNING & set(acts(sop.langkah[r].kegiatan))]
    if orders and set(acts(before.kegiatan)[-1:]) & REPORTING:
        no = sop.langkah[orders[-1]].no
        ties.append(
            (orders[-1], 0.6, f"Laporan langkah {before.no} kembali ke pemberi tugas langkah {no}.")
        )
    if orders and ASSIGNING & set(acts(step.kegiatan)):
        no = sop.langkah[orders[-1]].no
        ties.append((orders[-1], 0.5, f"Penugasan seperti pada langkah {no}."))
    if _passes_on(step, before):
        ties.append((row - 1, 1.5, f"Meneruskan hasil kerjanya dari langkah {before.no}."))
    if does(step.kegiatan, IMPROVING) and _objects(step) & _objects(before):
        ties.append(
            (row - 1, 1.6, f"Yang disempurnakan adalah hasil pembahasan langkah {before.no}.")
        )
    return ties


def _passes_on(step: Langkah, before: Langkah) -> bool:
    """A step only hands over what the step before made and kept."""
    made = [keys(item) for item in before.output]
    is_handover = main_act(step.kegiatan) in HANDOVER and not hands_on(before)
    return is_handover and any(keys(item) in made for item in step.kelengkapan)


def _objects(step: Langkah) -> frozenset[str]:
    return keys(step.kegiatan) - set(acts(step.kegiatan))


def _pair(sop: SOP, row: int, height: Mapping[str, float]) -> _Table:
    """Weights for (actor of ``row``, actor of the next row)."""
    step, after = sop.langkah[row], sop.langkah[row + 1]
    names = sop.pelaksana
    both_check = does(step.kegiatan, CHECKING) and does(after.kegiatan, CHECKING)
    is_twin = step.kegiatan == after.kegiatan
    table = [[0.0] * len(names) for _ in names]
    for one, first in enumerate(names):
        for other, second in enumerate(names):
            if one == other:
                table[one][other] += -4.0 if is_twin else (-1.0 if hands_on(step) else 0.2)
            elif both_check:
                table[one][other] += 0.8 if height[second] > height[first] else -2.5
    return table


def _marginals(
    sop: SOP, evidence: Sequence[Evidence], pairs: Sequence[_Table]
) -> list[list[float]]:
    """The chance of each actor at each step, all steps weighed together (forward-backward).

    A state is the actor of a step and how far the columns have come into play so far.
    """
    count, width = len(sop.langkah), len(sop.pelaksana)
    weights = _unary(sop, evidence)
    step_cost = _cost_of_skipping(sop)
    reach = width if count * width**3 <= _MAX_WORK and step_cost else 1
    forward = [_start(weights[0], reach, step_cost)]
    for row in range(1, count):
        forward.append(_step_forward(forward[-1], pairs[row - 1], weights[row], reach, step_cost))
    backward = [_finish(width, reach, step_cost)]
    for row in range(count - 1, 0, -1):
        backward.append(_step_back(backward[-1], pairs[row - 1], weights[row], reach, step_cost))
    backward.reverse()
    return [_normalised(f, b) for f, b in zip(forward, backward, strict=True)]


def _unary(sop: SOP, evidence: Sequence[Evidence]) -> _Table:
    weights = [[0.0] * len(sop.pelaksana) for _ in sop.langkah]
    for piece in evidence:
        if piece.step < len(weights):
            weights[piece.step][piece.actor] += piece.weight
    if not is_by_rank(sop):
        weights[0][0] += _FIRST_COLUMN
    for row, step in enumerate(sop.langkah):
        if step.pelaksana and step.pelaksana[0].nama in sop.pelaksana:
            weights[row][sop.pelaksana.index(step.pelaksana[0].nama)] += _CERTAIN
    return weights


def _cost_of_skipping(sop: SOP) -> float:
    """What it costs an actor to appear before the columns left of him: columns by rank, nothing."""
    return 0.0 if is_by_rank(sop) else 1.4


def _enter(reach: int, seen: int, actor: int, cost: float) -> tuple[int, float]:
    """How far the columns have come into play when ``actor`` acts, and what that costs."""
    if reach == 1 or actor <= seen:
        return (seen if reach > 1 else 0), 0.0
    return actor, -cost * (actor - seen - 1)


def _start(weights: Sequence[float], reach: int, cost: float) -> _Table:
    table = [[_NEVER] * reach for _ in weights]
    for actor, weight in enumerate(weights):
        seen, price = _enter(reach, -1, actor, cost)
        table[actor][seen] = weight + price
    return table


def _finish(width: int, reach: int, cost: float) -> _Table:
    """At the end every column should have come into play."""
    return [[-cost * (reach - 1 - seen) for seen in range(reach)] for _ in range(width)]


def _step_forward(
    before: _Table, pair: _Table, weights: Sequence[float], reach: int, cost: float
) -> _Table:
    sums: list[list[list[float]]] = [[[] for _ in range(reach)] for _ in weights]
    for one, row in enumerate(before):
        for seen, value in enumerate(row):
            if value <= _NEVER / 2:
                continue
            for other, weight in enumerate(weights):
                then, price = _enter(reach, seen, other, cost)
                sums[other][then].append(value + pair[one][other] + weight + price)
    return [[_log_sum(values) for values in row] for row in sums]


def _step_back(
    after: _Table, pair: _Table, weights: Sequence[float], reach: int, cost: float
) -> _Table:
    width = len(weights)
    table = [[_NEVER] * reach for _ in range(width)]
    for one in range(width):
        for seen in range(reach):
            values = []
            for other, weight in enumerate(weights):
                then, price = _enter(reach, seen, other, cost)
                values.append(after[other][then] + pair[one][other] + weight + price)
            table[one][seen] = _log_sum(values)
    return table


def _log_sum(values: Sequence[float]) -> float:
    top = max(values, default=_NEVER)
    if top <= _NEVER / 2:
        return _NEVER
    return top + math.log(sum(math.exp(value - top) for value in values))


def _normalised(forward: _Table, backward: _Table) -> list[float]:
    logs = [
        _log_sum([f + b for f, b in zip(one, other, strict=True)])
        for one, other in zip(forward, backward, strict=True)
    ]
    total = _log_sum(logs)
    return [math.exp(value - total) for value in logs]

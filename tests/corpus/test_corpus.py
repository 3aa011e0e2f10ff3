"""The corpus holds its floor: no invented step or actor in any file, and figures by format."""

from functools import cache
from pathlib import Path

import pytest

from tests.corpus.measure import Score, Tally
from tests.corpus.score import cases, score_of, total

FILES = cases()
FLOORS = {
    # format: actors, bentuk, flow found, flow right, identity, fields
    "docx": (0.98, 0.98, 0.97, 0.98, 0.98, 0.99),
    "xlsx": (0.98, 0.98, 0.97, 0.98, 0.98, 0.99),
    "pdf": (0.98, 0.98, 0.97, 0.98, 0.98, 0.99),
    "teks": (0.98, 0.0, 0.0, 0.0, 0.98, 0.99),
}


@cache
def scored(path: Path) -> Score:
    return score_of(path)


def share(tally: Tally) -> float:
    return tally.right / tally.total if tally.total else 1.0


def test_the_corpus_is_large_enough_to_be_evidence() -> None:
    assert len(FILES) >= 72


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.removesuffix(".truth.json"))
def test_every_step_of_a_file_is_read_and_nothing_is_invented(path: Path) -> None:
    score = scored(path)
    if score.refuse:
        assert score.refused, "a file that is no SOP is refused with a reason"
        return
    assert score.steps.right == score.steps.total
    assert score.invented_steps == 0
    assert score.invented_actors == 0


@pytest.mark.parametrize("kind", FLOORS)
def test_the_figures_of_a_format_do_not_fall(kind: str) -> None:
    scores = [scored(path) for path in cases(kind)]
    actors, bentuk, found, right, identity, fields = FLOORS[kind]
    assert share(total(scores, lambda s: s.actors)) >= actors
    assert share(total(scores, lambda s: s.bentuk)) >= bentuk
    assert share(total(scores, lambda s: s.flow)) >= found
    assert share(total(scores, lambda s: s.flow_found)) >= right
    assert share(total(scores, lambda s: s.identity)) >= identity
    assert share(total(scores, lambda s: s.fields)) >= fields

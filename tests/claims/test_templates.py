"""False sentences in anybody's wording are named; true ones, and those of other things, are not."""

import json
from functools import cache
from pathlib import Path

import pytest

from tests.claims.templates import Judged, Template, by_kind, judged, share

_HERE = Path(__file__).parent
_NOT_FALSE = ("true", "none")
_STRANGERS = {
    "stranger_templates": 0.9,
    "stranger_two_templates": 0.95,
    "stranger_three_templates": 0.95,
}
"""Sets of different strangers, and what share of their false sentences must be named."""
_OWN_FALSE = ("more_false", "later_templates", "officials_false")
_OWN_OTHER = ("more_other", "later_templates", "officials_other")


def _templates(name: str) -> list[Template]:
    found: list[Template] = json.loads((_HERE / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def _judged(name: str, times: int) -> list[Judged]:
    return judged(_templates(name), seed=1, times=times)


def _texts(found: list[Judged], outcome: str) -> list[str]:
    return [one.filled.text for one in found if one.outcome == outcome]


@pytest.mark.parametrize("name", _STRANGERS)
def test_of_a_strangers_false_sentences_nine_of_ten_are_named(name: str) -> None:
    found = _judged(name, 2)
    assert share(found, ("false",), "found") >= _STRANGERS[name], _texts(found, "missed")


@pytest.mark.parametrize("name", _STRANGERS)
def test_no_true_sentence_of_a_stranger_is_called_false_or_asked_about(name: str) -> None:
    found = _judged(name, 2)
    assert _texts(found, "false alarm") == []
    assert share(found, _NOT_FALSE, "asked") <= 0.01


def test_every_template_of_the_stranger_is_filled_in_some_office() -> None:
    ids = {one.filled.template["id"] for one in _judged("stranger_templates", 2)}
    assert ids == {one["id"] for one in _templates("stranger_templates")}


def test_of_our_own_false_sentences_nine_of_ten_are_named() -> None:
    found = [one for name in _OWN_FALSE for one in _judged(name, 1)]
    assert share(found, ("false",), "found") >= 0.9, _texts(found, "missed")


def test_of_our_own_true_ones_and_those_of_other_things_none_is_called_false() -> None:
    found = [one for name in _OWN_OTHER for one in _judged(name, 1)]
    assert _texts(found, "false alarm") == []
    assert share(found, _NOT_FALSE, "asked") <= 0.01


@pytest.mark.gate
def test_the_strangers_sentences_stand_in_many_offices() -> None:
    found = judged(_templates("stranger_templates"), seed=7, times=6)
    assert share(found, ("false",), "found") >= 0.88, by_kind(found)
    assert share(found, _NOT_FALSE, "false alarm") <= 0.01, _texts(found, "false alarm")

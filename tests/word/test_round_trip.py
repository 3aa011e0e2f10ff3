"""A copy edited elsewhere comes home: words equal, figures guarded, nothing lost."""

import os
import random
import re
import shutil
from pathlib import Path

import pytest

from runut.core.report.prose.resolve import normal_name
from runut.core.report.word.compare import Comparison, compare_copies
from runut.core.report.word.edits import put_into
from runut.core.report.word.lines import gap_of, words_of
from runut.core.report.word.spelled import spell, write_back
from tests.word.copies import copy, read, through_libreoffice
from tests.word.editing import Hand

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"),
    reason="LibreOffice (soffice) tidak terpasang",
)


BOLD = "huruf tebal, miring, atau bergaris bawah"


def comes_home(hand: Hand, data: bytes) -> Comparison:
    """Everything that the hand did is found, and nothing that it did not."""
    left = copy()
    found = compare_copies(left.flow, read(data), left.words, left.values)
    changes = {one.section: one for one in found.changes}
    for number, lines in hand.lines.items():
        change = changes.get(number)
        written = left.words[number]
        if change:
            merged = put_into(change.base, spell(written, left.values), change.edits)
            assert not (merged.clashing or merged.guarded or merged.present)
            written = merged.text
        assert spell(written, left.values).text == "".join(f"{one}\n" for one in lines), number
        kept = [one for one in figures(left.words[number]) if value(one) in "".join(lines)]
        assert sorted(figures(written)) == sorted(kept), "a figure is still that figure"
    assert {(one.before, one.after) for one in found.altered} >= hand.altered_at_last
    assert bool(found.altered) == bool(hand.altered)
    assert [one for one in found.homeless if one.kind != BOLD] == []
    assert sorted(one.text for one in found.remarks) == sorted(hand.remarks)
    authors = {name for one in found.changes for e in one.edits for name in e.author.split(", ")}
    assert authors - {""} <= hand.authors
    return found


def value(figure: str) -> str:
    return copy().values[normal_name(figure.strip("{}"))]


def figures(text: str) -> list[str]:
    return re.findall(r"\{[^}]*\}", text)


def test_the_copy_says_what_each_section_says_and_has_a_place_for_each() -> None:
    for number, words in copy().words.items():
        mine = [one for one in copy().flow.units if one.section == number]
        assert mine, number
        spelled = spell(words, copy().values)
        assert "".join(p.text for p in words_of(mine, gap_of(mine))) == spelled.text
        assert spell(write_back(spelled.signs, spelled), copy().values).text == spelled.text


def test_a_copy_that_nobody_touched_proposes_nothing() -> None:
    assert compare_copies(copy().flow, copy().flow, copy().words, copy().values).is_empty


@pytest.mark.parametrize("seed", range(4))
def test_edits_as_word_writes_them_come_home(seed: int) -> None:
    hand = Hand(copy(), random.Random(seed)).do(1 + seed % 5)
    comes_home(hand, hand.split_runs().save())


def edited_and_saved_by_libreoffice(seeds: range, folder: Path, *ways: str) -> None:
    hands = [Hand(copy(), random.Random(seed)).do(2 + seed % 6) for seed in seeds]
    files = [hand.split_runs().save() for hand in hands]
    for hand, data in zip(hands, through_libreoffice(files, folder, *ways), strict=True):
        comes_home(hand, data)


@needs_libreoffice
def test_two_round_trips_through_libreoffice(tmp_path: Path) -> None:
    edited_and_saved_by_libreoffice(range(200, 202), tmp_path, "docx")


@needs_libreoffice
@pytest.mark.gate
def test_thirty_round_trips_through_libreoffice_and_its_own_format(tmp_path: Path) -> None:
    edited_and_saved_by_libreoffice(range(300, 330), tmp_path, "odt", "docx")


@pytest.mark.parametrize("seed", range(4))
def test_without_any_mark_the_words_say_where_they_belong(seed: int) -> None:
    hand = Hand(copy(), random.Random(100 + seed)).do(1 + seed % 3)
    comes_home(hand, hand.unmark().save())

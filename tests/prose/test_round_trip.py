"""Text to blocks and back: nothing is lost on the way, and nothing is printed as a mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.report.blocks import Block
from runut.core.report.prose.plain import plain_words
from runut.core.report.prose.read import read_prose
from runut.core.report.prose.write import normal, write_prose
from tests.prose.any_blocks import SIGNS, WORDS, blocks

FEW = settings(max_examples=60, deadline=None)
MANY = settings(max_examples=4000, deadline=None)
typed = st.one_of(st.text(SIGNS + "\n", max_size=60), st.lists(st.sampled_from(WORDS)).map("".join))


def reads_as_it_was_written(some: list[Block]) -> None:
    text = write_prose(some)
    once = read_prose(text).blocks

    assert once == normal(some), text
    assert write_prose(once) == text


def stays_as_it_was_read(text: str) -> None:
    once = read_prose(text).blocks

    assert read_prose(write_prose(once)).blocks == once


@FEW
@given(blocks)
def test_what_is_written_reads_as_the_same_blocks(some: list[Block]) -> None:
    reads_as_it_was_written(some)


@FEW
@given(typed)
def test_any_text_stays_as_it_was_read(text: str) -> None:
    stays_as_it_was_read(text)


@FEW
@given(st.text(max_size=200))
def test_every_letter_of_any_text_is_still_there(text: str) -> None:
    bare = text.replace("<", "").replace("&", "").replace("[", "")

    letters = [one for one in plain_words(bare) if one.isalpha()]

    assert letters == [one for one in bare if one.isalpha()]


@pytest.mark.gate
@MANY
@given(blocks)
def test_many_blocks_read_as_they_were_written(some: list[Block]) -> None:
    reads_as_it_was_written(some)


@pytest.mark.gate
@MANY
@given(typed)
def test_many_texts_stay_as_they_were_read(text: str) -> None:
    stays_as_it_was_read(text)

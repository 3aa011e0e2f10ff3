"""Whose words stand in a text that several people have written one after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.report.authorship import standing_writers

VERSIONS = st.lists(st.tuples(st.sampled_from("abc"), st.text("ab \n", max_size=12)), max_size=6)


@pytest.mark.parametrize(
    ("versions", "writers"),
    [
        ([], ""),
        ([("a", "Kinerja baik.")], "a"),
        ([("a", "Kinerja baik."), ("b", "Kinerja baik. Anggaran terserap.")], "ab"),
        ([("a", "Kinerja baik."), ("b", "Anggaran terserap.")], "b"),
        ([("a", "Kinerja baik."), ("b", "")], ""),
        ([("a", "Kinerja baik."), ("b", ""), ("c", "Kinerja baik.")], "c"),
        ([("a", "Kinerja baik."), ("b", "Kinerja  baik.\n")], "a"),
        ([("a", "satu dua"), ("b", "satu dua tiga"), ("c", "tiga")], "b"),
        ([("a", "satu"), ("b", "satu dua"), ("a", "dua")], "b"),
    ],
)
def test_who_wrote_a_word_that_still_stands(versions: list[tuple[str, str]], writers: str) -> None:
    assert standing_writers(versions) == frozenset(writers)


@given(VERSIONS)
def test_nobody_stands_in_a_text_who_never_wrote_and_somebody_in_every_text(
    versions: list[tuple[str, str]],
) -> None:
    found = standing_writers(versions)
    assert found <= {writer for writer, _ in versions}
    assert bool(found) == bool(versions and versions[-1][1].split())


@given(VERSIONS, st.sampled_from("abc"))
def test_saving_the_same_words_again_makes_nobody_a_writer(
    versions: list[tuple[str, str]], again: str
) -> None:
    before = standing_writers(versions)
    assert standing_writers([*versions, (again, versions[-1][1] if versions else "")]) == before

"""A stored paper comes back as it was, and its text is one and the same for the same paper."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.report.blocks import (
    Block,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    line,
)
from runut.core.report.digest import canonical_json, paper_from_json
from tests.depth import examples

# Letters that UTF-8 can carry; single surrogates cannot come from a form or a file.
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False, places=2))
BLOCKS = st.one_of(*(st.from_type(kind) for kind in Block.__args__))


@settings(max_examples=examples(60), deadline=None)
@given(st.builds(Paper, title=st.text(max_size=8), body=st.lists(BLOCKS, max_size=4).map(tuple)))
def test_a_paper_survives_the_round_trip(paper: Paper) -> None:
    text = canonical_json(paper)
    assert paper_from_json(text) == paper
    assert canonical_json(paper_from_json(text)) == text


def test_one_changed_letter_changes_the_text() -> None:
    one = Paper("Nota", body=(Paragraph(line("Angka 12")),))
    other = Paper("Nota", body=(Paragraph(line("Angka 13")),))
    assert canonical_json(one) != canonical_json(other)


def test_fields_at_their_default_are_left_out_so_that_new_fields_keep_old_hashes() -> None:
    assert canonical_json(Paper("Nota", body=(Heading(1, "Satu"), PageBreak()))) == (
        '{"_":"Paper","body":[{"_":"Heading","level":1,"text":"Satu"},{"_":"PageBreak"}],'
        '"title":"Nota"}'
    )


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"a":1}', '{"_":"Exit"}', '{"_":"Paper"}', '{"_":"PageBreak"}']
)
def test_a_text_that_is_no_paper_is_refused_with_one_kind_of_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"Naskah tersimpan|Expecting"):
        paper_from_json(text)

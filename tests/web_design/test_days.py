"""A field for a day holds the day it is given, and says it in Indonesian beside it."""

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError

from runut.office.web.days import DayField


class Asked(forms.Form):
    batas = DayField()


def test_the_day_given_stands_in_the_field_and_in_words() -> None:
    html = str(Asked(initial={"batas": date(2027, 2, 28)})["batas"])
    assert 'type="date"' in html and 'value="2027-02-28"' in html
    assert "Minggu, 28 Februari 2027" in html


def test_what_was_typed_is_said_too_and_what_is_no_day_is_not() -> None:
    assert "Senin, 12 Januari 2026" in str(Asked({"batas": "2026-01-12"})["batas"])
    wrong = str(Asked({"batas": "besok"})["batas"])
    assert 'value="besok"' in wrong and ">" + "</output>" in wrong


@pytest.mark.parametrize(
    "typed", ["2027-02-05", "5 Februari 2027", "05-02-2027", " 5/2/2027 ", "5 FEBRUARI 2027"]
)
def test_a_day_is_read_as_the_browser_and_as_people_write_it(typed: str) -> None:
    assert DayField(label="Tanggal").clean(typed) == date(2027, 2, 5)


@pytest.mark.parametrize("typed", ["besok", "30 Februari 2027", "2/2027", "2027-13-01", "x" * 900])
def test_what_is_no_day_is_told_with_what_was_typed(typed: str) -> None:
    with pytest.raises(ValidationError) as told:
        DayField(label="Tanggal").clean(typed)
    (sentence,) = told.value.messages
    assert sentence.startswith(f"“{typed[:40]}” bukan tanggal. Tulis seperti")
    assert len(sentence) < 140


def test_no_day_is_asked_for_only_where_one_is_needed() -> None:
    assert DayField(required=False).clean("  ") is None
    with pytest.raises(ValidationError, match="Isi tanggalnya"):
        DayField().clean("")

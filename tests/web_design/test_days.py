"""A field for a day holds the day it is given, and says it in Indonesian beside it."""

from datetime import date

from django import forms

from runut.office.web.days import DayInput


class Asked(forms.Form):
    batas = forms.DateField(widget=DayInput())


def test_the_day_given_stands_in_the_field_and_in_words() -> None:
    html = str(Asked(initial={"batas": date(2027, 2, 28)})["batas"])
    assert 'type="date"' in html and 'value="2027-02-28"' in html
    assert "Minggu, 28 Februari 2027" in html


def test_what_was_typed_is_said_too_and_what_is_no_day_is_not() -> None:
    assert "Senin, 12 Januari 2026" in str(Asked({"batas": "2026-01-12"})["batas"])
    wrong = str(Asked({"batas": "besok"})["batas"])
    assert 'value="besok"' in wrong and ">" + "</output>" in wrong

"""A field for a day: the browser's own, with the day in Indonesian words beside it.

Browsers write the field in their own language (12/01/2026 may be January or December); the words
say which day is meant. Without JavaScript they say it once the page comes back.
"""

from datetime import date
from typing import Any, ClassVar

from django import forms

from runut.core.words.dates import format_day, parse_date


class DayInput(forms.DateInput):
    """The browser's field for a day, filled in as it wants it, and the day in words."""

    input_type = "date"
    template_name = "web/day_input.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["words"] = _words(context["widget"]["value"])
        return context


class DayField(forms.DateField):
    """A day from the browser's calendar, or written as people do: "5 Februari 2027", 05-02-2027."""

    widget = DayInput
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": "Isi tanggalnya.",
        "invalid": "“%(value)s” bukan tanggal. Tulis seperti 5 Februari 2027 atau 05-02-2027.",
    }

    def to_python(self, value: Any) -> date | None:
        if not isinstance(value, str):
            return super().to_python(value)
        typed = value.strip()
        day = parse_date(typed)
        if typed and day is None:
            told = {"value": typed[:40]}
            raise forms.ValidationError(self.error_messages["invalid"], "invalid", told)
        return day


def _words(value: object) -> str:
    try:
        return format_day(date.fromisoformat(str(value)))
    except ValueError:
        return ""

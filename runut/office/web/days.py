"""A field for a day: the browser's own, with the day in Indonesian words beside it.

Browsers write the field in their own language (12/01/2026 may be January or December); the words
say which day is meant. Without JavaScript they say it once the page comes back.
"""

from datetime import date
from typing import Any

from django import forms

from runut.core.words.dates import format_day


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


def _words(value: object) -> str:
    try:
        return format_day(date.fromisoformat(str(value)))
    except ValueError:
        return ""

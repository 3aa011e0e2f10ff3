"""What all forms on the pages of a meeting share: the round, the version, days and hours."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.http import QueryDict

from runut.office.cases.queries import StepPage
from runut.office.people.models import Person
from runut.office.web.days import DayField
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.step_form import RoundForm, StepForm


def day_field(label: str, **kwargs: Any) -> DayField:
    return DayField(label=label, **kwargs)


def hour_field(label: str, **kwargs: Any) -> forms.TimeField:
    """A time of day on the office's clock."""
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": "Isi jamnya.", "invalid": "Tulis jam yang benar: 09:00."},
        **kwargs,
    )


def moment_of(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """A moment as the office says it: this day, this hour, on its own clock."""
    return datetime.combine(day, hour, tzinfo=zone)


class RowForm(RoundForm):
    """The button of one row of a table. A page has many of them, so its fields carry no ids."""

    def __init__(self, data: Any = None, *, page: StepPage) -> None:
        super().__init__(data, page=page, auto_id=False)


class VersionForm(RoundForm):
    """A form that changes the meeting: it knows the version it was opened on (0: none yet)."""

    versi = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, page: StepPage, meeting: Meeting | None, **kwargs: Any
    ) -> None:
        initial = {"versi": meeting.version if meeting else 0} | kwargs.pop("initial", {})
        super().__init__(data, page=page, initial=initial, **kwargs)
        self.meeting = meeting


class FinishForm(StepForm):
    """The form that completes a step of a meeting."""

    slug: ClassVar[str] = "selesai"

    def __init__(self, data: Any = None, *, page: StepPage, **kwargs: Any) -> None:
        super().__init__(data, page=page, auto_id=f"{self.slug}_%s", **kwargs)

    @property
    def zone(self) -> ZoneInfo:
        return self.page.case.row.office.zone


class OtherTimeFields(forms.Form):
    """The reason for another time than announced; a page asks for it only where it arises."""

    alasan_waktu = forms.CharField(
        label="Alasan waktunya lain",
        max_length=300,
        required=False,
        help_text="Hanya bila rapat memang diadakan pada waktu yang lain daripada undangannya.",
    )


class PeopleField(forms.TypedMultipleChoiceField):
    """Several people of a list, by their keys."""

    def __init__(self, *, label: str, **kwargs: Any) -> None:
        super().__init__(
            label=label, coerce=int, widget=forms.CheckboxSelectMultiple, required=False, **kwargs
        )


def renew(form: forms.Form, version: int) -> None:
    """Let what is sent next answer to the version that the page now shows beside the form."""
    assert isinstance(form.data, QueryDict)  # noqa: S101 - the form was sent
    data = form.data.copy()
    data["versi"] = str(version)
    form.data = data


def choose_people(
    form: forms.Form, name: str, invitees: Sequence[Invitee], waiting: Sequence[Invitee]
) -> None:
    """Offer those who still wait. A form that was sent may name anybody of the list: sent twice,
    it still says the same, though nobody waits any more."""
    offered = invitees if form.is_bound else waiting
    choose_from(form, name, [(one.pk, named(one)) for one in offered])
    if not offered:
        del form.fields[name]


def named(invitee: Invitee) -> str:
    """An invitee as a choice: name and post."""
    return f"{invitee.nama} ({invitee.jabatan})" if invitee.jabatan else invitee.nama


def names_of(people: Mapping[str, Person]) -> dict[str, str]:
    """Choices of people: references and names."""
    return {ref: person.nama for ref, person in people.items()}


def choose_from(form: forms.Form, name: str, choices: list[tuple[Any, str]]) -> None:
    """Give a choice field of ``form`` its choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared as one
    field.choices = choices

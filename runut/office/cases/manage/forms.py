"""The forms of "Kelola pelaksanaan": what is to be otherwise, and why."""

from collections.abc import Sequence
from typing import Any

from django import forms

from runut.office.acts.forms import ActForm
from runut.office.people.models import Person
from runut.office.web.days import DayField


class ReasonForm(ActForm):
    """A change with its reason."""

    alasan = forms.CharField(
        label="Alasan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dicatat dalam riwayat.",
        error_messages={"required": "Tuliskan alasannya."},
    )
    field_order: Sequence[str] | None = None


class PersonForm(ReasonForm):
    """One of ``people``, and why."""

    orang = forms.TypedChoiceField(
        coerce=int, label="Pegawai", error_messages={"required": "Pilih seorang pegawai."}
    )
    field_order = ("orang",)

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person in people}
        field = self.fields["orang"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [("", "Pilih"), *((pk, one.nama) for pk, one in self.people.items())]

    @property
    def person(self) -> Person:
        return self.people[self.cleaned_data["orang"]]


class StepForm(PersonForm):
    """To whom an open step is handed, in the round that the page was opened on."""

    putaran = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


class HoldersForm(ReasonForm):
    """Everybody who plays a role from now on."""

    pemegang = forms.TypedMultipleChoiceField(
        coerce=int,
        label="Pemegang peran",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih setidaknya satu pegawai."},
    )
    field_order = ("pemegang",)

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person in people}
        field = self.fields["pemegang"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(pk, one.nama) for pk, one in self.people.items()]

    @property
    def holders(self) -> list[Person]:
        return [self.people[pk] for pk in self.cleaned_data["pemegang"]]


class NameForm(ReasonForm):
    judul = forms.CharField(
        label="Nama pelaksanaan",
        max_length=200,
        help_text="Dokumen yang sudah dibuat tetap memakai nama lama.",
        error_messages={"required": "Isi nama pelaksanaan."},
    )
    field_order = ("judul",)


class DueForm(ReasonForm):
    batas = DayField(
        label="Batas waktu",
        error_messages={"required": "Isi tanggal batas waktu yang baru."},
    )
    field_order = ("batas",)


class CancelForm(ReasonForm):
    yakin = forms.BooleanField(
        label="Ya, batalkan. Pelaksanaan yang dibatalkan tidak dapat dilanjutkan lagi.",
        error_messages={"required": "Tandai bila pelaksanaan ini memang akan dibatalkan."},
    )

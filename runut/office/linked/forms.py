"""The forms of SOPs that a case refers to."""

from collections.abc import Sequence
from typing import Any

from django import forms

from runut.office.acts.forms import ActForm
from runut.office.cases.models import Case
from runut.office.people.models import Person
from runut.office.web.days import DayField


class TieForm(ActForm):
    """A case that runs already serves the step."""

    kasus = forms.TypedChoiceField(
        label="Pelaksanaan yang sudah berjalan",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih pelaksanaan yang dimaksud."},
    )

    def __init__(self, *args: Any, running: Sequence[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.running = {one.pk: one for one in running}
        field = self.fields["kasus"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(one.pk, one.judul) for one in running]


class AskForm(ActForm):
    """Somebody sees to it outside of Runut, until a day."""

    siapa = forms.TypedChoiceField(
        label="Penanggung jawab",
        coerce=int,
        error_messages={"required": "Pilih siapa yang menanganinya."},
    )
    batas = DayField(
        label="Paling lambat",
        error_messages={"required": "Isi tanggal paling lambat."},
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.pk: one for one in people}
        field = self.fields["siapa"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [("", "Pilih pegawai"), *((one.pk, one.nama) for one in people)]


class EndForm(ActForm):
    """How an SOP that was asked for ended."""

    bukti = forms.CharField(
        label="Hasil dan buktinya",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya nomor dan tanggal surat, dan di mana disimpan.",
        error_messages={"required": "Tuliskan apa hasilnya dan apa buktinya."},
    )

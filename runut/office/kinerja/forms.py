"""The forms on the figures of a year: bring them in, apply them, answer for what is odd."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from runut.core.kinerja.jawaban import refuse_reason
from runut.office.acts.forms import MAX_UPLOAD_BYTES, ActForm
from runut.office.people.models import Person

_LONGEST_REASON = 2_000
_RIGHT = "benar_"


class WorkbookForm(ActForm):
    """A filled-in data workbook."""

    berkas = forms.FileField(
        label="Buku data kinerja", help_text="Berkas Excel (.xlsx) dari templat Runut."
    )

    def clean_berkas(self) -> object:
        file = self.cleaned_data["berkas"]
        if file.size > MAX_UPLOAD_BYTES:
            raise forms.ValidationError("Berkas ini lebih besar dari 25 MB.")
        return file


class ApplyForm(ActForm):
    """What whoever applies waiting figures says of them: why they change, what is right as it is.

    ``findings``: what may be answered at once, each a field of its own under its first key, with
    the keys of all that the answer is for.
    """

    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    alasan = forms.CharField(
        label="Mengapa angka berubah",
        required=False,
        max_length=_LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Tercatat pada setiap angka yang berubah.",
    )
    pemilik = forms.ModelChoiceField(
        Person.objects.none(),
        label="Pemilik temuan yang belum dijawab",
        required=False,
        empty_label=None,
        help_text="Yang menjawab atau membetulkannya; temuan muncul dalam tugasnya.",
    )
    fakta = forms.BooleanField(
        label="Ini data kantor kami; cetak keterangan kantor menurut Kantor", required=False
    )
    melepas = forms.BooleanField(
        label="Saya tetap memuat, dan tidak akan memeriksa laporan dari angka ini", required=False
    )

    def __init__(
        self, *args: Any, findings: Mapping[str, Sequence[str]], people: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.findings = findings
        owner = self.fields["pemilik"]
        assert isinstance(owner, forms.ModelChoiceField)  # noqa: S101 - declared above
        owner.queryset = people
        for key in findings:
            self.fields[f"{_RIGHT}{key}"] = forms.CharField(
                label="Benar, karena",
                required=False,
                max_length=_LONGEST_REASON,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            if name.startswith(_RIGHT) and value and (refused := refuse_reason(value)):
                self.add_error(name, refused.reason)
        return cleaned

    @property
    def reasons(self) -> dict[str, str]:
        """What was said to be right, by the key of the finding."""
        return {
            key: value.strip()
            for name, value in self.cleaned_data.items()
            if name.startswith(_RIGHT) and value.strip()
            for key in self.findings[name.removeprefix(_RIGHT)]
        }

    def answer_to(self, key: str) -> Any:
        """The field in which one finding is answered."""
        return self[f"{_RIGHT}{key}"]


class DropForm(ActForm):
    """Put waiting figures aside."""


class AnswerForm(ActForm):
    """Why a figure is right as it is."""

    jawaban = forms.CharField(
        label="Benar, karena",
        max_length=_LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis mengapa angka itu benar, atau betulkan angkanya."},
    )


class GiveForm(ActForm):
    """Who answers for a finding from now on."""

    pemilik = forms.ModelChoiceField(
        Person.objects.none(), label="Serahkan kepada", empty_label="Pilih pegawai"
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["pemilik"]
        assert isinstance(owner, forms.ModelChoiceField)  # noqa: S101 - declared above
        owner.queryset = people

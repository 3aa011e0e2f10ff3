"""The form of a general step: for each output a file or words."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from runut.office.acts.forms import MAX_UPLOAD_BYTES
from runut.office.cases.queries import StepPage
from runut.office.works.step_form import StepForm, is_back

_ORAL = ("lisan", "verbal")


@dataclass(frozen=True)
class OutputFields:
    """One output of the step, with the two fields that can bring it."""

    nama: str
    berkas: BoundField
    hasil: BoundField


class GeneralForm(StepForm):
    """A step that leaves files, or words where its output is oral or lies on paper."""

    catatan = forms.CharField(
        label="Catatan bila dikembalikan",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Apa yang kurang, agar penerimanya tahu apa yang harus diperbaiki.",
    )

    def __init__(self, *args: Any, page: StepPage, **kwargs: Any) -> None:
        super().__init__(*args, page=page, **kwargs)
        if not any(way.jika and is_back(page, way.ke) for way in page.step.exits):
            del self.fields["catatan"]
        accept = ".pdf" if self.is_to_be_signed else ".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
        kinds = (
            "PDF, karena akan ditandatangani secara elektronik"
            if self.is_to_be_signed
            else "PDF, Word (.docx), Excel (.xlsx), PNG atau JPG"
        )
        for number, nama in enumerate(page.step.output):
            self.fields[f"berkas_{number}"] = forms.FileField(
                label=f"Berkas: {nama}",
                required=False,
                help_text=f"{kinds}; paling besar 25 MB.",
                widget=forms.FileInput(attrs={"accept": accept}),
            )
            self.fields[f"hasil_{number}"] = forms.CharField(
                label=f"Keterangan: {nama}",
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=_help_of_words(nama),
            )

    @property
    def is_to_be_signed(self) -> bool:
        """Whether a later step puts an electronic signature on what this one leaves."""
        return any(
            step.signs and step.checks == self.page.step.no
            for step in self.page.case.definition.steps
        )

    @property
    def outputs(self) -> list[OutputFields]:
        """The outputs of the step, for its page."""
        return [
            OutputFields(nama, self[f"berkas_{number}"], self[f"hasil_{number}"])
            for number, nama in enumerate(self.page.step.output)
        ]

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        for number, nama in enumerate(self.page.step.output):
            file = given.get(f"berkas_{number}")
            if file and file.size > MAX_UPLOAD_BYTES:
                self.add_error(f"berkas_{number}", "Berkas ini lebih besar dari 25 MB. Perkecil.")
            elif not (file or given.get(f"hasil_{number}") or self.leads_back or self.errors):
                self.add_error(
                    f"berkas_{number}", f"{nama} belum ada. Unggah berkasnya, atau isi keterangan."
                )
        return given


def _help_of_words(nama: str) -> str:
    if any(word in nama.lower() for word in _ORAL):
        return "Apa yang disampaikan, oleh siapa, dan kapan."
    return "Isi bila hasilnya tidak berupa berkas, misalnya naskah kertas: nomor dan tempatnya."

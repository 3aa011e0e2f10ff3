"""Taking an SOP in, and taking a repair."""

from typing import Any

from django import forms

from runut.files.guard.zip_check import LARGEST_FILE
from runut.office.acts.forms import ActForm
from runut.office.sops.actions import ENDINGS

MAX_TEXT = 2_000_000


class TakeInForm(ActForm):
    """An SOP as a file of any kind we read, or as pasted text, cells parted by tabs."""

    berkas = forms.FileField(
        label="Berkas SOP",
        required=False,
        help_text="Word (.docx), Excel (.xlsx), PDF, teks, HTML, atau BPMN. Paling besar 25 MB.",
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )
    teks = forms.CharField(
        label="Atau tempel isi SOP di sini",
        required=False,
        strip=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Salin seluruh SOP dari Word atau peramban, termasuk tabel langkahnya.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file = given.get("berkas")
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError("Berkas ini lebih besar dari 25 MB. Kecilkan gambarnya.")
        if not file and "berkas" not in self.errors and not str(given.get("teks", "")).strip():
            raise forms.ValidationError("Pilih berkas SOP atau tempel isinya.")
        return given

    def data_and_name(self) -> tuple[bytes, str]:
        """The SOP as it was handed in, and the name of its file; pasted text has none."""
        file = self.cleaned_data["berkas"]
        if not file:
            return self.cleaned_data["teks"].encode(), ""
        return file.read(), file.name


class RepairForm(ActForm):
    """The repair that is taken, by its key."""

    versi = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    perbaikan = forms.CharField(
        max_length=2_000, error_messages={"required": "Pilih perbaikan yang akan diambil."}
    )

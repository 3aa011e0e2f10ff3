"""The forms of templates."""

from typing import Any

from django import forms

from runut.office.acts.forms import ActForm


class TemplateForm(ActForm):
    """A file from Word or LibreOffice."""

    berkas = forms.FileField(
        label="Templat dari Word atau LibreOffice",
        help_text="Berkas .docx, paling besar 2 MB, tanpa makro.",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={
            "required": "Pilih berkas .docx lebih dahulu.",
            "empty": "Berkas ini kosong. Simpan ulang dari Word, lalu pilih lagi.",
        },
    )


class UseForm(ActForm):
    """Which version is used from now on; 0 is our own layout."""

    versi = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, versi: int = 0) -> None:
        super().__init__(data, initial={"versi": versi}, auto_id=f"pakai{versi}_%s")

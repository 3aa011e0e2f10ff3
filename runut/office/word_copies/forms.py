"""The forms of copies for Word."""

from collections.abc import Sequence
from typing import Any

from django import forms

from runut.core.case.model import Step
from runut.office.acts.forms import ActForm, not_too_large


class CopyForm(ActForm):
    """A copy is drawn."""


class ReturnForm(ActForm):
    """An edited copy comes back."""

    berkas = forms.FileField(
        label="Hasil sunting dari Word atau LibreOffice",
        help_text="Berkas .docx, paling besar 25 MB, tanpa makro.",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        validators=[not_too_large],
        error_messages={
            "required": "Pilih berkas .docx hasil sunting lebih dahulu.",
            "empty": "Berkas ini kosong. Simpan ulang dari Word, lalu pilih lagi.",
        },
    )
    melepas = forms.BooleanField(required=False)

    def __init__(self, *args: Any, given_up: Sequence[Step], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_giving_up(self, given_up, "mengusulkan")


class DecideForm(ActForm):
    """What becomes of suggestions. ``tindakan`` is the button: a verdict, and about what."""

    tindakan = forms.CharField(max_length=140, widget=forms.HiddenInput)
    tujuan = forms.CharField(max_length=120, required=False)
    melepas = forms.BooleanField(required=False)

    def __init__(self, *args: Any, given_up: Sequence[Step], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_giving_up(self, given_up, "menulis")


def add_giving_up(form: forms.Form, given_up: Sequence[Step], does: str) -> None:
    """Ask for the right that is lost by writing; nothing where none is."""
    if not given_up:
        del form.fields["melepas"]
        return
    numbers = ", ".join(step.no for step in given_up)
    form.fields[
        "melepas"
    ].label = f"Saya tetap {does}, dan tidak akan memeriksa laporan ini pada langkah {numbers}"

"""Writing a section of a report."""

from collections.abc import Sequence
from typing import Any

from django import forms

from runut.core.case.model import Step
from runut.office.acts.forms import ActForm


class TextForm(ActForm):
    """The words of one section, based on the version that was open."""

    dasar = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    teks = forms.CharField(
        label="Teks",
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="Tekan Enter untuk alinea baru. Angka dan tabel disusun sendiri oleh Runut.",
    )
    melepas = forms.BooleanField(required=False)

    def __init__(self, *args: Any, given_up: Sequence[Step], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.given_up = given_up
        if given_up:
            numbers = ", ".join(step.no for step in given_up)
            self.fields[
                "melepas"
            ].label = (
                f"Saya tetap menulis, dan tidak akan memeriksa laporan ini pada langkah {numbers}"
            )
        else:
            del self.fields["melepas"]

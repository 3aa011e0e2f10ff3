"""Writing a section of a report, and handing the draft to the checkers."""

from django import forms

from runut.office.cases.act_forms import ActForm


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

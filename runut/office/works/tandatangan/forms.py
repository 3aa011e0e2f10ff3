"""The form of a signature: that of a check, and the passphrase of the certificate."""

from typing import Any

from django import forms

from runut.office.works.periksa.forms import CheckForm


class SignForm(CheckForm):
    """A signature on the document that was read. To say no needs no passphrase."""

    sandi = forms.CharField(
        label="Sandi sertifikat (passphrase)",
        strip=False,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Tidak disimpan dan tidak dicatat.",
    )

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if not self.says_no and not given.get("sandi"):
            self.add_error("sandi", "Isi sandi sertifikat untuk menandatangani.")
        return given

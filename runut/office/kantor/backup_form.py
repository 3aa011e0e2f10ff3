"""The form of the place of copies, and of the passphrase they are sealed with."""

from typing import Any

from django import forms

from runut.files.backup.sealed import SHORTEST
from runut.office.backup.secret import passphrase
from runut.office.kantor.forms import Line, SectionForm
from runut.office.people.models import Office, OfficeProfile


class BackupForm(SectionForm):
    tempat_cadangan = Line(
        label="Folder cadangan",
        max_length=300,
        required=False,
        help_text="Folder pada komputer yang menjalankan Runut, sebaiknya di cakram lain atau "
        "di jaringan, misalnya /mnt/cadangan/runut.",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )
    sandi_cadangan = forms.CharField(
        label="Frasa sandi cadangan",
        required=False,
        max_length=200,
        min_length=SHORTEST,
        help_text="Dengan frasa sandi, cadangan tidak terbaca oleh yang menemukan cakramnya. Catat "
        "di tempat lain: tanpa frasa ini cadangan tidak dapat dibuka siapa pun. Kosongkan untuk "
        "tetap seperti sekarang.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"min_length": f"Frasa sandi paling sedikit {SHORTEST} huruf."},
    )
    sandi_cadangan_lagi = forms.CharField(
        label="Frasa sandi, sekali lagi",
        required=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    tanpa_sandi_cadangan = forms.BooleanField(
        label="Mulai sekarang tanpa frasa sandi", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not passphrase():
            del self.fields["tanpa_sandi_cadangan"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        typed = given.get("sandi_cadangan")
        if typed and typed != given.get("sandi_cadangan_lagi"):
            self.add_error(
                "sandi_cadangan_lagi", "Kedua frasa sandi tidak sama. Ketik lagi keduanya."
            )
        if typed and given.get("tanpa_sandi_cadangan"):
            self.add_error(
                "tanpa_sandi_cadangan",
                "Pilih salah satu: frasa sandi baru, atau tanpa frasa sandi.",
            )
        return given

    def shown(self, office: Office, profile: OfficeProfile) -> dict[str, Any]:
        return {"tempat_cadangan": profile.tempat_cadangan}

    def values(self) -> dict[str, Any]:
        return {"tempat_cadangan": self.cleaned_data["tempat_cadangan"]}

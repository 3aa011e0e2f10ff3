"""The forms of one's own account: each asks again for what only its owner knows."""

from typing import Any

from django import forms
from django.http import HttpRequest

from runut.office.acts.forms import ActForm, person_of
from runut.office.entry.proof_forms import code_field, passkey_field
from runut.office.logins.models import FailedLogin
from runut.office.logins.tries import THROTTLED, Tries


class PasswordAsked(forms.Form):
    """The password again: who finds an open page sets nothing up.

    Who comes in by the office's provider alone may have none here, and is not asked.
    """

    sandi = forms.CharField(
        label="Kata sandi Saudara",
        max_length=128,
        strip=False,
        error_messages={"required": "Isi kata sandi yang Saudara pakai untuk masuk."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.request = request
        if not person_of(request).has_usable_password():
            del self.fields["sandi"]

    def clean_sandi(self) -> str:
        person, typed = person_of(self.request), str(self.cleaned_data["sandi"])
        tries = Tries(FailedLogin.Pintu.SANDI, self.request, person.username)
        if not tries.may_try():
            raise forms.ValidationError(THROTTLED)
        if not person.check_password(typed):
            raise forms.ValidationError("Kata sandi salah. Ketik ulang.")
        tries.was_right()
        return typed


class SetUpForm(PasswordAsked, ActForm):
    """The first code of the app, and the password."""

    kode = code_field("Kode dari aplikasi", "Enam angka yang tampak di aplikasi setelah dipindai.")
    field_order = ("kode", "sandi")


class PasskeyForm(PasswordAsked):
    """Before a passkey is made: what its owner calls it, and the password."""

    nama = forms.CharField(
        label="Nama kunci sandi",
        max_length=60,
        help_text="Supaya Saudara mengenalinya nanti, misalnya nama telepon atau komputernya.",
        error_messages={"required": "Beri nama, misalnya Telepon saya."},
    )
    field_order = ("nama", "sandi")


class MadeForm(ActForm):
    """The passkey that the device has made."""

    kunci_sandi = passkey_field()


class EndForm(forms.Form):
    """Which session ends, by its number; or all others."""

    OTHERS = "lain"
    sesi = forms.RegexField(rf"^({OTHERS}|[1-9]\d{{0,8}})$", widget=forms.HiddenInput)

    @property
    def number(self) -> int | None:
        """The number of the session, None for all others. The form must be valid."""
        told: str = self.cleaned_data["sesi"]
        return None if told == self.OTHERS else int(told)

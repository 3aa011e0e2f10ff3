"""Logging in, by password or by a one-time code: slowed down after wrong ones, never locked for
good. And the choosing of a password of one's own."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from runut.office import clock
from runut.office.logins.models import FailedLogin
from runut.office.logins.tries import THROTTLED, Tries
from runut.office.people.models import Person
from runut.office.people.passwords import CODE as OWN_WORDS
from runut.office.personnel.actions.codes import WRONG, find_person, valid_code


class LoginForm(AuthenticationForm):
    """Name and password. What is wrong with them is not told apart, and too many tries wait."""

    error_messages = {  # noqa: RUF012 - Django's own attribute
        "invalid_login": "Nama pengguna atau kata sandi salah. Periksa huruf besar dan kecilnya.",
        "inactive": "Akun ini tidak aktif. Hubungi pengelola kantor Saudara.",
    }

    def __init__(self, request: HttpRequest | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.label_suffix = ""
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"

    def clean(self) -> dict[str, Any]:
        name = str(self.cleaned_data.get("username", ""))
        tries = Tries(FailedLogin.Pintu.SANDI, self.request, name)
        if not tries.may_try():
            raise forms.ValidationError(THROTTLED, code="throttled")
        cleaned = super().clean()
        tries.was_right()
        return cleaned


class ChosenPassword(forms.Form):
    """A password of one's own, typed twice."""

    sandi = forms.CharField(
        label="Kata sandi baru",
        max_length=128,
        strip=False,
        help_text="Sedikitnya 10 huruf, angka, atau tanda; hanya Saudara yang mengetahuinya.",
        error_messages={"required": "Buat kata sandi Saudara sendiri."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    sandi_lagi = forms.CharField(
        label="Kata sandi baru sekali lagi",
        max_length=128,
        strip=False,
        error_messages={"required": "Ketik kata sandi itu sekali lagi."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        first, again = given.get("sandi"), given.get("sandi_lagi")
        if first and again and first != again:
            self.add_error("sandi_lagi", "Kedua kata sandi tidak sama. Ketik ulang keduanya.")
        elif first:
            check_password_choice(self, "sandi", first)
        return given


class CodeForm(ChosenPassword):
    """A one-time code and, in the same sending, the password that replaces it: nobody is in
    before he has one of his own."""

    nama = forms.CharField(
        label="Nama pengguna",
        max_length=60,
        error_messages={"required": "Isi nama pengguna yang tertulis pada lembar kode."},
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "username"}),
    )
    kode = forms.CharField(
        label="Kode masuk",
        max_length=40,
        help_text="Huruf besar atau kecil sama saja; garisnya boleh tidak diketik.",
        error_messages={"required": "Isi kode yang tertulis pada lembar kode."},
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
    )
    field_order = ("nama", "kode", "sandi", "sandi_lagi")

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("nama") and given.get("kode"):
            self._check_code(given["nama"], given["kode"])
        return given

    def _check_code(self, nama: str, kode: str) -> None:
        tries = Tries(FailedLogin.Pintu.KODE, self.request, nama)
        if not tries.may_try():
            raise forms.ValidationError(THROTTLED)
        person = find_person(nama)
        if person is None or valid_code(person, kode, clock.now()) is None:
            self.add_error("kode", WRONG.reason)
        else:
            tries.was_right()
            if chosen := self.cleaned_data.get("sandi"):
                check_password_choice(self, "sandi", chosen, person)


class OwnPasswordForm(PasswordChangeForm):
    """Another password, by who knows the one of today."""

    error_messages = {  # noqa: RUF012 - Django's own attribute
        "password_incorrect": "Kata sandi lama salah. Ketik ulang.",
        "password_mismatch": "Kedua kata sandi baru tidak sama. Ketik ulang keduanya.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        labels = {
            "old_password": "Kata sandi lama",
            "new_password1": "Kata sandi baru",
            "new_password2": "Kata sandi baru sekali lagi",
        }
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].error_messages["required"] = f"Isi {label.lower()}."
        self.fields[
            "new_password1"
        ].help_text = "Sedikitnya 10 huruf, angka, atau tanda; bukan yang mudah ditebak."

    def validate_password_for_user(self, user: Any, *names: str) -> None:
        for name in names:
            if password := self.cleaned_data.get(name):
                check_password_choice(self, name, password, user)


def check_password_choice(
    form: forms.Form, name: str, password: str, person: Person | None = None
) -> None:
    """Say what is wrong with a password that somebody chose, in our own words."""
    try:
        validate_password(password, person)
    except ValidationError as error:
        codes = {one.code for one in error.error_list}
        words = [said for code, said in _PASSWORD_FAULTS.items() if code in codes]
        form.add_error(name, " ".join(words) or "Kata sandi ini tidak dapat dipakai.")


_PASSWORD_FAULTS = {
    "password_too_short": "Kata sandi sedikitnya 10 huruf, angka, atau tanda.",
    "password_too_common": "Kata sandi ini terlalu mudah ditebak. Pilih yang lain.",
    OWN_WORDS: "Kata sandi ini hanya nama, kantor, atau tahun: itu yang pertama dicoba orang. "
    "Tambahkan kata lain.",
}

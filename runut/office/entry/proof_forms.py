"""Forms that ask for one's second step: a code that is typed, or a passkey that is touched."""

from typing import Any

from django import forms
from django.http import HttpRequest

from runut.files.identity.passkey import LARGEST_ANSWER
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of
from runut.office.entry.waiting import waiting_person
from runut.office.logins.actions import WRONG_CODE, WRONG_PASSKEY
from runut.office.logins.models import FailedLogin
from runut.office.logins.passkeys import account_in, person_by_passkey, take_challenge
from runut.office.logins.second import Proof
from runut.office.logins.tries import THROTTLED, Tries
from runut.office.people.models import Person

NO_CODE = "Isi kode yang tampak di aplikasi telepon Saudara, atau salah satu kode pemulihan."
ALONE, SECOND = "masuk", "langkah_kedua"
"""For what a browser was asked for a passkey: to come in by it alone, or after the password."""


def code_field(label: str, help_text: str, *, required: bool = True) -> forms.CharField:
    """Where a code from the app on the telephone is typed, or one of those on paper."""
    return forms.CharField(
        label=label,
        max_length=40,
        required=required,
        help_text=help_text,
        error_messages={"required": NO_CODE},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "characters",
                "class": "short",
            }
        ),
    )


def passkey_field() -> forms.CharField:
    """Where the script of the page puts what the browser answers."""
    return forms.CharField(
        max_length=LARGEST_ANSWER,
        required=False,
        error_messages={"max_length": WRONG_PASSKEY.reason},
        widget=forms.HiddenInput,
    )


class ProofFields(forms.Form):
    """The code or the passkey. ``PURPOSE``: for what the passkey was asked."""

    PURPOSE = ""
    kode = code_field(
        "Kode",
        "Enam angka dari aplikasi di telepon Saudara, atau salah satu kode pemulihan.",
        required=False,
    )
    kunci_sandi = passkey_field()

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.request = request
        self._challenge = take_challenge(request, self.PURPOSE) if self.is_bound else ""
        self._tries: Tries | None = None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        person = self.prover()
        if person is None or self.errors:
            return given
        if not given.get("kode") and not given.get("kunci_sandi"):
            self.add_error("kode", NO_CODE)
            return given
        self._tries = Tries(FailedLogin.Pintu.DUA, self.request, person.username)
        if not self._tries.may_try():
            raise forms.ValidationError(THROTTLED)
        return given

    def prover(self) -> Person | None:
        """Whose second step it must be."""
        return person_of(self.request)

    @property
    def proof(self) -> Proof:
        """What was shown. The form must be valid."""
        given = self.cleaned_data
        return Proof(given["kode"], self._challenge, given["kunci_sandi"])

    def was_right(self) -> None:
        """What was shown is right: the try was none of a guesser."""
        if self._tries is not None:
            self._tries.was_right()


class SecondStepForm(ProofFields):
    """After the password, or after the office's provider of logins has said who it is."""

    PURPOSE = SECOND

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self._waiting = waiting_person(request)
        super().__init__(*args, request=request, **kwargs)

    def prover(self) -> Person | None:
        return self._waiting

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if self._waiting is None or self.errors:
            return given
        if self.proof.is_of(self._waiting, clock.now()):
            self.was_right()
        elif self.proof.answer:
            self.add_error(None, WRONG_PASSKEY.reason)
        else:
            self.add_error("kode", WRONG_CODE.reason)
        return given

    def get_user(self) -> Person:
        """Who comes in. The form must be valid."""
        assert self._waiting is not None  # noqa: S101 - the page is shown to who waits at it
        return self._waiting


class PasskeyLoginForm(forms.Form):
    """A passkey alone: it says who it is, and its device has asked for a finger, face or PIN."""

    kunci_sandi = passkey_field()

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self._challenge = take_challenge(request, ALONE) if self.is_bound else ""
        self._person: Person | None = None

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        answer = given.get("kunci_sandi", "")
        if not answer:
            raise forms.ValidationError(WRONG_PASSKEY.reason)
        tries = Tries(FailedLogin.Pintu.KUNCI, self.request, account_in(answer))
        if not tries.may_try():
            raise forms.ValidationError(THROTTLED)
        self._person = person_by_passkey(self._challenge, answer, clock.now())
        if self._person is None:
            raise forms.ValidationError(WRONG_PASSKEY.reason)
        tries.was_right()
        return given

    def get_user(self) -> Person:
        """Who comes in. The form must be valid."""
        assert self._person is not None  # noqa: S101 - a valid form has found somebody
        return self._person


class AppOffForm(ProofFields, ActForm):
    """To take the app off."""

    PURPOSE = "lepas_aplikasi"


class PasskeyOffForm(ProofFields, ActForm):
    """To take a passkey off."""

    PURPOSE = "lepas_kunci_sandi"


class RenewForm(ProofFields, ActForm):
    """To have new codes of recovery."""

    PURPOSE = "kode_pemulihan"

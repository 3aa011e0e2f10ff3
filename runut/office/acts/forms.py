"""What every form of an act carries: the key of its sending."""

import secrets
from hashlib import sha256
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict

from runut.core.findings import Refused
from runut.core.words.names import one_stop
from runut.office import clock
from runut.office.acts.sending import Doer, Sending
from runut.office.people.models import Person

MAX_UPLOAD_BYTES = 25 * 1024 * 1024
_STATUS = {
    "bukan_pelaksana": 403,
    "bukan_pengganti": 403,
    "dialihkan": 403,
    "karya_sendiri": 403,
    "tidak_ada": 404,
    "belum_terbuka": 409,
    "sudah_berubah": 409,
}


def status_of(refused: Refused) -> int:
    """The HTTP status of a refusal: a matter of rights, a lost race, or a rule (422)."""
    return _STATUS.get(refused.kode, 422)


def status_shown(form: forms.Form) -> int:
    """The HTTP status of a page with ``form``: 422 where what was sent could not be read."""
    return 422 if form.is_bound and not form.is_valid() else 200


def not_too_large(file: "UploadedFile[bytes]") -> None:
    """For fields of files: Raises ValidationError for one that is larger than we take."""
    if (file.size or 0) > MAX_UPLOAD_BYTES:
        raise forms.ValidationError("Berkas ini lebih besar dari 25 MB. Perkecil.")


def new_key() -> str:
    """A key for one sending of a form."""
    return secrets.token_urlsafe(18)


def person_of(request: HttpRequest) -> Person:
    """Who is logged in. Only for views behind the login."""
    assert isinstance(request.user, Person)  # noqa: S101 - the login middleware saw to it
    return request.user


def _content_hash(file: "UploadedFile[bytes]") -> str:
    digest = sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


class ActForm(forms.Form):
    """A form that does one official act. Sent twice it has one effect."""

    on_behalf_of = ""
    """The holder for whom it is done, where a substitute does it."""
    kunci = forms.CharField(max_length=64, widget=forms.HiddenInput, initial=new_key)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def doer(self, request: HttpRequest, url: str) -> Doer:
        """Who sends this form now, and where to go on when it is done. The form must be valid."""
        sending = Sending.of(self.cleaned_data["kunci"], self._what_was_sent(request))
        return Doer(person_of(request), clock.now(), sending, url, self.on_behalf_of)

    def _what_was_sent(self, request: HttpRequest) -> dict[str, object]:
        """The fields that make a sending what it is: files by content, secrets not at all."""
        sent: dict[str, object] = {"alamat": request.path}
        for name, value in self.cleaned_data.items():
            if name == "kunci" or isinstance(self.fields[name].widget, forms.PasswordInput):
                continue
            sent[name] = _content_hash(value) if isinstance(value, UploadedFile) else value
        return sent

    def refuse(self, refused: Refused) -> int:
        """Show the reason on top of the form, with what was typed kept. Answers the status."""
        self.add_error(None, one_stop(refused.reason))
        if refused.kode == "kunci_dipakai" and isinstance(self.data, QueryDict):
            # a page from the browser's memory: what is typed in it now is a new sending
            self.data = self.data.copy()
            self.data["kunci"] = new_key()
        return status_of(refused)

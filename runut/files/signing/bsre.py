"""The e-sign client service of BSrE, versions 1 and 2, that an agency runs in its own network.

What it answers is never believed: only a PDF that begins with the very bytes that were sent and
ends in one whole signature over all of it is a signed PDF (docs/decisions/0018-ways-of-signing.md).
Passphrase and NIK are in the request, and nowhere else.
"""

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal
from urllib.parse import quote

from runut.files.asking import Answer, NoAnswer, Service, ask
from runut.files.signing.bsre_words import (
    CHANGED,
    RUBBISH,
    no_answer,
    status_words,
    words_of_error,
    wrong_passphrase,
)
from runut.files.signing.check import fault_of_new_signature
from runut.files.signing.failures import SigningFailed, WrongPassphrase
from runut.files.signing.stamp import Stamp, box_on, stamp_png

Versi = Literal["v1", "v2"]
_OK, _JSON = 200, "application/json"
_ID_HEADERS = ("id_dokumen", "id-dokumen")
_ACTIVE = "1111"


@dataclass(frozen=True)
class Credentials:
    """What the signer typed for this one signature."""

    nik: str = field(repr=False)
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class UserStatus:
    """Whether the service can be asked for this person, and what it says, in our words."""

    is_active: bool
    words: str


@dataclass
class BsreSigner:
    """Signs by the service. ``reference``: what the service calls the document it signed."""

    service: Service
    versi: Versi
    credentials: Credentials
    stamp: Stamp | None = None
    asal: Literal["kiri_bawah", "kiri_atas"] = "kiri_bawah"
    reference: str = ""

    def sign_pdf(
        self, pdf: bytes, *, reason: str, location: str, signer_name: str, at: datetime
    ) -> bytes:
        """The signed PDF. Raises ``SigningFailed``: then nothing here is signed, whatever the
        service did; it may be asked for the same bytes again."""
        said = {"reason": reason, "location": location}
        try:
            answer = self._ask(pdf, said)
            self.reference = _id_in(answer.headers) or self.reference
            signed = self._signed_in(answer)
        except NoAnswer as error:
            self.reference = _id_in(error.headers)
            signed = self._fetched(error)
        if fault := fault_of_answer(pdf, signed):
            raise SigningFailed(fault)
        return signed

    def _ask(self, pdf: bytes, said: Mapping[str, str]) -> Answer:
        if self.versi == "v2":
            body = json.dumps(self._body_v2(pdf, said)).encode()
            return ask(self.service, "POST", "/api/v2/sign/pdf", body=body, kind=_JSON)
        kind, body = _multipart(self._fields_v1(pdf, said), self._files_v1(pdf))
        return ask(self.service, "POST", "/api/sign/pdf", body=body, kind=kind)

    def _fields_v1(self, pdf: bytes, said: Mapping[str, str]) -> dict[str, str]:
        told = {"nik": self.credentials.nik, "passphrase": self.credentials.passphrase}
        shown = {"tampilan": "invisible", "jenis_response": "BYTE", **said}
        if self.stamp:
            page, x, y, width, height = box_on(pdf, self.stamp, self.asal)
            shown |= {"tampilan": "visible", "image": "true", "page": f"{page}"}
            shown |= {"xAxis": f"{x}", "yAxis": f"{y}", "width": f"{width}", "height": f"{height}"}
        return told | shown

    def _files_v1(self, pdf: bytes) -> dict[str, tuple[str, str, bytes]]:
        files = {"file": ("naskah.pdf", "application/pdf", pdf)}
        if self.stamp:
            files["imageTTD"] = ("cap.png", "image/png", stamp_png(self.stamp))
        return files

    def _body_v2(self, pdf: bytes, said: Mapping[str, str]) -> dict[str, Any]:
        shown: dict[str, Any] = {"tampilan": "INVISIBLE", **said}
        if self.stamp:
            page, x, y, width, height = box_on(pdf, self.stamp, self.asal)
            shown |= {"tampilan": "VISIBLE", "page": page, "originX": x, "originY": y}
            shown |= {"width": width, "height": height}
            shown["imageBase64"] = b64encode(stamp_png(self.stamp)).decode()
        return {
            "nik": self.credentials.nik,
            "passphrase": self.credentials.passphrase,
            "signatureProperties": [shown],
            "file": [b64encode(pdf).decode()],
        }

    def _signed_in(self, answer: Answer) -> bytes:
        told = _json_in(answer)
        if told is not None:
            self.reference = str(told.get("id_dokumen") or self.reference)[:80]
            if answer.status == _OK and (signed := _file_in(told)):
                return signed
        _refuse_error(answer, told)
        return answer.body

    def _fetched(self, error: NoAnswer) -> bytes:
        """Its answer was lost on the way; version 1 keeps what it signed under its number."""
        if self.versi == "v1" and self.reference:
            path = f"/api/sign/download/{quote(self.reference, safe='')}"
            try:
                return self._signed_in(ask(self.service, "GET", path))
            except NoAnswer as again:
                raise SigningFailed(no_answer(is_late=again.is_late)) from again
        raise SigningFailed(no_answer(is_late=error.is_late)) from error


def fault_of_answer(sent: bytes, answered: bytes) -> str:
    """Why what the service answered is not the paper that was sent, signed; "" if it is."""
    if not answered.startswith(b"%PDF-"):
        return RUBBISH
    if not answered.startswith(sent):
        return CHANGED
    return fault_of_new_signature(answered)


def user_status(service: Service, versi: Versi, nik: str) -> UserStatus:
    """Ask the service whether this person may sign there: also the test of the connection."""
    try:
        if versi == "v2":
            body = json.dumps({"nik": nik}).encode()
            path = "/api/v2/user/check/status"
            answer = ask(service, "POST", path, body=body, kind=_JSON)
        else:
            answer = ask(service, "GET", f"/api/user/status/{quote(nik, safe='')}")
        told = _json_in(answer)
        if answer.status == _OK and told is not None:
            is_active = _is_active(told)
            return UserStatus(is_active, status_words(is_active=is_active))
        _refuse_error(answer, told)
    except NoAnswer as error:
        return UserStatus(False, no_answer(is_late=error.is_late))
    except SigningFailed as failed:
        return UserStatus(False, str(failed))
    return UserStatus(False, RUBBISH)


def _is_active(told: Mapping[str, Any]) -> bool:
    return str(told.get("status_code", "")) == _ACTIVE or str(told.get("status", "")).upper() in (
        "ISSUE",
        "ISSUED",
    )


def _refuse_error(answer: Answer, told: Mapping[str, Any] | None) -> None:
    """Raises what an answer that is no document says, in our words."""
    if answer.status == _OK and told is None:
        return
    code = str((told or {}).get("status_code", ""))
    if wrong_passphrase(code):
        raise WrongPassphrase(words_of_error(answer.status, code))
    raise SigningFailed(words_of_error(answer.status, code))


def _json_in(answer: Answer) -> dict[str, Any] | None:
    try:
        told = json.loads(answer.body) if answer.body[:1] in (b"{", b" ", b"\n") else None
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _file_in(told: Mapping[str, Any]) -> bytes:
    """The document in a JSON answer, b"" if it holds none or more than one."""
    found = told.get("file") or told.get("base64_signed_file")
    if isinstance(found, list):
        found = found[0] if len(found) == 1 else None
    try:
        return b64decode(found, validate=True) if isinstance(found, str) else b""
    except (NotBase64, ValueError):
        return b""


def _id_in(headers: Mapping[str, str]) -> str:
    return next((headers[name][:80] for name in _ID_HEADERS if headers.get(name)), "")


def _multipart(
    fields: Mapping[str, str], files: Mapping[str, tuple[str, str, bytes]]
) -> tuple[str, bytes]:
    """A form with files; the boundary is a hash of the files, so that it does not occur in them."""
    digest = sha256(b"".join(data for _, _, data in files.values())).hexdigest()
    border = f"runut-{digest}"
    parts = [
        f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, (filename, kind, data) in files.items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="{filename}"'
        parts.append(f"--{border}\r\n{head}\r\nContent-Type: {kind}\r\n\r\n".encode() + data)
        parts.append(b"\r\n")
    parts.append(f"--{border}--\r\n".encode())
    return f"multipart/form-data; boundary={border}", b"".join(parts)

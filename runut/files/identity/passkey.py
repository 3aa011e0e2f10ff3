"""Passkeys (W3C WebAuthn): what a browser is asked for, and whether its answer proves anything.

The browser's answer is taken only for the address that asked, for the challenge that was given for
it, and with a signature of the key that was registered. Which challenge is still good, and what
the counter of the last use was, is for the caller to know.
"""

import json
import secrets
import struct
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from fido2 import cbor
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
)

LARGEST_ANSWER = 16_000
"""Letters of an answer: those of real keys have about a thousand."""
LONGEST = 1_400
"""Letters of a name or of a public key: a name has 1,364 at most."""
_ALGORITHMS = (-7, -8, -257)  # ES256, EdDSA, RS256: what every device in use speaks
_TIME_MS = 120_000
_UNREADABLE = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    OverflowError,
    RecursionError,
    NotImplementedError,
    UnsupportedAlgorithm,
    struct.error,
)
"""What the library raises for bytes that no browser made, and for what does not hold."""


class NotProven(Exception):
    """The answer proves nothing. The text says what did not hold, for tests and not for people."""


@dataclass(frozen=True)
class Site:
    """Where passkeys are good: the host they are made for, and the address that may ask."""

    host: str
    origin: str


@dataclass(frozen=True)
class KnownKey:
    """A registered passkey: the name its device gave it, and its public key, both as text."""

    credential: str
    public_key: str


@dataclass(frozen=True)
class Registered:
    """A passkey that was just made. ``counter`` is 0 for those that count nothing."""

    key: KnownKey
    counter: int


@dataclass(frozen=True)
class Asserted:
    """A passkey that was used. ``is_verified``: its device asked for a finger, a face or a PIN."""

    counter: int
    is_verified: bool


def site_of(url: str) -> Site | None:
    """Where an address lets passkeys be used: browsers want HTTPS and a name, or this computer.

    >>> site_of("https://runut.kalbarprov.go.id/masuk/")
    Site(host='runut.kalbarprov.go.id', origin='https://runut.kalbarprov.go.id')
    >>> site_of("http://localhost:8000").origin
    'http://localhost:8000'
    >>> [site_of(one) for one in ("http://runut.kantor.id", "https://10.0.0.7", "http://127.0.0.1")]
    [None, None, None]
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    is_here = host == "localhost" or host.endswith(".localhost")
    is_named = bool(host) and ":" not in host and not host.rpartition(".")[2].isdecimal()
    if not is_named or not (parts.scheme == "https" or (parts.scheme == "http" and is_here)):
        return None
    usual = {"https": 443, "http": 80}[parts.scheme]
    tail = f":{port}" if port and port != usual else ""
    return Site(host, f"{parts.scheme}://{host}{tail}")


def new_challenge() -> str:
    return websafe_encode(secrets.token_bytes(32))


def asked_for_new(
    site: Site, office: str, person: tuple[bytes, str, str], challenge: str, known: Iterable[str]
) -> dict[str, Any]:
    """What ``navigator.credentials.create`` is told. ``person``: handle, account, name."""
    handle, account, name = person
    return {
        "challenge": challenge,
        "rp": {"id": site.host, "name": office},
        "user": {"id": websafe_encode(handle), "name": account, "displayName": name},
        "pubKeyCredParams": [{"type": "public-key", "alg": one} for one in _ALGORITHMS],
        "excludeCredentials": _named(known),
        "authenticatorSelection": {"residentKey": "preferred", "userVerification": "preferred"},
        "attestation": "none",
        "timeout": _TIME_MS,
    }


def asked_for_one(
    site: Site, challenge: str, known: Iterable[str], *, must_verify: bool
) -> dict[str, Any]:
    """What ``navigator.credentials.get`` is told; without ``known`` the person chooses one."""
    return {
        "challenge": challenge,
        "rpId": site.host,
        "allowCredentials": _named(known),
        "userVerification": "required" if must_verify else "preferred",
        "timeout": _TIME_MS,
    }


def registered(site: Site, challenge: str, answer: str) -> Registered:
    """The passkey that was made for this challenge. Raises NotProven."""
    try:
        made = _server(site).register_complete(_state(challenge, False), _read(answer))
        data = made.credential_data
        if data is None or data.public_key.ALGORITHM not in _ALGORITHMS:
            raise NotProven("no key that we asked for")
        _try_out(data.public_key)
        name = websafe_encode(data.credential_id)
        public = websafe_encode(cbor.encode(dict(data.public_key)))
        if max(len(name), len(public)) > LONGEST:
            raise NotProven("longer than any device makes it")
        return Registered(KnownKey(name, public), made.counter)
    except _UNREADABLE as error:
        raise NotProven(str(error)) from error


def names_in(answer: str) -> tuple[str, bytes]:
    """Which passkey answers, and the handle of the person it says it is of. Raises NotProven."""
    try:
        told = AuthenticationResponse.from_dict(_read(answer))
        return websafe_encode(told.raw_id), bytes(told.response.user_handle or b"")
    except _UNREADABLE as error:
        raise NotProven(str(error)) from error


def asserted(
    site: Site, challenge: str, answer: str, key: KnownKey, *, must_verify: bool
) -> Asserted:
    """What the use of a registered passkey says. Raises NotProven."""
    try:
        read = _read(answer)
        public = CoseKey.parse(dict(cbor.decode(websafe_decode(key.public_key))))  # type: ignore[arg-type]
        known = AttestedCredentialData.create(Aaguid.NONE, websafe_decode(key.credential), public)
        _server(site).authenticate_complete(_state(challenge, must_verify), [known], read)
        data = AuthenticationResponse.from_dict(read).response.authenticator_data
        return Asserted(data.counter, data.is_user_verified())
    except _UNREADABLE as error:
        raise NotProven(str(error)) from error


def _server(site: Site) -> Fido2Server:
    told = PublicKeyCredentialRpEntity(id=site.host, name=site.host)
    return Fido2Server(
        told, AttestationConveyancePreference.NONE, verify_origin=lambda one: one == site.origin
    )


def _state(challenge: str, must_verify: bool) -> dict[str, str]:
    wanted = "required" if must_verify else "preferred"
    return {"challenge": challenge, "user_verification": wanted}


def _try_out(key: CoseKey) -> None:
    """A key that can judge nothing is not taken: what it raises is told as for other bytes."""
    with suppress(InvalidSignature):
        key.verify(b"", b"")


def _read(answer: str) -> Mapping[str, Any]:
    """What the browser wrote, once it is sure that words are words and bytes are bytes.

    The library makes as many bytes of a number as it says: one number would take all memory.
    """
    if len(answer) > LARGEST_ANSWER:
        raise NotProven("too long")
    read = json.loads(answer)
    parts = {"id": read["id"], "rawId": read["rawId"], **read["response"]}
    told = json.loads(websafe_decode(_word(parts["clientDataJSON"])))
    for one in (*parts.values(), told["challenge"], told["type"], told["origin"]):
        _word(one)
    if told.get("crossOrigin", False):
        raise NotProven("asked from within a page of somebody else")
    if "attestationObject" in parts:
        made = cbor.decode(websafe_decode(parts["attestationObject"]))
        if not isinstance(made, dict) or not isinstance(made["authData"], bytes):
            raise NotProven("no answer of a browser")
    return {"id": parts["id"], "rawId": parts["rawId"], "response": read["response"]}


def _word(told: object) -> str:
    if not isinstance(told, str):
        raise NotProven("no answer of a browser")
    return told


def _named(known: Iterable[str]) -> list[dict[str, str]]:
    return [{"type": "public-key", "id": one} for one in known]

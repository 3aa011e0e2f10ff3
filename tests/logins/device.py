"""A device with passkeys, as a browser speaks to it: made of the library's own words."""

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

HOME = "https://runut.kantor.id"
_FLAG = AuthenticatorData.FLAG


@dataclass
class Device:
    """One passkey. ``counter`` goes up by ``step`` at each use; 0 is how telephones do it."""

    origin: str = HOME
    host: str = "runut.kantor.id"
    verifies: bool = True
    step: int = 1
    counter: int = 0
    handle: str = ""
    in_frame: bool = False
    name: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    @property
    def credential(self) -> str:
        return websafe_encode(self.name)

    def make(self, asked: dict[str, Any]) -> str:
        """What the browser answers to ``navigator.credentials.create``."""
        self.handle = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        known = AttestedCredentialData.create(Aaguid.NONE, self.name, public)
        data = self._data(_FLAG.AT, known)
        made = AttestationObject.create("none", data, {})
        told = self._told("webauthn.create", asked["challenge"])
        return self._written(attestationObject=made, clientDataJSON=told)

    def use(self, asked: dict[str, Any]) -> str:
        """What the browser answers to ``navigator.credentials.get``."""
        self.counter += self.step
        data, told = self._data(_FLAG(0)), self._told("webauthn.get", asked["challenge"])
        signature = self.key.sign(data + sha256(told), ec.ECDSA(hashes.SHA256()))
        return self._written(
            authenticatorData=data,
            clientDataJSON=told,
            signature=signature,
            userHandle=websafe_decode(self.handle),
        )

    def _told(self, kind: str, challenge: str) -> bytes:
        return CollectedClientData.create(kind, challenge, self.origin, self.in_frame)

    def _data(self, flags: Any, known: bytes = b"") -> AuthenticatorData:
        seen = _FLAG.UP | (_FLAG.UV if self.verifies else _FLAG(0)) | flags
        return AuthenticatorData.create(sha256(self.host.encode()), seen, self.counter, known)

    def _written(self, **response: bytes) -> str:
        told = {name: websafe_encode(value) for name, value in response.items()}
        own = self.credential
        return json.dumps({"id": own, "rawId": own, "type": "public-key", "response": told})

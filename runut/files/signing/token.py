"""Signing with a token or HSM by PKCS#11.

The module of its maker is named by who runs the server (``RUNUT_PKCS11``), never on a page: it is
a program that will run here. The library for it is an extra of the installation.
"""

import os
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Any

from runut.files.signing.appending import NOTHING_MORE, Extras, append_signature
from runut.files.signing.failures import SigningFailed, WrongPassphrase
from runut.files.signing.sign import refuse_outdated, statement

MODULE = "RUNUT_PKCS11"
_UNSIGNED = "Naskah belum ditandatangani."


@dataclass(frozen=True)
class TokenSigner:
    """Signs with the key ``label`` of the token called ``token``, opened by its PIN."""

    token: str
    label: str
    pin: str = field(repr=False)
    extras: Extras = NOTHING_MORE
    reference: str = ""

    def sign_pdf(
        self, pdf: bytes, *, reason: str, location: str, signer_name: str, at: datetime
    ) -> bytes:
        """The signed PDF. Raises ``SigningFailed``."""
        library, keys = _libraries()
        try:
            session = _open(keys, self)
        except _errors(library, "PinIncorrect", "PinInvalid", "PinLenRange") as error:
            raise WrongPassphrase(f"PIN salah. {_UNSIGNED} Ketik lagi PIN Saudara.") from error
        except _errors(library, "PinLocked") as error:
            raise SigningFailed(
                f"PIN terkunci karena terlalu sering salah. {_UNSIGNED} Buka lagi di penerbitnya."
            ) from error
        except _errors(library, "PKCS11Error") as error:
            raise SigningFailed(_NO_TOKEN) from error
        except (RuntimeError, OSError) as error:  # the module itself cannot be loaded
            raise SigningFailed(_NO_TOKEN) from error
        with session:
            try:
                key = keys.PKCS11Signer(session, cert_label=self.label, key_label=self.label)
                certificate = key.signing_cert
                refuse_outdated(certificate, at)
                said = statement(certificate, reason, location, signer_name, at)
                return append_signature(pdf, key, said, self.extras)
            except _errors(library, "PKCS11Error") as error:
                raise SigningFailed(_NO_TOKEN) from error


def why_no_token() -> str:
    """Why no token can be used on this machine, "" if one can."""
    try:
        _libraries()
    except SigningFailed as failed:
        return str(failed)
    return ""


def _libraries() -> tuple[Any, Any]:
    if not os.environ.get(MODULE):
        raise SigningFailed(
            f"Token belum dapat dipakai: modul PKCS#11 belum disebutkan ({MODULE}). {_UNSIGNED} "
            "Hubungi yang menjalankan server ini."
        )
    try:
        return import_module("pkcs11"), import_module("pyhanko.sign.pkcs11")
    except ImportError as error:
        raise SigningFailed(
            f"Token belum dapat dipakai: pustaka PKCS#11 belum terpasang. {_UNSIGNED} Yang "
            'menjalankan server memasangnya dengan pip install "runut[pkcs11]".'
        ) from error


def _open(keys: Any, signer: TokenSigner) -> Any:
    wanted = keys.TokenCriteria(label=signer.token) if signer.token else None
    return keys.open_pkcs11_session(os.environ[MODULE], token_criteria=wanted, user_pin=signer.pin)


def _errors(library: Any, *names: str) -> tuple[type[Exception], ...]:
    found = (getattr(library.exceptions, name, None) for name in names)
    return tuple(one for one in found if isinstance(one, type))


_NO_TOKEN = (
    f"Token atau kunci di dalamnya tidak ditemukan. {_UNSIGNED} Pasang tokennya, lalu ulangi; bila "
    "tetap begitu, minta pengelola kantor memeriksa nama token dan kuncinya."
)

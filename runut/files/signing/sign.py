"""Whoever puts an electronic signature on a PDF: one interface, and the certificate file.

A signing service and a token stand behind the same interface (``bsre``, ``token``).
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from asn1crypto.pkcs12 import Pfx
from asn1crypto.x509 import Certificate
from pyhanko.sign.signers.pdf_cms import SimpleSigner

from runut.files.signing.appending import (
    FIELD_NAME,
    NOTHING_MORE,
    READABLE_FIELD_NAME,
    Extras,
    Statement,
    append_signature,
)
from runut.files.signing.certificates import TEST_MARK
from runut.files.signing.failures import SigningFailed, WrongPassphrase

__all__ = (
    "FIELD_NAME",
    "READABLE_FIELD_NAME",
    "CertificateSigner",
    "Signer",
    "SigningFailed",
    "WrongPassphrase",
)


class Signer(Protocol):
    """Whoever puts a signature on a PDF: a certificate file here, a signing service elsewhere."""

    @property
    def reference(self) -> str:
        """What a service calls the document that it signed, "" where there is no service."""
        ...

    def sign_pdf(
        self, pdf: bytes, *, reason: str, location: str, signer_name: str, at: datetime
    ) -> bytes:
        """The signed PDF. Raises ``SigningFailed``; then nothing was signed."""
        ...


@dataclass(frozen=True)
class CertificateSigner:
    """Signs with a certificate file (PKCS#12) and its passphrase, without any service.

    Same PDF, same certificate, same moment: same bytes (RSA signatures have no randomness).
    """

    certificate: bytes = field(repr=False)
    passphrase: str = field(repr=False)
    extras: Extras = NOTHING_MORE
    reference: str = ""

    def sign_pdf(
        self, pdf: bytes, *, reason: str, location: str, signer_name: str, at: datetime
    ) -> bytes:
        """Sign so that any later change, even filling in a form, breaks the signature."""
        key = _open_certificate(self.certificate, self.passphrase)
        refuse_outdated(key.signing_cert, at)
        said = statement(key.signing_cert, reason, location, signer_name, at)
        return append_signature(pdf, key, said, self.extras)


def statement(
    certificate: Certificate, reason: str, location: str, signer_name: str, at: datetime
) -> Statement:
    """What the signature says of itself; that of a test says that it is one."""
    if TEST_MARK in certificate.subject.human_friendly:
        reason = f"{reason} (sertifikat uji, tanpa kekuatan hukum)".strip()
        signer_name = f"{signer_name} (sertifikat uji)".strip()
    return Statement(reason, location, signer_name, at)


def refuse_outdated(certificate: Certificate, at: datetime) -> None:
    """Raises ``SigningFailed`` for a certificate that is not in force ``at`` the moment."""
    first, last = certificate.not_valid_before, certificate.not_valid_after
    if not first <= at <= last:
        raise SigningFailed(
            f"Sertifikat ini berlaku {first:%d-%m-%Y} sampai {last:%d-%m-%Y}; "
            "dokumen belum ditandatangani. Mintalah sertifikat yang masih berlaku."
        )


def _open_certificate(archive: bytes, passphrase: str) -> SimpleSigner:
    try:
        _ = Pfx.load(archive)["auth_safe"].native
    except (ValueError, TypeError) as error:
        raise SigningFailed(
            "Berkas sertifikat tidak dapat dibaca; pilih berkas berakhiran .p12 atau .pfx."
        ) from error
    try:
        key: SimpleSigner = SimpleSigner.load_pkcs12_data(archive, [], passphrase.encode())
    except ValueError as error:
        raise WrongPassphrase(
            "Frasa sandi sertifikat salah; dokumen belum ditandatangani. Silakan ulangi."
        ) from error
    if key.signing_cert is None:
        raise SigningFailed("Berkas ini memuat kunci tanpa sertifikat; pilih berkas lain.")
    return key

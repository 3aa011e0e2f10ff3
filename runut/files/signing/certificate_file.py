"""What a certificate file (PKCS#12) holds: looked at when it comes in, before it ever signs.

It is opened here and not in a guarded process: its passphrase goes nowhere. What it may cost to
open is known before.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from asn1crypto.pkcs12 import Pfx, SafeContents
from asn1crypto.x509 import Certificate
from pyhanko.sign.signers.pdf_cms import SimpleSigner

from runut.core.findings import Finding, Level
from runut.files.signing.certificates import TEST_MARK

LARGEST_FILE = 200_000
_MOST_ROUNDS = 5_000_000
"""Rounds of key derivation; files of today have some thousands, a hostile one two milliards."""


@dataclass(frozen=True)
class CertificateFacts:
    """What a certificate says. ``issuers`` are the certificates (PEM) of others in the file."""

    holder: str
    numbers: tuple[str, ...]
    issuer: str
    first: datetime
    last: datetime
    sha256: str
    is_test: bool = False
    issuers: tuple[bytes, ...] = ()


def read_certificate_file(
    archive: bytes, passphrase: str, at: datetime
) -> tuple[CertificateFacts | None, tuple[Finding, ...]]:
    """The facts of the certificate in ``archive``, or why it cannot sign."""
    if len(archive) > LARGEST_FILE or not _is_cheap(archive):
        return _refuse("Berkas ini bukan sertifikat.", "Pilih berkas .p12 atau .pfx.")
    try:
        key: SimpleSigner = SimpleSigner.load_pkcs12_data(archive, [], passphrase.encode())
    except (ValueError, TypeError, NotImplementedError):
        return _refuse(
            "Berkas tidak terbuka dengan frasa sandi itu.",
            "Periksa huruf besar dan kecilnya, lalu pilih berkasnya lagi.",
        )
    certificate = key.signing_cert
    if certificate is None:
        return _refuse("Berkas ini memuat kunci tanpa sertifikat.", "Pilih berkas lain.")
    return _judged(certificate, list(key.cert_registry), at)


def facts_of(certificate: Certificate, others: list[Certificate]) -> CertificateFacts:
    """What a certificate says of its holder."""
    names = certificate.subject.native
    issuer = certificate.issuer.native
    numbers = [value for name, value in names.items() if name in _NUMBERS]
    return CertificateFacts(
        holder=_one(names.get("name") or names.get("common_name")) or "tanpa nama",
        numbers=tuple(_one(number) for number in numbers),
        issuer=_one(issuer.get("common_name") or issuer.get("organization_name")) or "tanpa nama",
        first=certificate.not_valid_before,
        last=certificate.not_valid_after,
        sha256=sha256(certificate.dump()).hexdigest(),
        is_test=TEST_MARK in certificate.subject.human_friendly,
        issuers=tuple(one.dump() for one in others if one.ca and one != certificate),
    )


_NUMBERS = ("serial_number", "user_id", "unique_identifier")


def _judged(
    certificate: Certificate, others: list[Certificate], at: datetime
) -> tuple[CertificateFacts | None, tuple[Finding, ...]]:
    facts = facts_of(certificate, others)
    if not facts.first <= at:
        return _refuse(f"Sertifikat ini baru berlaku {facts.first:%d-%m-%Y}.", "Unggah nanti.")
    if at > facts.last:
        return _refuse(
            f"Sertifikat ini sudah berakhir {facts.last:%d-%m-%Y}.", "Mintalah yang baru."
        )
    usage = certificate.key_usage_value
    if usage is not None and "non_repudiation" not in usage.native:
        return _refuse(
            "Sertifikat ini bukan untuk menandatangani dokumen (key usage tanpa non-repudiation).",
            "Mintalah sertifikat tanda tangan kepada penerbitnya.",
        )
    return facts, ()


def _is_cheap(archive: bytes) -> bool:
    """Whether the file is a PKCS#12 that opens in reasonable time."""
    try:
        found = Pfx.load(archive, strict=True)
        return all(rounds <= _MOST_ROUNDS for rounds in _rounds(list(_costs(found))))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        return False


def _costs(archive: Pfx) -> Iterator[object]:
    """How the parts of the file are locked."""
    yield archive["mac_data"].native
    for part in archive.authenticated_safe:
        if part["content_type"].native == "encrypted_data":
            inside = part["content"]["encrypted_content_info"]
            yield inside["content_encryption_algorithm"].native
            continue
        for bag in SafeContents.load(part["content"].native):
            if bag["bag_id"].native == "pkcs8_shrouded_key_bag":
                yield bag["bag_value"]["encryption_algorithm"].native


def _rounds(value: object) -> Iterator[int]:
    """Every number of rounds that is named."""
    if isinstance(value, dict):
        for name, inside in value.items():
            if name in ("iterations", "iteration_count") and isinstance(inside, int):
                yield inside
            else:
                yield from _rounds(inside)
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from _rounds(inside)


def _one(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _refuse(pesan: str, usul: str) -> tuple[None, tuple[Finding, ...]]:
    return None, (Finding("sertifikat_ditolak", Level.BLOCKER, pesan, usul),)

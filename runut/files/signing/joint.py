"""Several signatures on one PDF, one after another: a Perjanjian Kinerja, minutes.

The first signer signs ``jointly``; whoever follows adds theirs by ``add_signature``, which refuses
a file whose earlier signatures do not hold, and a result that broke one of them.
"""

from dataclasses import replace
from datetime import datetime

from runut.files.signing.check import check_pdf, fault_of_new_signature
from runut.files.signing.sign import CertificateSigner, Signer, SigningFailed
from runut.files.signing.token import TokenSigner
from runut.files.signing.verdict import Judged


def jointly(signer: Signer) -> Signer:
    """``signer``, leaving room for the signatures of others. A service decides that by itself."""
    if isinstance(signer, CertificateSigner | TokenSigner):
        return replace(signer, extras=replace(signer.extras, is_joint=True))
    return signer


def add_signature(
    signer: Signer, pdf: bytes, *, reason: str, location: str, signer_name: str, at: datetime
) -> bytes:
    """``pdf`` with one signature more, its first or a further one. Raises ``SigningFailed``."""
    before = signatures_in(pdf)
    if before and (fault := fault_of_new_signature(pdf)):
        raise SigningFailed(f"{_NOT_ADDED} {fault}")
    signed = jointly(signer).sign_pdf(
        pdf, reason=reason, location=location, signer_name=signer_name, at=at
    )
    if not signed.startswith(pdf) or len(signatures_in(signed)) != len(before) + 1:
        raise SigningFailed(
            "Yang kembali bukan naskah yang diperiksa. Naskah belum ditandatangani."
        )
    if fault := fault_of_new_signature(signed):
        raise SigningFailed(f"{_NOT_ADDED} {fault}")
    return signed


def signatures_in(pdf: bytes) -> tuple[Judged, ...]:
    """Who has signed, in their order; who vouches for them is asked by ``check_pdf``."""
    return check_pdf(pdf, ()).signatures


_NOT_ADDED = "Tanda tangan tidak ditambahkan karena yang sudah ada tidak utuh lagi."

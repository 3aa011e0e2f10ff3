"""What the signatures in a PDF from outside are worth, each and together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from cryptography.x509 import load_pem_x509_certificates

from runut.files.guard.parent import read_guarded

Putusan = Literal["sah", "penerbit lain", "tidak sah", "tidak dapat diperiksa"]
SAH: Putusan = "sah"
PENERBIT_LAIN: Putusan = "penerbit lain"
"""Whole, but by a certificate of somebody whom this office does not know: no fault of the file."""
TIDAK_SAH: Putusan = "tidak sah"
TIDAK_DAPAT_DIPERIKSA: Putusan = "tidak dapat diperiksa"

_CHECK = "runut.files.signing.check:check_in_child"


@dataclass(frozen=True)
class Judged:
    """One signature of a file, by its number in the order of signing, and what it is worth."""

    nomor: int
    verdict: Putusan
    reasons: tuple[str, ...]
    signer: str = "tanpa nama"
    signed_at: datetime | None = None
    issuer: str = "tanpa nama"
    is_test_certificate: bool = False


@dataclass(frozen=True)
class Verdict:
    """What a file is worth: as its worst signature. ``reasons`` are Indonesian sentences.

    ``signer`` and ``signed_at`` are as the last signature states them, given also when the
    verdict is bad; they prove something only when it is ``sah``.
    """

    verdict: Putusan
    reasons: tuple[str, ...]
    signer: str | None = None
    signed_at: datetime | None = None
    is_test_certificate: bool = False
    signatures: tuple[Judged, ...] = ()

    @property
    def is_joint(self) -> bool:
        """Whether several have signed, so that each has to be named."""
        return len(self.signatures) > 1


def check_upload(
    pdf: bytes, trust: Sequence[bytes], *, at: datetime, expected_sha256: str | None = None
) -> Verdict:
    """``check.check_pdf`` in a limited process: bounded time and memory for any file.

    ``trust`` is PEM. Raises ``ValueError`` when it is not: that is no fault of the file.
    """
    for authority in trust:
        load_pem_x509_certificates(authority)
    options = {"trust": tuple(trust), "at": at, "expected_sha256": expected_sha256}
    verdict, problems = read_guarded(_CHECK, pdf, "", options=options)
    if not isinstance(verdict, Verdict):
        return Verdict(TIDAK_DAPAT_DIPERIKSA, tuple(problem.pesan for problem in problems))
    return verdict

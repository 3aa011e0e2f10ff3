"""Judging one signature of a PDF: whether it still holds, and who vouches for its signer.

Stricter than the library on purpose: it calls a file good although bytes were appended after its
end, and raises where a signature was mutilated. Here both are *tidak sah*.
"""

from binascii import Error as NotHex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from re import compile as pattern

from asn1crypto.parser import peek
from asn1crypto.x509 import Certificate
from cryptography.exceptions import InvalidSignature
from cryptography.x509 import load_der_x509_certificate
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from runut.files.signing.certificates import TEST_MARK
from runut.files.signing.proofs import adds_proofs_alone
from runut.files.signing.verdict import (
    PENERBIT_LAIN,
    SAH,
    TIDAK_DAPAT_DIPERIKSA,
    TIDAK_SAH,
    Judged,
    Putusan,
)

ADDED = "Berkas ditambah setelah ditandatangani"
CHANGED = "Isi berkas berubah setelah ditandatangani."
MUTILATED = "Bagian tanda tangan ini rusak atau diubah."
_WHOLE = "Tanda tangan mencakup seluruh berkas dan isinya utuh."
_WHOLE_AND_PROVED = "Isi yang ditandatangani utuh; sesudahnya hanya ada bukti keabsahannya."
_WHOLE_AND_FOLLOWED = "Isi yang ditandatangani utuh; sesudahnya hanya ada tanda tangan lain."
_WHOLE_ALL_THE_SAME = (
    "Isi yang ditandatangani utuh; tanyakan kepada penanda tangan apakah sertifikat itu miliknya."
)
_CLOCK_ALLOWANCE = timedelta(minutes=5)
_END = pattern(rb"startxref\s+(\d{1,12})\s+%%EOF\s*\Z")
_HAS_ENDED = (AdESIndeterminate.EXPIRED, AdESIndeterminate.OUT_OF_BOUNDS_NO_POE)


@dataclass(frozen=True)
class _Fault:
    """What speaks against a signature: ``verdict`` is not SAH."""

    verdict: Putusan
    reason: str


def judge_signature(
    pdf: bytes,
    signatures: Sequence[EmbeddedPdfSignature],
    index: int,
    roots: list[Certificate],
    at: datetime | None,
    *,
    is_recorded: bool,
) -> Judged:
    """What the signature at ``index`` of all in the file is worth. Never raises for any file."""
    signature = signatures[index]
    last = None if index == len(signatures) - 1 else signatures[-1]
    nomor = index + 1
    try:
        fault = _fault(pdf, signature, roots, at, last, is_recorded=is_recorded)
        certificate = signature.signer_cert
        return Judged(
            nomor,
            fault.verdict if fault else SAH,
            (fault.reason if fault else _good_words(pdf, signature, last),),
            name_in(certificate),
            signature.self_reported_timestamp,
            issuer_in(certificate),
            is_test(certificate),
        )
    except Exception:  # noqa: BLE001 - a mutilated signature may break the library anywhere
        return Judged(nomor, TIDAK_SAH, (MUTILATED,))


def _good_words(
    pdf: bytes, signature: EmbeddedPdfSignature, last: EmbeddedPdfSignature | None
) -> str:
    if last is not None:
        return _WHOLE_AND_FOLLOWED
    return _WHOLE if _end_of(signature) == len(pdf) else _WHOLE_AND_PROVED


def _fault(
    pdf: bytes,
    signature: EmbeddedPdfSignature,
    roots: list[Certificate],
    at: datetime | None,
    last: EmbeddedPdfSignature | None,
    *,
    is_recorded: bool,
) -> _Fault | None:
    if signature.sig_object_type != "/Sig":
        sentence = "Berkas ini memakai cap waktu dokumen, yang belum dapat diperiksa."
        return _Fault(TIDAK_DAPAT_DIPERIKSA, sentence)
    signed_at = signature.self_reported_timestamp
    if signed_at is None:
        return _Fault(TIDAK_SAH, "Tanda tangan tidak menyebut waktunya.")
    moment = signed_at if is_recorded or at is None else at
    context = ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    wrong = _fault_of_content(pdf, signature, status, last) or _fault_of_time(
        signature.signer_cert, signed_at, at
    )
    return _Fault(TIDAK_SAH, wrong) if wrong else _fault_of_trust(status, signature, roots)


def _fault_of_content(
    pdf: bytes,
    signature: EmbeddedPdfSignature,
    status: PdfSignatureStatus,
    last: EmbeddedPdfSignature | None,
) -> str:
    """``last``: the signature that ends the file, None where it is this one."""
    if not status.intact or not status.valid:
        return CHANGED
    covers_all = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    covers_revision = status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
    is_earlier = covers_revision and (last is not None or _adds_only_proofs(pdf, signature, status))
    if not (covers_all or is_earlier) or not status.docmdp_ok:
        return words_on_addition(pdf, _end_of(signature))
    if last and _end_of(last) != len(pdf) and not _ends_as_a_version(pdf, last):
        return words_on_addition(pdf, _end_of(last))
    if not _holds_only_its_signature(pdf, signature):
        return "Di dalam ruang tanda tangan terselip isi lain."
    return ""


def _end_of(signature: EmbeddedPdfSignature) -> int:
    _, _, after, length = signature.byte_range
    return int(after + length)


def words_on_addition(pdf: bytes, end: int) -> str:
    """What was added to a file after the place where a signed version ends."""
    if b"startxref" not in pdf[end:]:
        return f"{ADDED}: {max(0, len(pdf) - end)} bait di belakang akhir dokumen."
    return f"{ADDED}: versi dokumen sesudahnya mengubah isinya."


def _adds_only_proofs(
    pdf: bytes, signature: EmbeddedPdfSignature, status: PdfSignatureStatus
) -> bool:
    """A signature that is to last (B-LT) may be followed by the proofs of its validity, which
    change nothing that is read; after those the file ends."""
    is_harmless = status.modification_level in (
        ModificationLevel.NONE,
        ModificationLevel.LTA_UPDATES,
    )
    return is_harmless and _ends_as_a_version(pdf, signature) and adds_proofs_alone(signature)


def _ends_as_a_version(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Whether what follows ``signature`` is a version of the document, with nothing behind it."""
    ends = _END.search(pdf)
    return ends is not None and int(ends[1]) >= _end_of(signature)


def _holds_only_its_signature(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """The one place that the signature cannot cover holds the signature, and zeros to fill it."""
    _, before, after, _ = signature.byte_range
    gap = pdf[before:after]
    try:
        contents = bytes.fromhex(gap[1:-1].decode("ascii"))
    except (NotHex, ValueError):
        return False
    filling = contents[peek(contents) :]
    return (
        gap[:1] + gap[-1:] == b"<>"
        and contents == signature.pkcs7_content
        and not filling.strip(b"\x00")
    )


def _fault_of_time(certificate: Certificate, signed_at: datetime, at: datetime | None) -> str:
    if at is not None and signed_at > at + _CLOCK_ALLOWANCE:
        return "Waktu tanda tangan berada di masa depan."
    first, last = certificate.not_valid_before, certificate.not_valid_after
    if not first - _CLOCK_ALLOWANCE <= signed_at <= last:
        return "Waktu tanda tangan berada di luar masa berlaku sertifikatnya."
    return ""


def _fault_of_trust(
    status: PdfSignatureStatus, signature: EmbeddedPdfSignature, roots: list[Certificate]
) -> _Fault | None:
    if status.trusted:
        return None
    if status.revocation_details is not None:
        return _Fault(TIDAK_SAH, "Sertifikat penanda tangan telah dicabut.")
    chain = [status.signing_cert, *signature.other_embedded_certs]
    named = {certificate.issuer.hashable for certificate in chain}
    namesakes = [root for root in roots if root.subject.hashable in named]
    issuer = issuer_in(status.signing_cert)
    if not namesakes:
        sentence = f"Penerbit lain: {issuer} tidak termasuk yang dipercaya kantor ini."
        return _Fault(PENERBIT_LAIN, f"{sentence} {_WHOLE_ALL_THE_SAME}")
    if status.trust_problem_indic in _HAS_ENDED:
        sentence = "Masa berlaku sertifikat sudah berakhir dan berkas ini tidak tercatat di sini."
        return _Fault(TIDAK_DAPAT_DIPERIKSA, sentence)
    if any(_is_issued_by(certificate, root) for certificate in chain for root in namesakes):
        return _Fault(TIDAK_SAH, "Sertifikat ini tidak memenuhi syarat penerbitnya.")
    sentence = f"Penerbit lain: namanya sama dengan yang dipercaya ({issuer}), tetapi kuncinya lain"
    return _Fault(PENERBIT_LAIN, f"{sentence}, jadi bukan terbitannya. {_WHOLE_ALL_THE_SAME}")


def _is_issued_by(certificate: Certificate, root: Certificate) -> bool:
    try:
        issued = load_der_x509_certificate(certificate.dump())
        issued.verify_directly_issued_by(load_der_x509_certificate(root.dump()))
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def name_in(certificate: Certificate) -> str:
    """Whom a certificate is for."""
    names = certificate.subject.native
    return str(names.get("name") or names.get("common_name") or "tanpa nama")


def issuer_in(certificate: Certificate) -> str:
    """Who made a certificate."""
    return str(certificate.issuer.native.get("common_name", "tanpa nama"))


def is_test(certificate: Certificate) -> bool:
    """Whether it is one of our test certificates."""
    return TEST_MARK in certificate.subject.human_friendly

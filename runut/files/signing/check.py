"""Judging the signature in a PDF: sah, tidak sah, or tidak dapat diperiksa, and why.

Stricter than the library on purpose: it calls a file good although bytes were appended after its
end, and raises where a signature was mutilated. Here both are *tidak sah*.
"""

from binascii import Error as NotHex
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO
from logging import NullHandler, getLogger
from re import compile as pattern

from asn1crypto.parser import peek
from asn1crypto.x509 import Certificate
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from runut.core.findings import Finding
from runut.files.signing.certificates import TEST_MARK
from runut.files.signing.verdict import SAH, TIDAK_DAPAT_DIPERIKSA, TIDAK_SAH, Verdict

for _library in ("pyhanko", "pyhanko_certvalidator"):
    # What it logs about a bad file is in our verdict; it goes neither to the terminal nor to a log.
    getLogger(_library).addHandler(NullHandler())
    getLogger(_library).propagate = False

_CLOCK_ALLOWANCE = timedelta(minutes=5)
_END = pattern(rb"startxref\s+(\d{1,12})\s+%%EOF\s*\Z")
_HAS_ENDED = (AdESIndeterminate.EXPIRED, AdESIndeterminate.OUT_OF_BOUNDS_NO_POE)


def check_pdf(
    pdf: bytes,
    trust: Sequence[bytes],
    *,
    at: datetime | None = None,
    expected_sha256: str | None = None,
) -> Verdict:
    """Judge the signature of ``pdf`` against the authorities in ``trust`` (PEM).

    ``expected_sha256`` is the hash that the office recorded when it was signed, ``None`` where
    nothing is recorded. A recorded file is judged by its certificate at the signing, any other
    by its certificate ``at`` the moment of checking (``None``: at the signing as it states
    itself, which only a recorded file deserves). Never raises for any ``pdf``; raises
    ``ValueError`` when ``trust`` holds what is no certificate.
    """
    is_recorded = expected_sha256 == sha256(pdf).hexdigest()
    roots = [root for data in trust for root in load_certs_from_pemder_data(data)]
    verdict = _judge(pdf, roots, at, is_recorded=is_recorded)
    if expected_sha256 is not None and not is_recorded:
        sentence = "Berkas ini bukan berkas yang dicatat kantor saat ditandatangani: isinya lain."
        others = () if verdict.verdict == SAH else verdict.reasons
        return replace(verdict, verdict=TIDAK_SAH, reasons=(sentence, *others))
    if is_recorded and verdict.verdict == SAH:
        sentence = "Berkas ini sama persis dengan yang dicatat kantor saat ditandatangani."
        return replace(verdict, reasons=(*verdict.reasons, sentence))
    return verdict


def check_in_child(
    pdf: bytes, _name: str, trust: Sequence[bytes], at: datetime, expected_sha256: str | None
) -> tuple[Verdict, tuple[Finding, ...]]:
    """``check_pdf`` in the shape that ``read_guarded`` calls a reader."""
    return check_pdf(pdf, trust, at=at, expected_sha256=expected_sha256), ()


def fault_of_new_signature(pdf: bytes) -> str:
    """What is wrong with a signature that somebody has just made for us, "" if it holds.

    Who vouches for the signer is another question: that of ``check_pdf``.
    """
    verdict = _judge(pdf, [], None, is_recorded=True)
    if verdict.verdict == TIDAK_SAH or verdict.signer is None:
        said = " ".join(verdict.reasons)
        return f"Naskah kembali tanpa tanda tangan yang utuh, sehingga tidak dipakai. {said}"
    return ""


def _judge(
    pdf: bytes, roots: list[Certificate], at: datetime | None, *, is_recorded: bool
) -> Verdict:
    try:
        reader = PdfFileReader(BytesIO(pdf))
        if reader.encrypted:
            return _unknown("PDF ini terkunci sandi; buka sandinya dahulu.")
    except Exception:  # noqa: BLE001 - a hostile file may break the library anywhere
        return _unknown("Berkas ini bukan PDF yang utuh.")
    try:
        signatures = reader.embedded_signatures
        if signatures:
            return _judge_signatures(pdf, signatures, roots, at, is_recorded=is_recorded)
    except Exception:  # noqa: BLE001 - so may a mutilated signature; it is a bad one then
        return Verdict(TIDAK_SAH, ("Bagian tanda tangan di dalam berkas ini rusak atau diubah.",))
    if b"/ByteRange" in pdf:
        return Verdict(TIDAK_SAH, ("Tanda tangan di dalam berkas ini telah dilepas.",))
    return _unknown("Berkas ini tidak memuat tanda tangan elektronik.")


def _unknown(sentence: str) -> Verdict:
    return Verdict(TIDAK_DAPAT_DIPERIKSA, (sentence,))


def _judge_signatures(
    pdf: bytes,
    signatures: Sequence[EmbeddedPdfSignature],
    roots: list[Certificate],
    at: datetime | None,
    *,
    is_recorded: bool,
) -> Verdict:
    last = signatures[-1]
    wrong: list[str] = []
    doubtful: list[str] = []
    for signature in signatures:
        worse, unsure = _faults(
            pdf, signature, roots, at, is_last=signature is last, is_recorded=is_recorded
        )
        wrong += worse
        doubtful += unsure
    verdict = TIDAK_SAH if wrong else TIDAK_DAPAT_DIPERIKSA if doubtful else SAH
    reasons = (*wrong, *doubtful) or ("Tanda tangan mencakup seluruh berkas dan isinya utuh.",)
    is_test = _is_test(last.signer_cert)
    if is_test:
        reasons += ("Ini sertifikat uji Runut, tanpa kekuatan hukum.",)
    return Verdict(
        verdict, reasons, _name_in(last.signer_cert), last.self_reported_timestamp, is_test
    )


def _faults(
    pdf: bytes,
    signature: EmbeddedPdfSignature,
    roots: list[Certificate],
    at: datetime | None,
    *,
    is_last: bool,
    is_recorded: bool,
) -> tuple[list[str], list[str]]:
    """What speaks against one signature for certain, and what merely cannot be known."""
    if signature.sig_object_type != "/Sig":
        return [], ["Berkas ini memakai cap waktu dokumen, yang belum dapat diperiksa."]
    signed_at = signature.self_reported_timestamp
    if signed_at is None:
        return ["Tanda tangan tidak menyebut waktunya."], []
    moment = signed_at if is_recorded or at is None else at
    context = ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    wrong = _faults_of_content(pdf, signature, status, is_last=is_last) or _faults_of_time(
        signature.signer_cert, signed_at, at
    )
    return (wrong, []) if wrong else _faults_of_trust(status, signature, roots)


def _faults_of_content(
    pdf: bytes, signature: EmbeddedPdfSignature, status: PdfSignatureStatus, *, is_last: bool
) -> list[str]:
    if not status.intact or not status.valid:
        return ["Isi berkas berubah setelah ditandatangani."]
    covers_all = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    covers_revision = status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
    is_earlier = covers_revision and (not is_last or _adds_only_proofs(pdf, signature, status))
    if not (covers_all or is_earlier) or not status.docmdp_ok:
        return ["Setelah ditandatangani, berkas ini ditambahi isi."]
    if not _holds_only_its_signature(pdf, signature):
        return ["Di dalam ruang tanda tangan terselip isi lain."]
    return []


def _adds_only_proofs(
    pdf: bytes, signature: EmbeddedPdfSignature, status: PdfSignatureStatus
) -> bool:
    """A signature that is to last (B-LT) may be followed by the proofs of its validity, which
    change nothing that is read; after those the file ends."""
    ends = _END.search(pdf)
    _, _, after, length = signature.byte_range
    return (
        status.modification_level in (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES)
        and ends is not None
        and int(ends[1]) >= after + length
    )


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


def _faults_of_time(
    certificate: Certificate, signed_at: datetime, at: datetime | None
) -> list[str]:
    if at is not None and signed_at > at + _CLOCK_ALLOWANCE:
        return ["Waktu tanda tangan berada di masa depan."]
    first, last = certificate.not_valid_before, certificate.not_valid_after
    if not first - _CLOCK_ALLOWANCE <= signed_at <= last:
        return ["Waktu tanda tangan berada di luar masa berlaku sertifikatnya."]
    return []


def _faults_of_trust(
    status: PdfSignatureStatus, signature: EmbeddedPdfSignature, roots: list[Certificate]
) -> tuple[list[str], list[str]]:
    if status.trusted:
        return [], []
    if status.revocation_details is not None:
        return ["Sertifikat penanda tangan telah dicabut."], []
    known = {root.subject.hashable for root in roots}
    chain = [status.signing_cert, *signature.other_embedded_certs]
    if not known.intersection(certificate.issuer.hashable for certificate in chain):
        issuer = status.signing_cert.issuer.native.get("common_name", "tanpa nama")
        return [], [f"Penerbit sertifikat ({issuer}) tidak termasuk yang dipercaya kantor ini."]
    if status.trust_problem_indic in _HAS_ENDED:
        return [], ["Masa berlaku sertifikat sudah berakhir dan berkas ini tidak tercatat di sini."]
    return ["Sertifikat memakai nama penerbit yang dipercaya, tetapi bukan terbitannya."], []


def _name_in(certificate: Certificate) -> str:
    names = certificate.subject.native
    return str(names.get("name") or names.get("common_name") or "tanpa nama")


def _is_test(certificate: Certificate) -> bool:
    return TEST_MARK in certificate.subject.human_friendly

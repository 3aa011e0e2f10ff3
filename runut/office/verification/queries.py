"""What the public may know of a document: its state and its hash, nothing else."""

from dataclasses import dataclass
from hashlib import sha256

from django.db.models import QuerySet

from runut.core.case.rights import has_valid_mark
from runut.files.signing.check import check_pdf
from runut.files.signing.verdict import TIDAK_DAPAT_DIPERIKSA, Verdict
from runut.files.store import DocumentMissing
from runut.office.cases.acting import load
from runut.office.cases.documents import stored_bytes
from runut.office.cases.models import Document
from runut.office.signing.models import WetSignature
from runut.office.signing.wet import wet_signature_of
from runut.office.trust.test_certificates import trusted_by


@dataclass(frozen=True)
class Known:
    """A document as the page of verification shows it.

    ``document`` is the one whose code was asked for, ``signed`` the signed PDF made of it. ``wet``:
    it was signed by hand; then there is no verdict on an electronic signature.
    """

    document: Document
    signed: Document | None
    verdict: Verdict | None
    parafs: int
    wet: WetSignature | None = None

    @property
    def is_contoh(self) -> bool:
        return self.document.office.is_contoh


def known_document(kode: str) -> Known | None:
    """What is known under a code, None if nothing is."""
    document = Document.objects.filter(kode=kode.upper()).select_related("office", "case").first()
    if document is None:
        return None
    signed = document if document.signs_id else document.signed.order_by("versi").last()
    case = load(document.case_id, document.office_id)
    checked = [s.no for s in case.definition.steps if s.is_checking and not s.signs]
    parafs = sum(has_valid_mark(case.state, no, document.sha256) for no in checked)
    wet = wet_signature_of(signed) if signed else None
    verdict = _verdict(signed) if signed and wet is None else None
    return Known(document, signed, verdict, parafs, wet)


def compare_upload(known: Known, data: bytes) -> bool:
    """Whether an uploaded file is, byte for byte, the document that we know."""
    digest = sha256(data).hexdigest()
    hashes = {known.document.sha256, known.signed.sha256 if known.signed else ""}
    return digest in hashes


def published() -> QuerySet[Document]:
    """Reports that everybody may read, newest first."""
    return (
        Document.objects.filter(is_published=True)
        .select_related("office", "case")
        .order_by("-dibuat_pada")
    )


def _verdict(document: Document) -> Verdict:
    try:
        pdf = stored_bytes(document, "pdf")
    except DocumentMissing as missing:
        return Verdict(TIDAK_DAPAT_DIPERIKSA, (str(missing),))
    return check_pdf(pdf, trusted_by(document.office), expected_sha256=document.sha256)

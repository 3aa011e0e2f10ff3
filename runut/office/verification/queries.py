"""What the public may know of a document: its life and its hash, nothing else."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet

from runut.core.case.rights import has_valid_mark
from runut.files.signing.check import LOCKED, check_pdf
from runut.files.signing.verdict import TIDAK_DAPAT_DIPERIKSA, Verdict, check_upload
from runut.files.store import DocumentMissing
from runut.office.cases.acting import load
from runut.office.cases.documents import stored_bytes
from runut.office.cases.models import WORKING_COPY, Document
from runut.office.reports.corrections import (
    correction_by,
    running_correction,
    signed_report_of,
)
from runut.office.signing.models import WetSignature
from runut.office.signing.wet import wet_signature_of
from runut.office.trust.test_certificates import trusted_by


@dataclass(frozen=True)
class Stage:
    """One moment in the life of a paper, as anybody may know it."""

    words: str
    at: datetime | None = None
    kode: str = ""


@dataclass(frozen=True)
class Known:
    """A paper as the page of verification shows it, under the code that is printed on it.

    ``document`` is the draft that carries the code (or a paper that is nobody's draft), ``signed``
    the signed PDF made of exactly its bytes. ``replaced_by``: what took its place since. ``wet``:
    it was signed by hand; then there is no verdict on an electronic signature.
    """

    document: Document
    signed: Document | None
    verdict: Verdict | None
    parafs: int
    wet: WetSignature | None = None
    stages: tuple[Stage, ...] = ()
    replaced_by: str = ""
    reason: str = ""

    @property
    def is_contoh(self) -> bool:
        return self.document.office.is_contoh

    @property
    def current(self) -> Document:
        return self.signed or self.document


def known_document(kode: str) -> Known | None:
    """What is known under a code, None if nothing is. The inner code of a signed PDF leads to the
    code that is printed on it."""
    rows = Document.objects.select_related("office", "case", "signs__office", "signs__case")
    found = rows.filter(kode=kode.upper()).first()
    if found is None:
        return None
    document = found.signs or found
    signed = document.signed.order_by("versi").last()
    case = load(document.case_id, document.office_id)
    checked = [s.no for s in case.definition.steps if s.is_checking and not s.signs]
    parafs = sum(has_valid_mark(case.state, no, document.sha256) for no in checked)
    wet = wet_signature_of(signed) if signed else None
    verdict = _verdict(signed) if signed and wet is None else None
    stages, by, reason = life_of_paper(document, signed, parafs)
    return Known(document, signed, verdict, parafs, wet, stages, by, reason)


def life_of_paper(
    document: Document, signed: Document | None, parafs: int
) -> tuple[tuple[Stage, ...], str, str]:
    """Draft, checked, signed, replaced: the stages that the paper went through; the code of what
    replaced it and why, where something did."""
    stages = [Stage(f"Disusun, versi {document.versi}", document.dibuat_pada)]
    if correction := correction_by(document.case):
        kode = correction.signed.printed_code
        stages.insert(0, Stage(f"Ralat: {correction.alasan}", correction.diminta_pada, kode))
    if parafs:
        stages.append(Stage(f"Diperiksa: {parafs} paraf"))
    if signed is None:
        newer = _newer_draft(document)
        if newer:
            stages.append(Stage("Diganti draf yang lebih baru", newer.dibuat_pada, newer.kode))
        return tuple(stages), newer.kode if newer else "", ""
    stages.append(Stage("Ditandatangani", signed.dibuat_pada))
    if signed.is_published:
        stages.append(Stage("Diterbitkan"))
    correction = running_correction(signed)
    if correction is None:
        return tuple(stages), "", ""
    after = signed_report_of(correction.case)
    if after is None:
        stages.append(Stage(f"Sedang diralat: {correction.alasan}", correction.diminta_pada))
        return tuple(stages), "", ""
    stages.append(Stage(f"Diganti: {correction.alasan}", after.dibuat_pada, after.printed_code))
    return tuple(stages), after.printed_code, correction.alasan


def _newer_draft(document: Document) -> Document | None:
    """A later draft of the same paper; a paper that was drawn again takes its old one's place."""
    if not document.jenis.startswith("draft_"):
        return None
    same = Document.objects.filter(
        office_id=document.office_id, case_id=document.case_id, jenis="draft_akhir"
    ).exclude(pk=document.pk)
    newer = same if document.jenis == "draft_awal" else same.filter(versi__gt=document.versi)
    return newer.order_by("-versi").first()


def compare_upload(known: Known, data: bytes) -> bool:
    """Whether an uploaded file is, byte for byte, the document that we know."""
    digest = sha256(data).hexdigest()
    hashes = {known.document.sha256, known.signed.sha256 if known.signed else ""}
    return digest in hashes


def judge_upload(known: Known, data: bytes, at: datetime) -> Verdict | None:
    """What the signatures of another file are worth here; None where it holds none.

    The file comes from outside, so it is read in the guarded process.
    """
    verdict = check_upload(data, trusted_by(known.document.office), at=at)
    return verdict if verdict.signatures or verdict.reasons == (LOCKED,) else None


def is_working_copy(known: Known, data: bytes) -> bool:
    """Whether it is the copy with DRAF across it, drawn from the same text."""
    digest = sha256(data).hexdigest()
    copies = WORKING_COPY.values()
    return any(f.sha256 == digest for f in known.document.files.all() if f.format in copies)


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

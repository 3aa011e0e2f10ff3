"""The act of signing: the signature is appended to the very bytes that were checked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings

from runut.core.case.decide import decide
from runut.core.case.model import CompleteStep
from runut.core.case.rights import document_under_check
from runut.core.findings import Refused
from runut.files.signing.check import check_pdf, fault_of_new_signature
from runut.files.signing.failures import SigningFailed
from runut.files.signing.sign import Signer
from runut.files.store import put
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase, StepRef, act, case_subject, load
from runut.office.cases.actions import ask_to_mark
from runut.office.cases.documents import (
    Rendered,
    StoredFile,
    is_drawn,
    new_kode,
    record,
    stored_bytes,
    stored_paper,
)
from runut.office.cases.models import WORKING_COPY, Document
from runut.office.people.models import Person
from runut.office.reports.signer import block_difference
from runut.office.signing.attempts import under_way
from runut.office.signing.choices import SHORT, choices_of
from runut.office.signing.ways import longest_wait
from runut.office.trust.append import Act
from runut.office.trust.checkpoints import checkpoint_now


@dataclass(frozen=True)
class Signed:
    """A signed PDF that came back, and what is written of it into the chain."""

    pdf: bytes
    facts: dict[str, str]


def sign_step(
    ref: StepRef,
    doer: Doer,
    signer: Signer,
    *,
    read_sha256: str,
    kelengkapan: Sequence[str],
    exit_label: str = "",
) -> Done | Refused:
    """Sign the checked PDF and complete the signing step.

    The PDF is signed before the transaction, and only if the rules would let the act pass: a
    recorded act without its signed file cannot exist (docs/decisions/0006-signing.md). While the
    service is asked nobody else asks it for the same step. A checkpoint follows, so that nobody can
    take the signature back by cutting the end of the chain.
    """
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    asked = ask_to_mark(
        case,
        ref,
        doer,
        read_sha256=read_sha256,
        kelengkapan=kelengkapan,
        exit_label=exit_label,
    )
    answer = decide(case.definition, case.state, asked)
    if isinstance(answer, Refused):
        return answer
    read = document_read(case, ref.no)
    if refused := refuse_other_signer(read, case, ref.no, doer.person, doer.at.date()):
        return refused
    with under_way(ref, doer, longest_wait(doer.person)) as going:
        if isinstance(going, Refused):
            return recall(doer) or going
        done = _sign_and_record(case, doer, signer, asked)
        going.words = done.reason if isinstance(done, Refused) else ""
    if isinstance(done, Done) and not done.is_repeat:
        checkpoint_now(doer.at)
    return done


def refuse_other_signer(
    document: Document, case: OpenCase, no: str, signer: Person, day: date
) -> Refused | None:
    """The block was drawn when the draft was frozen; who signs may be another by now (Plt/Plh)."""
    step = case.definition.step(no)
    if step is None or not is_drawn(document):
        return None
    differs = block_difference(stored_paper(document), signer, day, step.actors[:1])
    if not differs:
        return None
    where = f" ke langkah {step.return_to[0]}" if step.return_to else ""
    return Refused(
        "penanda_tangan_lain",
        f"{differs}. Minta yang namanya tertulis menandatanganinya, atau kembalikan naskah{where}: "
        "Runut menyusun blok tanda tangan atas nama Saudara, lalu naskah itu diparaf lagi.",
    )


def document_read(case: OpenCase, no: str) -> Document:
    """The document that a checking step examines. Raises Document.DoesNotExist if there is none."""
    step = case.definition.step(no)
    output = document_under_check(step, case.state) if step else None
    return Document.objects.filter(
        office_id=case.row.office_id, case=case.row, sha256=output.sha256 if output else ""
    ).latest("versi")


def _sign_and_record(
    case: OpenCase, doer: Doer, signer: Signer, asked: CompleteStep
) -> Done | Refused:
    document = document_read(case, asked.no)
    signed = _sign(document, case, doer, signer)
    if isinstance(signed, Refused):
        return signed
    rendered = _signed_document(case, asked.no, document, signed.pdf)
    told = Act("tanda_tangan.elektronik", case_subject(case.row.pk), signed.facts, rendered.sha256)
    return act(
        case.row.pk,
        doer,
        [_leaving(asked, rendered)],
        also=lambda now: [record(now, asked.no, rendered, doer, signs=document), told],
    )


def _sign(document: Document, case: OpenCase, doer: Doer, signer: Signer) -> Signed | Refused:
    checked = stored_bytes(document, "pdf")
    try:
        signed = signer.sign_pdf(
            checked,
            reason=f"{document.nama}, {case.row.judul}",
            location=case.row.office.kota,
            signer_name=doer.person.nama,
            at=doer.at,
        )
    except SigningFailed as failed:
        return Refused("tanda_tangan_gagal", str(failed))
    # whoever signed: what is kept begins with the checked bytes and holds one whole signature
    fault = fault_of_new_signature(signed) if signed.startswith(checked) else _OTHER
    if fault:
        return Refused("tanda_tangan_gagal", fault)
    verdict = check_pdf(signed, ())
    facts = {
        "cara": SHORT.get(choices_of(case.row.office).way_of(doer.person), "sertifikat .p12"),
        "sertifikat": (verdict.signer or "")[:200],
        "id_layanan": signer.reference,
    }
    return Signed(signed, facts)


_OTHER = "Yang kembali bukan naskah yang diperiksa. Naskah belum ditandatangani."


def _leaving(asked: CompleteStep, rendered: Rendered) -> CompleteStep:
    signed = tuple(replace(out, sha256=rendered.sha256) for out in asked.outputs)
    return replace(asked, outputs=signed)


def _signed_document(case: OpenCase, no: str, document: Document, signed: bytes) -> Rendered:
    """The signed PDF; the other renderings stay those that were checked."""
    files = {
        file.format: StoredFile(file.sha256, file.size_bytes)
        for file in document.files.all()
        if file.format not in WORKING_COPY.values()
    }
    sha256 = put(settings.FILES_DIR, signed)
    files["pdf"] = StoredFile(sha256, len(signed))
    step = case.definition.step(no)
    nama = step.output[0] if step and step.output else document.nama
    return Rendered("laporan_ditandatangani", nama, new_kode(), sha256, files, document.nomor)

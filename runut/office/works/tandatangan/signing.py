"""The act of signing: the signature is appended to the very bytes that were checked."""

from collections.abc import Sequence
from dataclasses import replace

from django.conf import settings

from runut.core.case.decide import decide
from runut.core.case.model import CompleteStep
from runut.core.case.rights import document_under_check
from runut.core.findings import Refused
from runut.files.signing.sign import Signer, SigningFailed
from runut.files.store import put
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase, StepRef, act, load
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
from runut.office.reports.signer import block_difference
from runut.office.trust.checkpoints import checkpoint_now


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
    recorded act without its signed file cannot exist (docs/decisions/0006-signing.md). A checkpoint
    follows, so that nobody can take the signature back by cutting the end of the chain.
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
    document = document_read(case, ref.no)
    if refused := _refuse_other_signer(document, case, ref.no, doer):
        return refused
    signed = _sign(document, case, doer, signer)
    if isinstance(signed, Refused):
        return signed
    rendered = _signed_document(case, ref.no, document, signed)
    done = act(
        ref.case_id,
        doer,
        [_leaving(asked, rendered)],
        also=lambda now: [record(now, ref.no, rendered, doer, signs=document)],
    )
    if isinstance(done, Done) and not done.is_repeat:
        checkpoint_now(doer.at)
    return done


def _refuse_other_signer(document: Document, case: OpenCase, no: str, doer: Doer) -> Refused | None:
    """The block was drawn when the draft was frozen; who signs may be another by now (Plt/Plh)."""
    step = case.definition.step(no)
    if step is None or not is_drawn(document):
        return None
    differs = block_difference(stored_paper(document), doer.person, doer.at.date(), step.actors[:1])
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


def _sign(document: Document, case: OpenCase, doer: Doer, signer: Signer) -> bytes | Refused:
    try:
        return signer.sign_pdf(
            stored_bytes(document, "pdf"),
            reason=f"{document.nama}, {case.row.judul}",
            location=case.row.office.kota,
            signer_name=doer.person.nama,
            at=doer.at,
        )
    except SigningFailed as failed:
        return Refused("tanda_tangan_gagal", str(failed))


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

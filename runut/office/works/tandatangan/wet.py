"""The act of a signature by hand: the scan of exactly the checked paper, and its original's place.

It is never called electronic. The signer himself records it, or a colleague who holds a role in
the case, with the scan as proof.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from django.conf import settings

from runut.core.case.explain import on_behalf_of
from runut.core.case.model import CompleteStep, PaperAct
from runut.core.findings import Refused
from runut.core.words.dates import format_date
from runut.files.signing.scan import Scan, read_scan
from runut.files.store import put
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import GONE, OpenCase, StepRef, act, case_subject, load
from runut.office.cases.actions import ask_to_mark
from runut.office.cases.documents import Rendered, StoredFile, new_kode, record
from runut.office.cases.models import Document
from runut.office.people.models import Person
from runut.office.signing.models import WetSignature
from runut.office.trust.append import Act
from runut.office.trust.checkpoints import checkpoint_now
from runut.office.works.tandatangan.signing import refuse_other_signer

JENIS = "ditandatangani_basah"
_NOON = time(12)


@dataclass(frozen=True)
class Wet:
    """What was done on paper: who signed, on which day, where the original is, and its scan."""

    who: str
    tanggal: date
    tempat_asli: str
    name: str
    data: bytes = field(repr=False)


def record_wet(
    ref: StepRef,
    doer: Doer,
    wet: Wet,
    *,
    read_sha256: str,
    kelengkapan: Sequence[str],
    exit_label: str = "",
) -> Done | Refused:
    """Record a signature by hand, and complete the signing step with it."""
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    when = _moment(case, ref, wet.tanggal, doer.at)
    if isinstance(when, Refused):
        return when
    scan, problems = read_scan(wet.data, wet.name)
    if scan is None:
        return Refused("pindaian_ditolak", " ".join(f"{p.pesan} {p.usul}" for p in problems))
    document = Document.objects.filter(
        office_id=case.row.office_id, case=case.row, sha256=read_sha256
    ).last()
    if document is None:
        return GONE
    signer = Person.objects.get(office_id=case.row.office_id, pk=int(wet.who))
    if refused := refuse_other_signer(document, case, ref.no, signer, wet.tanggal):
        return refused
    rendered = _scanned(case, ref.no, scan, wet.data, document.nomor)

    def ask(now: OpenCase) -> list[CompleteStep]:
        asked = ask_to_mark(
            now,
            ref,
            doer,
            read_sha256=read_sha256,
            kelengkapan=kelengkapan,
            exit_label=exit_label,
        )
        outputs = tuple(replace(out, sha256=rendered.sha256) for out in asked.outputs)
        paper = PaperAct(wet.who, when, rendered.sha256)
        # for whom the signer stood in on that day, whoever types it in
        behalf = on_behalf_of(now.definition, now.state, ref.no, wet.who, when)
        return [replace(asked, outputs=outputs, paper=paper, on_behalf_of=behalf)]

    def save(now: OpenCase) -> list[Act]:
        stored = record(now, ref.no, rendered, doer, signs=document)
        return [stored, _record(wet, doer, rendered.kode, document, scan.pages)]

    done = act(ref.case_id, doer, ask, also=save)
    if isinstance(done, Done) and not done.is_repeat:
        checkpoint_now(doer.at)
    return done


def _moment(case: OpenCase, ref: StepRef, day: date, now: datetime) -> datetime | Refused:
    """The day that was told, as a moment; nobody told the hour, and no page shows one."""
    zone = case.row.office.zone
    opened = case.state.step(ref.no).opened_at
    if day > now.astimezone(zone).date():
        return Refused("tanggal_mendatang", "Tanggal tanda tangan belum tiba. Betulkan tanggalnya.")
    if opened is not None and day < opened.astimezone(zone).date():
        first = format_date(opened.astimezone(zone).date())
        return Refused(
            "tanggal_terlalu_awal",
            f"Naskah ini baru sampai di meja penanda tangan {first}; tanda tangannya tidak mungkin "
            "sebelum itu. Betulkan tanggalnya.",
        )
    noon = datetime.combine(day, _NOON, zone)
    return min(now, max(noon, opened) if opened else noon)


def _scanned(case: OpenCase, no: str, scan: Scan, data: bytes, nomor: str) -> Rendered:
    """The scan as a document; a photograph can be read as a PDF as well."""
    sha256 = put(settings.FILES_DIR, data)
    files = {scan.ending: StoredFile(sha256, len(data))}
    if scan.pdf:
        files["pdf"] = StoredFile(put(settings.FILES_DIR, scan.pdf), len(scan.pdf))
    step = case.definition.step(no)
    nama = step.output[0] if step and step.output else "Naskah bertanda tangan basah"
    return Rendered(JENIS, nama[:200], new_kode(), sha256, files, nomor)


def _record(wet: Wet, doer: Doer, kode: str, checked: Document, pages: int) -> Act:
    """The row of the signature, and its line in the chain."""
    office_id = doer.person.office_id
    signer = Person.objects.get(office_id=office_id, pk=int(wet.who))
    scanned = Document.objects.get(office_id=office_id, kode=kode)
    WetSignature.objects.create(
        office_id=office_id,
        document=scanned,
        penanda_tangan=signer,
        tanggal=wet.tanggal,
        tempat_asli=wet.tempat_asli,
        halaman=pages,
        dicatat_oleh=doer.person,
        dicatat_pada=doer.at,
    )
    facts = {
        "penanda_tangan": signer.nama,
        "tanggal": format_date(wet.tanggal),
        "tempat_asli": wet.tempat_asli,
        "naskah_diperiksa": checked.sha256,
        "halaman_pindaian": pages,
    }
    subject = case_subject(checked.case_id)
    return Act("tanda_tangan.basah", subject, facts, scanned.sha256)

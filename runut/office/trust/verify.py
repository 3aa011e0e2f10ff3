"""Is everything still as it was done? Chain, replay of every case, hash of every document."""

import json
from collections.abc import Iterable, Iterator

from django.conf import settings

from runut.core.case.apply import replay
from runut.core.case.codec import state_to_dict
from runut.core.findings import Finding, Level, Place
from runut.core.trust.checkpoint import Checkpoint, verify_against_checkpoints
from runut.files.store import DocumentMissing, get
from runut.office.cases.events import events_of
from runut.office.cases.models import Case, DocumentFile
from runut.office.people.models import Office
from runut.office.trust.checkpoints import read_checkpoints
from runut.office.trust.models import Entry


def verify_all() -> tuple[Finding, ...]:
    """Everything that is not as it was done, over all offices; empty if all is well."""
    checkpoints = list(read_checkpoints())
    found = [_foreign_note(path.name) for path, kept in checkpoints if kept is None]
    for office in Office.objects.all():
        found.extend(verify_office(office, [kept for _, kept in checkpoints if kept]))
    return tuple(found)


def verify_office(office: Office, checkpoints: Iterable[Checkpoint]) -> Iterator[Finding]:
    """The faults of one office, the chain's first bad row first."""
    entries = Entry.objects.filter(office=office).order_by("seq").iterator(chunk_size=2000)
    links = (entry.as_link() for entry in entries)
    checked = verify_against_checkpoints(links, str(office.pk), checkpoints)
    if checked.fault:
        yield checked.fault
    yield from checked.notes
    for case in Case.objects.filter(office=office).order_by("pk"):
        yield from _verify_case(case)
    yield from _verify_files(office)


def _verify_case(case: Case) -> Iterator[Finding]:
    """The row of a case must be what its events tell."""
    try:
        told = state_to_dict(replay(events_of(case)))
    except (ValueError, KeyError, TypeError):
        yield _fault("kasus.tidak_terbaca", f"Riwayat “{case.judul}” tidak dapat dibaca ulang.")
        return
    if told != json.loads(case.snapshot) or told["status"] != case.status:
        yield _fault(
            "kasus.berbeda",
            f"Keadaan “{case.judul}” (nomor {case.pk}) tidak sama dengan riwayatnya.",
        )


def _verify_files(office: Office) -> Iterator[Finding]:
    """Each stored file must be there, and be what its hash says and its act recorded."""
    recorded = _recorded_hashes(office)
    files = DocumentFile.objects.filter(office=office).select_related("document")
    for file in files.iterator(chunk_size=500):
        name = f"{file.document.nama} ({file.format}, kode {file.document.kode})"
        if (file.document.kode, file.format, file.sha256) not in recorded:
            yield _fault("dokumen.tanpa_catatan", f"Dokumen {name} tidak sama dengan catatannya.")
        try:
            get(settings.FILES_DIR, file.sha256)
        except DocumentMissing as missing:
            yield _fault("dokumen.berubah", f"Dokumen {name}: {missing}")


def _recorded_hashes(office: Office) -> set[tuple[str, str, str]]:
    lines = Entry.objects.filter(office=office, kind="dokumen.disimpan").values_list(
        "payload", flat=True
    )
    facts = [json.loads(payload) for payload in lines]
    return {
        (fact["kode"], name, sha256) for fact in facts for name, sha256 in fact["berkas"].items()
    }


def _foreign_note(name: str) -> Finding:
    return _fault("titik_periksa.palsu", f"Titik periksa {name} tidak ditandatangani kunci kita.")


def _fault(kode: str, pesan: str) -> Finding:
    return Finding(
        kode,
        Level.BLOCKER,
        pesan,
        "Bandingkan dengan cadangan terakhir dan laporkan kepada pengelola sistem.",
        Place(),
    )

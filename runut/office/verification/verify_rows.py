"""The rows that pages read must say what the audit chain recorded when they were written."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.conf import settings

from runut.core.findings import Finding
from runut.core.trust.canonical import canonical_json, is_canonical_json
from runut.files.store import DocumentMissing, get
from runut.office.cases.acting import case_subject
from runut.office.cases.models import Case, Document, DocumentFile
from runut.office.kinerja.models import Dataset
from runut.office.people.models import Office
from runut.office.reports.models import SectionProposal, SectionText
from runut.office.sops.models import SopVersion
from runut.office.trust.models import Entry
from runut.office.verification.faults import fault


@dataclass(frozen=True)
class Recorded:
    """A line of the chain as far as it concerns a row: what it was about, its facts, its hash."""

    subject: str
    facts: dict[str, Any]
    document: str

    def key(self, *names: str) -> str:
        return _key(self.subject, self.document, *(self.facts.get(name) for name in names))


def verify_rows(office: Office) -> Iterator[Finding]:
    """Every row of the office that is not as it was recorded, and every one that is gone."""
    yield from _verify_cases(office)
    yield from _verify_documents(office)
    yield from _verify_files(office)
    yield from _verify_sops(office)
    yield from _verify_datasets(office)
    yield from _verify_texts(office)
    yield from _verify_proposals(office)


def _key(*values: object) -> str:
    """Values as the chain writes them, so that a row and its line can be compared."""
    return canonical_json(list(values))


def _lines(office: Office, *kinds: str) -> Iterator[Recorded]:
    """The lines of these kinds. One that cannot be read is a fault of the chain, told there."""
    rows = Entry.objects.filter(office=office, kind__in=kinds).order_by("seq")
    for subject, payload, document in rows.values_list("subject", "payload", "document"):
        facts = json.loads(payload) if is_canonical_json(payload) else None
        if isinstance(facts, dict):
            yield Recorded(subject, facts, document)


def _verify_cases(office: Office) -> Iterator[Finding]:
    """No case that was started is gone. What each one holds is replayed elsewhere."""
    kept = {
        case_subject(pk) for pk in Case.objects.filter(office=office).values_list("pk", flat=True)
    }
    for line in _lines(office, "kasus.dimulai"):
        if line.subject not in kept:
            yield fault("kasus.hilang", f"Pelaksanaan yang dicatat sebagai {line.subject} hilang.")


def _verify_documents(office: Office) -> Iterator[Finding]:
    """A document is called, numbered and hashed as when it was stored, and published as it was."""
    names = ("kode", "jenis", "nama", "nomor", "versi", "langkah")
    published = {str(line.facts.get("kode")) for line in _lines(office, "dokumen.diterbitkan")}
    recorded = {line.key(*names): line for line in _lines(office, "dokumen.disimpan")}
    for row in Document.objects.filter(office=office).order_by("pk"):
        told = (row.kode, row.jenis, row.nama, row.nomor, row.versi, row.no)
        line = recorded.pop(_key(case_subject(row.case_id), row.sha256, *told), None)
        if line is None or row.is_published != (row.kode in published):
            name = f"{row.nama} (kode {row.kode})"
            yield fault("dokumen.berbeda", f"Dokumen {name} tidak sama dengan catatannya.")
    for line in recorded.values():
        kode = line.facts.get("kode")
        yield fault("dokumen.hilang", f"Dokumen berkode {kode} tidak ada seperti dicatat.")


def _verify_files(office: Office) -> Iterator[Finding]:
    """Each stored file must be there, and be what its hash says and its act recorded."""
    recorded = {
        _key(line.facts.get("kode"), name, digest)
        for line in _lines(office, "dokumen.disimpan")
        for name, digest in _files_of(line).items()
    }
    files = DocumentFile.objects.filter(office=office).select_related("document").order_by("pk")
    for file in files.iterator(chunk_size=500):
        name = f"Dokumen {file.document.nama} ({file.format}, kode {file.document.kode})"
        key = _key(file.document.kode, file.format, file.sha256)
        if key not in recorded:
            yield fault("dokumen.tanpa_catatan", f"{name} tidak sama dengan catatannya.")
        recorded.discard(key)
        yield from _verify_stored(file.sha256, name)
    for key in sorted(recorded):
        kode, name, _ = json.loads(key)
        yield fault("dokumen.hilang", f"Berkas {name} dari dokumen berkode {kode} hilang.")


def _files_of(line: Recorded) -> dict[str, object]:
    files = line.facts.get("berkas")
    return files if isinstance(files, dict) else {}


def _verify_stored(digest: str, what: str) -> Iterator[Finding]:
    try:
        get(settings.FILES_DIR, digest)
    except DocumentMissing as missing:
        yield fault("dokumen.berubah", f"{what}: {missing}")


def _verify_sops(office: Office) -> Iterator[Finding]:
    """The text of an SOP is the one that was last proposed, or adopted; cases rest on it."""
    lines = _lines(office, "sop.diusulkan", "sop.dikoreksi", "sop.diperbaiki")
    last = {line.subject: line.key("revisi") for line in lines}
    adopted = {
        _key(line.subject, line.document, line.facts.get("revisi"), _adoption_today(line))
        for line in _lines(office, "sop.diadopsi")
    }
    for row in SopVersion.objects.filter(office=office).select_related("sop").order_by("pk"):
        key = (f"sop:{row.pk}", sha256(row.teks.encode()).hexdigest(), row.revisi)
        is_same = (
            _key(*key, row.adopsi) in adopted if row.was_adopted else last.get(key[0]) == _key(*key)
        )
        if not is_same or row.sha256 != key[1]:
            name = f"{row.sop.judul} revisi {row.revisi}"
            yield fault("sop.berbeda", f"Teks SOP {name} tidak sama dengan catatannya.")


def _adoption_today(line: Recorded) -> object:
    """How the first version recorded an adoption, as its row reads since kinds of work came.

    The same as the migration sops.0003 did with the rows; the chain itself is never rewritten.
    """
    adoption = line.facts.get("adopsi")
    if not isinstance(adoption, dict) or "marks" in adoption or "works" not in adoption:
        return adoption
    works = adoption["works"]
    marks = {"periksa": "paraf", "tandatangan": "tanda_tangan"}
    return {
        **adoption,
        "marks": {no: marks[work] for no, work in works.items() if work in marks},
        "works": {
            no: "panggil_rapat" if work == "penugasan" else work for no, work in works.items()
        },
        "report": "lakip" if "sempurnakan" in works.values() else "",
    }


def _verify_datasets(office: Office) -> Iterator[Finding]:
    """The figures of a year are the workbook that was taken in."""
    recorded = {
        line.key("tahun", "versi", "nama"): line for line in _lines(office, "kinerja.dimuat")
    }
    for row in Dataset.objects.filter(office=office).order_by("pk"):
        what = f"Data kinerja {row.tahun} versi {row.versi}"
        key = _key(f"data:{row.tahun}", row.sha256, row.tahun, row.versi, row.nama)
        if recorded.pop(key, None) is None:
            yield fault("data.berbeda", f"{what} tidak sama dengan catatannya.")
        yield from _verify_stored(row.sha256, what)
    for line in recorded.values():
        facts = line.facts
        what = f"Data kinerja {facts.get('tahun')} versi {facts.get('versi')}"
        yield fault("data.hilang", f"{what} tidak ada seperti dicatat.")


def _verify_texts(office: Office) -> Iterator[Finding]:
    """The words of a report are those that people saved."""
    lines = _lines(office, "laporan.teks_disimpan")
    recorded = {line.key("bagian", "versi", "teks") for line in lines}
    rows = SectionText.objects.filter(office=office)
    kept = {_key(case_subject(r.case_id), "", r.key, r.versi, r.teks) for r in rows}
    for key in sorted(kept ^ recorded):
        subject, _, bagian, versi, _ = json.loads(key)
        what = f"Teks bagian {bagian} versi {versi} ({subject})"
        yield fault("teks.berbeda", f"{what} tidak sama dengan catatannya.")


def _verify_proposals(office: Office) -> Iterator[Finding]:
    """What was decided on the sentences of Runut is what the chain tells, row by row."""
    recorded = Counter(
        _key(line.subject, *(one.get(name) for name in ("bagian", "nama", "putusan", "kalimat")))
        for line in _lines(office, "laporan.usulan_diputus")
        for one in line.facts.get("usulan", ())
    )
    rows = SectionProposal.objects.filter(office=office)
    kept = Counter(_key(case_subject(r.case_id), r.key, r.nama, r.putusan, r.kalimat) for r in rows)
    for key in sorted((kept - recorded) + (recorded - kept)):
        subject, bagian, nama, *_ = json.loads(key)
        what = f"Putusan atas usulan {nama} pada bagian {bagian} ({subject})"
        yield fault("usulan.berbeda", f"{what} tidak sama dengan catatannya.")

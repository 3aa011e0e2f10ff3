"""A Perjanjian Kinerja says what was recorded, and its signatures are those that were given."""

import json
from collections.abc import Iterator

from django.conf import settings

from runut.core.findings import Finding
from runut.files.store import DocumentMissing, get
from runut.office.people.models import Office
from runut.office.plans.actions.writing import digest_of, subject_of
from runut.office.plans.models import PerjanjianKinerja
from runut.office.trust.models import Entry
from runut.office.verification.faults import fault

_WRITTEN = ("pk.dicatat", "pk.diubah", "pk.dibekukan")


def verify_plans(office: Office) -> Iterator[Finding]:
    """Every agreement that is not as its lines tell, and every one that is gone."""
    lines: dict[str, list[Entry]] = {}
    for entry in Entry.objects.filter(office=office, kind__startswith="pk.").order_by("seq"):
        lines.setdefault(entry.subject, []).append(entry)
    for row in PerjanjianKinerja.objects.filter(office=office).prefetch_related("signatures"):
        yield from _verify(row, lines.pop(subject_of(row), []))
    for subject in sorted(lines):
        yield fault("pk.hilang", f"Perjanjian Kinerja yang dicatat sebagai {subject} hilang.")


def _verify(row: PerjanjianKinerja, lines: list[Entry]) -> Iterator[Finding]:
    name = f"Perjanjian Kinerja {row.tahun} ({row.says.nama.lower()})"
    written = [json.loads(one.payload).get("isi") for one in lines if one.kind in _WRITTEN]
    if written[-1:] != [digest_of(row.says)]:
        yield fault("pk.berbeda", f"Isi {name} tidak sama dengan catatannya.")
    frozen = ""
    for one in lines:
        frozen = one.document if one.kind == "pk.dibekukan" else frozen
        frozen = "" if one.kind == "pk.dibuka_lagi" else frozen
    if frozen != row.sha256:
        yield fault("pk.berbeda", f"Naskah beku {name} tidak sama dengan catatannya.")
    told = {
        (facts["pihak"], facts["nama"], facts["cara"], one.document)
        for one in lines
        if one.kind == "pk.ditandatangani" and (facts := json.loads(one.payload))
    }
    kept = {(one.pihak, one.nama, one.cara, one.sha256) for one in row.signatures.all()}
    newest = {digest for digest in (row.tertanda, row.pindaian) if digest}
    if told != kept or not newest <= {digest for *_, digest in told}:
        yield fault("pk.berbeda", f"Tanda tangan pada {name} tidak sama dengan catatannya.")
    for digest in {row.sha256, *newest} - {""}:
        try:
            get(settings.FILES_DIR, digest)
        except DocumentMissing as missing:
            yield fault("dokumen.berubah", f"{name}: {missing}")

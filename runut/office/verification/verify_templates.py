"""Templates of the office: kept as they were handed in, and the one in use was chosen so."""

import json
from collections.abc import Iterator

from django.conf import settings

from runut.core.findings import Finding
from runut.files.store import DocumentMissing, get
from runut.office.paper_templates.actions import LEFT, UPLOADED, USED
from runut.office.paper_templates.models import TemplateVersion
from runut.office.people.models import Office
from runut.office.trust.models import Entry
from runut.office.verification.faults import fault


def verify_templates(office: Office) -> Iterator[Finding]:
    """Versions that the chain does not know, that were lost, or are used by nobody's act."""
    uploaded: set[tuple[str, int, str]] = set()
    used: dict[str, int] = {}
    for kind, facts, document in _lines(office):
        jenis, versi = str(facts.get("jenis")), int(str(facts.get("versi", 0)))
        if kind == UPLOADED:
            uploaded.add((jenis, versi, document))
        else:
            used[jenis] = versi if kind == USED else 0
    kept = set()
    for row in TemplateVersion.objects.filter(office=office).order_by("pk"):
        kept.add((row.jenis, row.versi, row.sha256))
        if row.dipakai != (used.get(row.jenis) == row.versi):
            yield fault("templat.berbeda", f"Pemakaian templat {row} tidak sama dengan catatannya.")
        try:
            get(settings.FILES_DIR, row.sha256)
        except DocumentMissing as missing:
            yield fault("dokumen.berubah", f"Templat {row}: {missing}")
    for jenis, versi, _ in sorted(kept ^ uploaded):
        yield fault(
            "templat.berbeda", f"Templat {jenis} versi {versi} tidak sama dengan catatannya."
        )


def _lines(office: Office) -> Iterator[tuple[str, dict[str, object], str]]:
    rows = Entry.objects.filter(office=office, kind__in=(UPLOADED, USED, LEFT)).order_by("seq")
    for kind, payload, document in rows.values_list("kind", "payload", "document"):
        try:
            facts = json.loads(payload)
        except ValueError:
            continue  # told as a fault of the chain
        if isinstance(facts, dict):
            yield kind, facts, document

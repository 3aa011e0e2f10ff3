"""What the pages of a report read."""

from runut.core.report.authorship import standing_writers
from runut.core.report.proposals import Choice
from runut.office.cases.models import Case, Document
from runut.office.reports.models import FrozenDraft, SectionProposal, SectionText


def latest_texts(case: Case) -> dict[str, str]:
    """The words of every section that people have saved, newest state."""
    return {key: row.teks for key, row in latest_rows(case).items()}


def latest_rows(case: Case) -> dict[str, SectionText]:
    """The newest saved state of every section."""
    rows = SectionText.objects.filter(office_id=case.office_id, case=case).order_by("versi")
    return {row.key: row for row in rows.select_related("ditulis_oleh")}


def standing_texts(case: Case) -> dict[str, frozenset[str]]:
    """For every section with words: everybody whose words stand in it (references of people). Who
    takes a proposed sentence makes it his."""
    rows = SectionText.objects.filter(office_id=case.office_id, case=case).order_by("versi")
    versions: dict[str, list[tuple[str, str, str]]] = {}
    for key, writer, source, teks in rows.values_list(
        "key", "ditulis_oleh_id", "usul_dari_id", "teks"
    ):
        versions.setdefault(key, []).append((str(writer), str(source or writer), teks))
    standing = {
        key: standing_writers((writer, teks) for writer, _, teks in found)
        | standing_writers((source, teks) for _, source, teks in found)
        for key, found in versions.items()
    }
    for row in latest_decisions(case):
        if row.putusan == Choice.TAKEN:
            standing[row.key] = standing.get(row.key, frozenset()) | {str(row.diputus_oleh_id)}
    return standing


def latest_decisions(case: Case) -> list[SectionProposal]:
    """The newest decision on each proposed sentence of the report."""
    rows = SectionProposal.objects.filter(office_id=case.office_id, case=case).order_by("pk")
    found = {(row.key, row.nama): row for row in rows.select_related("diputus_oleh")}
    return list(found.values())


def frozen_document(case: Case) -> Document | None:
    """The draft that was frozen last."""
    rows = FrozenDraft.objects.filter(office_id=case.office_id, case=case)
    last = rows.select_related("document__signs").order_by("-pk").first()
    return last.document if last else None

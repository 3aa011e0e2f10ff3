"""What the pages of a report read."""

from collections.abc import Iterable

from runut.core.report.authorship import standing_writers
from runut.core.report.proposals import Choice
from runut.office.cases.models import Case, Document
from runut.office.reports.models import FrozenDraft, SectionProposal, SectionText


def latest_texts(case: Case) -> dict[str, str]:
    """The words of every section that people have saved, newest state."""
    return {key: row.teks for key, row in latest_rows(case).items()}


def latest_rows(case: Case) -> dict[str, SectionText]:
    """The newest saved state of every section."""
    return {row.key: row for row in text_rows(case)}


def text_rows(case: Case) -> list[SectionText]:
    """Every saved state of every section, the oldest first."""
    rows = SectionText.objects.filter(office_id=case.office_id, case=case).order_by("versi")
    return list(rows.select_related("ditulis_oleh"))


def latest_decisions(case: Case) -> list[SectionProposal]:
    """The newest decision on each proposed sentence of the report."""
    rows = SectionProposal.objects.filter(office_id=case.office_id, case=case).order_by("pk")
    found = {(row.key, row.nama): row for row in rows.select_related("diputus_oleh")}
    return list(found.values())


def standing_texts(case: Case) -> dict[str, frozenset[str]]:
    """For every section with words: everybody whose words stand in it (references of people)."""
    return standing_in(text_rows(case), latest_decisions(case))


def standing_in(
    texts: Iterable[SectionText], decided: Iterable[SectionProposal]
) -> dict[str, frozenset[str]]:
    """The same of rows that are read already. Who takes a proposed sentence makes it his."""
    versions: dict[str, list[tuple[str, str, str]]] = {}
    for one in texts:
        writer, source = str(one.ditulis_oleh_id), str(one.usul_dari_id or one.ditulis_oleh_id)
        versions.setdefault(one.key, []).append((writer, source, one.teks))
    standing = {
        key: standing_writers((writer, teks) for writer, _, teks in found)
        | standing_writers((source, teks) for _, source, teks in found)
        for key, found in versions.items()
    }
    for row in decided:
        if row.putusan == Choice.TAKEN:
            standing[row.key] = standing.get(row.key, frozenset()) | {str(row.diputus_oleh_id)}
    return standing


def frozen_document(case: Case) -> Document | None:
    """The draft that was frozen last."""
    rows = FrozenDraft.objects.filter(office_id=case.office_id, case=case)
    last = rows.select_related("document__signs").order_by("-pk").first()
    return last.document if last else None

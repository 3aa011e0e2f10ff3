"""What the pages of a report read."""

from runut.office.cases.models import Case
from runut.office.reports.models import SectionText


def latest_texts(case: Case) -> dict[str, str]:
    """The words of every section that people have saved, newest state."""
    return {key: row.teks for key, row in latest_rows(case).items()}


def latest_rows(case: Case) -> dict[str, SectionText]:
    """The newest saved state of every section."""
    rows = SectionText.objects.filter(office_id=case.office_id, case=case).order_by("versi")
    return {row.key: row for row in rows.select_related("ditulis_oleh")}


def writers_of(case: Case) -> tuple[str, ...]:
    """Everybody who saved words of the report."""
    refs = (
        SectionText.objects.filter(office_id=case.office_id, case=case)
        .values_list("ditulis_oleh_id", flat=True)
        .distinct()
    )
    return tuple(sorted(str(ref) for ref in refs))

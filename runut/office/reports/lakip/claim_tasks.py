"""Who has to act on a sentence, and since when: kept beside the check, for inbox and board."""

from datetime import datetime

from runut.core.case.writing import TextLife
from runut.office.cases.acting import OpenCase
from runut.office.cases.text_life import cases_of_year, life_of, writers_of, writes_text
from runut.office.people.models import Person
from runut.office.reports.lakip.claims import ClaimRow, claims_of
from runut.office.reports.lakip.data import dataset_for
from runut.office.reports.models import SectionClaim


def note_claims(case: OpenCase, at: datetime) -> None:
    """Bring the tasks up to what the check says now. Call inside the act that changed words,
    figures or answers: what is new has an owner, what is mended or answered is done."""
    waiting = {row.kunci: row for row in claims_of(case.row).waiting}
    rows = SectionClaim.objects.filter(office_id=case.row.office_id, case=case.row)
    known = {row.kunci: row for row in rows}
    for kunci, one in waiting.items():
        task = known.get(kunci)
        if task is not None and task.selesai_pada is None:
            continue
        owner = _owner_of(case, one, at)
        if owner is None:
            continue
        if task is None:
            task = SectionClaim(office_id=case.row.office_id, case=case.row, kunci=kunci)
        task.key, task.pesan = one.section.key, one.finding.pesan
        task.untuk, task.sejak, task.selesai_pada = owner, at, None
        task.save()
    for kunci, task in known.items():
        if kunci not in waiting and task.selesai_pada is None:
            task.selesai_pada = at
            task.save()


def figures_changed(office_id: int, tahun: int, at: datetime) -> None:
    """New figures make sentences false or true: in every report of the year that is still
    written."""
    for case in cases_of_year(office_id, tahun):
        if life_of(case) is TextLife.WRITABLE:
            note_claims(case, at)


def _owner_of(case: OpenCase, row: ClaimRow, at: datetime) -> Person | None:
    """Who wrote the section, else who brought its words in with the figures; the first of the
    writers where that person no longer writes."""
    dataset = dataset_for(case.row)
    author = row.saved.ditulis_oleh if row.saved else dataset.dimuat_oleh if dataset else None
    if author and author.is_active and writes_text(case, author.ref, at.date()):
        return author
    return next((one for one in writers_of(case) if one.is_active), author)

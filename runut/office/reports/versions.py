"""The versions of a report that can be held against each other, also against another year's."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch
from django.http import Http404
from django.utils import timezone

from runut.core.case.writing import TextLife
from runut.core.findings import Refused
from runut.core.report.blocks import Paper
from runut.core.report.proposals import without_marks
from runut.core.words.dates import format_date
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import is_drawn, stored_paper
from runut.office.cases.models import Case, Document
from runut.office.cases.queries import visible_cases
from runut.office.cases.text_life import life_of
from runut.office.people.models import Person
from runut.office.reports.drafting import compose_draft
from runut.office.reports.models import FrozenDraft

SEKARANG = "sekarang"
_DRAF_AWAL = "draft_awal"


@dataclass(frozen=True)
class Version:
    """A state of a report. ``kode`` names it in an address; no ``document``: as it stands now."""

    kode: str
    nama: str
    tahun: int | None
    document: Document | None = None


def versions_of(case: OpenCase, person: Person) -> tuple[Version, ...]:
    """Of this report the present state, while it can change, and every kept one; of other reports
    that the person may see the last one: other years, and what a ralat corrects. The newest first.
    """
    others = visible_cases(person).filter(laporan=case.row.laporan).exclude(pk=case.row.pk)
    kept = _kept([case.row, *others])
    here = [one for one in kept if one[0] == case.row.pk]
    found = [
        Version(str(document.pk), _called(document, when), case.row.tahun, document)
        for _, document, when in here
    ]
    if life_of(case) is TextLife.WRITABLE:
        found.insert(0, Version(SEKARANG, "Keadaan sekarang", case.row.tahun))
    last = {pk: (document, when) for pk, document, when in reversed(kept) if pk != case.row.pk}
    for other in sorted(others, key=lambda one: one.tahun or 0, reverse=True):
        if other.pk in last:
            document, when = last[other.pk]
            named = f"{other.judul}: {_called(document, when)}"
            found.append(Version(str(document.pk), named, other.tahun, document))
    return tuple(found)


def chosen(versions: tuple[Version, ...], semula: str, menjadi: str) -> tuple[Version, Version]:
    """The two that were asked for; unasked, the newest against the one before it."""
    known = {one.kode: one for one in versions}
    if {semula, menjadi} - {"", *known}:
        raise Http404
    now = known.get(menjadi, versions[0])
    rest = [one for one in versions if one is not now]
    return known.get(semula, rest[0]), now


def paper_of(case: Case, version: Version, day: date) -> Paper | Refused:
    if version.document is not None:
        return without_marks(stored_paper(version.document))
    return compose_draft(case, day=day)


def _kept(cases: list[Case]) -> list[tuple[int, Document, datetime]]:
    """Frozen drafts and first drafts with the moment they were made, the newest first."""
    files = Prefetch("document", Document.objects.prefetch_related("files", "signed"))
    ids = [one.pk for one in cases]
    office_id = cases[0].office_id
    frozen = FrozenDraft.objects.filter(office_id=office_id, case_id__in=ids)
    found = [
        (one.case_id, one.document, one.dibekukan_pada) for one in frozen.prefetch_related(files)
    ]
    first = Document.objects.filter(office_id=office_id, case=cases[0], jenis=_DRAF_AWAL)
    found += [
        (one.case_id, one, one.dibuat_pada) for one in first.prefetch_related("files", "signed")
    ]
    drawn = [one for one in found if is_drawn(one[1])]
    return sorted(drawn, key=lambda one: (one[2], one[1].pk), reverse=True)


def _called(document: Document, when: datetime) -> str:
    local = timezone.localtime(when)
    state = "Draf awal" if document.jenis == _DRAF_AWAL else f"Naskah beku versi {document.versi}"
    signed = ", ditandatangani" if document.is_signed else ""
    return f"{state}, {format_date(local.date())} pukul {local:%H.%M}{signed}"

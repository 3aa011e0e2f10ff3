"""What one year's report leaves for the next."""

from dataclasses import dataclass

from runut.core.case.model import CaseStatus
from runut.core.report.prose.plain import plain_words
from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Case, Document
from runut.office.next_year.models import Continuation
from runut.office.people.models import Person
from runut.office.reports.queries import latest_texts
from runut.office.reports.register import report_of
from runut.office.works.rapat.models import Resolution


@dataclass(frozen=True)
class Leftover:
    """Something that last year decided or planned and did not close."""

    dari: str
    isi: str
    keadaan: str


@dataclass(frozen=True)
class LastYear:
    """The report before this one: its signed book, what it left open, the words it used."""

    case: Case
    signed: Document | None
    leftovers: tuple[Leftover, ...]
    words: tuple[tuple[str, str], ...]
    """Title of a section and its words, in the order of the report."""


def year_before(case: Case) -> Case | None:
    """The report of the year before: the one it goes on from, else that of the same SOP."""
    goes_on = Continuation.objects.filter(office_id=case.office_id, case=case)
    if tied := goes_on.select_related("before__office", "before__sop_version").first():
        return tied.before
    if not case.laporan or not case.tahun:
        return None
    same = Case.objects.filter(office_id=case.office_id, laporan=case.laporan, tahun=case.tahun - 1)
    ended = same.filter(sop_version__sop__versions=case.sop_version_id, status=CaseStatus.SELESAI)
    return ended.select_related("office", "sop_version").order_by("-pk").first()


def year_after(case: Case) -> Case | None:
    """The report that goes on from this one and was not cancelled."""
    found = Continuation.objects.filter(office_id=case.office_id, before=case)
    going = found.exclude(case__status=CaseStatus.DIBATALKAN).select_related("case")
    last = going.order_by("-pk").first()
    return last.case if last else None


def last_year(case: Case) -> LastYear | None:
    """What the report of the year before leaves for this one; None where there was none."""
    before = year_before(case)
    if before is None:
        return None
    signed = Document.objects.filter(office_id=before.office_id, case=before, signs__isnull=False)
    return LastYear(before, signed.order_by("pk").last(), leftovers_of(before), _words(before))


def leftovers_of(case: Case) -> tuple[Leftover, ...]:
    """Decisions of its meetings that were not closed by work, and the plans its analyses made."""
    open_ones = (
        Resolution.objects.filter(office_id=case.office_id, meeting__case=case)
        .exclude(status=Resolution.Status.DONE)
        .order_by("meeting_id", "urutan")
    )
    decided = [
        Leftover(
            f"Keputusan rapat {one.urutan}",
            one.isi,
            f"{one.get_status_display()}. {one.tindak_lanjut}".strip(),
        )
        for one in open_ones
    ]
    kind = report_of(case)
    planned = kind.plans(case) if kind else ()
    return (*decided, *(Leftover(dari, isi, "rencana tahun ini") for dari, isi in planned))


def still_holding(case: OpenCase) -> dict[str, list[Person]]:
    """Who played which role and is still in the office."""
    refs = {int(ref) for people in case.state.roles.values() for ref in people}
    rows = Person.objects.filter(office_id=case.row.office_id, pk__in=refs, is_active=True)
    known = {person.ref: person for person in rows}
    return {
        actor: [known[ref] for ref in people if ref in known]
        for actor, people in case.state.roles.items()
    }


def _words(case: Case) -> tuple[tuple[str, str], ...]:
    kind, texts = report_of(case), latest_texts(case)
    if kind is None:
        return ()
    live = kind.live(case)
    return tuple(
        (s.title, plain_words(texts[s.key], live))
        for s in kind.sections(case)
        if texts.get(s.key, "").strip()
    )

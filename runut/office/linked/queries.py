"""How the SOPs that a case refers to stand, and what is asked of whom."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from runut.core.case.model import CaseStatus, StepStatus
from runut.core.sop.form.rujukan import bare_name
from runut.core.words.dates import format_date
from runut.core.words.verbs import keys
from runut.office.cases.acting import OpenCase, sop_of
from runut.office.cases.models import Case
from runut.office.cases.queries import may_start
from runut.office.linked.models import LinkedWork
from runut.office.people.models import Person
from runut.office.sops.models import SopVersion
from runut.office.works.kind import Notice


@dataclass(frozen=True)
class Reference:
    """The ``nth`` SOP that step ``no`` names, and what serves it, if anything does."""

    case_id: int
    no: str
    nth: int
    nama: str
    work: LinkedWork | None
    is_late: bool = False
    words: str = ""

    @property
    def url(self) -> str:
        return reverse("terkait", args=[self.case_id, self.no, self.nth])

    @property
    def is_done(self) -> bool:
        return self.work is not None and _is_done(self.work)


def references_of(case: OpenCase, now: datetime) -> list[Reference]:
    """Every SOP that the steps of a case name, in the order of the form."""
    today = now.astimezone(case.row.office.zone).date()
    stored = LinkedWork.objects.filter(office_id=case.row.office_id, case=case.row)
    works = {(w.no, w.nama): w for w in stored.select_related("child", "penanggung_jawab")}
    return [
        _reference(case, (step.no, nth, bare_name(nama)[:300]), works, today)
        for step in sop_of(case.row.sop_version).langkah
        for nth, nama in enumerate(step.rujukan_sop, start=1)
        if keys(bare_name(nama)) and not _is_itself(case, nama)
    ]


def reference(case: OpenCase, no: str, nth: int, now: datetime) -> Reference | None:
    """The ``nth`` SOP that step ``no`` names; None if it names no such."""
    found = (one for one in references_of(case, now) if (one.no, one.nth) == (no, nth))
    return next(found, None)


def version_named(office_id: int, nama: str) -> SopVersion | None:
    """The SOP of the register that a step means by a name, in force; None if it has none."""
    wanted = keys(bare_name(nama))
    in_force = SopVersion.objects.filter(office_id=office_id, status=SopVersion.Status.BERLAKU)
    versions = in_force.select_related("sop", "office").order_by("pk")
    return next((v for v in versions if keys(bare_name(v.sop.judul)) == wanted), None)


def may_arrange(case: OpenCase, person: Person) -> bool:
    """Whether the person decides what serves the steps of a case: who plays a role in it, who
    started it, and who starts SOPs here."""
    plays = any(person.ref in people for people in case.state.roles.values())
    return plays or person.ref == case.state.started_by or may_start(person)


def running_cases_of(version: SopVersion, parent: Case) -> list[Case]:
    """Cases of an SOP that run already and could serve a step of ``parent``."""
    cases = Case.objects.filter(office_id=version.office_id, sop_version__sop_id=version.sop_id)
    running = cases.filter(status=CaseStatus.BERJALAN).exclude(pk=parent.pk)
    return list(running.order_by("-mulai_pada", "-pk")[:20])


def asked_of(person: Person) -> list[LinkedWork]:
    """What a person promised to do for cases that still run."""
    works = LinkedWork.objects.filter(
        office_id=person.office_id, penanggung_jawab=person, selesai_pada=None, child=None
    )
    return list(
        works.filter(case__status=CaseStatus.BERJALAN)
        .select_related("case", "case__office")
        .order_by("batas", "pk")
    )


def notices(person: Person) -> list[Notice]:
    """What stands in a person's inbox: the SOPs that others' steps wait for."""
    return [
        Notice(
            f"{work.nama} diminta dari Saudara untuk {work.case.judul}, langkah {work.no}"
            + (f", paling lambat {format_date(work.batas)}." if work.batas else "."),
            reverse("terkait_selesai", args=[work.pk]),
            "Catat hasilnya",
        )
        for work in asked_of(person)
    ]


def _reference(
    case: OpenCase,
    named: tuple[str, int, str],
    works: dict[tuple[str, str], LinkedWork],
    today: date,
) -> Reference:
    no, nth, nama = named
    work = works.get((no, nama))
    if work is None:
        return Reference(case.row.pk, no, nth, nama, None)
    due = work.batas or (work.child.batas if work.child else None)
    is_past = case.state.step(no).status is StepStatus.SELESAI
    is_late = not _is_done(work) and ((due is not None and due < today) or is_past)
    return Reference(case.row.pk, no, nth, work.nama, work, is_late, _words(work, due, is_past))


def _words(work: LinkedWork, due: date | None, is_past: bool) -> str:
    until = f", batas {format_date(due)}" if due else ""
    if work.child:
        if work.child.status != CaseStatus.BERJALAN:
            return f"{work.child.judul}: {work.child.status}"
        rest = "; langkah ini sudah selesai tanpanya" if is_past else ""
        return f"{work.child.judul}: berjalan{until}{rest}"
    who = work.penanggung_jawab.nama if work.penanggung_jawab else ""
    if work.selesai_pada:
        return f"selesai, dicatat {who}: {work.bukti}"
    return f"ditangani {who}{until}"


def _is_done(work: LinkedWork) -> bool:
    if work.child:
        return work.child.status == CaseStatus.SELESAI
    return work.selesai_pada is not None


def _is_itself(case: OpenCase, nama: str) -> bool:
    return keys(bare_name(nama)) == keys(bare_name(sop_of(case.row.sop_version).judul))

"""The paper for whoever takes over a post: all that runs, who plays what, where the papers are."""

from datetime import datetime

from django.utils import timezone

from runut.core.case.model import CaseStatus
from runut.core.report.blocks import Paper
from runut.core.report.papers.serah_terima import Berjalan, SerahTerima, compose_serah_terima
from runut.core.words.dates import format_date
from runut.office.cases.acting import load
from runut.office.cases.models import Case, Document
from runut.office.next_year.queries import leftovers_of
from runut.office.people.models import Appointment, Person
from runut.office.people.naming import letterhead, pejabat
from runut.office.sops.models import SopVersion


def handover_paper(person: Person, at: datetime) -> Paper:
    """What ``person`` hands over on the day of ``at``: of the whole office, as it stands."""
    office, day = person.office, at.astimezone(person.office.zone).date()
    cases = Case.objects.filter(office=office).order_by("-mulai_pada", "-pk")
    signed = Document.objects.filter(office=office, signs__isnull=False).select_related("case")
    in_force = SopVersion.objects.filter(office=office, status=SopVersion.Status.BERLAKU)
    posts = Appointment.objects.filter(Appointment.held_on(day), office=office).exclude(peran="")
    return compose_serah_terima(
        SerahTerima(
            kop=letterhead(office),
            kota=office.kota,
            tanggal=day,
            dari=pejabat(person, day),
            kepada="",
            berjalan=tuple(
                _running(case)
                for case in cases.filter(status__in=(CaseStatus.BERJALAN, CaseStatus.DITUNDA))
            ),
            selesai=tuple(
                (case.judul, str(case.tahun or "–")) for case in cases.filter(status="selesai")
            ),
            sops=tuple(
                (v.sop.judul, _since(v))
                for v in in_force.select_related("sop").order_by("sop__judul")
            ),
            peran=tuple(
                (post.peran, f"{post.person.nama}, {post.jabatan}")
                for post in posts.select_related("person").order_by("peran", "pk")
            ),
            naskah=tuple((f"{d.nama}, {d.case.judul}", d.kode) for d in signed.order_by("pk")),
        )
    )


def _running(case: Case) -> Berjalan:
    opened = load(case.pk, case.office_id)
    steps = [step for no in opened.state.open_steps if (step := opened.definition.step(no))]
    return Berjalan(
        judul=case.judul,
        keadaan="; ".join(f"{step.no}. {step.kegiatan.rstrip('. ')}" for step in steps),
        pemegang=", ".join(dict.fromkeys(actor for step in steps for actor in step.actors)),
        batas=case.batas,
        terbuka=tuple(one.isi for one in leftovers_of(case) if one.dari.startswith("Keputusan")),
    )


def _since(version: SopVersion) -> str:
    at = version.diadopsi_pada
    return format_date(timezone.localtime(at).date()) if at else "–"

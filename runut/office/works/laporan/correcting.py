"""The act of a ralat: a signed report is corrected by a case of its own, and stays as it is."""

from django.db import transaction

from runut.core.case.model import CaseStatus, StartCase
from runut.core.case.writing import composing_steps
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, begin, case_subject, definition_for, load_to_write
from runut.office.cases.actions import standing_in
from runut.office.cases.models import Case, Document
from runut.office.cases.queries import candidates_by_role
from runut.office.cases.text_life import COMPOSING
from runut.office.people.models import Person
from runut.office.reports.corrections import may_correct, running_correction, signed_report
from runut.office.reports.models import (
    Correction,
    SectionPhoto,
    SectionProposal,
    SectionText,
)
from runut.office.reports.proposals import told_in_chain
from runut.office.reports.queries import latest_decisions
from runut.office.trust.append import Act, append
from runut.office.works.laporan.writing import titles_of
from runut.office.works.luar.parties import name_parties, parties_of

_LONGEST = 200


def start_correction(case_id: int, doer: Doer, alasan: str) -> Done | Refused:
    """Start the ralat of a signed report: a case pinned to the same SOP text, with the same
    people, that begins at the step which improves the text and goes through the same checks."""
    alasan = alasan.strip()
    with transaction.atomic():
        if known := recall(doer):
            return known
        case = load_to_write(case_id, doer.person.office_id)
        signed = signed_report(case)
        if not may_correct(case, doer.person) or signed is None:
            return Refused(
                "bukan_pelaksana",
                "Ralat atas laporan yang sudah ditandatangani dimulai oleh yang berwenang memulai "
                "SOP, atau oleh penyusun naskahnya.",
            )
        if running := running_correction(signed):
            return Refused("sudah_diralat", f"Laporan ini sedang diralat: {running.case.judul}.")
        if not alasan:
            return Refused("tanpa_alasan", "Tuliskan alasan ralat; alasan itu dicatat.")
        row = _new_case(case, doer)
        definition = definition_for(case.row.sop_version)
        first = tuple(step.no for step in composing_steps(definition, COMPOSING)[:1])
        start = StartCase(by=doer.person.ref, at=doer.at, roles=_roles_now(case, doer), first=first)
        begun = begin(row, definition, [start, *standing_in(start, doer)], doer)
        if isinstance(begun, Refused):
            transaction.set_rollback(True)
            return begun
        _keep(case, row, signed, doer, alasan)
        done = Done(f"/pelaksanaan/{row.pk}/")
        remember(doer, done.url)
    return done


def _roles_now(case: OpenCase, doer: Doer) -> dict[str, tuple[str, ...]]:
    """The same people as before, without those who have left; where all have, who holds it now."""
    office = case.row.office
    people = Person.objects.filter(office=office, is_active=True)
    here = {person.ref for person in people.only("pk")}
    holders = candidates_by_role(office, doer.at.astimezone(office.zone).date())
    return {
        actor: tuple(ref for ref in refs if ref in here)
        or tuple(person.ref for person in holders.get(actor, ()))
        or refs
        for actor, refs in case.state.roles.items()
    }


def _new_case(case: OpenCase, doer: Doer) -> Case:
    before = case.row
    return Case.objects.create(
        office_id=before.office_id,
        judul=f"Ralat {before.judul}"[:_LONGEST],
        sop_version_id=before.sop_version_id,
        laporan=before.laporan,
        tahun=before.tahun,
        status=CaseStatus.BERJALAN,
        snapshot="{}",
        mulai_oleh=doer.person,
        mulai_pada=doer.at,
        batas=None,
    )


def _keep(case: OpenCase, row: Case, signed: Document, doer: Doer, alasan: str) -> None:
    """The link between the two cases, and the words as they were signed with their writers."""
    Correction.objects.create(
        office_id=row.office_id,
        signed=signed,
        case=row,
        alasan=alasan,
        diminta_oleh=doer.person,
        diminta_pada=doer.at,
    )
    texts = list(
        SectionText.objects.filter(office_id=row.office_id, case=case.row).order_by("key", "versi")
    )
    SectionText.objects.bulk_create(
        SectionText(
            office_id=row.office_id,
            case=row,
            key=one.key,
            versi=one.versi,
            teks=one.teks,
            ditulis_oleh_id=one.ditulis_oleh_id,
            ditulis_pada=one.ditulis_pada,
            usul_dari_id=one.usul_dari_id,
        )
        for one in texts
    )
    SectionPhoto.objects.bulk_create(
        SectionPhoto(
            office_id=row.office_id,
            case=row,
            kode=one.kode,
            sha256=one.sha256,
            lebar=one.lebar,
            tinggi=one.tinggi,
            judul=one.judul,
            uraian=one.uraian,
            diunggah_oleh_id=one.diunggah_oleh_id,
            diunggah_pada=one.diunggah_pada,
        )
        for one in SectionPhoto.objects.filter(office_id=row.office_id, case=case.row)
    )
    titles = titles_of(case)
    decided = [
        SectionProposal(
            office_id=row.office_id,
            case=row,
            key=one.key,
            nama=one.nama,
            putusan=one.putusan,
            kalimat=one.kalimat,
            diputus_oleh_id=one.diputus_oleh_id,
            diputus_pada=one.diputus_pada,
        )
        for one in latest_decisions(case.row)
    ]
    SectionProposal.objects.bulk_create(decided)
    facts = {"kode": signed.printed_code, "reason": alasan, "kasus": row.pk}
    copied = [
        Act(
            "laporan.teks_disimpan",
            case_subject(row.pk),
            {
                "bagian": one.key,
                "judul": titles.get(one.key, one.key),
                "versi": one.versi,
                "teks": one.teks,
            },
        )
        for one in texts
    ]
    lines = [
        *name_parties(row, parties_of(case.row)),
        Act("laporan.ralat_diminta", case_subject(case.row.pk), facts, signed.sha256),
        Act("laporan.diralat", case_subject(row.pk), facts, signed.sha256),
        *copied,
        *([told_in_chain(row.pk, decided, titles)] if decided else []),
    ]
    append(row.office_id, lines, actor=doer.person.ref, at=doer.at)

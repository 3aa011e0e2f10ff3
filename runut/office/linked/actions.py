"""The acts on SOPs that a case refers to: run as a child, tied to one that runs, asked, ended."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from runut.core.case.model import CaseStatus
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import OpenCase, case_subject
from runut.office.cases.actions import start_case
from runut.office.cases.models import Case
from runut.office.linked.models import LinkedWork
from runut.office.linked.queries import Reference, may_arrange
from runut.office.people.models import Person
from runut.office.sops.models import SopVersion
from runut.office.trust.append import Act, append

WORDS = {
    "kasus.terkait_dimulai": "memulai {judul} untuk langkah {no}, yang merujuk SOP {nama}",
    "kasus.terkait_dihubungkan": "menghubungkan langkah {no} dengan {judul} (SOP {nama})",
    "kasus.terkait_diminta": "meminta {nama} untuk langkah {no} kepada {kepada}",
    "kasus.terkait_selesai": "mencatat hasil {nama} untuk langkah {no}",
}


def start_child(
    case: OpenCase,
    ref: Reference,
    version: SopVersion,
    roles: Mapping[str, Sequence[Person]],
    doer: Doer,
    *,
    judul: str,
    batas: date | None,
    also: Callable[[Case], Sequence[Act]] | None = None,
) -> Case | Refused:
    """Start the SOP that a step names, as a case of its own that serves this step."""
    if refused := _refuse(case, ref, doer):
        return refused
    with transaction.atomic():
        child = start_case(version, judul, roles, doer, batas=batas, also=also)
        if isinstance(child, Refused):
            return child
        known = LinkedWork.objects.filter(office_id=case.row.office_id, child=child).exists()
        if not known:
            _tie(case, ref, child, doer, "kasus.terkait_dimulai")
    return child


def tie_running(case: OpenCase, ref: Reference, child: Case, doer: Doer) -> Done | Refused:
    """Say that a case which runs already serves this step."""
    if child.pk == case.row.pk or child.office_id != case.row.office_id:
        return Refused("tidak_ada", "Pelaksanaan itu tidak ada. Pilih salah satu dari daftar.")
    with transaction.atomic():
        if known := recall(doer):
            return known
        if refused := _refuse(case, ref, doer):
            return refused
        _tie(case, ref, child, doer, "kasus.terkait_dihubungkan")
        remember(doer, doer.url)
    return Done(doer.url)


def ask_of(
    case: OpenCase, ref: Reference, person: Person, batas: date, doer: Doer
) -> Done | Refused:
    """Ask somebody to see to an SOP that does not run here, until a day."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        if refused := _refuse(case, ref, doer):
            return refused
        _store(case, ref, doer, penanggung_jawab=person, child=None, batas=batas)
        facts = {"no": ref.no, "nama": ref.nama, "kepada": person.nama, "batas": batas.isoformat()}
        _write(case.row, "kasus.terkait_diminta", facts, doer)
        remember(doer, doer.url)
    return Done(doer.url)


def end_asked(work: LinkedWork, bukti: str, doer: Doer) -> Done | Refused:
    """Record how it ended: by whom it was asked of, or by whoever asked."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        if doer.person.pk not in (work.penanggung_jawab_id, work.diminta_oleh_id):
            return Refused(
                "bukan_pelaksana",
                "Hasilnya dicatat oleh penanggung jawabnya atau oleh yang memintanya.",
            )
        ended = LinkedWork.objects.filter(pk=work.pk, office_id=work.office_id, selesai_pada=None)
        if ended.update(bukti=bukti.strip(), selesai_pada=doer.at) != 1:
            return Refused("sudah_berubah", "Hasilnya sudah dicatat. Muat ulang halaman ini.")
        facts = {"no": work.no, "nama": work.nama, "notes": bukti.strip()}
        _write(work.case, "kasus.terkait_selesai", facts, doer)
        remember(doer, doer.url)
    return Done(doer.url)


def _refuse(case: OpenCase, ref: Reference, doer: Doer) -> Refused | None:
    if not may_arrange(case, doer.person):
        return Refused("bukan_pelaksana", "SOP terkait diatur oleh pelaksana SOP ini.")
    if case.row.status != CaseStatus.BERJALAN:
        return Refused("tidak_berjalan", "Pelaksanaan ini sedang tidak berjalan.")
    work = ref.work
    is_over = work is not None and work.child and work.child.status == CaseStatus.DIBATALKAN
    if work is not None and not is_over:
        return Refused("sudah_berubah", f"SOP ini sudah ditangani: {ref.words}.")
    return None


def _tie(case: OpenCase, ref: Reference, child: Case, doer: Doer, kind: str) -> None:
    _store(case, ref, doer, child=child, penanggung_jawab=None, batas=None)
    facts = {"no": ref.no, "nama": ref.nama, "judul": child.judul, "kasus": child.pk}
    _write(case.row, kind, facts, doer)


def _store(case: OpenCase, ref: Reference, doer: Doer, **served: object) -> None:
    """A cancelled child gives its place to the next."""
    LinkedWork.objects.update_or_create(
        office_id=case.row.office_id,
        case=case.row,
        no=ref.no,
        nama=ref.nama,
        defaults={"diminta_oleh": doer.person, "diminta_pada": doer.at, **served},
    )


def _write(case: Case, kind: str, facts: Mapping[str, Any], doer: Doer) -> None:
    line = Act(kind, case_subject(case.pk), dict(facts))
    append(case.office_id, [line], actor=doer.person.ref, at=doer.at)

"""The act that begins the report of the next year."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer
from runut.office.cases.acting import case_subject
from runut.office.cases.actions import start_case
from runut.office.cases.models import Case
from runut.office.next_year.models import Continuation
from runut.office.next_year.queries import year_after
from runut.office.people.models import Person
from runut.office.sops.models import SopVersion
from runut.office.trust.append import Act, append

WORDS = {"kasus.lanjutan": "memulai laporan tahun berikutnya dari {judul}"}


def start_next_year(
    before: Case,
    version: SopVersion,
    roles: Mapping[str, Sequence[Person]],
    doer: Doer,
    *,
    judul: str,
    batas: date | None,
    also: Callable[[Case], Sequence[Act]] | None = None,
) -> Case | Refused:
    """Start the report of the year after ``before``, by the SOP that is in force now. Once."""
    if before.tahun is None or not before.laporan:
        return Refused("tanpa_laporan", "Pelaksanaan ini tidak menyusun laporan tahunan.")
    with transaction.atomic():
        tahun = before.tahun + 1
        case = start_case(
            version,
            judul,
            roles,
            doer,
            laporan=before.laporan,
            tahun=tahun,
            batas=batas,
            also=also,
        )
        if isinstance(case, Refused):
            return case
        known = year_after(before)
        if known is not None:
            if known.pk == case.pk:
                return case
            transaction.set_rollback(True)
            return Refused("sudah_ada", f"{known.judul} sudah dimulai dari laporan ini.")
        Continuation.objects.create(office_id=before.office_id, case=case, before=before)
        facts = {"judul": before.judul, "kasus": before.pk}
        line = Act("kasus.lanjutan", case_subject(case.pk), facts)
        append(before.office_id, [line], actor=doer.person.ref, at=doer.at)
    return case

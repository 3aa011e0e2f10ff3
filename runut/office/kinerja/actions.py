"""The acts on the figures of a year: a workbook comes in whole, or is answered with its faults."""

from dataclasses import asdict
from functools import lru_cache

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from runut.core.findings import Finding, Level, Refused
from runut.core.kinerja.model import DataKinerja
from runut.files.guard.parent import read_guarded
from runut.files.read.workbook.year import read_workbook
from runut.files.store import get, put
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.kinerja.asking import refuse_figures, refuse_foreign, refuse_loss
from runut.office.kinerja.models import Dataset
from runut.office.locks import lock_register
from runut.office.nul import holds_nul, nul_finding
from runut.office.people.models import Grant, Person, Right
from runut.office.trust.append import Act, append

LONGEST_NAME = 200
_READER = "runut.files.read.workbook.year:read_workbook"


def import_workbook(
    data: bytes, name: str, doer: Doer, *, facts_agreed: bool = False, gives_up: bool = False
) -> Done | Refused | tuple[Finding, ...]:
    """Take in a data workbook. With a blocker in it nothing is stored and all faults come back.

    The file is read in a limited child process: it comes from outside. What it says otherwise than
    the office, and a check that its loader would lose, is asked about first: ``facts_agreed`` and
    ``gives_up`` are the answers. Figures of a frozen or signed report stay as they are.
    """
    if not may_manage(doer.person):
        return Refused("bukan_pelaksana", "Hanya pengelola data kinerja yang dapat memuat data.")
    read = read_guarded(_READER, data, name)
    content, findings = read
    if content is None or any(f.tingkat is Level.BLOCKER for f in findings):
        return findings
    name = name[:LONGEST_NAME]
    if holds_nul([name, content, findings]):
        return (nul_finding(name),)
    sha256 = put(settings.FILES_DIR, data)
    with transaction.atomic():
        if known := recall(doer):
            return known
        lock_register(doer.person.office_id)
        if refused := (
            refuse_figures(doer.person.office_id, content.tahun)
            or refuse_foreign(content, doer, facts_agreed=facts_agreed)
            or refuse_loss(content.tahun, doer, gives_up=gives_up)
        ):
            return refused
        same = Dataset.objects.filter(office_id=doer.person.office_id, tahun=content.tahun)
        dataset = Dataset.objects.create(
            office_id=doer.person.office_id,
            tahun=content.tahun,
            versi=(same.aggregate(last=Max("versi"))["last"] or 0) + 1,
            nama=name,
            sha256=sha256,
            temuan=[asdict(finding) for finding in findings],
            dimuat_oleh=doer.person,
            dimuat_pada=doer.at,
        )
        facts = {"tahun": dataset.tahun, "versi": dataset.versi, "nama": name}
        line = Act("kinerja.dimuat", f"data:{dataset.tahun}", facts, sha256)
        append(doer.person.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)


def may_manage(person: Person) -> bool:
    """Whether the person manages the figures of the office."""
    return Grant.objects.filter(
        office_id=person.office_id, person=person, right=Right.KINERJA
    ).exists()


def latest_dataset(office_id: int, tahun: int) -> Dataset | None:
    """The newest figures of a year."""
    return Dataset.objects.filter(office_id=office_id, tahun=tahun).order_by("-versi").first()


def data_of(dataset: Dataset) -> DataKinerja:
    """The figures themselves, read from the stored workbook."""
    return _data(dataset.sha256)


@lru_cache(maxsize=8)
def _data(sha256: str) -> DataKinerja:
    # it was read in the child when it came in; its bytes are proved by the hash since
    data, _ = read_workbook(get(settings.FILES_DIR, sha256), "data kinerja")
    if data is None:
        raise ValueError(f"stored workbook {sha256} cannot be read")
    return data

"""The acts on the figures of a year: a workbook comes in, waits to be looked at, and is applied."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.module_loading import import_string

from runut.core.findings import Finding, Level, Place, Refused
from runut.core.kinerja.jawaban import refuse_reason
from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.perubahan import Jenis, Perubahan, compare_butir, findings_of
from runut.files.guard.parent import read_guarded
from runut.files.guard.progress import Progress
from runut.files.store import put
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.kinerja.asking import refuse_figures, refuse_foreign, refuse_loss
from runut.office.kinerja.findings import Taken, keep_findings
from runut.office.kinerja.models import Dataset, Upload
from runut.office.kinerja.stored import data_in, fields_in, keep_known
from runut.office.locks import lock_register
from runut.office.nul import holds_nul, nul_finding
from runut.office.people.models import Grant, Person, Right
from runut.office.trust.append import Act, append

LONGEST_NAME = 200
BUKU, FORMULIR = "buku", "formulir"
_READER = "runut.files.read.workbook.year:read_in_steps"
NOT_A_KEEPER = Refused("bukan_pelaksana", "Hanya pengelola data kinerja yang dapat memuat data.")

FOLLOWERS = ("runut.office.reports.lakip.claim_tasks.figures_changed",)
"""Functions from an office, a year and a moment: what follows from new figures, in the same act.
By dotted path: no arrow climbs."""


@dataclass(frozen=True)
class Consent:
    """What whoever applies figures agrees to: asked before, never guessed.

    ``facts``: it is our office though the workbook says otherwise. ``gives_up``: a check that he
    would lose. ``reasons``: by the key of a finding, why the figure is right. ``owner`` answers
    for the findings that stay; the loader himself where nobody is named.
    """

    facts: bool = False
    gives_up: bool = False
    alasan: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)
    owner: Person | None = None


@dataclass(frozen=True)
class Read:
    """A workbook that was read without blockers."""

    data: DataKinerja
    findings: tuple[Finding, ...]
    nama: str
    sha256: str
    cara: str = BUKU


def import_workbook(
    data: bytes, name: str, doer: Doer, *, facts_agreed: bool = False, gives_up: bool = False
) -> Done | Refused | tuple[Finding, ...]:
    """Take in a data workbook at once. With a blocker in it nothing is stored and all faults come
    back. What is asked before is answered by ``facts_agreed`` and ``gives_up``.
    """
    if not may_manage(doer.person):
        return NOT_A_KEEPER
    read = read_apart(data, name)
    if not isinstance(read, Read):
        return read
    keep(read, data)
    with transaction.atomic():
        if known := recall(doer):
            return known
        lock_register(doer.person.office_id)
        consent = Consent(facts_agreed, gives_up)
        if refused := refuse_taking(read.data, doer, consent):
            return refused
        _store(read, doer, consent)
        remember(doer, doer.url)
    return Done(doer.url)


def hold(read: Read, data: bytes, doer: Doer, alasan: str = "") -> Done | Refused:
    """Keep figures that were read, waiting."""
    keep(read, data)
    with transaction.atomic():
        if known := recall(doer):
            return known
        row = Upload.objects.create(
            office_id=doer.person.office_id,
            tahun=read.data.tahun,
            nama=read.nama,
            sha256=read.sha256,
            temuan=[asdict(finding) for finding in read.findings],
            cara=read.cara,
            alasan=alasan,
            diunggah_oleh=doer.person,
            diunggah_pada=doer.at,
        )
        append(row.office_id, [brought_in(row)], actor=doer.person.ref, at=doer.at)
        url = reverse("kinerja_unggahan", args=[row.pk])
        remember(doer, url)
    return Done(url)


def brought_in(row: Upload) -> Act:
    """The line of the chain for figures that came in and wait."""
    facts = {"tahun": row.tahun, "unggahan": row.pk, "nama": row.nama}
    return Act("kinerja.diunggah", f"data:{row.tahun}", facts, row.sha256)


def apply_upload(upload_id: int, seen: int, doer: Doer, consent: Consent) -> Done | Refused:
    """Make waiting figures the version that counts. ``seen`` is the version they were shown
    against: where another came in meanwhile, they are looked at again first."""
    if not may_manage(doer.person):
        return NOT_A_KEEPER
    with transaction.atomic():
        if known := recall(doer):
            return known
        lock_register(doer.person.office_id)
        row = _waiting(upload_id, doer.person.office_id)
        if isinstance(row, Refused):
            return row
        before = latest_dataset(row.office_id, row.tahun)
        if (before.versi if before else 0) != seen:
            return Refused(
                "sudah_berubah",
                "Sejak halaman ini dibuka, versi lain dimuat. Lihat lagi perubahannya di bawah, "
                "lalu terapkan.",
            )
        read = Read(data_in(row.sha256), findings_in(row.temuan), row.nama, row.sha256, row.cara)
        if refused := (
            refuse_taking(read.data, doer, consent)
            or _refuse_silent_change(row.sha256, before, consent)
        ):
            return refused
        dataset = _store(read, doer, consent)
        Upload.objects.filter(pk=row.pk).update(
            keadaan=Upload.Keadaan.DITERAPKAN, dataset=dataset, alasan=consent.alasan
        )
        url = reverse("kinerja_data", args=[dataset.pk])
        remember(doer, url)
    return Done(url)


def drop_upload(upload_id: int, doer: Doer) -> Done | Refused:
    """Put waiting figures aside; the line of the chain stays."""
    if not may_manage(doer.person):
        return NOT_A_KEEPER
    with transaction.atomic():
        if known := recall(doer):
            return known
        lock_register(doer.person.office_id)
        row = _waiting(upload_id, doer.person.office_id)
        if isinstance(row, Refused):
            return row
        Upload.objects.filter(pk=row.pk).update(keadaan=Upload.Keadaan.DIBATALKAN)
        facts = {"tahun": row.tahun, "unggahan": row.pk, "nama": row.nama}
        line = Act("kinerja.unggahan_dibatalkan", f"data:{row.tahun}", facts, row.sha256)
        append(doer.person.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)


def refuse_taking(data: DataKinerja, doer: Doer, consent: Consent) -> Refused | None:
    """Why these figures cannot come in now, or what is asked before. Figures of a frozen or signed
    report stay as they are."""
    return (
        refuse_figures(doer.person.office_id, data.tahun)
        or refuse_foreign(data, doer, facts_agreed=consent.facts)
        or refuse_loss(data.tahun, doer, gives_up=consent.gives_up)
    )


def may_manage(person: Person) -> bool:
    """Whether the person manages the figures of the office."""
    return Grant.objects.filter(
        office_id=person.office_id, person=person, right=Right.KINERJA
    ).exists()


def latest_dataset(office_id: int, tahun: int) -> Dataset | None:
    """The newest figures of a year."""
    return Dataset.objects.filter(office_id=office_id, tahun=tahun).order_by("-versi").first()


def findings_in(stored: list[dict[str, Any]]) -> tuple[Finding, ...]:
    """Findings as a row keeps them."""
    return tuple(
        Finding(**{**one, "tingkat": Level(one["tingkat"]), "letak": Place(**one["letak"])})
        for one in stored
    )


def findings_beside(digest: str, before: Dataset | None) -> tuple[Finding, ...]:
    """What is odd about the figures of a workbook beside the version that they would follow."""
    return findings_of(_changes(digest, before))


def read_apart(
    data: bytes, name: str, on_progress: Callable[[Progress], None] | None = None
) -> Read | tuple[Finding, ...]:
    """The file comes from outside: it is read in a limited child process."""
    content, findings = read_guarded(_READER, data, name, on_progress=on_progress)
    if content is None or any(f.tingkat is Level.BLOCKER for f in findings):
        return tuple(findings)
    name = name[:LONGEST_NAME]
    if holds_nul([name, content, findings]):
        return (nul_finding(name),)
    return Read(content, tuple(findings), name, sha256(data).hexdigest())


def keep(read: Read, data: bytes) -> None:
    """Put a workbook that was read into the store, and remember what it says."""
    put(settings.FILES_DIR, data)
    keep_known(read.sha256, read.data)


def _waiting(upload_id: int, office_id: int) -> Upload | Refused:
    row = Upload.objects.filter(office_id=office_id, pk=upload_id).first()
    if row is None:
        return Refused("tidak_ada", "Unggahan itu tidak ada di kantor ini.")
    if row.keadaan != Upload.Keadaan.MENUNGGU:
        told = row.get_keadaan_display().lower()
        return Refused("sudah_berubah", f"Unggahan ini sudah {told}.")
    return row


def asks_why(digest: str, before: Dataset | None) -> bool:
    """Whether figures that stood are changed or gone: that has a reason, or it is not done."""
    changes = _changes(digest, before)
    return any(one.is_figure and one.jenis is not Jenis.BARU for one in changes)


def _changes(digest: str, before: Dataset | None) -> tuple[Perubahan, ...]:
    return compare_butir(fields_in(before.sha256), fields_in(digest)) if before else ()


def _refuse_silent_change(digest: str, before: Dataset | None, consent: Consent) -> Refused | None:
    if not asks_why(digest, before) or refuse_reason(consent.alasan) is None:
        return None
    return Refused(
        "alasan_kurang",
        "Angka yang sudah tercatat berubah. Tulis mengapa dalam beberapa kata, misalnya: hasil "
        "survei semester dua baru diterima.",
    )


def _store(read: Read, doer: Doer, consent: Consent) -> Dataset:
    """A new version, its findings with their owner, and the lines of both."""
    office_id, tahun = doer.person.office_id, read.data.tahun
    before = latest_dataset(office_id, tahun)
    same = Dataset.objects.filter(office_id=office_id, tahun=tahun)
    dataset = Dataset.objects.create(
        office_id=office_id,
        tahun=tahun,
        versi=(same.aggregate(last=Max("versi"))["last"] or 0) + 1,
        nama=read.nama,
        sha256=read.sha256,
        temuan=[asdict(finding) for finding in read.findings],
        alasan=consent.alasan,
        cara=read.cara,
        dimuat_oleh=doer.person,
        dimuat_pada=doer.at,
    )
    facts = {"tahun": tahun, "versi": dataset.versi, "nama": read.nama}
    if consent.alasan:
        facts["alasan"] = consent.alasan
    line = Act("kinerja.dimuat", f"data:{tahun}", facts, read.sha256)
    found = (*read.findings, *findings_beside(read.sha256, before))
    taken = Taken(consent.owner or doer.person, consent.reasons)
    lines = [line, *keep_findings(dataset, found, taken, doer)]
    append(office_id, lines, actor=doer.person.ref, at=doer.at)
    for told in FOLLOWERS:
        import_string(told)(office_id, tahun, doer.at)
    return dataset

"""The acts on evidence: a file is kept for a figure, and may be withdrawn with a reason."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from django.conf import settings
from django.db import transaction

from runut.core.findings import Refused
from runut.core.kinerja.bukti import Bukti
from runut.files.guard.parent import read_guarded
from runut.files.store import put
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.evidence.models import Evidence
from runut.office.locks import lock_register
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.trust.append import Act, append

LARGEST_BYTES = 10 * 1024 * 1024
MOST_OF_A_FIGURE = 10
LONGEST_NAME = 150
_KIND = "runut.files.guard.upload_check:check_upload"


@dataclass(frozen=True)
class Figure:
    """Whose evidence it is: an indicator in a quarter (0: the year) of an office's year."""

    office_id: int
    tahun: int
    triwulan: int
    indikator_id: str


@dataclass(frozen=True)
class Handed:
    """A file that somebody hands in: who, or by which way where nobody is logged in."""

    data: bytes
    nama: str
    oleh: Person | None
    melalui: str
    pada: datetime


def keep_evidence(figure: Figure, handed: Handed) -> Evidence | Refused:
    """Keep a file as evidence. The same file for the same figure is kept once.

    Who may is asked by the caller: the keeper of the figures, or the pack of the unit.
    """
    file = _looked_into(handed)
    if isinstance(file, Refused):
        return file
    with transaction.atomic():
        return _kept(figure, handed, file)


def upload_evidence(figure: Figure, data: bytes, nama: str, doer: Doer) -> Done | Refused:
    """The keeper of the figures adds a file."""
    if not may(doer.person, Right.KINERJA):
        return NOT_YOURS
    handed = Handed(data, nama, doer.person, "", doer.at)
    file = _looked_into(handed)
    if isinstance(file, Refused):
        return file
    with transaction.atomic():
        if known := recall(doer):
            return known
        kept = _kept(figure, handed, file)
        if isinstance(kept, Refused):
            return kept
        remember(doer, doer.url)
    return Done(doer.url)


@dataclass(frozen=True)
class _File:
    """A file that was looked into and stored."""

    nama: str
    format: str
    sha256: str


def _looked_into(handed: Handed) -> _File | Refused:
    """Looked into before the transaction: it takes a process, and others want to write."""
    name = _clean(handed.nama)
    if len(handed.data) > LARGEST_BYTES:
        return Refused("terlalu_besar", f"Berkas {name} lebih besar dari 10 MB. Kecilkan dahulu.")
    ending, problems = read_guarded(_KIND, handed.data, name)
    if not isinstance(ending, str):
        found = problems[0]
        return Refused("jenis_lain", f"Berkas {name}: {found.pesan} {found.usul}")
    return _File(name, ending, put(settings.FILES_DIR, handed.data))


def _kept(figure: Figure, handed: Handed, file: _File) -> Evidence | Refused:
    lock_register(figure.office_id)
    there = Evidence.objects.filter(
        office_id=figure.office_id,
        tahun=figure.tahun,
        triwulan=figure.triwulan,
        indikator_id=figure.indikator_id,
        ditarik_pada=None,
    )
    if known := there.filter(sha256=file.sha256).first():
        return known
    if there.count() >= MOST_OF_A_FIGURE:
        return Refused(
            "terlalu_banyak",
            f"Sudah ada {MOST_OF_A_FIGURE} bukti untuk angka ini. Gabungkan berkasnya, atau minta "
            "pengelola data kinerja menarik yang tidak dipakai.",
        )
    kept = Evidence.objects.create(
        office_id=figure.office_id,
        tahun=figure.tahun,
        triwulan=figure.triwulan,
        indikator_id=figure.indikator_id,
        nama=file.nama,
        format=file.format,
        sha256=file.sha256,
        size_bytes=len(handed.data),
        melalui=handed.melalui,
        diunggah_oleh=handed.oleh,
        diunggah_pada=handed.pada,
    )
    actor = handed.oleh.ref if handed.oleh else ""
    line = Act("bukti.diunggah", _subject(kept), _facts(kept), file.sha256)
    append(figure.office_id, [line], actor=actor, at=handed.pada)
    return kept


def withdraw_evidence(evidence: Evidence, alasan: str, doer: Doer) -> Done | Refused:
    """Evidence that does not count any more; its file and its line stay."""
    with transaction.atomic():
        if known := recall(doer):
            return known
        if not may(doer.person, Right.KINERJA):
            return NOT_YOURS
        rows = Evidence.objects.filter(
            office_id=doer.person.office_id, pk=evidence.pk, ditarik_pada=None
        )
        if rows.update(ditarik_pada=doer.at, alasan=alasan) != 1:
            return Refused("sudah_berubah", "Bukti ini sudah ditarik. Muat ulang halaman ini.")
        facts = {**_facts(evidence), "alasan": alasan}
        line = Act("bukti.ditarik", _subject(evidence), facts, evidence.sha256)
        append(evidence.office_id, [line], actor=doer.person.ref, at=doer.at)
        remember(doer, doer.url)
    return Done(doer.url)


def _subject(evidence: Evidence) -> str:
    return f"data:{evidence.tahun}"


def _facts(evidence: Evidence) -> dict[str, object]:
    core = Bukti(evidence.indikator_id, evidence.triwulan, evidence.nama, evidence.sha256)
    return {
        "indikator": evidence.indikator_id,
        "tahun": evidence.tahun,
        "triwulan": evidence.triwulan,
        "kapan": core.kapan,
        "nama": evidence.nama,
        "melalui": evidence.melalui,
    }


def _clean(nama: str) -> str:
    """The bare name, without what cannot be seen or stored."""
    bare = PurePosixPath(nama.replace("\\", "/")).name
    seen = "".join(one for one in bare if one.isprintable()).strip() or "bukti"
    if len(seen) <= LONGEST_NAME:
        return seen
    stem, dot, ending = seen.rpartition(".")
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}{dot}{ending}"[:LONGEST_NAME]


NOT_YOURS = Refused(
    "bukan_pelaksana", "Bukti disimpan dan ditarik oleh pengelola data kinerja kantor ini."
)

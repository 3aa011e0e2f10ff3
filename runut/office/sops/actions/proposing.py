"""A proposal is written to the register: its text, where it came from, and who brought it."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from django.db.models import Max

from runut.core.findings import Finding
from runut.core.sop.model import SOP
from runut.core.sop.reading.asal import Asal
from runut.core.sop.text.print import print_sop_text
from runut.office.locks import lock_register
from runut.office.people.models import Person
from runut.office.sops.asal_json import asal_as_json, findings_as_json
from runut.office.sops.models import Sop, SopVersion
from runut.office.trust.append import Act, append

LONGEST_TITLE, LONGEST_NAME = 300, 200
NO_TITLE = "SOP tanpa nama"


@dataclass(frozen=True)
class Source:
    """The file as it was handed in, and what its reader said of it."""

    sha256: str
    nama: str
    jenis: SopVersion.Jenis = SopVersion.Jenis.TEKS
    asal: dict[str, Asal] = field(default_factory=dict)
    temuan: tuple[Finding, ...] = ()
    halaman: tuple[dict[str, object], ...] = ()


def propose(sop: SOP, source: Source, person: Person, at: datetime) -> SopVersion:
    """Add a proposal under its title. Call inside the transaction of the act."""
    lock_register(person.office_id)
    owner = procedure(sop, person.office_id)
    text = print_sop_text(sop)
    version = SopVersion.objects.create(
        office_id=person.office_id,
        sop=owner,
        revisi=next_revision(owner),
        teks=text,
        sha256=hash_of(text),
        sumber_sha256=source.sha256,
        sumber_nama=source.nama[:LONGEST_NAME],
        sumber_jenis=source.jenis,
        halaman=list(source.halaman),
        asal=asal_as_json(source.asal),
        temuan=findings_as_json(source.temuan),
        dibuat_oleh=person,
        dibuat_pada=at,
    )
    facts = {"judul": owner.judul, "revisi": version.revisi, "sumber": source.sha256}
    write(person, at, "sop.diusulkan", version, facts)
    return version


def procedure(sop: SOP, office_id: int) -> Sop:
    """The procedure under the title of ``sop``, new in the register or already there."""
    title = (sop.judul or sop.judul_prosedur or NO_TITLE)[:LONGEST_TITLE]
    owner, _ = Sop.objects.get_or_create(office_id=office_id, judul=title)
    return owner


def next_revision(owner: Sop) -> int:
    """The number of the next text under a title; the first is 0. Inside ``lock_register``."""
    last: int | None = owner.versions.aggregate(last=Max("revisi"))["last"]
    return 0 if last is None else last + 1


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def write(
    person: Person, at: datetime, kind: str, version: SopVersion, facts: dict[str, object]
) -> None:
    """Add an act on ``version`` to the audit chain."""
    act = Act(kind, f"sop:{version.pk}", facts, version.sha256)
    append(person.office_id, [act], actor=person.ref, at=at)

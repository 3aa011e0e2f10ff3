"""The acts on an SOP: taking one in, and adopting it as the procedure of the office."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from runut.core.case.definition import Adoption, adoption_problems
from runut.core.findings import Finding, Level, Refused
from runut.core.sop.actors import apply_best, propose_actors
from runut.core.sop.model import SOP, Pelaksana, Sumber
from runut.core.sop.parse import read_sop_text
from runut.core.sop.print import print_sop_text
from runut.files.store import put
from runut.office.people.models import Grant, Person, Right
from runut.office.sops.models import Sop, SopVersion
from runut.office.trust.append import Act, append


@dataclass(frozen=True)
class Confirmation:
    """What the owner of an SOP confirms when adopting it, step by step."""

    actors: Mapping[str, tuple[str, ...]]
    ways_back: Mapping[str, str]
    works: Mapping[str, str]


def take_in(
    text: str, source_name: str, person: Person, at: datetime
) -> SopVersion | tuple[Finding, ...]:
    """Take an SOP text in as a proposal. The text as handed in is kept beside our reading of it."""
    if not may_manage(person):
        return (_refused_finding("Hanya pengelola SOP yang dapat memasukkan SOP."),)
    sop, findings = read_sop_text(text, source_name)
    if sop is None:
        return findings
    source = put(settings.FILES_DIR, text.encode())
    canonical = print_sop_text(sop)
    with transaction.atomic():
        owner, _ = Sop.objects.get_or_create(office_id=person.office_id, judul=sop.judul)
        last = owner.versions.aggregate(last=Max("revisi"))["last"]
        version = SopVersion.objects.create(
            office_id=person.office_id,
            sop=owner,
            revisi=0 if last is None else last + 1,
            teks=canonical,
            sha256=sha256(canonical.encode()).hexdigest(),
            sumber_sha256=source,
            sumber_nama=source_name,
            dibuat_oleh=person,
            dibuat_pada=at,
        )
        facts = {"judul": sop.judul, "revisi": version.revisi, "sumber": source}
        _write(person, at, Act("sop.diusulkan", _subject(version), facts, version.sha256))
    return version


def adopt(
    version: SopVersion, confirmed: Confirmation, person: Person, at: datetime
) -> SopVersion | Refused:
    """Adopt a proposal: its text with the confirmed actors becomes the procedure in force.

    The text is printed anew with the actors' marks, hashed, and from then on never edited.
    """
    if not may_manage(person):
        return Refused("bukan_pelaksana", "Hanya pengelola SOP yang dapat mengadopsi SOP.")
    sop, _ = read_sop_text(version.teks)
    if sop is None:
        raise ValueError(f"stored SOP {version.pk} cannot be read")
    sop = with_actors(sop, confirmed.actors)
    if without := [step.no for step in sop.langkah if not step.pelaksana]:
        return Refused(
            "tanpa_pelaksana",
            f"Langkah {', '.join(without)} belum mempunyai pelaksana. Pilih dahulu.",
        )
    adoption = Adoption(ways_back=confirmed.ways_back, works=confirmed.works)
    if problems := adoption_problems(sop, adoption):
        return Refused("adopsi_salah", f"{problems[0].pesan} {problems[0].usul}".strip())
    text = print_sop_text(sop)
    with transaction.atomic():
        count = SopVersion.objects.filter(
            office_id=person.office_id, pk=version.pk, status=SopVersion.Status.USULAN
        ).update(
            status=SopVersion.Status.BERLAKU,
            teks=text,
            sha256=sha256(text.encode()).hexdigest(),
            adopsi=adoption.to_dict(),
            diadopsi_oleh=person,
            diadopsi_pada=at,
        )
        if count != 1:
            return Refused("sudah_berubah", "SOP ini sudah diadopsi. Muat ulang halaman.")
        version.refresh_from_db()
        _replace_older(version)
        facts = {"judul": sop.judul, "revisi": version.revisi, "adopsi": version.adopsi}
        _write(person, at, Act("sop.diadopsi", _subject(version), facts, version.sha256))
    return version


def with_actors(sop: SOP, actors: Mapping[str, tuple[str, ...]]) -> SOP:
    """The SOP with the actors that its owner confirmed; unnamed steps keep theirs."""
    steps = tuple(
        replace(
            step,
            pelaksana=tuple(Pelaksana(name, Sumber.TANDA) for name in actors[step.no]),
        )
        if step.no in actors
        else step
        for step in sop.langkah
    )
    return replace(sop, langkah=steps)


def proposal_of(version: SopVersion) -> SOP:
    """The SOP as stored, with our best proposal where an actor is not known."""
    sop, _ = read_sop_text(version.teks)
    if sop is None:
        raise ValueError(f"stored SOP {version.pk} cannot be read")
    return apply_best(sop, propose_actors(sop))


def may_manage(person: Person) -> bool:
    """Whether the person manages the SOPs of the office."""
    return Grant.objects.filter(office_id=person.office_id, person=person, right=Right.SOP).exists()


def _replace_older(version: SopVersion) -> None:
    SopVersion.objects.filter(
        office_id=version.office_id, sop=version.sop, status=SopVersion.Status.BERLAKU
    ).exclude(pk=version.pk).update(status=SopVersion.Status.DIGANTI)


def _subject(version: SopVersion) -> str:
    return f"sop:{version.pk}"


def _write(person: Person, at: datetime, act: Act) -> None:
    append(person.office_id, [act], actor=person.ref, at=at)


def _refused_finding(reason: str) -> Finding:
    return Finding("hak.kurang", Level.BLOCKER, reason)

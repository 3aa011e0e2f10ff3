"""Adopting an SOP: its proposal becomes the procedure of the office."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction

from runut.core.case.definition import Adoption, adoption_problems
from runut.core.findings import Finding, Level, Refused
from runut.core.sop.checks.all import check_sop
from runut.core.sop.flow import with_actors as done_by
from runut.core.sop.model import SOP, Langkah
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text
from runut.office.locks import lock_register
from runut.office.people.models import Person
from runut.office.sops.actions.proposing import hash_of, write
from runut.office.sops.draft import unsure_of
from runut.office.sops.legal import katalog_of
from runut.office.sops.models import SopVersion
from runut.office.sops.rights import refuse_stranger

LONGEST_NO = 12


@dataclass(frozen=True)
class Confirmation:
    """What the owner of an SOP confirms when adopting it, step by step: see ``Adoption``.

    ``reason``: why it is taken as it is, where blockers are open.
    """

    actors: Mapping[str, tuple[str, ...]]
    ways_back: Mapping[str, str]
    works: Mapping[str, str]
    marks: Mapping[str, str] = field(default_factory=dict)
    report: str = ""
    reason: str = ""


def adopt(
    version: SopVersion, confirmed: Confirmation, person: Person, at: datetime
) -> SopVersion | Refused:
    """Adopt a proposal: its text with the confirmed actors becomes the procedure in force.

    The text is printed anew with the actors' marks, hashed, and from then on never edited.
    """
    if refused := refuse_stranger(person):
        return refused
    sop, _ = read_sop_text(version.teks)
    if sop is None:
        raise ValueError(f"stored SOP {version.pk} cannot be read")
    sop = with_actors(sop, confirmed.actors)
    if without := [step.no for step in sop.langkah if not step.pelaksana]:
        return Refused(
            "tanpa_pelaksana",
            f"Langkah {', '.join(without)} belum mempunyai pelaksana. Pilih dahulu.",
        )
    if long := [step.no for step in sop.langkah if len(step.no) > LONGEST_NO]:
        return Refused(
            "nomor_panjang",
            f"Nomor langkah {long[0]} terlalu panjang, paling banyak {LONGEST_NO} tanda. "
            "Pendekkan nomornya dahulu.",
        )
    adoption = Adoption(confirmed.ways_back, confirmed.works, confirmed.marks, confirmed.report)
    if problems := adoption_problems(sop, adoption):
        return Refused("adopsi_salah", f"{problems[0].pesan} {problems[0].usul}".strip())
    blockers = open_blockers(version, sop)
    reason = " ".join(confirmed.reason.split())
    if blockers and not reason:
        return Refused(
            "penghalang_terbuka",
            f"Masih ada yang menghalangi: {blockers[0].pesan} Perbaiki dahulu, atau tuliskan "
            "mengapa SOP ini diadopsi seperti adanya.",
        )
    taken = {"penghalang": [one.pesan for one in blockers], "alasan": reason} if blockers else {}
    text = print_sop_text(sop)
    with transaction.atomic():
        lock_register(person.office_id)
        count = SopVersion.objects.filter(
            office_id=person.office_id,
            pk=version.pk,
            status=SopVersion.Status.USULAN,
            versi=version.versi,
        ).update(
            status=SopVersion.Status.BERLAKU,
            teks=text,
            sha256=hash_of(text),
            adopsi=adoption.to_dict(),
            diterima=taken,
            diadopsi_oleh=person,
            diadopsi_pada=at,
        )
        if count != 1:
            return Refused(
                "sudah_berubah",
                "SOP ini sudah diubah atau diadopsi orang lain. Muat ulang halaman.",
            )
        version.refresh_from_db()
        _replace_older(version)
        facts = {"judul": sop.judul, "revisi": version.revisi, "adopsi": version.adopsi}
        if taken:
            facts["diterima"] = taken
        write(person, at, "sop.diadopsi", version, facts)
    return version


def open_blockers(version: SopVersion, sop: SOP) -> list[Finding]:
    """What would keep a case from running, but for actors: those are confirmed by adopting."""
    found = check_sop(sop, katalog_of(version.office_id), unsure_of(version))
    return [
        one
        for one in found
        if one.tingkat is Level.BLOCKER and one.kode != "langkah.tanpa-pelaksana"
    ]


def with_actors(sop: SOP, actors: Mapping[str, tuple[str, ...]]) -> SOP:
    """The SOP with the actors that its owner confirmed; unnamed steps keep theirs.

    They come ticked in the order of the columns, which says nothing about who leads: whoever led
    the step and still acts in it goes on leading it, whatever column he has.
    """
    steps = tuple(
        done_by(step, _in_order(step, actors[step.no])) if step.no in actors else step
        for step in sop.langkah
    )
    return replace(sop, langkah=steps)


def _in_order(step: Langkah, names: tuple[str, ...]) -> tuple[str, ...]:
    """Who acts in the step already, in the order of the step; then who is new."""
    own = [one.nama for one in step.pelaksana if one.nama in names]
    return (*own, *(name for name in names if name not in own))


def _replace_older(version: SopVersion) -> None:
    SopVersion.objects.filter(
        office_id=version.office_id, sop=version.sop, status=SopVersion.Status.BERLAKU
    ).exclude(pk=version.pk).update(status=SopVersion.Status.DIGANTI)

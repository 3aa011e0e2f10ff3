"""Adopting an SOP: its proposal becomes the procedure of the office."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction

from runut.core.case.definition import Adoption, adoption_problems
from runut.core.findings import Refused
from runut.core.sop.model import SOP, Pelaksana, Sumber
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text
from runut.office.locks import lock_register
from runut.office.people.models import Person
from runut.office.sops.actions.proposing import hash_of, write
from runut.office.sops.models import SopVersion
from runut.office.sops.rights import refuse_stranger

LONGEST_NO = 12


@dataclass(frozen=True)
class Confirmation:
    """What the owner of an SOP confirms when adopting it, step by step: see ``Adoption``."""

    actors: Mapping[str, tuple[str, ...]]
    ways_back: Mapping[str, str]
    works: Mapping[str, str]
    marks: Mapping[str, str] = field(default_factory=dict)
    report: str = ""


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
        write(person, at, "sop.diadopsi", version, facts)
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


def _replace_older(version: SopVersion) -> None:
    SopVersion.objects.filter(
        office_id=version.office_id, sop=version.sop, status=SopVersion.Status.BERLAKU
    ).exclude(pk=version.pk).update(status=SopVersion.Status.DIGANTI)

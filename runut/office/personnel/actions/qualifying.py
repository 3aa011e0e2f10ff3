"""What somebody is trained for, and which demands of SOPs he therefore fulfils."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.personnel.actions.keeping import (
    NOT_HERE,
    Written,
    keep,
    line,
    page_of_person,
    person_here,
)
from runut.office.personnel.demands import demand_key
from runut.office.personnel.models import Fulfilment, Qualification


@dataclass(frozen=True)
class Certificate:
    nama: str
    penyelenggara: str = ""
    nomor: str = ""
    tanggal: date | None = None
    berlaku_sampai: date | None = None


def add_qualification(person_id: int, given: Certificate, doer: Doer) -> Done | Refused:
    """Enter a training or competence of somebody."""

    def write() -> Written | Refused:
        person = person_here(doer, person_id)
        if person is None:
            return NOT_HERE
        if given.tanggal and given.berlaku_sampai and given.berlaku_sampai < given.tanggal:
            return Refused("masa_berlaku", "Masa berlaku berakhir sebelum tanggal sertifikatnya.")
        Qualification.objects.create(office_id=person.office_id, person=person, **vars(given))
        told = {name: str(value) for name, value in vars(given).items() if value}
        return f"{page_of_person(person_id)}kualifikasi/", [
            line("kualifikasi_dicatat", person_id, told)
        ]

    return keep(doer, write)


def withdraw_qualification(qualification_id: int, doer: Doer) -> Done | Refused:
    """It was entered by mistake: it stays in the history and counts no longer."""

    def write() -> Written | Refused:
        found = Qualification.objects.filter(
            office_id=doer.person.office_id, pk=qualification_id
        ).first()
        if found is None:
            return NOT_HERE
        url = f"{page_of_person(found.person_id)}kualifikasi/"
        changed = Qualification.objects.filter(pk=found.pk, dicabut=False).update(dicabut=True)
        act = line("kualifikasi_dicabut", found.person_id, {"nama": found.nama})
        return url, [act] if changed else []

    return keep(doer, write)


def confirm_demands(
    person_id: int, answers: Mapping[str, tuple[str, int | None]], doer: Doer
) -> Done | Refused:
    """Who keeps the office says which demands somebody fulfils, and what that rests on.

    ``answers``: the words of the demand to (answer, the certificate it rests on); an answer ""
    says nothing and takes an earlier one back.
    """

    def write() -> Written | Refused:
        person = person_here(doer, person_id)
        if person is None:
            return NOT_HERE
        held = set(
            Qualification.objects.filter(person=person, dicabut=False).values_list("pk", flat=True)
        )
        known = {row.hash: row for row in Fulfilment.objects.filter(person=person)}
        acts = []
        for syarat, (jawaban, dasar) in answers.items():
            if dasar is not None and dasar not in held:
                return NOT_HERE
            rests_on = dasar if jawaban == Fulfilment.Jawaban.YA else None
            key = demand_key(syarat)
            row = known.get(key)
            before = (row.jawaban, row.dasar_id) if row else ("", None)
            if before == (jawaban, rests_on):
                continue
            if not jawaban:
                Fulfilment.objects.filter(person=person, hash=key).delete()
            else:
                Fulfilment.objects.update_or_create(
                    office_id=person.office_id,
                    person=person,
                    hash=key,
                    defaults={
                        "syarat": syarat,
                        "jawaban": jawaban,
                        "dasar_id": rests_on,
                        "dipastikan_oleh": doer.person,
                        "dipastikan_pada": doer.at,
                    },
                )
            facts = {"syarat": syarat, "dari": before[0], "menjadi": jawaban}
            acts.append(line("syarat_dipastikan", person_id, facts))
        return f"{page_of_person(person_id)}kualifikasi/", acts

    return keep(doer, write)

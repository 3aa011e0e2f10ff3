"""What somebody may do beyond the steps of a case. Somebody always keeps the office."""

from collections.abc import Collection

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.people.models import Grant, Person, Right
from runut.office.people.rights import people_with
from runut.office.personnel.actions.keeping import (
    NOT_HERE,
    Written,
    keep,
    line,
    page_of_person,
    person_here,
)


def set_rights(person_id: int, rights: Collection[str], doer: Doer) -> Done | Refused:
    """Give somebody exactly these rights."""

    def write() -> Written | Refused:
        person = person_here(doer, person_id)
        if person is None:
            return NOT_HERE
        held = set(person.grants.values_list("right", flat=True))
        wanted = {one for one in Right.values if one in rights}
        if Right.KANTOR in held - wanted and (refused := refuse_last_keeper(person)):
            return refused
        Grant.objects.filter(person=person, right__in=held - wanted).delete()
        Grant.objects.bulk_create(
            Grant(office_id=person.office_id, person=person, right=right)
            for right in sorted(wanted - held)
        )
        facts = {"diberi": sorted(wanted - held), "dicabut": sorted(held - wanted)}
        acts = [line("hak_diubah", person_id, facts)] if wanted != held else []
        return page_of_person(person_id), acts

    return keep(doer, write)


def refuse_last_keeper(person: Person) -> Refused | None:
    """Without anybody who keeps the office nobody could ever be entered again."""
    keepers = people_with(person.office_id, Right.KANTOR)
    if [one.pk for one in keepers] != [person.pk]:
        return None
    return Refused(
        "pengelola_terakhir",
        f"{person.nama} satu-satunya yang dapat mengelola kantor dan pegawai. "
        "Beri hak itu kepada orang lain dahulu.",
    )

"""What a report will miss later: its figures, a checker who did not load them, facts that agree."""

from datetime import date

from runut.core.case.model import Definition
from runut.core.case.writing import composing_steps
from runut.core.report.lakip.facts import compare_facts
from runut.office.cases.queries import candidates_by_role
from runut.office.cases.text_life import COMPOSING
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.models import Dataset
from runut.office.kinerja.stored import data_of
from runut.office.lacks import Lack
from runut.office.people.facts import facts_of
from runut.office.people.models import Office

_KINERJA = "/kinerja/"


def lacks(office: Office, day: date, definition: Definition | None) -> list[Lack]:
    """What the report of last year would miss, if this SOP composes one."""
    if definition is None or not composing_steps(definition, COMPOSING):
        return []
    dataset = latest_dataset(office.pk, day.year - 1)
    if dataset is None:
        what = f"Data kinerja tahun {day.year - 1} belum dimuat"
        later = "Draf laporan disusun dari data itu; tanpanya naskah tidak dapat dibekukan."
        return [Lack(what, later, "Muat buku data", _KINERJA)]
    return [*_lone_checkers(office, day, definition, dataset), *_foreign(office, day, dataset)]


def _lone_checkers(
    office: Office, day: date, definition: Definition, dataset: Dataset
) -> list[Lack]:
    made = {step.no for step in composing_steps(definition, COMPOSING)}
    people = candidates_by_role(office, day)
    return [
        Lack(
            f"Angka dimuat {dataset.dimuat_oleh.nama}, yang sendirian memegang langkah {step.no}",
            "Yang memuat angka tidak memeriksanya sendiri: langkah itu tidak akan dapat dikerjakan "
            "sampai pegawai lain memuatnya lagi.",
            "Buka data kinerja",
            _KINERJA,
            is_blocking=True,
        )
        for step in definition.steps
        if step.checks in made
        and {one.pk for actor in step.actors[:1] for one in people.get(actor, [])}
        == {dataset.dimuat_oleh_id}
    ]


def _foreign(office: Office, day: date, dataset: Dataset) -> list[Lack]:
    found = compare_facts(data_of(dataset).profil, facts_of(office, day))
    return [
        Lack(
            f"Buku data kinerja dan Kantor berbeda. {one.kalimat}",
            "Naskah dicetak menurut Kantor; periksa mana yang benar.",
            "Buka data kinerja",
            _KINERJA,
        )
        for one in found
    ]

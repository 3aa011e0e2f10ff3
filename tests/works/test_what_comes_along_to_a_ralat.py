"""A ralat begins later than its report: who has left, stands in, or is outside is as it is then."""

from datetime import date

import pytest

from runut.office.acts.sending import Done
from runut.office.cases.acting import load
from runut.office.cases.models import Case
from runut.office.people.models import Person
from runut.office.works.laporan.correcting import start_correction
from runut.office.works.luar.parties import name_parties, parties_of
from tests.substitutes.recording import recorded
from tests.textlife.stations import living_at

pytestmark = pytest.mark.django_db


def test_who_is_there_now_corrects_the_report() -> None:
    living = living_at("")
    example, people = living.example, living.example.people
    name_parties(living.row, {"Staf": "Bagian Organisasi Setda"})
    Person.objects.filter(pk=people["sari"].pk).update(is_active=False)
    day = living.clock.date()
    answer = recorded(
        example,
        living.clock,
        holder=people["andreas"],
        sebab="kosong",
        jenis="plt",
        substitute=people["joko"],
        peran=("Karo",),
        mulai=day,
        selesai=date(day.year + 1, 1, 1),
        sk_tanggal=day,
    )
    assert isinstance(answer, Done), answer

    begun = start_correction(living.row.pk, living.doer("rina"), "Salah ketik pada simpulan.")

    assert isinstance(begun, Done), begun
    row = Case.objects.exclude(pk=living.row.pk).get()
    ralat = load(row.pk, row.office_id)
    assert parties_of(row) == {"Staf": "Bagian Organisasi Setda"}
    assert people["sari"].ref not in ralat.state.roles["Tim"]
    [given] = ralat.state.delegations
    assert (given.actor, given.substitute) == ("Karo", people["joko"].ref)

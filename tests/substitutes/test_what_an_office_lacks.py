"""Before a case starts: who is away with nobody to stand in, and who would check own work."""

from datetime import date

import pytest

from runut.core.case.model import Definition
from runut.office.cases.acting import definition_for
from runut.office.cases.queries import candidates_by_role
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Appointment
from runut.office.substitutes.lacks import lacks
from tests.substitutes.recording import recorded

pytestmark = pytest.mark.django_db
AWAY, BEFORE = date(2026, 1, 14), date(2026, 1, 13)


def told(example: ExampleOffice, day: date) -> list[str]:
    return [one.what for one in lacks(example.office, day, definition(example))]


def definition(example: ExampleOffice) -> Definition:
    return definition_for(example.sop)


def test_a_role_whose_only_holder_is_away_is_missing(example: ExampleOffice) -> None:
    recorded(example, substitute=None, jenis="pengganti", sk="")
    assert told(example, BEFORE) == []
    (what,) = told(example, AWAY)
    assert "Hendra Gunawan, S.H., M.Si., pemegang peran Kabag, sedang tidak di tempat" in what


def test_with_a_substitute_nothing_is_missing(example: ExampleOffice) -> None:
    recorded(example)
    assert told(example, AWAY) == []


def test_a_role_with_another_holder_is_not_missing(example: ExampleOffice) -> None:
    recorded(
        example, holder=example.people["dewi"], substitute=None, jenis="pengganti", peran=("Staf",)
    )
    assert told(example, AWAY) == []


def test_one_who_writes_what_he_alone_checks_is_said(example: ExampleOffice) -> None:
    Appointment.objects.create(
        office=example.office, person=example.people["hendra"], jabatan="Anggota tim", peran="Tim",
        mulai=date(2025, 1, 1),
    )  # fmt: skip
    assert any(
        "satu-satunya pemegang peran Kabag dan ikut menyusun" in w for w in told(example, BEFORE)
    )


def test_a_plh_is_no_candidate_for_good_and_a_plt_is(example: ExampleOffice) -> None:
    recorded(example)
    kabag = candidates_by_role(example.office, AWAY)["Kabag"]
    assert [one.username for one in kabag] == ["hendra"]
    Appointment.objects.filter(jenis="plh").update(jenis="plt")
    assert {one.username for one in candidates_by_role(example.office, AWAY)["Kabag"]} == {
        "hendra",
        "joko",
    }

"""What else takes place at the time of a meeting is said when its date is chosen."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.people.models import Office
from runut.office.works.rapat import actions
from runut.office.works.rapat.clashes import clashes_of, plan_of
from runut.office.works.rapat.models import Invitee, Meeting
from tests.kantor import MONDAY, kasus
from tests.meetings.rapat import FACTS, Rapat

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def rapat(monkeypatch: pytest.MonkeyPatch, inviting: Rapat) -> Rapat:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    return inviting


def other(rapat: Rapat, **facts: object) -> Meeting:
    """Another meeting of the office, at noon of the same day unless told otherwise."""
    known = {**vars(FACTS), "acara": "Rapat anggaran", "tempat": "Aula", **facts}
    return Meeting.objects.create(
        office=rapat.row.office, case=kasus(rapat.example), occasion="1", **known
    )


def call(meeting: Meeting, rapat: Rapat, *usernames: str) -> None:
    for number, username in enumerate(usernames, start=1):
        person = rapat[username]
        Invitee.objects.create(
            office=meeting.office,
            meeting=meeting,
            urutan=number,
            person=person,
            nama=person.nama,
        )


def test_the_same_room_at_the_same_time_is_said_however_it_is_written(rapat: Rapat) -> None:
    other(rapat, tempat="ruang rapat biro lantai 2", mulai=FACTS.mulai + HOUR)
    [words] = clashes_of(plan_of(rapat.meeting))
    assert words.startswith("ruang rapat biro lantai 2 dipakai rapat lain: Rapat anggaran")
    assert "10.00 s.d. 12.00 WIB" in words


def test_people_called_to_two_meetings_are_named(rapat: Rapat) -> None:
    call(other(rapat), rapat, "budi", "sari")
    [words] = clashes_of(plan_of(rapat.meeting))
    assert rapat["budi"].nama in words
    assert rapat["sari"].nama in words


def test_who_does_not_come_to_the_other_one_is_free(rapat: Rapat) -> None:
    call(other(rapat), rapat, "budi")
    Invitee.objects.filter(meeting__acara="Rapat anggaran").update(jawaban="tidak")
    assert clashes_of(plan_of(rapat.meeting)) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"mulai": FACTS.selesai, "selesai": FACTS.selesai + HOUR, "tempat": FACTS.tempat},
        {"mulai": FACTS.mulai - HOUR, "selesai": FACTS.mulai, "tempat": FACTS.tempat},
        {"dibatalkan_pada": MONDAY, "tempat": FACTS.tempat},
        {"tempat": "Aula"},
    ],
)
def test_one_after_the_other_called_off_or_elsewhere_is_no_clash(
    rapat: Rapat, facts: dict[str, object]
) -> None:
    other(rapat, **facts)
    assert clashes_of(plan_of(rapat.meeting)) == []


def test_the_meeting_of_another_office_is_nobodys_business(rapat: Rapat) -> None:
    meeting = other(rapat, tempat=FACTS.tempat)
    Meeting.objects.filter(pk=meeting.pk).update(
        office=Office.objects.create(nama="Lain", kode="L")
    )
    assert clashes_of(plan_of(rapat.meeting)) == []


def test_the_form_asks_once_with_all_that_was_typed_and_then_goes_on(rapat: Rapat) -> None:
    other(rapat, tempat=FACTS.tempat)
    client = Client()
    client.force_login(rapat["dewi"])
    home = client.get(f"/pelaksanaan/{rapat.row.pk}/langkah/2/")
    form = home.context["fakta"]
    told = {
        "kunci": form["kunci"].value(),
        "putaran": "1",
        "versi": rapat.meeting.version,
        "acara": "Rapat besar",
        "rangka": FACTS.rangka,
        "tanggal": "2026-01-14",
        "mulai": "09:30",
        "selesai": "11:00",
        "tempat": FACTS.tempat,
    }
    address = f"/pelaksanaan/{rapat.row.pk}/langkah/2/undangan/data"
    assert "Bentrok waktu" in home.content.decode()

    asked = client.post(address, told)

    words = asked.content.decode()
    assert asked.status_code == 422
    assert "dipakai rapat lain: Rapat anggaran" in words
    assert "Tetap pada waktu dan tempat ini" in words
    assert "Rapat besar" in words
    assert client.post(address, {**told, "tetap": "on"}).status_code == 302
    assert rapat.meeting.acara == "Rapat besar"


def test_another_meeting_of_the_same_case_does_not_clash_with_itself(rapat: Rapat) -> None:
    doer = Doer(rapat["dewi"], MONDAY)
    moved = replace(FACTS, tempat="Aula")
    answer = actions.save_facts(rapat.ref("2"), doer, moved, versi=rapat.meeting.version)
    assert isinstance(answer, Done)
    assert clashes_of(plan_of(rapat.meeting)) == []

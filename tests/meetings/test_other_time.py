"""A meeting held at another time than announced is asked about, and the reason stays with it."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.works.rapat import actions
from tests.meetings.rapat import NOON, WEDNESDAY, Rapat

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WHY = "Kepala kantor meminta rapat dimajukan."


def open_at(rapat: Rapat, dibuka: datetime, alasan: str = "") -> Done | Refused:
    return actions.open_meeting(
        rapat.ref("4"),
        Doer(rapat["rina"], NOON),
        dibuka=dibuka,
        notulis=rapat["dewi"].ref,
        hadir=rapat.ids("rina"),
        alasan=alasan,
        kelengkapan=rapat.needs("4"),
    )


def test_a_meeting_of_wednesday_opened_on_the_tuesday_before_is_asked_about(
    before_the_meeting: Rapat,
) -> None:
    answer = open_at(before_the_meeting, WEDNESDAY - DAY)

    assert isinstance(answer, Refused)
    assert answer.kode == "beda_waktu"
    assert "Rabu, 14 Januari 2026 pukul 09.00 WIB" in answer.reason
    assert "Selasa, 13 Januari 2026 pukul 09.00 WIB" in answer.reason
    assert before_the_meeting.meeting.dibuka_pada is None


def test_with_a_reason_it_is_recorded_and_the_reason_is_in_the_trail(
    before_the_meeting: Rapat,
) -> None:
    assert isinstance(open_at(before_the_meeting, WEDNESDAY - DAY, WHY), Done)
    assert before_the_meeting.meeting.alasan_waktu == WHY
    client = Client()
    client.force_login(before_the_meeting["rina"])
    history = client.get(f"/pelaksanaan/{before_the_meeting.row.pk}/riwayat/")
    assert WHY in history.content.decode()


@pytest.mark.parametrize("minutes", [-60, -15, 0, 90])
def test_on_its_day_and_around_its_hour_nothing_is_asked(
    before_the_meeting: Rapat, minutes: int
) -> None:
    at = WEDNESDAY + timedelta(minutes=minutes)
    assert isinstance(open_at(before_the_meeting, at), Done)


def test_hours_before_its_own_hour_it_is_asked_about_on_its_day_too(
    before_the_meeting: Rapat,
) -> None:
    answer = open_at(before_the_meeting, WEDNESDAY - timedelta(hours=2))
    assert isinstance(answer, Refused)
    assert answer.kode == "beda_waktu"


def test_a_meeting_closed_on_the_day_after_is_asked_about(before_the_meeting: Rapat) -> None:
    discussing = before_the_meeting
    assert isinstance(discussing.open(), Done)
    discussing.note("Dibahas Bab I.")
    answer = discussing.close(at=NOON + DAY)

    assert isinstance(answer, Refused)
    assert answer.kode == "beda_waktu"
    assert "Isi kapan rapatnya selesai, bukan kapan notulanya" in answer.reason
    assert discussing.meeting.ditutup_pada is None
    assert isinstance(discussing.close(at=NOON), Done)


def test_the_page_asks_with_the_typed_day_kept(
    monkeypatch: pytest.MonkeyPatch, before_the_meeting: Rapat
) -> None:
    rapat = before_the_meeting
    monkeypatch.setattr(clock, "now", lambda: NOON)
    client = Client()
    client.force_login(rapat["rina"])
    address = f"/pelaksanaan/{rapat.row.pk}/langkah/4/"
    first = client.get(address)
    assert "Alasan waktunya lain" not in first.content.decode()
    told = {
        "kunci": first.context["selesai"]["kunci"].value(),
        "putaran": "1",
        "tanggal": "2026-01-11",
        "pukul": "09:00",
        "notulis": rapat["dewi"].ref,
        "kelengkapan": list(rapat.needs("4")),
    }

    asked = client.post(address, told)

    page = asked.content.decode()
    assert asked.status_code == 422
    assert "Minggu, 11 Januari 2026" in page
    assert "Alasan waktunya lain" in page
    assert 'value="2026-01-11"' in page
    assert client.post(address, {**told, "alasan_waktu": WHY}).status_code == 302
    assert rapat.meeting.alasan_waktu == WHY

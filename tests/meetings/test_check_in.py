"""The public page behind the QR."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office import clock
from runut.office.works.rapat import actions
from tests.meetings.rapat import NOON, WEDNESDAY, Rapat

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(before_the_meeting: Rapat) -> Rapat:
    return before_the_meeting


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def presence(rapat: Rapat, username: str) -> tuple[object, str]:
    one = rapat.meeting.invitees.get(person__username=username)
    return one.attended_at, one.attended_by


def test_an_invitee_checks_in_without_login_by_choosing_his_name(
    client: Client, monkeypatch: pytest.MonkeyPatch, rapat: Rapat
) -> None:
    at(monkeypatch, WEDNESDAY)
    address = f"/hadir/{rapat.meeting.token}/"

    seen = client.get(address)
    assert "Rapat penyusunan LAKIP 2025" in seen.content.decode()
    assert presence(rapat, "sari") == (None, "")

    answer = client.post(address, {"siapa": rapat.ids("sari")[0]}, follow=True)

    assert f"Kehadiran {rapat['sari'].nama} tercatat" in answer.content.decode()
    assert presence(rapat, "sari") == (WEDNESDAY, "qr")
    assert rapat.chain()[-1] == "rapat.hadir"


def test_a_personal_address_confirms_one_person_and_no_other(
    client: Client, monkeypatch: pytest.MonkeyPatch, rapat: Rapat
) -> None:
    at(monkeypatch, WEDNESDAY)
    token = rapat.meeting.invitees.get(person__username="sari").token

    client.post(f"/hadir/{token}/", {"siapa": rapat.ids("budi")[0]})
    client.post(f"/hadir/{token}/", {"siapa": rapat.ids("sari")[0]})

    assert presence(rapat, "budi") == (None, "")
    assert presence(rapat, "sari") == (WEDNESDAY, "qr")


def test_the_first_time_of_checking_in_stays(
    client: Client, monkeypatch: pytest.MonkeyPatch, rapat: Rapat
) -> None:
    address = f"/hadir/{rapat.meeting.token}/"
    for minutes in (0, 30):
        at(monkeypatch, WEDNESDAY + timedelta(minutes=minutes))
        client.post(address, {"siapa": rapat.ids("sari")[0]})

    assert presence(rapat, "sari") == (WEDNESDAY, "qr")
    assert rapat.chain().count("rapat.hadir") == 1


@pytest.mark.parametrize("days", [-1, 1])
def test_nobody_checks_in_on_another_day(
    client: Client, monkeypatch: pytest.MonkeyPatch, days: int, rapat: Rapat
) -> None:
    at(monkeypatch, WEDNESDAY + timedelta(days=days))

    answer = client.post(f"/hadir/{rapat.meeting.token}/", {"siapa": rapat.ids("sari")[0]})

    assert answer.status_code == 422
    assert "Rabu, 14 Januari 2026" in answer.content.decode()
    assert presence(rapat, "sari") == (None, "")


def test_nobody_checks_in_after_the_meeting_was_closed(
    client: Client, monkeypatch: pytest.MonkeyPatch, rapat: Rapat
) -> None:
    rapat.open()
    rapat.note("Dibahas.")
    rapat.close()
    at(monkeypatch, NOON)

    answer = client.post(f"/hadir/{rapat.meeting.token}/", {"siapa": rapat.ids("sari")[0]})

    assert answer.status_code == 422
    assert presence(rapat, "sari") == (None, "")


def test_an_address_that_was_guessed_leads_nowhere(client: Client, rapat: Rapat) -> None:
    assert client.get("/hadir/AAAAAAAAAAAAAAAAAAAAAA/").status_code == 404


def test_two_meetings_never_share_an_address(rapat: Rapat) -> None:
    tokens = [rapat.meeting.token, *rapat.meeting.invitees.values_list("token", flat=True)]
    assert len(set(tokens)) == 9
    assert all(len(token) == 22 for token in tokens)


def test_the_act_itself_knows_the_day_and_counts_once(rapat: Rapat) -> None:
    seen = rapat.meeting.invitees.select_related("meeting__office", "meeting__case")
    sari = seen.get(person__username="sari")

    early = actions.check_in(sari, WEDNESDAY - timedelta(days=1))
    actions.check_in(sari, WEDNESDAY)
    actions.check_in(sari, NOON)

    assert isinstance(early, Refused)
    assert early.kode == "bukan_hari_rapat"
    assert presence(rapat, "sari") == (WEDNESDAY, "qr")
    assert rapat.chain().count("rapat.hadir") == 1

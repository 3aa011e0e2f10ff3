"""The page of an invitee: he says that he has read the letter, and whether he comes."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from runut.office import clock
from runut.office.acts.sending import Doer
from runut.office.works.rapat import actions
from runut.office.works.rapat.messages import personal_text, whatsapp_url
from runut.office.works.rapat.models import Invitee
from tests.kantor import MONDAY
from tests.meetings.rapat import WEDNESDAY, Rapat

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(monkeypatch: pytest.MonkeyPatch, inviting: Rapat) -> Rapat:
    at(monkeypatch, MONDAY)
    inviting.compose()
    return inviting


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def invitee(rapat: Rapat, username: str = "budi") -> Invitee:
    return rapat.meeting.invitees.get(person__username=username)


def page(rapat: Rapat, username: str = "budi") -> str:
    return f"/undangan/{invitee(rapat, username).token}/"


def test_looking_at_the_page_is_not_reading(client: Client, rapat: Rapat) -> None:
    for method in (client.get, client.head):
        assert method(page(rapat)).status_code == 200
    assert invitee(rapat).read_at is None


def test_who_answers_has_read_and_speaks_for_himself_alone(client: Client, rapat: Rapat) -> None:
    client.post(page(rapat), {"jawaban": "hadir"})

    one = invitee(rapat)
    assert (one.jawaban, one.jawaban_pada, one.read_at) == ("hadir", MONDAY, MONDAY)
    assert not rapat.meeting.invitees.exclude(pk=one.pk).exclude(jawaban="").exists()
    assert rapat.chain()[-2:] == ["rapat.undangan_dibaca", "rapat.undangan_dijawab"]


def test_who_only_has_read_says_so_and_answers_later(client: Client, rapat: Rapat) -> None:
    client.post(page(rapat), {"jawaban": "baca"})
    assert (invitee(rapat).jawaban, invitee(rapat).read_at) == ("", MONDAY)


def test_who_sends_another_says_whom(client: Client, rapat: Rapat) -> None:
    nameless = client.post(page(rapat), {"jawaban": "wakil"})
    client.post(page(rapat), {"jawaban": "wakil", "wakil_nama": "Andi", "wakil_jabatan": "Analis"})
    assert nameless.status_code == 422
    assert (invitee(rapat).wakil_nama, invitee(rapat).wakil_jabatan) == ("Andi", "Analis")


def test_the_last_answer_counts_and_the_same_one_leaves_no_second_line(
    client: Client, rapat: Rapat
) -> None:
    client.post(page(rapat), {"jawaban": "wakil", "wakil_nama": "Andi"})
    for _ in range(2):
        client.post(page(rapat), {"jawaban": "tidak"})
    assert (invitee(rapat).jawaban, invitee(rapat).wakil_nama) == ("tidak", "")
    assert rapat.chain().count("rapat.undangan_dijawab") == 2


def test_after_the_meeting_has_begun_no_answer_is_changed(
    client: Client, monkeypatch: pytest.MonkeyPatch, rapat: Rapat
) -> None:
    at(monkeypatch, WEDNESDAY)
    answer = client.post(page(rapat), {"jawaban": "hadir"})
    assert answer.status_code == 422
    assert "Rapat sudah dimulai" in answer.content.decode()
    assert invitee(rapat).jawaban == ""


def test_the_address_of_the_meeting_or_a_guess_answers_for_nobody(
    client: Client, rapat: Rapat
) -> None:
    for token in (rapat.meeting.token, "tebakan", "A" * 200, "é"):
        assert client.get(f"/undangan/{token}/").status_code == 404


@pytest.mark.parametrize("typed", ["", "x", "HADIR", "\u202e", "a" * 9000])
def test_an_answer_that_is_none_is_asked_for_again(
    client: Client, rapat: Rapat, typed: str
) -> None:
    assert client.post(page(rapat), {"jawaban": typed}).status_code == 422
    assert invitee(rapat).read_at is None


def test_a_meeting_called_off_says_so_and_takes_no_answer(client: Client, rapat: Rapat) -> None:
    doer = Doer(rapat["rina"], MONDAY)
    actions.cancel_meeting(rapat.ref("2"), doer, "Ruang bocor.", lambda _: None)
    assert "Rapat ini dibatalkan: Ruang bocor." in client.get(page(rapat)).content.decode()
    assert client.post(page(rapat), {"jawaban": "hadir"}).status_code == 422


def test_who_prepares_the_meeting_sees_who_has_read_and_who_comes(
    client: Client, rapat: Rapat
) -> None:
    client.post(page(rapat), {"jawaban": "wakil", "wakil_nama": "Andi"})
    client.post(page(rapat, "sari"), {"jawaban": "hadir"})
    staff = Client()
    staff.force_login(rapat["dewi"])

    seen = staff.get(f"/pelaksanaan/{rapat.row.pk}/langkah/2/undangan/tanggapan/")

    counts = dict(seen.context["counts"])
    assert counts == {
        "Diundang": 8,
        "Undangan disampaikan": 0,
        "Sudah membaca": 2,
        "Hadir": 1,
        "Mewakilkan": 1,
        "Tidak dapat hadir": 0,
    }
    assert "Mewakilkan</b>: Andi" in seen.content.decode()


def test_the_whatsapp_link_goes_to_the_person_with_his_own_address(rapat: Rapat) -> None:
    one = invitee(rapat)
    assert one.person is not None
    one.person.telepon = "0812-3456-7890"
    url = whatsapp_url(one, personal_text("Mohon hadir.", one))
    assert url.startswith("https://wa.me/6281234567890?text=Yth.%20")
    assert f"%2Fundangan%2F{one.token}%2F" in url.replace("/undangan/", "%2Fundangan%2F").replace(
        f"{one.token}/", f"{one.token}%2F"
    )
    one.person.telepon = "belum ada"
    assert whatsapp_url(one, "a").startswith("https://wa.me/?text=")


def test_an_answer_does_not_make_the_day_of_the_meeting_come_sooner(
    client: Client, rapat: Rapat
) -> None:
    client.post(page(rapat), {"jawaban": "hadir"})
    assert invitee(rapat).attended_at is None
    assert clock.now() < WEDNESDAY - timedelta(days=1)

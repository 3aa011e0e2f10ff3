"""The screen of the room: its code changes, and only who sees it checks in."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from runut.core.findings import Refused
from runut.files.write.layout.signature import qr_svg
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.works.rapat import actions, room_code
from runut.office.works.rapat.models import Invitee
from runut.office.works.rapat.pages.checking_in import TRIES
from runut.office.works.rapat.pages.room import _growing
from runut.office.works.rapat.papers import check_in_url
from tests.meetings.rapat import WEDNESDAY, Rapat

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def rapat(before_the_meeting: Rapat, monkeypatch: pytest.MonkeyPatch) -> Rapat:
    cache.clear()
    at(monkeypatch, WEDNESDAY)
    return before_the_meeting


@pytest.fixture
def shown(rapat: Rapat) -> Rapat:
    doer = Doer(rapat["dewi"], WEDNESDAY)
    assert isinstance(actions.show_code(rapat.row.pk, "4", doer), Done)
    return rapat


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


def address(rapat: Rapat) -> str:
    return f"/hadir/{rapat.meeting.token}/"


def came(rapat: Rapat) -> dict[str, str]:
    rows = rapat.meeting.invitees.exclude(attended_at=None)
    return dict(rows.values_list("nama", "attended_by"))


def admitted(client: Client, rapat: Rapat) -> str:
    """The pass that a telephone gets which reads the QR of this minute."""
    kode = room_code.code_at(rapat.meeting, clock.now())
    page = client.get(f"{address(rapat)}?kode={kode}").content.decode()
    found = re.search(r'name="izin" value="([^"]+)"', page)
    assert found, page
    return found[1]


def test_the_code_changes_every_minute_and_the_one_before_still_counts(shown: Rapat) -> None:
    meeting = shown.meeting
    codes = [room_code.code_at(meeting, WEDNESDAY + n * MINUTE) for n in range(3)]
    assert len(set(codes)) == 3
    assert all(re.fullmatch(r"\d{6}", code) for code in codes)
    late = WEDNESDAY + MINUTE + timedelta(seconds=59)
    assert room_code.is_shown(meeting, codes[0], late)
    assert not room_code.is_shown(meeting, codes[0], WEDNESDAY + 2 * MINUTE)
    assert not room_code.is_shown(meeting, codes[2], WEDNESDAY + MINUTE)
    assert room_code.is_shown(meeting, f"{codes[0][:3]} {codes[0][3:]}", WEDNESDAY)


def test_without_the_code_the_address_shows_no_names_and_marks_nobody(
    client: Client, shown: Rapat
) -> None:
    answer = client.get(address(shown))
    sent = client.post(address(shown), {"siapa": shown.ids("sari")[0]})

    assert answer.status_code == 200
    assert sent.status_code == 422
    for page in (answer, sent):
        assert "Kode di layar ruang rapat" in page.content.decode()
        assert shown["sari"].nama not in page.content.decode()
    assert came(shown) == {}


def test_who_reads_the_qr_of_this_minute_chooses_his_name(client: Client, shown: Rapat) -> None:
    izin = admitted(client, shown)

    answer = client.post(address(shown), {"siapa": shown.ids("sari")[0], "izin": izin}, follow=True)

    assert f"Kehadiran {shown['sari'].nama} tercatat" in answer.content.decode()
    assert came(shown) == {shown["sari"].nama: Invitee.Presence.ROOM}


def test_who_read_the_code_in_time_may_take_ten_minutes_to_find_his_name(
    client: Client, monkeypatch: pytest.MonkeyPatch, shown: Rapat
) -> None:
    izin = admitted(client, shown)
    sari, budi = shown.ids("sari")[0], shown.ids("budi")[0]

    at(monkeypatch, WEDNESDAY + 9 * MINUTE)
    in_time = client.post(address(shown), {"siapa": sari, "izin": izin})
    at(monkeypatch, WEDNESDAY + 11 * MINUTE)
    late = Client().post(address(shown), {"siapa": budi, "izin": izin})

    assert (in_time.status_code, late.status_code) == (302, 422)
    assert "tidak berlaku lagi" in late.content.decode()
    assert list(came(shown)) == [shown["sari"].nama]


@pytest.mark.parametrize("izin", ["", "1.x", "9" * 80, "1768356000.", "é\u202e", "-5.aa"])
def test_a_pass_that_was_made_up_opens_nothing(client: Client, shown: Rapat, izin: str) -> None:
    answer = client.post(address(shown), {"siapa": shown.ids("sari")[0], "izin": izin})
    assert answer.status_code == 422
    assert came(shown) == {}


def test_the_pass_of_one_meeting_opens_no_other(shown: Rapat) -> None:
    meeting = shown.meeting
    izin = room_code.pass_at(meeting, WEDNESDAY)
    meeting.token = "lain"
    assert not room_code.is_pass(meeting, izin, WEDNESDAY)


def test_codes_cannot_be_tried_without_end(client: Client, shown: Rapat) -> None:
    right = room_code.code_at(shown.meeting, WEDNESDAY)
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(TRIES):
        assert client.post(address(shown), {"kode": wrong}).status_code == 422

    answer = client.post(address(shown), {"kode": right})

    assert answer.status_code == 422
    assert "Terlalu banyak kode" in answer.content.decode()


def test_one_telephone_speaks_for_one_person(client: Client, shown: Rapat) -> None:
    izin = admitted(client, shown)
    client.post(address(shown), {"siapa": shown.ids("sari")[0], "izin": izin})

    again = client.post(address(shown), {"siapa": shown.ids("budi")[0], "izin": izin})
    other = Client()
    taken = other.post(
        address(shown), {"siapa": shown.ids("sari")[0], "izin": admitted(other, shown)}
    )

    assert again.status_code == 422
    assert "Telepon ini sudah dipakai" in again.content.decode()
    assert taken.status_code == 422
    assert list(came(shown)) == [shown["sari"].nama]


def test_the_list_shows_names_only_no_nip_and_no_post(client: Client, shown: Rapat) -> None:
    shown.meeting.invitees.update(nip="198001012005011001", jabatan="Analis Rahasia")
    kode = room_code.code_at(shown.meeting, WEDNESDAY)

    page = client.get(f"{address(shown)}?kode={kode}").content.decode()

    assert shown["sari"].nama in page
    assert "19800101" not in page.replace(" ", "")
    assert "Analis Rahasia" not in page


def test_two_of_the_same_name_are_told_apart_by_their_posts(client: Client, shown: Rapat) -> None:
    two = shown.ids("sari", "budi")
    Invitee.objects.filter(pk=two[0]).update(nama="Andi", jabatan="Arsiparis")
    Invitee.objects.filter(pk=two[1]).update(nama="Andi", jabatan="Analis")
    kode = room_code.code_at(shown.meeting, WEDNESDAY)

    page = client.get(f"{address(shown)}?kode={kode}").content.decode()

    assert "Andi (Arsiparis)" in page
    assert "Andi (Analis)" in page


def test_a_guest_from_outside_writes_his_name_and_where_he_is_from(
    client: Client, shown: Rapat
) -> None:
    izin = admitted(client, shown)
    nameless = client.post(address(shown), {"siapa": "tamu", "izin": izin})
    told = {"siapa": "tamu", "nama": "Yohanes", "jabatan": "Analis", "instansi": "BPKAD"}
    client.post(address(shown), {**told, "izin": izin})
    other = Client()
    other.post(address(shown), {**told, "izin": admitted(other, shown)})

    assert nameless.status_code == 422
    assert "Isi asal instansi." in nameless.content.decode()
    [guest] = shown.meeting.invitees.filter(walk_in=True)
    assert (guest.nama, guest.jabatan, guest.nip) == ("Yohanes", "Analis, BPKAD", "")
    assert guest.attended_at == WEDNESDAY


def test_a_guest_does_not_make_the_letter_out_of_date(shown: Rapat) -> None:
    from runut.office.works.rapat.facts import changes_since_composed  # noqa: PLC0415
    from runut.office.works.rapat.queries import invitees_of  # noqa: PLC0415

    actions.check_in_guest(
        shown.meeting, actions.Guest("Yohanes", "BPKAD"), actions.Arrival(WEDNESDAY)
    )
    assert changes_since_composed(shown.meeting, invitees_of(shown.meeting)) == ()


def test_who_stands_in_for_an_invitee_is_listed_by_his_own_name(
    client: Client, shown: Rapat
) -> None:
    sari = shown.ids("sari")[0]
    Invitee.objects.filter(pk=sari).update(
        jawaban="wakil", wakil_nama="Andi", wakil_jabatan="Analis"
    )
    izin = admitted(client, shown)

    client.post(address(shown), {"siapa": f"wakil-{sari}", "izin": izin})

    [one] = shown.meeting.invitees.exclude(attended_at=None)
    assert (one.nama, one.mewakili_id) == ("Andi", sari)
    assert one.jabatan == f"Analis, mewakili {shown['sari'].nama}"


def test_the_screen_shows_the_qr_and_asks_for_itself_anew(shown: Rapat) -> None:
    client = Client()
    client.force_login(shown["dewi"])

    answer = client.get(f"/pelaksanaan/{shown.row.pk}/langkah/4/layar/")

    page = answer.content.decode()
    kode = room_code.code_at(shown.meeting, WEDNESDAY)
    assert f"/hadir/{shown.meeting.token}/?kode={kode}" in page
    assert f"{kode[:3]} {kode[3:]}" in page
    assert _growing(qr_svg(f"{check_in_url(shown.meeting.token)}?kode={kode}")) in page
    assert 1 <= int(answer.headers["Refresh"]) <= 16
    assert "0</b> hadir dari 8 undangan" in page


def test_looking_at_the_screen_page_starts_nothing(rapat: Rapat) -> None:
    client = Client()
    client.force_login(rapat["dewi"])
    page = client.get(f"/pelaksanaan/{rapat.row.pk}/langkah/4/layar/")
    assert "Mulai layar kehadiran" in page.content.decode()
    assert "Refresh" not in page.headers
    assert rapat.meeting.layar_pada is None


def test_who_does_not_run_the_room_sees_no_code(shown: Rapat) -> None:
    client = Client()
    client.force_login(shown["hendra"])
    answer = client.get(f"/pelaksanaan/{shown.row.pk}/langkah/4/layar/")
    assert answer.status_code == 403
    assert shown.meeting.token not in answer.content.decode()
    refused = actions.hide_code(shown.row.pk, "4", Doer(shown["hendra"], WEDNESDAY))
    assert isinstance(refused, Refused)


def test_when_the_projector_breaks_the_address_alone_is_enough_again(
    client: Client, shown: Rapat
) -> None:
    actions.hide_code(shown.row.pk, "4", Doer(shown["rina"], WEDNESDAY))

    client.post(address(shown), {"siapa": shown.ids("sari")[0]})

    assert came(shown) == {shown["sari"].nama: Invitee.Presence.QR}
    assert shown.chain()[-2:] == ["rapat.layar_ditutup", "rapat.hadir"]

"""Half the room was offline: who signed on paper is written down later, and it says so."""

from datetime import timedelta

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.attending import Guest
from runut.office.works.rapat.actions.recording import Recorded
from runut.office.works.rapat.papers import daftar_hadir
from tests.meetings.rapat import NOON, WEDNESDAY, Rapat
from tests.report.reading import said

pytestmark = pytest.mark.django_db
WHY = "Jaringan di ruang rapat putus."


@pytest.fixture
def rapat(discussing: Rapat) -> Rapat:
    return discussing


def record(rapat: Rapat, by: str = "dewi", **told: object) -> Done | Refused:
    facts: dict[str, object] = {
        "pada": WEDNESDAY + timedelta(minutes=5),
        "alasan": WHY,
        "hadir": tuple(rapat.ids("sari", "hendra")),
        "tamu": (Guest("Yohanes", "BPKAD"),),
    }
    recorded = Recorded(**{**facts, **told})  # type: ignore[arg-type]
    return actions.record_later(rapat.ref("5"), Doer(rapat[by], NOON), recorded)


def test_presence_recorded_later_keeps_when_it_was_who_wrote_it_and_why(rapat: Rapat) -> None:
    assert isinstance(record(rapat), Done)

    sari = rapat.meeting.invitees.get(person__username="sari")
    assert sari.attended_at == WEDNESDAY + timedelta(minutes=5)
    assert (sari.noted_by, sari.noted_at, sari.noted_why) == (rapat["dewi"], NOON, WHY)
    guest = rapat.meeting.invitees.get(nama="Yohanes")
    assert (guest.walk_in, guest.noted_by) == (True, rapat["dewi"])
    assert rapat.chain()[-1] == "rapat.hadir_susulan"


def test_the_printed_list_says_by_whom_it_was_recorded_later(rapat: Rapat) -> None:
    record(rapat)
    words = said(daftar_hadir(rapat.meeting, rapat["rina"], with_qr=False))
    assert f"(dicatat kemudian oleh {rapat['dewi'].nama})" in words


def test_who_checked_in_by_telephone_keeps_his_own_time(rapat: Rapat) -> None:
    budi = rapat.meeting.invitees.get(person__username="budi")
    record(rapat, hadir=tuple(rapat.ids("budi", "sari")))
    again = rapat.meeting.invitees.get(pk=budi.pk)
    assert (again.attended_at, again.noted_by) == (budi.attended_at, None)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"alasan": " "}, "tanpa_alasan"),
        ({"hadir": (), "tamu": ()}, "tidak_ada"),
        ({"pada": NOON + timedelta(hours=1)}, "waktu_mendatang"),
        ({"pada": WEDNESDAY - timedelta(days=1)}, "bukan_hari_rapat"),
    ],
)
def test_without_reason_people_or_a_fitting_time_nothing_is_recorded(
    rapat: Rapat, told: dict[str, object], why: str
) -> None:
    answer = record(rapat, **told)
    assert isinstance(answer, Refused)
    assert answer.kode == why
    assert not rapat.meeting.invitees.exclude(noted_by=None).exists()


def test_who_has_no_part_in_the_step_records_nobody(rapat: Rapat) -> None:
    answer = record(rapat, by="hendra")
    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"


def test_a_guest_recorded_by_mistake_is_taken_off_the_list(rapat: Rapat) -> None:
    record(rapat)
    guest = rapat.meeting.invitees.get(nama="Yohanes")
    actions.undo_attendance(rapat.ref("5"), Doer(rapat["dewi"], NOON), guest.pk)
    assert not rapat.meeting.invitees.filter(nama="Yohanes").exists()


def test_the_page_takes_the_paper_list_in_one_form(
    monkeypatch: pytest.MonkeyPatch, rapat: Rapat
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOON)
    client = Client()
    client.force_login(rapat["dewi"])
    address = f"/pelaksanaan/{rapat.row.pk}/langkah/5/hadir-susulan/"
    page = client.get(address)
    assert page.status_code == 200
    form = page.context["form"]
    told = {
        "kunci": form["kunci"].value(),
        "putaran": "1",
        "hadir": rapat.ids("sari"),
        "tamu": "Yohanes, Analis BPKAD\r\n\r\nMaria",
        "tanggal": "2026-01-14",
        "pukul": "09:05",
    }

    missing = client.post(address, told)
    answer = client.post(address, {**told, "alasan": WHY}, follow=True)

    assert missing.status_code == 422
    assert "Yohanes, Analis BPKAD" in missing.content.decode()
    assert "dicatat kemudian oleh" in answer.content.decode()
    names = set(rapat.meeting.invitees.exclude(noted_by=None).values_list("nama", "jabatan"))
    assert ("Yohanes", "Analis BPKAD") in names
    assert ("Maria", "") in names

"""The pages of a meeting: who sees them, and that nothing typed is ever lost."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from runut.office import clock
from runut.office.acts.sending import Done
from runut.office.cases.models import Document
from runut.office.people.models import Person
from runut.office.works.rapat.forms.minutes import fingerprint
from runut.office.works.rapat.models import Resolution
from tests.meetings.rapat import NOON, Rapat

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(discussing: Rapat) -> Rapat:
    return discussing


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOON)


@pytest.fixture
def as_(client: Client, rapat: Rapat) -> Callable[[str], Client]:
    def logged_in(username: str) -> Client:
        client.force_login(rapat[username])
        return client

    return logged_in


def address(rapat: Rapat, rest: str = "") -> str:
    return f"/pelaksanaan/{rapat.row.pk}/langkah/5/{rest}"


def page_of(rapat: Rapat, **typed: Any) -> dict[str, Any]:
    """What the page of the discussion sends when ``typed`` was filled in."""
    meeting = rapat.meeting
    sent = {
        "kunci": "k1",
        "putaran": 1,
        "versi": meeting.version,
        "sidik": fingerprint(meeting.pembahasan),
        "pembahasan": meeting.pembahasan,
        "bagian": "umum",
    }
    return {**sent, **typed}


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_the_page_stays_within_its_queries_and_carries_no_style_or_script(
    as_: Callable[[str], Client],
    rapat: Rapat,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    budi = as_("budi")

    with django_assert_max_num_queries(15):
        answer = budi.get(address(rapat))

    assert answer.status_code == 200
    assert "style=" not in text(answer)
    assert text(answer).count("<script") == 1


def test_the_note_taker_has_an_address_to_write_at_and_no_button_to_end_the_step(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    dewi = as_("dewi")

    answer = dewi.get(address(rapat, "notulensi/"))

    assert "Saudara notulis rapat ini" in text(answer)
    assert "tutup rapat" not in text(answer)
    saved = dewi.post(address(rapat, "notulensi/tulis"), page_of(rapat, pembahasan="Bab I dibaca."))
    assert saved.url == address(rapat, "notulensi/?tersimpan=notulensi")  # type: ignore[attr-defined]
    assert rapat.meeting.pembahasan == "Bab I dibaca."


def test_who_neither_writes_nor_acts_is_sent_to_the_closed_page(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    answer = as_("hendra").get(address(rapat, "notulensi/"), follow=True)

    assert answer.redirect_chain == [(address(rapat), 302)]
    assert "Simpan" not in text(answer)


def test_to_a_stranger_of_the_case_none_of_it_exists(client: Client, rapat: Rapat) -> None:
    stranger = Person.objects.create(office=rapat.row.office, username="wati", nama="Wati")
    client.force_login(stranger)
    one = rapat.ids("budi")[0]

    gets = ["", "notulensi/", "notulensi/tutup/", "undangan/rapat.ics"]
    posts = ["undangan/data", "undangan/tamu", f"undangan/tamu/{one}/hapus", "undangan/susun"]
    posts += ["undangan/terkirim", f"undangan/terkirim/{one}/batal", "undangan/surel"]
    posts += ["kesiapan/periksa", "kesiapan/bagikan", "kesiapan/daftar-hadir", "notulensi/tulis"]
    posts += [f"notulensi/hadir/{one}/batal", "", "tindak-lanjut/1/", "tindak-lanjut/1/buka"]

    assert {client.get(address(rapat, rest)).status_code for rest in gets} == {404}
    assert {client.post(address(rapat, rest)).status_code for rest in posts} == {404}


def test_without_login_everything_asks_for_it(client: Client, rapat: Rapat) -> None:
    answer = client.post(address(rapat, "notulensi/tulis"), page_of(rapat, pembahasan="x"))

    assert answer.status_code == 302
    assert answer.url.startswith("/masuk/")  # type: ignore[attr-defined]
    assert rapat.meeting.pembahasan == ""


def test_all_that_was_written_is_saved_by_one_button(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    sent = page_of(
        rapat,
        pembahasan="Budi: setuju.\r\nSari: setuju.",
        isi="Lengkapi tabel.",
        hadir=rapat.ids("sari"),
        nama="Siti Aminah",
        jabatan="Biro Organisasi",
        lanjut="1",
    )

    answer = as_("budi").post(address(rapat, "notulensi/tulis"), sent)

    assert answer.url.startswith(address(rapat, "notulensi/tutup/"))  # type: ignore[attr-defined]
    assert rapat.meeting.pembahasan == "Budi: setuju.\nSari: setuju."
    assert Resolution.objects.get().isi == "Lengkapi tabel."
    assert rapat.meeting.invitees.exclude(attended_at=None).count() == 4


def test_the_same_page_sent_twice_writes_once(as_: Callable[[str], Client], rapat: Rapat) -> None:
    budi, sent = as_("budi"), page_of(rapat, isi="Lengkapi tabel.", hadir=rapat.ids("sari"))

    answers = [budi.post(address(rapat, "notulensi/tulis"), sent) for _ in range(2)]

    assert [one.status_code for one in answers] == [302, 302]
    assert Resolution.objects.count() == 1


def test_of_two_who_write_notes_the_second_sees_both_texts_and_can_then_save_his(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    old = page_of(rapat, kunci="k2", pembahasan="Tulisan Budi", isi="Keputusan Budi")
    rapat.note("Tulisan Dewi")
    budi = as_("budi")

    answer = budi.post(address(rapat, "notulensi/tulis"), old)

    assert answer.status_code == 409
    for words in ("Tulisan Budi", "Tulisan Dewi", "Keputusan Budi"):
        assert words in text(answer)
    assert not Resolution.objects.exists()
    form = answer.context["tulis"]
    again = {**old, "versi": form["versi"].value()}
    assert budi.post(address(rapat, "notulensi/tulis"), again).status_code == 302
    assert rapat.meeting.pembahasan == "Tulisan Budi"


def test_an_old_page_whose_notes_nobody_touched_overwrites_nothing(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    old = page_of(rapat, isi="Keputusan Budi")
    rapat.note("Tulisan Dewi")

    answer = as_("budi").post(address(rapat, "notulensi/tulis"), old)

    assert answer.status_code == 302
    assert rapat.meeting.pembahasan == "Tulisan Dewi"
    assert Resolution.objects.get().isi == "Keputusan Budi"


def test_a_page_with_a_fault_comes_back_with_everything_typed(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    sent = page_of(rapat, pembahasan="Panjang lebar", tenggat="2026-01-16", jabatan="Biro Umum")

    answer = as_("budi").post(address(rapat, "notulensi/tulis"), sent)

    assert answer.status_code == 422
    for words in ("Panjang lebar", "2026-01-16", "Biro Umum", "Tuliskan isi keputusannya"):
        assert words in text(answer)
    assert rapat.meeting.pembahasan == ""


def test_the_meeting_is_closed_from_the_page_that_shows_the_minutes(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    rapat.note("Budi: setuju.")
    budi = as_("budi")
    assert "setuju." in text(budi.get(address(rapat, "notulensi/tutup/")))
    sent = {
        "kunci": "k1",
        "putaran": 1,
        "tanggal": "2026-01-14",
        "pukul": "12:30",
        "penutup": "Terima kasih.",
        "kelengkapan": list(rapat.needs("5")),
    }

    early = budi.post(address(rapat), sent)
    done = budi.post(address(rapat), {**sent, "pukul": "12:00"})

    assert early.status_code == 422
    assert "Jam itu belum tiba" in text(early)
    assert "Terima kasih." in text(early)
    assert done.url == f"/pelaksanaan/{rapat.row.pk}/"  # type: ignore[attr-defined]
    assert Document.objects.filter(jenis="notulensi").count() == 1


def test_a_decision_is_changed_on_its_own_page_and_a_lost_race_shows_both(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    budi = as_("budi")
    budi.post(address(rapat, "notulensi/tulis"), page_of(rapat, isi="Semula"))
    row = Resolution.objects.get()
    where = address(rapat, f"notulensi/keputusan/{row.pk}/")
    sent = {"kunci": "k2", "putaran": 1, "versi": row.version, "bagian": "umum", "isi": "Baru"}
    assert "Semula" in text(budi.get(where))
    Resolution.objects.update(isi="Diubah Sari", version=row.version + 1)

    lost = budi.post(where, sent)

    assert lost.status_code == 409
    assert "Diubah Sari" in text(lost)
    assert "Baru" in text(lost)
    won = budi.post(where, {**sent, "versi": lost.context["form"]["versi"].value()})
    assert won.status_code == 302
    assert Resolution.objects.get().isi == "Baru"


def test_a_round_that_is_over_is_not_written_to(as_: Callable[[str], Client], rapat: Rapat) -> None:
    answer = as_("budi").post(
        address(rapat, "notulensi/tulis"), page_of(rapat, putaran=2, pembahasan="x")
    )

    assert answer.status_code in (409, 422)
    assert rapat.meeting.pembahasan == ""


def test_what_was_typed_while_somebody_closed_the_meeting_comes_back_with_the_reason(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    rapat.note("Dibahas Bab I.")
    sent = page_of(rapat, pembahasan="Panjang lebar", isi="Keputusan Budi")
    assert isinstance(rapat.close(by="sari"), Done)

    answer = as_("budi").post(address(rapat, "notulensi/tulis"), sent)

    assert answer.status_code in (409, 422)
    assert "Panjang lebar" in text(answer)
    assert "Keputusan Budi" in text(answer)
    assert rapat.meeting.pembahasan == "Dibahas Bab I."


def test_a_presence_is_taken_back_by_its_row(as_: Callable[[str], Client], rapat: Rapat) -> None:
    one = rapat.ids("rina")[0]

    as_("dewi").post(address(rapat, f"notulensi/hadir/{one}/batal"), {"kunci": "k1", "putaran": 1})

    assert rapat.meeting.invitees.get(pk=one).attended_at is None


def test_a_later_moment_is_said_on_the_clock_of_the_office(
    as_: Callable[[str], Client], rapat: Rapat, monkeypatch: pytest.MonkeyPatch
) -> None:
    later: datetime = NOON + timedelta(minutes=7)
    monkeypatch.setattr(clock, "now", lambda: later)

    answer = as_("budi").get(address(rapat, "notulensi/tutup/"))

    assert 'value="12:07"' in text(answer)

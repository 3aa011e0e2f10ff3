"""The pages before the meeting: order, invitation, readiness, opening."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from runut.office import clock
from runut.office.cases.models import Document
from tests.kantor import MONDAY
from tests.meetings.rapat import WEDNESDAY, Rapat

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(just_started: Rapat) -> Rapat:
    return just_started


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.fixture
def as_(client: Client, rapat: Rapat) -> Callable[[str], Client]:
    def logged_in(username: str) -> Client:
        client.force_login(rapat[username])
        return client

    return logged_in


def address(rapat: Rapat, no: str, rest: str = "") -> str:
    return f"/pelaksanaan/{rapat.row.pk}/langkah/{no}/{rest}"


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def order_of(rapat: Rapat, **typed: Any) -> dict[str, Any]:
    sent = {
        "kunci": "k1",
        "putaran": 1,
        "penerima": rapat["dewi"].ref,
        "tugas": "Siapkan undangan.\nSiapkan ruangan.",
        "cara": "lisan",
        "acara": "Rapat penyusunan LAKIP 2025",
        "rangka": "penyusunan LAKIP 2025",
        "tanggal": "2026-01-14",
        "mulai": "09:00",
        "selesai": "12:00",
        "tempat": "Ruang Rapat",
        "kelengkapan": list(rapat.needs("1")),
    }
    return {**sent, **typed}


def test_the_order_is_filled_in_as_far_as_it_can_be_known(
    as_: Callable[[str], Client],
    rapat: Rapat,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    rina = as_("rina")

    with django_assert_max_num_queries(15):
        form = rina.get(address(rapat, "1")).context["form"]

    assert form["acara"].value() == "Rapat penyusunan LAKIP 2025"
    assert str(form["tanggal"].value()) == "2026-01-14"
    assert form["cara"].value() == "lisan"
    assert form["tugas"].value().splitlines() == [
        "Mempersiapkan Undangan Rapat dan mendistribusikannya.",
        "Mempersiapkan ruangan rapat dan Daftar Hadir (DH) dan melaporkan kesiapannya.",
    ]


def test_the_order_given_on_the_page_is_on_the_clock_of_the_office(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    answer, again = (as_("rina").post(address(rapat, "1"), order_of(rapat)) for _ in range(2))

    assert answer.url == again.url == f"/pelaksanaan/{rapat.row.pk}/"  # type: ignore[attr-defined]
    assert rapat.meeting.mulai == WEDNESDAY


@pytest.mark.parametrize(
    ("typed", "words", "status"),
    [
        ({"selesai": "08:00"}, "Jam selesai harus sesudah jam mulai.", 422),
        ({"tempat": ""}, "Isi tempat rapat.", 422),
        ({"tanggal": "2026-01-09"}, "Waktu mulai rapat sudah lewat.", 422),
        ({"kelengkapan": []}, "Tandai kelengkapan yang sudah ada.", 422),
    ],
)
def test_a_faulty_order_comes_back_with_everything_typed(
    as_: Callable[[str], Client],
    rapat: Rapat,
    typed: dict[str, Any],
    words: str,
    status: int,
) -> None:
    answer = as_("rina").post(address(rapat, "1"), order_of(rapat, **typed))

    assert answer.status_code == status
    assert words in text(answer)
    assert "Siapkan ruangan." in text(answer)


def test_the_invitation_page_leads_from_letter_to_delivery_to_the_end(
    as_: Callable[[str], Client],
    rapat: Rapat,
    settings: Settings,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    settings.EMAIL_HOST = ""
    rapat.assign()
    dewi = as_("dewi")
    small = {"putaran": 1}

    def main_button() -> str:
        with django_assert_max_num_queries(15):
            page = text(dewi.get(address(rapat, "2")))
        assert page.count("btn-main") == 1
        return page.split("btn-main", 1)[1].split("</button>")[0].rpartition(">")[2]

    assert main_button() == "Susun undangan"
    dewi.post(address(rapat, "2", "undangan/susun"), {"kunci": "a", **small})
    assert main_button() == "Catat penyampaian"
    assert "Server surel kantor belum diatur" in text(dewi.get(address(rapat, "2")))
    delivery = {"melalui": "cetak", "tanggal": "2026-01-12", "pukul": "08:00"}
    sent = {"kunci": "b", "kepada": rapat.ids(), **delivery, **small}
    for _ in range(2):
        assert dewi.post(address(rapat, "2", "undangan/terkirim"), sent).status_code == 302
    assert rapat.chain().count("rapat.undangan_disampaikan") == 1
    assert main_button() == "Selesaikan langkah 2"
    done = dewi.post(
        address(rapat, "2"), {"kunci": "c", "kelengkapan": list(rapat.needs("2")), **small}
    )
    assert done.status_code == 302
    assert rapat.case.state.open_steps == ("3",)


def test_the_invitation_is_downloaded_as_a_calendar_entry(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    rapat.assign()
    dewi = as_("dewi")
    assert dewi.get(address(rapat, "2", "undangan/rapat.ics")).status_code == 404
    rapat.compose()

    answer = dewi.get(address(rapat, "2", "undangan/rapat.ics"))

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"DTSTART;TZID=Asia/Pontianak:20260114T090000" in answer.content


def test_facts_that_somebody_else_changed_come_back_with_what_was_typed(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    rapat.assign()
    facts = {key: value for key, value in order_of(rapat).items() if key != "kelengkapan"}
    sent = {**facts, "versi": rapat.meeting.version, "tempat": "Aula"}
    dewi = as_("dewi")
    dewi.post(address(rapat, "2", "undangan/data"), {**sent, "kunci": "x", "tempat": "Lobi"})

    lost = dewi.post(address(rapat, "2", "undangan/data"), sent)

    assert lost.status_code == 409
    assert "Lobi" in text(lost)
    assert 'value="Aula"' in text(lost)


def test_ticks_sent_with_the_report_are_in_it_without_saving_before(
    as_: Callable[[str], Client],
    rapat: Rapat,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for step in (rapat.assign, rapat.compose, rapat.deliver, rapat.complete_invitation):
        step()
    dewi = as_("dewi")
    with django_assert_max_num_queries(15):
        assert dewi.get(address(rapat, "3")).status_code == 200
    sent = {
        "kunci": "k1",
        "putaran": 1,
        "versi": rapat.meeting.version,
        "jumlah": 8,
        **{f"siap_{n}": "on" for n in range(7)},
        "keterangan_7": "besok pagi",
        "butir_baru": "Juru bahasa isyarat",
        "kelengkapan": list(rapat.needs("3")),
    }

    stale = dewi.post(address(rapat, "3"), {**sent, "versi": 1, "kunci": "k0"})
    done = dewi.post(address(rapat, "3"), sent)
    again = dewi.post(address(rapat, "3"), sent)

    assert again.url == done.url  # type: ignore[attr-defined]
    assert stale.status_code == 409
    assert "besok pagi" in text(stale)
    assert done.status_code == 302
    assert [one["siap"] for one in rapat.meeting.checklist] == [True] * 7 + [False] * 2
    assert Document.objects.filter(jenis="kesiapan").count() == 1


def test_the_leader_opens_the_meeting_on_the_page(
    as_: Callable[[str], Client], rapat: Rapat, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (rapat.assign, rapat.compose, rapat.deliver, rapat.complete_invitation)
    for step in (*steps, rapat.report_readiness):
        step()
    monkeypatch.setattr(clock, "now", lambda: WEDNESDAY)
    rina = as_("rina")
    sent = {
        "kunci": "k1",
        "putaran": 1,
        "tanggal": "2026-01-14",
        "pukul": "09:00",
        "hadir": rapat.ids("budi"),
        "kelengkapan": list(rapat.needs("4")),
    }

    nobody = rina.post(address(rapat, "4"), sent)
    done, again = (
        rina.post(address(rapat, "4"), {**sent, "notulis": rapat["dewi"].ref}) for _ in range(2)
    )

    assert again.url == done.url  # type: ignore[attr-defined]
    assert nobody.status_code == 422
    assert "Pilih notulis." in text(nobody)
    assert done.status_code == 302
    assert rapat.meeting.notulis == rapat["dewi"]


def test_a_step_whose_meeting_nobody_called_asks_for_its_facts_first(
    as_: Callable[[str], Client], rapat: Rapat
) -> None:
    for step in (rapat.assign, rapat.compose, rapat.deliver, rapat.complete_invitation):
        step()
    rapat.meeting.invitees.all().delete()
    rapat.meeting.delete()

    answer = as_("dewi").get(address(rapat, "3"))

    assert answer.status_code == 200
    assert "Data rapat belum ada" in text(answer)


def test_all_who_wait_are_noted_with_one_tick(as_: Callable[[str], Client], rapat: Rapat) -> None:
    rapat.assign()
    rapat.compose()
    rapat.deliver("budi")
    when = {"melalui": "whatsapp", "tanggal": "2026-01-12", "pukul": "08:00"}

    as_("dewi").post(
        address(rapat, "2", "undangan/terkirim"),
        {"kunci": "k1", "putaran": 1, "semua": "on", **when},
    )

    ways = rapat.meeting.invitees.order_by("sent_by").values_list("sent_by", flat=True)
    assert list(ways) == ["cetak", *["whatsapp"] * 7]

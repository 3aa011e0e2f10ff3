"""Invitations by e-mail, to a mail server that really listens on this machine."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.cases.models import Document
from runut.office.people.models import Person
from runut.office.works.rapat import actions
from runut.office.works.rapat.models import Mailing
from tests.kantor import MONDAY
from tests.meetings.rapat import FACTS, Rapat
from tests.meetings.smtp import MailServer, mail_server

pytestmark = pytest.mark.django_db
Commit = DjangoCaptureOnCommitCallbacks


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    with mail_server() as told:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", told.port
        yield told


@pytest.fixture
def rapat(monkeypatch: pytest.MonkeyPatch, inviting: Rapat) -> Rapat:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    Person.objects.filter(username="budi").update(email="budi@contoh.id")
    assert isinstance(inviting.compose(), Done)
    return inviting


def job(rapat: Rapat) -> tuple[int, int, str]:
    letter = Document.objects.filter(jenis="undangan").latest("pk")
    return rapat.ids("budi")[0], letter.pk, rapat["dewi"].ref


def ask(rapat: Rapat, capture: Commit) -> list[tuple[int, int, str]]:
    """Press the button, and commit: what is then in the worker's queue."""
    queued: list[tuple[int, int, str]] = []
    with capture(execute=True):
        doer = Doer(rapat["dewi"], MONDAY)
        actions.send_by_email(rapat.ref("2"), doer, lambda *one: queued.append(one))
    return queued


def event_in(message: EmailMessage) -> tuple[str, Any, EmailMessage]:
    """Method, event and the very part of the calendar that mail programs act on."""
    [part] = [
        one
        for one in message.walk()
        if one.get_content_type() == "text/calendar" and not one.get_filename()
    ]
    calendar = Calendar.from_ical(part.get_content())
    [event] = calendar.walk("VEVENT")
    assert isinstance(part, EmailMessage)
    return str(calendar["METHOD"]), event, part


def mailing(rapat: Rapat) -> Mailing:
    return Mailing.objects.get(invitee__meeting=rapat.meeting, method="REQUEST")


def test_the_letter_arrives_with_pdf_calendar_and_the_invitees_own_link(
    server: MailServer, rapat: Rapat, django_capture_on_commit_callbacks: Commit
) -> None:
    [queued] = ask(rapat, django_capture_on_commit_callbacks)
    actions.deliver_by_email(*queued)

    [(receivers, letter)] = server.arrived
    budi = rapat.meeting.invitees.get(person__username="budi")
    assert receivers == ["budi@contoh.id"]
    assert letter["Subject"] == "Undangan: Rapat penyusunan LAKIP 2025"
    body = letter.get_body(("plain",))
    assert body is not None
    assert f"/undangan/{budi.token}/" in body.get_content()
    files = {one.get_filename(): one.get_content_type() for one in letter.iter_attachments()}
    assert files["rapat.ics"] == "text/calendar"
    [pdf] = [name for name, kind in files.items() if kind == "application/pdf"]
    assert pdf and pdf.startswith("undangan-")
    assert (budi.sent_by, budi.sent_at) == ("email", MONDAY)
    assert mailing(rapat).state == "terkirim"


def test_the_calendar_asks_the_invitee_in_the_zone_of_the_office(
    server: MailServer, rapat: Rapat
) -> None:
    actions.deliver_by_email(*job(rapat))
    method, event, part = event_in(server.arrived[0][1])

    assert method == "REQUEST"
    assert part.get_param("method") == "REQUEST"
    assert part.get_content_charset() == "utf-8"
    assert event["DTSTART"].dt == rapat.meeting.mulai
    assert event["DTSTART"].params["TZID"] == "Asia/Pontianak"
    assert str(event["ATTENDEE"]) == "mailto:budi@contoh.id"
    assert event["SEQUENCE"] == 0


def test_a_worker_that_repeats_its_job_sends_nothing_twice(
    server: MailServer, rapat: Rapat
) -> None:
    for _ in range(3):
        actions.deliver_by_email(*job(rapat))
    assert len(server.arrived) == 1
    assert rapat.chain().count("rapat.undangan_disampaikan") == 1


def test_a_worker_that_died_after_sending_does_not_send_again(
    server: MailServer, rapat: Rapat
) -> None:
    actions.deliver_by_email(*job(rapat))
    rapat.meeting.invitees.update(sent_at=None, sent_by="")
    Mailing.objects.update(state=Mailing.State.SENDING)  # as it was when the worker died

    actions.deliver_by_email(*job(rapat))

    assert len(server.arrived) == 1


@pytest.mark.parametrize("fault", ["rcpt", "data"])
def test_a_letter_that_was_refused_is_not_sent_and_can_be_tried_again(
    server: MailServer, rapat: Rapat, django_capture_on_commit_callbacks: Commit, fault: str
) -> None:
    server.fault = fault
    with pytest.raises(Exception, match=r"5[0-9][0-9]"):
        actions.deliver_by_email(*job(rapat))
    assert (mailing(rapat).state, server.arrived) == ("gagal", [])
    assert "menolak" in mailing(rapat).sebab
    assert not rapat.meeting.invitees.exclude(sent_at=None).exists()

    server.fault = ""
    [queued] = ask(rapat, django_capture_on_commit_callbacks)
    actions.deliver_by_email(*queued)
    assert len(server.arrived) == 1


def test_a_server_that_hangs_up_after_the_letter_leaves_it_unsure_and_nothing_repeats_it(
    server: MailServer, rapat: Rapat, django_capture_on_commit_callbacks: Commit
) -> None:
    server.fault = "cut"
    with pytest.raises(Exception, match=r".*"):
        actions.deliver_by_email(*job(rapat))
    server.fault = ""
    again = ask(rapat, django_capture_on_commit_callbacks)
    actions.deliver_by_email(*job(rapat))

    assert again == []
    assert mailing(rapat).state == "ragu"
    assert len(server.arrived) == 1
    client = Client()
    client.force_login(rapat["dewi"])
    page = client.get(f"/pelaksanaan/{rapat.row.pk}/langkah/2/undangan/tanggapan/")
    assert "Tidak pasti terkirim" in page.content.decode()


def test_a_person_may_decide_to_send_an_unsure_letter_again_under_the_same_id(
    server: MailServer, rapat: Rapat, django_capture_on_commit_callbacks: Commit
) -> None:
    server.fault = "cut"
    with pytest.raises(Exception, match=r".*"):
        actions.deliver_by_email(*job(rapat))
    server.fault = ""
    queued: list[tuple[int, int, str]] = []
    with django_capture_on_commit_callbacks(execute=True):
        answer = actions.send_again(
            rapat.ref("2"),
            Doer(rapat["dewi"], MONDAY),
            rapat.ids("budi")[0],
            lambda *one: queued.append(one),
        )
    assert isinstance(answer, Done)
    actions.deliver_by_email(*queued[0])

    ids = [letter["Message-ID"] for _, letter in server.arrived]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_a_server_that_is_not_there_is_said_so(settings: Settings, rapat: Rapat) -> None:
    with mail_server() as told:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", told.port
    with pytest.raises(ConnectionRefusedError):
        actions.deliver_by_email(*job(rapat))
    assert mailing(rapat).sebab == "Server surel tidak dapat dihubungi."


def test_another_hour_keeps_the_uid_and_raises_the_sequence(
    server: MailServer, rapat: Rapat
) -> None:
    actions.deliver_by_email(*job(rapat))
    from dataclasses import replace  # noqa: PLC0415

    later = replace(FACTS, mulai=FACTS.mulai + timedelta(hours=1))
    doer = Doer(rapat["dewi"], MONDAY)
    actions.save_facts(rapat.ref("2"), doer, later, versi=rapat.meeting.version)
    assert isinstance(rapat.compose(), Done)
    actions.deliver_by_email(*job(rapat))

    first, second = (event_in(letter)[1] for _, letter in server.arrived)
    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second["DTSTART"].dt == later.mulai


def test_who_was_invited_by_email_is_told_by_email_that_it_is_called_off(
    server: MailServer, rapat: Rapat, django_capture_on_commit_callbacks: Commit
) -> None:
    actions.deliver_by_email(*job(rapat))
    queued: list[int] = []
    with django_capture_on_commit_callbacks(execute=True):
        answer = actions.cancel_meeting(
            rapat.ref("2"), Doer(rapat["rina"], MONDAY), "Pimpinan dinas luar.", queued.append
        )
        assert queued == []
    assert isinstance(answer, Done)
    for _ in range(2):
        actions.deliver_cancellation(queued[0])

    [(_, invited), (receivers, letter)] = server.arrived
    method, event, _ = event_in(letter)
    assert (receivers, method, event["STATUS"]) == (["budi@contoh.id"], "CANCEL", "CANCELLED")
    assert event["UID"] == event_in(invited)[1]["UID"]
    assert event["SEQUENCE"] > event_in(invited)[1]["SEQUENCE"]
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Pimpinan dinas luar." in body.get_content()


def test_a_meeting_called_off_keeps_its_line_and_gives_way_to_another(rapat: Rapat) -> None:
    first = rapat.meeting
    assert isinstance(
        actions.cancel_meeting(
            rapat.ref("2"), Doer(rapat["rina"], MONDAY), "Ruang bocor.", lambda _: None
        ),
        Done,
    )
    doer = Doer(rapat["dewi"], MONDAY)
    assert isinstance(actions.save_facts(rapat.ref("2"), doer, FACTS, versi=0), Done)

    assert [first.agenda_no, rapat.meeting.agenda_no] == [1, 2]
    assert rapat.meeting.pk != first.pk
    assert rapat.row.meetings.get(pk=first.pk).alasan_batal == "Ruang bocor."


def test_nobody_else_calls_it_off_and_not_without_a_reason(rapat: Rapat) -> None:
    for username, why, kode in (
        ("hendra", "Alasan.", "bukan_pelaksana"),
        ("rina", " ", "tanpa_alasan"),
    ):
        doer = Doer(rapat[username], MONDAY)
        answer = actions.cancel_meeting(rapat.ref("2"), doer, why, lambda _: None)
        assert isinstance(answer, Refused)
        assert answer.kode == kode
    assert rapat.meeting.dibatalkan_pada is None

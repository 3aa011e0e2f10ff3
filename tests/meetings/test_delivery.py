"""How the invitation reached each one, by hand and by e-mail."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from icalendar import Calendar
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.cases.models import Document
from runut.office.people.models import Person
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.inviting import leader_of
from runut.office.works.rapat.ics import calendar_file
from tests.kantor import MONDAY
from tests.meetings.rapat import Rapat

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(inviting: Rapat) -> Rapat:
    inviting.compose()
    return inviting


def test_a_delivery_keeps_way_and_time_and_only_for_those_named(rapat: Rapat) -> None:
    doer = Doer(rapat["dewi"], MONDAY)
    brought = MONDAY - timedelta(minutes=5)

    actions.note_delivery(rapat.ref("2"), doer, rapat.ids("budi"), "whatsapp", brought)

    [one] = rapat.meeting.invitees.exclude(sent_at=None)
    assert (one.person, one.sent_by, one.sent_at) == (rapat["budi"], "whatsapp", brought)
    assert rapat.chain()[-1] == "rapat.undangan_disampaikan"


def test_a_delivery_noted_by_mistake_is_taken_back(rapat: Rapat) -> None:
    rapat.deliver("budi")

    actions.undo_delivery(rapat.ref("2"), Doer(rapat["dewi"], MONDAY), rapat.ids("budi")[0])

    assert not rapat.meeting.invitees.exclude(sent_at=None).exists()


def test_a_delivery_in_the_future_or_to_nobody_is_refused(rapat: Rapat) -> None:
    doer = Doer(rapat["dewi"], MONDAY)
    tomorrow = MONDAY + timedelta(days=1)

    future = actions.note_delivery(rapat.ref("2"), doer, rapat.ids("budi"), "cetak", tomorrow)
    nobody = actions.note_delivery(rapat.ref("2"), doer, [], "cetak", MONDAY)

    assert isinstance(future, Refused)
    assert future.kode == "waktu_mendatang"
    assert isinstance(nobody, Refused)
    assert nobody.kode == "tidak_ada"


def test_without_a_mail_server_the_answer_says_so(settings: Settings, rapat: Rapat) -> None:
    settings.EMAIL_HOST = ""
    answer = actions.send_by_email(
        rapat.ref("2"), Doer(rapat["dewi"], MONDAY), lambda *_: pytest.fail("nothing to send")
    )

    assert isinstance(answer, Refused)
    assert answer.kode == "surel_mati"


def test_letters_are_queued_after_commit_for_those_with_an_address(
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    rapat: Rapat,
) -> None:
    settings.EMAIL_HOST = "surat.contoh"
    Person.objects.filter(username__in=("budi", "sari")).update(email="a@contoh.id")
    rapat.deliver("sari")
    queued: list[tuple[int, int, str]] = []

    with django_capture_on_commit_callbacks(execute=True):
        doer = Doer(rapat["dewi"], MONDAY)
        answer = actions.send_by_email(rapat.ref("2"), doer, lambda *one: queued.append(one))
        assert queued == []

    assert isinstance(answer, Done)
    letter = Document.objects.get(jenis="undangan")
    assert queued == [(rapat.ids("budi")[0], letter.pk, rapat["dewi"].ref)]


def test_a_letter_is_sent_once_with_its_papers_and_noted(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, rapat: Rapat
) -> None:
    settings.EMAIL_HOST = "surat.contoh"
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    Person.objects.filter(username="budi").update(email="budi@contoh.id")
    letter = Document.objects.get(jenis="undangan")
    job = (rapat.ids("budi")[0], letter.pk, rapat["dewi"].ref)

    actions.deliver_by_email(*job)
    actions.deliver_by_email(*job)

    [sent] = mail.outbox
    assert sent.to == ["budi@contoh.id"]
    assert f"Yth. {rapat['budi'].nama}" in sent.body
    assert [name for name, _, _ in sent.attachments] == [
        f"undangan-{letter.kode}.pdf",
        "rapat.ics",
    ]
    [noted] = rapat.meeting.invitees.exclude(sent_at=None)
    assert (noted.person, noted.sent_by, noted.sent_at) == (rapat["budi"], "email", MONDAY)
    assert rapat.chain().count("rapat.undangan_disampaikan") == 1


def test_the_calendar_file_says_time_and_place_in_the_zone_of_the_office(rapat: Rapat) -> None:
    letter = Document.objects.get(jenis="undangan")

    data = calendar_file(rapat.meeting, leader_of(rapat.meeting), letter)

    calendar = Calendar.from_ical(data.decode())
    event: Any = calendar.walk("VEVENT")[0]
    assert calendar["METHOD"] == "PUBLISH"
    assert event["DTSTART"].params["TZID"] == "Asia/Pontianak"
    assert event["DTSTART"].dt == rapat.meeting.mulai
    assert event["LOCATION"] == "Ruang Rapat Biro, lantai 2"
    assert data == calendar_file(rapat.meeting, leader_of(rapat.meeting), letter)

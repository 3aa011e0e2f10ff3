"""The meeting is opened."""

from datetime import timedelta

import pytest

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.documents import stored_paper
from runut.office.cases.models import Document
from runut.office.works.rapat import actions
from tests.meetings.rapat import WEDNESDAY, Rapat
from tests.report.reading import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(before_the_meeting: Rapat) -> Rapat:
    return before_the_meeting


def test_the_leader_opens_the_meeting_and_names_who_takes_the_minutes(rapat: Rapat) -> None:
    at = WEDNESDAY + timedelta(minutes=10)

    assert isinstance(rapat.open(at=at), Done)

    meeting = rapat.meeting
    assert (meeting.dibuka_pada, meeting.notulis, meeting.pimpinan) == (
        at,
        rapat["dewi"],
        rapat["rina"],
    )
    note = Document.objects.get(jenis="pembukaan")
    text = said(stored_paper(note))
    assert "pada pukul 09.10 WIB dan dihadiri 2 dari 8 undangan" in text
    assert f"{rapat['dewi'].nama} ditugaskan menulis notula" in text
    assert meeting.invitees.exclude(attended_at=None).count() == 2
    [out] = rapat.case.state.step("4").outputs
    assert out.sha256 == note.sha256
    assert rapat.case.state.open_steps == ("5",)


def test_a_meeting_is_not_opened_in_the_future(rapat: Rapat) -> None:
    answer = actions.open_meeting(
        rapat.ref("4"),
        Doer(rapat["rina"], WEDNESDAY),
        dibuka=WEDNESDAY + timedelta(hours=1),
        notulis=rapat["dewi"].ref,
        hadir=(),
        kelengkapan=rapat.needs("4"),
    )

    assert isinstance(answer, Refused)
    assert answer.kode == "waktu_mendatang"
    assert rapat.meeting.dibuka_pada is None


def test_the_note_taker_is_somebody_of_the_case(rapat: Rapat) -> None:
    answer = actions.open_meeting(
        rapat.ref("4"),
        Doer(rapat["rina"], WEDNESDAY),
        dibuka=WEDNESDAY,
        notulis=rapat["maria"].ref,
        hadir=(),
        kelengkapan=rapat.needs("4"),
    )

    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_anggota"


def test_only_the_leader_opens_the_meeting(rapat: Rapat) -> None:
    answer = actions.open_meeting(
        rapat.ref("4"),
        Doer(rapat["dewi"], WEDNESDAY),
        dibuka=WEDNESDAY,
        notulis=rapat["dewi"].ref,
        hadir=rapat.ids("budi"),
        kelengkapan=rapat.needs("4"),
    )

    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"
    assert not rapat.meeting.invitees.exclude(attended_at=None).exists()

"""An SOP that holds two meetings, and one that is held again: nothing of the first is lost."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from runut.core.case.model import Output
from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, load
from runut.office.cases.actions import complete_step, return_step
from runut.office.cases.models import Case, Document
from runut.office.example.office import ExampleOffice
from runut.office.verification.verify import verify_all
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.deciding import Decided
from runut.office.works.rapat.actions.writing import Written
from runut.office.works.rapat.facts import MeetingFacts
from runut.office.works.rapat.models import Meeting
from runut.office.works.rapat.occasions import meeting_of, occasion_of
from runut.office.works.rapat.queries import open_resolutions
from tests.kantor import MONDAY, adopted, confirm_proposals
from tests.works.running import browser, step_url, text, try_start
from tests.works.sops import kinds, sop_text

SOP = sop_text(
    "PENYUSUNAN RENCANA",
    ("Staf", "Tim", "Kasubag"),
    ("Membuat undangan rapat persiapan", "Staf", "Agenda", "Undangan"),
    ("Membahas rencana dalam rapat persiapan", "Tim", "Undangan", "Notulensi"),
    ("Menyetujui rencana", "Kasubag", "Notulensi", "Rencana disetujui"),
    ("Membuat undangan rapat penutupan", "Staf", "Rencana disetujui", "Undangan penutupan"),
    ("Membahas hasil dalam rapat penutupan", "Tim", "Undangan penutupan", "Notulensi akhir"),
    ("Menyimpan notulensi", "Staf", "Notulensi akhir", "Arsip"),
)
AGREED = (Output("Rencana disetujui", pernyataan="Disetujui."),)
ROLES = {"Staf": ["dewi"], "Tim": ["budi"], "Kasubag": ["rina"]}


@dataclass
class Running:
    """The case on its way: an hour passes with each act."""

    example: ExampleOffice
    row: Case
    now: datetime

    @property
    def case(self) -> OpenCase:
        return load(self.row.pk, self.row.office_id)

    def ref(self, no: str) -> StepRef:
        return StepRef(self.row.pk, no, self.case.state.step(no).round)

    def needs(self, no: str) -> tuple[str, ...]:
        step = self.case.definition.step(no)
        return step.kelengkapan if step else ()

    def doer(self, username: str) -> Doer:
        self.now += timedelta(hours=1)
        return Doer(self.example.people[username], self.now)

    def invite(self, no: str, tempat: str) -> None:
        """Call the meeting, draw its letter, bring it to everybody."""
        start = self.now + timedelta(hours=20)
        facts = MeetingFacts("Rapat", "rencana", tempat, start, start + timedelta(hours=2))
        ref = self.ref(no)
        _done(actions.save_facts(ref, self.doer("dewi"), facts, versi=0))
        _done(actions.compose_invitation(ref, self.doer("dewi")))
        ids = list(self.meeting(no).invitees.values_list("pk", flat=True))
        sent = self.doer("dewi")
        _done(actions.note_delivery(ref, sent, ids, "cetak", sent.at))
        _done(actions.complete_invitation(ref, self.doer("dewi"), kelengkapan=self.needs(no)))

    def hold(self, no: str, words: str, *, dibuka: datetime | None = None) -> None:
        """Discuss, decide one thing, close with the minutes; as it was called, or as told."""
        meeting, ref = self.meeting(no), self.ref(no)
        self.now = dibuka or meeting.mulai
        one = meeting.invitees.get(person=self.example.people["budi"]).pk
        decided = Decided("umum", words)
        written = Written(pembahasan=words, versi=meeting.version, hadir=(one,), decided=decided)
        _done(actions.write_minutes(ref, self.doer("budi"), written))
        doer = self.doer("budi")
        answer = actions.complete_minutes(
            ref,
            doer,
            dibuka=dibuka,
            ditutup=doer.at,
            penutup="",
            alasan="Ruang sudah siap sehari lebih cepat." if dibuka else "",
            kelengkapan=self.needs(no),
        )
        _done(answer)

    def meeting(self, no: str) -> Meeting:
        meeting = meeting_of(self.case, no)
        assert meeting is not None
        return meeting


def _done(answer: Done | Refused) -> None:
    assert isinstance(answer, Done), answer


@pytest.fixture
def running(example: ExampleOffice) -> Running:
    """The first meeting is held; the head has to agree, and may send it back to step 1."""
    confirmed = replace(confirm_proposals(SOP), ways_back={"3": "1"})
    row = try_start(example, adopted(SOP, example.people["rina"], confirmed), ROLES)
    assert isinstance(row, Case)
    running = Running(example, row, MONDAY)
    running.invite("1", "Aula")
    running.hold("2", "Bagi tugas.")
    return running


def test_each_step_belongs_to_its_own_occasion(running: Running) -> None:
    assert list(kinds(SOP).values()) == ["undangan", "bahas", "umum", "undangan", "bahas", "umum"]
    occasions = [occasion_of(running.case.definition, no) for no in "123456"]
    assert occasions == ["1", "1", "", "4", "4", ""]


def test_the_second_meeting_is_another_one_with_a_letter_and_minutes_of_its_own(
    running: Running,
) -> None:
    before = _everything(running, "1", 1)
    agreed = running.doer("rina")
    _done(complete_step(running.ref("3"), agreed, kelengkapan=running.needs("3"), outputs=AGREED))
    assert meeting_of(running.case, "4") is None

    running.invite("4", "Ruang Rapat")
    running.hold("5", "Terima hasilnya.")

    assert _everything(running, "1", 1) == before
    assert _everything(running, "4", 1)[:2] == ("Ruang Rapat", "Terima hasilnya.")
    papers = Document.objects.filter(case=running.row, jenis__in=("undangan", "notulensi"))
    assert len(set(papers.values_list("jenis", "no", "nomor"))) == 4
    assert [one.isi for one in open_resolutions(running.case)] == [
        "Bagi tugas.",
        "Terima hasilnya.",
    ]
    assert verify_all() == ()


def test_work_that_comes_back_holds_the_meeting_again_and_the_first_stays(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _everything(running, "1", 1)
    _done(return_step(running.ref("3"), running.doer("rina"), to="1", notes="Bahas lagi."))
    monkeypatch.setattr(clock, "now", lambda: running.now)
    assert meeting_of(running.case, "1") is None
    page = text(browser(running.example, "dewi").get(step_url(running.row, "1")))
    assert "Aula" not in page

    running.invite("1", "Ruang Kecil")
    running.hold("2", "Tugas dibagi lagi.")

    assert _everything(running, "1", 1) == before
    assert _everything(running, "1", 2)[:2] == ("Ruang Kecil", "Tugas dibagi lagi.")
    assert running.case.state.open_steps == ("3",)
    assert verify_all() == ()


def test_a_meeting_held_earlier_than_it_was_called_for_begins_when_it_was_held(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    _done(return_step(running.ref("3"), running.doer("rina"), to="1", notes="Bahas lagi."))
    running.invite("1", "Ruang Kecil")
    meeting, held = running.meeting("1"), running.now
    called = meeting.mulai
    assert held < called
    monkeypatch.setattr(clock, "now", lambda: running.now)
    address = f"{step_url(running.row, '2')}notulensi/tutup/"
    page = browser(running.example, "budi").get(address)
    assert page.context["selesai"].initial["jam_buka"] == meeting.local(held).time()

    running.hold("2", "Tugas dibagi lagi.", dibuka=held)

    meeting = Meeting.objects.get(case=running.row, ke=2)
    assert (meeting.mulai, meeting.dibuka_pada) == (called, held)


def _everything(running: Running, occasion: str, ke: int) -> tuple[object, ...]:
    """All that is kept of one meeting: facts, words, invitees, decisions."""
    meeting = Meeting.objects.get(case=running.row, occasion=occasion, ke=ke)
    return (
        meeting.tempat,
        meeting.pembahasan,
        meeting.nomor,
        meeting.ditutup_pada,
        meeting.version,
        tuple(meeting.invitees.order_by("pk").values_list("pk", "sent_at", "attended_at")),
        tuple(meeting.resolutions.values_list("pk", "isi", "version")),
    )

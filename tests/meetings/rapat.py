"""The meeting of the example case, walked to the step that a test is about."""

from datetime import datetime, timedelta

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, load
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Person
from runut.office.trust.models import Entry
from runut.office.works.penugasan.order import Order
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.deciding import Decided
from runut.office.works.rapat.facts import MeetingFacts
from runut.office.works.rapat.models import Meeting
from tests.kantor import MONDAY, kantor, kasus

WEDNESDAY = MONDAY + timedelta(days=2, hours=1)
"""The day of the meeting, nine o'clock."""
NOON = WEDNESDAY + timedelta(hours=3)

FACTS = MeetingFacts(
    acara="Rapat penyusunan LAKIP 2025",
    rangka="penyusunan LAKIP 2025",
    tempat="Ruang Rapat Biro, lantai 2",
    mulai=WEDNESDAY,
    selesai=NOON,
)


class Rapat:
    """The example office with a running case and short ways to act in it."""

    def __init__(self) -> None:
        self.example: ExampleOffice = kantor()
        self.row: Case = kasus(self.example)

    def __getitem__(self, username: str) -> Person:
        return self.example.people[username]

    @property
    def case(self) -> OpenCase:
        return load(self.row.pk, self.row.office_id)

    @property
    def meeting(self) -> Meeting:
        """The one that was called last."""
        meetings = Meeting.objects.select_related("office", "case").filter(case=self.row)
        return meetings.latest("ke")

    def ref(self, no: str) -> StepRef:
        return StepRef(self.row.pk, no, self.case.state.step(no).round)

    def needs(self, no: str) -> tuple[str, ...]:
        step = self.case.definition.step(no)
        return step.kelengkapan if step else ()

    def ids(self, *usernames: str) -> list[int]:
        """The lines of these people in the list of invitees; of everybody without names."""
        rows = self.meeting.invitees.order_by("urutan")
        if usernames:
            rows = rows.filter(person__username__in=usernames)
        return list(rows.values_list("pk", flat=True))

    def chain(self) -> list[str]:
        return list(Entry.objects.order_by("seq").values_list("kind", flat=True))

    def assign(self, *, at: datetime = MONDAY, penerima: str = "dewi") -> Done | Refused:
        order = Order(self[penerima].ref, ("Siapkan undangan.", "Siapkan ruangan."), lisan_pada=at)
        return actions.assign(
            self.ref("1"), Doer(self["rina"], at), FACTS, order, kelengkapan=self.needs("1")
        )

    def compose(self, *, at: datetime = MONDAY) -> Done | Refused:
        return actions.compose_invitation(self.ref("2"), Doer(self["dewi"], at))

    def deliver(self, *usernames: str, at: datetime = MONDAY) -> Done | Refused:
        doer = Doer(self["dewi"], at)
        return actions.note_delivery(self.ref("2"), doer, self.ids(*usernames), "cetak", at)

    def complete_invitation(self, *, at: datetime = MONDAY) -> Done | Refused:
        doer = Doer(self["dewi"], at)
        return actions.complete_invitation(self.ref("2"), doer, kelengkapan=self.needs("2"))

    def report_readiness(self, *, at: datetime = MONDAY) -> Done | Refused:
        return actions.complete_readiness(
            self.ref("3"), Doer(self["dewi"], at), catatan="", kelengkapan=self.needs("3")
        )

    def open(
        self, *, at: datetime = WEDNESDAY, hadir: tuple[str, ...] = ("rina", "budi")
    ) -> object:
        return actions.open_meeting(
            self.ref("4"),
            Doer(self["rina"], at),
            dibuka=at,
            notulis=self["dewi"].ref,
            hadir=self.ids(*hadir),
            kelengkapan=self.needs("4"),
        )

    def close(self, *, by: str = "budi", at: datetime = NOON) -> Done | Refused:
        return actions.complete_minutes(
            self.ref("5"),
            Doer(self[by], at),
            ditutup=at,
            penutup="",
            kelengkapan=self.needs("5"),
        )

    def note(self, text: str, *, by: str = "dewi", at: datetime = NOON) -> Done | Refused:
        return actions.save_notes(
            self.ref("5"), Doer(self[by], at), text, versi=self.meeting.version
        )


def before_invitation() -> Rapat:
    """Step 2 is open and assigned to Dewi; the meeting is called."""
    rapat = Rapat()
    assert isinstance(rapat.assign(), Done)
    return rapat


def before_readiness() -> Rapat:
    """Step 3 is open: the invitation has reached everybody."""
    rapat = Rapat()
    for answer in (rapat.assign(), rapat.compose(), rapat.deliver(), rapat.complete_invitation()):
        assert isinstance(answer, Done), answer
    return rapat


def before_opening() -> Rapat:
    """Step 4 is open: the room is ready."""
    rapat = before_readiness()
    assert isinstance(rapat.report_readiness(), Done)
    return rapat


def in_discussion() -> Rapat:
    """Step 5 is open: Rina opened the meeting, Dewi takes the minutes, Rina and Budi are there."""
    rapat = before_opening()
    assert isinstance(rapat.open(), Done)
    return rapat


def in_improvement() -> Rapat:
    """Step 6 is open; the meeting left two decisions."""
    rapat = in_discussion()
    for words in ("Lengkapi angka.", "Ganti judul."):
        doer = Doer(rapat["dewi"], NOON)
        decided = Decided("umum", words)
        assert isinstance(actions.add_resolution(rapat.ref("5"), doer, decided), Done)
    assert isinstance(rapat.close(), Done)
    return rapat

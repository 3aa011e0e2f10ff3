"""The nine steps of the example case, walked through the same acts as the pages call.

One return for revision is included. Time is given: each act happens at its own moment.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from runut.core.calendar.working_time import add_minutes, next_working_moment
from runut.core.case.model import Step
from runut.core.findings import Refused
from runut.core.report.lakip.keys import SIMPULAN
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, load
from runut.office.cases.actions import give_paraf, return_step
from runut.office.cases.models import Case
from runut.office.cases.queries import receivers
from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Person
from runut.office.reports.proposals import proposals_of
from runut.office.signing.ways import Secret, signer_of
from runut.office.works.laporan.freezing import freeze_draft
from runut.office.works.laporan.proposing import take_all
from runut.office.works.laporan.writing import save_text
from runut.office.works.penugasan.order import Order
from runut.office.works.rapat import actions as meetings
from runut.office.works.rapat.actions.deciding import Decided
from runut.office.works.rapat.facts import MeetingFacts
from runut.office.works.rapat.models import Invitee
from runut.office.works.rapat.occasions import meeting_of
from runut.office.works.rapat.queries import invitees_of, open_resolutions
from runut.office.works.tandatangan.signing import document_read, sign_step


class WalkStopped(Exception):
    """An act that should pass was refused: the walk says which and why."""


@dataclass
class Walk:
    """The walk through one case. ``tell`` is told each act in a sentence."""

    example: ExampleOffice
    case_id: int
    now: datetime
    tell: Callable[[str], None]

    def open_case(self) -> OpenCase:
        return load(self.case_id, self.example.office.pk)

    def after(self, minutes: int) -> datetime:
        """Working minutes pass."""
        calendar = calendar_of(self.example.office)
        self.now = add_minutes(calendar, next_working_moment(calendar, self.now), minutes)
        return self.now

    def doer(self, person: Person, minutes: int = 3) -> Doer:
        return Doer(person, self.after(minutes))

    def do(self, answer: Done | Refused, words: str) -> None:
        if isinstance(answer, Refused):
            raise WalkStopped(f"{words}: {answer.reason}")
        self.tell(f"{self.now:%d-%m-%Y %H.%M}  {words}")


def walk(
    example: ExampleOffice,
    case: Case,
    start: datetime,
    tell: Callable[[str], None],
    *,
    before: str = "",
) -> Walk:
    """Walk the case to its signed end, or until a step of the work ``before`` is open.

    Raises WalkStopped if an act is refused.
    """
    going = Walk(example, case.pk, start, tell)
    for no, work in _works(going):
        if work == before:
            break
        _ACTS[work](going, no)
    return going


def _works(going: Walk) -> Iterator[tuple[str, str]]:
    """The open step and its work, until the case is finished; the last check returns once."""
    while steps := going.open_case().state.open_steps:
        step = going.open_case().definition.step(steps[0])
        assert step is not None  # noqa: S101 - an open step is a step of its definition
        yield step.no, step.work


def _ref(going: Walk, no: str) -> tuple[StepRef, Step, tuple[str, ...]]:
    case = going.open_case()
    step = case.definition.step(no)
    assert step is not None  # noqa: S101 - see _works
    return StepRef(going.case_id, no, case.state.step(no).round), step, step.kelengkapan


def _assign(going: Walk, no: str) -> None:
    ref, step, kelengkapan = _ref(going, no)
    leader = going.example.person_of(step.actors[0])
    receiver = next(iter(receivers(going.open_case(), no)))
    doer = going.doer(leader, 6)  # a case may have been started on a day off
    begin = (doer.at + timedelta(days=1)).replace(hour=9, minute=0)
    begin = next_working_moment(calendar_of(going.example.office), begin)
    facts = MeetingFacts(
        acara="Pembahasan draf laporan kinerja",
        rangka="Penyusunan LAKIP",
        tempat="Ruang Rapat Biro",
        mulai=begin,
        selesai=begin + timedelta(hours=3),
    )
    order = Order(receiver, ("Siapkan undangan dan ruang rapat.", "Bagikan draf sebelum rapat."))
    answer = meetings.assign(ref, doer, facts, order, kelengkapan=kelengkapan)
    going.do(answer, f"{leader} menugaskan persiapan rapat")


def _invite(going: Walk, no: str) -> None:
    ref, _, kelengkapan = _ref(going, no)
    staff = _assignee(going, no)
    going.do(meetings.compose_invitation(ref, going.doer(staff, 12)), f"{staff} menyusun undangan")
    meeting = meeting_of(going.open_case(), no)
    assert meeting is not None  # noqa: S101 - the order called it
    ids = [one.pk for one in invitees_of(meeting)]
    sent = going.doer(staff, 15)
    answer = meetings.note_delivery(ref, sent, ids, Invitee.Channel.PRINT, sent.at)
    going.do(answer, f"{staff} menyampaikan undangan kepada {len(ids)} orang")
    going.do(
        meetings.complete_invitation(ref, going.doer(staff), kelengkapan=kelengkapan),
        f"{staff} menyelesaikan langkah {no}",
    )


def _prepare(going: Walk, no: str) -> None:
    ref, _, kelengkapan = _ref(going, no)
    staff = _assignee(going, no)
    going.do(meetings.share_draft(ref, going.doer(staff, 20)), f"{staff} membagikan draf awal")
    meeting = meeting_of(going.open_case(), no)
    assert meeting is not None  # noqa: S101 - the order called it
    ready = {number: (True, "") for number, _ in enumerate(meeting.checklist)}
    going.do(
        meetings.save_checklist(ref, going.doer(staff, 40), ready, versi=meeting.version),
        f"{staff} memeriksa ruang dan bahan",
    )
    going.do(
        meetings.compose_attendance(ref, going.doer(staff, 5)), f"{staff} menyusun daftar hadir"
    )
    going.do(
        meetings.complete_readiness(
            ref, going.doer(staff, 15), catatan="", kelengkapan=kelengkapan
        ),
        f"{staff} melaporkan kesiapan",
    )


def _open_meeting(going: Walk, no: str) -> None:
    ref, step, kelengkapan = _ref(going, no)
    meeting = meeting_of(going.open_case(), no)
    assert meeting is not None  # noqa: S101 - the order called it
    going.now = max(going.now, meeting.local(meeting.mulai))
    leader = going.example.person_of(step.actors[0])
    doer = going.doer(leader, 10)
    answer = meetings.open_meeting(
        ref,
        doer,
        dibuka=doer.at,
        notulis=_assignee(going, "2").ref,
        hadir=[one.pk for one in invitees_of(meeting)],
        kelengkapan=kelengkapan,
    )
    going.do(answer, f"{leader} membuka rapat dan menunjuk notulis")


def _discuss(going: Walk, no: str) -> None:
    ref, step, kelengkapan = _ref(going, no)
    member = going.example.person_of(step.actors[0])
    for key, words in _DECISIONS:
        going.do(
            meetings.add_resolution(ref, going.doer(member, 40), Decided(key, words, member.ref)),
            f"Rapat memutuskan: {words}",
        )
    meeting = meeting_of(going.open_case(), no)
    assert meeting is not None  # noqa: S101 - the order called it
    going.do(
        meetings.save_notes(ref, going.doer(member, 5), _DISCUSSION, versi=meeting.version),
        f"{member} mencatat pembahasan",
    )
    closing = going.doer(member, 20)
    answer = meetings.complete_minutes(
        ref, closing, ditutup=closing.at, penutup="", kelengkapan=kelengkapan
    )
    going.do(answer, f"{member} menyelesaikan notula")


def _improve(going: Walk, no: str) -> None:
    ref, step, kelengkapan = _ref(going, no)
    member = going.example.person_of(step.actors[0])
    words = _IMPROVED if ref.round == 1 else _CORRECTED
    texts = going.open_case().row.texts.filter(key=SIMPULAN)
    based_on = max((text.versi for text in texts), default=0)
    going.do(
        save_text(going.case_id, SIMPULAN, words, based_on, going.doer(member, 60)),
        f"{member} menyempurnakan simpulan",
    )
    for one in open_resolutions(going.open_case()):
        going.do(
            meetings.resolve(ref, going.doer(member, 30), one.pk, "Sudah diperbaiki dalam naskah."),
            f"{member} mengerjakan keputusan {one.urutan}",
        )
    proposed = proposals_of(going.open_case().row)
    if proposed.waiting:
        going.do(
            take_all(going.case_id, proposed.mark, going.doer(member, 45)),
            f"{member} membaca dan memakai {len(proposed.waiting)} usulan Runut",
        )
    going.do(
        freeze_draft(ref, going.doer(member, 30), kelengkapan=kelengkapan),
        f"{member} menyusun draf akhir",
    )


def _check(going: Walk, no: str) -> None:
    ref, step, kelengkapan = _ref(going, no)
    checker = going.example.person_of(step.actors[0])
    sha256 = document_read(going.open_case(), no).sha256
    is_last = going.open_case().definition.steps[-2].no == no
    if is_last and ref.round == 1:
        answer = return_step(
            ref, going.doer(checker, 45), to=step.return_to[0], notes=_NOTES, read_sha256=sha256
        )
        going.do(answer, f"{checker} mengembalikan naskah: {_NOTES}")
        return
    answer = give_paraf(ref, going.doer(checker, 50), read_sha256=sha256, kelengkapan=kelengkapan)
    going.do(answer, f"{checker} memaraf naskah")


def _sign(going: Walk, no: str) -> None:
    ref, step, kelengkapan = _ref(going, no)
    head = going.example.person_of(step.actors[0])
    signer = signer_of(head, Secret(PASSWORD), going.now)
    if isinstance(signer, Refused):
        raise WalkStopped(signer.reason)
    sha256 = document_read(going.open_case(), no).sha256
    answer = sign_step(
        ref, going.doer(head, 60), signer, read_sha256=sha256, kelengkapan=kelengkapan
    )
    going.do(answer, f"{head} menandatangani laporan")


def _assignee(going: Walk, no: str) -> Person:
    """Who was assigned the step, else the first who holds its role."""
    case = going.open_case()
    step, state = case.definition.step(no), case.state.step(no)
    assert step is not None  # noqa: S101 - see _works
    if state.assignee:
        return Person.objects.get(office=going.example.office, pk=int(state.assignee))
    return going.example.person_of(step.actors[0])


_DECISIONS = (
    ("umum", "Seragamkan penyebutan nama program di seluruh naskah."),
    (SIMPULAN, "Simpulan menyebut indikator yang belum mencapai target secara terbuka."),
)
_DISCUSSION = (
    "Tim membahas naskah bagian demi bagian. Angka capaian sudah sesuai dengan data pendukung. "
    "Simpulan perlu lebih terbuka tentang indikator yang belum mencapai target."
)
_IMPROVED = (
    "Secara umum kinerja tahun ini baik, tetapi belum semua indikator mencapai target. Sebab dan "
    "upaya perbaikannya diuraikan pada Bab III."
)
_CORRECTED = (
    _IMPROVED + " Perbaikan yang paling mendesak sudah masuk dalam rencana kerja tahun berikutnya."
)
_NOTES = "Simpulan belum menyebut tindak lanjut. Tambahkan kaitannya dengan rencana kerja."

_ACTS: dict[str, Callable[[Walk, str], None]] = {
    "panggil_rapat": _assign,
    "undangan": _invite,
    "kesiapan": _prepare,
    "buka_rapat": _open_meeting,
    "bahas": _discuss,
    "sempurnakan": _improve,
    "periksa": _check,
    "tandatangan": _sign,
}

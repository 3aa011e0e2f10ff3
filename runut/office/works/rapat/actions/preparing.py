"""The room and its papers: the checklist, the list to sign, the draft handed out, the report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.core.findings import Refused
from runut.core.report.papers.kesiapan import compose_kesiapan
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase, StepRef, act, load
from runut.office.cases.documents import Rendered, record, render
from runut.office.cases.numbering import KESIAPAN, numbered, take_number
from runut.office.reports.drafting import share_first_draft
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.working import (
    NO_MEETING,
    change_meeting,
    complete_with_papers,
    line,
    refuse_work,
    start_request,
    work_on,
)
from runut.office.works.rapat.checklist import Butir
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.models import Meeting
from runut.office.works.rapat.occasions import meeting_of
from runut.office.works.rapat.papers import daftar_hadir, kesiapan

MAX_BUTIR = 60


@dataclass(frozen=True)
class Checked:
    """The checklist as sent: for an item's place whether it is ready, and a remark.

    ``butir_baru`` is one more item, "" if none; ``versi`` the version it was opened on.
    """

    answers: Mapping[int, tuple[bool, str]]
    versi: int
    butir_baru: str = ""

    def put_into(self, checklist: Sequence[Butir]) -> list[Butir]:
        """The checklist with these answers."""
        items = [
            Butir(nama=one["nama"], siap=self.answers[n][0], keterangan=self.answers[n][1])
            if n in self.answers
            else one
            for n, one in enumerate(checklist)
        ]
        more = [Butir(nama=self.butir_baru, siap=False, keterangan="")] if self.butir_baru else []
        return [*items, *more]


def save_checklist(
    ref: StepRef,
    doer: Doer,
    answers: Mapping[int, tuple[bool, str]],
    *,
    versi: int,
    butir_baru: str = "",
) -> Done | Refused:
    """Tick what is ready, and add what else is to be prepared."""
    checked = Checked(answers, versi, butir_baru)

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        return _save_checked(case, meeting, checked)

    return work_on(ref, doer, save)


def compose_attendance(ref: StepRef, doer: Doer) -> Done | Refused:
    """Draw the list to be signed in the room, with the QR of the check-in."""
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    meeting = meeting_of(case, ref.no)
    if meeting is None:
        return NO_MEETING
    if refused := refuse_work(case, ref, doer):
        return refused
    rendered = attendance_paper(meeting, doer, with_qr=True)
    return act(
        ref.case_id,
        doer,
        [start_request(ref, doer)],
        also=lambda now: [record(now, ref.no, rendered, doer)],
    )


def attendance_paper(meeting: Meeting, doer: Doer, *, with_qr: bool) -> Rendered:
    """The attendance list as it stands, drawn and stored."""
    paper = daftar_hadir(meeting, leader_of(meeting), with_qr=with_qr)
    nama = "Daftar hadir rapat"
    return render(paper, jenis="daftar_hadir", nama=nama, at=doer.at, office=meeting.office)


def share_draft(ref: StepRef, doer: Doer) -> Done | Refused:
    """Compose the first draft and hand it out to everybody in the case before the meeting."""
    case = load(ref.case_id, doer.person.office_id)
    if refused := refuse_work(case, ref, doer):
        return recall(doer) or refused
    return share_first_draft(ref, doer, f"Draf awal {case.row.judul}")


@numbered
def complete_readiness(
    ref: StepRef,
    doer: Doer,
    *,
    catatan: str,
    kelengkapan: Sequence[str],
    checked: Checked | None = None,
    exit_label: str = "",
) -> Done | Refused:
    """Report to who gave the order what is ready and what is not, and complete the step.

    ``checked`` are ticks sent with the report and not saved before.
    """

    def draw(case: OpenCase, meeting: Meeting) -> Sequence[Rendered] | Refused:
        if checked:
            meeting.checklist = checked.put_into(meeting.checklist)
        return _draw_report(meeting, doer, catatan)

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        saved = _save_checked(case, meeting, checked) if checked else ()
        if isinstance(saved, Refused):
            return saved
        return [*saved, line(case, "kesiapan_dilaporkan", {"catatan": catatan})]

    return complete_with_papers(
        ref, doer, draw, kelengkapan=kelengkapan, save=save, exit_label=exit_label
    )


def _draw_report(meeting: Meeting, doer: Doer, catatan: str) -> Sequence[Rendered]:
    nomor = take_number(meeting.office, KESIAPAN, doer.at)
    report = kesiapan(
        meeting, doer.person, leader_of(meeting), nomor=nomor, catatan=catatan, at=doer.at
    )
    paper = compose_kesiapan(report)
    nama = "Laporan kesiapan rapat"
    office = doer.person.office
    return [render(paper, jenis="kesiapan", nama=nama, at=doer.at, nomor=nomor, office=office)]


def _save_checked(case: OpenCase, meeting: Meeting, checked: Checked) -> Sequence[Act] | Refused:
    items = checked.put_into(meeting.checklist)
    if len(items) > MAX_BUTIR:
        return Refused("terlalu_banyak", f"Daftar periksa memuat paling banyak {MAX_BUTIR} butir.")
    if items == meeting.checklist:
        return ()
    refused = change_meeting(meeting, checked.versi, checklist=items)
    return refused or [line(case, "kesiapan_diperiksa", {"butir": items})]

"""The room and its papers: the checklist, the list to sign, the draft handed out, the report."""

from collections.abc import Mapping, Sequence

from runut.core.findings import Refused
from runut.core.report.papers.kesiapan import compose_kesiapan
from runut.office.cases.acting import OpenCase, StepRef, act, load
from runut.office.cases.documents import Rendered, record, render
from runut.office.cases.sending import Doer, Done, recall
from runut.office.meetings.actions.inviting import leader_of
from runut.office.meetings.actions.working import (
    NO_MEETING,
    change_meeting,
    complete_with_papers,
    line,
    refuse_work,
    start_request,
    work_on,
)
from runut.office.meetings.checklist import Butir
from runut.office.meetings.models import Meeting
from runut.office.meetings.numbering import KESIAPAN, take_number
from runut.office.meetings.papers import daftar_hadir, kesiapan
from runut.office.meetings.queries import meeting_of
from runut.office.reports.actions import share_first_draft
from runut.office.trust.append import Act

MAX_BUTIR = 60


def save_checklist(
    ref: StepRef, doer: Doer, answers: Mapping[int, tuple[bool, str]], *, versi: int
) -> Done | Refused:
    """Tick what is ready. ``answers`` gives for an item's place whether it is, and a remark."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        items = [
            Butir(nama=one["nama"], siap=answers[n][0], keterangan=answers[n][1])
            if n in answers
            else one
            for n, one in enumerate(meeting.checklist)
        ]
        if refused := change_meeting(meeting, versi, checklist=items):
            return refused
        return [line(case, "kesiapan_diperiksa", {"butir": items})]

    return work_on(ref, doer, save)


def add_item(ref: StepRef, doer: Doer, nama: str, *, versi: int) -> Done | Refused:
    """Add something that this meeting needs."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        if len(meeting.checklist) >= MAX_BUTIR:
            return Refused(
                "terlalu_banyak", f"Daftar periksa memuat paling banyak {MAX_BUTIR} butir."
            )
        items = [*meeting.checklist, Butir(nama=nama, siap=False, keterangan="")]
        if refused := change_meeting(meeting, versi, checklist=items):
            return refused
        return [line(case, "butir_ditambah", {"nama": nama})]

    return work_on(ref, doer, save)


def compose_attendance(ref: StepRef, doer: Doer) -> Done | Refused:
    """Draw the list to be signed in the room, with the QR of the check-in."""
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    meeting = meeting_of(case)
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
    return render(paper, jenis="daftar_hadir", nama="Daftar hadir rapat", at=doer.at)


def share_draft(ref: StepRef, doer: Doer) -> Done | Refused:
    """Compose the first draft and hand it out to everybody in the case before the meeting."""
    case = load(ref.case_id, doer.person.office_id)
    if refused := refuse_work(case, ref, doer):
        return recall(doer) or refused
    return share_first_draft(ref, doer, f"Draft awal {case.row.judul}")


def complete_readiness(
    ref: StepRef, doer: Doer, *, catatan: str, kelengkapan: Sequence[str]
) -> Done | Refused:
    """Report to who gave the order what is ready and what is not, and complete the step."""

    def draw(case: OpenCase, meeting: Meeting) -> Sequence[Rendered] | Refused:
        nomor = take_number(meeting.office, KESIAPAN, doer.at)
        report = kesiapan(
            meeting,
            doer.person,
            leader_of(meeting),
            nomor=nomor,
            catatan=catatan,
            at=doer.at,
        )
        paper = compose_kesiapan(report)
        nama = "Laporan kesiapan rapat"
        return [render(paper, jenis="kesiapan", nama=nama, at=doer.at, nomor=nomor)]

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        missing = [one["nama"] for one in meeting.checklist if not one["siap"]]
        return [line(case, "kesiapan_dilaporkan", {"belum_siap": missing, "catatan": catatan})]

    return complete_with_papers(ref, doer, draw, kelengkapan=kelengkapan, save=save)

"""The meeting itself: it is opened, and its minutes end it."""

from collections.abc import Sequence
from datetime import datetime

from runut.core.findings import Refused
from runut.core.report.papers.notula import compose_notula
from runut.core.report.papers.pembukaan import compose_pembukaan
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef
from runut.office.cases.documents import Rendered, render
from runut.office.cases.numbering import NOTULENSI, numbered, take_number
from runut.office.cases.queries import people_of
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.attending import note_presence
from runut.office.works.rapat.actions.preparing import attendance_paper
from runut.office.works.rapat.actions.working import (
    change_meeting,
    complete_with_papers,
    line,
)
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.models import Meeting
from runut.office.works.rapat.papers import notula, pembukaan
from runut.office.works.rapat.queries import invitees_of, resolutions_of


def open_meeting(
    ref: StepRef,
    doer: Doer,
    *,
    dibuka: datetime,
    notulis: str,
    hadir: Sequence[int],
    kelengkapan: Sequence[str],
    exit_label: str = "",
) -> Done | Refused:
    """Open the meeting as its leader: note the time, who takes the minutes, who is there."""

    def draw(case: OpenCase, meeting: Meeting) -> Sequence[Rendered] | Refused:
        note_taker = people_of(case).get(notulis)
        if note_taker is None:
            return Refused("bukan_anggota", "Notulis itu bukan pelaksana SOP ini. Pilih yang lain.")
        if refused := _refuse_future(dibuka, doer.at):
            return refused
        invitees = invitees_of(meeting)
        present = [one for one in invitees if one.attended_at or one.pk in hadir]
        note = pembukaan(
            meeting,
            doer.person,
            note_taker,
            dibuka,
            present,
            jumlah_undangan=len(invitees),
            at=doer.at,
        )
        nama = "Catatan pembukaan rapat"
        return [render(compose_pembukaan(note), jenis="pembukaan", nama=nama, at=doer.at)]

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        names = note_presence(meeting, hadir, doer.at)
        refused = change_meeting(
            meeting,
            meeting.version,
            pimpinan=doer.person,
            notulis_id=int(notulis),
            dibuka_pada=dibuka,
            ditutup_pada=None,
        )
        facts = {"pada": dibuka.isoformat(), "notulis": notulis, "hadir": names}
        return refused or [line(case, "dibuka", facts)]

    return complete_with_papers(
        ref, doer, draw, kelengkapan=kelengkapan, save=save, exit_label=exit_label
    )


@numbered
def complete_minutes(
    ref: StepRef,
    doer: Doer,
    *,
    ditutup: datetime,
    penutup: str,
    kelengkapan: Sequence[str],
    dibuka: datetime | None = None,
    exit_label: str = "",
) -> Done | Refused:
    """Close the meeting: its minutes and the filled list of those who came, then the step.

    ``dibuka`` says when it began where no step of the SOP recorded its opening: a meeting is
    often held earlier or later than it was called for.
    """

    def draw(case: OpenCase, meeting: Meeting) -> Sequence[Rendered] | Refused:
        meeting.dibuka_pada = meeting.dibuka_pada or dibuka
        refused = _refuse_future(ditutup, doer.at) or _refuse_minutes(meeting, ditutup)
        return refused or _draw_minutes(meeting, doer, ditutup, penutup)

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        refused = change_meeting(
            meeting,
            meeting.version,
            dibuka_pada=meeting.dibuka_pada or dibuka,
            ditutup_pada=ditutup,
        )
        return refused or [line(case, "ditutup", {"pada": ditutup.isoformat()})]

    return complete_with_papers(
        ref, doer, draw, kelengkapan=kelengkapan, save=save, exit_label=exit_label
    )


def _draw_minutes(
    meeting: Meeting, doer: Doer, ditutup: datetime, penutup: str
) -> Sequence[Rendered]:
    nomor = take_number(meeting.office, NOTULENSI, doer.at)
    minutes = notula(
        meeting,
        leader_of(meeting),
        meeting.notulis or doer.person,
        list(resolutions_of(meeting)),
        nomor=nomor,
        closed_at=ditutup,
        penutup=penutup,
        by=doer.person,
        at=doer.at,
    )
    paper = compose_notula(minutes)
    nama = "Notulensi rapat"
    return [
        render(paper, jenis="notulensi", nama=nama, at=doer.at, nomor=nomor),
        attendance_paper(meeting, doer, with_qr=False),
    ]


def _refuse_minutes(meeting: Meeting, ditutup: datetime) -> Refused | None:
    if ditutup < (meeting.dibuka_pada or meeting.mulai):
        return Refused(
            "waktu_terbalik",
            "Rapat ditutup sebelum dibuka. Betulkan tanggal atau jam rapat ditutup.",
        )
    if not any(one.attended_at for one in invitees_of(meeting)):
        return Refused("tanpa_peserta", "Belum ada yang tercatat hadir. Catat kehadiran dahulu.")
    if not meeting.pembahasan.strip() and not resolutions_of(meeting).exists():
        return Refused(
            "notulensi_kosong",
            "Notulensi masih kosong. Tulis pembahasan atau catat keputusan rapat dahulu.",
        )
    return None


def _refuse_future(moment: datetime, now: datetime) -> Refused | None:
    if moment <= now:
        return None
    return Refused("waktu_mendatang", "Jam itu belum tiba. Betulkan tanggal atau jamnya.")

"""The meeting itself: it is opened, and its minutes end it."""

from collections.abc import Sequence
from dataclasses import replace
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
from runut.office.works.rapat.actions.confirming import keep_confirmation
from runut.office.works.rapat.actions.preparing import attendance_paper
from runut.office.works.rapat.actions.working import (
    change_meeting,
    complete_with_papers,
    line,
)
from runut.office.works.rapat.books import NOTULA, next_line
from runut.office.works.rapat.confirmed import bukti_of, roles_in, words_of
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.models import Meeting
from runut.office.works.rapat.papers import notula, pembukaan
from runut.office.works.rapat.queries import invitees_of, resolutions_of
from runut.office.works.rapat.timing import refuse_other_begin, refuse_other_end, with_reason


def open_meeting(
    ref: StepRef,
    doer: Doer,
    *,
    dibuka: datetime,
    notulis: str,
    hadir: Sequence[int],
    kelengkapan: Sequence[str],
    alasan: str = "",
    exit_label: str = "",
) -> Done | Refused:
    """Open the meeting as its leader: note the time, who takes the minutes, who is there.

    ``alasan`` says why it begins at another time than it was called for, where it does.
    """

    def draw(case: OpenCase, meeting: Meeting) -> Sequence[Rendered] | Refused:
        note_taker = people_of(case).get(notulis)
        if note_taker is None:
            return Refused("bukan_anggota", "Notulis itu bukan pelaksana SOP ini. Pilih yang lain.")
        refused = _refuse_future(dibuka, doer.at) or refuse_other_begin(meeting, dibuka, alasan)
        if refused:
            return refused
        invitees = invitees_of(meeting)
        present = [one for one in invitees if one.attended_at or one.pk in hadir]
        note = pembukaan(
            meeting,
            doer.person,
            note_taker,
            dibuka,
            present,
            jumlah_undangan=sum(not one.walk_in for one in invitees),
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
            alasan_waktu=with_reason(meeting, alasan),
        )
        facts = {"pada": dibuka.isoformat(), "notulis": notulis, "hadir": names, "reason": alasan}
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
    alasan: str = "",
    exit_label: str = "",
) -> Done | Refused:
    """Close the meeting: its minutes and the filled list of those who came, then the step.

    ``dibuka`` says when it began where no step of the SOP recorded its opening; ``alasan`` why
    it was held at another time than called for. Where the note-taker or the leader closes it, he
    confirms the minutes by that; for the other one they say only what he has confirmed himself.
    """
    drawn: list[Rendered] = []

    def draw(case: OpenCase, meeting: Meeting) -> Sequence[Rendered] | Refused:
        begins = meeting.dibuka_pada is None
        meeting.dibuka_pada = meeting.dibuka_pada or dibuka
        refused = (
            _refuse_future(ditutup, doer.at)
            or _refuse_minutes(meeting, ditutup)
            or (begins and dibuka and refuse_other_begin(meeting, dibuka, alasan))
            or refuse_other_end(meeting, ditutup, alasan)
        )
        drawn[:] = () if refused else _draw_minutes(meeting, doer, ditutup, penutup)
        return refused or drawn

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        tahun, number = next_line(meeting.office, NOTULA, doer.at)
        refused = change_meeting(
            meeting,
            meeting.version,
            dibuka_pada=meeting.dibuka_pada or dibuka,
            ditutup_pada=ditutup,
            alasan_waktu=with_reason(meeting, alasan),
            notula_tahun=tahun,
            notula_no=number,
            notula_kode=drawn[0].kode,
            notula_nomor=drawn[0].nomor,
        )
        if refused:
            return refused
        for role in roles_in(meeting, doer.person):
            keep_confirmation(meeting, role, doer, words_of(meeting))
        facts = {"pada": ditutup.isoformat(), "register": f"{number}/{tahun}", "reason": alasan}
        return [line(case, "ditutup", facts)]

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
    notulis, pimpinan = bukti_of(meeting, roles_in(meeting, doer.person), doer.at)
    paper = compose_notula(replace(minutes, bukti_notulis=notulis, bukti_pimpinan=pimpinan))
    nama = "Notula rapat"
    return [
        render(
            paper,
            jenis="notulensi",
            nama=nama,
            at=doer.at,
            nomor=nomor,
            office=meeting.office,
        ),
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
            "Notula masih kosong. Tulis pembahasan atau catat keputusan rapat dahulu.",
        )
    return None


def _refuse_future(moment: datetime, now: datetime) -> Refused | None:
    if moment <= now:
        return None
    return Refused("waktu_mendatang", "Jam itu belum tiba. Betulkan tanggal atau jamnya.")

"""Whether the minutes were confirmed: by whom, on which words, and what a paper may say of it."""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from runut.core.report.papers.letter import BuktiElektronik
from runut.core.words.dates import format_moment
from runut.office.cases.models import Document
from runut.office.people.models import Person
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.models import Meeting, SignOff
from runut.office.works.rapat.queries import invitees_of, resolutions_of

NOTULIS, PIMPINAN = SignOff.Role.NOTULIS, SignOff.Role.PIMPINAN


def words_of(meeting: Meeting) -> str:
    """The hash of what the minutes say: who confirms them confirms these words and no others."""
    told = {
        "acara": meeting.acara,
        "tempat": meeting.tempat,
        "pembahasan": meeting.pembahasan,
        "hadir": [one.nama for one in invitees_of(meeting) if one.attended_at],
        "keputusan": [
            [one.section_key, one.isi, one.pic_id, str(one.tenggat or "")]
            for one in resolutions_of(meeting)
        ],
    }
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def roles_in(meeting: Meeting, person: Person) -> tuple[SignOff.Role, ...]:
    """In which roles a person confirms the minutes of this meeting; none for most people."""
    who = {NOTULIS: meeting.notulis_id, PIMPINAN: leader_of(meeting).pk}
    return tuple(role for role, pk in who.items() if pk == person.pk)


def minutes_of(meeting: Meeting) -> Document | None:
    """The paper of the minutes; None as long as the meeting is not closed."""
    papers = Document.objects.filter(office_id=meeting.office_id, case_id=meeting.case_id)
    return papers.filter(kode=meeting.notula_kode).first() if meeting.notula_kode else None


def standing(meeting: Meeting) -> dict[str, SignOff]:
    """The confirmations that stand, by role: those of the words as they are now."""
    read = {words_of(meeting)}
    if paper := minutes_of(meeting):
        read.add(paper.sha256)
    rows = meeting.sign_offs.filter(office_id=meeting.office_id).select_related("person")
    return {one.role: one for one in rows if one.sha256 in read}


def bukti_of(
    meeting: Meeting, closing: Iterable[SignOff.Role], at: datetime
) -> tuple[BuktiElektronik | None, BuktiElektronik | None]:
    """What the minutes may print under the note-taker and the leader: only what was acted.

    Who closes the meeting has just read the minutes and confirms them by that (``closing``).
    """
    stands = standing(meeting)
    moments = {role: one.at for role, one in stands.items()} | dict.fromkeys(closing, at)
    notulis, pimpinan = (
        _said(meeting, moments[role]) if role in moments else None for role in (NOTULIS, PIMPINAN)
    )
    return notulis, pimpinan


def _said(meeting: Meeting, at: datetime) -> BuktiElektronik:
    moment = format_moment(meeting.local(at), meeting.zona)
    return BuktiElektronik(f"Dinyatakan sesuai dalam aplikasi\npada {moment}")

"""The minutes signed off: the note-taker and the leader each say that they are right."""

from collections.abc import Sequence

from runut.core.case.model import CaseStatus
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, act
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.working import NO_MEETING, line
from runut.office.works.rapat.confirmed import minutes_of, roles_in, words_of
from runut.office.works.rapat.models import Meeting, SignOff
from runut.office.works.rapat.occasions import last_meeting
from runut.office.works.rapat.queries import resolutions_of

NOT_YOURS = Refused(
    "bukan_pelaksana", "Notula dinyatakan sesuai oleh notulis dan pimpinan rapat itu sendiri."
)
NOT_WRITTEN = Refused("notulensi_kosong", "Notula masih kosong. Tunggu sampai notulis menulisnya.")
CHANGED = Refused(
    "sudah_berubah",
    "Isi notula berubah sejak Saudara membukanya. Baca lagi, lalu nyatakan sesuai bila benar.",
)


def confirm_minutes(case_id: int, no: str, doer: Doer, *, read: str) -> Done | Refused:
    """Say that the minutes are right. ``read``: the hash of what the doer had before him.

    Before the meeting is closed this is about the words as they are; afterwards about the paper.
    """

    def save(case: OpenCase) -> Sequence[Act] | Refused:
        meeting = last_meeting(case, no)
        if meeting is None or meeting.dibatalkan_pada:
            return NO_MEETING
        if case.state.status is CaseStatus.DIBATALKAN:
            return Refused("dibatalkan", "Pelaksanaan ini sudah dibatalkan.")
        return _confirmed(case, meeting, doer, read)

    return act(case_id, doer, (), also=save)


def to_read(meeting: Meeting) -> str:
    """The hash of what is confirmed now: the paper, or the words that will be in it."""
    paper = minutes_of(meeting)
    return paper.sha256 if paper else words_of(meeting)


def keep_confirmation(meeting: Meeting, role: SignOff.Role, doer: Doer, sha256: str) -> None:
    """Keep a confirmation, in the place of an older one. Inside the transaction of an act."""
    SignOff.objects.update_or_create(
        office_id=meeting.office_id,
        meeting=meeting,
        role=role,
        defaults={"person": doer.person, "at": doer.at, "sha256": sha256},
    )


def _confirmed(case: OpenCase, meeting: Meeting, doer: Doer, read: str) -> Sequence[Act] | Refused:
    roles = roles_in(meeting, doer.person)
    if not roles:
        return NOT_YOURS
    if not meeting.pembahasan.strip() and not resolutions_of(meeting).exists():
        return NOT_WRITTEN
    sha256 = to_read(meeting)
    if read != sha256:
        return CHANGED
    for role in roles:
        keep_confirmation(meeting, role, doer, sha256)
    return [line(case, "notula_dinyatakan", {"sebagai": " dan ".join(roles), "sha256": sha256})]

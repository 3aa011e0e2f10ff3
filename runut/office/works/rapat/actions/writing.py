"""What is written down while the meeting lasts: who is there, what is said, what is decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.attending import note_presence
from runut.office.works.rapat.actions.deciding import Decided, note_decision
from runut.office.works.rapat.actions.inviting import add_invitee
from runut.office.works.rapat.actions.working import change_meeting, line, write_on
from runut.office.works.rapat.models import Meeting


@dataclass(frozen=True)
class Written:
    """One sending of the page of the discussion; what was left untouched is not in it.

    ``pembahasan`` None: the notes stay as they are; else they replace those of version ``versi``.
    ``tamu`` is somebody who came without being invited: name and post.
    """

    pembahasan: str | None = None
    versi: int = 0
    hadir: tuple[int, ...] = ()
    tamu: tuple[str, str] | None = None
    decided: Decided | None = None


def write_minutes(ref: StepRef, doer: Doer, written: Written) -> Done | Refused:
    """Save all that was written on the page, wholly or not at all."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        acts: list[Act] = []
        for part in (_notes, _presence, _decision):
            more = part(case, meeting, doer, written)
            if isinstance(more, Refused):
                return more
            acts += more
        return acts

    return write_on(ref, doer, save)


def save_notes(ref: StepRef, doer: Doer, pembahasan: str, *, versi: int) -> Done | Refused:
    """Save the notes of the discussion, if nobody saved others since they were opened."""
    return write_minutes(ref, doer, Written(pembahasan=pembahasan, versi=versi))


def add_resolution(ref: StepRef, doer: Doer, decided: Decided) -> Done | Refused:
    """Note a decision."""
    return write_minutes(ref, doer, Written(decided=decided))


def _notes(
    case: OpenCase, meeting: Meeting, doer: Doer, written: Written
) -> Sequence[Act] | Refused:
    if written.pembahasan is None or written.pembahasan == meeting.pembahasan:
        return ()
    refused = change_meeting(meeting, written.versi, pembahasan=written.pembahasan)
    return refused or [line(case, "pembahasan_disimpan", {"pembahasan": written.pembahasan})]


def _presence(
    case: OpenCase, meeting: Meeting, doer: Doer, written: Written
) -> Sequence[Act] | Refused:
    ids = list(written.hadir)
    if written.tamu:
        ids.append(add_invitee(meeting, *written.tamu).pk)
    names = note_presence(meeting, ids, doer.at)
    return [line(case, "hadir", {"nama": names, "cara": "catatan"})] if names else ()


def _decision(
    case: OpenCase, meeting: Meeting, doer: Doer, written: Written
) -> Sequence[Act] | Refused:
    return note_decision(case, meeting, written.decided) if written.decided else ()

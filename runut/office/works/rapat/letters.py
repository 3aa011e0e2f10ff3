"""The letter that calls to a meeting, and what it waits for."""

from collections.abc import Sequence
from datetime import datetime

from runut.core.findings import Refused
from runut.office import clock
from runut.office.cases.numbering import UNDANGAN
from runut.office.letters.models import Letter
from runut.office.letters.queries import letter_about, waiting_for
from runut.office.letters.rules import Choice, choose_signer, is_direct
from runut.office.people.models import Person
from runut.office.works.kind import Notice
from runut.office.works.rapat.models import Invitee, Meeting


def about(meeting: Meeting) -> str:
    """How a letter says which meeting it calls to."""
    return f"rapat:{meeting.pk}"


def letter_of(meeting: Meeting) -> Letter | None:
    """The letter of a meeting that goes through drafting, checking and signing; None where the
    office signs its invitations outside of the application."""
    return letter_about(meeting.office_id, meeting.case_id, about(meeting))


def leader_of(meeting: Meeting) -> Person:
    """Who leads the meeting; who started the case where nobody was named."""
    return meeting.pimpinan or meeting.case.mulai_oleh


def signer_for(meeting: Meeting, invitees: Sequence[Invitee], at: datetime) -> Choice | Refused:
    """Who signs the invitation: the leader, unless somebody above him is invited, or by setting."""
    people = [one.person for one in invitees if one.person]
    day = meeting.local(at).date()
    return choose_signer(meeting.office, UNDANGAN, day, people, leader_of(meeting))


def waits_for_delivery(invitees: Sequence[Invitee], signer: Person | None) -> list[Invitee]:
    """Those whom the letter has not reached yet. Who signs it knows of it."""
    waiting = [one for one in invitees if one.sent_at is None]
    return [one for one in waiting if signer is None or one.person_id != signer.pk]


def signer_of(letter: Letter | None, choice: Choice | Refused) -> Person | None:
    """Who signs: named by the letter, else who would be chosen now."""
    if letter is not None:
        return letter.penanda
    return choice.person if isinstance(choice, Choice) else None


def signs_outside(meeting: Meeting) -> bool:
    """Whether the invitation goes out without a separate act of signing."""
    return is_direct(meeting.office, UNDANGAN)


def refuse_unsigned(meeting: Meeting) -> Refused | None:
    """Why the letter may not go out yet: nobody gets a paper that its signer has not signed."""
    letter = letter_of(meeting)
    if letter is None or letter.is_signed:
        return None
    return Refused(
        "belum_ditandatangani",
        f"Undangan belum ditandatangani {letter.penanda.nama}. Keadaannya: "
        f"{letter.get_status_display().lower()}.",
    )


def letters_waiting(person: Person) -> list[Notice]:
    """The letters that wait for somebody, beside his tasks."""
    return [
        Notice(
            f"{letter.nama} {_what(letter)}: {letter.hal} ({letter.case.judul}).",
            f"/naskah-keluar/{letter.pk}/",
            "Buka surat",
        )
        for letter in waiting_for(person, clock.now())
    ]


def _what(letter: Letter) -> str:
    if letter.is_to_be_checked:
        return "menunggu pemeriksaan Saudara"
    if letter.is_to_be_signed:
        return "menunggu tanda tangan Saudara"
    return "dikembalikan kepada Saudara"

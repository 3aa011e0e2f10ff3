"""The invitation as a message: to copy into WhatsApp, and as the text of an e-mail."""

from dataclasses import replace

from runut.core.report.papers.undangan import whatsapp_text
from runut.office.cases.models import Document
from runut.office.letters.models import Letter
from runut.office.letters.rules import capacity_of
from runut.office.people.models import Person
from runut.office.people.naming import pejabat
from runut.office.works.rapat.letters import letter_of, signer_for, signer_of
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.papers import check_in_url, undangan
from runut.office.works.rapat.queries import invitees_of


def message_text(
    meeting: Meeting, document: Document, signer: Person, letter: Letter | None
) -> str:
    """The invitation to copy, without names of the invited: one text for everybody."""
    role = capacity_of(letter.kapasitas).peran if letter else ""
    replaced = meeting.composed_from.get("menggantikan", "")
    facts = undangan(meeting, (), signer, menggantikan=replaced)
    post = pejabat(signer, meeting.local(document.dibuat_pada).date(), (role,))
    return whatsapp_text(replace(facts, nomor=document.nomor, penandatangan=post))


def email_text(meeting: Meeting, invitee: Invitee, document: Document) -> str:
    """The invitation to one person, with his own address for checking in on the day."""
    letter = letter_of(meeting)
    choice = signer_for(meeting, invitees_of(meeting), document.dibuat_pada)
    signer = signer_of(letter, choice) or meeting.case.mulai_oleh
    words = message_text(meeting, document, signer, letter).replace("*", "")
    return (
        f"Yth. {invitee.nama}\n\n{words}\n\n"
        "Surat undangan dan berkas kalender terlampir. Pada hari rapat, kehadiran dapat dicatat "
        f"melalui {check_in_url(invitee.token)}\n"
    )

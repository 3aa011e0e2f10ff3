"""The invitation as a message: to copy into WhatsApp, and as the text of an e-mail."""

from dataclasses import replace

from runut.core.findings import Refused
from runut.core.report.papers.undangan import whatsapp_text
from runut.office.cases.models import Document
from runut.office.letters.rules import capacity_of
from runut.office.people.naming import pejabat
from runut.office.works.rapat.letters import letter_of, signer_for
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.papers import check_in_url, undangan
from runut.office.works.rapat.queries import invitees_of


def message_text(meeting: Meeting, document: Document) -> str:
    """The invitation to copy, without names of the invited: one text for everybody."""
    letter = letter_of(meeting)
    at, roles = document.dibuat_pada, ("",)
    if letter is not None:
        signer, roles = letter.penanda, (capacity_of(letter.kapasitas).peran,)
    else:
        choice = signer_for(meeting, invitees_of(meeting), at)
        signer = meeting.case.mulai_oleh if isinstance(choice, Refused) else choice.person
    replaced = meeting.composed_from.get("menggantikan", "")
    facts = undangan(meeting, (), signer, menggantikan=replaced)
    post = pejabat(signer, meeting.local(at).date(), roles)
    return whatsapp_text(replace(facts, nomor=document.nomor, penandatangan=post))


def email_text(meeting: Meeting, invitee: Invitee, document: Document) -> str:
    """The invitation to one person, with his own address for checking in on the day."""
    words = message_text(meeting, document).replace("*", "")
    return (
        f"Yth. {invitee.nama}\n\n{words}\n\n"
        "Surat undangan dan berkas kalender terlampir. Pada hari rapat, kehadiran dapat dicatat "
        f"melalui {check_in_url(invitee.token)}\n"
    )

"""The invitation as a message: to copy into WhatsApp, and as the text of an e-mail."""

from datetime import datetime

from runut.core.report.papers.undangan import whatsapp_text
from runut.office.people.models import Person
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.papers import check_in_url, undangan


def message_text(meeting: Meeting, leader: Person, nomor: str, at: datetime) -> str:
    """The invitation to copy, without names: one text for everybody."""
    replaced = meeting.composed_from.get("menggantikan", "")
    letter = undangan(meeting, (), leader, nomor=nomor, at=at, menggantikan=replaced)
    return whatsapp_text(letter)


def email_text(meeting: Meeting, invitee: Invitee, leader: Person, nomor: str) -> str:
    """The invitation to one person, with his own address for checking in on the day."""
    words = message_text(meeting, leader, nomor, meeting.mulai).replace("*", "")
    return (
        f"Yth. {invitee.nama}\n\n{words}\n\n"
        "Surat undangan dan berkas kalender terlampir. Pada hari rapat, kehadiran dapat dicatat "
        f"melalui {check_in_url(invitee.token)}\n"
    )

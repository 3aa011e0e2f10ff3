"""The invitation as a message: to copy into WhatsApp, and as the text of an e-mail."""

from datetime import datetime
from urllib.parse import quote

from django.conf import settings

from runut.core.report.papers.undangan import whatsapp_text
from runut.office.people.models import Person
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.papers import check_in_url, undangan

COUNTRY = "62"


def message_text(meeting: Meeting, leader: Person, nomor: str, at: datetime) -> str:
    """The invitation to copy, without names: one text for everybody."""
    replaced = meeting.composed_from.get("menggantikan", "")
    letter = undangan(meeting, (), leader, nomor=nomor, at=at, menggantikan=replaced)
    return whatsapp_text(letter)


def personal_text(words: str, invitee: Invitee) -> str:
    """The invitation to one person: ``words`` for everybody, and his own address to answer."""
    return (
        f"Yth. {invitee.nama}\n\n{words}\n\n"
        f"Mohon jawab (hadir, tidak, atau mewakilkan): {reply_url(invitee.token)}"
    )


def whatsapp_url(invitee: Invitee, text: str) -> str:
    """Opens WhatsApp with the text, to the person where his number is known."""
    number = whatsapp_number(invitee.person.telepon) if invitee.person else ""
    return f"https://wa.me/{number}?text={quote(text)}"


def whatsapp_number(telepon: str) -> str:
    """A number as WhatsApp takes it; "" if it is none.

    >>> whatsapp_number("0812-3456 7890"), whatsapp_number("+62 812 34567890")
    ('6281234567890', '6281234567890')
    >>> whatsapp_number("(0561) 736541 psw. 12 a"), whatsapp_number("12")
    ('', '')
    """
    kept = "".join(one for one in telepon if one not in " -.()")
    digits = kept.removeprefix("+")
    if not (digits.isascii() and digits.isdecimal() and 9 <= len(digits) <= 15):
        return ""
    return f"{COUNTRY}{digits[1:]}" if digits.startswith("0") else digits


def reply_url(token: str) -> str:
    """The address at which one invitee says whether he comes."""
    return f"{settings.PUBLIC_URL}/undangan/{token}/"


def email_text(meeting: Meeting, invitee: Invitee, leader: Person, nomor: str) -> str:
    """The invitation to one person, with his own addresses for answering and checking in."""
    words = message_text(meeting, leader, nomor, meeting.mulai).replace("*", "")
    return (
        f"{personal_text(words, invitee)}\n\n"
        "Surat undangan dan berkas kalender terlampir. Pada hari rapat, kehadiran dapat dicatat "
        f"melalui {check_in_url(invitee.token)}\n"
    )


def cancel_text(meeting: Meeting, invitee: Invitee) -> str:
    """That the meeting does not take place, and why."""
    return (
        f"Yth. {invitee.nama}\n\n"
        f"Rapat “{meeting.acara}” pada {meeting.hari}, {meeting.waktu}, di {meeting.tempat} "
        f"(undangan Nomor {meeting.nomor}) dibatalkan.\n\nAlasan: {meeting.alasan_batal}\n"
    )

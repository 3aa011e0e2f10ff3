"""The invitation as a message: to copy into WhatsApp, and as the text of an e-mail."""

from dataclasses import replace
from urllib.parse import quote

from runut.core.report.papers.undangan import whatsapp_text
from runut.office.cases.models import Document
from runut.office.letters.models import Letter
from runut.office.letters.rules import capacity_of
from runut.office.people.address import public_url
from runut.office.people.models import Person
from runut.office.people.naming import pejabat
from runut.office.works.rapat.letters import letter_of, signer_for, signer_of
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.papers import check_in_url, undangan
from runut.office.works.rapat.queries import invitees_of

COUNTRY = "62"


def message_text(
    meeting: Meeting, document: Document, signer: Person, letter: Letter | None
) -> str:
    """The invitation to copy, without names of the invited: one text for everybody."""
    role = capacity_of(letter.kapasitas).peran if letter else ""
    replaced = meeting.composed_from.get("menggantikan", "")
    facts = undangan(meeting, (), signer, menggantikan=replaced)
    post = pejabat(signer, meeting.local(document.dibuat_pada).date(), (role,))
    return whatsapp_text(replace(facts, nomor=document.nomor, penandatangan=post))


def call_text(meeting: Meeting, document: Document) -> str:
    """The invitation to copy, by the one who signs it."""
    letter = letter_of(meeting)
    choice = signer_for(meeting, invitees_of(meeting), document.dibuat_pada)
    signer = signer_of(letter, choice) or meeting.case.mulai_oleh
    return message_text(meeting, document, signer, letter)


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
    return f"{public_url()}/undangan/{token}/"


def email_text(meeting: Meeting, invitee: Invitee, document: Document) -> str:
    """The invitation to one person, with his own addresses for answering and checking in."""
    words = call_text(meeting, document).replace("*", "")
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

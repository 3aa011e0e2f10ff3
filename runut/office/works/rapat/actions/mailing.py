"""The outbox: each letter is taken up once, and what became of it is known or said to be unsure."""

import smtplib
import socket
from collections.abc import Callable
from datetime import datetime
from email.utils import make_msgid

from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from runut.core.findings import Refused
from runut.office import clock
from runut.office.cases.acting import case_subject
from runut.office.cases.documents import stored_bytes
from runut.office.cases.models import Document
from runut.office.people.mailing import can_mail, send_letter
from runut.office.people.models import Office
from runut.office.trust.append import Act, append
from runut.office.works.rapat.ics import calendar_file
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.messages import cancel_text, email_text
from runut.office.works.rapat.models import Invitee, Mailing

STATE, METHOD = Mailing.State, Mailing.Method
_NOT_SENT = (
    smtplib.SMTPResponseException,
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPNotSupportedError,
    ConnectionRefusedError,
    socket.gaierror,
)
"""After one of these the server has not taken the letter. After any other, nobody knows."""


def put_into_outbox(invitee: Invitee, method: str, kode: str, at: datetime) -> Mailing | None:
    """A letter to be sent. One that was refused before waits again; one that was sent, is on its
    way or unsure is not touched (None). Inside the transaction of an act."""
    mailing, is_new = Mailing.objects.get_or_create(
        office_id=invitee.office_id,
        invitee=invitee,
        method=method,
        kode=kode,
        defaults={"message_id": make_msgid(domain="runut"), "at": at},
    )
    again = Mailing.objects.filter(office_id=invitee.office_id, pk=mailing.pk, state=STATE.FAILED)
    is_again = bool(again.update(state=STATE.WAITING, at=at, sebab=""))
    return mailing if is_new or is_again or mailing.state == STATE.WAITING else None


def deliver_by_email(invitee_id: int, document_id: int, asked_by: str) -> None:
    """Send one invitation and note it. Safe to repeat; a letter replaced meanwhile is not sent.

    Raises what the mail server raises: the worker keeps the failure, the invitee keeps waiting.
    """
    invitee = _invitee(invitee_id)
    document = Document.objects.get(office_id=invitee.office_id, pk=document_id)
    meeting = invitee.meeting
    if invitee.sent_at or document.nomor != meeting.nomor or meeting.is_over:
        return
    mailing = put_into_outbox(invitee, METHOD.REQUEST, document.kode, clock.now())
    if mailing is None or invitee.person is None:
        return
    if _send(mailing, lambda: _invitation(invitee, document, mailing)):
        at = clock.now()
        facts = {"kepada": [invitee.nama], "melalui": "email", "pada": at.isoformat()}
        with transaction.atomic():
            Invitee.objects.filter(
                office_id=invitee.office_id, pk=invitee.pk, sent_at__isnull=True
            ).update(sent_by=Invitee.Channel.EMAIL, sent_at=at)
            sent = Act("rapat.undangan_disampaikan", case_subject(meeting.case_id), facts)
            append(invitee.office_id, [sent], actor=asked_by, at=at)


def deliver_cancellation(mailing_id: int) -> None:
    """Tell one person, who got the invitation by e-mail, that the meeting does not take place."""
    mailing = Mailing.objects.get(pk=mailing_id)
    invitee = _invitee(mailing.invitee_id)
    document = Document.objects.filter(office_id=mailing.office_id, kode=mailing.kode).first()
    if document is None or invitee.person is None or not invitee.meeting.dibatalkan_pada:
        return
    _send(mailing, lambda: _cancellation(invitee, document, mailing))


def refuse_email(office: Office) -> Refused | None:
    if can_mail(office):
        return None
    return Refused(
        "surel_mati",
        "Server surel kantor belum diatur. Minta pengelola kantor mengaturnya di Kantor, atau "
        "sampaikan dengan cetak atau WhatsApp, lalu catat.",
    )


def _invitee(pk: int) -> Invitee:
    related = ("meeting__office", "meeting__case", "meeting__pimpinan", "person")
    return Invitee.objects.select_related(*related).get(pk=pk)


def _send(mailing: Mailing, make: Callable[[], EmailMultiAlternatives]) -> bool:
    """Take the letter up and send it; whether this call has sent it.

    It is taken up before it goes out: if the worker dies in between, it is not sent twice.
    """
    rows = Mailing.objects.filter(office_id=mailing.office_id, pk=mailing.pk)
    if not rows.filter(state=STATE.WAITING).update(state=STATE.SENDING, at=clock.now()):
        return False
    try:
        send_letter(mailing.office, make())
    except Exception as error:
        is_refused = isinstance(error, _NOT_SENT)
        state = STATE.FAILED if is_refused else STATE.UNSURE
        rows.update(state=state, at=clock.now(), sebab=_reason(error))
        raise
    rows.update(state=STATE.SENT, at=clock.now(), sebab="")
    return True


def _reason(error: Exception) -> str:
    match error:
        case smtplib.SMTPRecipientsRefused():
            return "Server surel menolak alamat penerima."
        case smtplib.SMTPAuthenticationError():
            return "Server surel menolak nama pengguna atau kata sandi kantor."
        case smtplib.SMTPResponseException():
            return f"Server surel menolak surat (kode {error.smtp_code})."
        case ConnectionRefusedError() | socket.gaierror():
            return "Server surel tidak dapat dihubungi."
        case TimeoutError():
            return "Server surel tidak menjawab sampai selesai."
    return "Hubungan dengan server surel terputus di tengah pengiriman."


def _invitation(invitee: Invitee, document: Document, mailing: Mailing) -> EmailMultiAlternatives:
    meeting = invitee.meeting
    message = _message(
        invitee,
        mailing,
        f"Undangan: {meeting.acara}",
        email_text(meeting, invitee, document),
    )
    pdf = stored_bytes(document, "pdf")
    message.attach(f"undangan-{document.kode}.pdf", pdf, "application/pdf")
    return _with_calendar(message, invitee, document, METHOD.REQUEST)


def _cancellation(invitee: Invitee, document: Document, mailing: Mailing) -> EmailMultiAlternatives:
    subject = f"Dibatalkan: {invitee.meeting.acara}"
    message = _message(invitee, mailing, subject, cancel_text(invitee.meeting, invitee))
    return _with_calendar(message, invitee, document, METHOD.CANCEL)


def _message(invitee: Invitee, mailing: Mailing, subject: str, body: str) -> EmailMultiAlternatives:
    assert invitee.person is not None  # noqa: S101 - asked before
    return EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=body,
        to=[invitee.person.email],
        headers={"Message-ID": mailing.message_id},
    )


def _with_calendar(
    message: EmailMultiAlternatives, invitee: Invitee, document: Document, method: str
) -> EmailMultiAlternatives:
    """The calendar twice: as the part that mail programs act on, and as a file to open."""
    meeting = invitee.meeting
    data = calendar_file(meeting, leader_of(meeting), document, method=method, invitee=invitee)
    message.attach_alternative(data.decode(), f"text/calendar; method={method}")
    message.attach("rapat.ics", data, "text/calendar")
    return message

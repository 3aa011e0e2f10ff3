"""How the invitation reached each one: noted by hand, or sent by e-mail and then noted."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import QuerySet

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, case_subject
from runut.office.cases.documents import stored_bytes
from runut.office.cases.models import Document
from runut.office.trust.append import Act, append
from runut.office.works.rapat.actions.inviting import NO_INVITATION, refuse_stale
from runut.office.works.rapat.actions.working import line, work_on
from runut.office.works.rapat.ics import calendar_file
from runut.office.works.rapat.letters import leader_of, refuse_unsigned
from runut.office.works.rapat.messages import email_text
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.queries import invitation_of, invitees_of

Enqueue = Callable[[int, int, str], None]
"""Puts one letter into the worker's queue: invitee, document, who asked for it."""


def note_delivery(
    ref: StepRef, doer: Doer, invitee_ids: Sequence[int], channel: str, at: datetime
) -> Done | Refused:
    """Note that the invitation was handed over, or sent from somebody's own telephone."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        if refused := _refuse_sending(case, meeting) or _refuse_future(at, doer.at):
            return refused
        waiting = _waiting(meeting).filter(pk__in=invitee_ids)
        names = list(waiting.order_by("urutan").values_list("nama", flat=True))
        waiting.update(sent_by=channel, sent_at=at)
        if not names:
            return Refused("tidak_ada", "Pilih setidaknya satu orang yang belum menerima undangan.")
        facts = {"kepada": names, "melalui": channel, "pada": at.isoformat()}
        return [line(case, "undangan_disampaikan", facts)]

    return work_on(ref, doer, save)


def undo_delivery(ref: StepRef, doer: Doer, invitee_id: int) -> Done | Refused:
    """Take back a note of delivery that was a mistake."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        rows = Invitee.objects.filter(
            office_id=meeting.office_id, meeting=meeting, pk=invitee_id, sent_at__isnull=False
        )
        nama = rows.values_list("nama", flat=True).first()
        if not rows.update(sent_by="", sent_at=None):
            return Refused("tidak_ada", "Catatan penyampaian itu sudah dibatalkan.")
        return [line(case, "penyampaian_dibatalkan", {"nama": nama})]

    return work_on(ref, doer, save)


def send_by_email(ref: StepRef, doer: Doer, enqueue: Enqueue) -> Done | Refused:
    """Ask the worker to send the letter to everybody who has an address and waits for it."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        document = invitation_of(meeting)
        refused = _refuse_email() or _refuse_sending(case, meeting)
        if refused or document is None:
            return refused or NO_INVITATION
        rows = _waiting(meeting).exclude(person__email="").filter(person__isnull=False)
        asked = list(rows.values_list("pk", "nama"))
        if not asked:
            return Refused(
                "tanpa_alamat", "Tidak ada lagi yang menunggu undangan dan mempunyai alamat surel."
            )
        for invitee_id, _ in asked:
            later = partial(enqueue, invitee_id, document.pk, doer.person.ref)
            transaction.on_commit(later)
        return [line(case, "surel_diminta", {"kepada": [nama for _, nama in asked]})]

    return work_on(ref, doer, save)


def deliver_by_email(invitee_id: int, document_id: int, asked_by: str) -> None:
    """Send one letter and note it. Safe to repeat; a letter replaced meanwhile is not sent.

    Raises what the mail server raises: the worker keeps the failure, the invitee keeps waiting.
    """
    invitee = Invitee.objects.select_related("meeting__office", "meeting__case", "person").get(
        pk=invitee_id
    )
    document = Document.objects.get(office_id=invitee.office_id, pk=document_id)
    current = invitation_of(invitee.meeting)
    if invitee.sent_at or current is None or current.nomor != document.nomor:
        return
    if invitee.person is None:
        return
    _letter(invitee, document, invitee.person.email).send()
    at = clock.now()
    facts = {"kepada": [invitee.nama], "melalui": "email", "pada": at.isoformat()}
    with transaction.atomic():
        Invitee.objects.filter(
            office_id=invitee.office_id, pk=invitee.pk, sent_at__isnull=True
        ).update(sent_by=Invitee.Channel.EMAIL, sent_at=at)
        sent = Act("rapat.undangan_disampaikan", case_subject(invitee.meeting.case_id), facts)
        append(invitee.office_id, [sent], actor=asked_by, at=at)


def _letter(invitee: Invitee, document: Document, address: str) -> EmailMessage:
    meeting = invitee.meeting
    message = EmailMessage(
        subject=f"Undangan: {meeting.acara}",
        body=email_text(meeting, invitee, document),
        to=[address],
    )
    message.attach(
        f"undangan-{document.kode}.pdf", stored_bytes(document, "pdf"), "application/pdf"
    )
    calendar = calendar_file(meeting, leader_of(meeting), document)
    message.attach("rapat.ics", calendar, "text/calendar")
    return message


def _waiting(meeting: Meeting) -> QuerySet[Invitee]:
    return Invitee.objects.filter(
        office_id=meeting.office_id, meeting=meeting, sent_at__isnull=True
    )


def _refuse_email() -> Refused | None:
    if settings.EMAIL_HOST:
        return None
    return Refused(
        "surel_mati",
        "Surat elektronik belum disiapkan pada pemasangan ini. Sampaikan dengan cetak atau "
        "WhatsApp, lalu catat.",
    )


def _refuse_sending(case: OpenCase, meeting: Meeting) -> Refused | None:
    if invitation_of(meeting) is None:
        return NO_INVITATION
    return refuse_stale(meeting, invitees_of(meeting)) or refuse_unsigned(meeting)


def _refuse_future(at: datetime, now: datetime) -> Refused | None:
    if at <= now:
        return None
    return Refused("waktu_mendatang", "Waktu penyampaian belum tiba. Betulkan tanggal atau jamnya.")

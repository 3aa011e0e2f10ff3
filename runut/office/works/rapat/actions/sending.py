"""How the invitation reached each one: noted by hand, or sent by e-mail and then noted."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef
from runut.office.people.address import refuse_unreachable
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.inviting import NO_INVITATION, refuse_stale
from runut.office.works.rapat.actions.mailing import put_into_outbox, refuse_email
from runut.office.works.rapat.actions.working import line, work_on
from runut.office.works.rapat.letters import refuse_unsigned
from runut.office.works.rapat.models import Invitee, Mailing, Meeting
from runut.office.works.rapat.queries import invitation_of, invitees_of

REQUEST = Mailing.Method.REQUEST
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
        refused = refuse_email(meeting.office) or _refuse_sending(case, meeting)
        if refused or document is None:
            return refused or NO_INVITATION
        rows = _waiting(meeting).exclude(person__email="").filter(person__isnull=False)
        asked = [
            one
            for one in rows.order_by("urutan")
            if put_into_outbox(one, REQUEST, document.kode, doer.at)
        ]
        if not asked:
            return Refused(
                "tanpa_alamat", "Tidak ada lagi yang menunggu undangan dan mempunyai alamat surel."
            )
        for one in asked:
            transaction.on_commit(partial(enqueue, one.pk, document.pk, doer.person.ref))
        return [line(case, "surel_diminta", {"kepada": [one.nama for one in asked]})]

    return work_on(ref, doer, save)


def send_again(ref: StepRef, doer: Doer, invitee_id: int, enqueue: Enqueue) -> Done | Refused:
    """Send a letter once more of which nobody knows whether it went out. Somebody decides that:
    nothing does it by itself."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        document = invitation_of(meeting)
        refused = refuse_email(meeting.office) or _refuse_sending(case, meeting)
        if refused or document is None:
            return refused or NO_INVITATION
        found = _waiting(meeting).filter(pk=invitee_id).first()
        rows = Mailing.objects.filter(
            office_id=meeting.office_id,
            invitee_id=invitee_id,
            method=REQUEST,
            kode=document.kode,
            state__in=(Mailing.State.UNSURE, Mailing.State.SENDING, Mailing.State.FAILED),
        )
        is_taken_back = rows.update(state=Mailing.State.WAITING, at=doer.at, sebab="")
        if found is None or not is_taken_back:
            return Refused("tidak_ada", "Undangan itu sudah terkirim atau sudah menunggu dikirim.")
        transaction.on_commit(partial(enqueue, found.pk, document.pk, doer.person.ref))
        return [line(case, "surel_diminta", {"kepada": [found.nama]})]

    return work_on(ref, doer, save)


def _waiting(meeting: Meeting) -> QuerySet[Invitee]:
    return Invitee.objects.filter(
        office_id=meeting.office_id, meeting=meeting, sent_at__isnull=True
    )


def _refuse_sending(case: OpenCase, meeting: Meeting) -> Refused | None:
    if invitation_of(meeting) is None:
        return NO_INVITATION
    return (
        refuse_stale(meeting, invitees_of(meeting))
        or refuse_unsigned(meeting)
        or refuse_unreachable(case.row.office)
    )


def _refuse_future(at: datetime, now: datetime) -> Refused | None:
    if at <= now:
        return None
    return Refused("waktu_mendatang", "Waktu penyampaian belum tiba. Betulkan tanggal atau jamnya.")

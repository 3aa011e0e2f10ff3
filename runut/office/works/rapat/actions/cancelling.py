"""A meeting called off before it began: with the reason, and everybody who was told is told."""

from collections.abc import Callable, Sequence
from functools import partial

from django.db import transaction

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, act
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.mailing import put_into_outbox
from runut.office.works.rapat.actions.working import (
    NO_MEETING,
    change_meeting,
    line,
    refuse_work,
)
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.models import Mailing, Meeting
from runut.office.works.rapat.occasions import meeting_of

Enqueue = Callable[[int], None]
"""Puts one cancellation into the worker's queue."""

STATE = Mailing.State


def cancel_meeting(ref: StepRef, doer: Doer, alasan: str, enqueue: Enqueue) -> Done | Refused:
    """Call the meeting off, as its leader or as who works on the step.

    Its line in the agenda book stays. The step then asks for the facts of another meeting.
    """

    def save(case: OpenCase) -> Sequence[Act] | Refused:
        meeting = meeting_of(case, ref.no)
        if meeting is None:
            return NO_MEETING
        if leader_of(meeting) != doer.person and (refused := refuse_work(case, ref, doer)):
            return refused
        refused = _refuse(meeting, alasan) or change_meeting(
            meeting,
            meeting.version,
            dibatalkan_pada=doer.at,
            alasan_batal=alasan.strip(),
            layar_pada=None,
        )
        if refused:
            return refused
        told = _tell_by_email(meeting, doer, enqueue)
        return [line(case, "rapat_dibatalkan", {"reason": alasan.strip(), "kepada": told})]

    return act(ref.case_id, doer, (), also=save)


def _tell_by_email(meeting: Meeting, doer: Doer, enqueue: Enqueue) -> list[str]:
    """Whoever may have got the invitation by e-mail gets the cancellation by e-mail."""
    rows = Mailing.objects.filter(
        office_id=meeting.office_id,
        invitee__meeting=meeting,
        method=Mailing.Method.REQUEST,
        state__in=(STATE.SENT, STATE.SENDING, STATE.UNSURE),
    ).select_related("invitee")
    last = {one.invitee_id: one for one in rows.order_by("pk")}
    for one in last.values():
        mailing = put_into_outbox(one.invitee, Mailing.Method.CANCEL, one.kode, doer.at)
        if mailing:
            transaction.on_commit(partial(enqueue, mailing.pk))
    return [one.invitee.nama for one in last.values()]


def _refuse(meeting: Meeting, alasan: str) -> Refused | None:
    if meeting.is_held:
        return Refused("sudah_dibuka", "Rapat sudah dibuka. Tutup rapat dengan notulanya.")
    if not alasan.strip():
        return Refused("tanpa_alasan", "Tuliskan alasan rapat dibatalkan.")
    return None

"""Who came: checked in with the QR, or noted by those who hold the meeting."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from runut.core.case.model import CaseStatus
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, case_subject
from runut.office.trust.append import Act, append
from runut.office.works.rapat.actions.working import line, write_on
from runut.office.works.rapat.models import Invitee, Meeting


def check_in(invitee: Invitee, at: datetime) -> Refused | None:
    """Note that an invitee is there, once, on the day of the meeting. No login: the address is
    the secret. A second time changes nothing."""
    if refused := refuse_check_in(invitee.meeting, at):
        return refused
    facts = {"nama": invitee.nama, "pada": at.isoformat(), "cara": "qr"}
    with transaction.atomic():
        rows = Invitee.objects.filter(
            office_id=invitee.office_id, pk=invitee.pk, attended_at__isnull=True
        )
        if rows.update(attended_at=at, attended_by=Invitee.Presence.QR):
            noted = Act("rapat.hadir", case_subject(invitee.meeting.case_id), facts)
            append(invitee.office_id, [noted], actor="", at=at)
    return None


def refuse_check_in(meeting: Meeting, at: datetime) -> Refused | None:
    """Why nobody can check in now: it is not the day, or the meeting is over."""
    if meeting.ditutup_pada or meeting.case.status != CaseStatus.BERJALAN:
        return Refused("rapat_ditutup", "Rapat sudah ditutup. Hubungi notulis bila Saudara hadir.")
    days = {meeting.local(m).date() for m in (meeting.mulai, meeting.dibuka_pada) if m}
    if meeting.local(at).date() in days:
        return None
    return Refused("bukan_hari_rapat", f"Kehadiran dicatat pada hari rapat: {meeting.hari}.")


def note_presence(meeting: Meeting, invitee_ids: Sequence[int], at: datetime) -> list[str]:
    """Mark those who are not marked yet; answers their names. Inside the transaction of an act."""
    rows = Invitee.objects.filter(
        office_id=meeting.office_id, meeting=meeting, pk__in=invitee_ids, attended_at__isnull=True
    )
    names = list(rows.order_by("urutan").values_list("nama", flat=True))
    rows.update(attended_at=at, attended_by=Invitee.Presence.NOTED)
    return names


def undo_attendance(ref: StepRef, doer: Doer, invitee_id: int) -> Done | Refused:
    """Take back a presence that was noted by mistake."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        rows = Invitee.objects.filter(
            office_id=meeting.office_id, meeting=meeting, pk=invitee_id, attended_at__isnull=False
        )
        nama = rows.values_list("nama", flat=True).first()
        if not rows.update(attended_at=None, attended_by=""):
            return Refused("tidak_ada", "Catatan kehadiran itu sudah dibatalkan.")
        return [line(case, "hadir_dibatalkan", {"nama": nama})]

    return write_on(ref, doer, save)

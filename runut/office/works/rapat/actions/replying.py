"""An invitee says that he has read the invitation, and whether he comes. No login: his own address
is the secret, and it speaks for him alone."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from runut.core.findings import Refused
from runut.office.cases.acting import case_subject
from runut.office.trust.append import Act, append
from runut.office.works.rapat.models import Invitee, Meeting


@dataclass(frozen=True)
class Reply:
    """What he says; "" only says that he has read it. With SENDS, who comes in his place."""

    jawaban: str
    wakil_nama: str = ""
    wakil_jabatan: str = ""


def reply(invitee: Invitee, said: Reply, at: datetime) -> Refused | None:
    """Keep the answer in place of the one before, as long as the meeting has not begun."""
    if refused := refuse_reply(invitee.meeting, at):
        return refused
    is_sent = said.jawaban == Invitee.Answer.SENDS
    if is_sent and not said.wakil_nama.strip():
        return Refused("tanpa_wakil", "Tulis nama yang mewakili Saudara.")
    named = (said.wakil_nama.strip(), said.wakil_jabatan.strip()) if is_sent else ("", "")
    new = (said.jawaban, *named)
    with transaction.atomic():
        rows = Invitee.objects.filter(office_id=invitee.office_id, pk=invitee.pk)
        now = rows.select_related("meeting").get()
        was_read = rows.filter(read_at__isnull=True).update(read_at=at)
        is_same = (now.jawaban, now.wakil_nama, now.wakil_jabatan) == new
        facts = {"nama": now.nama, "pada": at.isoformat()}
        subject = case_subject(now.meeting.case_id)
        acts = [Act("rapat.undangan_dibaca", subject, facts)] if was_read else []
        if said.jawaban and not is_same:
            rows.update(
                jawaban=said.jawaban, jawaban_pada=at, wakil_nama=named[0], wakil_jabatan=named[1]
            )
            told = facts | {"jawaban": str(said.jawaban), "wakil": named[0]}
            acts.append(Act("rapat.undangan_dijawab", subject, told))
        append(now.office_id, acts, actor="", at=at)
    return None


def refuse_reply(meeting: Meeting, at: datetime) -> Refused | None:
    """Why an answer comes too late."""
    if meeting.dibatalkan_pada:
        return Refused("rapat_dibatalkan", f"Rapat ini dibatalkan: {meeting.alasan_batal}")
    if meeting.is_held or at >= meeting.mulai:
        return Refused("rapat_mulai", "Rapat sudah dimulai. Jawaban tidak dapat diubah lagi.")
    return None

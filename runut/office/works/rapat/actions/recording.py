"""Presence written down later than it happened: the network was down, people signed on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.attending import (
    Arrival,
    Guest,
    add_walk_in,
    refuse_other_day,
)
from runut.office.works.rapat.actions.working import line, write_on
from runut.office.works.rapat.models import Invitee, Meeting


@dataclass(frozen=True)
class Recorded:
    """Who was there ``pada``, by the list of paper, and why it is written down only now."""

    pada: datetime
    alasan: str
    hadir: tuple[int, ...] = ()
    tamu: tuple[Guest, ...] = ()


def record_later(ref: StepRef, doer: Doer, recorded: Recorded) -> Done | Refused:
    """Write down who was there; each line keeps who wrote it, when, and the reason."""

    def save(case: OpenCase, meeting: Meeting) -> Sequence[Act] | Refused:
        if refused := _refuse(meeting, recorded, doer.at):
            return refused
        by = {"noted_by": doer.person, "noted_at": doer.at, "noted_why": recorded.alasan}
        rows = Invitee.objects.filter(
            office_id=meeting.office_id,
            meeting=meeting,
            pk__in=recorded.hadir,
            attended_at__isnull=True,
        )
        names = list(rows.order_by("urutan").values_list("nama", flat=True))
        rows.update(attended_at=recorded.pada, attended_by=Invitee.Presence.LATER, **by)
        arrival = Arrival(recorded.pada, Invitee.Presence.LATER)
        names += [add_walk_in(meeting, guest, arrival, **by).nama for guest in recorded.tamu]
        if not names:
            return Refused("sudah_tercatat", "Semua yang dipilih sudah tercatat hadir.")
        facts = {
            "nama": names,
            "pada": recorded.pada.isoformat(),
            "cara": "susulan",
            "reason": recorded.alasan,
        }
        return [line(case, "hadir_susulan", facts)]

    return write_on(ref, doer, save)


def _refuse(meeting: Meeting, recorded: Recorded, now: datetime) -> Refused | None:
    if not recorded.hadir and not recorded.tamu:
        return Refused("tidak_ada", "Tandai yang hadir, atau tulis nama tamu yang hadir.")
    if not recorded.alasan.strip():
        return Refused("tanpa_alasan", "Tuliskan mengapa kehadiran dicatat kemudian.")
    if recorded.pada > now:
        return Refused("waktu_mendatang", "Jam itu belum tiba. Betulkan tanggal atau jamnya.")
    return refuse_other_day(meeting, recorded.pada)

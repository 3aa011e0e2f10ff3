"""Who came: checked in by telephone, or noted by those who hold the meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Max

from runut.core.case.model import CaseStatus
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, case_subject
from runut.office.trust.append import Act, append
from runut.office.works.rapat.actions.working import line, write_on
from runut.office.works.rapat.models import Invitee, Meeting

MAX_TAMU = 200
"""Guests who can add themselves to one meeting."""


@dataclass(frozen=True)
class Guest:
    """Somebody whom nobody called: name, and post or office."""

    nama: str
    jabatan: str


@dataclass(frozen=True)
class Arrival:
    """Somebody says by his telephone that he is there. ``device`` is "" where it is not known."""

    at: datetime
    how: str = Invitee.Presence.QR
    device: str = ""


def check_in(invitee: Invitee, arrival: Arrival | datetime) -> Refused | None:
    """Note that an invitee is there, once, on the day of the meeting. No login: the address or
    the code is the secret. A second time changes nothing."""
    arrival = arrival if isinstance(arrival, Arrival) else Arrival(arrival)

    def save(meeting: Meeting) -> str:
        rows = Invitee.objects.filter(
            office_id=meeting.office_id, pk=invitee.pk, attended_at__isnull=True
        )
        came: dict[str, Any] = {"attended_at": arrival.at, "attended_by": arrival.how}
        return invitee.nama if rows.update(**came, device=arrival.device) else ""

    return _arrive(invitee.meeting, arrival, save, invitee)


def check_in_for(invitee: Invitee, arrival: Arrival) -> Refused | None:
    """Note that the one is there whom an invitee sends: by his own name, for the other."""
    stands_for = f"{invitee.wakil_jabatan or 'Wakil'}, mewakili {invitee.nama}"[:200]

    def save(meeting: Meeting) -> str:
        if Invitee.objects.filter(office_id=meeting.office_id, mewakili=invitee).exists():
            return ""
        guest = Guest(invitee.wakil_nama, stands_for)
        add_walk_in(meeting, guest, arrival, mewakili=invitee)
        return f"{guest.nama}, mewakili {invitee.nama}"

    return _arrive(invitee.meeting, arrival, save)


def check_in_guest(meeting: Meeting, guest: Guest, arrival: Arrival) -> Refused | None:
    """Note that somebody is there whom nobody called. The same name twice is one person."""

    def save(now: Meeting) -> str | Refused:
        walked_in = now.invitees.filter(office_id=now.office_id, walk_in=True)
        if now.invitees.filter(
            office_id=now.office_id, nama__iexact=guest.nama, attended_at__isnull=False
        ).exists():
            return ""
        if walked_in.count() >= MAX_TAMU:
            return Refused("terlalu_banyak", "Daftar tamu sudah penuh. Hubungi notulis rapat.")
        add_walk_in(now, guest, arrival)
        return guest.nama

    return _arrive(meeting, arrival, save)


def add_walk_in(meeting: Meeting, guest: Guest, arrival: Arrival, **more: Any) -> Invitee:
    """Add somebody to the list who was not called and is there. Inside a transaction."""
    last = meeting.invitees.filter(office_id=meeting.office_id).aggregate(last=Max("urutan"))
    return Invitee.objects.create(
        office_id=meeting.office_id,
        meeting=meeting,
        urutan=(last["last"] or 0) + 1,
        nama=guest.nama,
        jabatan=guest.jabatan,
        walk_in=True,
        attended_at=arrival.at,
        attended_by=arrival.how,
        device=arrival.device,
        **more,
    )


def refuse_check_in(meeting: Meeting, at: datetime) -> Refused | None:
    """Why nobody can check in now: it is not the day, or the meeting is over."""
    if meeting.dibatalkan_pada:
        return Refused("rapat_dibatalkan", "Rapat ini dibatalkan. Kehadiran tidak dicatat.")
    if meeting.ditutup_pada or meeting.case.status != CaseStatus.BERJALAN:
        return Refused("rapat_ditutup", "Rapat sudah ditutup. Hubungi notulis bila Saudara hadir.")
    return refuse_other_day(meeting, at)


def refuse_other_day(meeting: Meeting, at: datetime) -> Refused | None:
    """Why nobody was there at this moment: the meeting is on another day."""
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
        found = rows.first()
        if found is None:
            return Refused("tidak_ada", "Catatan kehadiran itu sudah dibatalkan.")
        if found.walk_in:
            found.delete()
        else:
            rows.update(
                attended_at=None,
                attended_by="",
                device="",
                noted_by=None,
                noted_at=None,
                noted_why="",
            )
        return [line(case, "hadir_dibatalkan", {"nama": found.nama})]

    return write_on(ref, doer, save)


def _arrive(
    meeting: Meeting, arrival: Arrival, save: Any, invitee: Invitee | None = None
) -> Refused | None:
    with transaction.atomic():
        # one telephone after the other: each sees whom the one before it stood for
        now = _locked(meeting)
        refused = refuse_check_in(now, arrival.at) or _refuse_device(now, arrival, invitee)
        noted = refused or save(now)
        if isinstance(noted, Refused) or not noted:
            return noted or None
        facts = {"nama": noted, "pada": arrival.at.isoformat(), "cara": str(arrival.how)}
        told = Act("rapat.hadir", case_subject(now.case_id), facts)
        append(now.office_id, [told], actor="", at=arrival.at)
    return None


def _locked(meeting: Meeting) -> Meeting:
    rows = Meeting.objects.filter(office_id=meeting.office_id, pk=meeting.pk)
    if connection.features.has_select_for_update:
        list(rows.select_for_update(no_key=True).values_list("pk"))
    return rows.select_related("office", "case").get()


def _refuse_device(meeting: Meeting, arrival: Arrival, invitee: Invitee | None) -> Refused | None:
    if not arrival.device:
        return None
    used = meeting.invitees.filter(office_id=meeting.office_id, device=arrival.device).first()
    if used is None or used == invitee:
        return None
    return Refused(
        "telepon_dipakai",
        f"Telepon ini sudah dipakai mencatat kehadiran {used.nama}. Satu telepon untuk satu orang; "
        "yang lain dicatat oleh notulis.",
    )

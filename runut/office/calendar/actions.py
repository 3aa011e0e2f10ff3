"""The acts on the calendar of an office. Each is one version more, names what it rests on, and
moves the limits of all open steps in the same transaction."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from runut.core.calendar.hours import hours_of
from runut.core.findings import Refused
from runut.core.words.dates import format_date
from runut.office.acts.sending import Doer, Done, KeyUsed, recall, remember
from runut.office.calendar.deadlines import Calendars, move_limits
from runut.office.locks import lock_register
from runut.office.people.calendars import RAMADAN, read_calendar
from runut.office.people.models import Holiday, Office, OfficeProfile, Right
from runut.office.people.rights import may
from runut.office.trust.append import Act, append
from runut.office.trust.models import Entry

NOT_YOURS = Refused(
    "bukan_pelaksana", "Kalender kantor hanya dapat diubah oleh pengelola kantor dan pegawai."
)
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


@dataclass(frozen=True)
class DayOff:
    """A day off as somebody enters it."""

    tanggal: date
    nama: str
    jenis: str
    catatan: str = ""

    @property
    def words(self) -> str:
        return f"{self.nama}, {format_date(self.tanggal)}"


@dataclass(frozen=True)
class Change:
    """What was changed: the kind of the line, its facts, and the cause that moved limits tell."""

    kind: str
    facts: dict[str, Any]
    karena: str


def put_days(doer: Doer, days: Sequence[DayOff], dasar: str) -> Done | Refused:
    """Enter days off, or correct those of the same date. ``dasar``: the decree they rest on."""

    def save(office: Office) -> Change | Refused:
        known = {
            one.tanggal: one
            for one in Holiday.objects.filter(
                office=office, tanggal__in=[day.tanggal for day in days]
            )
        }
        new = [
            Holiday(
                pk=known[day.tanggal].pk if day.tanggal in known else None,
                office=office,
                tanggal=day.tanggal,
                nama=day.nama,
                jenis=day.jenis,
                sumber=dasar,
                catatan=day.catatan,
            )
            for day in days
        ]
        new = [one for one in new if one.pk is None or vars_of(one) != vars_of(known[one.tanggal])]
        if not new:
            return Refused("tidak_berubah", "Hari-hari itu sudah tercatat persis seperti ini.")
        for one in new:
            one.save()
        words = "; ".join(f"{one.nama}, {format_date(one.tanggal)}" for one in new[:3])
        words += f"; dan {len(new) - 3} hari lain" if len(new) > 3 else ""
        facts = {
            "hari": [vars_of(one) for one in new],
            "semula": [vars_of(known[one.tanggal]) for one in new if one.tanggal in known],
            "kata": words,
        }
        return Change("kalender.hari_ditetapkan", facts, words)

    return _change(doer, dasar, save)


def remove_day(doer: Doer, tanggal: date, dasar: str) -> Done | Refused:
    """A day off is a working day again."""

    def save(office: Office) -> Change | Refused:
        row = Holiday.objects.filter(office=office, tanggal=tanggal).first()
        if row is None:
            return Refused(
                "tidak_ada", f"{format_date(tanggal)} tidak tercatat sebagai hari libur."
            )
        words = f"{row.nama}, {format_date(tanggal)}"
        was = vars_of(row)
        row.delete()
        facts = {"semula": [was], "kata": words}
        return Change("kalender.hari_dihapus", facts, f"{words} bukan hari libur lagi")

    return _change(doer, dasar, save)


def set_ramadan(doer: Doer, first: date, last: date, dasar: str) -> Done | Refused:
    """The first and the last day of a fasting month, as the minister has stated them."""

    def save(office: Office) -> Change | Refused:
        if not 27 <= (last - first).days <= 30:
            return Refused(
                "salah", "Ramadan berlangsung 29 atau 30 hari. Periksa kedua tanggalnya."
            )
        kept = [pair for pair in office.ramadan if not pair[1].startswith(str(last.year))]
        was = [pair for pair in office.ramadan if pair[1].startswith(str(last.year))]
        now = [first.isoformat(), last.isoformat()]
        if was == [now]:
            return Refused("tidak_berubah", "Ramadan sudah tercatat persis seperti ini.")
        office.ramadan = sorted([*kept, now])
        office.save(update_fields=["ramadan"])
        words = f"Ramadan {format_date(first)} sampai {format_date(last)}"
        return Change("kalender.ramadan_ditetapkan", {"semula": was, "kata": words}, words)

    return _change(doer, dasar, save)


def set_clock(
    doer: Doer,
    zona: str,
    biasa: Mapping[str, Sequence[str]],
    ramadan: Mapping[str, Sequence[str]],
    dasar: str,
) -> Done | Refused:
    """The zone and the hours of the ordinary week and of Ramadan; nothing stated means those of
    the regulation."""

    def save(office: Office) -> Change | Refused:
        for stated in (biasa, ramadan):
            try:
                hours_of(stated) if stated else None
            except ValueError as error:
                return Refused("salah", str(error))
        if zona not in ZONES:
            return Refused("salah", "Pilih WIB, WITA, atau WIT.")
        profile, _ = OfficeProfile.objects.get_or_create(office=office)
        jam: dict[str, Any] = {day: list(one) for day, one in biasa.items()}
        if ramadan:
            jam[RAMADAN] = {day: list(one) for day, one in ramadan.items()}
        is_same_zone = zona == zone_word(office, doer.at)
        if is_same_zone and jam == profile.jam_kerja:
            return Refused("tidak_berubah", "Jam kerja sudah tercatat persis seperti ini.")
        facts = {"semula": {"zona": office.zona_waktu, "jam": profile.jam_kerja}, "jam": jam}
        if not is_same_zone:
            office.zona_waktu = ZONES[zona]
            office.save(update_fields=["zona_waktu"])
        profile.jam_kerja = jam
        profile.save(update_fields=["jam_kerja"])
        words = "jam kerja kantor berubah" if is_same_zone else f"zona waktu menjadi {zona}"
        return Change("kalender.jam_ditetapkan", {**facts, "zona": office.zona_waktu}, words)

    return _change(doer, dasar, save)


def moved_by_last_change(office_id: int) -> int:
    """How many limits moved with the newest version of the calendar."""
    line = Entry.objects.filter(office_id=office_id, subject=f"kalender:{office_id}").last()
    return int(json.loads(line.payload)["bergeser"]) if line else 0


def zone_word(office: Office, at: datetime) -> str:
    """WIB, WITA or WIT: what the clock of the office is called."""
    return at.astimezone(office.zone).tzname() or ""


def vars_of(row: Holiday) -> dict[str, str]:
    """A day off as the chain keeps it."""
    names = ("tanggal", "nama", "jenis", "sumber", "catatan")
    return {name: str(getattr(row, name)) for name in names}


def _change(doer: Doer, dasar: str, save: Callable[[Office], Change | Refused]) -> Done | Refused:
    if not may(doer.person, Right.KANTOR):
        return NOT_YOURS
    try:
        with transaction.atomic():
            if known := recall(doer):
                return known
            lock_register(doer.person.office_id)
            office = Office.objects.get(pk=doer.person.office_id)
            before, zone = read_calendar(office.pk, office.ramadan), office.zone
            changed = save(office)
            if isinstance(changed, Refused):
                transaction.set_rollback(True)
                return changed
            office.kalender_versi += 1
            office.save(update_fields=["kalender_versi"])
            calendars = Calendars(before, read_calendar(office.pk, office.ramadan), zone)
            lines = move_limits(office, calendars, changed.karena[:400], doer.at)
            facts = {**changed.facts, "dasar": dasar, "versi": office.kalender_versi}
            facts["bergeser"] = len(lines)
            line = Act(changed.kind, f"kalender:{office.pk}", facts)
            append(office.pk, [line, *lines], actor=doer.person.ref, at=doer.at)
            remember(doer, doer.url)
            return Done(doer.url)
    except KeyUsed:
        return recall(doer) or NOT_YOURS

"""The working calendar of an office: its table of days off, its Ramadan, its hours."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from runut.core.calendar.aturan import JAM_KERJA
from runut.core.calendar.hours import OfficeHours, hours_of
from runut.core.calendar.working_time import Calendar
from runut.office.people.models import Holiday, Office, OfficeProfile

RAMADAN = "ramadan"
"""The key of ``OfficeProfile.jam_kerja`` under which the hours of the fasting month stand."""


def calendar_of(office: Office) -> Calendar:
    """The calendar the office works by now; read again only after it has changed."""
    ramadan = tuple((first, last) for first, last in office.ramadan)
    return _calendar(office.pk, office.kalender_versi, ramadan)


def read_calendar(office_id: int, ramadan: object) -> Calendar:
    """The calendar as the tables say it at this moment, a change that is under way included."""
    days = Holiday.objects.filter(office_id=office_id).values_list("tanggal", "jenis")
    found = list(days)
    stated = OfficeProfile.objects.filter(office_id=office_id).values_list("jam_kerja", flat=True)
    assert isinstance(ramadan, list | tuple)  # noqa: S101 - a column of pairs
    return Calendar(
        holidays=frozenset(day for day, _ in found),
        ramadan=tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in ramadan),
        cuti_bersama=frozenset(day for day, jenis in found if jenis == Holiday.Jenis.CUTI_BERSAMA),
        hours=office_hours(stated.first() or {}),
    )


def office_hours(stated: Mapping[str, Any]) -> OfficeHours:
    """The hours that an office states; those of the regulation for what it does not state.

    Hours that are no week of work, as only another hand can have written them, are not followed.
    """
    return OfficeHours(
        biasa=_week({day: one for day, one in stated.items() if day != RAMADAN}, "biasa"),
        ramadan=_week(stated.get(RAMADAN) or {}, RAMADAN),
    )


def _week(stated: Mapping[str, Any], name: str) -> Any:
    default = getattr(JAM_KERJA.nilai, name)
    if not stated:
        return default
    try:
        return hours_of(stated)
    except (TypeError, AttributeError, ValueError):
        return default


@lru_cache(maxsize=64)
def _calendar(office_id: int, version: int, ramadan: tuple[tuple[str, str], ...]) -> Calendar:
    del version  # part of the key: a changed calendar has another one
    return read_calendar(office_id, ramadan)

"""The working calendar of an office, from its table of holidays."""

from datetime import date
from functools import lru_cache

from runut.core.calendar.working_time import Calendar
from runut.office.people.models import Holiday, Office


def calendar_of(office: Office) -> Calendar:
    """The calendar the office works by now; read again only after its table has changed."""
    ramadan = tuple((first, last) for first, last in office.ramadan)
    return _calendar(office.pk, office.kalender_versi, ramadan)


@lru_cache(maxsize=64)
def _calendar(office_id: int, version: int, ramadan: tuple[tuple[str, str], ...]) -> Calendar:
    del version  # part of the key: a changed table has another one
    days = Holiday.objects.filter(office_id=office_id)
    bersama = days.filter(jenis="cuti_bersama").values_list("tanggal", flat=True)
    months = tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in ramadan)
    return Calendar(
        holidays=frozenset(days.values_list("tanggal", flat=True)),
        ramadan=months,
        cuti_bersama=frozenset(bersama),
    )

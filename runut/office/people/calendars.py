"""The working calendar of an office, from its table of holidays."""

from functools import lru_cache

from runut.core.calendar.working_time import Calendar
from runut.office.people.models import Holiday, Office


def calendar_of(office: Office) -> Calendar:
    """The calendar the office works by now; read again only after its table has changed."""
    return _calendar(office.pk, office.kalender_versi)


@lru_cache(maxsize=64)
def _calendar(office_id: int, version: int) -> Calendar:
    del version  # part of the key: a changed table has another one
    days = Holiday.objects.filter(office_id=office_id)
    ramadan = days.filter(jenis="ramadan").order_by("tanggal").values_list("tanggal", flat=True)
    free = days.exclude(jenis="ramadan").values_list("tanggal", flat=True)
    del ramadan
    return Calendar(holidays=frozenset(free))

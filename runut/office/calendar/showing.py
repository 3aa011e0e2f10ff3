"""The calendar of an office as its page shows it."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from runut.core.calendar.working_time import is_working_day
from runut.core.words.dates import HARI, format_date
from runut.office.calendar.actions import zone_word
from runut.office.calendar.deadlines import moment_words
from runut.office.calendar.forms import day_words
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Holiday, Office, OfficeProfile, Person, names_by_ref
from runut.office.trust.models import Entry

WORDS = {
    "kalender.hari_ditetapkan": "menetapkan hari libur: {kata}",
    "kalender.hari_dihapus": "menghapus hari libur: {kata}",
    "kalender.ramadan_ditetapkan": "menetapkan {kata}",
    "kalender.jam_ditetapkan": "menetapkan jam kerja",
}
SHOWN = 50


@dataclass(frozen=True)
class DayRow:
    hari: str
    tanggal: str
    iso: str
    row: Holiday


@dataclass(frozen=True)
class HoursRow:
    hari: str
    biasa: str
    ramadan: str


@dataclass(frozen=True)
class ChangeRow:
    """One version of the calendar: what was changed, by whom, on which basis, what moved."""

    versi: str
    kapan: str
    siapa: str
    words: str
    dasar: str
    bergeser: int


@dataclass(frozen=True)
class CalendarView:
    tahun: int
    years: tuple[int, ...]
    days: list[DayRow]
    libur: int
    bersama: int
    hari_kerja: int
    is_without_decree: bool
    main_source: str
    """The decree that most of the days rest on: said once, and not on every line."""
    ramadan: str
    hours: list[HoursRow]
    week: tuple[str, str]
    is_own_hours: bool
    zona: str
    changes: list[ChangeRow]


def calendar_view(office: Office, tahun: int, now: datetime) -> CalendarView:
    """The year ``tahun`` of the office's calendar, and its history."""
    calendar = calendar_of(office)
    rows = list(Holiday.objects.filter(office=office, tanggal__year=tahun).order_by("tanggal"))
    bersama = sum(row.jenis == Holiday.Jenis.CUTI_BERSAMA for row in rows)
    first = date(tahun, 1, 1).toordinal()
    whole = (date.fromordinal(day) for day in range(first, date(tahun + 1, 1, 1).toordinal()))
    ramadan = [pair for pair in calendar.ramadan if pair[1].year == tahun]
    own = OfficeProfile.objects.filter(office=office).values_list("jam_kerja", flat=True).first()
    known = {now.year + off for off in (-1, 0, 1)} | {tahun}
    return CalendarView(
        tahun=tahun,
        years=tuple(sorted(known)),
        days=[_day(row) for row in rows],
        libur=len(rows) - bersama,
        bersama=bersama,
        hari_kerja=sum(is_working_day(calendar, day) for day in whole),
        is_without_decree=not bersama,
        main_source=_most([row.sumber for row in rows]),
        ramadan=" sampai ".join(format_date(day) for day in ramadan[0]) if ramadan else "",
        hours=[
            HoursRow(
                HARI[day],
                day_words(calendar.hours.biasa, day) or "libur",
                day_words(calendar.hours.ramadan, day) or "libur",
            )
            for day in range(7)
        ],
        week=tuple(
            _hours(one.week_minutes) for one in (calendar.hours.biasa, calendar.hours.ramadan)
        ),  # type: ignore[arg-type]
        is_own_hours=bool(own),
        zona=zone_word(office, now),
        changes=changes_of(office),
    )


def changes_of(office: Office) -> list[ChangeRow]:
    """The versions of the calendar, the newest first."""
    lines = Entry.objects.filter(office_id=office.pk, subject=f"kalender:{office.pk}")
    names = names_by_ref(Person.objects.filter(office_id=office.pk))
    return [_change(office, line, names) for line in lines.order_by("-seq")[:SHOWN]]


def _change(office: Office, line: Entry, names: dict[str, str]) -> ChangeRow:
    facts: dict[str, Any] = json.loads(line.payload)
    sentence = WORDS.get(line.kind, line.kind)
    return ChangeRow(
        versi=str(facts.get("versi", "")),
        kapan=moment_words(office, datetime.fromisoformat(line.at)),
        siapa=names.get(line.actor, "Sistem"),
        words=sentence.format(kata=facts.get("kata", "")),
        dasar=str(facts.get("dasar", "")),
        bergeser=int(facts.get("bergeser", 0)),
    )


def _most(sources: list[str]) -> str:
    return max(sources, key=sources.count, default="")


def _day(row: Holiday) -> DayRow:
    day = row.tanggal
    return DayRow(HARI[day.weekday()], format_date(day), day.isoformat(), row)


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} jam {rest} menit" if rest else f"{hours} jam"

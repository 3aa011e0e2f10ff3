"""What the calendar of an office does not know yet, and every date computed from it will miss."""

from datetime import date

from django.urls import reverse

from runut.core.calendar.working_time import years_without_cuti_bersama
from runut.core.case.model import Definition
from runut.office.lacks import Lack
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Office

LOOK_AHEAD_MONTH = 9
"""The decree of a year comes in September or October of the year before."""


def lacks(office: Office, day: date, definition: Definition | None) -> list[Lack]:
    """Years at hand without a decree on their days off, and a Ramadan whose days nobody entered."""
    del definition  # every case is counted on the same calendar
    page, calendar = reverse("kantor_kalender"), calendar_of(office)
    last = date(day.year + 1, 12, 31) if day.month > LOOK_AHEAD_MONTH else day
    found = [
        Lack(
            what=f"Cuti bersama tahun {year} belum ditetapkan di sini (SKB tiga menteri)",
            later="Setiap batas waktu dalam tahun itu dihitung terlalu awal",
            mend="Isi hari libur",
            url=f"{page}?tahun={year}",
        )
        for year in years_without_cuti_bersama(calendar, day, last)
    ]
    fasting = {end.year for _, end in calendar.ramadan}
    found += [
        Lack(
            what=f"Awal dan akhir Ramadan tahun {year} belum diisi",
            later="Jam kerja pada bulan itu dihitung terlalu panjang",
            mend="Isi tanggal Ramadan",
            url=f"{page}?tahun={year}",
        )
        for year in range(day.year, last.year + 1)
        if year not in fasting
    ]
    return found

"""Public holidays and cuti bersama as a library knows them: the first filling of the table.

The decree of three ministers (SKB) is amended during a year, so the office's own table rules.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import holidays


@dataclass(frozen=True)
class FreeDay:
    """A day off: ``libur`` (national) or ``cuti_bersama``."""

    tanggal: date
    nama: str
    jenis: str


def holidays_of(years: Iterable[int]) -> Iterator[FreeDay]:
    """All days off in ``years``, in order; a day that is both is a national holiday."""
    wanted = list(years)
    libur = holidays.country_holidays("ID", years=wanted, categories=("public",), language="id")
    bersama = holidays.country_holidays(
        "ID", years=wanted, categories=("government",), language="id"
    )
    for day in sorted({*libur, *bersama}):
        jenis = "libur" if day in libur else "cuti_bersama"
        yield FreeDay(day, str(libur.get(day) or bersama.get(day)), jenis)


def ramadan_of(years: Iterable[int]) -> list[tuple[date, date]]:
    """First and last day of each Ramadan that ends in ``years``.

    Counted thirty days back from Idul Fitri, so the first day may be one early; the office
    corrects it when the minister has spoken.
    """
    wanted = list(years)
    libur = holidays.country_holidays("ID", years=wanted, categories=("public",), language="id")
    feasts = [day for day in sorted(libur) if libur[day].startswith("Hari Raya Idul Fitri")]
    return [(day - timedelta(days=30), day - timedelta(days=1)) for day in feasts]

"""Public holidays and cuti bersama as a library knows them: the first filling of the table.

The decree of three ministers (SKB) is amended during a year, so the office's own table rules.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

import holidays

SKB: Mapping[int, str] = MappingProxyType(
    {
        2026: "SKB Nomor 1497, 2, dan 5 Tahun 2025 (19 September 2025)",
        2027: "SKB Nomor 1205, 3, dan 2 Tahun 2026 (15 September 2026)",
    }
)
"""The decrees that were compared day by day with what the library says of their years."""

UNCHECKED = "Daftar bawaan; cocokkan dengan SKB tahun itu"
NO_DECREE = "Perkiraan; belum ada SKB"
STATED_AGAIN = "menurut SKB; ditetapkan lagi oleh Menteri Agama"
"""The decrees leave Ramadan, Idul Fitri and Idul Adha to a decision of the minister of religion."""

_ESTIMATED = " (perkiraan)"
_BY_THE_MINISTER = (
    "Hari Raya Idul Fitri",
    "Hari kedua dari Hari Raya Idul Fitri",
    "Hari Raya Idul Adha",
)


@dataclass(frozen=True)
class FreeDay:
    """A day off: ``libur`` (national) or ``cuti_bersama``; by which decree, with what reserve."""

    tanggal: date
    nama: str
    jenis: str
    sumber: str = ""
    catatan: str = ""


def holidays_of(years: Iterable[int]) -> Iterator[FreeDay]:
    """All days off in ``years``, in order; a day that is both is a national holiday."""
    wanted = list(years)
    libur = holidays.country_holidays("ID", years=wanted, categories=("public",), language="id")
    bersama = holidays.country_holidays(
        "ID", years=wanted, categories=("government",), language="id"
    )
    decreed = {day.year for day in bersama}
    for day in sorted({*libur, *bersama}):
        nama = str(libur.get(day) or bersama.get(day)).removesuffix(_ESTIMATED)
        sumber = SKB.get(day.year, UNCHECKED) if day.year in decreed else NO_DECREE
        is_open = day.year in SKB and nama in _BY_THE_MINISTER
        jenis = "libur" if day in libur else "cuti_bersama"
        yield FreeDay(day, nama, jenis, sumber, STATED_AGAIN if is_open else "")


def ramadan_of(years: Iterable[int]) -> list[tuple[date, date]]:
    """First and last day of each Ramadan that ends in ``years``.

    Counted thirty days back from Idul Fitri, so the first day may be one early; the office
    corrects it when the minister has spoken.
    """
    feasts = [day.tanggal for day in holidays_of(years) if day.nama == _BY_THE_MINISTER[0]]
    return [(day - timedelta(days=30), day - timedelta(days=1)) for day in feasts]

"""Checks of the standard times: understood, in one unit, and fitting the time of the whole."""

import re
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Final

from runut.core.calendar.aturan import MENIT_HARI_KERJA
from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import SOP
from runut.core.words.dates import format_minutes
from runut.core.words.items import join_numbers

_DASAR: Final = "PermenPANRB 35/2012, bagian bagan alir: mutu baku waktu"
PLAIN_DAY: Final = re.compile(r"\bhari\b(?! (?:kerja|kalender))", re.IGNORECASE)
_WORKING_DAY: Final = re.compile(r"\bhari kerja\b", re.IGNORECASE)
_CALENDAR_DAY: Final = re.compile(r"\bhari kalender\b", re.IGNORECASE)
_MEETING: Final = re.compile(r"\brapat\b", re.IGNORECASE)
_ONE_TIME: Final = r"\d[\d.,]* ?(?:menit|jam|hari(?: kerja)?|minggu|bulan)\b(?! kalender)"
_TIME: Final = rf"(?P<time>{_ONE_TIME}(?:,? (?:dan )?{_ONE_TIME})*)"
_WHOLE: Final = re.compile(
    r"(?:(?:total|jumlah|seluruh|keseluruhan) (?:\w+ ){0,2}waktu|"
    r"waktu (?:penyelesaian|keseluruhan|seluruhnya|total|pelaksanaan)|"
    r"(?:diselesaikan|selesai) (?:\w+ ){0,2}(?:dalam|paling lama|maksimal|selambat-lambatnya))"
    r"[^.;\d]{0,40}" + _TIME,
    re.IGNORECASE,
)
"""Words that give the time of the whole procedure."""


def _time_not_understood(sop: SOP) -> Iterable[Hit]:
    told = {no for _, numbers in _mixed(sop) for no in numbers}
    for step in sop.langkah:
        is_told = step.no in told
        if step.waktu.teks and step.waktu.menit_kerja is None and not is_told:
            yield Hit(
                f"Waktu langkah {step.no}, “{step.waktu.teks}”, tidak dapat dihitung sebagai waktu "
                "kerja.",
                step.no,
            )


def _day_unclear(sop: SOP) -> Iterable[Hit]:
    numbers = _using(sop, PLAIN_DAY)
    if not numbers or _mixed(sop):
        return
    total = sum(step.waktu.menit_kerja or 0 for step in sop.langkah)
    days = f"{float(Fraction(total, MENIT_HARI_KERJA.nilai)):.2f}".replace(".", ",")
    yield Hit(
        f"Waktu langkah {join_numbers(numbers)} memakai “hari” tanpa menyebut hari kerja atau hari "
        f"kalender. Dihitung sebagai hari kerja, jumlah seluruh langkah {days} hari kerja "
        f"({format_minutes(total)}).",
        numbers[0],
    )


def _meeting_twice(sop: SOP) -> Iterable[Hit]:
    for step, after in pairwise(sop.langkah):
        minutes = step.waktu.menit_kerja or 0
        is_long = minutes >= MENIT_HARI_KERJA.nilai and step.waktu == after.waktu
        if is_long and _MEETING.search(step.kegiatan) and _MEETING.search(after.kegiatan):
            yield Hit(
                f"Langkah {step.no} dan {after.no} tampaknya rapat yang sama; waktunya terhitung "
                "dua kali.",
                step.no,
            )


def _using(sop: SOP, unit: re.Pattern[str]) -> list[str]:
    return [step.no for step in sop.langkah if unit.search(step.waktu.teks)]


def _mixed(sop: SOP) -> list[tuple[str, list[str]]]:
    """Calendar days beside working days: each kind with its steps; nothing if only one is used."""
    kinds = (("hari", PLAIN_DAY), ("hari kerja", _WORKING_DAY), ("hari kalender", _CALENDAR_DAY))
    used = [(name, numbers) for name, unit in kinds if (numbers := _using(sop, unit))]
    return used if len(used) > 1 and used[-1][0] == "hari kalender" else []


def _units_mixed(sop: SOP) -> Iterable[Hit]:
    if used := _mixed(sop):
        told = ", ".join(f"“{name}” pada langkah {join_numbers(nos)}" for name, nos in used)
        yield Hit(f"Satuan waktu bercampur: {told}.", used[-1][1][0])


def _zero(sop: SOP) -> Iterable[Hit]:
    for step in sop.langkah:
        if step.waktu.menit_kerja == 0:
            yield Hit(f"Waktu langkah {step.no}, “{step.waktu.teks}”, tidak berlangsung.", step.no)


def stated_whole(sop: SOP) -> tuple[str, int] | None:
    """The time of the whole procedure, as PERINGATAN or a note states it: words and minutes."""
    for text in (*sop.peringatan, *sop.catatan):
        for found in _WHOLE.finditer(text):
            minutes = parse_waktu(found["time"]).menit_kerja
            if minutes:
                return found["time"], minutes
    return None


def longest_way(sop: SOP) -> int:
    """Working minutes of the longest way down the form, without ways back."""
    row = {step.no: place for place, step in enumerate(sop.langkah)}
    length: dict[int, int] = {}
    for place in range(len(sop.langkah) - 1, -1, -1):
        step = sop.langkah[place]
        after = [row.get(way.ke, -1) for way in step.lanjut]
        beyond = max((length[one] for one in after if one > place), default=0)
        length[place] = (step.waktu.menit_kerja or 0) + beyond
    return max(length.values(), default=0)


def _step_beyond_whole(sop: SOP) -> Iterable[Hit]:
    whole = stated_whole(sop)
    for step in sop.langkah if whole else ():
        if whole and (step.waktu.menit_kerja or 0) > whole[1]:
            yield Hit(
                f"Waktu langkah {step.no}, “{step.waktu.teks}”, lebih lama daripada seluruh "
                f"prosedur, “{whole[0]}”.",
                step.no,
            )


def _sum_beyond_whole(sop: SOP) -> Iterable[Hit]:
    whole = stated_whole(sop)
    longest = longest_way(sop)
    is_told = any((s.waktu.menit_kerja or 0) > whole[1] for s in sop.langkah) if whole else True
    if whole and longest > whole[1] and not is_told:
        yield Hit(
            f"Jumlah waktu langkah-langkahnya {format_minutes(longest)}, lebih lama daripada "
            f"waktu seluruh prosedur yang disebut, “{whole[0]}”."
        )


CHECKS_WAKTU: Final = (
    Check(
        "waktu.tidak-dipahami",
        "Waktu tidak dapat dihitung",
        "Waktu tidak berisi angka dan satuan waktu kerja.",
        Level.WARNING,
        "Tuliskan angka dan satuan, misalnya 30 menit, 2 jam, atau 3 hari kerja.",
        _DASAR,
        _time_not_understood,
    ),
    Check(
        "waktu.hari-tidak-jelas",
        "Hari kerja atau hari kalender",
        "“Hari” saja tidak mengatakan apakah hari libur dihitung.",
        Level.INFO,
        "Tuliskan “hari kerja” bila hari libur tidak dihitung.",
        MENIT_HARI_KERJA.rujukan,
        _day_unclear,
    ),
    Check(
        "waktu.rapat-terhitung-ganda",
        "Rapat terhitung dua kali",
        "Dua langkah berurutan tampaknya rapat yang sama dengan waktu penuh masing-masing.",
        Level.WARNING,
        "Gabungkan kedua langkah, atau beri waktu singkat untuk pembukaan rapat.",
        _DASAR,
        _meeting_twice,
    ),
    Check(
        "waktu.satuan-campuran",
        "Satuan hari bercampur",
        "Sebagian langkah memakai hari kerja, sebagian hari kalender.",
        Level.WARNING,
        "Pakai satu satuan hari di seluruh SOP, sebaiknya hari kerja.",
        MENIT_HARI_KERJA.rujukan,
        _units_mixed,
    ),
    Check(
        "waktu.nol",
        "Waktu nol",
        "Langkah dikatakan tidak memerlukan waktu.",
        Level.WARNING,
        "Tuliskan waktu yang sungguh diperlukan, paling sedikit 1 menit.",
        _DASAR,
        _zero,
    ),
    Check(
        "waktu.langkah-melebihi-keseluruhan",
        "Satu langkah lebih lama daripada seluruhnya",
        "Waktu sebuah langkah melebihi waktu seluruh prosedur yang disebut di PERINGATAN.",
        Level.WARNING,
        "Perpendek waktu langkah itu, atau perbaiki waktu seluruh prosedur.",
        _DASAR,
        _step_beyond_whole,
    ),
    Check(
        "waktu.jumlah-melebihi-keseluruhan",
        "Jumlah waktu lebih lama daripada seluruhnya",
        "Jumlah waktu langkah melebihi waktu seluruh prosedur yang disebut di PERINGATAN.",
        Level.WARNING,
        "Sesuaikan waktu langkah-langkahnya dengan waktu seluruh prosedur.",
        _DASAR,
        _sum_beyond_whole,
    ),
)

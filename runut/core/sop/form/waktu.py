"""The standard time of a step, from the words of the form to working minutes.

The units and what they are worth are conventions with a date: see aturan.py.
"""

import re
from fractions import Fraction
from typing import Final

from runut.core.calendar.aturan import HARI_KERJA_SEBULAN, HARI_KERJA_SEMINGGU, MENIT_HARI_KERJA
from runut.core.sop.model import Waktu
from runut.core.words.items import normal

_HARI: Final = Fraction(MENIT_HARI_KERJA.nilai)
_UNITS: Final = {
    "detik": Fraction(1, 60),
    "menit": Fraction(1),
    "mnt": Fraction(1),
    "jam": Fraction(60),
    "hari": _HARI,
    "hr": _HARI,
    "minggu": HARI_KERJA_SEMINGGU.nilai * _HARI,
    "bulan": HARI_KERJA_SEBULAN.nilai * _HARI,
    "bln": HARI_KERJA_SEBULAN.nilai * _HARI,
}
_WORDS: Final = {
    "setengah": "1/2",
    "satu": "1",
    "dua": "2",
    "tiga": "3",
    "empat": "4",
    "lima": "5",
    "enam": "6",
    "tujuh": "7",
    "delapan": "8",
    "sembilan": "9",
    "sepuluh": "10",
    "sejam": "1 jam",
    "sehari": "1 hari",
    "seminggu": "1 minggu",
    "sebulan": "1 bulan",
}
_NUMBER: Final = (
    r"\d{1,6} \d/[1-9]|\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,6}(?:[.,]\d{1,4}|/[1-9]\d{0,2})?"
)
_SECONDS: Final = re.compile(r"(\d) ?(?:''|’’|′′|[\"″”])(?!\w)")
_MINUTES: Final = re.compile(r"(\d) ?['’‘′´`](?!\w)")
"""Signs of minutes and seconds: 10’ is ten minutes."""
_UNIT: Final = "|".join(_UNITS)
_PREFIX: Final = re.compile(
    r"(?:\+/?-|±|~|≤|<|kurang lebih|lebih kurang|sekitar|kira-kira|"
    r"maks(?:imal|imum)?\b\.?|max\b\.?|paling (?:lama|lambat|banyak))"
)
_RANGE: Final = r"(?:s\.?/?d\.?|sampai(?: dengan)?|hingga|[-–—])"
_LOWER_END: Final = re.compile(
    rf"(?:{_NUMBER}) ?(?:(?:{_UNIT})(?: kerja)? ?)?{_RANGE} ?(?={_NUMBER})"
)
_PART: Final = re.compile(
    rf" ?(?:dan |, ?)?(?P<number>{_NUMBER}) ?(?P<unit>{_UNIT})(?: kerja)?(?![a-z])"
)


def parse_waktu(text: str) -> Waktu:
    """The time a step may take, in working minutes; ``None`` where the words do not say it.

    Of a range the upper end is the limit. Calendar days and rates are not working time.

    >>> parse_waktu("1 jam 30 menit").menit_kerja, parse_waktu("maks. 3 hari").menit_kerja
    (90, 1350)
    >>> parse_waktu("1-2 hari").menit_kerja, parse_waktu("3 hari kalender").menit_kerja
    (900, None)
    >>> parse_waktu("±10’").menit_kerja
    10
    """
    teks = normal(text)
    return Waktu(teks, _minutes(teks.casefold()) if len(teks) <= 200 else None)


def _minutes(words: str) -> int | None:
    plain = re.sub(r" ?\([a-z ]+\)", "", words).replace("½", " 1/2").replace("¼", " 1/4")
    plain = _SECONDS.sub(r"\1 detik", plain)
    plain = _MINUTES.sub(r"\1 menit", plain)
    plain = normal(" ".join(_WORDS.get(word, word) for word in plain.split()))
    plain = normal(_PREFIX.sub(" ", plain))
    plain = _LOWER_END.sub("", plain, count=1).strip(" .")
    total, end = Fraction(0), 0
    while part := _PART.match(plain, end):
        total += _number(part["number"]) * _UNITS[part["unit"]]
        end = part.end()
    if end == 0 or end < len(plain):
        return None
    return _whole_minutes(total)


def _number(text: str) -> Fraction:
    if " " in text:
        whole, rest = text.split(" ")
        return _number(whole) + _number(rest)
    if "/" in text:
        above, below = text.split("/")
        return Fraction(int(above), int(below))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    return Fraction(text.replace(",", "."))


def _whole_minutes(total: Fraction) -> int:
    """Whole minutes, half up; a time that is not nothing takes at least a minute."""
    minutes = int(total + Fraction(1, 2))
    return max(minutes, 1) if total else 0

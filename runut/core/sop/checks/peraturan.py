"""Which regulation a line of DASAR HUKUM names, however it is written, and what took its place."""

import re
from functools import lru_cache
from typing import Final

from runut.core.sop.checks.katalog import KATALOG
from runut.core.sop.checks.peraturan_model import (
    ALWAYS,
    KINDS,
    NEVER,
    PERMENDAGRI,
    PERMENPANRB,
    Katalog,
    Kepastian,
    Peraturan,
)

__all__ = [
    "ALWAYS",
    "KATALOG",
    "KINDS",
    "NEVER",
    "PERMENDAGRI",
    "PERMENPANRB",
    "Katalog",
    "Kepastian",
    "Peraturan",
    "cites",
    "concerns",
    "find_cited",
    "key_of",
    "merged",
    "short_name",
    "successor",
]

_FREE: Final = r"(?:(?<![\w./])|(?<=\bno\.)|(?<=nomor)|(?<=\bnmr\.))0*"
_YEAR: Final = r"\s*(?:/|,?\s*(?:tahun|thn?\.?|t\.)\s*)"
_FIRST: Final = re.compile(rf"{_FREE}(\d+[a-z]?){_YEAR}((?:19|20)\d\d)\b", re.IGNORECASE)
"""A number with its year, whatever it belongs to."""
_OF_MINISTER: Final = re.compile(r"([A-Z]+)/0*(\d+)/M\.PAN/0*(\d+)", re.IGNORECASE)
"""A number as the ministry of PAN gave it until 2009: PER/21/M.PAN/11/2008."""
_ALL_KINDS: Final = re.compile("|".join(f"(?:{words})" for words in KINDS.values()), re.IGNORECASE)


def concerns(judul: str, peraturan: Peraturan) -> bool:
    """Whether a regulation belongs under an SOP with this title; one no longer in force never."""
    if peraturan.pokok is NEVER or peraturan.dicabut_oleh:
        return False
    title = judul.casefold()
    return not peraturan.pokok or any(word in title for word in peraturan.pokok)


def cites(item: str, peraturan: Peraturan) -> bool:
    """Whether a line of DASAR HUKUM names this regulation by kind, number and year.

    >>> cites("Permenpan RB No. 53 Th 2014", KATALOG[1]), cites("Perpres 53/2014", KATALOG[1])
    (True, False)
    """
    return _place(" ".join(item.split()), peraturan) is not None


def find_cited(item: str, katalog: Katalog = KATALOG) -> Peraturan | None:
    """The regulation that a line of DASAR HUKUM names first, if the catalogue has it.

    >>> found = find_cited("PP 11/2017 tentang Pelaksanaan UU Nomor 5 Tahun 2014")
    >>> found and found.sebutan
    'PP 11/2017'
    """
    text = " ".join(item.split())
    first = _FIRST.search(text)
    limit = first.start() if first else len(text)
    places = ((place, one) for one in katalog if (place := _place(text, one)) is not None)
    found = min((pair for pair in places if pair[0] <= limit), key=lambda p: p[0], default=None)
    return found[1] if found else None


def short_name(text: str) -> str:
    """A regulation by kind, number and year as the catalogue would call it; else nothing.

    >>> short_name("Peraturan Daerah No. 9 Tahun 2024 tentang Arsip"), short_name("Pedoman kerja")
    ('Perda 9/2024', '')
    """
    plain = " ".join(text.split())
    number = _FIRST.search(plain)
    if number is None:
        return ""
    before = plain[: number.start()]
    named = [
        ((found.end(), -found.start()), kind)
        for kind, words in KINDS.items()
        for found in re.finditer(words, before, re.IGNORECASE)
    ]
    return f"{max(named)[1]} {number[1]}/{number[2]}" if named else ""


def _place(text: str, peraturan: Peraturan) -> int | None:
    """Where the number of a regulation stands, if the kind named nearest before it is its own."""
    if str(peraturan.tahun) not in text:
        return None
    kind, number = _patterns(peraturan.jenis, peraturan.nomor, peraturan.tahun)
    for found in number.finditer(text):
        before = text[: found.start()]
        named = [(m.end(), -m.start(), m[0]) for m in _kinds_in(before, kind)]
        if named and kind.fullmatch(max(named)[2]):
            return found.start()
        if not named and (kind.search(text) or _OF_MINISTER.match(found[0])):
            return found.start()
    return None


def _kinds_in(text: str, kind: re.Pattern[str]) -> list[re.Match[str]]:
    return [*_ALL_KINDS.finditer(text), *kind.finditer(text)]


@lru_cache(maxsize=512)
def _patterns(jenis: str, nomor: str, tahun: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = KINDS.get(jenis, rf"\b{re.escape(jenis.casefold())}\b")
    number = rf"{_FREE}{re.escape(nomor)}{_YEAR}{tahun}\b"
    if own := _OF_MINISTER.fullmatch(nomor):
        sign = r"[\s./-]*"
        whole = sign.join((own[1], rf"0*{own[2]}", r"M\.?\s*PAN", rf"0*{own[3]}", str(tahun)))
        number = rf"\b{whole}\b|{_FREE}{own[2]}{_YEAR}{tahun}\b"
    return re.compile(words, re.IGNORECASE), re.compile(number, re.IGNORECASE)


def successor(peraturan: Peraturan, katalog: Katalog = KATALOG) -> Peraturan | None:
    """The regulation that stands in its place today, if the catalogue has it."""
    seen = {peraturan.sebutan}
    after = peraturan.dicabut_oleh
    while after and after not in seen:
        seen.add(after)
        found = next((one for one in katalog if one.sebutan == after), None)
        if found is None or not found.dicabut_oleh:
            return found
        after = found.dicabut_oleh
    return None


def key_of(peraturan: Peraturan) -> str:
    """What makes a regulation the same one, however its kind is written."""
    return peraturan.sebutan.casefold()


def merged(own: Katalog, delivered: Katalog = KATALOG) -> Katalog:
    """The catalogue of an office: what it entered itself stands before what is delivered."""
    mine = {key_of(one) for one in own}
    return (*(one for one in delivered if key_of(one) not in mine), *own)

"""Numbers in running text: in digits, with Rp, percent and million, and in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.satuan import scale_of
from runut.core.words.numbers import HUNDREDS, ONE, spoken

_DIGITS = re.compile(
    r"(?<![\w.,/–-])(?P<rp>Rp\.?\s?)?"
    r"(?P<digits>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2})(?:,-)?"
    r"(?:\s(?P<scale>ribu|juta|miliar|milyar|triliun)\b(?:\srupiah\b)?)?"
    r"(?P<persen>\s?%|\s(?:persen|prosen)\b)?(?![\w/]|[.,]\d)"
)
_SHARES = {
    "separuh": Decimal("0.5"),
    "setengah": Decimal("0.5"),
    "seperempat": Decimal("0.25"),
    "tiga perempat": Decimal("0.75"),
    "sepertiga": Decimal(1) / 3,
    "dua pertiga": Decimal(2) / 3,
}
_IN_WORDS = re.compile(
    rf"\b(?:(?P<share>(?:{'|'.join(sorted(_SHARES, key=len, reverse=True))})(?:nya)?)"
    rf"|(?P<all>ke-?(?:{ONE}|sepuluh|sebelas|\d{{1,2}})(?=\s(?:indikator|sasaran|program)))"
    rf"|(?P<number>{HUNDREDS})"
    rf"(?: (?P<scale>juta|miliar|milyar|triliun)(?: (?P<rupiah>rupiah))?)?)"
    rf"\b(?! (?:ratus|ribu|juta|belas))",
    re.I,
)
_YEARS = range(1990, 2061)


@dataclass(frozen=True)
class Amount:
    """A number as it was written. ``step`` is the worth of its last digit: it may be rounded so
    far. ``unit``: ``rp``, ``%``, ``bagian`` (a half, three quarters), ``semua`` ("kelima") or
    nothing."""

    start: int
    end: int
    text: str
    value: Decimal
    step: Decimal
    unit: str = ""

    def says(self, figure: Decimal) -> bool:
        """Whether the number is this figure, rounded as far as it was written."""
        return abs(self.value - abs(figure)) * 2 <= self.step


def amounts_in(text: str) -> list[Amount]:
    """Every number of a sentence in reading order, but years."""
    found = [*_in_digits(text), *_in_words(text)]
    return sorted(found, key=lambda one: one.start)


def _in_digits(text: str) -> Iterator[Amount]:
    for match in _DIGITS.finditer(text):
        digits = match["digits"]
        if _is_year(match, text):
            continue
        is_point = re.fullmatch(r"\d+\.\d{1,2}", digits) is not None
        plain = digits if is_point else digits.replace(".", "").replace(",", ".")
        factor = scale_of(match["scale"]) if match["scale"] else Decimal(1)
        decimals = len(plain.partition(".")[2])
        unit = "%" if match["persen"] else "rp" if match["rp"] else ""
        if match["scale"] and "rupiah" in match[0]:
            unit = "rp"
        step = Decimal(1).scaleb(-decimals) * factor
        yield Amount(match.start(), match.end(), match[0], Decimal(plain) * factor, step, unit)


def _is_year(match: re.Match[str], text: str) -> bool:
    if match["rp"] or match["scale"] or match["persen"] or not match["digits"].isdigit():
        return False
    return len(match["digits"]) == 4 and int(match["digits"]) in _YEARS


def _in_words(text: str) -> Iterator[Amount]:
    for match in _IN_WORDS.finditer(text):
        said = " ".join(match[0].casefold().split())
        if match["share"]:
            yield Amount(
                *match.span(),
                match[0],
                _SHARES[said.removesuffix("nya")],
                Decimal("0.05"),
                "bagian",
            )
            continue
        word = re.sub(r"^ke-?", "", said) if match["all"] else said
        word = match["number"].casefold() if match["number"] else word
        factor = scale_of(match["scale"]) if match["scale"] else Decimal(1)
        number = Decimal(word) if word.isdigit() else Decimal(spoken(word))
        unit = "semua" if match["all"] else "rp" if match["rupiah"] else ""
        yield Amount(*match.span(), match[0], number * factor, factor, unit)

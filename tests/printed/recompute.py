"""Capaian once more, from printed words alone: nothing here is shared with what printed them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_NUMBER = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|[-−]?\d+(?:,\d+)?")
_QUOTIENT = re.compile(rf"({_NUMBER.pattern})dari({_NUMBER.pattern})")
_DIVIDED = re.compile(rf"\(({_NUMBER.pattern})÷({_NUMBER.pattern})\)")
_RANGE = re.compile(rf"({_NUMBER.pattern})[–-]({_NUMBER.pattern})")
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
_DATE = re.compile(rf"(\d{{1,2}})({'|'.join(_MONTHS.split())})(\d{{4}})")
_RULE = re.compile(
    r"(?:Capaian|Tingkatkemajuan)(?P<codes>[^().:]*)\((?P<sense>makin[^()]*|baik[^()]*|harusada)\):"
    r"(?P<body>[^.]+)\."
)
_EMPTY = frozenset(("", "–", "belumdiisi", "belumdiukur"))
NAIK, PREDIKAT = "R÷T×100", "nilaipredikatR÷nilaipredikatT×100"
LAN, RASIO, STABIL = "(2×T−R)÷T×100", "T÷R×100", "(1−|R−T|÷T)×100"
TANGGAL = "100bilapalinglambatpadatanggaltarget,ataulebihawalbilatertulissebelum"
ADA = "100bilaada"
_LESS = ("<", "kurangdari", "sebelum", "dibawah")
_MORE = (">", "lebihdari", "diatas")
DALAM = "100didalamrentang"
_OUTSIDE = {
    "diluarrentangR÷batasterdekat×100": NAIK,
    "diluarrentang(2×batasterdekat−R)÷batasterdekat×100": LAN,
    "diluarrentang(1−|R−batasterdekat|÷batasterdekat)×100": STABIL,
}
Value = Fraction | tuple[Fraction, Fraction] | str


@dataclass(frozen=True)
class PrintedRule:
    """A rule as printed under a table. ``codes`` empty: for every row that no other names."""

    codes: tuple[str, ...]
    formula: str
    cap: Fraction | None
    values: Mapping[str, Fraction]
    outside: str | None = None


def rules_in(words: str) -> list[PrintedRule]:
    """The rules that these squeezed words state."""
    found = []
    for match in _RULE.finditer(words):
        codes = match["codes"]
        named = () if codes in ("", "indikatorlainnya", "keluaran") else tuple(codes.split(","))
        formula, *more = match["body"].split(";")
        values: dict[str, Fraction] = {}
        cap, outside = None, None
        for part in more:
            if part.startswith("batas"):
                cap = number_of(part)
            elif part in _OUTSIDE:
                outside = _OUTSIDE[part]
            elif "=" in part:
                for pair in part.split(","):
                    letter, _, number = pair.partition("=")
                    values[letter] = number_of(number) or Fraction(0)
        found.append(PrintedRule(named, formula, cap, values, outside))
    return found


def rule_for(rules: list[PrintedRule], code: str) -> PrintedRule | None:
    named = [rule for rule in rules if code in rule.codes]
    rest = [rule for rule in rules if not rule.codes]
    return (named or rest or [None])[0]  # type: ignore[list-item]


def number_of(text: str) -> Fraction | None:
    """The first number of squeezed words, as Indonesians print it."""
    match = _NUMBER.search(text)
    if match is None:
        return None
    return Fraction(match[0].replace(".", "").replace(",", ".").replace("−", "-"))


def value_of(text: str, rule: PrintedRule, other: str = "") -> Value | None:
    """What a printed target or realisasi is worth, beside the other figure of its row."""
    if text in _EMPTY:
        return None
    if text.upper() in rule.values:
        return rule.values[text.upper()]
    if rule.formula == ADA and not text[0].isdigit():
        return Fraction(0 if text.startswith(("tidak", "belum")) else 1)
    if found := _DATE.search(text):
        day = date(int(found[3]), _MONTHS.split().index(found[2]) + 1, int(found[1]))
        return Fraction(day.toordinal())
    if rule.formula in (TANGGAL, ADA):
        return None
    if found := re.fullmatch(r"[A-Za-z]+\(([\d.,]+)\)", text):
        return number_of(found[1])
    if found := _DIVIDED.search(text):
        x, y = number_of(found[1]), number_of(found[2])
        return None if x is None or not y else x / y
    if found := _QUOTIENT.search(text):
        x, y = number_of(found[1]), number_of(found[2])
        if x is None or not y:
            return None
        both = _QUOTIENT.search(other)
        return x / y * 100 if "%" in other + text or (both and both[2] != found[2]) else x
    if found := _RANGE.search(text):
        low, high = number_of(found[1]), number_of(found[2])
        return None if low is None or high is None else (low, high)
    return number_of(text)


def capaian_of(target: str, realisasi: str, rule: PrintedRule) -> Decimal | None:
    """Percent, two decimals, half up, never below 0 and never above the cap; None: cannot be."""
    pair = _pair(target, realisasi, rule)
    if pair and rule.formula == TANGGAL:
        return Decimal(100 if is_reached(target, realisasi, rule) else 0)
    raw = _raw(*pair, rule) if pair else None
    if raw is None:
        return None
    bounded = max(Fraction(0), raw)
    return rounded(min(bounded, rule.cap) if rule.cap is not None else bounded)


def is_reached(target: str, realisasi: str, rule: PrintedRule) -> bool | None:
    """R against T by the direction: no percentage is asked."""
    pair = _pair(target, realisasi, rule)
    if pair is None:
        return None
    t, r = pair
    if isinstance(t, tuple):
        return t[0] <= r <= t[1]
    if rule.formula == STABIL:
        return r == t
    if rule.formula in (LAN, RASIO, TANGGAL):
        return r < t if target.lower().startswith(_LESS) else r <= t
    return r > t if target.lower().startswith(_MORE) else r >= t


def _pair(
    target: str, realisasi: str, rule: PrintedRule
) -> tuple[Fraction | tuple[Fraction, Fraction], Fraction] | None:
    t, r = value_of(target, rule, realisasi), value_of(realisasi, rule, target)
    if t is None or r is None or isinstance(r, tuple | str) or isinstance(t, str):
        return None
    return t, r


def rounded(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _raw(
    t: Fraction | tuple[Fraction, Fraction], r: Fraction, rule: PrintedRule
) -> Fraction | None:
    if isinstance(t, tuple):
        low, high = t
        if low < 0 or rule.formula != DALAM:
            return None
        if low <= r <= high:
            return Fraction(100)
        return _by(rule.outside, high if r > high else low, r) if rule.outside else None
    if rule.formula == ADA:
        return Fraction(100 if r >= 1 else 0)
    return None if rule.formula == DALAM else _by(rule.formula, t, r)


def _by(formula: str, t: Fraction, r: Fraction) -> Fraction | None:
    if formula in (NAIK, PREDIKAT):
        return None if t <= 0 else r / t * 100
    if t < 0:
        return None
    if t == 0:
        return Fraction(100) if r <= 0 else Fraction(0)
    if formula == LAN:
        return (2 * t - r) / t * 100
    if formula == RASIO:
        return Fraction(100) if r <= 0 else t / r * 100
    return (t - abs(r - t)) / t * 100 if formula == STABIL else None

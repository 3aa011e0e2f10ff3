"""Indonesian numbers: read them as people type them, print them as official papers show them."""

import re
from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

from runut.core.kinerja.model import Nilai, Rentang

Baca = Callable[[str], Decimal | None]
"""How the numbers of a text are read: as people type them, or as they are printed."""

_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_DOWN = Context(prec=60, rounding=ROUND_DOWN)
_LONGEST = 40
_LIMIT = Decimal(10) ** 18
_SMALLEST_EXPONENT = -12
_FINEST = 40
"""Decimals that tell any two figures apart that a report can hold."""

_WHOLE = re.compile(r"[0-9]+")
_COMMA = re.compile(r"[0-9]+,[0-9]+|[0-9]{1,3}(\.[0-9]{3})+,[0-9]+")
_GROUPS = re.compile(r"[0-9]{1,3}(\.[0-9]{3}){2,}")
_ONE_GROUP = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
_POINT = re.compile(r"[0-9]+\.[0-9]+")
_RANGE = re.compile(
    r"(.+?)\s*(?:–|—|s\.?\s?/?d\.?|sampai dengan|sampai|(?<=[0-9%])\s*-)\s*(.+)", re.I
)
NUMBER = r"(?:rp\.?\s*)?[+\-−]?[0-9][0-9.,]*"
"""A number as a part of a wording."""
_NOT_MEASURED = frozenset(("", "-", "–", "—", "n/a", "na", "belum diukur", "tidak diukur"))


def read_angka(text: str) -> Decimal | None:
    """The number in ``text``, or None when there is none that can be read for certain.

    A dot means thousands only beside a comma, in groups that repeat, or after ``Rp``.

    >>> [str(read_angka(t)) for t in ("1.234,5", "1,5", "1.5", "93,75%", "1.234.567")]
    ['1234.5', '1.5', '1.5', '93.75', '1234567']
    >>> read_angka("Rp 1.000"), read_angka("-2,5"), read_angka("sembilan"), read_angka("1,234.5")
    (Decimal('1000'), Decimal('-2.5'), None, None)
    """
    bare, is_rupiah, sign = _strip(text)
    if len(bare) > _LONGEST:
        return None
    number = _read_bare(bare, is_rupiah)
    return None if number is None else sign * number


def read_rupiah(text: str) -> Decimal | None:
    """As ``read_angka``, where the column is known to hold rupiah: ``850.000`` is 850 thousand.

    >>> read_rupiah("850.000"), read_rupiah("Rp1.250.000,-"), read_rupiah("12,5")
    (Decimal('850000'), Decimal('1250000'), Decimal('12.5'))
    """
    bare, _, sign = _strip(text)
    number = _read_bare(bare, is_rupiah=True) if len(bare) <= _LONGEST else None
    return None if number is None else sign * number


def read_rentang(text: str, read: Baca | None = None) -> Rentang | None:
    """A range target: ``80 s.d. 90``, ``80–90``, ``7,5 - 8``. None when it is not one.

    ``read`` reads its two numbers, ``read_angka`` if not said otherwise.

    >>> read_rentang("80 s.d. 90")
    Rentang(low=Decimal('80'), high=Decimal('90'))
    >>> read_rentang("90"), read_rentang("90 - 80")
    (None, None)
    """
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        return None
    low, high = (read or read_angka)(match[1]), (read or read_angka)(match[2])
    if low is None or high is None or low > high:
        return None
    return Rentang(low, high)


def is_ambiguous(text: str) -> bool:
    """True for ``1.234``: it is read as 1,234 but may have been meant as one thousand and more.

    >>> is_ambiguous("1.234"), is_ambiguous("1.234,0"), is_ambiguous("1.5")
    (True, False, False)
    """
    return _ONE_GROUP.fullmatch(_strip(text)[0]) is not None and not _strip(text)[1]


def is_not_measured(text: str) -> bool:
    """True for the ways officials write that nothing was measured. ``0`` is a measurement.

    >>> is_not_measured(" - "), is_not_measured("n/a"), is_not_measured("0")
    (True, True, False)
    """
    return text.strip().lower() in _NOT_MEASURED


def is_plausible_size(nilai: Decimal) -> bool:
    """Whether a figure has a size that a report can hold: below 10^18, at most 12 decimals.

    >>> is_plausible_size(Decimal("0.5")), is_plausible_size(Decimal("1e999999"))
    (True, False)
    """
    if not nilai.is_finite() or nilai.adjusted() >= _LIMIT.adjusted():
        return False
    exponent = nilai.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= _SMALLEST_EXPONENT


def round_half_up(nilai: Decimal, desimal: int = 2) -> Decimal:
    """Rounded as the reports do it: half goes up, away from zero.

    >>> round_half_up(Decimal("23.025")), round_half_up(Decimal("99.5"), 0)
    (Decimal('23.03'), Decimal('100'))
    """
    return nilai.quantize(Decimal(1).scaleb(-desimal), context=_WIDE)


def divide(a: Decimal, b: Decimal) -> Decimal:
    """``a / b`` with digits to spare, so that rounding happens once, at the end."""
    return _WIDE.divide(a, b)


def format_angka(nilai: Decimal, desimal: int = 2) -> str:
    """Printed with dots for thousands and a comma; whole numbers without decimals.

    >>> format_angka(Decimal("1234.5")), format_angka(Decimal(12)), format_angka(Decimal("-0.004"))
    ('1.234,50', '12', '0')
    """
    return _localize(_without_zero_decimals(round_half_up(nilai, desimal)))


def format_exact(nilai: Decimal) -> str:
    """Printed with all its decimals, so that a reader can repeat a calculation.

    >>> format_exact(Decimal("0.1250")), format_exact(Decimal("3E+3"))
    ('0,125', '3.000')
    """
    plain = f"{nilai:f}"
    return _localize(plain.rstrip("0").rstrip(".") if "." in plain else plain)


def format_plain(nilai: Decimal) -> str:
    """All decimals with a comma and no dots: read back by ``read_angka`` without a doubt.

    >>> format_plain(Decimal("9855")), format_plain(Decimal("0.50"))
    ('9855', '0,5')
    """
    return format_exact(nilai).replace(".", "")


def format_shown(nilai: Decimal) -> str:
    """A figure as a working shows it: exact, or its first decimals where it has no end.

    >>> format_shown(Decimal("0.125")), format_shown(divide(Decimal(1), Decimal(3)))
    ('0,125', '0,333333…')
    """
    exponent = nilai.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= _SMALLEST_EXPONENT:
        return format_exact(nilai)
    return format_exact(nilai.quantize(Decimal("1e-6"), context=_DOWN)) + "…"


def format_measured(nilai: Decimal) -> str:
    """A figure of an indicator: two decimals, more where it was measured more finely.

    >>> format_measured(Decimal("97.8")), format_measured(Decimal("99.996"))
    ('97,80', '99,996')
    """
    exponent = nilai.normalize().as_tuple().exponent
    is_fine = isinstance(exponent, int) and _SMALLEST_EXPONENT <= exponent < -2
    return format_exact(nilai) if is_fine else format_angka(nilai)


def format_near(persen: Decimal, batas: Decimal = Decimal(100)) -> str:
    """A percentage with as many decimals as it takes not to round across ``batas``.

    >>> format_near(Decimal("99.996")), format_near(Decimal("93.756")), format_near(Decimal(100))
    ('99,996%', '93,76%', '100%')
    """
    desimal = 2
    while persen != batas and round_half_up(persen, desimal) == batas and desimal < _FINEST:
        desimal += 1
    if desimal == 2:
        return format_persen(persen)
    return format_exact(round_half_up(persen, desimal)) + "%"


def format_persen(nilai: Decimal) -> str:
    """
    >>> format_persen(Decimal("93.75")), format_persen(Decimal("100.00"))
    ('93,75%', '100%')
    """
    return format_angka(nilai) + "%"


def format_rupiah(nilai: Decimal) -> str:
    """Rupiah without sen, as the budget documents print it.

    >>> format_rupiah(Decimal(1234567)), format_rupiah(Decimal("-500"))
    ('Rp1.234.567', '-Rp500')
    """
    text = format_angka(nilai, 0)
    return f"-Rp{text[1:]}" if text.startswith("-") else f"Rp{text}"


def format_nilai(nilai: Nilai | None) -> str:
    """A figure as a table shows it: a number, a range, a predicate, or that it was not measured.

    >>> format_nilai(Rentang(Decimal(80), Decimal(90))), format_nilai("BB"), format_nilai(None)
    ('80–90', 'BB', 'belum diukur')
    """
    if nilai is None:
        return "belum diukur"
    if isinstance(nilai, Rentang):
        return f"{format_measured(nilai.low)}–{format_measured(nilai.high)}"
    return nilai if isinstance(nilai, str) else format_measured(nilai)


def _strip(text: str) -> tuple[str, bool, int]:
    """(digits and separators, whether ``Rp`` stood before them, sign)."""
    bare = text.replace("\u00a0", " ").strip()
    sign = -1 if bare[:1] in ("-", "−") else 1
    bare = bare.lstrip("+-−").strip() if len(bare) > 1 and bare[1] not in "+-−" else bare
    is_rupiah = bare[:2].lower() == "rp"
    if is_rupiah:
        bare = bare[2:].lstrip(".").strip()
    return bare.removesuffix("%").removesuffix(",-").strip(), is_rupiah, sign


def _read_bare(bare: str, is_rupiah: bool) -> Decimal | None:
    if _WHOLE.fullmatch(bare):
        return Decimal(bare)
    if _COMMA.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if _GROUPS.fullmatch(bare) or (is_rupiah and _ONE_GROUP.fullmatch(bare)):
        return Decimal(bare.replace(".", ""))
    return Decimal(bare) if _POINT.fullmatch(bare) else None


def _without_zero_decimals(rounded: Decimal) -> str:
    whole = rounded.to_integral_value()
    if whole == rounded:
        return f"{abs(whole) if whole == 0 else whole:f}"
    return f"{rounded:f}"


def _localize(plain: str) -> str:
    whole, _, decimals = plain.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}".replace(",", ".")
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"

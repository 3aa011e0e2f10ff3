"""A number in a cell as its number format shows it: dates, clocks, percentages, units.

Dates are written as Indonesian papers write them, whatever language the format asks for.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from re import compile as pattern

from runut.core.words.dates import BULAN

_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "d/m/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "d/m/yyyy h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss",
    49: "@",
}
_GENERAL = "general"
_TOKEN = pattern(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|'
    r"(?P<general>[Gg]eneral)|(?P<digits>[0#?][0#?,.]*(?:[Ee][+-][0#?]+)?)|"
    r"(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[aA][mM]/[pP][mM]|[aA]/[pP])|(?P<other>.)"
)
_ELAPSED = pattern(r"[hH]+|[mM]+|[sS]+")
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_SERIAL = 2_958_465
_GENERAL_DIGITS = 11
_SECTION = pattern(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[]|["\\\[])*')


@dataclass(frozen=True)
class Token:
    """A piece of a format: ``kind`` is text, digits, general, date or elapsed."""

    kind: str
    text: str


def format_code(number: int, custom: dict[int, str]) -> str:
    """The code of a number format by its number in the workbook."""
    return custom.get(number) or _BUILT_IN.get(number, _GENERAL)


def show_number(value: str, code: str, *, is_1904: bool = False) -> str:
    """The words of a number (as the file writes it) under a format code.

    >>> show_number("44564", "dd/mm/yyyy"), show_number("0.125", "0.0%")
    ('3 Januari 2022', '12,5%')
    >>> show_number("5", '0" hari"'), show_number("2.5", "General")
    ('5 hari', '2,5')
    """
    try:
        number = Decimal(value.strip())
    except ArithmeticError:
        return value
    if not number.is_finite() or abs(number.adjusted()) > 300:
        return value
    sections = _sections(code)
    section = _section_for(number, sections)
    is_negative_apart = number < 0 and len(sections) > 1
    tokens = _tokens(section)
    kinds = {token.kind for token in tokens}
    shown = abs(number) if is_negative_apart else number
    if "elapsed" in kinds:
        return _show_elapsed(float(shown), tokens)
    if "date" in kinds:
        return _show_date(float(number), tokens, is_1904=is_1904)
    return "".join(_show_token(token, shown, tokens) for token in tokens).strip()


def show_text(text: str, code: str) -> str:
    """A text under a format code: only a section with ``@`` adds words to it."""
    sections = _sections(code)
    if len(sections) < 4 and "@" not in sections[-1]:
        return text
    tokens = _tokens(sections[-1])
    return "".join(text if token.text == "@" else token.text for token in tokens)


def iso_date(value: str) -> str:
    """A date that the file writes as ISO 8601, in words."""
    try:
        moment = datetime.fromisoformat(value.rstrip("Z"))
    except ValueError:
        return value
    return f"{moment.day} {BULAN[moment.month - 1]} {moment.year}"


def _sections(code: str) -> list[str]:
    sections, at = [], 0
    while at <= len(code):
        found = _SECTION.match(code, at)
        section = found[0] if found else ""
        sections.append(section)
        at += len(section) + 1
    return sections


def _section_for(number: Decimal, sections: list[str]) -> str:
    if number < 0 and len(sections) > 1:
        return sections[1]
    if number == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _tokens(section: str) -> list[Token]:
    tokens = []
    for found in _TOKEN.finditer(section):
        kind, text = found.lastgroup or "", found[0]
        if kind in ("quoted", "escaped", "other"):
            tokens.append(Token("text", found[kind]))
        elif kind == "bracket":
            tokens.extend(_bracket(found["bracket"]))
        elif kind:
            tokens.append(Token(kind, text))
    return tokens


def _bracket(inside: str) -> list[Token]:
    if inside.startswith("$"):
        return [Token("text", inside[1:].partition("-")[0])]
    if _ELAPSED.fullmatch(inside):
        return [Token("elapsed", inside.lower())]
    return []


def _show_token(token: Token, number: Decimal, tokens: list[Token]) -> str:
    if token.kind == "general":
        return _show_general(number)
    if token.kind != "digits":
        return token.text
    if token is not next(other for other in tokens if other.kind == "digits"):
        return ""
    is_percent = any(other.text == "%" for other in tokens)
    return _show_digits(number * 100 if is_percent else number, token.text)


def _show_general(number: Decimal) -> str:
    if number == number.to_integral_value() and abs(number) < 10**_GENERAL_DIGITS:
        return str(int(number))
    return f"{number:.{_GENERAL_DIGITS - 1}g}".replace(".", ",")


def _show_digits(number: Decimal, digits: str) -> str:
    """Decimal comma, dots between thousands where the format groups them."""
    whole, _, decimals = digits.partition(".")
    if "e" in digits.lower():
        return _show_general(number)
    is_grouped = "," in whole.rstrip(",")
    number = number.scaleb(-3 * (len(whole) - len(whole.rstrip(","))))
    places, needed = len(decimals), decimals.rstrip("#?").count("0")
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:,f}" if is_grouped else f"{rounded:f}"
    left, _, right = text.partition(".")
    right = right[:needed] + right[needed:].rstrip("0")
    width = whole.count("0")
    sign, left = ("-", left[1:]) if left.startswith("-") else ("", left)
    left = left.rjust(width, "0").replace(",", ".")
    return f"{sign}{left},{right}" if right else f"{sign}{left}"


def _show_date(serial: float, tokens: list[Token], *, is_1904: bool) -> str:
    if not 0 <= serial <= _LAST_SERIAL:
        return ""
    if not is_1904 and serial < 60:
        # Excel counts a 29 February 1900 that never was.
        serial += 1
    minutes = round(serial * 1440)
    day = (_EPOCH_1904 if is_1904 else _EPOCH) + timedelta(days=minutes // 1440)
    letters = "".join(token.text[0].lower() for token in tokens if token.kind == "date")
    words = [_day_words(day, letters), _clock_words(minutes % 1440, letters)]
    before = _words_before(tokens)
    return f"{before}{' '.join(word for word in words if word)}"


def _day_words(day: date, letters: str) -> str:
    has_clock = "h" in letters or "s" in letters
    has_day, has_year = "d" in letters, "y" in letters
    has_month = "m" in letters and (not has_clock or has_day or has_year)
    words = [
        str(day.day) if has_day else "",
        BULAN[day.month - 1] if has_month else "",
        str(day.year) if has_year else "",
    ]
    return " ".join(word for word in words if word)


def _clock_words(minutes: int, letters: str) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if "h" in letters else ""


def _words_before(tokens: list[Token]) -> str:
    """Words of the format itself that stand before the date ("Jakarta, ")."""
    before = ""
    for token in tokens:
        if token.kind != "text":
            break
        before += token.text
    return before


def _show_elapsed(days: float, tokens: list[Token]) -> str:
    minutes = round(days * 1440)
    after = "".join(t.text for t in tokens if t.kind == "text" and t.text.strip(": "))
    return f"{minutes // 60}:{minutes % 60:02d}{after}"

"""What a person sees where a cell holds a number: percent, thousands left out, decimals rounded."""

import re
from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.angka import format_exact, round_half_up

_NOT_SHOWN = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|_.|\*.')
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_DIGITS = re.compile(r"[0#?]")
_OTHER_KINDS = re.compile(r"[dmyhsDMYHS@/]|[eE][+-]|General", re.ASCII)
_WORDS_OF_SIZE = re.compile(r"\b(ribu|rb|juta|jt|mili?ar|m|triliun|t)\b", re.I)
_MOST_DECIMALS = 10


@dataclass(frozen=True)
class Seen:
    """A number as its format shows it: the text, and the number that the text says (if any).

    ``tepat`` is that number before it was rounded for the eye. ``ukuran`` is a word of size beside
    it ("juta"), which the number in the cell does not hold.
    """

    text: str
    nilai: Decimal | None
    tepat: Decimal
    is_percent: bool = False
    ukuran: str = ""


def see(nilai: Decimal, number_format: str) -> Seen | None:
    """What the format makes of the number; None where it shows it as it is or not as a number.

    >>> see(Decimal("0.978"), "0.0%")
    Seen(text='97,8%', nilai=Decimal('97.8'), tepat=Decimal('97.8'), is_percent=True, ukuran='')
    >>> see(Decimal("11788990000"), '#,##0,," juta"').text
    '11.789 juta'
    >>> see(Decimal("45000"), "dd/mm/yyyy"), see(Decimal(3), "General")
    (None, None)
    """
    section = _section(number_format, nilai)
    shown = _NOT_SHOWN.sub("", section)
    if number_format.strip() and not shown.strip(" ()-") and "General" not in section:
        return Seen(_literal(section), None, nilai)
    if not _DIGITS.search(shown) or _OTHER_KINDS.search(shown):
        return None
    _, _, decimals = shown.partition(".")
    last = max(at for at, sign in enumerate(shown) if sign in "0#?")
    tail = shown[last + 1 :]
    thousands = len(tail) - len(tail.lstrip(","))
    percents = shown.count("%")
    scaled = nilai.scaleb(2 * percents - 3 * thousands)
    rounded = round_half_up(scaled, min(len(_DIGITS.findall(decimals)), _MOST_DECIMALS))
    word = _WORDS_OF_SIZE.search(_literal(section))
    text = format_exact(rounded) + "%" * percents
    if word is None:
        return Seen(text, rounded, scaled, percents > 0)
    return Seen(f"{text} {word[0]}", rounded, scaled, percents > 0, word[0].lower())


def _literal(section: str) -> str:
    return "".join(quoted or single for quoted, single in _LITERAL.findall(section)).strip()


def _section(number_format: str, nilai: Decimal) -> str:
    """The part of a format that is for this number: positive; negative; zero."""
    sections = _split(number_format)
    if nilai < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if nilai == 0 and len(sections) > 2 else sections[0]


def _split(number_format: str) -> list[str]:
    parts, quoted, start = [], False, 0
    for at, sign in enumerate(number_format):
        if sign == '"':
            quoted = not quoted
        elif sign == ";" and not quoted and number_format[at - 1 : at] != "\\":
            parts.append(number_format[start:at])
            start = at + 1
    return [*parts, number_format[start:]]

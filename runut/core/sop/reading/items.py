"""The items of a cell whose lines are known: numbered, bulleted, or one to a paragraph."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runut.core.words.items import joined, normal, split_items

_NUMBERED: Final = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z][.)])\s*(?=\S)")
_BULLET: Final = re.compile(r"[-–—•*▪·●○◦➢►✓√\uf000-\uf0ff]\s*(?=\S)")
_BARE_BULLETS: Final = frozenset("-–•*▪·●")
_BARE_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_REGULATION: Final = re.compile(
    r"(?:undang ?- ?undang|uu\b|uud\b|tap mpr|peraturan\b|perpu|pp\b|pp no|perpres|perda\b|pergub|"
    r"perbup|perwal|perwako|perka\b|perban\b|permen|perma\b|keputusan|kepmen|keppres|kepgub|"
    r"kepbup|kepwal|kepres|instruksi|inpres|ingub|surat edaran|se\b|surat keputusan|sk\b|qanun|"
    r"maklumat|peraturan bersama)",
    re.IGNORECASE,
)
"""The words with which a legal basis begins."""
_NAMES_NEXT: Final = re.compile(
    r"\b(?:pelaksanaan|perubahan(?: \w+){0,2}|atas|pencabutan|penetapan)$", re.IGNORECASE
)
"""Words of a title after which another regulation is named."""
_OPEN_END: Final = re.compile(
    r"(?:[,(/&-]|\b(?:dan|atau|serta|tentang|yang|dari|di|ke|untuk|dengan|pada|nomor|no|tahun|oleh))$",
    re.IGNORECASE,
)


def items_of(texts: Sequence[str], *, at_semicolons: bool = False) -> tuple[str, ...]:
    """The items in the cells of one field, without their numbers or bullets.

    A bare number is no item.
    """
    found: list[str] = []
    for text in _mended(_numbered_beside(texts)):
        found.extend(_items(text, at_semicolons=at_semicolons))
    return tuple(item for item in found if not _BARE_NUMBER.fullmatch(item))


def numbers_in(texts: Sequence[str]) -> int:
    """How many numbers stand alone, in cells or lines of their own beside a list."""
    lines = [normal(line) for text in texts for line in text.split("\n")]
    return sum(bool(_BARE_NUMBER.fullmatch(line)) or line in _BARE_BULLETS for line in lines)


def laws_of(texts: Sequence[str]) -> tuple[str, ...]:
    """The legal bases in the cells of DASAR HUKUM: where no numbers part them, one begins with a
    kind of regulation, and a line that does not goes on with the law above it."""
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    signs = sum(bool(_NUMBERED.match(n) or _BULLET.match(n)) for n in map(normal, lines))
    kinds = sum(bool(_REGULATION.match(normal(line))) for line in lines)
    if signs or not kinds or not _REGULATION.match(normal(lines[0])):
        return items_of(texts)
    found: list[str] = []
    for line in map(normal, lines):
        is_within = bool(found) and bool(
            _OPEN_END.search(found[-1]) or _NAMES_NEXT.search(found[-1])
        )
        if _REGULATION.match(line) and not is_within:
            found.append(line)
        else:
            found[-1] = joined(found[-1], line)
    return tuple(found)


def _numbered_beside(texts: Sequence[str]) -> list[str]:
    """The texts without numbers in cells of their own; there a text without one goes on."""
    kept = [text.strip() for text in texts if text.strip()]
    if not kept or not _BARE_NUMBER.fullmatch(kept[0]):
        return list(texts)
    found: list[str] = []
    is_begun = False
    for text in kept:
        if _BARE_NUMBER.fullmatch(text):
            is_begun = True
        elif is_begun or not found:
            found.append(text)
            is_begun = False
        else:
            found[-1] = f"{found[-1]} {text}"
    return found


def _mended(texts: Sequence[str]) -> list[str]:
    """The texts of the cells; one that begins small goes on where the one before it broke off."""
    found: list[str] = []
    for text in texts:
        if found and text.strip()[:1].islower() and not _NUMBERED.match(text.strip()):
            found[-1] = f"{found[-1].rstrip()}\n{text.strip()}"
        else:
            found.append(text)
    return found


def _items(text: str, *, at_semicolons: bool) -> tuple[str, ...]:
    lines = [normal(line) for line in text.split("\n")]
    lines = _with_numbers([line for line in lines if line])
    if len(lines) < 2:
        return split_items(text, at_semicolons=at_semicolons)
    for sign in (_NUMBERED, _BULLET):
        count = sum(bool(sign.match(line)) for line in lines)
        if sign.match(lines[0]) and (count > 1 or _is_broken(lines)):
            return _by_sign(lines, sign)
    whole = split_items(text, at_semicolons=at_semicolons)
    return whole if len(whole) > 1 else _by_line(lines)


def _is_broken(lines: Sequence[str]) -> bool:
    """Whether two lines under one number or bullet are one item: the second ends what the first
    leaves open."""
    return len(lines) == 2 and not lines[0].endswith((".", ";")) and lines[1].endswith((".", ";"))


def _with_numbers(lines: Sequence[str]) -> list[str]:
    """Lines with the number that stood on a line of its own above them; numbers in a column
    read before the texts say nothing."""
    found: list[str] = []
    number = ""
    for line in lines:
        if _BARE_NUMBER.fullmatch(line):
            number = line
            continue
        found.append(joined(number, line))
        number = ""
    return found


def _by_sign(lines: Sequence[str], sign: re.Pattern[str]) -> tuple[str, ...]:
    items: list[str] = []
    for line in lines:
        if found := sign.match(line):
            items.append(line[found.end() :])
        else:
            items[-1] = joined(items[-1], line)
    return tuple(items)


def _by_line(lines: Sequence[str]) -> tuple[str, ...]:
    """A new item begins with a capital after a line that could end there."""
    items = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = not (line[0].isupper() or line[0].isdigit()) or _OPEN_END.search(before)
        if goes_on:
            items[-1] = joined(items[-1], line)
        else:
            items.append(line)
    return tuple(items)

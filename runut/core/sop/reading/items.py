"""The items of a cell whose lines are known: numbered, bulleted, or one to a paragraph."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runut.core.words.items import joined, normal, split_items

_NUMBERED: Final = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z][.)])\s*(?=\S)")
_BULLET: Final = re.compile(r"[-–—•*▪·●○◦➢►✓√\uf000-\uf0ff]\s*(?=\S)")
_BARE_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_OPEN_END: Final = re.compile(
    r"(?:[,(/&-]|\b(?:dan|atau|serta|tentang|yang|dari|di|ke|untuk|dengan|pada|nomor|no|tahun|oleh))$",
    re.IGNORECASE,
)


def items_of(texts: Sequence[str], *, at_semicolons: bool = False) -> tuple[str, ...]:
    """The items in the cells of one field, without their numbers or bullets."""
    found: list[str] = []
    for text in _mended(_numbered_beside(texts)):
        found.extend(_items(text, at_semicolons=at_semicolons))
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
    lines = [line for line in lines if line]
    if len(lines) < 2:
        return split_items(text, at_semicolons=at_semicolons)
    for sign in (_NUMBERED, _BULLET):
        if sign.match(lines[0]) and sum(bool(sign.match(line)) for line in lines) > 1:
            return _by_sign(lines, sign)
    whole = split_items(text, at_semicolons=at_semicolons)
    return whole if len(whole) > 1 else _by_line(lines)


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

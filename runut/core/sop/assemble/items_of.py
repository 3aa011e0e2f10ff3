"""The items of a cell whose lines are known: numbered, bulleted, or one to a paragraph."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runut.core.sop.items import joined, normal, split_items

_NUMBERED: Final = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z][.)])\s*(?=\S)")
_BULLET: Final = re.compile(r"[-–—•*▪·●○◦➢►✓√\uf000-\uf0ff]\s*(?=\S)")
_OPEN_END: Final = re.compile(
    r"(?:[,(/&-]|\b(?:dan|atau|serta|tentang|yang|dari|di|ke|untuk|dengan|pada|nomor|no|tahun|oleh))$",
    re.IGNORECASE,
)


def items_of(
    texts: Sequence[str], *, is_wrapped: bool, at_semicolons: bool = False
) -> tuple[str, ...]:
    """The items in the cells of one field, without their numbers or bullets.

    ``is_wrapped``: lines end where the page broke them, so a line alone is no item.
    """
    found: list[str] = []
    for text in _mended(texts):
        found.extend(_items(text, is_wrapped=is_wrapped, at_semicolons=at_semicolons))
    return tuple(found)


def _mended(texts: Sequence[str]) -> list[str]:
    """The texts of the cells; one that begins small goes on where the one before it broke off."""
    found: list[str] = []
    for text in texts:
        if found and text.strip()[:1].islower() and not _NUMBERED.match(text.strip()):
            found[-1] = f"{found[-1].rstrip()}\n{text.strip()}"
        else:
            found.append(text)
    return found


def _items(text: str, *, is_wrapped: bool, at_semicolons: bool) -> tuple[str, ...]:
    lines = [normal(line) for line in text.split("\n")]
    lines = [line for line in lines if line]
    if len(lines) < 2:
        return split_items(text, at_semicolons=at_semicolons)
    for sign in (_NUMBERED, _BULLET):
        if sign.match(lines[0]) and sum(bool(sign.match(line)) for line in lines) > 1:
            return _by_sign(lines, sign)
    whole = split_items(text, at_semicolons=at_semicolons)
    return whole if len(whole) > 1 else _by_line(lines, is_wrapped=is_wrapped)


def _by_sign(lines: Sequence[str], sign: re.Pattern[str]) -> tuple[str, ...]:
    items: list[str] = []
    for line in lines:
        if found := sign.match(line):
            items.append(line[found.end() :])
        else:
            items[-1] = joined(items[-1], line)
    return tuple(items)


def _by_line(lines: Sequence[str], *, is_wrapped: bool) -> tuple[str, ...]:
    """A new item begins with a capital after a line that could end there.

    Where the page broke the lines, the first word must also have had room on the line before.
    """
    longest = max(len(line) for line in lines)
    items = [lines[0]]
    for before, line in pairwise(lines):
        is_broken = is_wrapped and len(before) + len(line.split()[0]) >= longest
        goes_on = not (line[0].isupper() or line[0].isdigit()) or _OPEN_END.search(before)
        if goes_on or is_broken:
            items[-1] = joined(items[-1], line)
        else:
            items.append(line)
    return tuple(items)

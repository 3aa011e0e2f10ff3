"""Numbers of steps as printed, and the row that only counts the columns."""

import re
from collections.abc import Sequence
from typing import Final

from runut.core.sop.form.marks import STEP_NO
from runut.core.words.items import normal

_NUMBER: Final = re.compile(rf"\(?({STEP_NO})[.)]*")
_IN_FRONT: Final = re.compile(rf"({STEP_NO})[.)]\s+(?P<rest>.+)", re.DOTALL)
_COUNTED: Final = re.compile(r"\(?(\d{1,2})[.)]?")


def step_number(text: str) -> str | None:
    """The number in a cell that holds nothing else.

    >>> step_number("12."), step_number("(3)"), step_number("Menit")
    ('12', '3', None)
    """
    found = _NUMBER.fullmatch(normal(text).removesuffix(" ."))
    return found[1].lower() if found and len(found[1]) <= 12 else None


def number_in_front(text: str) -> tuple[str, str] | None:
    """The number that opens an activity, and the activity without it."""
    found = _IN_FRONT.fullmatch(text.strip())
    return (found[1], found["rest"]) if found else None


def number_after(no: str, taken: Sequence[str]) -> str:
    """A free number that sorts after ``no`` and before the next printed one: 2 gives 2a."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    stem = no[:-1] if no[-1:].isalpha() else no
    begin = letters.index(no[-1]) + 1 if no[-1:].isalpha() else 0
    free = (f"{stem}{letter}" for letter in letters[begin:])
    return next((one for one in free if one not in taken), f"{len(taken) + 1}.1")


def is_column_count(texts: Sequence[str]) -> bool:
    """Whether a row only counts the columns: 1, 2, 3, … or (1), (2), (3), …"""
    found = [_COUNTED.fullmatch(normal(text)) for text in texts if text.strip()]
    numbers = [int(one[1]) for one in found if one]
    if len(found) != len(numbers) or len(numbers) < 4:
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 2

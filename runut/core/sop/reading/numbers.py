"""Numbers of steps as printed, and the row that only counts the columns."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runut.core.sop.form.marks import STEP_NO
from runut.core.words.items import normal

_NUMBER: Final = re.compile(rf"\(?({STEP_NO})[.)]*")
_IN_FRONT: Final = re.compile(rf"({STEP_NO})[.)]\s+(?P<rest>.+)", re.DOTALL)
_COUNTED: Final = re.compile(r"\d{1,2}")
_COUNTS: Final = re.compile(r"(?:\(?\d{1,2}(?:[.)]|\b)\s*)+")


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
    """Whether a row only counts the columns: 1, 2, 3, … or (1), (2), (3), …

    Offices misprint such rows: a number twice, one left out, a letter for a digit. A row that
    holds hardly more than small rising numbers counts columns all the same: a step has words.

    >>> is_column_count(["(1)", "(2)", "(3)(4)", "(6)", "(l)", "(8)"]), is_column_count(["1", "2"])
    (True, False)
    """
    cells = [normal(text) for text in texts if text.strip()]
    counted = [
        [int(n) for n in _COUNTED.findall(cell)] for cell in cells if _COUNTS.fullmatch(cell)
    ]
    others = [cell for cell in cells if not _COUNTS.fullmatch(cell)]
    numbers = [number for own in counted for number in own]
    if len(numbers) < 4 or len(others) * 4 > len(cells) or any(len(one) > 4 for one in others):
        return False
    rising = sum(b > a for a, b in pairwise(numbers))
    return (
        min(numbers[:2]) <= 3
        and max(numbers) <= 2 * len(cells) + 12
        and rising * 4 >= 3 * (len(numbers) - 1)
    )

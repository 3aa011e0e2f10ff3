"""A line of words before and after, in one line that tells both."""

from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, TypeVar

from runut.core.report.blocks import Line, Text
from runut.core.report.differences import Piece, mark_differences
from runut.core.report.text import line_text

T = TypeVar("T")

_LEAST_SHARED = 1 / 3
"""Two sentences that share less are two sentences: mixed word by word nobody could read them."""


def marked_line(before: Line, after: Line) -> Line:
    """Both lines in one; a line that stays keeps its figures and their sources.

    >>> [(one.text, one.change) for one in marked_line((Text("Baik."),), (Text("Baik sekali."),))]
    [('Baik.', 'hilang'), (' ', ''), ('Baik sekali.', 'baru')]
    """
    old, new = line_text(before), line_text(after)
    if old == new:
        return after
    pieces = mark_differences(old, new)
    if old and new and _shared(pieces) < _LEAST_SHARED * max(len(old), len(new)):
        return (*whole_line(before, "hilang"), Text(" "), *whole_line(after, "baru"))
    return tuple(_marked(pieces, n) for n in range(len(pieces)))


def _marked(pieces: tuple[Piece, ...], n: int) -> Text:
    """A piece as a run. What went keeps its distance from what came in its place."""
    one = pieces[n]
    if one.kind == "sama":
        return Text(one.text)
    is_replaced = one.kind == "hilang" and n + 1 < len(pieces) and pieces[n + 1].kind == "baru"
    gap = " " if is_replaced and not one.text[-1:].isspace() else ""
    return Text(one.text + gap, change=one.kind)


def whole_line(one: Line, change: Literal["baru", "hilang"]) -> Line:
    """A line that only one of the two has."""
    words = line_text(one)
    return (Text(words, change=change),) if words else ()


def marked_lines(before: tuple[Line, ...], after: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines of one cell, each beside the one in its place."""
    pairs = zip_longest(before, after, fillvalue=())
    return tuple(marked_line(old, new) for old, new in pairs)


def paired(
    before: list[T], after: list[T], names: tuple[list[str], list[str]]
) -> list[tuple[T | None, T | None]]:
    """What stands for what, in reading order: by name; where names changed, by place.

    >>> paired(["a", "b"], ["a", "c"], (["a", "b"], ["a", "c"]))
    [('a', 'a'), ('b', 'c')]
    """
    found: list[tuple[T | None, T | None]] = []
    for _, i1, i2, j1, j2 in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        if i2 - i1 == j2 - j1:
            found += zip(before[i1:i2], after[j1:j2], strict=True)
        else:
            found += [(one, None) for one in before[i1:i2]]
            found += [(None, one) for one in after[j1:j2]]
    return found


def _shared(pieces: tuple[Piece, ...]) -> int:
    return sum(len(one.text) for one in pieces if one.kind == "sama")

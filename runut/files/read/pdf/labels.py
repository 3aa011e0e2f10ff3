"""Words beside the lines of a flow: the answers that decide a way, not the text of a cell."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from runut.core.sop.reading.canvas import Box, Connector, Shape, ShapeKind, Words
from runut.core.sop.reading.ways import exit_label
from runut.core.words.items import listed
from runut.files.geometry import Point, holds
from runut.files.read.pdf.words import Walls, Word, around, columns_of, lines_of

_MARGIN: Final = 45.0
"""Points beside the outermost symbols where an answer may still stand."""
_NEAR_ANSWER, _NEAR_WORDS = 16.0, 11.0
"""Points between a line and a known answer, or other short words, beside it."""
_PER_POINT, _PER_POINT_OFF = 0.1, 0.5
_FARTHEST: Final = 99.0
_LONGEST: Final = 24
_INCOMPLETE, _WHOLE = listed("tidak belum tdk"), listed("ya tidak tdk y t")
_LOOK_BACK: Final = 12
_AT_BORDER: Final = 8.0
_OTHER_SIZE: Final = 1.2
_TAILS: Final = re.compile(r"[gjpqyQ(),;]")
_SAME_TOP: Final = 0.4
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]")

Labelled = tuple[list[Connector], list[Words], list[Word]]


def labelled(
    connectors: list[Connector], shapes: Sequence[Shape], words: list[Word], walls: Walls
) -> Labelled:
    """(the lines with the words beside them, answers such as Ya, the other words).

    An answer keeps its place, so that it can be weighed against all ways out of its decision;
    other words are given to the nearest line out of a decision.
    """
    decisions = [shape.box for shape in shapes if shape.kind is ShapeKind.DECISION]
    exits = [i for i, c in enumerate(connectors) if _leaves(c, decisions)]
    if not decisions:
        return connectors, [], words
    parts = _parts(words, shapes, walls)
    answers = [
        part
        for part in parts
        if exit_label(_text(part))
        and min(_to_lines(around(part), connectors), _to_boxes(around(part), decisions))
        <= _NEAR_ANSWER
    ]
    others = [part for part in parts if part not in answers and _is_worded(_text(part))]
    found, taken = list(connectors), {id(word) for part in answers for word in part}
    for part, place in _nearest([*answers, *others], connectors, exits, decisions):
        if part in others:
            found[place] = replace(found[place], text=_text(part))
            taken |= {id(word) for word in part}
    rest = [word for word in words if id(word) not in taken]
    return found, [Words(_text(part), around(part)) for part in answers], rest


def _nearest(
    parts: Sequence[list[Word]],
    connectors: Sequence[Connector],
    exits: Sequence[int],
    decisions: Sequence[Box],
) -> list[tuple[list[Word], int]]:
    """Words with the line out of a decision that they stand beside, each line once."""
    pairs = sorted(
        (score, at, place)
        for at, part in enumerate(parts)
        for place in exits
        if (score := _from_start(around(part), connectors[place], decisions)) < _FARTHEST
    )
    found: dict[int, int] = {}
    for _, at, place in pairs:
        if at not in found and place not in found.values():
            found[at] = place
    return [(parts[at], place) for at, place in found.items()]


def _parts(words: Sequence[Word], shapes: Sequence[Shape], walls: Walls) -> list[list[Word]]:
    """The pieces of level text among the symbols of a page; lines close below belong to one."""
    left = min(shape.box.left for shape in shapes) - _MARGIN
    right = max(shape.box.right for shape in shapes) + _MARGIN
    level = [w for w in words if w.turn == 0 and left <= w.box.left and w.box.right <= right]
    found: list[list[Word]] = []
    for line in lines_of(level):
        for part in _of_one_size(columns_of(line, walls)):
            above = next((known for known in found[-_LOOK_BACK:] if _is_below(part, known)), None)
            if above is None:
                found.append(part)
            else:
                above += part
    return found


def _of_one_size(parts: Sequence[list[Word]]) -> list[list[Word]]:
    """Pieces parted where the size of the letters changes or an item of a list begins: an answer
    that reaches into the next cell."""
    found: list[list[Word]] = []
    for part in parts:
        found.append(part[:1])
        for last, word in pairwise(part):
            if _is_other_size(last, word) or _NUMBERED.fullmatch(word.text):
                found.append([word])
            else:
                found[-1].append(word)
    return found


def _is_other_size(one: Word, other: Word) -> bool:
    """Whether two words are printed in other sizes; where a font does not tell its own height, a
    word is as high as its letters, and one with a tail reaches lower."""
    if abs(one.size - other.size) <= _OTHER_SIZE:
        return False
    low, high = sorted((one, other), key=lambda word: word.size)
    is_tailed = bool(_TAILS.search(high.text)) and not _TAILS.search(low.text)
    return not is_tailed or abs(one.box.top - other.box.top) > _SAME_TOP


def _is_below(part: Sequence[Word], above: Sequence[Word]) -> bool:
    """Whether a short line runs on from the one above it."""
    one, two, size = around(above), around(part), above[-1].size
    gap = two.top - above[-1].box.bottom
    shared = min(one.right, two.right) - max(one.left, two.left)
    return _can_run_on(above, part) and (
        -0.4 * size <= gap <= 0.75 * size
        and shared > 0.6 * min(one.right - one.left, two.right - two.left)
        and abs(part[0].size - size) <= 1.0
    )


def _can_run_on(above: Sequence[Word], part: Sequence[Word]) -> bool:
    """Whether two lines can be one answer: two answers by themselves are two."""
    last, text = _text(above), _text(part)
    if len(text) <= 2 and text.islower():
        return True
    if last.casefold() in _INCOMPLETE:
        return text.casefold() not in _WHOLE and not text[:1].isdigit()
    return exit_label(last) is None and exit_label(text) is None


def _text(part: Sequence[Word]) -> str:
    """The words of a piece; a letter or two that slipped below are the end of the word above."""
    text = part[0].text
    for last, word in pairwise(part):
        is_tail = word.box.top > last.box.centre[1] and len(word.text) <= 2 and word.text.islower()
        text += word.text if is_tail else f" {word.text}"
    return text


def _is_worded(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    return len(text) <= _LONGEST and letters >= 2 and text[:1].isalpha()


def _leaves(connector: Connector, decisions: Sequence[Box]) -> bool:
    """Whether a line begins at a decision: one of its ends without a head is on its border."""
    ends = [
        point
        for point, is_headed in (
            (connector.points[0], connector.has_head_at_start),
            (connector.points[-1], connector.has_head_at_end),
        )
        if not is_headed
    ]
    return any(holds(box, point, _AT_BORDER) for box in decisions for point in ends)


def _to_lines(box: Box, connectors: Sequence[Connector]) -> float:
    """How far the nearest line passes from a box."""
    return min(
        (_to_piece(box, a, b) for one in connectors for a, b in pairwise(one.points)),
        default=_FARTHEST,
    )


def _from_start(box: Box, connector: Connector, decisions: Sequence[Box]) -> float:
    """How ill words suit a line out of a decision: their gap to it, and the way from its start."""
    points = connector.points
    if not any(holds(decision, points[0], _AT_BORDER) for decision in decisions):
        points = tuple(reversed(points))
    way, best = 0.0, _FARTHEST
    for a, b in pairwise(points):
        gap = _to_piece(box, a, b)
        if gap <= _NEAR_WORDS:
            best = min(best, gap + _PER_POINT * way)
        way += math.dist(a, b)
    return best + _PER_POINT_OFF * math.dist(box.centre, points[0]) if best < _FARTHEST else best


def _to_piece(box: Box, a: Point, b: Point) -> float:
    """The gap between a box and a straight piece, along 9 points of the piece."""
    return min(
        _off(box, (a[0] + (b[0] - a[0]) * step / 8, a[1] + (b[1] - a[1]) * step / 8))
        for step in range(9)
    )  # fmt: skip


def _off(box: Box, point: Point) -> float:
    across = max(box.left - point[0], point[0] - box.right, 0.0)
    down = max(box.top - point[1], point[1] - box.bottom, 0.0)
    return float((across**2 + down**2) ** 0.5)


def _to_boxes(box: Box, others: Sequence[Box]) -> float:
    return min(
        _off(box, (min(max(x, o.left), o.right), min(max(y, o.top), o.bottom)))
        for o in others
        for x, y in (box.centre, (box.left, box.top), (box.right, box.bottom))
    )  # fmt: skip

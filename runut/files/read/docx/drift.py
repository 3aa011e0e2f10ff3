"""Rows whose height was guessed wrong, mended by the symbols drawn over them.

Every step has at least one symbol and the symbols come in the order of the steps; so when the
estimate leaves a step without any, the rows are moved to where the symbols say they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from runut.files.read.docx.sheets import Piece

_NUMBER: Final = re.compile(r"\(?[0-9]{1,3}[.)]?[a-z]?")
EMPTY_STEP: Final = 1.5
_SHARED_STEP, _OTHER_THAN_SAID, _STRETCHED = 0.3, 4.0, 0.5
_MIDDLE, _OUTSIDE = 0.2, 0.15
_COLUMN_NUMBERS: Final = 4
_SAME_LEVEL: Final = 0.25
_GAP: Final = 2.0


@dataclass(frozen=True)
class Mark:
    """A symbol of the flow: its middle and its height; ``row`` where the file itself says so."""

    y: float
    height: float
    row: int | None = None


@dataclass(frozen=True)
class Band:
    """The rows ``first`` .. ``last`` of one step. A band without a number needs no symbol."""

    first: int
    last: int
    is_numbered: bool


@dataclass(frozen=True)
class Alignment:
    """The band of each mark, and how badly that suits: 0 when every step has its own mark.

    ``off_middle`` grows with the distance of the marks from the middle of their bands.
    """

    bands: tuple[Band, ...]
    cost: float
    is_one_to_one: bool
    off_middle: float


def bands_of(piece: Piece) -> list[Band]:
    """The steps of a piece from the first numbered one on; a row of column numbers is none."""
    numbers: dict[int, int] = {}
    for cell in piece.cells:
        if _NUMBER.fullmatch(cell.text.strip()):
            numbers[cell.row] = numbers.get(cell.row, 0) + 1
    bands = [
        Band(
            cell.row,
            cell.row + cell.row_span - 1,
            _NUMBER.fullmatch(cell.text.strip()) is not None
            and numbers[cell.row] < _COLUMN_NUMBERS,
        )
        for cell in sorted(piece.cells, key=lambda cell: cell.row)
        if cell.column == 0 and not piece.is_head[cell.row]
    ]
    first = next((at for at, band in enumerate(bands) if band.is_numbered), len(bands))
    return bands[first:]


def align(piece: Piece, marks: Sequence[Mark]) -> Alignment | None:
    """The best bands for the marks, never going up again; None where nothing can be counted.

    ``marks`` come in the order of their height on the page.
    """
    bands = bands_of(piece)
    if not bands or not marks:
        return None
    below = Band(len(piece.tops), len(piece.tops), is_numbered=False)
    plain = _best(piece, [*bands, below], marks, (0.0, 1.0))
    if plain.cost < _STRETCHED:
        return plain
    first, last = _middle(piece, bands[0]), _middle(piece, bands[-1])
    low, high = marks[0].y, marks[-1].y
    if high - low < 1.0 or last - first < 1.0:
        return plain
    scale = (last - first) / (high - low)
    stretched = _best(piece, [*bands, below], marks, (first - low * scale, scale))
    return stretched if stretched.cost + _STRETCHED < plain.cost else plain


def _middle(piece: Piece, band: Band) -> float:
    return (piece.tops[band.first] + piece.bottoms[band.last]) / 2


def _best(
    piece: Piece, bands: list[Band], marks: Sequence[Mark], line: tuple[float, float]
) -> Alignment:
    """The cheapest way to give each level of marks a band, level by level from the top."""
    levels = _levels(marks)
    skipped = [0.0]
    for band in bands:
        skipped.append(skipped[-1] + (EMPTY_STEP if band.is_numbered else 0.0))
    cheapest = skipped[:-1]
    back: list[list[int]] = []
    for number, level in enumerate(levels):
        costs, came = [], []
        for at, band in enumerate(bands):
            own = sum(_distance(piece, band, marks[mark], line) for mark in level)
            ways = (
                [(cheapest[at], at)]
                if number == 0
                else [
                    (cheapest[b] + (skipped[at] - skipped[b + 1] if b < at else _SHARED_STEP), b)
                    for b in range(at + 1)
                ]
            )
            cost, before = min(ways)
            costs.append(cost + own)
            came.append(before)
        cheapest = costs
        back.append(came)
    total, at = min((cost + skipped[-1] - skipped[at + 1], at) for at, cost in enumerate(cheapest))
    found, used = _traced(bands, levels, back, at)
    off_middle = sum(
        _off_middle(piece, band, mark) for band, mark in zip(found, marks, strict=True)
    )
    return Alignment(tuple(found), total, len(used) == len(levels) == len(bands) - 1, off_middle)


def _traced(
    bands: list[Band], levels: list[list[int]], back: list[list[int]], at: int
) -> tuple[list[Band], set[int]]:
    """The band of each mark, followed back from the last, and which bands have one."""
    found = [bands[0]] * sum(len(level) for level in levels)
    used: set[int] = set()
    for level, came in zip(reversed(levels), reversed(back), strict=True):
        used.add(at)
        for mark in level:
            found[mark] = bands[at]
        at = came[at]
    return found, used


def _off_middle(piece: Piece, band: Band, mark: Mark) -> float:
    if band.first >= len(piece.tops):
        return 0.0
    half = max((piece.bottoms[band.last] - piece.tops[band.first]) / 2, 5.0)
    share = (mark.y - _middle(piece, band)) / half
    return _MIDDLE * min(share * share, 1.0) if mark.row is None else 0.0


def _levels(marks: Sequence[Mark]) -> list[list[int]]:
    """Marks that stand beside each other, by their places in ``marks``."""
    levels: list[list[int]] = []
    for at, mark in enumerate(marks):
        if levels and mark.y - marks[levels[-1][0]].y <= _SAME_LEVEL * mark.height:
            levels[-1].append(at)
        else:
            levels.append([at])
    return levels


def _distance(piece: Piece, band: Band, mark: Mark, line: tuple[float, float]) -> float:
    """How far a mark lies outside a band, in heights of the band."""
    if mark.row is not None:
        return 0.0 if band.first <= mark.row <= band.last else _OTHER_THAN_SAID
    shift, scale = line
    if band.first >= len(piece.tops):
        return _OUTSIDE + max(piece.bottoms[-1] - mark.y * scale - shift, 0.0) / 10.0
    y, top, bottom = mark.y * scale + shift, piece.tops[band.first], piece.bottoms[band.last]
    return max(top - y, y - bottom, 0.0) / max(bottom - top, 10.0)


def settle(piece: Piece, marks: Sequence[Mark], alignment: Alignment) -> set[int]:
    """Moves the rows of the piece under their marks; returns which marks were over other rows."""
    pairs = list(zip(marks, alignment.bands, strict=True))
    astray = {
        at
        for at, (mark, band) in enumerate(pairs)
        if mark.row is None
        and band.first < len(piece.tops)
        and not piece.tops[band.first] <= mark.y <= piece.bottoms[band.last]
    }
    if not astray:
        return astray
    bands = bands_of(piece)
    if bands[0].first > 0:
        _move_edge(piece, bands[0].first - 1, [], [mark for mark, _ in pairs])
    for band in bands:
        above = [mark for mark, of in pairs if of.last <= band.last]
        _move_edge(piece, band.last, above, [mark for mark, of in pairs if of.last > band.last])
    return astray


def _move_edge(piece: Piece, row: int, above: list[Mark], below: list[Mark]) -> None:
    """Puts the lower edge of a row between the marks above it and those below."""
    lowest = max((mark.y for mark in above), default=None)
    highest = min((mark.y for mark in below), default=None)
    edge = piece.bottoms[row]
    if lowest is not None and highest is not None and not lowest < edge < highest:
        edge = (lowest + highest) / 2
    elif lowest is not None and highest is None and edge < lowest:
        edge = max(mark.y + mark.height / 2 for mark in above) + _GAP
    elif highest is not None and lowest is None and edge > highest:
        edge = min(mark.y - mark.height / 2 for mark in below) - _GAP
    piece.bottoms[row] = max(edge, piece.tops[row] + 1.0)
    if row + 1 < len(piece.tops):
        piece.tops[row + 1] = piece.bottoms[row]
        piece.bottoms[row + 1] = max(piece.bottoms[row + 1], piece.bottoms[row] + 1.0)

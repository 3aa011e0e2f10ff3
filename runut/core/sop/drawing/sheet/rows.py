"""The rows of a page's table: how much their words and their drawing need, and their cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from runut.core.sop.drawing.sheet.breaks import Part
from runut.core.sop.drawing.sheet.columns import Columns
from runut.core.sop.drawing.sheet.model import PAD, Cell, Lettering, Paragraph
from runut.core.sop.drawing.sheet.words import height_of, items, plain
from runut.core.sop.drawing.tiles.model import BAND, Row, Tile
from runut.core.sop.form.rujukan import print_keterangan
from runut.core.sop.model import Langkah
from runut.core.sop.reading.canvas import Box

_ABOVE_SYMBOL: Final = 10
_BESIDE_LINE: Final = 5
HEADS: Final = 2
"""Rows of the head of the table."""

Cells = tuple[tuple[Paragraph, ...], ...]
"""The words of one row: No., Kegiatan, Kelengkapan, Waktu, Output, Keterangan."""


def cells_of(step: Langkah, columns: Columns, lettering: Lettering) -> Cells:
    """The words of a step, cut into lines for their columns."""
    link = print_keterangan(step.keterangan, step.rujukan_sop)
    kelengkapan, waktu, output = columns.mutu
    return (
        plain(step.no, columns.no + 1, lettering),
        plain(step.kegiatan, columns.kegiatan, lettering),
        items(step.kelengkapan, kelengkapan, lettering, at_semicolons=True),
        plain(step.waktu.teks, waktu, lettering),
        items(step.output, output, lettering, at_semicolons=True),
        plain(link, columns.keterangan, lettering),
    )


def words_height(cells: Cells, lettering: Lettering) -> float:
    """How tall a row is for its words."""
    return max(height_of(cell, lettering) for cell in cells) + 2 * PAD


def reach_of(row: Row) -> tuple[float, float]:
    """How far the drawing of a row goes above and below its middle, in units."""
    tiles = (row.gutter, *row.tiles)
    above = max(map(_above, tiles))
    below = max(map(_below, tiles))
    return above, below


def _ys(tile: Tile) -> list[float]:
    ends = [y for line in tile.lines for y in (line.y1, line.y2)]
    return [y for y in ends if abs(y) <= BAND]


def _above(tile: Tile) -> float:
    found = [0.0]
    if tile.symbol:
        found.append(tile.symbol.half_height + _BESIDE_LINE)
    found += [_ABOVE_SYMBOL - arrow.y for arrow in tile.arrows if not arrow.is_back]
    found += [_BESIDE_LINE - y for y in _ys(tile)]
    found += [2 - label.box[1] for label in tile.labels]
    return max(found)


def _below(tile: Tile) -> float:
    found = [0.0]
    if tile.symbol:
        found.append(tile.symbol.half_height + _BESIDE_LINE)
    found += [_BESIDE_LINE + y for y in _ys(tile)]
    found += [2 + label.box[3] for label in tile.labels]
    return max(found)


@dataclass(frozen=True)
class Frame:
    """The grid of a page's table."""

    left: float
    top: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]

    def box(self, row: int, column: int, row_span: int = 1, column_span: int = 1) -> Box:
        left = self.left + sum(self.widths[:column])
        top = self.top + sum(self.heights[:row])
        right = self.left + sum(self.widths[: column + column_span])
        bottom = self.top + sum(self.heights[: row + row_span])
        return Box(left, top, right, bottom)


def stack(
    part: Part,
    words: Sequence[Cells],
    reaches: Sequence[tuple[float, ...]],
    lettering: Lettering,
    top: float,
) -> tuple[list[float], list[tuple[float, float, float]]]:
    """Heights of the table's rows, and (top, bottom, middle) of every row of the drawing.

    What words need beyond the drawing goes to the step itself, half above and half below it.
    """
    heights: list[float] = []
    bands: list[tuple[float, float, float]] = []
    for at, cells in enumerate(words):
        first = 0 if at == 0 else len(part.above) + at
        last = len(reaches) if at == len(words) - 1 else len(part.above) + at + 1
        drawn = sum(sum(reach) for reach in reaches[first:last])
        spare = max(0.0, words_height(cells, lettering) - drawn)
        start = top + sum(heights)
        for row in range(first, last):
            above, below = reaches[row]
            extra = spare / 2 if row == len(part.above) + at else 0.0
            end = start + above + below + 2 * extra
            bands.append((start, end, start + above + extra))
            start = end
        heights.append(drawn + spare)
    return heights, bands


def row_cells(words: Sequence[Cells], actors: int, size: float, frame: Frame) -> list[Cell]:
    """The cells of all steps of a page; those of the actors have no words."""
    found = []
    for at, (no, kegiatan, *rest) in enumerate(words, start=HEADS):
        texts = [no, kegiatan, *[()] * actors, *rest]
        centred = {0, actors + 3}
        found += [
            Cell(at, n, frame.box(at, n), text, size, is_centred=n in centred)
            for n, text in enumerate(texts)
        ]
    return found

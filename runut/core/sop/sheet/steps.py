"""The pages of the step table: rows as tall as words and drawing need, heads on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from runut.core.sop.canvas import Box
from runut.core.sop.model import SOP, Langkah
from runut.core.sop.rujukan import print_keterangan
from runut.core.sop.sheet.breaks import Part, Room, parts, split, ways_of
from runut.core.sop.sheet.columns import Columns, Drawing, RowTexts, fit_columns
from runut.core.sop.sheet.flow import draw_flow, place_tiles
from runut.core.sop.sheet.head import head_cells, head_heights
from runut.core.sop.sheet.model import PAD, Cell, Face, FormPage, Lettering, Paper, Paragraph
from runut.core.sop.sheet.notes import notes_below, notes_height, notes_pages, title_above
from runut.core.sop.sheet.words import height_of, items, plain
from runut.core.sop.tile import BAND, ROW_MIN, Grid, Row, Tile, TileStep
from runut.core.sop.tiles import lay_out, steps_of

SIZES: Final = (9.0, 8.5, 8.0, 7.5)
"""Sizes of type that are read with ease; the largest that needs no more pages is taken."""
_SMALL: Final = (7.0, 6.5, 6.0, 5.0, 4.0, 3.0, 2.0)
"""For a row that fits no page otherwise: nothing is ever left out."""
_ABOVE_SYMBOL: Final = 10
_BESIDE_LINE: Final = 5
_CONNECTOR: Final = 62
"""What a connector's row takes at most, in units of the drawing."""
_HEADS: Final = 2

Cells = tuple[tuple[Paragraph, ...], ...]
"""The words of one row: No., Kegiatan, Kelengkapan, Waktu, Output, Keterangan."""


@dataclass(frozen=True)
class _Table:
    """What all pages of one try share."""

    sop: SOP
    actors: tuple[str, ...]
    steps: tuple[TileStep, ...]
    texts: tuple[RowTexts, ...]
    paper: Paper
    face: Face


def procedure_pages(sop: SOP, paper: Paper, face: Face) -> tuple[FormPage, ...]:
    """The step table, its title above and the remarks below."""
    named = dict.fromkeys([*sop.pelaksana, *(p.nama for s in sop.langkah for p in s.pelaksana)])
    texts = tuple(map(_row_texts, sop.langkah))
    table = _Table(sop, tuple(named) or ("",), steps_of(sop), texts, paper, face)
    is_turned, pages = _at_size(table, SIZES[-1], is_even=False)
    if not _fits(pages, paper):
        return _at_small_size(table)
    for size in SIZES:
        for is_even in (True, False):
            is_also_turned, larger = _at_size(table, size, is_even=is_even)
            is_as_short = (is_also_turned, len(larger)) == (is_turned, len(pages))
            if is_as_short and _fits(larger, paper):
                return larger
    return pages


def _at_small_size(table: _Table) -> tuple[FormPage, ...]:
    pages: tuple[FormPage, ...] = ()
    for size in _SMALL:
        _, pages = _at_size(table, size, is_even=False)
        if _fits(pages, table.paper):
            break
    return pages


def _fits(pages: Sequence[FormPage], paper: Paper) -> bool:
    return all(
        page.bottom <= paper.height - paper.bottom + 0.01
        and max(page.rows, default=0.0) <= paper.tallest_row
        for page in pages
    )


def _row_texts(step: Langkah) -> RowTexts:
    return RowTexts(
        step.no,
        (
            step.kegiatan,
            " ".join(step.kelengkapan),
            step.waktu.teks,
            " ".join(step.output),
            print_keterangan(step.keterangan, step.rujukan_sop),
        ),
    )


def _at_size(table: _Table, size: float, *, is_even: bool) -> tuple[bool, tuple[FormPage, ...]]:
    """The pages in this size of type, and whether the names of actors had to be turned.

    The drawing of a page may ask for more than the drawing of the whole gave to expect; then
    the breaks are found again with the most that a row can take.
    """
    whole = lay_out(table.steps, table.actors)
    pages: tuple[FormPage, ...] = ()
    columns = _columns(table, [whole], size, is_even=is_even)
    for is_careful in (False, True):
        room = _room(table, columns, whole, is_careful=is_careful)
        ends = split(ways_of(table.steps, table.actors), room) or ((0, 0),)
        found = parts(table.steps, table.actors, ends)
        grids = [lay_out(part.rows, table.actors) for part in found]
        columns = _columns(table, grids, size, is_even=is_even)
        pages = tuple(
            _page(table, part, grid, columns) for part, grid in zip(found, grids, strict=True)
        )
        if _fits(pages, table.paper):
            break
    return columns.is_turned, _with_notes(table, pages, columns)


def _columns(table: _Table, grids: Sequence[Grid], size: float, *, is_even: bool) -> Columns:
    widths = tuple(max(one) for one in zip(*(grid.widths for grid in grids), strict=True))
    drawing = Drawing(widths, max(grid.gutter_width for grid in grids))
    return fit_columns(
        table.texts,
        table.actors,
        drawing,
        table.paper.room,
        Lettering(size, table.face),
        is_even=is_even,
    )


def _room(table: _Table, columns: Columns, whole: Grid, *, is_careful: bool) -> Room:
    lettering = Lettering(columns.size, table.face)
    words = [_words_height(_cells(table, step, columns), lettering) for step in table.sop.langkah]
    drawn = [(ROW_MIN if is_careful else sum(_reach(row))) * columns.unit for row in whole.rows]
    top = title_above(table.sop, table.paper, table.face).box.bottom
    head = sum(head_heights(table.actors, columns, table.face))
    return Room(
        tuple(max(pair) for pair in zip(words, drawn, strict=True)),
        _CONNECTOR * columns.unit,
        table.paper.height - table.paper.bottom - top - head,
        notes_height(table.sop, table.paper, table.face),
    )


def _with_notes(
    table: _Table, pages: tuple[FormPage, ...], columns: Columns
) -> tuple[FormPage, ...]:
    first = title_above(table.sop, table.paper, table.face)
    if first.paragraphs:
        pages = (replace(pages[0], notes=(first,)), *pages[1:])
    last = pages[-1]
    below = notes_below(table.sop, table.paper, last.bottom, table.face)
    if below is None:
        return (*pages, *notes_pages(table.sop, table.paper, table.face))
    return (*pages[:-1], replace(last, notes=(*last.notes, *below)))


def _cells(table: _Table, step: Langkah, columns: Columns) -> Cells:
    lettering = Lettering(columns.size, table.face)
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


def _words_height(cells: Cells, lettering: Lettering) -> float:
    return max(height_of(cell, lettering) for cell in cells) + 2 * PAD


def _reach(row: Row) -> tuple[float, float]:
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


def _page(table: _Table, part: Part, grid: Grid, columns: Columns) -> FormPage:
    paper = table.paper
    title = title_above(table.sop, paper, table.face)
    top = title.box.bottom if part.first == 0 else paper.top
    lettering = Lettering(columns.size, table.face)
    heads = head_heights(table.actors, columns, table.face)
    words = [_cells(table, step, columns) for step in table.sop.langkah[part.first : part.last]]
    reaches = [tuple(unit * columns.unit for unit in _reach(row)) for row in grid.rows]
    heights, bands = _rows(part, words, reaches, lettering, top + sum(heads))
    lefts = [paper.left + sum(columns.widths[: 2 + n]) for n in range(len(table.actors))]
    plan = place_tiles(lefts, columns.actors, columns.gutter, bands, columns.unit)
    flow = draw_flow(grid, part.rows, plan)
    frame = _Frame(paper.left, top, columns.widths, (*heads, *heights))
    return FormPage(
        columns.widths,
        frame.heights,
        top,
        _HEADS,
        (
            *head_cells(table.actors, columns, frame.box, table.face),
            *_row_cells(words, len(table.actors), columns.size, frame),
        ),
        flow.shapes,
        flow.connectors,
        flow.labels,
        steps=tuple(step.no for step in part.steps),
        label_size=round(10.4 * columns.unit, 2),
    )


@dataclass(frozen=True)
class _Frame:
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


def _rows(
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
        spare = max(0.0, _words_height(cells, lettering) - drawn)
        start = top + sum(heights)
        for row in range(first, last):
            above, below = reaches[row]
            extra = spare / 2 if row == len(part.above) + at else 0.0
            end = start + above + below + 2 * extra
            bands.append((start, end, start + above + extra))
            start = end
        heights.append(drawn + spare)
    return heights, bands


def _row_cells(words: Sequence[Cells], actors: int, size: float, frame: _Frame) -> list[Cell]:
    found = []
    for at, (no, kegiatan, *rest) in enumerate(words, start=_HEADS):
        texts = [no, kegiatan, *[()] * actors, *rest]
        centred = {0, actors + 3}
        found += [
            Cell(at, n, frame.box(at, n), text, size, is_centred=n in centred)
            for n, text in enumerate(texts)
        ]
    return found

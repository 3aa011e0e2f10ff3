"""The pages of the step table: rows as tall as words and drawing need, heads on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from runut.core.sop.drawing.sheet.breaks import Part, Room, parts, split, ways_of
from runut.core.sop.drawing.sheet.columns import Columns, Drawing, RowTexts, fit_columns
from runut.core.sop.drawing.sheet.flow import draw_flow, place_tiles
from runut.core.sop.drawing.sheet.head import head_cells, head_heights
from runut.core.sop.drawing.sheet.model import Face, FormPage, Lettering, Paper
from runut.core.sop.drawing.sheet.notes import notes_below, notes_height, notes_pages, title_above
from runut.core.sop.drawing.sheet.rows import (
    HEADS,
    Frame,
    cells_of,
    reach_of,
    row_cells,
    stack,
    words_height,
)
from runut.core.sop.drawing.tiles.layout import lay_out, steps_of
from runut.core.sop.drawing.tiles.model import ROW_MIN, Grid, TileStep
from runut.core.sop.form.rujukan import print_keterangan
from runut.core.sop.model import SOP, Langkah

SIZES: Final = (9.0, 8.5, 8.0, 7.5)
"""Sizes of type that are read with ease; the largest that needs no more pages is taken."""
_SMALL: Final = (7.0, 6.5, 6.0, 5.0, 4.0, 3.0, 2.0)
"""For a row that fits no page otherwise: nothing is ever left out."""
_CONNECTOR: Final = 62
"""What a connector's row takes at most, in units of the drawing."""


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
        (1, len(step.kelengkapan), 1, len(step.output), 1),
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
    words = [
        words_height(cells_of(step, columns, lettering), lettering) for step in table.sop.langkah
    ]
    drawn = [(ROW_MIN if is_careful else sum(reach_of(row))) * columns.unit for row in whole.rows]
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


def _page(table: _Table, part: Part, grid: Grid, columns: Columns) -> FormPage:
    paper = table.paper
    title = title_above(table.sop, paper, table.face)
    top = title.box.bottom if part.first == 0 else paper.top
    lettering = Lettering(columns.size, table.face)
    heads = head_heights(table.actors, columns, table.face)
    words = [
        cells_of(step, columns, lettering) for step in table.sop.langkah[part.first : part.last]
    ]
    reaches = [tuple(unit * columns.unit for unit in reach_of(row)) for row in grid.rows]
    heights, bands = stack(part, words, reaches, lettering, top + sum(heads))
    lefts = [paper.left + sum(columns.widths[: 2 + n]) for n in range(len(table.actors))]
    plan = place_tiles(lefts, columns.actors, columns.gutter, bands, columns.unit)
    flow = draw_flow(grid, part.rows, plan)
    frame = Frame(paper.left, top, columns.widths, (*heads, *heights))
    return FormPage(
        columns.widths,
        frame.heights,
        top,
        HEADS,
        (
            *head_cells(table.actors, columns, frame.box, table.face),
            *row_cells(words, len(table.actors), columns.size, frame),
        ),
        flow.shapes,
        flow.connectors,
        flow.labels,
        steps=tuple(step.no for step in part.steps),
        label_size=round(10.4 * columns.unit, 2),
    )

"""Words in a text box that lies in an empty cell: they are the words of the cell."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from runut.core.sop.reading.canvas import Box, Cell, Page, ShapeKind, Table
from runut.core.sop.reading.columns import Columned
from runut.core.sop.reading.head import ACTOR
from runut.core.sop.reading.units import Unit
from runut.core.words.items import normal

_KINDS: Final = frozenset({"kegiatan", "kelengkapan", "waktu", "output", "keterangan"})
_BOXES: Final = frozenset({ShapeKind.PROCESS, ShapeKind.OTHER})


def take_boxed_words(unit: Unit) -> None:
    """Give every empty cell of words what its text boxes say. Actors' cells keep their symbols."""
    taken: list[str] = []
    unit.columned = [_filled(one, taken) for one in unit.columned]
    said = {normal(text) for text in taken}
    unit.after = [text for text in unit.after if text not in said]
    unit.block.loose = [one for one in unit.block.loose if normal(one.text) not in said]


def _filled(one: Columned, taken: list[str]) -> Columned:
    boxes = list(_boxes(one.grid.page))
    if not boxes:
        return one
    cells = tuple(_with_words(one, cell, boxes, taken) for cell in one.grid.table.cells)
    if cells == one.grid.table.cells:
        return one
    return replace(one, grid=replace(one.grid, table=Table(cells, one.grid.table.box)))


def _boxes(page: Page) -> Iterable[tuple[str, Box]]:
    for words in page.words:
        if words.box is not None and words.text.strip():
            yield words.text, words.box
    for shape in page.shapes:
        if shape.kind in _BOXES and shape.text.strip():
            yield shape.text, shape.box


def _with_words(
    one: Columned, cell: Cell, boxes: Iterable[tuple[str, Box]], taken: list[str]
) -> Cell:
    place = one.column_of_cell(cell)
    kind = one.head.columns[place].kind if place is not None else ACTOR
    if kind not in _KINDS or cell.text.strip() or cell.box is None or cell.row < one.start:
        return cell
    inside = [(text, box) for text, box in boxes if _is_in(box, cell.box)]
    if not inside:
        return cell
    inside.sort(key=lambda pair: (pair[1].top, pair[1].left))
    taken += [text for text, _ in inside]
    return replace(cell, text="\n".join(text for text, _ in inside))


def _is_in(box: Box, cell: Box) -> bool:
    x, y = box.centre
    return cell.left <= x <= cell.right and cell.top <= y <= cell.bottom

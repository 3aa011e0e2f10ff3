"""Places on a sheet of Excel: from the layout's pages to columns, rows and offsets in them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runut.core.sop.drawing.sheet.model import FormPage
from runut.core.sop.reading.canvas import Box
from runut.files.geometry import emu_of, shift, swapped
from runut.files.write.form.office import Bent


@dataclass(frozen=True)
class Grid:
    """The edges of a sheet's columns and rows in points from its corner."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]


@dataclass(frozen=True)
class Move:
    """From places on a page to places on the sheet: columns are whole pixels, rows a little
    taller, and the pages lie below each other."""

    page: FormPage
    rows: Mapping[int, int]
    grid: Grid
    left: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return (
            _moved(x - self.left, _edges(self.page.columns), self.grid.columns),
            _moved(y - self.page.top, _edges(self.page.rows), self._tops()),
        )

    def box(self, box: Box) -> Box:
        """A symbol keeps its size: its middle is moved."""
        x, y = box.centre
        moved_x, moved_y = self.point(x, y)
        return shift(moved_x - x, moved_y - y).bounds(box)

    def _tops(self) -> tuple[float, ...]:
        """Where the rows of the page begin on the sheet; its repeated head is not there."""
        first = min(self.rows)
        head = sum(self.page.rows[:first])
        start = self.grid.rows[self.rows[first]] - head
        above = [start + top for top in _edges(self.page.rows[:first])][:-1]
        last = max(self.rows.values())
        return (
            *above,
            *(self.grid.rows[row] for row in self.rows.values()),
            self.grid.rows[last + 1],
        )


def _edges(sizes: Sequence[float]) -> tuple[float, ...]:
    edges = [0.0]
    for size in sizes:
        edges.append(edges[-1] + size)
    return tuple(edges)


def _moved(value: float, old: Sequence[float], new: Sequence[float]) -> float:
    """The place in the same cell, as far from the middle of the cell as before."""
    at = min(max(bisect_right(old, value + 1e-6) - 1, 0), len(old) - 2)
    middle, moved = (old[at] + old[at + 1]) / 2, (new[at] + new[at + 1]) / 2
    return moved + value - middle


def upright(line: Bent) -> Box:
    """The box Excel anchors: that of a connector turned by 90 degrees as it is seen."""
    return swapped(line.box) if line.rotation else line.box


def anchor(box: Box, body: str, grid: Grid) -> str:
    """A shape held by the cells of its upper left and its lower right corner."""
    start = _corner("from", box.left, box.top, grid)
    end = _corner("to", box.right, box.bottom, grid)
    return (
        f'<xdr:twoCellAnchor editAs="oneCell">{start}{end}{body}<xdr:clientData/>'
        "</xdr:twoCellAnchor>"
    )


def _corner(name: str, x: float, y: float, grid: Grid) -> str:
    column, across = _cell(x, grid.columns)
    row, down = _cell(y, grid.rows)
    return (
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{across}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{down}</xdr:rowOff></xdr:{name}>"
    )


def _cell(value: float, edges: Sequence[float]) -> tuple[int, int]:
    at = min(max(bisect_right(edges, value) - 1, 0), len(edges) - 2)
    return at, max(0, emu_of(value - edges[at]))

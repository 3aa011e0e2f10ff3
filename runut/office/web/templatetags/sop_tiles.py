"""Draws the tiles of the SOP form as SVG: lines meet at any border, symbols keep their shape."""

from functools import lru_cache

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from runut.core.sop.drawing.tiles.model import (
    BORDER,
    HALF_WIDTH,
    ROW_MIN,
    Arrow,
    Label,
    Line,
    State,
    Symbol,
    Tile,
    Turn,
)
from runut.core.sop.model import Bentuk
from runut.office.web.sop_form import STATE_CLASSES, CellView, RowView

register = template.Library()

GLYPHS = {
    State.DONE: '<path class="glyph" d="M-6 0l4 5 8-9"/>',
    State.NOW: '<circle class="dot" r="4.5"/>',
    State.RETURNED: '<path class="glyph" d="M7 4H-2a4 4 0 0 1 0-8h2m-3-3.5L0-4l-3 3.5"/>',
}


_HEADS = {
    Turn.DOWN: "l-4-8h8z",
    Turn.UP: "l-4 8h8z",
    Turn.RIGHT: "l-7-3.5v7z",
    Turn.LEFT: "l7-3.5v7z",
}


@register.simple_tag
def flow_cells(row: RowView, gutter_width: int) -> SafeString:
    """The cells of a row under Pelaksana: the gutter where there is one, then the actors."""
    return _flow_cells(row.gutter, row.cells, gutter_width)


@lru_cache(maxsize=4096)
def _flow_cells(gutter: Tile, cells: tuple[CellView, ...], gutter_width: int) -> SafeString:
    drawn = [_cell("flow", cell.least_width, cell.tile, cell.words) for cell in cells]
    if gutter_width:
        drawn.insert(0, _cell("flow gutter", gutter_width, gutter, ""))
    # S308: every word went through escape() in _cell and _label; the rest are numbers of ours.
    return mark_safe("".join(drawn))  # noqa: S308


def _cell(look: str, least_width: int, tile: Tile, words: str) -> str:
    """A strut keeps the cell from growing smaller than its drawing. The drawing is decoration:
    its words stand beside it."""
    strut = f'<svg class="strut" width="{least_width}" height="{ROW_MIN}" aria-hidden="true"></svg>'
    told = f'<span class="hidden-text">{escape(words)}</span>' if words else ""
    return f'<td class="{look}">{strut}{_drawing(tile)}{told}</td>'


def _drawing(tile: Tile) -> str:
    if tile.is_empty:
        return ""
    parts = [
        *map(_line, tile.lines),
        *([_symbol(tile.symbol)] if tile.symbol else []),
        *map(_arrow, tile.arrows),
        *map(_label, tile.labels),
    ]
    return (
        '<svg class="tile" aria-hidden="true" focusable="false">'
        f'<svg x="50%" y="50%" overflow="visible">{"".join(parts)}</svg></svg>'
    )


def _at(offset: float) -> str:
    """A place from the middle of the tile: units, or half the tile where it is the border."""
    if abs(offset) == BORDER:
        return "50%" if offset > 0 else "-50%"
    return f"{offset:.1f}".removesuffix(".0")


def _look(state: State, *, is_back: bool = False) -> str:
    return f"{STATE_CLASSES[state]} back" if is_back else STATE_CLASSES[state]


def _line(line: Line) -> str:
    x1, y1, x2, y2 = map(_at, (line.x1, line.y1, line.x2, line.y2))
    look = _look(line.state, is_back=line.is_back)
    return f'<line class="way {look}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def _arrow(arrow: Arrow) -> str:
    shape = _HEADS[arrow.turn]
    look = _look(arrow.state, is_back=arrow.is_back)
    return f'<path class="head {look}" d="M{_at(arrow.x)} {_at(arrow.y)}{shape}"/>'


def _label(label: Label) -> str:
    end = ' text-anchor="end"' if label.ends_at_x else ""
    look = _look(label.state, is_back=label.is_back)
    return (
        f'<text class="word {look}" x="{_at(label.x)}" y="{_at(label.y)}"{end}>'
        f"{escape(label.text)}</text>"
    )


def _symbol(symbol: Symbol) -> str:
    w, h = HALF_WIDTH, symbol.half_height
    look = f'class="symbol {STATE_CLASSES[symbol.state]}"'
    if symbol.bentuk is Bentuk.KEPUTUSAN:
        shape = f'<path {look} d="M{-w} 0L0 {-h} {w} 0 0 {h}z"/>'
    else:
        radius = 2 if symbol.bentuk is Bentuk.PROSES else h
        shape = f'<rect {look} x="{-w}" y="{-h}" width="{2 * w}" height="{2 * h}" rx="{radius}"/>'
    return shape + GLYPHS.get(symbol.state, "").replace(
        'class="', f'class="{STATE_CLASSES[symbol.state]} '
    )

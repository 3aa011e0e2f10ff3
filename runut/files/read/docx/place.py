"""Where a drawing comes to lie on its page, from the words of the file about its position."""

from collections import Counter
from dataclasses import replace

from runut.files.geometry import shift
from runut.files.read.docx.drawn import Drawn, Side
from runut.files.read.docx.sheets import Hanging, Sheet

Lying = list[tuple[Drawn, Hanging]]

_SHARES = {"center": 0.5, "right": 1.0, "bottom": 1.0, "outside": 1.0}


def corner(hanging: Hanging, sheet: Sheet) -> tuple[float, float]:
    """The upper left corner of a drawing on its page."""
    drawing = hanging.drawing
    if drawing.across is None or drawing.down is None:
        share = _SHARES.get({"end": "right"}.get(hanging.align, hanging.align), 0.0)
        room = hanging.right - hanging.left - drawing.width
        return hanging.left + share * max(room, 0.0), hanging.top
    start, end = _across(hanging, sheet, drawing.across)
    x = _stand(drawing.across, start, end, drawing.width)
    start, end = _down(hanging, sheet, drawing.down)
    return x, _stand(drawing.down, start, end, drawing.height)


def _stand(side: Side, start: float, end: float, length: float) -> float:
    if side.align is None:
        return start + side.offset
    return start + _SHARES.get(side.align, 0.0) * (end - start - length)


def _across(hanging: Hanging, sheet: Sheet, side: Side) -> tuple[float, float]:
    section, home = sheet.section, hanging.home
    text = section.left, section.width - section.right
    if home is not None and hanging.drawing.in_cell:
        in_cell = home.left <= home.left + side.offset <= home.right
        if side.relative in ("page", "margin") and (in_cell or side.align):
            return (home.left, home.right) if side.relative == "page" else _inner(hanging)
    if side.relative in ("column", "character", ""):
        if home is None or not hanging.drawing.in_cell:
            return text
        return _inner(hanging)
    return {
        "page": (0.0, section.width),
        "leftMargin": (0.0, section.left),
        "insideMargin": (0.0, section.left),
        "rightMargin": (section.width - section.right, section.width),
        "outsideMargin": (section.width - section.right, section.width),
    }.get(side.relative, text)


def _inner(hanging: Hanging) -> tuple[float, float]:
    return hanging.left, hanging.right


def _down(hanging: Hanging, sheet: Sheet, side: Side) -> tuple[float, float]:
    section, home = sheet.section, hanging.home
    if home is not None and hanging.drawing.in_cell and side.relative in ("page", "margin"):
        top, bottom = home.piece.tops[home.row], home.piece.bottoms[home.row]
        if side.align or 0 <= side.offset < bottom - top:
            return top, bottom
    return {
        "page": (0.0, section.height),
        "margin": (section.top, section.height - section.bottom),
        "topMargin": (0.0, section.top),
        "bottomMargin": (section.height - section.bottom, section.height),
    }.get(side.relative, (hanging.top, hanging.top))


def moved(drawn: Drawn, x: float, y: float) -> Drawn:
    """The shape, its drawing's corner standing at ``x``, ``y``."""
    move = shift(x, y)
    return replace(drawn, box=move.bounds(drawn.box), points=tuple(map(move, drawn.points)))


def cell_of(drawn: Drawn, hanging: Hanging) -> tuple[int, int] | None:
    """The cell that holds the anchor of a shape, when the shape stays inside of it."""
    home = hanging.home
    if home is None:
        return None
    x, y = drawn.box.centre
    if (
        home.left <= x <= home.right
        and home.piece.tops[home.row] <= y <= home.piece.bottoms[home.row]
    ):
        return home.row, home.column
    return None


def placed_on(sheet: Sheet) -> Lying:
    """Every shape where it lies, under a key of its own; glued ends follow the new keys."""
    found: Lying = []
    for hanging in sheet.hangings:
        x, y = corner(hanging, sheet)
        found += [(moved(part, x, y), hanging) for part in hanging.drawing.parts]
    return _renamed(found)


def _renamed(found: Lying) -> Lying:
    of_page = Counter(drawn.key for drawn, _ in found)
    keys = {
        (id(hanging), drawn.key): f"g{at}" for at, (drawn, hanging) in enumerate(found, start=1)
    }
    alone = {
        drawn.key: f"g{at}"
        for at, (drawn, _) in enumerate(found, start=1)
        if of_page[drawn.key] == 1
    }

    def key(old: str | None, hanging: Hanging) -> str | None:
        return None if old is None else keys.get((id(hanging), old)) or alone.get(old)

    return [
        (
            replace(
                drawn,
                key=f"g{at}",
                start=key(drawn.start, hanging),
                end=key(drawn.end, hanging),
            ),
            hanging,
        )
        for at, (drawn, hanging) in enumerate(found, start=1)
    ]

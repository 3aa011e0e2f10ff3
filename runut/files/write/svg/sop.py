"""The official form of an SOP as SVG: real text in a common typeface, one drawing."""

from collections.abc import Iterable, Sequence
from html import escape

from runut.core.sop.drawing.sheet.model import (
    LINE_HEIGHT,
    PAD,
    Cell,
    Form,
    FormPage,
    Label,
    Notes,
    Paragraph,
)
from runut.core.sop.model import SOP
from runut.core.sop.reading.canvas import Connector, Shape, ShapeKind
from runut.files.write.form.outline import arrowhead, corners, letter_place, shaft
from runut.files.write.form.sheet import PaperName, form_of

_FONTS = "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif"
_BETWEEN_PAGES = 12
_ASCENT = 0.79
"""From the upper edge of a line to its base line, in shares of the type size."""
_MIDDLE = 0.36
"""From the middle of capitals to their base line."""
_HEAD_FILL = "#eeeeee"


def svg_of_sop(sop: SOP, paper: PaperName = "a4") -> str:
    """The whole form as one drawing, its pages one below the other."""
    form = form_of(sop, paper)
    step = form.paper.height + _BETWEEN_PAGES
    height = step * len(form.pages) - _BETWEEN_PAGES
    pages = [
        f'<g transform="translate(0 {_n(step * at)})">{_page(page, form)}</g>'
        for at, page in enumerate(form.pages)
    ]
    return _document(form, height, pages)


def _document(form: Form, height: float, pages: Iterable[str]) -> str:
    width = form.paper.width
    body = "\n".join(pages)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}pt" height="{_n(height)}pt" '
        f'viewBox="0 0 {_n(width)} {_n(height)}" role="img" lang="id" '
        f'text-rendering="geometricPrecision" font-family="{_FONTS}">\n'
        f"<title>{escape(f'SOP {form.title}')}</title>\n{body}\n</svg>\n"
    )


def _page(page: FormPage, form: Form) -> str:
    size = f'width="{_n(form.paper.width)}" height="{_n(form.paper.height)}"'
    parts = [f'<rect {size} fill="#fff"/>']
    parts += [_cell_box(cell) for cell in page.cells]
    parts += [part for cell in page.cells for part in _cell_words(cell)]
    parts += [part for notes in page.notes for part in _notes(notes)]
    parts += [_connector(connector) for connector in page.connectors]
    parts += [_shape(shape, page.label_size) for shape in page.shapes]
    parts += [_label(label, page.label_size) for label in page.labels]
    return "\n".join(parts)


def _cell_box(cell: Cell) -> str:
    box = cell.box
    fill = _HEAD_FILL if cell.is_head else "none"
    return (
        f'<rect x="{_n(box.left)}" y="{_n(box.top)}" width="{_n(box.right - box.left)}" '
        f'height="{_n(box.bottom - box.top)}" fill="{fill}" stroke="#000" stroke-width="0.6"/>'
    )


def _cell_words(cell: Cell) -> list[str]:
    box = cell.box
    if cell.is_turned:
        x, y = box.centre
        inner = [
            _text(line, x, y + _turned_y(cell, at), cell.size, bold=True, anchor="middle")
            for at, line in enumerate(_lines(cell.paragraphs))
        ]
        return [f'<g transform="rotate(-90 {_n(x)} {_n(y)})">{"".join(inner)}</g>']
    taken = _height(cell.paragraphs, cell.size)
    top = (box.top + box.bottom - taken) / 2 if cell.is_middle else box.top + PAD
    return _paragraphs(
        cell.paragraphs, (box.left + PAD, box.right - PAD), top, cell.size, cell.is_centred
    )


def _turned_y(cell: Cell, at: int) -> float:
    count = len(_lines(cell.paragraphs))
    return (at - (count - 1) / 2) * cell.size * LINE_HEIGHT + _MIDDLE * cell.size


def _lines(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [line for paragraph in paragraphs for line in paragraph.lines]


def _notes(notes: Notes) -> list[str]:
    sides = (notes.box.left, notes.box.right)
    return _paragraphs(notes.paragraphs, sides, notes.box.top, notes.size, notes.is_centred)


def _height(paragraphs: Sequence[Paragraph], size: float) -> float:
    return sum(one.gap + len(one.lines) * size * LINE_HEIGHT for one in paragraphs)


def _paragraphs(
    paragraphs: Sequence[Paragraph],
    sides: tuple[float, float],
    top: float,
    size: float,
    is_centred: bool,
) -> list[str]:
    parts = []
    x = sum(sides) / 2 if is_centred else sides[0]
    anchor = "middle" if is_centred else "start"
    for one in paragraphs:
        top += one.gap
        if one.mark:
            parts.append(_text(one.mark, x, top + _ASCENT * size + 0.1 * size, size))
        for line in one.lines:
            base = top + (_ASCENT + 0.1) * size
            parts.append(_text(line, x + one.indent, base, size, bold=one.is_bold, anchor=anchor))
            top += size * LINE_HEIGHT
    return parts


def _text(
    text: str, x: float, y: float, size: float, *, bold: bool = False, anchor: str = "start"
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    words = escape(text, quote=False)
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{weight}{place}>{words}</text>'


def _shape(shape: Shape, size: float) -> str:
    ink = 'fill="#fff" stroke="#000" stroke-width="1"'
    box = shape.box
    if shape.kind in (ShapeKind.PROCESS, ShapeKind.TERMINATOR):
        height = box.bottom - box.top
        round_ = f' rx="{_n(height / 2)}"' if shape.kind is ShapeKind.TERMINATOR else ""
        return (
            f'<rect x="{_n(box.left)}" y="{_n(box.top)}" width="{_n(box.right - box.left)}" '
            f'height="{_n(height)}"{round_} {ink}/>'
        )
    drawn = f'<polygon points="{_points(corners(shape))}" {ink}/>'
    if not shape.text:
        return drawn
    x, y = letter_place(box)
    letter = _text(shape.text, x, y + _MIDDLE * size, size, bold=True, anchor="middle")
    return drawn + letter


def _connector(connector: Connector) -> str:
    line = (
        f'<polyline points="{_points(shaft(connector))}" fill="none" stroke="#000" '
        'stroke-width="0.9" stroke-linejoin="round"/>'
    )
    head = arrowhead(connector)
    return line + (f'<polygon points="{_points(head)}" fill="#000"/>' if head else "")


def _label(label: Label, size: float) -> str:
    x, y = label.box.centre
    return _text(label.text, x, y + _MIDDLE * size, size, anchor="middle")


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """A number as short as it can be said to a hundredth of a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")

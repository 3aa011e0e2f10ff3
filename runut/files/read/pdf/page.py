"""One painted page as a page of the canvas: tables, symbols, connectors and loose words."""

from collections.abc import Iterable, Sequence
from typing import Final

from runut.core.sop.reading.canvas import Box, Cell, Page, Shape, ShapeKind, Table, Words
from runut.core.sop.reading.ways import exit_label
from runut.files.geometry import holds, smallest
from runut.files.read.pdf.columns import aligned_table
from runut.files.read.pdf.connectors import connectors_of
from runut.files.read.pdf.divided import with_divided_heads
from runut.files.read.pdf.figures import kind_of
from runut.files.read.pdf.grid import GridCell, cells_of
from runut.files.read.pdf.labels import labelled
from runut.files.read.pdf.marks import Painted, Trace
from runut.files.read.pdf.outlines import sort_traces
from runut.files.read.pdf.rulings import is_ruling, rulings_of
from runut.files.read.pdf.shadings import without_shadings
from runut.files.read.pdf.stamps import without_stamps
from runut.files.read.pdf.strips import Strip, undashed
from runut.files.read.pdf.unparted import with_missing_borders
from runut.files.read.pdf.unruled import with_missing_rows
from runut.files.read.pdf.words import (
    Walls,
    Word,
    around,
    columns_of,
    lines_of,
    text_in,
    words_of,
)

_ALMOST: Final = 3.0
"""Points by which two outlines of one symbol (fill, border, shadow) differ at most."""
_SHADOW: Final = 5.0
_PICTURE: Final = 0.3
"""Share of a page from which on a picture makes it up."""
_DRAWN_LETTERS: Final = 300
_FRAME: Final = 60.0
_A_SPACE: Final = 0.45
_LEVEL: Final = 0.35
"""Share of a letter's height by which the middles of two words of one line differ at most."""
_SMALLEST, _WIDEST, _HIGHEST = 6.0, 0.2, 90.0
"""Points, share of the page, points: the sizes of images that stand for symbols."""


def page_of(painted: Painted, number: int) -> Page:
    """What a page holds, as far as its lines and letters tell."""
    found = sort_traces(painted.traces, painted.width, painted.height)
    found.outlines = without_shadings(found, painted.letters)
    single = _single(found.outlines)
    traces = without_stamps(single, found.outlines, found.strips, painted.letters)
    boxes = [trace.box for trace in traces]
    heads = [trace.box for trace in found.heads]
    free = [s for s in found.strips if not _leaves_symbol(s, boxes, heads)]
    rulings = rulings_of(free, painted.width, boxes)
    ruled = [line for table in rulings for line in table]
    loose = [s for s in found.strips if not is_ruling(s, ruled) and not _is_in_one(s, boxes)]
    loose = undashed(loose)
    walls = Walls(ruled)
    words = words_of(painted.letters, walls)
    shapes, words = _shapes(traces, words)
    shapes = (*shapes, *_pictures(painted))
    connectors = connectors_of(found, loose, [shape.box for shape in shapes])
    connectors, labels, words = labelled(connectors, shapes, words, walls)
    rulings = [with_divided_heads(table, words, shapes) for table in rulings]
    rulings = [with_missing_rows(table, words) for table in rulings]
    rulings = [with_missing_borders(table, words) for table in rulings]
    tables, words = _tables(rulings, words)
    aligned, words = aligned_table(words)
    is_scanned = _is_picture(painted) and aligned is not None and not tables
    if aligned is not None:
        tables = _by_place((*tables, aligned))
    return Page(
        number,
        painted.width,
        painted.height,
        tables,
        shapes,
        tuple(connectors),
        (*labels, *_loose_words(words)),
        has_picture=_is_picture(painted),
        is_scanned=is_scanned,
    )


def _pictures(painted: Painted) -> list[Shape]:
    """Images the size of symbols: whose they are shows, which symbol they are does not."""
    return [
        Shape(f"g{count}", ShapeKind.PICTURE, box)
        for count, box in enumerate(painted.pictures, start=1)
        if min(box.width, box.height) >= _SMALLEST
        and box.width <= _WIDEST * painted.width
        and box.height <= _HIGHEST
    ]


def _is_picture(painted: Painted) -> bool:
    """Whether an image makes up a good part of a page, or outlines stand for its letters."""
    if painted.picture >= _PICTURE * painted.width * painted.height:
        return True
    return not painted.letters and len(painted.traces) > _DRAWN_LETTERS


def _leaves_symbol(strip: Strip, boxes: Sequence[Box], heads: Sequence[Box]) -> bool:
    """Whether a line joins symbols: it has an arrowhead, or both its ends are at symbols."""
    if any(_runs_into(strip, head) for head in heads):
        return True
    return all(any(holds(box, end, 1.5) for box in boxes) for end in strip.ends)


def _is_in_one(strip: Strip, boxes: Sequence[Box]) -> bool:
    """Whether a line belongs to the drawing of a symbol, as those of a predefined process do."""
    return any(all(holds(box, end, 0.5) for end in strip.ends) for box in boxes)


def _runs_into(strip: Strip, head: Box) -> bool:
    """Whether a line ends in the middle of an arrowhead, not just beside one."""
    x, y = head.centre
    return abs((x if strip.is_upright else y) - strip.at) <= 1.2 and any(
        holds(head, end, 1.0) for end in strip.ends
    )


def _single(outlines: Sequence[Trace]) -> list[Trace]:
    """Symbols painted as fill, border and shadow, once each; frames around symbols go."""
    kept: list[Trace] = []
    for trace in outlines:
        twin = next((i for i, other in enumerate(kept) if _is_same(other, trace)), None)
        if twin is None:
            kept.append(trace)
        elif _rank(trace) > _rank(kept[twin]):
            kept[twin] = trace
    return [trace for trace in kept if sum(_holds_whole(trace.box, o.box) for o in kept) < 2]


def _rank(trace: Trace) -> tuple[bool, float]:
    return trace.is_stroked, kind_of(trace)[1]


def _is_same(one: Trace, other: Trace) -> bool:
    a, b = one.box, other.box
    gaps = (a.left - b.left, a.top - b.top, a.right - b.right, a.bottom - b.bottom)
    if all(abs(gap) <= _ALMOST for gap in gaps):
        return True
    is_shifted = abs(gaps[0] - gaps[2]) <= 1.5 and abs(gaps[1] - gaps[3]) <= 1.5
    is_shadow = one.is_stroked is not other.is_stroked
    return is_shadow and is_shifted and max(abs(gap) for gap in gaps) <= _SHADOW


def _holds_whole(outer: Box, inner: Box) -> bool:
    return outer is not inner and (
        outer.left < inner.left - 1
        and outer.top < inner.top - 1
        and outer.right > inner.right + 1
        and outer.bottom > inner.bottom + 1
    )


def _shapes(traces: Sequence[Trace], words: list[Word]) -> tuple[tuple[Shape, ...], list[Word]]:
    """(the symbols with the words in them, the other words); a box that says only Ya is a label."""
    shapes, taken = [], set()
    for count, trace in enumerate(traces):
        inside = [
            i for i, w in enumerate(words) if holds(trace.box, w.box.centre) and i not in taken
        ]
        kind, sure = kind_of(trace)
        inside = _without_passing(inside, words)
        own = [words[i] for i in inside]
        text = text_in(own, None)
        if kind is ShapeKind.PROCESS and (exit_label(text) or _is_marker(trace, own)):
            continue
        taken |= set(inside)
        shapes.append(Shape(f"b{count + 1}", kind, trace.box, text.replace("\n", " "), sure))
    return tuple(shapes), [word for i, word in enumerate(words) if i not in taken]


def _without_passing(inside: list[int], words: Sequence[Word]) -> list[int]:
    """The words in an outline without those whose line runs on past it: a stamp over a cell."""
    if not inside:
        return inside
    own = set(inside)
    others = [word for i, word in enumerate(words) if i not in own]
    is_passed = any(_runs_on(word, words[i]) for i in inside for word in others)
    return [] if is_passed else inside


def _runs_on(word: Word, other: Word) -> bool:
    """Whether two words stand side by side in one line, a space apart."""
    one, two = word.frame, other.frame
    if word.turn != other.turn or abs(word.size - other.size) > 1:
        return False
    if abs(one.top + one.bottom - two.top - two.bottom) > _LEVEL * (word.size + other.size):
        return False
    gap = max(one.left - two.right, two.left - one.right)
    return gap <= _A_SPACE * min(word.size, other.size)


def _is_marker(trace: Trace, own: Sequence[Word]) -> bool:
    """Whether a filled box is a coloured ground of the words in it, no higher than their line."""
    if trace.is_stroked or not own or len(lines_of(own)) > 1:
        return False
    box, inner = trace.box, around(own)
    return box.height <= 1.5 * inner.height and inner.width >= 0.6 * box.width


def _tables(
    rulings: Sequence[Sequence[Strip]], words: list[Word]
) -> tuple[tuple[Table, ...], list[Word]]:
    """(the tables from above, the words outside them)."""
    grids = [grid for table in rulings if not _is_frame(grid := cells_of(table))]
    holders: list[tuple[float, int, GridCell]] = [
        (p.box.width * p.box.height, number, p) for number, g in enumerate(grids) for p in g
    ]
    holders.sort(key=lambda holder: holder[0])
    inside: dict[tuple[int, int, int], list[Word]] = {}
    outside = []
    for word in words:
        held = next((h for h in holders if holds(h[2].box, word.box.centre)), None)
        if held is None:
            outside.append(word)
        else:
            inside.setdefault((held[1], held[2].row, held[2].column), []).append(word)
    tables = [_table(number, grid, inside) for number, grid in enumerate(grids) if grid]
    return _by_place(tables), outside


def _by_place(tables: Iterable[Table]) -> tuple[Table, ...]:
    return tuple(sorted(tables, key=lambda t: (t.box.top, t.box.left) if t.box else (0, 0)))


def _is_frame(grid: Sequence[GridCell]) -> bool:
    """Whether a table of one cell is only a border around text, or around the page."""
    return len(grid) == 1 and grid[0].box.height > _FRAME


def _table(
    number: int, grid: Sequence[GridCell], inside: dict[tuple[int, int, int], list[Word]]
) -> Table:
    cells = tuple(
        Cell(
            place.row,
            place.column,
            text_in(inside.get((number, place.row, place.column), ()), place.box),
            place.row_span,
            place.column_span,
            place.box,
        )
        for place in grid
    )
    return Table(cells, smallest(place.box for place in grid))


def _loose_words(words: Sequence[Word]) -> list[Words]:
    """Words outside the tables, line by line, parted at wide gaps."""
    found = []
    for turn in sorted({word.turn for word in words}):
        for line in lines_of([word for word in words if word.turn == turn]):
            for part in columns_of(line):
                found.append(Words(" ".join(word.text for word in part), around(part)))
    return found

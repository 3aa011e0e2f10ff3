"""The drawn paths of a PDF page, out of all form XObjects, as they lie on the page."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

from runut.core.sop.reading.canvas import Box
from runut.files.geometry import Affine, Point, box_of
from runut.files.read.pdf.marks import Trace
from runut.files.read.pdf.plane import LARGEST, Plane, matrix_of

MOST_OBJECTS: Final = 12_000
MOST_POINTS: Final = 60_000
_DEEPEST: Final = 12
_LIGHT: Final = 235
"""From this grey on paint is the paper's own colour: it covers, it does not show."""
_FAINT: Final = 40
"""Below this opacity of 255 paint does not show."""


@dataclass
class _Piece:
    """A subpath while it is read."""

    points: list[Point] = field(default_factory=list)
    curves: int = 0
    straight: float = 0.0
    is_closed: bool = False


@dataclass
class _Found:
    traces: list[Trace] = field(default_factory=list)
    covered: float = 0.0
    pictures: list[Box] = field(default_factory=list)
    objects: int = 0
    points: int = 0
    is_cut: bool = False


def traces_of(page: Any, plane: Plane) -> tuple[tuple[Trace, ...], float, tuple[Box, ...], bool]:
    """(the visible traces in painting order, the points² under images, where, cut short?)."""
    found = _Found()
    for thing, matrix in _objects(page, found):
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _add_path(thing, matrix, plane, found)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            own = matrix.after(matrix_of(thing))
            found.covered += own.scale**2
            corners = [plane.seen(*own((x, y))) for x in (0, 1) for y in (0, 1)]
            found.pictures.append(box_of(corners))
    return tuple(found.traces), found.covered, tuple(found.pictures), found.is_cut


def _objects(page: Any, found: _Found) -> Iterator[tuple[Any, Affine]]:
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _within(pdfium.FPDFPage_GetObject(page, at), Affine(), 0, found)


def _within(thing: Any, matrix: Affine, depth: int, found: _Found) -> Iterator[tuple[Any, Affine]]:
    found.objects += 1
    if found.objects > MOST_OBJECTS or found.points > MOST_POINTS or depth > _DEEPEST:
        found.is_cut = True
        return
    if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_FORM:
        yield thing, matrix
        return
    own = matrix.after(matrix_of(thing))
    for at in range(pdfium.FPDFFormObj_CountObjects(thing)):
        yield from _within(pdfium.FPDFFormObj_GetObject(thing, at), own, depth + 1, found)


def _add_path(thing: Any, matrix: Affine, plane: Plane, found: _Found) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(stroke)):
        return
    filled, strokes = bool(fill.value), bool(stroke.value)
    fill_shade = _shade(thing, pdfium.FPDFPageObj_GetFillColor) if filled else None
    stroke_shade = _shade(thing, pdfium.FPDFPageObj_GetStrokeColor) if strokes else None
    if fill_shade is None and stroke_shade is None:
        return
    own = matrix.after(matrix_of(thing))
    width = ctypes.c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(thing, ctypes.byref(width))
    path = len(found.traces)
    shade = stroke_shade if stroke_shade is not None else fill_shade
    for piece in _pieces(thing, own, plane, found):
        points = _closed(piece, is_filled=filled)
        if len(points) < 2:
            continue
        found.traces.append(
            Trace(
                tuple(points),
                path,
                is_closed=piece.is_closed,
                is_filled=fill_shade is not None,
                is_stroked=stroke_shade is not None,
                is_dark=(shade or 0) < 160,
                curves=piece.curves,
                straight=piece.straight,
                width=width.value * own.scale if strokes else 0.0,
            )
        )


def _shade(thing: Any, ask: Any) -> int | None:
    """The grey of a paint (0 black), or None where it does not show on paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not ask(thing, *(ctypes.byref(part) for part in (red, green, blue, alpha))):
        return 0
    darkest = min(red.value, green.value, blue.value)
    return None if alpha.value < _FAINT or darkest >= _LIGHT else darkest


def _pieces(thing: Any, matrix: Affine, plane: Plane, found: _Found) -> list[_Piece]:
    pieces: list[_Piece] = []
    controls: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(pdfium.FPDFPath_CountSegments(thing)):
        found.points += 1
        if found.points > MOST_POINTS:
            break
        segment = pdfium.FPDFPath_GetPathSegment(thing, at)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = plane.seen(*matrix((x.value, y.value)))
        if not all(math.isfinite(part) and abs(part) < LARGEST for part in point):
            return []
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not pieces:
            pieces.append(_Piece([point]))
            controls = []
        elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            controls.append(point)
            if len(controls) == 3:
                _curve(pieces[-1], controls)
                controls = []
        else:
            pieces[-1].straight += math.dist(pieces[-1].points[-1], point)
            pieces[-1].points.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            pieces[-1].is_closed = True
    return pieces


def _curve(piece: _Piece, controls: list[Point]) -> None:
    """The middle and the end of a Bézier curve: enough to know its box and its course."""
    start, (one, two, end) = piece.points[-1], controls
    if math.dist(start, end) < 0.05 and math.dist(start, one) < 0.05:
        return
    middle = tuple((start[i] + 3 * one[i] + 3 * two[i] + end[i]) / 8 for i in (0, 1))
    piece.points += [(middle[0], middle[1]), end]
    piece.curves += 1


def _closed(piece: _Piece, *, is_filled: bool) -> list[Point]:
    """The points without the repeated first one; a filled path is closed by being filled."""
    points = [
        p for i, p in enumerate(piece.points) if not i or math.dist(p, piece.points[i - 1]) > 0.02
    ]
    if len(points) > 2 and math.dist(points[0], points[-1]) < 0.3:
        piece.is_closed = True
        points.pop()
    elif piece.is_closed and len(points) > 2:
        piece.straight += math.dist(points[0], points[-1])
    if is_filled and len(points) > 2:
        piece.is_closed = True
    return points

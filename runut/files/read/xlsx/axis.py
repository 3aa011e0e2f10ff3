"""Rows or columns of a sheet as lengths on paper: where each begins, which are hidden."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from runut.files.read.xlsx.parts import Node

MOST_ROWS, MOST_COLUMNS = 1 << 20, 1 << 14
_POINTS_PER_PIXEL = 0.75
_USUAL_ROW_POINTS = 15.0
_USUAL_COLUMN_CHARACTERS = 8
_COLUMN_PADDING_PIXELS = 5
_COLUMN_STEP_PIXELS = 8


@dataclass(frozen=True)
class Axis:
    """Sizes in points: ``usual`` for all but the lines in ``sizes``; hidden lines have size 0."""

    usual: float
    sizes: Mapping[int, float]
    count: int
    _keys: tuple[int, ...] = field(init=False, repr=False)
    _beyond: tuple[float, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        keys = tuple(sorted(self.sizes))
        beyond = tuple(accumulate((self.sizes[key] - self.usual for key in keys), initial=0.0))
        object.__setattr__(self, "_keys", keys)
        object.__setattr__(self, "_beyond", beyond)

    def size(self, line: int) -> float:
        return self.sizes.get(line, self.usual)

    def is_hidden(self, line: int) -> bool:
        return self.size(line) <= 0

    def start(self, line: int) -> float:
        """Where the line (counted from 0) begins."""
        line = min(max(line, 0), self.count)
        return line * self.usual + self._beyond[bisect_left(self._keys, line)]

    def line_at(self, place: float) -> int:
        """The line that covers a place on paper; the first one with a size after it."""
        low, high = 0, self.count - 1
        while low < high:
            middle = (low + high) // 2
            if self.start(middle + 1) > place:
                high = middle
            else:
                low = middle + 1
        return low

    def inside(self, line: int, offset: float) -> float:
        """A place within a line: an offset never leads out of its line, as programs draw it."""
        return self.start(line) + min(max(offset, 0.0), self.size(line))


def row_axis(sheet: Node) -> Axis:
    """The rows of a sheet; heights are written in points."""
    formats = sheet.find("{*}sheetFormatPr")
    usual = _USUAL_ROW_POINTS
    if formats is not None:
        usual = _number(formats.get("defaultRowHeight"), _USUAL_ROW_POINTS)
        usual = 0.0 if _is_on(formats.get("zeroHeight")) else usual
    sizes: dict[int, float] = {}
    following = 0
    for row in sheet.iterfind("{*}sheetData/{*}row"):
        line = _whole(row.get("r"), following + 1) - 1
        following = line + 1
        if _is_on(row.get("hidden")):
            sizes[line] = 0.0
        elif row.get("ht") is not None:
            sizes[line] = max(_number(row.get("ht"), usual), 0.0)
        elif usual <= 0:
            sizes[line] = _USUAL_ROW_POINTS
    return Axis(usual, sizes, MOST_ROWS)


def column_axis(sheet: Node, digit_pixels: int) -> Axis:
    """The columns of a sheet; widths are written in digits of the workbook's usual font."""
    formats = sheet.find("{*}sheetFormatPr")
    usual = _usual_column(formats, digit_pixels)
    sizes: dict[int, float] = {}
    for span in sheet.iterfind("{*}cols/{*}col"):
        first = max(_whole(span.get("min"), 1), 1)
        last = min(_whole(span.get("max"), first), MOST_COLUMNS)
        size = usual
        if span.get("width") is not None:
            size = _column_points(_number(span.get("width"), 0.0), digit_pixels)
        if _is_on(span.get("hidden")):
            size = 0.0
        sizes.update(dict.fromkeys(range(first - 1, last), size))
    return Axis(usual, sizes, MOST_COLUMNS)


def _usual_column(formats: Node | None, digit_pixels: int) -> float:
    if formats is not None and formats.get("defaultColWidth") is not None:
        return _column_points(_number(formats.get("defaultColWidth"), 0.0), digit_pixels)
    characters = _USUAL_COLUMN_CHARACTERS
    if formats is not None:
        characters = _whole(formats.get("baseColWidth"), characters)
    pixels = characters * digit_pixels + _COLUMN_PADDING_PIXELS
    # Excel widens the column nobody set to the next multiple of 8 pixels.
    return -(-pixels // _COLUMN_STEP_PIXELS) * _COLUMN_STEP_PIXELS * _POINTS_PER_PIXEL


def _column_points(width: float, digit_pixels: int) -> float:
    """ECMA-376 part 1, 18.3.1.13: from width in characters to pixels."""
    return int((256 * max(width, 0.0) + 128 // digit_pixels) / 256 * digit_pixels) * (
        _POINTS_PER_PIXEL
    )


def lines_between(lines: list[int], first: int, last: int) -> list[int]:
    """The shown lines among ``lines`` (sorted) from ``first`` to ``last``."""
    return lines[bisect_left(lines, first) : bisect_right(lines, last)]


def _is_on(value: str | None) -> bool:
    return value in ("1", "true", "on")


def _number(value: str | None, otherwise: float) -> float:
    try:
        number = float(value) if value is not None else otherwise
    except ValueError:
        return otherwise
    return number if abs(number) < 1e6 else otherwise


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and value.isdecimal() else otherwise

"""What the styles of a workbook say about a cell's words: number format and font."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.files.read.xlsx.numbers import format_code
from runut.files.read.xlsx.parts import Node

_USUAL_FONT, _USUAL_SIZE = "calibri", 11.0
_DIGIT_WIDTH = {
    "arial": 0.556,
    "arial narrow": 0.456,
    "bookman old style": 0.62,
    "calibri": 0.507,
    "cambria": 0.554,
    "century gothic": 0.554,
    "liberation sans": 0.556,
    "tahoma": 0.546,
    "times new roman": 0.5,
    "verdana": 0.636,
}
"""Width of the widest digit, in parts of the letter size; from the fonts' own tables."""

_PIXELS_PER_POINT = 4 / 3


@dataclass(frozen=True)
class Styles:
    """Number format code and font name by number of a cell's style."""

    codes: Sequence[str] = ()
    fonts: Sequence[str] = ()
    digit_pixels: int = 7

    def code(self, style: int) -> str:
        return self.codes[style] if 0 <= style < len(self.codes) else "General"

    def font(self, style: int) -> str:
        return self.fonts[style] if 0 <= style < len(self.fonts) else ""


def read_styles(root: Node | None) -> Styles:
    """The styles part; a workbook without one shows numbers plainly."""
    if root is None:
        return Styles()
    custom = {
        int(node.get("numFmtId", "0")): node.get("formatCode", "")
        for node in root.iterfind("{*}numFmts/{*}numFmt")
        if node.get("numFmtId", "").isdecimal()
    }
    names = [_font_name(font) for font in root.iterfind("{*}fonts/{*}font")]
    sizes = [_font_size(font) for font in root.iterfind("{*}fonts/{*}font")]
    codes, fonts = [], []
    for xf in root.iterfind("{*}cellXfs/{*}xf"):
        codes.append(format_code(_number(xf, "numFmtId"), custom))
        at = _number(xf, "fontId")
        fonts.append(names[at] if at < len(names) else "")
    first = (names[0], sizes[0]) if names else (_USUAL_FONT, _USUAL_SIZE)
    return Styles(codes, fonts, _digit_pixels(*first))


def _digit_pixels(name: str, size: float) -> int:
    share = _DIGIT_WIDTH.get(name.strip().lower(), _DIGIT_WIDTH[_USUAL_FONT])
    return max(round(size * _PIXELS_PER_POINT * share), 1)


def _font_name(font: Node) -> str:
    node = font.find("{*}name")
    return node.get("val", "") if node is not None else ""


def _font_size(font: Node) -> float:
    node = font.find("{*}sz")
    try:
        size = float(node.get("val", "")) if node is not None else _USUAL_SIZE
    except ValueError:
        return _USUAL_SIZE
    return size if 1 <= size <= 409 else _USUAL_SIZE


def _number(node: Node, name: str) -> int:
    value = node.get(name, "0")
    return int(value) if value.isdecimal() else 0
